/// A read-only map from strings to numbers: a hash table in a table's bytes.
///
/// Layout from `offset`: number of keys, number of buckets (a power of two), each of four bytes; each bucket's first
/// row and the number of rows, four bytes each; where each row's key starts in the key bytes and where the last one
/// ends, four bytes each; padding to eight; the values, eight bytes each or two; the key bytes. The rows are in the
/// order of their buckets, so that the keys that a look-up compares lie side by side.
public struct StringTable: Sendable {
  private let bytes: TableBytes
  private let mask: UInt32
  private let buckets: Int
  private let starts: Int
  private let values: Int
  private let keys: Int
  private let isNarrow: Bool
  public let count: Int
  /// Where the table ends in `bytes`.
  public let end: Int

  /// The table that begins at `offset`; in a narrow one the values have two bytes each.
  public init(_ bytes: TableBytes, at offset: Int, isNarrow: Bool = false) {
    self.bytes = bytes
    self.isNarrow = isNarrow
    count = Int(bytes.load(UInt32.self, at: offset))
    let bucketCount = bytes.load(UInt32.self, at: offset + 4)
    mask = bucketCount - 1
    buckets = offset + 8
    starts = buckets + 4 * (Int(bucketCount) + 1)
    values = (starts + 4 * (count + 1) + 7) & ~7
    keys = values + (isNarrow ? 2 : 8) * count
    end = keys + Int(bytes.load(UInt32.self, at: starts + 4 * count))
  }

  /// The value of `key`, or nil.
  ///
  /// A bucket has some three rows, whatever the table's size.
  public func value(of key: UnsafeBufferPointer<UInt8>) -> UInt64? {
    let bucket = buckets + 4 * Int(fnv1a(key) & mask)
    var row = Int(bytes.load(UInt32.self, at: bucket))
    let end = Int(bytes.load(UInt32.self, at: bucket + 4))
    var start = Int(bytes.load(UInt32.self, at: starts + 4 * row))
    while row < end {
      let next = Int(bytes.load(UInt32.self, at: starts + 4 * row + 4))
      if next - start == key.count, equals(keys + start, key) { return value(row) }
      start = next
      row += 1
    }
    return nil
  }

  public func value(of key: String) -> UInt64? {
    var key = key
    return key.withUTF8 { value(of: $0) }
  }

  private func value(_ row: Int) -> UInt64 {
    isNarrow
      ? UInt64(bytes.load(UInt16.self, at: values + 2 * row))
      : bytes.load(UInt64.self, at: values + 8 * row)
  }

  /// Whether `key` stands at `position`.
  private func equals(_ position: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let stored = bytes.pointer + position
    let asked = UnsafeRawBufferPointer(key)
    var offset = 0
    while offset + 8 <= asked.count {
      guard
        stored.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
          == asked.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      else { return false }
      offset += 8
    }
    while offset < asked.count {
      guard stored.load(fromByteOffset: offset, as: UInt8.self) == asked[offset] else {
        return false
      }
      offset += 1
    }
    return true
  }
}
