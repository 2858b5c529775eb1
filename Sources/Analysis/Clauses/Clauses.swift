internal import Prose
internal import Reference

/// Words with their parts, noun phrases and verb groups: what reports and stances are read from.
///
/// What it offers is meant to stay when a parser takes over what is inside.
final class Clauses: Sendable {
  let lexed: Lexed
  let tags: [WordTag]
  /// For each token what a parser needs to know of it.
  let partsOfSpeech: Tags
  /// In text order.
  let phrases: [NounPhrase]
  /// In text order.
  let groups: [VerbGroup]
  /// For each token the row of the noun phrase that covers it.
  private let phraseOf: [Int?]
  /// For each token the row of the verb group that covers it.
  private let groupOf: [Int?]

  init(
    _ lexed: Lexed,
    tags: [WordTag],
    partsOfSpeech: Tags,
    phrases: [NounPhrase],
    groups: [VerbGroup]
  ) {
    self.lexed = lexed
    self.tags = tags
    self.partsOfSpeech = partsOfSpeech
    self.phrases = phrases
    self.groups = groups
    var phraseOf = [Int?](repeating: nil, count: lexed.count)
    for (row, phrase) in phrases.enumerated() {
      for token in phrase.tokens.rows { phraseOf[token] = row }
    }
    var groupOf = [Int?](repeating: nil, count: lexed.count)
    for (row, group) in groups.enumerated() {
      for token in group.tokens.rows { groupOf[token] = row }
    }
    self.phraseOf = phraseOf
    self.groupOf = groupOf
  }

  /// The noun phrase that covers `token`.
  func phrase(at token: Int) -> NounPhrase? {
    guard token >= 0, token < lexed.count, let row = phraseOf[token] else { return nil }
    return phrases[row]
  }

  /// The verb group that covers `token`.
  func group(at token: Int) -> VerbGroup? {
    guard token >= 0, token < lexed.count, let row = groupOf[token] else { return nil }
    return groups[row]
  }

  /// The verb groups that begin within `range`.
  func groups(in range: TokenRange) -> ArraySlice<VerbGroup> {
    let first = groups.partitioningIndex { $0.start >= range.rows.lowerBound }
    let end = groups.partitioningIndex { $0.start >= range.rows.upperBound }
    return groups[first..<max(first, end)]
  }

  /// The verb groups that begin from `start` on and before `end`; none where that is no range.
  func groups(from start: Int, to end: Int) -> ArraySlice<VerbGroup> {
    start < end && start >= 0 ? groups(in: TokenRange(start..<end)) : []
  }

  /// The noun phrases that begin from `start` on and before `end`; none where that is no range.
  func phrases(from start: Int, to end: Int) -> ArraySlice<NounPhrase> {
    start < end && start >= 0 ? phrases(in: TokenRange(start..<end)) : []
  }

  /// The noun phrases that begin within `range`.
  func phrases(in range: TokenRange) -> ArraySlice<NounPhrase> {
    let first = phrases.partitioningIndex { $0.start >= range.rows.lowerBound }
    let end = phrases.partitioningIndex { $0.start >= range.rows.upperBound }
    return phrases[first..<max(first, end)]
  }

  func tag(_ token: Int) -> WordTag? {
    token >= 0 && token < tags.count ? tags[token] : nil
  }

  func sentence(of token: Int) -> TokenRange {
    lexed.sentences.tokens[lexed.sentence(of: token)]
  }
}

/// The words' parts of speech, where the names among them are known.
func partsOfSpeech(in lexed: Lexed, _ names: Mentions, tagger: TaggerModel) -> Tags {
  var isProper = [Bool](repeating: false, count: lexed.count)
  // A nationality is as often an adjective.
  for row in 0..<names.count where names.types[row] != .nationality {
    for token in names.tokens[row].rows { isProper[token] = true }
  }
  return tag(lexed.tokens, lexed.sentences, in: lexed.text, model: tagger, names: isProper)
}

/// Tags words and finds noun phrases and verb groups.
func findClauses(in lexed: Lexed, _ mentions: Mentions, _ partsOfSpeech: Tags) -> Clauses {
  var isNamed = [Bool](repeating: false, count: lexed.count)
  for row in 0..<mentions.count where mentions.forms[row] == .name {
    for token in mentions.tokens[row].rows { isNamed[token] = true }
  }
  let tags = WordTagger(lexed: lexed, isNamed: isNamed, partsOfSpeech: partsOfSpeech).tags()
  return Clauses(
    lexed,
    tags: tags,
    partsOfSpeech: partsOfSpeech,
    phrases: findNounPhrases(tags, in: lexed),
    groups: findVerbGroups(tags, in: lexed)
  )
}
