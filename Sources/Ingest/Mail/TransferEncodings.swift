/// The bytes that base64 stands for; what is none of its letters is passed over.
func decodeBase64(_ text: some Sequence<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  var bits: UInt32 = 0
  var count = 0
  for byte in text {
    let value: UInt32
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(byte) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(byte) - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(byte) + 4
    case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
    default: continue
    }
    bits = bits << 6 | value
    count += 6
    if count >= 8 {
      count -= 8
      result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
  }
  return result
}

/// The bytes that quoted-printable stands for; an equals sign that is none of its own stands for itself.
func decodeQuotedPrintable(_ text: ArraySlice<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(text.count)
  var rest = text
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "=") else {
      result.append(byte)
      continue
    }
    if let value = hexByte(rest) {
      result.append(value)
      rest = rest.dropFirst(2)
      continue
    }
    // A line that goes on; blanks may have come behind the sign.
    let blanks = rest.prefix { $0 == 32 || $0 == 9 || $0 == 13 }
    if rest.dropFirst(blanks.count).first == 10 {
      rest = rest.dropFirst(blanks.count + 1)
    } else {
      result.append(byte)
    }
  }
  return result
}

/// The byte that two hexadecimal digits at the front give.
private func hexByte(_ text: ArraySlice<UInt8>) -> UInt8? {
  let digits = text.prefix(2)
  guard digits.count == 2, digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }) else {
    return nil
  }
  return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
}

/// A field's text with its encoded words read, such as `=?utf-8?Q?Caf=C3=A9?=`.
/// - Note: RFC 2047; white space between two of them is none of the text.
func decodeWords(_ field: [UInt8]) -> String {
  var result: [UInt8] = []
  var rest = field[...]
  var isBehindWord = false
  while let start = rest.range(ofBytes: Array("=?".utf8)) {
    let plain = rest[..<start.lowerBound]
    if let (word, end) = encodedWord(rest[start.lowerBound...]) {
      let isGap = isBehindWord && plain.allSatisfy { $0 == 32 || $0 == 9 }
      if !isGap { result += decodeText(Array(plain)) }
      result += word
      rest = rest[end...]
      isBehindWord = true
    } else {
      result += decodeText(Array(rest[..<start.upperBound]))
      rest = rest[start.upperBound...]
      isBehindWord = false
    }
  }
  result += decodeText(Array(rest))
  return collapsed(String(decoding: result, as: UTF8.self))
}

/// The encoded word at the front as UTF-8, and where it ends.
private func encodedWord(_ text: ArraySlice<UInt8>) -> ([UInt8], Int)? {
  let mark = UInt8(ascii: "?")
  let fields = text.prefix(1000).dropFirst(2)
    .split(separator: mark, maxSplits: 3, omittingEmptySubsequences: false)
  guard fields.count == 4, fields[3].first == UInt8(ascii: "="), fields[1].count == 1,
    let kind = fields[1].first
  else { return nil }
  let charset = String(decoding: fields[0].prefix { $0 != UInt8(ascii: "*") }, as: UTF8.self)
  let bytes: [UInt8]
  switch kind | 32 {
  case UInt8(ascii: "b"): bytes = decodeBase64(fields[2])
  case UInt8(ascii: "q"):
    let spaced = fields[2].map { $0 == UInt8(ascii: "_") ? 32 : $0 }
    bytes = decodeQuotedPrintable(spaced[...])
  default: return nil
  }
  return (decodeText(bytes, charset: charset), fields[3].startIndex + 1)
}
