/// In which order UTF-16 puts the two bytes of a unit.
enum ByteOrder {
  case bigEndian
  case littleEndian
}

/// The order that a byte order mark at the start tells; nil without one.
func byteOrder(of bytes: UnsafeBufferPointer<UInt8>) -> ByteOrder? {
  guard bytes.count >= 2 else { return nil }
  return switch (bytes[0], bytes[1]) {
  case (0xFE, 0xFF): .bigEndian
  case (0xFF, 0xFE): .littleEndian
  default: nil
  }
}

/// UTF-8 for UTF-16 without its byte order mark; lone surrogates and an odd last byte become U+FFFD.
func decodeUTF16(_ bytes: UnsafeBufferPointer<UInt8>, _ order: ByteOrder) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  let units = stride(from: 0, to: bytes.count - 1, by: 2).lazy.map { offset in
    let (first, second) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
    return order == .bigEndian ? first << 8 | second : second << 8 | first
  }
  _ = transcode(
    units.makeIterator(),
    from: UTF16.self,
    to: UTF8.self,
    stoppingOnError: false
  ) { result.append($0) }
  if bytes.count % 2 == 1 { result.append(contentsOf: "\u{FFFD}".utf8) }
  return result
}
