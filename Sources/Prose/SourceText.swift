/// An article's text: one run of UTF-8 bytes with one owner, never copied by a layer.
///
/// The bytes are copied once, or belong to someone else (a mapped file) who is told when they are no
/// longer needed. They may hold anything; what is not UTF-8 reads as U+FFFD.
public struct SourceText: Sendable {
  @usableFromInline
  final class Owner: Sendable {
    /// The address of the first byte: a number, since a pointer is not `Sendable`.
    @usableFromInline let address: UInt
    @usableFromInline let count: Int
    let release: @Sendable (UInt) -> Void
    let rest: (@Sendable () -> Void)?

    init(
      address: UInt,
      count: Int,
      rest: (@Sendable () -> Void)? = nil,
      release: @escaping @Sendable (UInt) -> Void
    ) {
      self.address = address
      self.count = count
      self.rest = rest
      self.release = release
    }

    deinit { release(address) }
  }

  @usableFromInline let owner: Owner

  /// Copies `bytes`.
  public init(_ bytes: some Collection<UInt8>) {
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
    _ = buffer.initialize(from: bytes)
    owner = Owner(address: UInt(bitPattern: buffer.baseAddress), count: bytes.count) { address in
      UnsafeMutablePointer<UInt8>(bitPattern: address)?.deallocate()
    }
  }

  public init(_ string: String) {
    self.init(Array(string.utf8))
  }

  /// Takes over bytes that stay where they are and unchanged until `release` is called with `address`.
  ///
  /// `rest` lets go of memory that comes back by itself when it is read, as that of a mapped file does.
  public init(
    address: UInt,
    count: Int,
    rest: (@Sendable () -> Void)? = nil,
    release: @escaping @Sendable (UInt) -> Void
  ) {
    owner = Owner(address: address, count: count, rest: rest, release: release)
  }

  /// Gives back the memory of a mapped file, when all of it has been read and little is wanted soon.
  ///
  /// The text stays readable as it was.
  public func rest() {
    owner.rest?()
  }

  /// The number of bytes.
  @inlinable public var count: Int { owner.count }
  @inlinable public var isEmpty: Bool { owner.count == 0 }
  @inlinable public var range: Range<UInt32> { 0..<UInt32(owner.count) }

  /// Calls `body` with all bytes; the pointer must not leave it.
  @inlinable
  public func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeBufferPointer(start: UnsafePointer(bitPattern: owner.address), count: count))
  }

  /// The byte at `offset`.
  @inlinable
  public subscript(offset: Int) -> UInt8 {
    withBytes { $0[offset] }
  }

  /// The bytes of `range` as a string, repaired where they are not UTF-8.
  public func string(in range: Range<UInt32>) -> String {
    withBytes { bytes in
      String(decoding: bytes[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
    }
  }

  public var string: String { string(in: range) }

  /// Whether both are the same text in memory; says nothing about equal copies.
  public func isIdentical(to other: SourceText) -> Bool { owner === other.owner }
}
