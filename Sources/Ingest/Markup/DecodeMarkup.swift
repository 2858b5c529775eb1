internal import Prose

/// The text of a page or a feed as UTF-8 without a byte order mark.
///
/// What counts, in this order: a byte order mark, what the server said, what the document says of itself, and what
/// the bytes are: UTF-8 where they are valid, else windows-1252. A document that says it is UTF-8 and is not is read
/// as windows-1252 only where more than one byte in fifty is wrong; else U+FFFD stands for them.
/// `charset` is the server's word for it, from the content type.
func decodeMarkup(
  _ bytes: UnsafeBufferPointer<UInt8>,
  charset: String? = nil,
  as language: MarkupLanguage
) -> [UInt8] {
  if bytes.starts(with: byteOrderMark) { return mended(bytes[byteOrderMark.count...]) }
  if let order = byteOrder(of: bytes),
    let decoded = decodeUTF16(UnsafeBufferPointer(rebasing: bytes[2...]), order)
  {
    return decoded
  }
  let told = charset.flatMap { Charset(label: $0) } ?? declaredCharset(bytes, in: language)
  switch told {
  case .utf16(let order)?:
    // A declaration that can be read as ASCII is wrong about being UTF-16.
    if charset != nil, bytes.prefix(64).contains(0), let decoded = decodeUTF16(bytes, order) {
      return decoded
    }
  case .windows1252?:
    // Many a page was made in Latin 1 and is served in UTF-8.
    if isPlainlyUTF8(bytes) { return Array(bytes) }
    return decodeWindows1252(bytes)
  case .other(let name)?:
    if let decoded = convert(bytes, from: name) { return decoded }
  case .utf8?, nil:
    break
  }
  if told == nil, let order = unmarkedUTF16(bytes), let decoded = decodeUTF16(bytes, order) {
    return decoded
  }
  let faults = countFaults(bytes)
  if faults == 0 { return Array(bytes) }
  let isUTF8 = told == .utf8 && faults * 50 < bytes.count
  return isUTF8 ? mended(bytes[...]) : decodeWindows1252(bytes)
}

/// Bytes that are no UTF-8.
private func countFaults(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
  var offset = 0
  var faults = 0
  while offset < bytes.count {
    if bytes[offset] < 0x80 {
      offset += 1
      continue
    }
    let (count, isWellFormed) = bytes.scalar(at: offset)
    if !isWellFormed { faults += 1 }
    offset += count
  }
  return faults
}

/// Whether it is UTF-8 with letters beyond ASCII.
private func isPlainlyUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  bytes.contains { $0 >= 0x80 } && countFaults(bytes) == 0
}

private func mended(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
  let bytes = UnsafeBufferPointer(rebasing: bytes)
  guard countFaults(bytes) > 0 else { return Array(bytes) }
  return Array(String(decoding: bytes, as: UTF8.self).utf8)
}

/// The order of UTF-16 that has no mark: it begins with a tag.
private func unmarkedUTF16(_ bytes: UnsafeBufferPointer<UInt8>) -> ByteOrder? {
  guard bytes.count >= 4 else { return nil }
  if bytes[0] == UInt8(ascii: "<"), bytes[1] == 0, bytes[3] == 0 { return .littleEndian }
  if bytes[0] == 0, bytes[1] == UInt8(ascii: "<"), bytes[2] == 0 { return .bigEndian }
  return nil
}
