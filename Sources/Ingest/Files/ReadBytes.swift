#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// More than this is not read: offsets into a text are 32 bits wide.
let largestText = Int(Int32.max)

/// The first bytes of an input, by which its kind is told before the rest is read.
let sniffedCount = 32 << 10

/// Reads a file whole: a regular one, a pipe by name, a device.
func readBytes(path: [UInt8], location: String) throws(IngestError) -> ByteBuffer {
  let descriptor = try openFile(path: path, location: location)
  defer { close(descriptor) }
  return try readBytes(descriptor: descriptor, location: location)
}

/// Reads all that `descriptor` gives, unless its first bytes tell that it is no text.
func readBytes(descriptor: Int32, location: String) throws(IngestError) -> ByteBuffer {
  let size = try regularSize(of: descriptor, location: location)
  guard size <= largestText else { throw .tooLarge(location: location) }
  // One byte more than the size, so that the end of the file is seen without growing.
  guard var bytes = ByteBuffer(capacity: max(size + 1, sniffedCount * 2)) else {
    throw .tooLarge(location: location)
  }
  var isSniffed = false
  while true {
    if bytes.count == bytes.capacity {
      let capacity = min(bytes.capacity * 2, largestText + 1)
      guard let grown = bytes.grown(to: capacity) else { throw .tooLarge(location: location) }
      bytes = grown
    }
    let wanted = isSniffed ? Int.max : sniffedCount - bytes.count
    let filled = try bytes.fill { room throws(IngestError) in
      try readSome(descriptor, into: room, atMost: wanted, location: location)
    }
    if !isSniffed, filled == 0 || bytes.count >= sniffedCount {
      try bytes.withBytes { bytes throws(IngestError) in
        try refuseNonText(head: bytes.prefixed(sniffedCount), location: location)
      }
      isSniffed = true
    }
    if filled == 0 { return bytes }
    guard bytes.count <= largestText else { throw .tooLarge(location: location) }
  }
}

/// The first bytes of a regular file, at most `count`; nil for what is no regular file.
func readHead(path: [UInt8], count: Int, location: String) throws(IngestError) -> ByteBuffer? {
  // A pipe without a writer must not be waited for.
  let descriptor = try openFile(path: path, location: location, flags: O_NONBLOCK)
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
    var head = ByteBuffer(capacity: count)
  else { return nil }
  while head.count < count {
    let filled = try head.fill { room throws(IngestError) in
      try readSome(descriptor, into: room, atMost: count, location: location)
    }
    if filled == 0 { break }
  }
  return head
}

/// The size of a regular file; 0 for anything else.
func fileSize(path: [UInt8]) -> Int {
  var status = stat()
  let isFound = withCPath(path) { stat($0, &status) } == 0
  return isFound && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
}

/// Calls `body` with the path as C wants it; nil for a path that none can have.
func withCPath<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result? {
  guard !path.isEmpty, !path.contains(0) else { return nil }
  return (path + [0]).withUnsafeBytes { bytes in
    bytes.withMemoryRebound(to: CChar.self) { path in path.baseAddress.map(body) }
  }
}

func openFile(
  path: [UInt8],
  location: String,
  flags: Int32 = 0
) throws(IngestError) -> Int32 {
  let opened = withCPath(path) { open($0, O_RDONLY | O_CLOEXEC | O_NOCTTY | flags) }
  guard let descriptor = opened else { throw .missing(location: location) }
  guard descriptor >= 0 else { throw failure(errno, location: location) }
  return descriptor
}

/// The size of a regular file, 0 for a pipe or a device; a folder is refused.
func regularSize(of descriptor: Int32, location: String) throws(IngestError) -> Int {
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw failure(errno, location: location) }
  switch status.st_mode & S_IFMT {
  case S_IFDIR: throw .folder(location: location)
  case S_IFREG: return Int(status.st_size)
  default: return 0
  }
}

/// Reads once, and again where a signal came first or an input that must not be waited for has nothing yet.
func readSome(
  _ descriptor: Int32,
  into room: UnsafeMutableRawBufferPointer,
  atMost count: Int,
  location: String
) throws(IngestError) -> Int {
  while true {
    // One call gives at most a gigabyte: Darwin refuses more than an Int32.
    let filled = read(descriptor, room.baseAddress, min(room.count, count, 1 << 30))
    if filled >= 0 { return filled }
    switch errno {
    case EINTR: continue
    case EAGAIN:
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      _ = poll(&waiting, 1, -1)
    default: throw failure(errno, location: location)
    }
  }
}

/// What the system's error number means for a reader.
func failure(_ number: Int32, location: String) -> IngestError {
  switch number {
  case ENOENT, ENOTDIR:
    isAddress(location) ? .address(location: location) : .missing(location: location)
  case EACCES, EPERM: .noPermission(location: location)
  case EISDIR: .folder(location: location)
  default: .unreadable(location: location, reason: String(cString: strerror(number)))
  }
}

/// Whether `location` is an address such as `https://example.org/`: letters and digits, then `://`.
private func isAddress(_ location: String) -> Bool {
  let scheme = location.utf8.prefix { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }
  return !scheme.isEmpty && location.utf8[scheme.endIndex...].starts(with: "://".utf8)
}
