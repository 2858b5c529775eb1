#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

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
