import Prose
import Screen

/// What is selected in the text, from one character to another, both of them in it.
struct Selection: Equatable, Sendable {
  /// Where the first character of what stays begins, in bytes.
  var anchor: UInt32
  /// Where the character that the keys move begins.
  var head: UInt32
  /// Whether the mouse holds the head.
  var isDragged = false

  /// The bytes of it.
  func range(in text: SourceText) -> Range<UInt32> {
    let last = max(anchor, head)
    return min(anchor, head)..<max(last, text.characterEnd(last))
  }
}

extension SourceText {
  /// A cluster is no longer than this; what is longer is taken for several.
  private static let longestCluster: UInt32 = 64

  /// The end of the character that begins at `byte`.
  func characterEnd(_ byte: UInt32) -> UInt32 {
    guard Int(byte) < count else { return UInt32(count) }
    let end = min(UInt32(count), byte + Self.longestCluster)
    let part = string(in: byte..<end)
    guard let first = part.first else { return byte + 1 }
    // What is not UTF-8 is longer as it is shown than it is.
    if first == "\u{FFFD}" { return byte + 1 }
    return min(UInt32(count), byte + UInt32(first.utf8.count))
  }

  /// The start of the character before `byte`.
  func characterStart(before byte: UInt32) -> UInt32 {
    guard byte > 0 else { return 0 }
    var start = byte - min(byte, Self.longestCluster)
    while start < byte, self[Int(start)] & 0xC0 == 0x80 { start += 1 }
    guard let last = string(in: start..<byte).last, last != "\u{FFFD}" else { return byte - 1 }
    return byte - min(byte, UInt32(last.utf8.count))
  }

  /// What kind of character begins at `byte`: words are of one kind.
  func characterKind(_ byte: UInt32) -> CharacterKind {
    guard Int(byte) < count, let first = string(in: byte..<characterEnd(byte)).first else {
      return .space
    }
    if first.isWhitespace { return .space }
    if first.isLetter || first.isNumber || first == "\u{FFFD}" { return .word }
    return .sign
  }

  enum CharacterKind {
    case space
    case word
    case sign
  }
}

/// How the keys move the head of a selection.
enum SelectionMotion: Sendable {
  case character
  case word
  case wordEnd
  case sentence
  case paragraph
  case line
  case lineEdge
}

/// What is selected as a whole.
enum TextObject: Sendable {
  case word
  case sentence
  case paragraph
  case name
  case quotation
}

extension Document {
  /// The bytes of the sentence at `byte`; of its paragraph where sentences are not known.
  func sentenceRange(at byte: UInt32) -> Range<UInt32>? {
    if let token = tokens.tokens(in: byte..<byte + 1)?.first ?? nextToken(byte),
      let sentence = sentences.sentence(at: Int(token))
    {
      return range(of: ID<Sentence>(row: sentence))
    }
    return blocks.block(at: byte).map { blocks.range($0) }
  }

  private func nextToken(_ byte: UInt32) -> UInt32? {
    let row = tokens.starts.partitioningIndex { $0 >= byte }
    return row < tokens.count ? UInt32(row) : nil
  }
}
