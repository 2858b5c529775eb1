public import Prose
public import Reference

/// Splits `tokens` into sentences.
///
/// A period after an abbreviation ends a sentence only before a capitalized function word, after a time of day
/// before any capitalized word that is no day or zone. The cost is linear.
/// - Parameters:
///   - tokens: Those of `blocks`.
///   - blocks: No sentence spans two of them.
///   - text: The article.
///   - lexicon: Asked for titles, function words, months and weekdays around abbreviations.
/// - Returns: Sentences in text order that cover every token once; none for no tokens.
/// - Note: Where no abbreviation is involved it follows Unicode Annex #29, section 5.
public func segment(
  _ tokens: Tokens,
  _ blocks: Blocks,
  in text: SourceText,
  lexicon: Lexicon
) -> Sentences {
  text.withBytes { bytes in
    var sentences = Sentences()
    var segmenter = Segmenter(bytes: bytes, tokens: tokens, lexicon: lexicon)
    var row = blocks.block(at: tokens.starts.first ?? 0) ?? 0
    var first = 0
    while first < tokens.count {
      while row < blocks.count, blocks.ends[row] <= tokens.starts[first] { row += 1 }
      let blockEnd = row < blocks.count ? blocks.ends[row] : .max
      var end = first + 1
      while end < tokens.count, tokens.starts[end] < blockEnd { end += 1 }
      segmenter.split(first..<end) { sentences.append($0, block: row) }
      first = end
    }
    return sentences
  }
}

/// Finds the sentence boundaries of a block.
struct Segmenter {
  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: Tokens
  let lexicon: Lexicon
  /// The end of the block's tokens.
  var limit = 0
  /// Where the sentence begins that is being read.
  var start = 0
  /// The list item that was last begun in this block.
  var item: ListMarker?
  /// A word in the form of the lexicon's keys; kept to spare allocations.
  var key: [UInt8] = []

  init(bytes: UnsafeBufferPointer<UInt8>, tokens: Tokens, lexicon: Lexicon) {
    self.bytes = bytes
    self.tokens = tokens
    self.lexicon = lexicon
  }

  mutating func split(_ block: Range<Int>, _ emit: (TokenRange) -> Void) {
    limit = block.upperBound
    begin(block.lowerBound)
    item = listMarker(start)
    var token = start
    while token < limit {
      if token > start, beginsItem(token) || endsDateline(before: token) {
        emit(TokenRange(start..<token))
        begin(token)
      }
      if let close = protectedEnd(token) { token = close }
      guard let terminal = terminal(token) else {
        token += 1
        continue
      }
      let end = absorbClosers(after: token)
      if end < limit, endsSentence(terminal, at: token, before: end) {
        emit(TokenRange(start..<end))
        begin(end)
      }
      token = max(end, token + 1)
    }
    if start < limit { emit(TokenRange(start..<limit)) }
  }

  private mutating func begin(_ token: Int) {
    start = token
    if let marker = listMarker(token) { item = marker }
  }

  /// Whether a bullet stands at `token`, or the marker that follows the list's last one.
  private mutating func beginsItem(_ token: Int) -> Bool {
    if isBullet(token) { return true }
    guard let item, let marker = listMarker(token) else { return false }
    if marker.follows(item) { return true }
    // One list right behind another.
    guard marker.ordinal == 1, item.ordinal > 1, !marker.isBracketed else { return false }
    return startsUpper(behindMarker(token))
  }

  /// Whether the sentence ends at the terminal `token`, where `next` is the first token behind its closers.
  private mutating func endsSentence(
    _ terminal: Terminal,
    at token: Int,
    before next: Int
  ) -> Bool {
    if terminal == .absolute { return true }
    if terminal == .ellipsis, isPeriod(next) { return false }
    if tokens.touchesNext(next - 1), !endsWithoutSpace(token, next) { return false }
    if isOwnMarker(token) { return false }
    if listMarker(next)?.ordinal == 1, !startsUpper(next) { return true }
    var word = next
    if tokens.kinds[word] == .punctuation || tokens.kinds[word] == .symbol {
      guard isOpener(word) else { return false }
      // An exclamation in quotation marks is followed by who cried it, or by an aside.
      if terminal == .strong, next > token + 1, first(word) == 40 { return false }
      while word < limit, isOpener(word) { word += 1 }
      guard word < limit else { return true }
    }
    let isUpper = startsUpper(word)
    switch terminal {
    case .strong, .period, .absolute:
      return isUpper || !startsLower(word) || tokens.kinds[word] == .address
    case .ellipsis:
      return isUpper && !(length(word) == 1 && first(word) == 73)
    case .abbreviation:
      return isUpper && abbreviationEnds(token, before: word)
    }
  }
}
