#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// UTF-8 for windows-1252; the five bytes that it leaves out are controls, and become U+FFFD.
func decodeWindows1252(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count + bytes.count / 8)
  for byte in bytes {
    if byte < 0x80 {
      result.append(byte)
      continue
    }
    let value = byte < 0xA0 ? windows1252[Int(byte) - 0x80] : UInt16(byte)
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
  return result
}

/// The characters of the bytes from 80 to 9F.
private let windows1252: [UInt16] = [
  0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
  0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
]

/// UTF-8 for an encoding that iconv knows by `name`; U+FFFD stands for what is none.
///
/// Nil where it does not know it.
func convert(_ bytes: UnsafeBufferPointer<UInt8>, from name: String) -> [UInt8]? {
  let descriptor = iconv_open("UTF-8", name)
  guard let descriptor, descriptor != iconv_t(bitPattern: -1) else { return nil }
  defer { iconv_close(descriptor) }
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count * 3 / 2)
  var room = [CChar](repeating: 0, count: 16 << 10)
  var next = UnsafeMutablePointer(mutating: bytes.baseAddress).map {
    UnsafeMutableRawPointer($0).assumingMemoryBound(to: CChar.self)
  }
  var left = bytes.count
  while left > 0 {
    let before = left
    room.withUnsafeMutableBufferPointer { room in
      var target = room.baseAddress
      var free = room.count
      let status = iconv(descriptor, &next, &left, &target, &free)
      let filled = room.prefix(room.count - free)
      result.append(contentsOf: filled.lazy.map { UInt8(bitPattern: $0) })
      guard status == Int.max || status == -1, errno != E2BIG, left > 0 else { return }
      // A byte that is no part of a character, or the beginning of one at the end.
      result.append(contentsOf: Array(UTF8.encodedReplacementCharacter))
      next = next?.advanced(by: 1)
      left -= 1
    }
    if left == before { break }
  }
  return result
}
