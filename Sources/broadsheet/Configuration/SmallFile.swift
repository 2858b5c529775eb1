#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A configuration is no longer.
private let longestFile = 256 << 10

/// A regular file's text; nil where there is none, or none of that size.
func readSmallFile(_ path: String) -> String? {
  // Not blocking: a pipe or a device of that name must not hold up the start.
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
    status.st_size <= longestFile
  else { return nil }
  var bytes: [UInt8] = Array(repeating: 0, count: Int(status.st_size))
  var count = 0
  while count < bytes.count {
    let part = bytes.withUnsafeMutableBytes { buffer in
      read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
    }
    guard part > 0 else { break }
    count += part
  }
  return String(decoding: bytes[..<count], as: UTF8.self)
}
