internal import Prose
internal import Reference

/// What a place's name does at one spot in the text.
enum Part: Sendable {
  case acts
  case isScene
  /// It only describes: "US President", "US-led".
  case describes
}

/// Tells from the words around a place's name whether it acts there or is where something happens.
struct Caster: Sendable {
  let lexed: Lexed
  /// For each token, whether a name covers it.
  let isNamed: [Bool]

  /// The part of the place that `name` names.
  ///
  /// `actsByDefault` says what it is where nothing tells: a country rather acts, a city does not.
  func part(of name: TokenRange, actsByDefault: Bool) -> Part {
    let sentence = lexed.sentences.tokens[lexed.sentence(of: name.rows.lowerBound)]
    if let part = partBehind(name, sentence) { return part }
    if let part = partBefore(name, sentence) { return part }
    return actsByDefault ? .acts : .isScene
  }

  // MARK: - Behind the name

  private func partBehind(_ name: TokenRange, _ sentence: TokenRange) -> Part? {
    let next = name.rows.upperBound
    guard sentence.contains(next) else { return nil }
    if lexed.isToken(next, "-"), lexed.has(next, .touchesPrevious) { return .describes }
    if lexed.isToken(next, in: ["'s", "'"]) { return partOfPossessor(next + 1, name, sentence) }
    if lexed.span(at: next, [.facilityWords, .regionWords, .waterWords]) != nil { return .isScene }
    if leadsTitle(next, sentence) { return .describes }
    if isPredicate(next, sentence), !isGoverned(name) { return .acts }
    return nil
  }

  /// "Russia's demand" is an act, "Russia's foreign minister" a title, "Russia's capital" neither.
  private func partOfPossessor(_ next: Int, _ name: TokenRange, _ sentence: TokenRange) -> Part {
    let acts: WordClasses = [
      .supportNouns, .opposeNouns, .doubtNouns, .disputeNouns, .speechVerbs, .demandVerbs,
      .proposeVerbs, .rejectVerbs,
    ]
    for token in next..<min(next + 3, sentence.rows.upperBound) where lexed.isAny(token, acts) {
      return .acts
    }
    return .describes
  }

  /// Whether a title, a person or another noun follows that the name only narrows: "US President", "US troops".
  private func leadsTitle(_ next: Int, _ sentence: TokenRange) -> Bool {
    var token = next
    while sentence.contains(token), token < next + 4 {
      if lexed.span(at: token, [.roleNouns, .groupNouns, .sourceNouns]) != nil,
        !isPredicate(token, sentence) || token > next
      {
        return true
      }
      guard
        lexed.isAny(token, .roleModifiers)
          || !lexed.isAny(token, Self.noNouns) && lexed.isWord(token) && !isNamed[token]
      else { return false }
      token += 1
    }
    return false
  }

  private static let noNouns: WordClasses = [
    .functionWords, .pronouns, .modals, .negations, .speechVerbs, .attitudeVerbs, .actionVerbs,
    .weekdays, .months,
  ]

  private static let verbs: WordClasses = [
    .speechVerbs, .attitudeVerbs, .actionVerbs, .supportVerbs, .proposeVerbs, .demandVerbs,
    .assertVerbs, .opposeVerbs, .rejectVerbs, .denyVerbs, .doubtVerbs, .disputeVerbs,
  ]
  private static let auxiliaries: WordSet = [
    "has", "have", "had", "does", "do", "did", "is", "was", "are", "were", "'s", "'ve",
  ]

  /// Whether a verb follows that an agent does, behind auxiliaries and adverbs.
  private func isPredicate(_ start: Int, _ sentence: TokenRange) -> Bool {
    var token = start
    while sentence.contains(token), token < start + 5 {
      if lexed.isAny(token, Self.verbs) || lexed.phrase(at: token, Self.verbs) != nil {
        return true
      }
      // "The ministry on Thursday said"
      if lexed.isToken(token, "on"), lexed.isAny(token + 1, .weekdays) {
        token += 2
        continue
      }
      guard
        lexed.isAny(token, [.modals, .negations]) || lexed.isToken(token, in: Self.auxiliaries)
          || lexed.endsIn("ly", token)
          || lexed.isToken(
            token,
            in: ["also", "has", "yet", "to", "now", "still", "again", "never"]
          )
      else { return false }
      token += 1
    }
    return false
  }

  // MARK: - Before the name

  private func partBefore(_ name: TokenRange, _ sentence: TokenRange) -> Part? {
    var before = name.rows.lowerBound - 1
    if sentence.contains(before), lexed.isToken(before, "the") { before -= 1 }
    guard sentence.contains(before) else { return nil }
    if lexed.isAny(before, .locationModifiers) { return .isScene }
    // "called on Velia to": a phrase of the verb, not a place.
    if lexed.phrase(at: before - 1, .demandVerbs)?.tokens.contains(before) == true { return .acts }
    if lexed.isToken(before, in: Self.scenePrepositions) { return .isScene }
    if lexed.isToken(before, in: Self.agentPrepositions) { return .acts }
    if lexed.isAny(before, .motionVerbs) { return .isScene }
    if lexed.isAny(before, Self.verbs) { return .acts }
    return nil
  }

  private static let scenePrepositions: WordSet = [
    "in", "at", "near", "to", "from", "into", "across", "through", "throughout", "toward",
    "towards", "outside", "inside", "around", "over", "on", "of", "via", "within", "off", "along",
    "beyond", "leaving", "visiting",
  ]
  private static let agentPrepositions: WordSet = [
    "by", "between", "with", "against", "for", "than",
  ]

  /// Whether the name belongs to a phrase that begins with a preposition, and so is no subject.
  func isGoverned(_ name: TokenRange) -> Bool {
    let sentence = lexed.sentences.tokens[lexed.sentence(of: name.rows.lowerBound)]
    var before = name.rows.lowerBound - 1
    if sentence.contains(before), lexed.isToken(before, "the") { before -= 1 }
    return sentence.contains(before)
      && (lexed.isToken(before, in: Self.scenePrepositions) || lexed.isAny(before, .motionVerbs))
  }
}
