public import Prose
public import Reference

/// Splits the blocks that begin within `window` into words and marks.
///
/// The tokens cover all ink of these blocks. They begin and end where Unicode's word boundaries are (`WordBreaks`), with
/// these conventions on top, as in Universal Dependencies' English and in news:
/// - One token in spite of boundaries: an abbreviation with its period; a prefix with its hyphen and word (`ex-wife`,
///   but `US-led` is three); addresses; `AT&T`; `US$`; `’90s`; numbers with `/` and `:` (`9/11`); repeated marks (`--`,
///   `?!`); letters of different scripts that touch, and those of scripts that Unicode leaves to dictionaries.
/// - Several in spite of none: clitics (`Zelensky` + `’s`, `do` + `n't`, `can` + `not`); a number and its unit (`3` +
///   `bn`); words around a mark that is no acronym's (`left` + `.` + `Then`).
/// - White space, byte-order marks and the like are in no token, and marks that follow nothing stand alone.
/// - Parameters:
///   - text: The article; any bytes at all.
///   - blocks: Its blocks; what is outside them is not looked at.
///   - window: In bytes; a block that begins outside it is left out.
///   - lexicon: Asked for abbreviations and, after an initial, for function words. With nil every period that touches
///     a word is the word's, as it is in word lists.
/// - Returns: The tokens in text order; none holds white space.
/// - Note: Unicode Annex #29, section 4.
public func tokenize(
  _ text: SourceText,
  _ blocks: Blocks,
  in window: Range<UInt32>,
  lexicon: Lexicon?
) -> Tokens {
  text.withBytes { bytes in
    var tokenizer = Tokenizer(bytes, lexicon: lexicon)
    tokenizer.tokens.reserveCapacity(min(bytes.count, window.count) / 5 + 16)
    let first = blocks.starts.partitioningIndex { $0 >= window.lowerBound }
    for row in first..<blocks.count {
      let range = blocks.range(row)
      guard range.lowerBound < window.upperBound else { break }
      tokenizer.scan(Int(range.lowerBound)..<Int(range.upperBound))
    }
    return tokenizer.tokens
  }
}

/// Walks over a block and appends its tokens.
///
/// What is asked for every word is `mutating` though it changes nothing: else each call would copy the whole struct.
struct Tokenizer {
  let bytes: UnsafeBufferPointer<UInt8>
  let lexicon: Lexicon?
  var tokens = Tokens()
  /// Where the block ends.
  var limit = 0
  /// A word in the form of the lexicon's keys; kept to spare allocations.
  var key: [UInt8] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, lexicon: Lexicon?) {
    self.bytes = bytes
    self.lexicon = lexicon
  }

  mutating func scan(_ block: Range<Int>) {
    limit = min(block.upperBound, bytes.count)
    var offset = block.lowerBound
    while offset < limit {
      let byte = bytes[offset]
      if byte < 0x80 {
        switch classOfASCII(byte) {
        case .letter: offset = byte == 95 ? scanMark(offset) : scanWord(offset)
        case .digit: offset = scanNumber(offset)
        case .space, .invisible: offset += 1
        case .apostrophe: offset = scanApostrophe(offset, count: 1)
        default: offset = scanMark(offset)
        }
      } else {
        offset = scanWide(offset)
      }
    }
  }

  @inline(__always)
  mutating func emit(_ kind: TokenKind, _ start: Int, _ end: Int) -> Int {
    tokens.append(kind, UInt32(start)..<UInt32(end))
    return end
  }

  /// A character beyond ASCII.
  private mutating func scanWide(_ start: Int) -> Int {
    let character = decode(bytes, at: start, end: limit)
    let next = start + character.count
    switch classify(character.value) {
    case .letter: return scanWord(start)
    case .digit: return scanNumber(start)
    case .space, .invisible: return next
    case .ideograph: return emit(.word, start, skipMarks(next))
    case .apostrophe: return scanApostrophe(start, count: character.count)
    case .punctuation, .hyphen, .period: return emit(.punctuation, start, next)
    case .mark, .joiner: return emit(.symbol, start, skipMarks(next))
    case .symbol: return emit(.symbol, start, skipSymbolTail(next))
    case .regional:
      let second = next < limit ? decode(bytes, at: next, end: limit) : nil
      let isFlag = second.map { classify($0.value) == .regional } ?? false
      return emit(.symbol, start, next + (isFlag ? second?.count ?? 0 : 0))
    }
  }

  /// The end of a run of letters, digits and what goes with them.
  mutating func runEnd(_ start: Int) -> Int {
    var offset = start
    while offset < limit {
      let byte = bytes[offset]
      if byte < 0x80 {
        guard isASCIILetter(byte) || isASCIIDigit(byte) || byte == 95 else { break }
        offset += 1
      } else {
        let character = decode(bytes, at: offset, end: limit)
        guard classify(character.value).continuesWord else { break }
        offset += character.count
      }
    }
    return offset
  }

  mutating func skipMarks(_ start: Int) -> Int {
    var offset = start
    while offset < limit, bytes[offset] >= 0x80 {
      let character = decode(bytes, at: offset, end: limit)
      guard classify(character.value) == .mark else { break }
      offset += character.count
    }
    return offset
  }

  /// Behind the marks and the joined symbols of an emoji.
  private mutating func skipSymbolTail(_ start: Int) -> Int {
    var offset = skipMarks(start)
    while offset < limit, bytes[offset] >= 0x80 {
      let joiner = decode(bytes, at: offset, end: limit)
      let next = offset + joiner.count
      guard joiner.value == 0x200D, next < limit else { break }
      let symbol = decode(bytes, at: next, end: limit)
      guard classify(symbol.value) == .symbol, symbol.value != .max else { break }
      offset = skipMarks(next + symbol.count)
    }
    return offset
  }

  /// The class of the character at `offset`; space at the block's end.
  mutating func classAt(_ offset: Int) -> CharacterClass {
    guard offset < limit else { return .space }
    let byte = bytes[offset]
    if byte < 0x80 { return classOfASCII(byte) }
    return classify(decode(bytes, at: offset, end: limit).value)
  }

  /// Whether the last token ends at `offset`.
  mutating func touchesLast(_ offset: Int) -> Bool {
    tokens.ends.last == UInt32(offset)
  }
}
