internal import Reference

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

/// The class of any character; of what is none, a symbol's.
@inline(__always)
func classify(_ value: UInt32) -> CharacterClass {
  Characters.builtIn.traits(of: value).characterClass
}

/// Whether the word or mark that begins at `offset` begins with an upper-case letter.
func isUpper(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int) -> Bool {
  guard offset < end else { return false }
  if bytes[offset] < 0x80 { return isASCIIUpper(bytes[offset]) }
  return Characters.builtIn.traits(of: decode(bytes, at: offset, end: end).value).isUpper
}

/// Whether the word or mark that begins at `offset` begins with a lower-case letter.
func isLower(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int) -> Bool {
  guard offset < end else { return false }
  if bytes[offset] < 0x80 { return isASCIILower(bytes[offset]) }
  return Characters.builtIn.traits(of: decode(bytes, at: offset, end: end).value).isLower
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
