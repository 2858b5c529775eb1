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
  let tags: Tags
  /// For each token, whether a name covers it.
  let isNamed: [Bool]

  /// The part of the place that `name` names; nil where nothing tells.
  ///
  /// `isState` says that it acts where it can.
  func part(of name: TokenRange, isState: Bool) -> Part? {
    let sentence = lexed.sentences.tokens[lexed.sentence(of: name.rows.lowerBound)]
    return partBehind(name, sentence)
      ?? (isState ? partOfModifier(name.rows.upperBound, sentence) : nil)
      ?? partBefore(name, sentence)
  }

  /// Whether what the places in a list do together is told before it.
  func isJoined(_ name: TokenRange) -> Bool {
    let sentence = lexed.sentences.tokens[lexed.sentence(of: name.rows.lowerBound)]
    return precedes(name.rows.lowerBound, in: CastingWords.joining, sentence, reach: 10)
  }

  /// The news agency in a date line: "LIMA (Reuters) -".
  func isAgency(_ name: TokenRange) -> Bool {
    let end = name.rows.upperBound
    return lexed.isAny(name.rows.lowerBound, .media) && lexed.isToken(name.rows.lowerBound - 1, "(")
      && lexed.isToken(end, ")") && lexed.isToken(end + 1, in: ["-", "–", "—"])
  }

  func isInByline(_ name: TokenRange) -> Bool {
    let sentence = lexed.sentence(of: name.rows.lowerBound)
    return lexed.blocks.kinds[Int(lexed.sentences.blocks[sentence])] == .byline
  }

  /// Whether a people's name stands for its state: "the Russians rejected", not "the Russian army" and "Russian farmers".
  func isPeopleActing(_ name: TokenRange) -> Bool {
    let next = name.rows.upperBound
    let sentence = lexed.sentences.tokens[lexed.sentence(of: name.rows.lowerBound)]
    guard lexed.isToken(name.rows.lowerBound - 1, "the"), sentence.contains(next),
      !tags[next].isNoun, !tags[next].isAdjective
    else { return false }
    return isPredicate(next, sentence)
  }

  /// Whether a city stands for its team or its voters: "Berlin voted", "the win over Orlando".
  func isSide(_ name: TokenRange) -> Bool {
    let sentence = lexed.sentences.tokens[lexed.sentence(of: name.rows.lowerBound)]
    let next = name.rows.upperBound
    let before = name.rows.lowerBound - 1
    guard sentence.contains(before) else {
      return sentence.contains(next) && lexed.isToken(next, in: CastingWords.contending)
    }
    if lexed.isToken(before, in: ["against", "over"]) {
      return precedes(before, in: CastingWords.contests, sentence, reach: 4)
    }
    if lexed.isToken(before, "to") {
      return precedes(before, in: ["defeat", "lose", "losing", "loss", "lost"], sentence, reach: 1)
    }
    if lexed.isToken(before, "for") {
      return precedes(before, in: CastingWords.playing, sentence, reach: 1)
    }
    return lexed.isToken(before, in: CastingWords.siding)
      || sentence.contains(next) && lexed.isToken(next, in: CastingWords.contending)
        && !isGoverned(name)
  }

  /// Whether one of `words` stands among the last so many tokens before `end`.
  private func precedes(
    _ end: Int,
    in words: WordSet,
    _ sentence: TokenRange,
    reach: Int
  ) -> Bool {
    (max(sentence.rows.lowerBound, end - reach)..<end).contains { lexed.isToken($0, in: words) }
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
    if lexed.isToken(next, ","), lexed.isToken(next + 1, "where") { return .isScene }
    return isDescribed(next, sentence) && !isGoverned(name) ? .describes : nil
  }

  /// "US efforts" are an act, "the 2010 Haiti earthquake" happened there, and "the New Zealand flag" is neither.
  private func partOfModifier(_ next: Int, _ sentence: TokenRange) -> Part? {
    var token = next
    while sentence.contains(token), token < next + 3, isPlainNoun(token) {
      if lexed.isToken(token, in: CastingWords.events) { return .isScene }
      if lexed.isToken(token, in: CastingWords.doings) { return .acts }
      token += 1
    }
    return token > next ? .describes : nil
  }

  private func isPlainNoun(_ token: Int) -> Bool {
    !lexed.has(token, .capitalized) && lexed.isWord(token)
      && (tags[token] == .noun || tags[token] == .pluralNoun) && !lexed.isAny(token, Self.noNouns)
      && !lexed.isToken(token, in: ["today", "tomorrow", "yesterday", "tonight"])
  }

  /// "Cambodia is a country in", "Egypt was regarded as": of the land, not of what it does.
  private func isDescribed(_ next: Int, _ sentence: TokenRange) -> Bool {
    guard lexed.isToken(next, in: ["is", "was", "are", "were"]), sentence.contains(next + 1) else {
      return false
    }
    if lexed.isToken(next + 1, in: CastingWords.describing) { return true }
    return lexed.isToken(next + 1, in: ["a", "an"])
      && (next + 2..<next + 6).contains { lexed.isToken($0, in: CastingWords.lands) }
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
    for token in next..<min(next + 5, sentence.rows.upperBound) {
      if lexed.isToken(token, in: CastingWords.doings) { return .acts }
      guard tags[token].isNoun || tags[token].isAdjective || lexed.isToken(token, "-") else {
        break
      }
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
    if lexed.isAny(before, .locationModifiers) || lexed.isToken(before, in: CastingWords.times) {
      return .isScene
    }
    if isAddressed(before, sentence) { return .acts }
    if isSpatial(before, sentence) { return .isScene }
    // "called on Velia to": a phrase of the verb, not a place.
    if lexed.phrase(at: before - 1, .demandVerbs)?.tokens.contains(before) == true { return .acts }
    if lexed.isToken(before, in: Self.scenePrepositions) { return .isScene }
    if lexed.isToken(before, in: Self.agentPrepositions) { return .acts }
    if lexed.isToken(before, in: CastingWords.siding) { return .acts }
    if lexed.isAny(before, .motionVerbs) { return .isScene }
    if lexed.isAny(before, Self.verbs) { return .acts }
    return nil
  }

  /// Whether a preposition that mostly leads to a place leads to a side here: "lost to", "independence from", "the will of".
  private func isAddressed(_ preposition: Int, _ sentence: TokenRange) -> Bool {
    func follows(_ words: WordSet, within reach: Int) -> Bool {
      precedes(preposition, in: words, sentence, reach: reach)
    }
    if lexed.isToken(preposition, "of") {
      return !follows(CastingWords.sufferings, within: 1)
        && (follows(CastingWords.doings, within: 1) || follows(CastingWords.belongings, within: 1))
    }
    if lexed.isToken(preposition, "to") {
      // "lost their opening game 4-0 to"
      let isScore = preposition > 0 && lexed.tokens.kinds[preposition - 1] == .number
      return follows(CastingWords.addressing, within: 2)
        || isScore && follows(CastingWords.contests, within: 8)
    }
    if lexed.isToken(preposition, "from") { return follows(CastingWords.giving, within: 3) }
    if lexed.isToken(preposition, "on") { return follows(CastingWords.aiming, within: 1) }
    if lexed.isToken(preposition, "over") { return follows(CastingWords.contests, within: 1) }
    return lexed.isToken(preposition, in: ["toward", "towards"])
      && follows(CastingWords.attitudes, within: 2)
  }

  /// Whether a preposition that mostly leads to a side tells where something is: "the border with", "left for".
  private func isSpatial(_ preposition: Int, _ sentence: TokenRange) -> Bool {
    if lexed.isToken(preposition, in: ["with", "between"]) {
      // "ferry talks between": what stands next to the preposition tells.
      if precedes(preposition, in: CastingWords.dealings, sentence, reach: 1) { return false }
      return precedes(preposition, in: CastingWords.borders, sentence, reach: 3)
    }
    return lexed.isToken(preposition, "for")
      && precedes(preposition, in: CastingWords.leaving, sentence, reach: 3)
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
    // "Trains in eastern Spain stopped": the modifier stands between.
    while sentence.contains(before), name.rows.lowerBound - before < 4,
      lexed.isToken(before, "the")
        || lexed.isAny(before, .locationModifiers)
          && !lexed.isAny(before, .functionWords)
        || lexed.isToken(before, in: CastingWords.times)
    {
      before -= 1
    }
    return sentence.contains(before)
      && (lexed.isToken(before, in: Self.scenePrepositions)
        || lexed.isToken(before, in: Self.agentPrepositions) || lexed.isAny(before, .motionVerbs))
  }
}
