internal import Prose
internal import Reference

/// Where a pronoun stands, and what it cannot refer to for it.
struct PronounPlace: Sendable {
  let token: Int
  let form: PronounForm
  let sentence: Int
  let role: GrammaticalRole
  let clause: Int?
  /// The subject of its clause.
  let subject: Int?
  /// The clause that governs its own.
  let governor: Int?
  /// Its clause is what someone says or thinks.
  let isTold: Bool
  /// The noun that its clause describes.
  let relativeHead: Int?
  /// What the phrase that it belongs to is joined with: "Ana and her sister".
  let joined: Int?
  let quotation: Int?
  /// It stands in a phrase or clause with which the sentence begins: "In her youth, ...", "When she was young, ...".
  let opensSentence: Bool

  init(
    _ token: Int,
    _ form: PronounForm,
    _ lexed: Lexed,
    _ grammar: Grammar,
    _ quotationOf: [Int]
  ) {
    self.token = token
    self.form = form
    sentence = lexed.sentence(of: token)
    role = form.grammaticalCase == .possessive ? .possessor : grammar.role(of: token)
    let clause = grammar.clause(of: token)
    self.clause = clause
    subject = clause.flatMap(grammar.subject(of:))
    let governor = clause.flatMap(grammar.governor(ofClause:))
    self.governor = governor
    isTold =
      if let clause, let governor {
        grammar.relation(of: clause) == .ccomp
          || grammar.relation(of: clause) == .parataxis
            && lexed.isAny(governor, [.speechVerbs, .attitudeVerbs])
      } else {
        false
      }
    relativeHead =
      clause.flatMap { clause in
        grammar.relation(of: clause) == .aclRelcl || grammar.relation(of: clause) == .acl
          ? grammar.head(of: clause) : nil
      }
    var noun = form.grammaticalCase == .possessive ? grammar.head(of: token) : nil
    // "Ana and her sister Dorothy"
    while let word = noun, [.compound, .flat, .nmodDesc].contains(grammar.relation(of: word)) {
      noun = grammar.head(of: word)
    }
    joined = noun.flatMap { noun in
      grammar.relation(of: noun) == .conj ? grammar.head(of: noun) : nil
    }
    quotation = quotationOf[token] >= 0 ? quotationOf[token] : nil
    let first = lexed.sentences.tokens[sentence].rows.lowerBound
    opensSentence =
      first < token && Self.openers.contains(grammar.tags[first])
      && !(first..<token).contains { lexed.isToken($0, ",") }
  }

  private static let openers: Set<PennTag> = [
    .preposition, .whAdverb, .to, .gerund, .pastParticiple,
  ]

  /// Whether grammar forbids that the pronoun refers to `phrase`.
  func excludes(_ phrase: ReferringPhrase, _ grammar: Grammar) -> Bool {
    guard phrase.sentence == sentence, phrase.head != token else { return false }
    // A phrase that holds the pronoun: "her husband" is not her.
    if phrase.tokens.contains(token) { return true }
    guard grammar.hasTree(token) else { return false }
    if grammar.holds(phrase.head, token) { return true }
    switch form.grammaticalCase {
    case .subject:
      // "She told Bea": not Bea herself.
      return phrase.clause == clause && (phrase.role == .object || phrase.role == .oblique)
        && phrase.head > token || isJoined(to: phrase, grammar)
    case .object:
      return subject == phrase.head || isJoined(to: phrase, grammar)
        || phrase.clause == clause && clause != nil && phrase.role == .object
    case .oblique: return isJoined(to: phrase, grammar)
    case .possessive:
      // "Ana was her teacher", "her teacher was Ana"
      guard let clause, subject == phrase.head, phrase.head < token else {
        return isNamedByOwn(phrase, grammar)
      }
      return grammar.relation(of: token) == .nmodPoss && grammar.holds(clause, token)
        && grammar.head(of: token) == clause && !grammar.tags[clause].isVerb
    case .reflexive: return false
    }
  }

  /// Whether nothing but "and" stands between the phrase and a possessive.
  func joins(_ phrase: ReferringPhrase, _ lexed: Lexed) -> Bool {
    form.grammaticalCase == .possessive && phrase.tokens.rows.upperBound == token - 1
      && lexed.isToken(token - 1, in: ["and", "&", "or"])
  }

  private func isJoined(to phrase: ReferringPhrase, _ grammar: Grammar) -> Bool {
    grammar.firstConjunct(token) == grammar.firstConjunct(phrase.head)
      && grammar.firstConjunct(token) != token || grammar.firstConjunct(phrase.head) == token
  }

  /// "her sister Dorothy": the name belongs to the noun that the pronoun stands before.
  private func isNamedByOwn(_ phrase: ReferringPhrase, _ grammar: Grammar) -> Bool {
    guard let noun = grammar.head(of: token), phrase.head > token else { return false }
    return noun == phrase.head || grammar.head(of: phrase.head) == noun
      || grammar.head(of: noun) == phrase.head && grammar.relation(of: noun) == .compound
  }

  /// "In her first year, Ruiz": the name directly behind the comma that ends the phrase.
  func introduces(_ phrase: ReferringPhrase, _ lexed: Lexed) -> Bool {
    opensSentence && phrase.form == .name
      && lexed.isToken(phrase.tokens.rows.lowerBound - 1, ",")
  }

  /// Whether the pronoun may stand before what it refers to: in a clause or phrase that goes before the main clause.
  func canPrecede(_ phrase: ReferringPhrase, _ grammar: Grammar, _ lexed: Lexed) -> Bool {
    if opensSentence, lexed.isToken(phrase.tokens.rows.lowerBound - 1, ",") { return true }
    guard phrase.role == .subject, let clause, let other = phrase.clause else { return false }
    if clause == other {
      return form.grammaticalCase == .possessive || form.grammaticalCase == .oblique
    }
    // The pronoun's clause hangs on the other and stands before its subject.
    guard grammar.governor(ofClause: clause) == other, clause < phrase.head else { return false }
    switch grammar.relation(of: clause) {
    case .advcl, .acl, .ccomp: return true
    default: return false
    }
  }
}
