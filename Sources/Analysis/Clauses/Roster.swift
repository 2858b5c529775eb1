internal import Prose
internal import Reference

/// Who acts at which words.
struct Roster: Sendable {
  private let clauses: Clauses
  private let mentions: Mentions
  private let actors: NewsActors
  /// For each entity the actor it is somewhere in the text.
  private let actorOfEntity: [ID<Entity>: ID<NewsActor>]
  private let entities: Entities

  private var lexed: Lexed { clauses.lexed }

  init(_ clauses: Clauses, _ mentions: Mentions, _ entities: Entities, _ actors: NewsActors) {
    self.clauses = clauses
    self.entities = entities
    actorOfEntity = Dictionary(
      actors.entities.enumerated().map { ($1, ID<NewsActor>(row: $0)) },
      uniquingKeysWith: { first, _ in first }
    )
    self.mentions = mentions
    self.actors = actors
  }

  /// The actors that a subject names, in text order and each once.
  func actors(of subject: Subject) -> [ID<NewsActor>] {
    if let listed = listed(in: subject) { return listed }
    var found: [ID<NewsActor>] = []
    for head in subject.heads {
      // The phrase's own head goes before a name that only narrows it: "Brandt" in "Velia's spokesman Brandt".
      let joined = subject.heads.count > 1 ? definiteActor(head) : nil
      if let actor = actor(of: head) ?? lastActor(in: own(head)) ?? joined,
        !found.contains(actor)
      {
        found.append(actor)
      }
    }
    if found.isEmpty, let head = subject.heads.first, lexed.isAny(head.head, Self.holders),
      let actor = actors(in: subject.tokens).first
    {
      found.append(actor)
    }
    guard found.isEmpty, let head = subject.heads.first else { return found }
    if let actor = definiteActor(head) { return [actor] }
    return antecedents(of: head)
  }

  /// "the Church" after "the Church of the Lamp"; "the company" after a company's name.
  private func definiteActor(_ phrase: NounPhrase) -> ID<NewsActor>? {
    guard lexed.isToken(phrase.start, "the"), phrase.tokens.count == 2 else { return nil }
    let word = lexed.lower(phrase.head)
    for row in 0..<actors.count
    where actors.kinds[row] == .organization || actors.kinds[row] == .government {
      if actors.names[row].rows.contains(where: { lexed.isToken($0, word) }) { return ID(row: row) }
    }
    if let head = headOfBody(phrase) { return head }
    guard lexed.isAny(phrase.head, .organizationWords),
      !lexed.isToken(phrase.head, in: Self.offices), !isToldBefore(phrase)
    else { return nil }
    for row in mentions.rows(in: TokenRange(0, phrase.tokens.first + 1)).reversed() {
      let mention = Int(mentions.tokens[row].first)
      guard mention < phrase.start else { continue }
      guard lexed.sentence(of: mention) + 3 >= lexed.sentence(of: phrase.start) else { break }
      // A paper that tells of a union is not "the union".
      guard !lexed.isAny(mention, .media) else { continue }
      if let actor = actors.ofMention[row], actors.kinds[actor.index] == .organization {
        return actor
      }
    }
    return nil
  }

  /// Who stands for "the union" where only its head is known: "the head of the teachers' union".
  private func headOfBody(_ phrase: NounPhrase) -> ID<NewsActor>? {
    guard lexed.isToken(phrase.head, in: Self.offices) else { return nil }
    let found = (0..<actors.count).filter { row in
      actors.kinds[row] == .person
        && actors.roles[row].contains { role in
          role.rows.upperBound <= phrase.start
            && role.rows.contains { lexed.isToken($0, "of") }
            && lexed.hashes[role.rows.upperBound - 1] == lexed.hashes[phrase.head]
        }
    }
    return found.count == 1 ? ID(row: found[0]) : nil
  }

  /// Whether the text has told which one it is: "the council" after "the county council".
  private func isToldBefore(_ phrase: NounPhrase) -> Bool {
    clauses.phrases(from: max(0, phrase.start - 400), to: phrase.start).contains { other in
      other.head != phrase.head && lexed.hashes[other.head] == lexed.hashes[phrase.head]
        && other.tokens.count > 2
    }
  }

  /// Bodies of a kind that their names tell: no name without the word is one of them.
  private static let offices: WordSet = [
    "union", "ministry", "party", "court", "government", "church", "university", "parliament",
    "newspaper", "paper", "police", "army",
  ]

  /// "it" and "they" are who did something last, in this sentence or the one before.
  private func antecedents(of phrase: NounPhrase) -> [ID<NewsActor>] {
    guard lexed.isToken(phrase.head, in: ["it", "they"]) else { return [] }
    let isPlural = lexed.isToken(phrase.head, "they")
    let own = lexed.sentence(of: phrase.head)
    for sentence in [own, own - 1] where sentence >= 0 {
      for group in clauses.groups(in: lexed.sentences.tokens[sentence])
      where group.form == .finite && group.end <= phrase.start {
        guard let subject = clauses.subject(of: group), subject.heads[0].tokens != phrase.tokens,
          !lexed.isToken(subject.heads[0].head, in: ["it", "they"])
        else { continue }
        let found = self.actors(of: subject)
        if let first = found.first, fits(first, isPlural, found.count) { return found }
      }
    }
    return []
  }

  private func fits(_ actor: ID<NewsActor>, _ isPlural: Bool, _ count: Int) -> Bool {
    switch actors.kinds[actor.index] {
    case .person, .source: false
    case .group: isPlural
    default: isPlural || count == 1
    }
  }

  /// Nouns that stand for the body behind "of": "the government of Velia".
  private static let holders: WordClasses = [.roleNouns, .organizationWords]

  /// The members of "several countries, including Velia and Tessaly", "members of the council and the union".
  private func listed(in subject: Subject) -> [ID<NewsActor>]? {
    let opener = subject.tokens.rows.first { token in
      lexed.isToken(token, in: ["including", "like"])
        || lexed.isToken(token, "as") && lexed.isToken(token - 1, "such")
    }
    if let opener, opener + 1 < subject.tokens.rows.upperBound {
      let found = members(in: TokenRange(opener + 1..<subject.tokens.rows.upperBound))
      return found.isEmpty ? nil : found
    }
    guard subject.heads.count == 1, let head = subject.heads.first,
      lexed.isToken(head.head, in: ["members", "leaders", "officials", "representatives"]),
      lexed.isToken(head.end, "of"), head.end + 1 < subject.tokens.rows.upperBound
    else { return nil }
    let found = members(in: TokenRange(head.end + 1..<subject.tokens.rows.upperBound))
    return found.isEmpty ? nil : found
  }

  /// All who are named in a list.
  private func members(in range: TokenRange) -> [ID<NewsActor>] {
    var found: [ID<NewsActor>] = []
    for row in mentions.rows(in: range) where mentions.types[row] != .nationality {
      if let actor = actorBehind(row), !found.contains(actor) { found.append(actor) }
    }
    return found
  }

  /// Who a mention is, even where it does not act by itself: "Velia" in "Velia's demand".
  func actorBehind(_ mention: Int) -> ID<NewsActor>? {
    actors.ofMention[mention] ?? actorOfEntity[entities.ofMention[mention]]
  }

  /// The actor whose mention holds the phrase's head.
  func actor(of phrase: NounPhrase) -> ID<NewsActor>? {
    rows(near: phrase.tokens).lazy
      .filter { self.mentions.tokens[$0].contains(phrase.head) }
      .compactMap { self.actorBehind($0) }
      .first
  }

  /// The phrase without the owner of several: "Velia's three biggest unions" are not Velia.
  private func own(_ phrase: NounPhrase) -> TokenRange {
    guard let possessor = phrase.possessor, lexed.endsIn("s", phrase.head),
      !lexed.isAny(phrase.head, .roleNouns), possessor.rows.upperBound < phrase.end
    else { return phrase.tokens }
    return TokenRange(possessor.rows.upperBound..<phrase.end)
  }

  private func lastActor(in range: TokenRange) -> ID<NewsActor>? {
    rows(near: range).filter { range.contains(mentions.tokens[$0]) }
      .compactMap { actors.ofMention[$0] }
      .last
  }

  /// All actors that are named within `range`, in text order and each once.
  func actors(in range: TokenRange) -> [ID<NewsActor>] {
    var found: [ID<NewsActor>] = []
    for row in mentions.rows(in: range) {
      if let actor = actors.ofMention[row], !found.contains(actor) { found.append(actor) }
    }
    return found
  }

  /// The mentions that can overlap `range`: those that begin in it or shortly before.
  private func rows(near range: TokenRange) -> Range<Int> {
    let first = range.first > 12 ? range.first - 12 : 0
    return mentions.rows(in: TokenRange(first, range.end))
  }
}
