internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A file that is written beside its place and takes its name when it is whole, so that none is left in part.
final class OutputFile: Sendable {
  private let path: String
  private let temporary: String
  private let descriptor: Int32
  /// The system's error number of the first write that failed; 0 while all went well.
  private let failure = Atomic<Int32>(0)

  /// - Throws: `OutputError` when no file can be made there.
  init(_ path: String) throws(OutputError) {
    // A link stays a link: what it leads to is replaced.
    let place = realpath(path, nil).map { resolved in
      defer { free(resolved) }
      return String(cString: resolved)
    }
    self.path = place ?? path
    var old = stat()
    let isThere = stat(self.path, &old) == 0
    if isThere, old.st_mode & S_IFMT == S_IFDIR {
      throw OutputError(path: path, errorNumber: EISDIR)
    }
    var template = (self.path + ".XXXXXX").utf8CString.map(\.self)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw OutputError(path: path, errorNumber: errno) }
    temporary = template.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
    let mask = umask(0)
    umask(mask)
    fchmod(descriptor, isThere ? old.st_mode & 0o777 : 0o666 & ~mask)
  }

  func write(_ bytes: [UInt8]) {
    guard failure.load(ordering: .relaxed) == 0 else { return }
    if let error = broadsheet.write(bytes, to: descriptor) { fail(error) }
  }

  /// Gives the file its name.
  /// - Returns: A sentence when it could not be written; then nothing has changed.
  func finish() -> String? {
    if fsync(descriptor) != 0, errno != EINVAL { fail(errno) }
    if close(descriptor) != 0 { fail(errno) }
    if failure.load(ordering: .relaxed) == 0, rename(temporary, path) != 0 { fail(errno) }
    let number = failure.load(ordering: .relaxed)
    guard number != 0 else { return nil }
    unlink(temporary)
    return OutputError(path: path, errorNumber: number).description
  }

  private func fail(_ number: Int32) {
    _ = failure.compareExchange(expected: 0, desired: number, ordering: .relaxed)
  }
}

/// An output that cannot be written.
struct OutputError: Error, Equatable, CustomStringConvertible {
  let path: String
  let errorNumber: Int32

  var description: String {
    "\(path) cannot be written: \(String(cString: strerror(errorNumber)))."
  }
}
