internal import CTexts

/// Appends `bytes` with their character references resolved: `&amp;`, `&#8217;`, `&#x2019;`, `&rsquo;`.
///
/// What only looks like one stays as it is, so that an ampersand that nobody escaped is kept. No entity of a
/// document's own is known, so none can expand into more than a character.
/// - Note: Numbers 128 to 159 are read as windows-1252, as HTML 5, section 13.2.5.80, has it.
func appendResolved(_ bytes: ArraySlice<UInt8>, to result: inout [UInt8]) {
  var rest = bytes
  while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
    result.append(contentsOf: rest[rest.startIndex..<ampersand])
    if let (scalar, end) = reference(in: rest[ampersand...]) {
      if let scalar { result.append(contentsOf: UTF8.encode(scalar) ?? replacementCharacter) }
      rest = rest[end...]
    } else {
      result.append(UInt8(ascii: "&"))
      rest = rest[(ampersand + 1)...]
    }
  }
  result.append(contentsOf: rest)
}

/// `bytes` with their character references resolved.
func resolved(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  appendResolved(bytes, to: &result)
  return result
}

/// Whether a character reference that means something is in `bytes`.
func containsReference(_ bytes: ArraySlice<UInt8>) -> Bool {
  var rest = bytes
  while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
    if reference(in: rest[ampersand...]) != nil { return true }
    rest = rest[(ampersand + 1)...]
  }
  return false
}

private let replacementCharacter = UTF8.encodedReplacementCharacter

/// No reference is longer, the ampersand and the semicolon included.
private let longestReference = 12

/// The reference that `bytes` begin with, and where it ends.
///
/// Its character is nil where it names a control that no text may hold.
private func reference(
  in bytes: ArraySlice<UInt8>
) -> (scalar: Unicode.Scalar?, end: Int)? {
  guard let semicolon = bytes.prefix(longestReference).firstIndex(of: UInt8(ascii: ";"))
  else { return nil }
  let name = bytes[(bytes.startIndex + 1)..<semicolon]
  if name.first == UInt8(ascii: "#") {
    guard let number = number(name.dropFirst()) else { return nil }
    return (character(number), semicolon + 1)
  }
  guard let scalar = NamedReferences.builtIn.scalars[Array(name)] else { return nil }
  return (scalar, semicolon + 1)
}

private func number(_ digits: ArraySlice<UInt8>) -> UInt32? {
  let isHexadecimal = digits.first == UInt8(ascii: "x") || digits.first == UInt8(ascii: "X")
  let digits = isHexadecimal ? digits.dropFirst() : digits
  let isNumber = digits.allSatisfy { byte in
    Character(Unicode.Scalar(byte)).hexDigitValue.map { isHexadecimal || $0 < 10 } ?? false
  }
  guard !digits.isEmpty, isNumber else { return nil }
  // Nine digits of either kind may be too many for a character, but not for the number.
  return UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
    ?? UInt32.max
}

private func character(_ number: UInt32) -> Unicode.Scalar? {
  switch number {
  case 9, 10, 13: return Unicode.Scalar(number)
  case 0..<32, 127: return nil
  case 128..<160: return characters128To159[Int(number) - 128]
  default: return Unicode.Scalar(number) ?? "\u{FFFD}"
  }
}

/// What windows-1252 means by the bytes 128 to 159; for the five that it leaves open the control of Latin 1.
let characters128To159: [Unicode.Scalar] = Array(
  """
  €\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ
  """.unicodeScalars
)

/// The names that HTML 4 gives characters.
private struct NamedReferences {
  static let builtIn = Self()

  let scalars: [[UInt8]: Unicode.Scalar]

  private init() {
    let table = broadsheet_entities()
    let bytes = UnsafeBufferPointer(start: table.bytes, count: table.count)
    var scalars: [[UInt8]: Unicode.Scalar] = [:]
    for line in bytes.split(separator: 10) where line.first != UInt8(ascii: "#") {
      let columns = line.split(separator: 9)
      guard columns.count == 2,
        let number = UInt32(String(decoding: columns[1], as: UTF8.self), radix: 16)
      else { continue }
      scalars[Array(columns[0])] = Unicode.Scalar(number)
    }
    self.scalars = scalars
  }
}
