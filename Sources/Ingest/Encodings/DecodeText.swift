internal import Prose

/// UTF-8, without its byte order mark, for text, a page or a feed in any encoding.
///
/// What its own bytes prove goes before what is said of them: a byte order mark, then the zeros of UTF-16 and UTF-32,
/// then `charset`, then `declared`, then UTF-8 if it is well-formed, then windows-1252. Labels mean what the web means
/// by them: Latin 1 is windows-1252. Text that is labeled so, and is well-formed UTF-8, is UTF-8; so is text that
/// declares another encoding, since it may have been saved anew.
/// - Parameters:
///   - bytes: The text as it came.
///   - charset: The label that came beside it, from the HTTP header.
///   - declared: What it says of itself, in an XML declaration or a `meta` element.
/// - Returns: Well-formed UTF-8; U+FFFD stands for what could not be decoded.
func decodeText(
  _ bytes: UnsafeBufferPointer<UInt8>,
  charset: String? = nil,
  declared: Charset? = nil
) -> [UInt8] {
  if let (name, markCount) = provenEncoding(of: bytes) {
    let rest = UnsafeBufferPointer(rebasing: bytes[markCount...])
    return name == "UTF-8" ? repaired(rest) : convert(rest, from: name) ?? repaired(rest)
  }
  let survey = surveyUTF8(bytes)
  if let charset, let told = Charset(label: charset),
    let text = decoded(bytes, as: told, survey)
  {
    return text
  }
  let isPlainlyUTF8 = survey.good > 0 && survey.bad == 0
  if let declared, !isPlainlyUTF8, let text = decoded(bytes, as: declared, survey) { return text }
  return survey.isMostlyUTF8 ? repaired(bytes) : western(bytes)
}

func decodeText(_ bytes: [UInt8], charset: String? = nil, declared: Charset? = nil) -> [UInt8] {
  bytes.withUnsafeBufferPointer { decodeText($0, charset: charset, declared: declared) }
}

/// The text in the encoding that it is said to be in; nil where it cannot be in that.
private func decoded(
  _ bytes: UnsafeBufferPointer<UInt8>,
  as charset: Charset,
  _ survey: Survey
) -> [UInt8]? {
  switch charset {
  case .utf8: survey.isMostlyUTF8 ? repaired(bytes) : western(bytes)
  case .windows1252: survey.bad == 0 ? Array(bytes) : western(bytes)
  // What is said in the text could be read, so that it is not in two bytes a character.
  case .utf16: nil
  case .other(let name):
    convert(bytes, from: name).map { text in text.withUnsafeBufferPointer(repaired) }
  }
}

/// The encoding that the first bytes of text or markup prove, and how many of them are a byte order mark.
private func provenEncoding(of bytes: UnsafeBufferPointer<UInt8>) -> (name: String, markCount: Int)?
{
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
private func western(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
  let open: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
  let isLatin2 = bytes.contains(where: open.contains)
  let upperHalf: [UInt8] = Array(0xA0...0xFF)
  let latin2 =
    isLatin2 ? upperHalf.withUnsafeBufferPointer { convert($0, from: "ISO-8859-2") } : nil
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
private struct Survey {
  var good = 0
  var bad = 0

  /// Whether it is UTF-8 but for a few characters that were cut or spoiled on the way.
  var isMostlyUTF8: Bool { bad * 4 <= good }
}

private func surveyUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Survey {
  var survey = Survey()
  var offset = 0
  while offset < bytes.count {
    if bytes[offset] < 0x80 {
      offset += 1
      continue
    }
    let (count, isWellFormed) = bytes.scalar(at: offset)
    if isWellFormed { survey.good += 1 } else { survey.bad += 1 }
    offset += count
  }
  return survey
}

private func repaired(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
  surveyUTF8(bytes).bad == 0 ? Array(bytes) : Array(String(decoding: bytes, as: UTF8.self).utf8)
}
