internal import Prose
internal import Reference

extension WordClasses {
  /// All verbs that the lexicon knows.
  static let verbs: WordClasses = [
    .speechVerbs, .attitudeVerbs, .actionVerbs, .motionVerbs, .supportVerbs, .proposeVerbs,
    .demandVerbs, .assertVerbs, .opposeVerbs, .rejectVerbs, .denyVerbs, .doubtVerbs,
    .disputeVerbs,
  ]
}

/// Tags words by closed classes, word lists, endings and the words beside them, from left to right.
struct WordTagger {
  let lexed: Lexed
  /// For each token, whether a name covers it.
  let isNamed: [Bool]

  func tags() -> [WordTag] {
    var tags = [WordTag](repeating: .mark, count: lexed.count)
    for sentence in lexed.sentences.tokens {
      for token in sentence.rows {
        tags[token] = tag(token, sentence, tags)
      }
    }
    return tags
  }

  private func tag(_ token: Int, _ sentence: TokenRange, _ tags: [WordTag]) -> WordTag {
    switch lexed.tokens.kinds[token] {
    case .number: return .number
    case .symbol: return lexed.isToken(token, in: ["$", "£", "€", "%"]) ? .number : .mark
    case .address: return .name
    case .punctuation: return isPossessiveMark(token, sentence) ? .possessive : mark(token)
    case .word: break
    }
    let word = lexed.lower(token)
    if isNamed[token] || isAcronym(token) { return word == "'s" ? .possessive : .name }
    if joinsByHyphen(token, sentence) { return .adjective }
    let previous = previous(token, sentence, tags)
    if word == "both" || word == "all" || word == "each", previous == .auxiliary { return .adverb }
    if word == "to" { return startsInfinitive(token, sentence) ? .infinitive : .preposition }
    if word == "that" { return that(token, sentence, tags) }
    if word == "'s", let previous, previous == .pronoun { return .auxiliary }
    if let closed = ClosedWords.tag(of: word) { return closed }
    return open(word, token, sentence, previous, tags)
  }

  private func mark(_ token: Int) -> WordTag {
    switch lexed.string(token) {
    case ",": .comma
    case "-": .hyphen
    case "\"", "“", "”", "‘", "’", "„", "«", "»", "'", "``", "''": .quote
    default: .mark
    }
  }

  /// Whether an apostrophe behind a plural says whose something is: "the parents' defense".
  private func isPossessiveMark(_ token: Int, _ sentence: TokenRange) -> Bool {
    lexed.isToken(token, "'") && lexed.has(token, .touchesPrevious)
      && !lexed.tokens.touchesNext(token) && sentence.contains(token - 1)
      && sentence.contains(token + 1) && lexed.lower(token - 1).hasSuffix("s")
      && lexed.isWord(token + 1)
  }

  /// "over-broad": a word of a closed class is none before a hyphen.
  private func joinsByHyphen(_ token: Int, _ sentence: TokenRange) -> Bool {
    sentence.contains(token + 1) && lexed.isToken(token + 1, "-")
      && lexed.has(token + 1, .touchesPrevious) && lexed.tokens.touchesNext(token + 1)
  }

  private func isAcronym(_ token: Int) -> Bool {
    lexed.has(token, .allCapitals) && !lexed.has(token, .heading)
      && lexed.string(token).utf8.count > 2
  }

  /// The tag before `token`, adverbs, negations and quotation marks aside; nil at the start.
  private func previous(_ token: Int, _ sentence: TokenRange, _ tags: [WordTag]) -> WordTag? {
    var row = token - 1
    while sentence.contains(row) {
      switch tags[row] {
      case .adverb, .negation, .quote: row -= 1
      default: return tags[row]
      }
    }
    return nil
  }

  private func startsInfinitive(_ token: Int, _ sentence: TokenRange) -> Bool {
    var next = token + 1
    while sentence.contains(next), lexed.lower(next).hasSuffix("ly") || lexed.isToken(next, "not") {
      next += 1
    }
    guard sentence.contains(next), lexed.isWord(next), !isNamed[next] else { return false }
    let word = lexed.lower(next)
    if ClosedWords.be.contains(word) || ClosedWords.have.contains(word) || word == "do" {
      return true
    }
    guard ClosedWords.tag(of: word) == nil else { return false }
    if word.hasSuffix("ing") || word.hasSuffix("ed") && word.count > 4 { return false }
    let plain = !word.hasSuffix("s") || word.hasSuffix("ss")
    if lexed.isAny(next, .verbs) || beginsVerbPhrase(next) { return plain }
    // An unlisted word is a verb where an object follows.
    let behind = next + 1
    guard plain, sentence.contains(behind) else { return false }
    let tag = ClosedWords.tag(of: lexed.lower(behind))
    return tag == .determiner || tag == .possessive || tag == .pronoun
  }

  private func beginsVerbPhrase(_ token: Int) -> Bool {
    lexed.phrase(at: token, .verbs) != nil
  }

  private func that(_ token: Int, _ sentence: TokenRange, _ tags: [WordTag]) -> WordTag {
    guard sentence.contains(token - 1) else { return .determiner }
    let before = tags[token - 1]
    if before == .verb || before == .adverb || before == .comma { return .complementizer }
    if before == .noun || before == .name {
      // "told reporters that" and "his claim that" against "the deal that would".
      let next = token + 1
      guard sentence.contains(next) else { return .relative }
      let tag = ClosedWords.tag(of: lexed.lower(next))
      if tag == .modal || tag == .auxiliary || lexed.isAny(next, .verbs) && !isNamed[next] {
        return .relative
      }
      return .complementizer
    }
    if before == .preposition { return .determiner }
    return .complementizer
  }

  private func open(
    _ word: String,
    _ token: Int,
    _ sentence: TokenRange,
    _ previous: WordTag?,
    _ tags: [WordTag]
  ) -> WordTag {
    let isListed = lexed.isAny(token, .verbs) || beginsVerbPhrase(token)
    let isHyphened = lexed.isToken(token + 1, "-") && lexed.has(token + 1, .touchesPrevious)
    if isHyphened || token > sentence.rows.lowerBound && tags[token - 1] == .hyphen {
      return .adjective
    }
    if word.hasSuffix("ly"), word.count > 4, !isListed { return .adverb }
    if lexed.isAny(token, .numberWords) {
      return word == "first" && isVerbAhead(token + 1, sentence) ? .adverb : .number
    }
    let next = tagAhead(token + 1, sentence)
    let isPast = word.hasSuffix("ed") && word.count > 3
    let isProgressive = word.hasSuffix("ing") && word.count > 4
    switch previous {
    case .modal, .infinitive: return .verb
    case .auxiliary:
      if isPast || isProgressive || isListed { return .verb }
      return adjectiveOrNoun(word, next)
    case .determiner, .possessive, .adjective, .number:
      if isPast || isProgressive { return next == nil ? .adjective : .noun }
      if isListed, previous == .number || previous == .adjective, next == .determiner {
        return .verb
      }
      return adjectiveOrNoun(word, next)
    case .preposition:
      if isProgressive { return .verb }
      if isPast { return .adjective }
      return adjectiveOrNoun(word, next)
    case .noun, .name, .pronoun:
      if isPast { return .verb }
      if isProgressive { return isListed || next == .determiner ? .verb : .noun }
      guard isListed else { return adjectiveOrNoun(word, next) }
      return isFinite(word, token, next, previous) ? .verb : .noun
    case .comma, .conjunction, .relative, .subordinator, .complementizer, .mark, .verb, .hyphen:
      if isPast || isProgressive { return isListed || next != nil ? .verb : .adjective }
      guard isListed else { return adjectiveOrNoun(word, next) }
      if previous == .relative { return .verb }
      if previous == .verb { return .noun }
      return isFinite(word, token, next, previous) ? .verb : .noun
    default:
      if isProgressive, isListed { return .verb }
      if isPast, next != nil { return .verb }
      return adjectiveOrNoun(word, next)
    }
  }

  /// The closed class of the next word; nil where it has none: then it is a noun, a name, a verb or an adjective.
  private func tagAhead(_ token: Int, _ sentence: TokenRange) -> WordTag? {
    guard sentence.contains(token) else { return .mark }
    if lexed.tokens.kinds[token] == .punctuation { return mark(token) }
    if isNamed[token] { return .name }
    if lexed.tokens.kinds[token] == .number { return .number }
    let word = lexed.lower(token)
    if word == "that" { return .complementizer }
    if word == "to" { return startsInfinitive(token, sentence) ? .infinitive : .preposition }
    return ClosedWords.tag(of: word)
  }

  private func isVerbAhead(_ token: Int, _ sentence: TokenRange) -> Bool {
    sentence.contains(token) && lexed.isAny(token, .verbs) && lexed.lower(token).hasSuffix("ed")
  }

  private func isFinite(
    _ word: String,
    _ token: Int,
    _ next: WordTag?,
    _ previous: WordTag?
  )
    -> Bool
  {
    if lexed.isAny(token, .speechVerbs), !word.hasSuffix("s"), !isBase(word) { return true }
    if next == .auxiliary || next == .modal { return false }
    let takesObject: Bool =
      switch next {
      case .determiner, .possessive, .pronoun, .name, .complementizer, .infinitive, .adverb,
        .quote, .number, .negation, .subordinator:
        true
      case .preposition:
        previous != .noun || lexed.phrase(at: token, .verbs) != nil
          || isPlural(token - 1) && !word.hasSuffix("s")
      case nil: previous != .noun
      default: previous == .name || previous == .pronoun
      }
    guard takesObject else { return false }
    if word.hasSuffix("s"), !word.hasSuffix("ss") {
      return previous != .conjunction || next != .preposition
    }
    if !isBase(word) { return true }
    // A bare form wants several who do it.
    if previous == .pronoun { return true }
    if previous == .name || previous == .comma || previous == .conjunction {
      return next == .determiner || next == .possessive || next == .complementizer
        || next == .pronoun || next == .infinitive
    }
    return isPlural(token - 1)
  }

  private func isPlural(_ token: Int) -> Bool {
    guard token >= 0 else { return false }
    var token = token
    while token > 0,
      lexed.lower(token).hasSuffix("ly") || lexed.isToken(token, in: ["also", "still"])
    {
      token -= 1
    }
    let before = lexed.lower(token)
    return before.hasSuffix("s") && !before.hasSuffix("ss") || before == "people"
      || before.hasSuffix("men") || before == "police"
  }

  /// Whether the word is no past form of an irregular verb: "say" against "said".
  private func isBase(_ word: String) -> Bool {
    !Self.irregularPasts.contains(word)
  }

  private static let irregularPasts: WordSet = [
    "said", "told", "thought", "found", "felt", "held", "wrote", "made", "gave", "took", "saw",
    "knew", "went", "came", "began", "became", "fought", "sought", "stood", "spoke", "swore",
    "rebuilt", "withdrew", "threw", "brought", "bought", "sold", "sent", "spent", "paid", "kept",
    "left", "lost", "led", "met", "won", "ran", "built", "broke", "chose", "drew", "fell", "got",
    "heard", "put", "rose", "shot", "struck", "taught", "understood", "wore", "laid", "lay",
    "declared", "argued", "agreed",
  ]

  private func adjectiveOrNoun(_ word: String, _ next: WordTag?) -> WordTag {
    guard
      next == nil || next == .name || next == .infinitive || next == .preposition
        || next == .complementizer || next == .comma || next == .mark
    else { return .noun }
    if word.hasSuffix("ment") { return .noun }
    let isAdjective = Self.adjectiveEndings.contains {
      word.hasSuffix($0) && word.count > $0.count + 2
    }
    return isAdjective ? .adjective : .noun
  }

  private static let adjectiveEndings = [
    "ous", "ful", "less", "able", "ible", "ical", "ial", "ive", "ary", "ish", "ual", "onal", "ear",
    "fair", "ent", "ant", "eral", "oral", "ic", "atory",
    "lsory",
  ]
}
