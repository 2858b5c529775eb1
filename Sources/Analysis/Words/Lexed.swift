internal import Prose
internal import Reference

/// What a token's letters look like.
struct Shape: OptionSet, Sendable {
  let rawValue: UInt8

  /// Begins with an upper-case letter.
  static let capitalized = Shape(rawValue: 1)
  /// Two letters or more, all upper case, dots and digits aside: `US`, `U.S.`, `COVID`.
  static let allCapitals = Shape(rawValue: 2)
  static let hasDigit = Shape(rawValue: 4)
  /// The first word of its sentence, quotation marks aside, or the first inside a quotation.
  static let startsSentence = Shape(rawValue: 8)
  /// No space stands before it.
  static let touchesPrevious = Shape(rawValue: 16)
  /// In a block of boilerplate, which takes no part in the analysis.
  static let boilerplate = Shape(rawValue: 32)
  /// In a headline or heading, where capitals say less.
  static let heading = Shape(rawValue: 64)
}

/// A phrase of two tokens or more that the lexicon lists.
struct Phrase: Sendable {
  let tokens: TokenRange
  let classes: WordClasses
}

/// The text cut up and looked up: the ground that all further layers stand on.
///
/// One reference, since every helper of every layer holds it.
final class Lexed: Sendable {
  let text: SourceText
  let blocks: Blocks
  let tokens: Tokens
  let sentences: Sentences
  /// For each token its folded form, as the tables list it.
  let keys: Ragged<UInt8>
  /// For each token the hash of its key, by which words are compared.
  let hashes: [UInt64]
  /// For each token its word classes, by its own lower-case form.
  let classes: [WordClasses]
  let shapes: [Shape]
  /// The longest listed phrases, in text order, without overlaps.
  let phrases: [Phrase]
  /// For each token the row of the phrase that begins there; only where one does.
  let phraseStarts: [Int: Int]

  init(
    text: SourceText,
    blocks: Blocks,
    tokens: Tokens,
    sentences: Sentences,
    keys: Ragged<UInt8>,
    hashes: [UInt64],
    classes: [WordClasses],
    shapes: [Shape],
    phrases: [Phrase]
  ) {
    self.text = text
    self.blocks = blocks
    self.tokens = tokens
    self.sentences = sentences
    self.keys = keys
    self.hashes = hashes
    self.classes = classes
    self.shapes = shapes
    self.phrases = phrases
    var starts: [Int: Int] = [:]
    for (row, phrase) in phrases.enumerated() { starts[Int(phrase.tokens.first)] = row }
    phraseStarts = starts
  }

  var count: Int { tokens.count }

  /// The token's text as written.
  func string(_ token: Int) -> String { text.string(in: tokens.bytes(of: token)) }

  /// The text from the first to the last token as written.
  func string(_ range: TokenRange) -> String { text.string(in: tokens.bytes(of: range)) }

  /// The token's text in lower case, curly apostrophes straightened.
  func lower(_ token: Int) -> String {
    keys.withRow(token) { String(decoding: $0, as: UTF8.self) }
  }

  /// The folded tokens with a space between two: the form in which the tables list phrases and names.
  func key(_ range: TokenRange) -> String {
    if range.count == 1 { return lower(range.rows.lowerBound) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16 * range.count)
    for token in range.rows {
      if !bytes.isEmpty { bytes.append(0x20) }
      keys.withRow(token) { bytes.append(contentsOf: $0) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The hash of the folded tokens, by which names are compared.
  func hash(_ range: TokenRange) -> UInt64 {
    range.rows.reduce(0) { hash, token in hash &* 0x9E37_79B9_7F4A_7C15 &+ hashes[token] }
  }

  func has(_ token: Int, _ shape: Shape) -> Bool {
    token >= 0 && token < count && shapes[token].contains(shape)
  }

  func isWord(_ token: Int) -> Bool { tokens.kinds[token] == .word }

  /// Whether the token reads `text`, in lower case.
  func isToken(_ token: Int, _ text: String) -> Bool {
    token >= 0 && token < count && reads(token, text)
  }

  /// The length tells most words apart, and costs less than the hash of what is asked for.
  @inline(__always)
  private func reads(_ token: Int, _ text: String) -> Bool {
    keys.length(of: token) == text.utf8.count && hashes[token] == wordHash(text.utf8)
  }

  /// Whether the token is one of `words`, in lower case.
  func isToken(_ token: Int, in words: WordSet) -> Bool {
    token >= 0 && token < count && words.contains(hashes[token])
  }

  /// The same for words that are written out where they are asked for.
  func isToken(_ token: Int, in words: [String]) -> Bool {
    token >= 0 && token < count && words.contains { reads(token, $0) }
  }

  /// Whether the token begins with `prefix`, in lower case.
  func beginsWith(_ prefix: String, _ token: Int) -> Bool {
    token >= 0 && token < count && keys.length(of: token) >= prefix.utf8.count
      && keys[token].starts(with: prefix.utf8)
  }

  /// Whether the token ends in `suffix`, in lower case.
  func endsIn(_ suffix: String, _ token: Int) -> Bool {
    token >= 0 && token < count && keys[token].suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  /// Whether the token is in any of `set`'s classes.
  func isAny(_ token: Int, _ set: WordClasses) -> Bool {
    token >= 0 && token < count && !classes[token].isDisjoint(with: set)
  }

  /// The longest listed phrase that begins at `token` and is in any of `set`'s classes.
  func phrase(at token: Int, _ set: WordClasses) -> Phrase? {
    guard let row = phraseStarts[token], !phrases[row].classes.isDisjoint(with: set) else {
      return nil
    }
    return phrases[row]
  }

  /// Where a word or phrase of `set`'s classes begins at `token`, its tokens; a phrase goes before a word.
  func span(at token: Int, _ set: WordClasses) -> TokenRange? {
    if let phrase = phrase(at: token, set) { return phrase.tokens }
    return isAny(token, set) ? TokenRange(token..<token + 1) : nil
  }

  func sentence(of token: Int) -> Int { sentences.sentence(at: token) ?? 0 }
}

/// Lower case, with straight apostrophes: the form in which lexicon and gazetteer list words.
public func folded(_ string: String) -> String {
  let lower = string.lowercased()
  guard lower.utf8.contains(0xE2) else { return lower }
  return String(lower.map { $0 == "’" || $0 == "‘" || $0 == "ʼ" ? "'" : $0 })
}
