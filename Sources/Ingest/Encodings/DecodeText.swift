internal import Prose

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

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
    switch encodingName(of: label) {
    case "UTF-8": return isMostlyUTF8(bytes) ? repaired(bytes[...]) : western(bytes)
    case "WINDOWS-1252":
      return isWellFormedUTF8(bytes) ? bytes : western(bytes)
    // The declaration could be read, so that it is not in two bytes a character, whatever it says.
    case "UTF-16", "UTF-32": continue
    case let name: if let text = converted(bytes[...], from: name) { return text }
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

/// The name that the system's converter has for a label of the web.
///
/// Where a label's encoding was widened in use, the wide one: its bytes are read alike.
/// - Note: After the WHATWG's Encoding Standard, section 4.2.
private func encodingName(of label: String) -> String {
  let label = String(label.uppercased().filter { $0 != " " && $0 != "\"" && $0 != "'" })
  return switch label {
  case "UTF8", "UTF-8", "UNICODE-1-1-UTF-8": "UTF-8"
  case "UTF-16", "UTF-16LE", "UTF-16BE", "UCS-2", "UNICODE", "ISO-10646-UCS-2": "UTF-16"
  case "UTF-32", "UTF-32LE", "UTF-32BE", "UCS-4", "ISO-10646-UCS-4": "UTF-32"
  case "ISO-8859-1", "ISO8859-1", "ISO_8859-1", "LATIN1", "LATIN-1", "L1", "ASCII", "US-ASCII",
    "ANSI", "CP1252", "WINDOWS-1252", "X-CP1252", "ISO-LATIN-1":
    "WINDOWS-1252"
  case "ISO-8859-9", "LATIN5": "WINDOWS-1254"
  case "ISO-8859-11", "TIS-620", "WINDOWS-874": "CP874"
  case "GB2312", "GBK", "GB_2312-80", "X-GBK", "CHINESE": "GB18030"
  case "SHIFT_JIS", "SHIFT-JIS", "SJIS", "X-SJIS", "WINDOWS-31J": "CP932"
  case "EUC-KR", "KS_C_5601-1987", "KSC5601", "KOREAN", "WINDOWS-949": "CP949"
  case "BIG5", "BIG-5", "X-X-BIG5", "CN-BIG5": "BIG5-HKSCS"
  case "ISO-8859-8-I", "ISO-8859-8-E": "ISO-8859-8"
  default: label
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
    case 0x80..<0xA0: append(windows1252[Int(byte) - 0x80])
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
  let isName = name.utf8.allSatisfy { byte in
    Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber
      || "-_.:".utf8.contains(byte)
  }
  guard isName, !name.isEmpty, let converter = iconv_open("UTF-8", name),
    Int(bitPattern: converter) != -1
  else { return nil }
  defer { iconv_close(converter) }
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count * 2)
  var input = bytes.map { CChar(bitPattern: $0) }
  var output = [CChar](repeating: 0, count: 1 << 16)
  input.withUnsafeMutableBufferPointer { input in
    output.withUnsafeMutableBufferPointer { output in
      var next = input.baseAddress
      var left = input.count
      while true {
        // Behind the input, what the converter still holds back.
        let isEnd = left == 0
        var place = output.baseAddress
        var room = output.count
        let status =
          isEnd
          ? iconv(converter, nil, nil, &place, &room)
          : iconv(converter, &next, &left, &place, &room)
        let error = errno
        for byte in output[..<(output.count - room)] { result.append(UInt8(bitPattern: byte)) }
        if isEnd { break }
        // A full buffer is emptied and filled again; a byte that means nothing is passed.
        guard status == -1, error != E2BIG else { continue }
        result.append(contentsOf: UTF8.encodedReplacementCharacter)
        next = next.map { $0 + 1 }
        left -= 1
      }
    }
  }
  return repaired(result[...])
}
