/// What a character is to blocks and tokens.
enum CharacterClass: UInt8 {
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
  @inline(__always)
  var isBlank: Bool { self == .space || self == .invisible }

  @inline(__always)
  var continuesWord: Bool {
    self == .letter || self == .digit || self == .mark || self == .joiner
  }
}

/// A character as decoded from bytes.
struct DecodedCharacter {
  /// The scalar's value; `UInt32.max` for bytes that are not UTF-8.
  let value: UInt32
  /// In bytes, 1 or more.
  let count: Int
}

/// Decodes the character at `offset`; ill-formed bytes are taken together as `String` repairs them.
/// - Note: Unicode 15.0, section 3.9, table 3-7 and "Substitution of Maximal Subparts".
func decode(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int) -> DecodedCharacter {
  let first = bytes[offset]
  if first < 0x80 { return DecodedCharacter(value: UInt32(first), count: 1) }
  var low: UInt8 = 0x80
  var high: UInt8 = 0xBF
  let count: Int
  var value: UInt32
  switch first {
  case 0xC2...0xDF:
    count = 2
    value = UInt32(first & 0x1F)
  case 0xE0...0xEF:
    count = 3
    value = UInt32(first & 0x0F)
    if first == 0xE0 { low = 0xA0 }
    if first == 0xED { high = 0x9F }
  case 0xF0...0xF4:
    count = 4
    value = UInt32(first & 0x07)
    if first == 0xF0 { low = 0x90 }
    if first == 0xF4 { high = 0x8F }
  default:
    return DecodedCharacter(value: .max, count: 1)
  }
  for index in 1..<count {
    guard offset + index < end, bytes[offset + index] >= low, bytes[offset + index] <= high else {
      return DecodedCharacter(value: .max, count: index)
    }
    value = value << 6 | UInt32(bytes[offset + index] & 0x3F)
    low = 0x80
    high = 0xBF
  }
  return DecodedCharacter(value: value, count: count)
}

@inline(__always)
func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 }

@inline(__always)
func isASCIIDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

@inline(__always)
func isASCIIUpper(_ byte: UInt8) -> Bool { byte &- 65 < 26 }

@inline(__always)
func isASCIILower(_ byte: UInt8) -> Bool { byte &- 97 < 26 }

@inline(__always)
func classOfASCII(_ byte: UInt8) -> CharacterClass {
  switch byte {
  case 65...90, 97...122, 95: .letter
  case 48...57: .digit
  case 9...13, 32: .space
  case 39: .apostrophe
  case 45: .hyphen
  case 46: .period
  case 33, 34, 40, 41, 44, 47, 58, 59, 63, 91, 92, 93, 123, 125: .punctuation
  default: .symbol
  }
}

/// The class of any character; ranges that news is full of come first.
func classify(_ value: UInt32) -> CharacterClass {
  switch value {
  case 0..<0x80: return classOfASCII(UInt8(value))
  case 0xD7, 0xF7: return .symbol
  case 0xC0...0x2AF: return .letter
  case 0x2BC, 0x2018, 0x2019, 0x201B: return .apostrophe
  case 0x300...0x36F, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF: return .mark
  case 0x37E, 0x387: return .punctuation
  case 0x370...0x373, 0x376...0x37D, 0x386, 0x388...0x481, 0x48A...0x52F: return .letter
  case 0x2010, 0x2011: return .hyphen
  case 0x2026, 0x2012...0x2015, 0x201A, 0x201C...0x201F: return .punctuation
  case 0xAD, 0x200C, 0x200D: return .joiner
  case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return .space
  case 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: return .invisible
  case 0x3041...0x3096, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x3FFFF: return .ideograph
  case 0x30A1...0x30FA, 0x30FC...0x30FF, 0xAC00...0xD7A3: return .letter
  case 0x1F1E6...0x1F1FF: return .regional
  case .max: return .symbol
  default: return classifyByCategory(value)
  }
}

private func classifyByCategory(_ value: UInt32) -> CharacterClass {
  guard let scalar = Unicode.Scalar(value) else { return .symbol }
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
    .letterNumber:
    return .letter
  case .decimalNumber: return .digit
  case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
  case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
    .initialPunctuation, .finalPunctuation, .otherPunctuation:
    return .punctuation
  default: return .symbol
  }
}

/// Whether the word or mark that begins at `offset` begins with an upper-case letter.
func isUpper(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int) -> Bool {
  guard offset < end else { return false }
  if bytes[offset] < 0x80 { return isASCIIUpper(bytes[offset]) }
  guard let scalar = Unicode.Scalar(decode(bytes, at: offset, end: end).value) else { return false }
  return scalar.properties.isUppercase || scalar.properties.generalCategory == .titlecaseLetter
}

/// Whether the word or mark that begins at `offset` begins with a lower-case letter.
func isLower(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int) -> Bool {
  guard offset < end else { return false }
  if bytes[offset] < 0x80 { return isASCIILower(bytes[offset]) }
  guard let scalar = Unicode.Scalar(decode(bytes, at: offset, end: end).value) else { return false }
  return scalar.properties.isLowercase
}

/// The first byte of ink in `range`, or its end.
func skipBlank(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
  var offset = range.lowerBound
  while offset < range.upperBound {
    let byte = bytes[offset]
    if byte < 0x80 {
      guard byte == 32 || byte &- 9 < 5 else { return offset }
      offset += 1
    } else {
      let character = decode(bytes, at: offset, end: range.upperBound)
      guard classify(character.value).isBlank else { return offset }
      offset += character.count
    }
  }
  return range.upperBound
}

/// Behind the last byte of ink in `range`, or its start.
func dropBlank(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
  var end = range.upperBound
  while end > range.lowerBound {
    let byte = bytes[end - 1]
    if byte < 0x80 {
      guard byte == 32 || byte &- 9 < 5 else { return end }
      end -= 1
    } else {
      var start = end - 1
      while start > range.lowerBound, end - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      let character = decode(bytes, at: start, end: end)
      guard start + character.count == end, classify(character.value).isBlank else { return end }
      end = start
    }
  }
  return end
}
