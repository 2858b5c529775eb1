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
///
/// Nil where so many are lone that it is no UTF-16: more than 8, and 2 in 100.
func decodeUTF16(_ bytes: UnsafeBufferPointer<UInt8>, _ order: ByteOrder) -> [UInt8]? {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var units = stride(from: 0, to: bytes.count - 1, by: 2).lazy.map { offset in
    let (first, second) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
    return order == .bigEndian ? first << 8 | second : second << 8 | first
  }.makeIterator()
  var decoder = UTF16()
  var faults = bytes.count % 2
  decoding: while true {
    switch decoder.decode(&units) {
    case .scalarValue(let scalar):
      result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    case .error:
      faults += 1
      result.append(contentsOf: UTF8.encodedReplacementCharacter)
    case .emptyInput: break decoding
    }
  }
  if bytes.count % 2 == 1 { result.append(contentsOf: UTF8.encodedReplacementCharacter) }
  return faults > 8 && faults * 100 > bytes.count ? nil : result
}
