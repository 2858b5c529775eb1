internal import Prose
internal import Reference

/// Finds descriptions that stand for someone: "the president", "an unnamed US official", "critics of the plan".
struct NominalFinder {
  let lexed: Lexed
  /// For each token, whether a name covers it.
  let isNamed: [Bool]

  private static let verbs: WordClasses = [
    .speechVerbs, .attitudeVerbs, .actionVerbs, .supportVerbs, .proposeVerbs, .demandVerbs,
    .assertVerbs, .opposeVerbs, .rejectVerbs, .denyVerbs, .doubtVerbs, .disputeVerbs,
  ]

  /// A description with its parts.
  struct Nominal {
    /// From determiner to head, and to the end of a prepositional phrase that narrows it.
    let tokens: TokenRange
    /// The noun phrase without its determiner.
    let core: TokenRange
    let head: TokenRange
    /// Several people, not one.
    let isPlural: Bool
  }

  // MARK: - Titles

  /// "the Ukrainian president", not followed by the name itself.
  func titles() -> [Nominal] {
    phrases(of: .roleNouns).filter { nominal in
      let first = Int(nominal.tokens.first)
      let behind = nominal.head.rows.upperBound
      return lexed.isToken(first, in: ["the", "this", "that"]) && !isNamed(behind)
        && nominal.tokens.count <= 6
    }
  }

  private func isNamed(_ token: Int) -> Bool { token < lexed.count && isNamed[token] }

  // MARK: - Those without a name

  /// Groups and unnamed speakers that act or speak, or are the source of what is told.
  func unnamedActors() -> [Nominal] {
    phrases(of: [.groupNouns, .sourceNouns, .personNouns, .roleNouns]).filter { nominal in
      if !lexed.isAny(Int(nominal.head.first), [.groupNouns, .sourceNouns]) {
        let isSingled = lexed.isToken(Int(nominal.tokens.first), in: ["another", "one"])
        return isSingled && acts(nominal)
          || nominal.isPlural && !isCollective(nominal) && speaks(nominal)
      }
      let first = Int(nominal.tokens.first)
      guard !isCollective(nominal), !isPassing(nominal) else { return false }
      // One alone is a source where the text says that there are others; several may be known.
      let isSingled =
        lexed.isToken(first, in: ["a", "an", "another", "one", "some"])
        || nominal.core.rows.dropLast().contains { lexed.isAny($0, .unnamedModifiers) }
      guard nominal.isPlural || isSingled else { return false }
      return acts(nominal) || isSource(nominal)
    }
  }

  /// Bodies without a name that speak or take a side: "the teachers' union", "the school board".
  func unnamedBodies() -> [Nominal] {
    let found = phrases(of: .organizationWords)
    var isBody = found.map(isBody)
    // "the union and the ministry disagree": what the last does the others do.
    for row in found.indices.dropLast().reversed() where isBody[row + 1] && !isBody[row] {
      let end = found[row].tokens.rows.upperBound
      isBody[row] =
        lexed.isToken(end, "and") && Int(found[row + 1].tokens.first) == end + 1
        && canBeBody(found[row])
    }
    return zip(found, isBody).filter(\.1).map(\.0)
  }

  private func isBody(_ nominal: Nominal) -> Bool {
    canBeBody(nominal) && (acts(nominal, Self.sidingVerbs) || isMaker(nominal))
  }

  /// Whether it stands behind "by" or "from" of a move: "a proposal by the dentists' association".
  private func isMaker(_ nominal: Nominal) -> Bool {
    let first = Int(nominal.tokens.first)
    return lexed.isToken(first - 1, in: ["by", "from"])
      && (max(first - 6, 0)..<max(first - 1, 0)).contains {
        lexed.isAny($0, .measureNouns) && lexed.sentence(of: $0) == lexed.sentence(of: first)
      }
  }

  private func canBeBody(_ nominal: Nominal) -> Bool {
    let head = Int(nominal.head.first)
    return !lexed.has(head, .capitalized) && !isCollective(nominal)
      && lexed.isToken(Int(nominal.tokens.first), in: ["the", "a", "an", "this", "that"])
      && !nominal.core.rows.contains(where: isNamed)
  }

  /// "the two sides" stands for others and is no actor of its own.
  private func isCollective(_ nominal: Nominal) -> Bool {
    // The phrase itself, with the determiner before it, or without its own.
    [-1, 0].contains { lexed.span(at: Int(nominal.tokens.first) + $0, .collectives) != nil }
      || lexed.span(at: Int(nominal.core.first), .collectives) != nil
  }

  /// People in general, whom nothing narrows and who say nothing: "people", "no members", "citizens".
  private func isPassing(_ nominal: Nominal) -> Bool {
    let isNarrowed =
      nominal.core.count > 1 || nominal.tokens.rows.upperBound > nominal.head.rows.upperBound
    let isBare = nominal.tokens.first == nominal.core.first
    return lexed.isToken(Int(nominal.tokens.first), "no")
      || !isNarrowed && lexed.isToken(Int(nominal.head.first), in: Self.anyone)
      || !isNarrowed && isBare && !acts(nominal, Self.sidingVerbs) && !isSource(nominal)
  }

  /// Nouns that name no group, only that there are people.
  private static let anyone: WordSet = [
    "people", "persons", "individuals", "others", "men", "women", "children",
  ]

  private func isSource(_ nominal: Nominal) -> Bool {
    let first = Int(nominal.tokens.first)
    if lexed.isToken(first - 1, "to") && lexed.isToken(first - 2, "according") { return true }
    // "objections from religious groups", "resistance of the church"
    return lexed.isToken(first - 1, in: ["from", "by", "among", "of"])
      && lexed.isAny(first - 2, [.opposeNouns, .doubtNouns])
  }

  /// Whether a verb of saying or taking sides follows at once: "waiters demand".
  private func speaks(_ nominal: Nominal) -> Bool {
    guard !lexed.isToken(Int(nominal.tokens.first) - 1, in: Self.prepositions) else { return false }
    var next = nominal.tokens.rows.upperBound
    if lexed.isToken(next, in: Self.places) { next = behindPlace(next) }
    return lexed.isAny(next, [.speechVerbs, .clearStances])
      || lexed.phrase(at: next, .clearStances) != nil
      || Self.auxiliaries.contains(lexed.lower(next))
        && (lexed.isAny(next + 1, .clearStances)
          || lexed.phrase(at: next + 1, .clearStances) != nil)
  }

  /// Whether a verb of acting, saying or taking sides follows, behind adverbs and auxiliaries.
  private func acts(_ nominal: Nominal, _ verbs: WordClasses = Self.verbs) -> Bool {
    guard !isGoverned(nominal) else { return false }
    var token = nominal.tokens.rows.upperBound
    if lexed.isToken(token, ",") { token = behindParenthesis(token) }
    if lexed.isToken(token, in: Self.places) { token = behindPlace(token) }
    let end = lexed.sentences.tokens[lexed.sentence(of: Int(nominal.tokens.first))].rows.upperBound
    for _ in 0..<4 where token < end {
      if lexed.isAny(token, verbs) || lexed.phrase(at: token, verbs) != nil {
        return true
      }
      guard
        lexed.isAny(token, [.modals, .negations]) || lexed.isToken(token, in: Self.auxiliaries)
          || lexed.endsIn("ly", token)
          || lexed.isToken(token, in: ["who", "also", "still", "continue", "continues", "to"])
      else { return false }
      token += 1
    }
    return false
  }

  private static let places: WordSet = ["in", "at", "of", "from", "near", "along", "on"]

  /// Behind "in the river valley" where a verb of taking sides follows near; the preposition itself elsewhere.
  private func behindPlace(_ preposition: Int) -> Int {
    let sentence = lexed.sentences.tokens[lexed.sentence(of: preposition)]
    var token = preposition + 2
    while token < min(preposition + 7, sentence.rows.upperBound), lexed.isWord(token) {
      let verb = lexed.isToken(token, in: Self.auxiliaries) ? token + 1 : token
      if lexed.isAny(verb, .clearStances) || lexed.phrase(at: verb, .clearStances) != nil {
        return token
      }
      token += 1
    }
    return preposition
  }

  /// Whether a preposition governs it, but for "of" behind a share: "a quarter of residents favor".
  private func isGoverned(_ nominal: Nominal) -> Bool {
    let before = Int(nominal.tokens.first) - 1
    return lexed.isToken(before, in: Self.prepositions)
      && !(lexed.isToken(before, "of") && lexed.isToken(before - 1, in: Self.shares))
  }

  private static let shares: WordSet = [
    "quarter", "third", "fifth", "half", "majority", "minority", "percent", "%", "cent", "most",
  ]

  /// Behind "critics, on the other hand,": the second comma, if it is near; else the first.
  private func behindParenthesis(_ comma: Int) -> Int {
    let sentence = lexed.sentences.tokens[lexed.sentence(of: comma)]
    let end = min(comma + 14, sentence.rows.upperBound)
    return (comma + 2..<max(end, comma + 2)).first { lexed.isToken($0, ",") }.map { $0 + 1 }
      ?? comma
  }

  private static let auxiliaries: WordSet = [
    "has", "have", "had", "is", "are", "was", "were", "be", "been", "do", "does", "did", "'ve",
    "'re",
  ]
  /// Verbs by which one speaks or takes a side.
  private static let sidingVerbs: WordClasses = verbs.subtracting([.actionVerbs, .motionVerbs])
  private static let prepositions: WordSet = [
    "of", "in", "on", "at", "for", "from", "against", "between", "among", "to", "into",
  ]

  // MARK: - Noun phrases

  /// Noun phrases whose head is of `classes`.
  private func phrases(of classes: WordClasses) -> [Nominal] {
    var found: [Nominal] = []
    for sentence in lexed.sentences.tokens where !lexed.has(Int(sentence.first), .boilerplate) {
      var token = sentence.rows.lowerBound
      while token < sentence.rows.upperBound {
        guard let head = lexed.span(at: token, classes), !isNamed[token],
          !continuesAsNoun(head.rows.upperBound, in: sentence)
        else {
          token += 1
          continue
        }
        found.append(nominal(head, in: sentence))
        token = head.rows.upperBound
      }
    }
    return found
  }

  /// "police officers": the first noun only modifies the second.
  private func continuesAsNoun(_ token: Int, in sentence: TokenRange) -> Bool {
    sentence.contains(token)
      && (lexed.isAny(token, [.groupNouns, .sourceNouns, .roleNouns])
        && !lexed.isAny(token, Self.verbs)
        || lexed.isToken(token, "-"))
  }

  private func nominal(_ head: TokenRange, in sentence: TokenRange) -> Nominal {
    var start = head.rows.lowerBound
    while start > sentence.rows.lowerBound, head.rows.lowerBound - start < 5, modifies(start - 1) {
      start -= 1
    }
    while start < head.rows.lowerBound, !lexed.isWord(start) { start += 1 }
    let core = TokenRange(start..<head.rows.upperBound)
    // Before several, "that" begins a clause and is no determiner.
    if start > sentence.rows.lowerBound, lexed.isToken(start - 1, in: Self.determiners),
      !(lexed.isToken(start - 1, "that") && isPlural(head.rows.upperBound - 1))
    {
      start -= 1
    }
    return Nominal(
      tokens: TokenRange(start..<postmodified(head.rows.upperBound, in: sentence)),
      core: core,
      head: TokenRange(head.rows.upperBound - 1..<head.rows.upperBound),
      isPlural: isPlural(head.rows.upperBound - 1)
    )
  }

  private static let determiners: WordSet = [
    "a", "an", "the", "some", "many", "most", "several", "another", "one", "two", "three", "other",
    "its", "their", "his", "her", "both", "all", "these", "those", "this", "that", "any", "no",
  ]

  private func modifies(_ token: Int) -> Bool {
    if isNamed[token] { return true }
    if lexed.isToken(token, "-") { return true }
    if lexed.isToken(token, in: ["'s", "'"]) {
      // "the teachers' union"
      return token > 0
        && (isNamed[token - 1] || lexed.isToken(token, "'") && lexed.endsIn("s", token - 1))
    }
    guard lexed.isWord(token), !lexed.isToken(token, in: Self.determiners) else { return false }
    return lexed.isAny(token, [.unnamedModifiers, .roleModifiers])
      || !lexed.isAny(
        token,
        Self.verbs.union([
          .functionWords, .pronouns, .modals, .negations, .weekdays, .months, .numberWords,
        ])
      ) && !lexed.endsIn("ly", token)
  }

  /// The end of "within Russia" and the like directly behind a head; else the head's own.
  private func postmodified(_ end: Int, in sentence: TokenRange) -> Int {
    guard lexed.isToken(end, in: ["in", "within", "of", "from", "at"]) else { return end }
    var next = end + 1
    if lexed.isToken(next, "the") { next += 1 }
    guard sentence.contains(next), isNamed[next] else { return end }
    while sentence.contains(next), isNamed[next] { next += 1 }
    return next
  }

  private func isPlural(_ token: Int) -> Bool {
    let word = lexed.lower(token)
    return word.hasSuffix("s") && !word.hasSuffix("ss")
      || ["people", "men", "women", "police"].contains(word)
      || word.hasSuffix("men") || word.hasSuffix("people")
  }
}
