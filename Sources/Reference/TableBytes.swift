internal import CReference

/// The bytes of one built table, read in place.
///
/// All numbers are little-endian. A table begins with a header of 16 bytes: four letters that name its format, the format's version, the
/// number of bytes behind the header, and their FNV-1a checksum, each of four bytes.
public struct TableBytes: Sendable {
  public static let headerCount = 16

  /// The address of the first byte: a number, since a pointer is not `Sendable`.
  private let address: UInt
  public let count: Int

  init(_ table: broadsheet_table) {
    address = UInt(bitPattern: table.bytes)
    count = table.count
  }

  /// The address's bytes live as long as the program.
  private init(address: UInt, count: Int) {
    self.address = address
    self.count = count
  }

  /// Takes in bytes built in memory, and keeps them for good: for tests and for the workshop.
  public init(keeping bytes: [UInt8]) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    buffer.copyBytes(from: bytes)
    self.init(address: UInt(bitPattern: buffer.baseAddress), count: bytes.count)
  }

  /// The whole table; the pointer must not be used beyond the table's life.
  @inline(__always)
  var pointer: UnsafeRawPointer {
    // The address comes from a pointer that is not null, in both initializers.
    UnsafeRawPointer(bitPattern: address).unsafelyUnwrapped
  }

  @inline(__always)
  func load<Number: FixedWidthInteger>(_ type: Number.Type, at offset: Int) -> Number {
    Number(littleEndian: pointer.loadUnaligned(fromByteOffset: offset, as: type))
  }

  /// The format's four letters.
  public var format: String {
    String(decoding: UnsafeRawBufferPointer(start: pointer, count: 4), as: UTF8.self)
  }
  public var version: UInt32 { load(UInt32.self, at: 4) }
  public var statedChecksum: UInt32 { load(UInt32.self, at: 12) }

  /// The checksum of the bytes as they are, over all behind the header.
  public var checksum: UInt32 {
    fnv1a(
      UnsafeRawBufferPointer(start: pointer, count: count).dropFirst(Self.headerCount)
    )
  }
}

/// The 32-bit FNV-1a hash.
/// - Note: Fowler, Noll, Vo; draft-eastlake-fnv.
@inlinable
public func fnv1a(_ bytes: some Sequence<UInt8>) -> UInt32 {
  var hash: UInt32 = 2_166_136_261
  for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
  return hash
}
