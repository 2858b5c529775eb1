internal import Prose

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Bytes with one owner, which grow in place and become a `SourceText` without a copy.
struct ByteBuffer: ~Copyable {
  private let base: UnsafeMutablePointer<UInt8>
  let capacity: Int
  private(set) var count: Int

  /// Nil where there is not so much memory.
  init?(capacity: Int) {
    guard let bytes = malloc(max(1, capacity)) else { return nil }
    base = bytes.assumingMemoryBound(to: UInt8.self)
    self.capacity = max(1, capacity)
    count = 0
  }

  init(copying bytes: [UInt8]) {
    guard let buffer = ByteBuffer(capacity: bytes.count) else {
      preconditionFailure("there is memory for a second copy")
    }
    self = buffer
    bytes.withUnsafeBufferPointer { append($0) }
  }

  private init(base: UnsafeMutablePointer<UInt8>, capacity: Int, count: Int) {
    self.base = base
    self.capacity = capacity
    self.count = count
  }

  deinit { free(base) }

  /// The same bytes with room for `capacity`; nil, and the bytes gone, where there is not so much memory.
  consuming func grown(to capacity: Int) -> ByteBuffer? {
    let (base, count) = (base, count)
    discard self
    guard let bytes = realloc(base, max(1, capacity)) else {
      free(base)
      return nil
    }
    return ByteBuffer(
      base: bytes.assumingMemoryBound(to: UInt8.self),
      capacity: max(1, capacity),
      count: count
    )
  }

  func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeBufferPointer(start: base, count: count))
  }

  /// Calls `body` with the room behind the bytes; it returns how much of it is filled.
  mutating func fill<Failure: Error>(
    _ body: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
  ) throws(Failure) -> Int {
    let room = UnsafeMutableRawBufferPointer(start: base + count, count: capacity - count)
    let filled = try body(room)
    precondition((0...room.count).contains(filled), "no more is filled than there is room")
    count += filled
    return filled
  }

  mutating func append(_ byte: UInt8) {
    precondition(count < capacity, "there is room")
    base[count] = byte
    count += 1
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    precondition(bytes.count <= capacity - count, "there is room")
    (base + count).update(from: source, count: bytes.count)
    count += bytes.count
  }

  /// The bytes from `start` on as a text, which frees them.
  consuming func text(from start: Int) -> SourceText {
    precondition((0...count).contains(start), "the text begins within the bytes")
    let (base, count) = (base, count)
    discard self
    let freed = UInt(bitPattern: base)
    return SourceText(address: UInt(bitPattern: base + start), count: count - start) { _ in
      free(UnsafeMutableRawPointer(bitPattern: freed))
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first `count` bytes, or all.
  func prefixed(_ count: Int) -> Self { Self(rebasing: prefix(count)) }
}
