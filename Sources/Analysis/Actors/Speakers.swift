internal import Prose
internal import Reference

/// Refers "I", "my" and "we" to who speaks: inside a quotation its speaker, in an interview's answers the one who is asked.
struct SpeakerFinder {
  private let lexed: Lexed
  private let tags: Tags
  private let chains: [Chain]
  private let spans: [QuotedSpan]
  /// All mentions that are found already, in text order.
  private let mentions: [LinkedMention]
  /// For each token the row of the mention that begins there; -1 for none.
  private let mentionAt: [Int]

  init(_ lexed: Lexed, _ tags: Tags, _ builder: ChainBuilder) {
    self.lexed = lexed
    self.tags = tags
    chains = builder.chains
    spans = findQuotedSpans(in: lexed)
    mentions = builder.mentions.filter { $0.type != .nationality }.sorted { $0.tokens < $1.tokens }
    var mentionAt = [Int](repeating: -1, count: lexed.count)
    for (row, mention) in mentions.enumerated() where mentionAt[mention.tokens.rows.lowerBound] < 0
    {
      mentionAt[mention.tokens.rows.lowerBound] = row
    }
    self.mentionAt = mentionAt
  }

  /// The tokens that stand for a speaker or hearer, with whose chain they belong to.
  func find() -> [(token: Int, chain: Int)] {
    let words = (0..<lexed.count).filter { token in
      lexed.isAny(token, .pronouns) && !lexed.has(token, .boilerplate)
        && (isOne(token) || lexed.isToken(token, in: Self.several)
          || lexed.isToken(token, in: Self.hearer))
    }
    guard !words.isEmpty else { return [] }
    var spanOf = [Int](repeating: -1, count: lexed.count)
    for (row, span) in spans.enumerated() { for token in span.tokens.rows { spanOf[token] = row } }
    let speakers = speakersOfSpans()
    let interview = Interview(lexed, chains, mentions, spanOf)
    return words.compactMap { token in
      let speaker: Int?
      if spanOf[token] >= 0 {
        guard !lexed.isToken(token, in: Self.hearer) else { return nil }
        speaker = speakers[spanOf[token]]
      } else if let interview {
        if lexed.isToken(token, in: Self.several) {
          return interview.isAnswer(token) ? interview.body.map { (token, $0) } : nil
        }
        let isHearer = lexed.isToken(token, in: Self.hearer)
        speaker = interview.isAnswer(token) != isHearer ? interview.guest : nil
      } else {
        speaker = nil
      }
      // A body speaks of itself as several, a person as one.
      guard let speaker,
        (chains[speaker].type == .organization) == lexed.isToken(token, in: Self.several)
      else { return nil }
      return (token, speaker)
    }
  }

  /// "I" and its forms; a small letter or a dot behind makes it an initial or a number.
  private func isOne(_ token: Int) -> Bool {
    guard lexed.isToken(token, in: Self.one) else { return false }
    guard lexed.isToken(token, "i") else { return true }
    return lexed.has(token, .capitalized) && tags[token] == .pronoun
  }

  private static let one: WordSet = ["i", "me", "my", "mine", "myself"]
  private static let several: WordSet = ["we", "us", "our", "ours", "ourselves"]
  private static let hearer: WordSet = ["you", "your", "yours", "yourself"]

  // MARK: - Quotations

  /// For each quotation the chain of who speaks; nil where the text does not tell.
  private func speakersOfSpans() -> [Int?] {
    var found: [Int?] = []
    for (row, span) in spans.enumerated() {
      var speaker = speaker(behind: span) ?? speaker(before: span)
      if speaker == nil, row > 0 {
        // Speech goes on in the same paragraph, or in the next where the mark was left open.
        let last = spans[row - 1]
        if last.block == span.block || span.continues { speaker = found[row - 1] }
      }
      found.append(speaker)
    }
    return found
  }

  /// `"...," said Ana Ruiz` and `"...," Ana Ruiz, a lawyer, said`.
  private func speaker(behind span: QuotedSpan) -> Int? {
    var token = span.end
    while token < lexed.count, token < span.end + 2, lexed.tokens.kinds[token] == .punctuation {
      // A sentence that has ended is not taken up again.
      guard lexed.isToken(token, in: [",", "-", "–", "—"]) else { return nil }
      token += 1
    }
    guard token < lexed.count, sameBlock(token, span),
      !lexed.has(token, .startsSentence) || token > span.start,
      !endsSentence(span)
    else { return nil }
    if lexed.isAny(token, .speechVerbs) { return firstPerson(from: token + 1) }
    for start in token..<min(token + 6, lexed.count) where mentionAt[start] >= 0 {
      let mention = mentions[mentionAt[start]]
      let end = mention.tokens.rows.upperBound
      for verb in end..<max(end, min(end + 12, lexed.count)) {
        if lexed.isAny(verb, .speechVerbs) { return mention.chain }
        if lexed.isToken(verb, in: [".", ";", "\"", "”"]) { break }
      }
      return nil
    }
    return nil
  }

  /// Whether the quotation ends its sentence: what follows speaks of something else.
  private func endsSentence(_ span: QuotedSpan) -> Bool {
    let last = span.end - 2
    return last > span.start && lexed.isToken(last, ".")
      && (span.end >= lexed.count || lexed.has(span.end, .capitalized) && mentionAt[span.end] < 0)
  }

  /// The person first named behind "said", before a mark; else who else is.
  private func firstPerson(from start: Int) -> Int? {
    var first: Int?
    for token in start..<max(start, min(start + 10, lexed.count)) {
      if lexed.isToken(token, in: [",", ".", ";", "\"", "“"]) { break }
      guard mentionAt[token] >= 0 else { continue }
      let mention = mentions[mentionAt[token]]
      if mention.type == .person { return mention.chain }
      if first == nil { first = mention.chain }
    }
    return first
  }

  /// `Ana Ruiz said: "..."`, `she told reporters that "..."`.
  private func speaker(before span: QuotedSpan) -> Int? {
    let sentence = lexed.sentences.tokens[lexed.sentence(of: span.start)]
    var verb = span.start - 1
    while sentence.contains(verb), !lexed.isAny(verb, .speechVerbs) { verb -= 1 }
    guard sentence.contains(verb) else { return nil }
    var other: Int?
    var token = verb - 1
    while sentence.contains(token) {
      if mentionAt[token] >= 0 {
        let mention = mentions[mentionAt[token]]
        if mention.type == .person { return mention.chain }
        if other == nil { other = mention.chain }
      }
      token -= 1
    }
    return other
  }

  private func sameBlock(_ token: Int, _ span: QuotedSpan) -> Bool {
    Int(lexed.sentences.blocks[lexed.sentence(of: token)]) == span.block
  }
}
