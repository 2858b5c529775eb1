internal import Prose

/// UTF-8, without its byte order mark, for text in any encoding.
///
/// What its own bytes prove goes before what is said of them: a byte order mark, then the zeros of UTF-16 and UTF-32,
/// then `charset`, then `declared`, then UTF-8 if it is well-formed, then windows-1252. Labels mean what the web means
/// by them: Latin 1 is windows-1252. Text that is labeled so, and is well-formed UTF-8, is UTF-8.
/// - Parameters:
///   - bytes: The text as it came.
///   - charset: The label that came beside it, from the HTTP header.
///   - declared: The label in it, from an XML declaration or a `meta` element.
/// - Returns: Well-formed UTF-8; U+FFFD stands for what could not be decoded.
func decodeText(_ bytes: [UInt8], charset: String? = nil, declared: String? = nil) -> [UInt8] {
  if let (name, markCount) = provenEncoding(of: bytes) {
    let rest = bytes[markCount...]
    return name == "UTF-8" ? repaired(rest) : converted(rest, from: name) ?? repaired(rest)
  }
  for label in [charset, declared].compactMap({ $0 }) {
    switch Charset(label: label) {
    case .utf8?: return isMostlyUTF8(bytes) ? repaired(bytes[...]) : western(bytes)
    case .windows1252?: return isWellFormedUTF8(bytes) ? bytes : western(bytes)
    // The declaration could be read, so that it is not in two bytes a character, whatever it says.
    case .utf16?, nil: continue
    case .other(let name)?: if let text = converted(bytes[...], from: name) { return text }
    }
  }
  return isMostlyUTF8(bytes) ? repaired(bytes[...]) : western(bytes)
}

/// The encoding that the first bytes of text or markup prove, and how many of them are a byte order mark.
private func provenEncoding(of bytes: [UInt8]) -> (name: String, markCount: Int)? {
  let marks: [([UInt8], String)] = [
    ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE, 0, 0], "UTF-32LE"),
    ([0, 0, 0xFE, 0xFF], "UTF-32BE"), ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
  ]
  for (mark, name) in marks where bytes.starts(with: mark) { return (name, mark.count) }
  guard bytes.count >= 4 else { return nil }
  // An ASCII character first, as in markup and JSON.
  return switch (bytes[0] != 0, bytes[1] != 0, bytes[2] != 0, bytes[3] != 0) {
  case (true, false, false, false): ("UTF-32LE", 0)
  case (false, false, false, true): ("UTF-32BE", 0)
  case (true, false, true, false): ("UTF-16LE", 0)
  case (false, true, false, true): ("UTF-16BE", 0)
  default: nil
  }
}

/// Bytes that are no UTF-8, as western Europe writes them.
///
/// A byte that windows-1252 leaves open tells that it is not: then it is Latin 2, the next most used.
private func western(_ bytes: [UInt8]) -> [UInt8] {
  let open: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
  let isLatin2 = bytes.contains(where: open.contains)
  let upperHalf: [UInt8] = Array(0xA0...0xFF)
  let latin2 = isLatin2 ? converted(upperHalf[...], from: "ISO-8859-2") : nil
  let characters = latin2.map { Array(String(decoding: $0, as: UTF8.self).unicodeScalars) }
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count + bytes.count / 8)
  for byte in bytes {
    switch byte {
    case 0..<0x80: result.append(byte)
    case 0x80..<0xA0: append(characters128To159[Int(byte) - 0x80])
    default:
      if let characters, characters.count == upperHalf.count {
        append(characters[Int(byte) - 0xA0])
      } else {
        append(Unicode.Scalar(byte))
      }
    }
  }
  func append(_ scalar: Unicode.Scalar) {
    result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
  return result
}

/// How many characters beyond ASCII are well-formed UTF-8, and how many bytes are none.
private func surveyUTF8(_ bytes: [UInt8]) -> (good: Int, bad: Int) {
  bytes.withUnsafeBufferPointer { bytes in
    var good = 0
    var bad = 0
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] < 0x80 {
        offset += 1
        continue
      }
      let (count, isWellFormed) = bytes.scalar(at: offset)
      if isWellFormed { good += 1 } else { bad += 1 }
      offset += count
    }
    return (good, bad)
  }
}

private func isWellFormedUTF8(_ bytes: [UInt8]) -> Bool { surveyUTF8(bytes).bad == 0 }

/// Whether it is UTF-8 but for a few characters that were cut or spoiled on the way.
private func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
  let (good, bad) = surveyUTF8(bytes)
  return bad * 4 <= good
}

private func repaired(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  isWellFormedUTF8(Array(bytes)) ? Array(bytes) : Array(String(decoding: bytes, as: UTF8.self).utf8)
}

/// Has the system convert an encoding that it knows; nil for one that it does not.
private func converted(_ bytes: ArraySlice<UInt8>, from name: String) -> [UInt8]? {
  bytes.withUnsafeBufferPointer { convert($0, from: name) }.map { repaired($0[...]) }
}
