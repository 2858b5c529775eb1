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

/// Tags words by closed classes, names, word lists and their parts of speech, from left to right.
///
/// Closed classes and the lexicon's verbs go by rules, which know what the layers above make of them; what the rules
/// take for no verb goes by its part of speech.
struct WordTagger {
  let lexed: Lexed
  /// For each token, whether a name covers it.
  let isNamed: [Bool]
  let partsOfSpeech: Tags

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
    case .symbol:
      if lexed.isToken(token, "%"), sentence.contains(token - 1), tags[token - 1] == .number {
        return .noun
      }
      return lexed.isToken(token, in: ["$", "£", "€", "%"]) ? .number : .mark
    case .address: return .name
    case .punctuation: return isPossessiveMark(token, sentence) ? .possessive : mark(token)
    case .word: break
    }
    if isNamed[token] || isAcronym(token) {
      return lexed.isToken(token, "'s") ? .possessive : .name
    }
    if joinsByHyphen(token, sentence) { return .adjective }
    let previous = previous(token, sentence, tags)
    if previous == .auxiliary, lexed.isToken(token, in: Self.floating) { return .adverb }
    if lexed.isToken(token, "to") {
      return startsInfinitive(token, sentence) ? .infinitive : .preposition
    }
    if lexed.isToken(token, "that") { return that(token, sentence, tags) }
    if lexed.isToken(token, "her") {
      let next = tagAhead(token + 1, sentence)
      return next == nil || next == .name || next == .number ? .possessive : .pronoun
    }
    if previous == .pronoun, lexed.isToken(token, "'s") { return .auxiliary }
    // "no longer opposes"
    if lexed.isToken(token, "no"), lexed.isToken(token + 1, "longer") { return .negation }
    if lexed.isToken(token, "longer"), lexed.isToken(token - 1, "no") { return .adverb }
    if lexed.isToken(token, "mine"), let previous,
      [.determiner, .adjective, .noun, .name].contains(previous)
    {
      // "the lithium mine"
      return .noun
    }
    if let closed = ClosedWords.tag(of: lexed.hashes[token]) { return closed }
    return open(lexed.lower(token), token, sentence, previous, tags)
  }

  /// Words for all of those who do something, which may stand behind the auxiliary: "have all refused".
  private static let floating: WordSet = ["both", "all", "each"]

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
      && lexed.tokens.bytes(of: token).count > 2
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
    guard ClosedWords.tag(of: lexed.hashes[next]) == nil else { return false }
    if word.hasSuffix("ing") || word.hasSuffix("ed") && word.count > 4 { return false }
    let plain = !word.hasSuffix("s") || word.hasSuffix("ss")
    if lexed.isAny(next, .verbs) || beginsVerbPhrase(next) { return plain }
    // An unlisted word is a verb where an object follows.
    let behind = next + 1
    guard plain, sentence.contains(behind) else { return false }
    let tag = ClosedWords.tag(of: lexed.hashes[behind])
    return tag == .determiner || tag == .possessive || tag == .pronoun
  }

  private func beginsVerbPhrase(_ token: Int) -> Bool {
    lexed.phrase(at: token, .verbs) != nil
  }

  private func that(_ token: Int, _ sentence: TokenRange, _ tags: [WordTag]) -> WordTag {
    guard sentence.contains(token - 1) else { return .determiner }
    let before = tags[token - 1]
    if before == .verb, partsOfSpeech[token] == .determiner { return .determiner }
    if before == .verb || before == .adverb || before == .comma { return .complementizer }
    if before == .noun || before == .name {
      // "told reporters that" and "his claim that" against "the deal that would".
      let next = token + 1
      guard sentence.contains(next) else { return .relative }
      if partsOfSpeech[token] == .whDeterminer { return .relative }
      let tag = ClosedWords.tag(of: lexed.hashes[next])
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
    let isHyphened = lexed.isToken(token + 1, "-") && lexed.has(token + 1, .touchesPrevious)
    if isHyphened || token > sentence.rows.lowerBound && tags[token - 1] == .hyphen {
      return .adjective
    }
    let next = tagAhead(token + 1, sentence)
    let isListed = lexed.isAny(token, .verbs) || beginsVerbPhrase(token)
    let part = partsOfSpeech[token]
    if isVerb(word, token, next, previous, isListed) {
      // What ends like a verb and is in no list may be none: "a ban on smoking".
      guard !isListed, !part.isProper else { return .verb }
      return part.isNoun || part.isAdjective ? self.part(part, next, previous) : .verb
    }
    switch part {
    case .presentVerb, .thirdPersonVerb: return .verb
    // "has fallen"
    case .pastParticiple where previous == .auxiliary && !isListed: return .verb
    case .pastVerb where !isListed: return .verb
    default: return self.part(part, next, previous)
    }
  }

  /// What a word of an open class that is no verb is in a phrase.
  private func part(_ part: PennTag, _ next: WordTag?, _ previous: WordTag?) -> WordTag {
    switch part {
    case .adjective, .comparativeAdjective, .superlativeAdjective: return .adjective
    case .adverb, .comparativeAdverb, .superlativeAdverb: return .adverb
    case .cardinal: return .number
    case .gerund, .pastParticiple:
      switch previous {
      case .determiner, .possessive, .adjective, .number: return .adjective
      default: return next == nil ? .adjective : .noun
      }
    default: return .noun
    }
  }

  /// Whether the word is a verb by its ending, the word lists and the words beside it.
  private func isVerb(
    _ word: String,
    _ token: Int,
    _ next: WordTag?,
    _ previous: WordTag?,
    _ isListed: Bool
  ) -> Bool {
    if word.hasSuffix("ly"), word.count > 4, !isListed { return false }
    if lexed.isAny(token, .numberWords) { return false }
    let isPast = word.hasSuffix("ed") && word.count > 3
    let isProgressive = word.hasSuffix("ing") && word.count > 4
    switch previous {
    case .modal, .infinitive: return true
    case .auxiliary: return isPast || isProgressive || isListed || !isBase(word)
    case .determiner, .possessive: return false
    case .adjective, .number:
      return !isPast && !isProgressive && isListed && next == .determiner
    case .preposition: return isProgressive
    case .noun, .name, .pronoun:
      if isPast { return true }
      if isProgressive { return isListed || next == .determiner }
      return isListed && isFinite(word, token, next, previous)
    case .comma, .conjunction, .relative, .subordinator, .complementizer, .mark, .verb, .hyphen:
      if isPast || isProgressive { return isListed || next != nil }
      guard isListed, previous != .verb else { return false }
      return previous == .relative || isFinite(word, token, next, previous)
    default:
      return isProgressive && isListed || isPast && next != nil
    }
  }

  /// The closed class of the next word; nil where it has none: then it is a noun, a name, a verb or an adjective.
  private func tagAhead(_ token: Int, _ sentence: TokenRange) -> WordTag? {
    guard sentence.contains(token) else { return .mark }
    if lexed.tokens.kinds[token] == .punctuation { return mark(token) }
    if isNamed[token] { return .name }
    if lexed.tokens.kinds[token] == .number { return .number }
    if lexed.isToken(token, "that") { return .complementizer }
    if lexed.isToken(token, "to") {
      return startsInfinitive(token, sentence) ? .infinitive : .preposition
    }
    return ClosedWords.tag(of: lexed.hashes[token])
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
    // "critics charge is a prison": a bare form behind a plural is no noun.
    if next == .auxiliary, previous == .noun, isPlural(token - 1), !word.hasSuffix("s"),
      lexed.isAny(token, .assertVerbs)
    {
      return true
    }
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
        || next == .preposition && lexed.isAny(token, [.disputeVerbs, .clearStances])
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
}
