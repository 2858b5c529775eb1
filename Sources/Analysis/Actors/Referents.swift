internal import Prose
internal import Reference

/// A noun phrase or a resolved pronoun: something that refers.
struct ReferringPhrase: Sendable {
  let tokens: TokenRange
  /// The word on which the phrase's others depend.
  let head: Int
  let sentence: Int
  /// Nil for a noun phrase without a name of its own.
  let form: MentionForm?
  var referent: Int
  let role: GrammaticalRole
  /// The verb of its clause; nil where the sentence has no tree.
  let clause: Int?
  let isCoordinated: Bool
  let isIndefinite: Bool
}

/// Something that the text speaks of.
struct Referent: Sendable {
  enum Kind: Sendable {
    case person
    case organization
    case place
    case group
    case thing
  }

  /// The row of the names' chain; nil for what has no name.
  let chain: Int?
  let kind: Kind
  var gender: Gender?
  let isPlural: Bool
  /// A name taken for a place's or a body's that a person can have too.
  var mayBePerson = false
  /// The gender of the pronouns that were resolved to it.
  var spokenGender: Gender?
  /// The rows of its phrases that stand before the place reached, in text order.
  var phrases: [Int] = []
}

/// All that a text speaks of, pronouns aside.
struct Discourse: Sendable {
  /// In text order.
  var phrases: [ReferringPhrase] = []
  var referents: [Referent] = []
}

/// Gathers the names, the descriptions and the plain noun phrases around pronouns.
struct DiscourseBuilder {
  let lexed: Lexed
  let grammar: Grammar
  let chains: [Chain]
  let places: [Int: KnownPlace]
  private(set) var discourse = Discourse()
  private var referentOfChain: [Int: Int] = [:]
  /// For each head of a name the name's chain.
  private var chainOfHead: [Int: Int] = [:]
  /// The latest referent that a plain noun brought up.
  private var referentOfNoun: [UInt64: Int] = [:]

  init(_ lexed: Lexed, _ grammar: Grammar, _ builder: ChainBuilder) {
    self.lexed = lexed
    self.grammar = grammar
    chains = builder.chains
    places = builder.places
  }

  /// Adds `mentions` and the other noun phrases of the sentences in `isNear`.
  mutating func add(_ mentions: [LinkedMention], chunks: Chunks, isNear: [Bool]) {
    var isTaken = [Bool](repeating: false, count: lexed.count)
    var found: [(tokens: TokenRange, mention: LinkedMention?)] = []
    for mention in mentions where mention.type != .nationality {
      for token in mention.tokens.rows { isTaken[token] = true }
      found.append((mention.tokens, mention))
      if mention.form == .name {
        chainOfHead[carrier(of: grammar.head(of: mention.head), mention.tokens)] = mention.chain
      }
    }
    for row in 0..<chunks.count where chunks.kinds[row] == .noun {
      let head = Int(chunks.heads[row])
      guard grammar.tags[head].isNoun, !isTaken[head], isNear[lexed.sentence(of: head)],
        !lexed.has(head, .boilerplate), !isTime(head)
      else { continue }
      found.append((chunks.tokens[row], nil))
    }
    found.sort { $0.tokens < $1.tokens }
    for (tokens, mention) in found { add(tokens, mention) }
  }

  private mutating func add(_ tokens: TokenRange, _ mention: LinkedMention?) {
    let head = carrier(of: grammar.head(of: mention?.head ?? tokens), tokens)
    let isIndefinite = lexed.isToken(tokens.rows.lowerBound, in: ["a", "an", "some", "another"])
    let row =
      mention.map { referent(ofChain: $0.chain) }
      ?? named(tokens, head)
      ?? plain(tokens, head, isIndefinite: isIndefinite)
    discourse.phrases.append(
      ReferringPhrase(
        tokens: tokens,
        head: head,
        sentence: lexed.sentence(of: head),
        form: mention?.form,
        referent: row,
        role: role(tokens, head),
        clause: grammar.clause(of: head),
        isCoordinated: grammar.hasTree(head) && grammar.relation(of: head) == .conj,
        isIndefinite: isIndefinite
      )
    )
  }

  /// In "running back Ana Ruiz" the title's noun, where the tree hangs the name on it; else the head itself.
  private func carrier(of head: Int, _ tokens: TokenRange) -> Int {
    guard grammar.hasTree(head), let above = grammar.head(of: head), above < tokens.rows.lowerBound,
      tokens.rows.lowerBound - above < 4, grammar.tags[above].isNoun,
      [.appos, .flat, .compound, .nmodDesc, .nmodUnmarked].contains(grammar.relation(of: head)),
      (above + 1..<tokens.rows.lowerBound).allSatisfy({ grammar.tags[$0].isNoun })
    else { return head }
    return above
  }

  private func role(_ tokens: TokenRange, _ head: Int) -> GrammaticalRole {
    let role = grammar.role(of: head)
    // A possessive mark shows even where there is no tree.
    let next = tokens.rows.upperBound
    return next < lexed.count && grammar.tags[next] == .possessive ? .possessor : role
  }

  private mutating func referent(ofChain chain: Int) -> Int {
    if let known = referentOfChain[chain] { return known }
    let kind: Referent.Kind =
      switch chains[chain].type {
      case .person: .person
      case .organization: .organization
      case .location: .place
      case .group: .group
      }
    let row = discourse.referents.count
    discourse.referents.append(
      Referent(
        chain: chain,
        kind: kind,
        gender: chains[chain].gender,
        isPlural: chains[chain].type == .group,
        mayBePerson: kind != .person && mayBePerson(chains[chain])
      )
    )
    referentOfChain[chain] = row
    return row
  }

  /// Whether the name has words of people's names alone, or is one word that nothing lists, and is no country's.
  private func mayBePerson(_ chain: Chain) -> Bool {
    guard chain.place == nil, !chain.isUnnamed, let name = chain.forms.first, name.count <= 3 else {
      return false
    }
    let first = name.rows.lowerBound
    if name.count == 1, chain.type == .location, places[first] == nil,
      lexed.has(first, .capitalized), !lexed.has(first, .allCapitals), lexed.classes[first].isEmpty
    {
      return true
    }
    return name.rows.allSatisfy {
      lexed.isAny($0, [.maleNames, .femaleNames, .surnames, .nameParticles, .honorifics])
    }
  }

  /// The referent of the name in apposition with the noun at `head`, or of the subject that it is said to be.
  private mutating func named(_ tokens: TokenRange, _ head: Int) -> Int? {
    guard grammar.hasTree(head) else { return nil }
    let other: Int? =
      if let child = child(tokens, head) {
        child
      } else if grammar.relation(of: head) == .appos {
        grammar.head(of: head)
      } else if let below = dependent(of: head, .appos) {
        below
      } else if dependent(of: head, .cop) != nil, dependent(of: head, .case) == nil,
        !lexed.isToken(tokens.rows.lowerBound, "no")
      {
        dependent(of: head, .nsubj)
      } else if lexed.isToken(head + 1, in: ["called", "named"]) {
        // "a singer called Ana Ruiz"
        chainOfHead.keys.contains(head + 3) ? head + 3 : head + 2
      } else {
        nil
      }
    guard let other, let chain = chainOfHead[other] else { return nil }
    let row = referent(ofChain: chain)
    let known = discourse.referents[row]
    let (kind, gender) = meaning(of: head)
    // A noun that no list knows is a person where an article says so: "a luthier".
    let isLikely =
      kind == .thing && known.kind == .person
      && (dependent(of: head, .det) != nil || dependent(of: head, .nmodPoss) != nil)
    guard kind == known.kind || isLikely, isPlural(head) == known.isPlural,
      gender == nil || known.gender == nil || gender == known.gender
    else { return nil }
    if known.gender == nil { discourse.referents[row].gender = gender }
    return row
  }

  /// The subject in "Ana Ruiz was born in Lima, the only daughter of a miner": the noun behind the comma says who she is.
  private func child(_ tokens: TokenRange, _ head: Int) -> Int? {
    guard lexed.isToken(head, in: ["daughter", "son", "child", "sister", "brother"]),
      lexed.isToken(tokens.rows.lowerBound, "the"),
      lexed.isToken(tokens.rows.lowerBound - 1, ","), lexed.isToken(head + 1, "of"),
      let clause = grammar.clause(of: tokens.rows.lowerBound - 1)
    else { return nil }
    return grammar.subject(of: clause)
  }

  private func dependent(of head: Int, _ relation: Relation) -> Int? {
    let sentence = lexed.sentences.tokens[lexed.sentence(of: head)]
    return sentence.rows.first {
      grammar.head(of: $0) == head && grammar.relation(of: $0) == relation
    }
  }

  // MARK: - Plain nouns

  private mutating func plain(_ tokens: TokenRange, _ head: Int, isIndefinite: Bool) -> Int {
    let word = lexed.hashes[head]
    if !isIndefinite, let known = referentOfNoun[word] { return known }
    let (kind, gender) = meaning(of: head)
    let row = discourse.referents.count
    discourse.referents.append(
      Referent(chain: nil, kind: kind, gender: gender, isPlural: isPlural(head))
    )
    referentOfNoun[word] = row
    return row
  }

  private func isPlural(_ head: Int) -> Bool {
    grammar.tags[head] == .pluralNoun || grammar.tags[head] == .pluralProperNoun
      || lexed.isToken(head, in: Self.plurals)
  }

  private static let plurals: WordSet = ["people", "police", "cattle", "clergy"]

  private func isTime(_ head: Int) -> Bool {
    lexed.isAny(head, [.weekdays, .months]) || lexed.isToken(head, in: Self.times)
  }

  private static let times: WordSet = [
    "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minute",
    "minutes", "morning", "evening", "night", "time", "moment", "today", "yesterday", "tomorrow",
    "century", "decade", "summer", "winter", "spring", "autumn", "fall", "percent", "way",
  ]

  private func meaning(of head: Int) -> (kind: Referent.Kind, gender: Gender?) {
    if let gender = lexed.genderOfNoun(head) { return (.person, gender) }
    if lexed.isToken(head, in: Self.bodies) { return (.organization, nil) }
    if lexed.isAny(head, [.personNouns, .roleNouns, .sourceNouns]) { return (.person, nil) }
    if lexed.isAny(head, .groupNouns) { return (isPlural(head) ? .person : .group, nil) }
    if lexed.isAny(head, .organizationWords) { return (.organization, nil) }
    if lexed.isAny(head, .regionWords) || lexed.isToken(head, in: Self.lands) {
      return (.place, nil)
    }
    return (.thing, nil)
  }

  /// Words that are listed as roles too.
  private static let bodies: WordSet = ["company", "firm", "team", "club", "government", "group"]
  private static let lands: WordSet = ["country", "city", "town", "village", "island", "nation"]
}

extension Lexed {
  /// The gender that a noun has by its meaning.
  func genderOfNoun(_ token: Int) -> Gender? {
    if isToken(token, in: GenderedNouns.male) { return .male }
    return isToken(token, in: GenderedNouns.female) ? .female : nil
  }
}

private enum GenderedNouns {
  static let male: WordSet = [
    "man", "boy", "father", "son", "brother", "husband", "uncle", "nephew", "grandfather",
    "grandson", "king", "prince", "duke", "lord", "widower", "gentleman", "stepfather", "stepson",
    "half-brother", "brother-in-law", "father-in-law", "son-in-law", "boyfriend", "emperor", "monk",
    "spokesman", "chairman", "congressman", "businessman", "policeman", "fireman", "salesman",
    "sportsman", "statesman", "clergyman", "nobleman", "groom", "bachelor", "guy", "waiter",
    "actor",
    "hero", "dad", "baron", "sultan", "emir", "pope", "abbot", "stepbrother", "godfather",
  ]
  static let female: WordSet = [
    "woman", "girl", "mother", "daughter", "sister", "wife", "aunt", "niece", "grandmother",
    "granddaughter", "queen", "princess", "duchess", "lady", "widow", "stepmother", "stepdaughter",
    "half-sister", "sister-in-law", "mother-in-law", "daughter-in-law", "girlfriend", "empress",
    "nun",
    "spokeswoman", "chairwoman", "congresswoman", "businesswoman", "policewoman", "saleswoman",
    "sportswoman", "noblewoman", "bride", "waitress", "actress", "heroine", "mom", "mum",
    "baroness",
    "countess", "sultana", "abbess", "stepsister", "godmother", "midwife", "hostess", "mistress",
  ]
}
