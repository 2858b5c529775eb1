internal import CReference

/// What a character is to blocks and tokens.
public enum CharacterClass: UInt8, CaseIterable, Sendable {
  /// White space, as in Unicode.
  case space
  /// Seen by nobody and part of no word: byte-order and direction marks, zero-width spaces.
  case invisible
  case letter
  case digit
  /// Goes with the character before it: accents, variation selectors, skin tones.
  case mark
  /// Seen by nobody, inside a word or a symbol: joiners and soft hyphens.
  case joiner
  /// A word by itself, as in Chinese and Japanese.
  case ideograph
  case apostrophe
  case hyphen
  case period
  case punctuation
  case symbol
  /// Half of a flag.
  case regional

  /// Whether the character leaves no ink.
  @inlinable public var isBlank: Bool { self == .space || self == .invisible }

  @inlinable public var continuesWord: Bool {
    self == .letter || self == .digit || self == .mark || self == .joiner
  }
}

/// A character's Word_Break property.
/// - Note: Unicode Annex #29, section 4.1.
public enum WordBreak: UInt8, CaseIterable, Sendable {
  case other
  case carriageReturn
  case lineFeed
  case newline
  case extend
  case joiner
  case format
  case regionalIndicator
  case katakana
  case hebrewLetter
  case letter
  case singleQuote
  case doubleQuote
  case midNumberLetter
  case midLetter
  case midNumber
  case numeric
  case extendNumberLetter
  case segmentSpace
}

/// What is known of a character, in two bytes.
public struct CharacterTraits: Hashable, Sendable {
  public let rawValue: UInt16

  @inlinable
  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  public init(
    _ characterClass: CharacterClass,
    _ wordBreak: WordBreak,
    isPictographic: Bool,
    isUpper: Bool,
    isLower: Bool
  ) {
    rawValue =
      UInt16(characterClass.rawValue) | UInt16(wordBreak.rawValue) << 4
      | (isPictographic ? 1 << 9 : 0) | (isUpper ? 1 << 10 : 0) | (isLower ? 1 << 11 : 0)
  }

  @inlinable public var characterClass: CharacterClass {
    CharacterClass(rawValue: UInt8(truncatingIfNeeded: rawValue & 15)) ?? .symbol
  }
  @inlinable public var wordBreak: WordBreak {
    WordBreak(rawValue: UInt8(truncatingIfNeeded: rawValue >> 4 & 31)) ?? .other
  }
  /// Whether Unicode may draw it as an emoji.
  @inlinable public var isPictographic: Bool { rawValue & 1 << 9 != 0 }
  /// Upper or title case.
  @inlinable public var isUpper: Bool { rawValue & 1 << 10 != 0 }
  @inlinable public var isLower: Bool { rawValue & 1 << 11 != 0 }
}

/// The traits of all characters: a table in two steps, built by `broadsheet-workshop characters`.
///
/// Behind the header stand the number of kinds of traits and those, two bytes each, padded to four bytes; then a row
/// number of two bytes for each run of 128 characters; then the rows, a byte for each character, which is the number
/// of its kind.
public struct Characters: Sendable {
  public static let format = "BCHR"
  public static let version: UInt32 = 1
  public static let runCount = 0x110000 >> 7
  public static let builtIn = Characters(TableBytes(broadsheet_characters()))

  public let bytes: TableBytes
  private let kinds: Int
  private let runs: Int
  private let rows: Int

  public init(_ bytes: TableBytes) {
    precondition(bytes.format == Self.format && bytes.version == Self.version, "a character table")
    self.bytes = bytes
    kinds = TableBytes.headerCount + 4
    runs = (kinds + 2 * Int(bytes.load(UInt32.self, at: TableBytes.headerCount)) + 3) & ~3
    rows = runs + 2 * Self.runCount
  }

  /// The traits of the character with this value; a symbol's for what is none.
  public func traits(of value: UInt32) -> CharacterTraits {
    guard value < 0x110000 else {
      return CharacterTraits(rawValue: UInt16(CharacterClass.symbol.rawValue))
    }
    let row = Int(bytes.load(UInt16.self, at: runs + 2 * Int(value >> 7)))
    let kind = Int(bytes.load(UInt8.self, at: rows + (row << 7) + Int(value & 127)))
    return CharacterTraits(rawValue: bytes.load(UInt16.self, at: kinds + 2 * kind))
  }
}
