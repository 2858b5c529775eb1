internal import Prose
internal import Reference

/// What the finders of issues look things up in.
final class Stage: Sendable {
  let clauses: Clauses
  let mentions: Mentions
  let entities: Entities
  let actors: NewsActors
  let quotations: Quotations
  let roster: Roster
  let topics: Topics
  /// For each token the row of the quotation whose content it belongs to.
  let quotationOf: [Int?]

  var lexed: Lexed { clauses.lexed }

  /// The stem of a token.
  func stem(_ token: Int) -> String { topics.stemOf[token] }

  init(
    _ clauses: Clauses,
    _ mentions: Mentions,
    _ entities: Entities,
    _ actors: NewsActors,
    _ quotations: Quotations
  ) {
    self.clauses = clauses
    self.mentions = mentions
    self.entities = entities
    self.actors = actors
    self.quotations = quotations
    roster = Roster(clauses, mentions, entities, actors)
    topics = Topics(clauses)
    var quotationOf = [Int?](repeating: nil, count: clauses.lexed.count)
    for row in 0..<quotations.count {
      for part in quotations.parts[row] {
        for token in part.rows { quotationOf[token] = row }
      }
    }
    self.quotationOf = quotationOf
  }

  // MARK: - Who

  /// The actors that do what `group` says; empty where nobody known does.
  func agents(of group: VerbGroup) -> [ID<NewsActor>] {
    if group.isPassive || group.form == .past { return agentsBehindBy(group) }
    guard let subject = clauses.subject(of: group) else { return [] }
    return agents(of: subject)
  }

  /// The same, where a party that is no known actor stands as a stranger: there is a side, and nobody to name.
  func sides(of group: VerbGroup) -> [ID<NewsActor>] {
    let found = agents(of: group)
    guard found.isEmpty else { return found }
    if let speaker = spokesperson(group) { return [speaker] }
    let isPassive = group.isPassive || group.form == .past
    guard
      let head = (isPassive ? clauses.agent(of: group) : clauses.subject(of: group))?.heads.first,
      isParty(head)
    else { return [] }
    return [ID(row: actors.count + head.head)]
  }

  /// Plurals that can stand before a verb of stance, and hold none.
  private static let things: WordSet = [
    "reports", "figures", "studies", "polls", "results", "documents", "rules", "laws", "prices",
    "costs", "facts", "events", "words", "years", "days", "months", "weeks", "times", "cases",
    "tests", "papers", "letters", "findings", "records", "images", "photos", "videos", "trends",
    "data", "news", "surveys", "numbers", "doubts", "questions", "hopes", "fears", "concerns",
  ]

  /// Who says "the government stood by it": for a body that is no known actor, who speaks of it speaks for it.
  private func spokesperson(_ group: VerbGroup) -> ID<NewsActor>? {
    guard let row = quotationOf[group.main], let actor = quotations.actors[row],
      !group.isPassive, let head = clauses.subject(of: group)?.heads.first,
      quotationOf[head.head] == row, lexed.isToken(head.start, "the"), head.tokens.count == 2,
      lexed.isToken(
        head.head,
        in: [
          "government", "ministry", "company", "club", "council", "firm", "bank", "group", "union",
          "party", "board", "city", "state", "department", "agency", "authority", "school",
          "university", "church", "army", "military", "hospital", "airline", "league", "federation",
        ]
      )
    else { return nil }
    return actor
  }

  /// The speaker of a quotation who is no known actor; nil for a pronoun.
  func stranger(_ quotation: Int) -> ID<NewsActor>? {
    guard let source = quotations.sources[quotation],
      clauses.tag(source.rows.lowerBound) != .pronoun
    else { return nil }
    return ID(row: actors.count + source.rows.lowerBound)
  }

  /// Whether what a quotation holds is denied: "denied that the rule was racist".
  func isDenied(_ quotation: Int) -> Bool {
    quotations.cues[quotation].map {
      ["deny", "deni", "disput", "refut"].contains(stem($0.rows.lowerBound))
    } ?? false
  }

  /// Whether an actor is known, and no stranger.
  func isKnown(_ actor: ID<NewsActor>) -> Bool { actor.index < actors.count }

  /// Whether the phrase can name someone who takes a side.
  private func isParty(_ phrase: NounPhrase) -> Bool {
    switch clauses.tag(phrase.head) {
    case .name: return true
    case .noun: break
    default: return false
    }
    if lexed.isAny(phrase.head, [.roleNouns, .personNouns, .groupNouns, .organizationWords]) {
      return true
    }
    return ["ers", "ors", "ists", "ians", "ents", "ants", "men", "women"].contains {
      lexed.endsIn($0, phrase.head)
    } && !lexed.isAny(phrase.head, [.measureNouns, .disputeNouns])
      || lexed.endsIn("s", phrase.head) && !lexed.endsIn("ss", phrase.head)
        && !lexed.isAny(phrase.head, [.measureNouns, .disputeNouns, .sourceNouns])
        && !lexed.isToken(phrase.head, in: Self.things)
  }

  func agents(of subject: Subject) -> [ID<NewsActor>] {
    if let speaker = speaker(of: subject) { return [speaker] }
    let found = roster.actors(of: subject)
    if !found.isEmpty { return found }
    guard let head = subject.heads.first else { return [] }
    if isCollective(head.tokens) { return members(before: head.start) }
    return firstPerson(head)
  }

  /// Who says "it sees no need": the pronoun that begins what is reported is who reports it.
  private func speaker(of subject: Subject) -> ID<NewsActor>? {
    guard subject.heads.count == 1, let head = subject.heads.first, head.tokens.count == 1,
      clauses.tag(head.head) == .pronoun, let row = quotationOf[head.head],
      quotations.kinds[row] == .indirect, let cue = quotations.cues[row],
      let actor = quotations.actors[row], cue.rows.upperBound <= head.head,
      cue.rows.upperBound + 2 >= head.head
    else { return nil }
    let isPerson = actors.kinds[actor.index] == .person || actors.kinds[actor.index] == .source
    if lexed.isToken(head.head, "it") { return isPerson && isCertainPerson(actor) ? nil : actor }
    return lexed.isToken(head.head, in: ["he", "she"]) && isPerson ? actor : nil
  }

  /// Whether the actor's name is of two words or more, so that it is no body with a name like a person's.
  private func isCertainPerson(_ actor: ID<NewsActor>) -> Bool {
    actors.names[actor.index].count > 1
  }

  /// The body of which the text's first sentence tells what it does.
  private func issuers() -> [ID<NewsActor>] {
    let opening = lexed.sentences.tokens.first { !lexed.has($0.rows.lowerBound, .heading) }
    guard let opening else { return [] }
    for group in clauses.groups(in: opening) where group.form == .finite {
      guard let subject = clauses.subject(of: group) else { continue }
      let found = roster.actors(of: subject)
      if let first = found.first, actors.kinds[first.index] != .person { return found }
    }
    return []
  }

  private func agentsBehindBy(_ group: VerbGroup) -> [ID<NewsActor>] {
    let sentence = clauses.sentence(of: group.start)
    var token = group.end
    while sentence.contains(token), clauses.tag(token) == .adverb { token += 1 }
    guard lexed.isToken(token, "by"), let phrase = clauses.phrase(at: token + 1),
      phrase.start == token + 1
    else { return [] }
    let end = clauses.postmodified(phrase, in: sentence)
    let named = roster.actors(of: Subject(tokens: phrase.tokens, heads: [phrase]))
    return named.isEmpty ? roster.actors(in: TokenRange(phrase.start..<end)) : named
  }

  /// "we" is who speaks, or who issues the statement.
  private func firstPerson(_ phrase: NounPhrase) -> [ID<NewsActor>] {
    guard lexed.isToken(phrase.head, in: ["we", "i"]) else { return [] }
    if let row = quotationOf[phrase.head] { return quotations.actors[row].map { [$0] } ?? [] }
    guard lexed.isToken(phrase.head, "we") else { return [] }
    return issuers()
  }

  /// Whose the phrase is: "Bolivia's demands", "its invitation".
  func owners(of phrase: NounPhrase) -> [ID<NewsActor>] {
    if let possessor = phrase.possessor {
      for row in mentions.rows(in: possessor).reversed() {
        if let actor = roster.actorBehind(row) { return [actor] }
      }
      return []
    }
    guard clauses.tag(phrase.start) == .possessive else {
      let found = makers(of: phrase)
      return found.isEmpty ? bodyBefore(phrase) : found
    }
    let pronoun = NounPhrase(
      tokens: TokenRange(phrase.start..<phrase.start + 1),
      head: phrase.start,
      possessor: nil
    )
    return roster.actor(of: pronoun).map { [$0] } ?? []
  }

  /// The body whose measure it is by the noun before it: "a European Union embargo".
  private func bodyBefore(_ phrase: NounPhrase) -> [ID<NewsActor>] {
    guard lexed.isAny(phrase.head, .measureNouns) else { return [] }
    for row in mentions.rows(in: phrase.tokens)
    where mentions.tokens[row].rows.upperBound <= phrase.head && mentions.forms[row] == .name {
      if let actor = roster.actorBehind(row), actors.kinds[actor.index] == .organization {
        return [actor]
      }
    }
    return []
  }

  private static let making: Set<String> = [
    "impos", "propos", "introduc", "plan", "announc", "adopt", "approv", "pass", "present",
    "draft", "unveil", "order", "sign", "back", "want",
  ]

  /// Who stands behind "by" or "from" of a move: "a proposal by the mayor", "a bid of two million from the fund".
  private func makers(of phrase: NounPhrase) -> [ID<NewsActor>] {
    guard
      lexed.isAny(phrase.head, .measureNouns)
        || StanceWords.stance(ofNoun: lexed.lower(phrase.head)) != nil
    else { return [] }
    let sentence = clauses.sentence(of: phrase.start)
    var token = phrase.end
    while sentence.contains(token), token < phrase.end + 8 {
      if lexed.isToken(token, in: ["by", "from"]), let maker = clauses.phrase(at: token + 1),
        maker.start == token + 1
      {
        let found = agents(of: Subject(tokens: maker.tokens, heads: [maker]))
        guard found.isEmpty else { return found }
        // "by the mayor, Ana Ruiz,"
        let end = clauses.extended(maker, in: sentence, acrossCommas: true)
        return roster.actors(in: end)
      }
      if let group = clauses.group(at: token), group.form == .finite {
        // "a curfew that the city had imposed"
        let isTheirs =
          Self.making.contains(stem(group.main)) && !group.isPassive
          && (phrase.end..<token).contains {
            clauses.tag($0) == .relative || lexed.isToken($0, "that")
          }
        return isTheirs ? agents(of: group) : []
      }
      if clauses.tag(token) == .comma { break }
      token += 1
    }
    return []
  }

  /// The body in whose office someone speaks: "Russia" for "Russia's foreign minister".
  func bodies(of subject: Subject) -> [ID<NewsActor>] {
    guard let head = subject.heads.first else { return [] }
    let isInOffice = head.tokens.rows.contains { lexed.isAny($0, .roleNouns) }
    guard isInOffice else { return [] }
    var found: [ID<NewsActor>] = []
    for row in mentions.rows(in: head.tokens)
    where mentions.tokens[row].rows.upperBound <= head.head {
      if let actor = roster.actorBehind(row), !found.contains(actor),
        actors.kinds[actor.index] != .person
      {
        found.append(actor)
      }
    }
    return found
  }

  // MARK: - Collectives

  /// Whether the phrase stands for the parties together: "the two sides".
  func isCollective(_ range: TokenRange) -> Bool {
    for token in range.rows {
      if let span = lexed.span(at: token, .collectives), range.contains(span) || span.count > 1 {
        return true
      }
    }
    return false
  }

  /// The two governments, else the two bodies, that the text before speaks of most.
  func members(before token: Int) -> [ID<NewsActor>] {
    for kinds in [[ActorKind.government], [.government, .organization, .group]] {
      var weight: [Int: Double] = [:]
      for row in 0..<mentions.count {
        guard let actor = actors.ofMention[row], kinds.contains(actors.kinds[actor.index]) else {
          continue
        }
        let position = mentions.tokens[row].rows.lowerBound
        guard position < token else { break }
        // Nearer mentions count for more.
        weight[actor.index, default: 0] += 1 + 2 * Double(position) / Double(max(token, 1))
      }
      let best = weight.sorted { ($0.value, -$0.key) > ($1.value, -$1.key) }.prefix(2)
      if best.count == 2 { return best.map { ID<NewsActor>(row: $0.key) }.sorted() }
    }
    return []
  }
}
