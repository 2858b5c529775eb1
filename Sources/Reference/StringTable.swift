/// A read-only map from strings to 64-bit values: a hash table in a table's bytes, probed linearly.
///
/// Layout from `offset`: number of keys, number of buckets (a power of two), each of four bytes; the
/// buckets, a key's row plus one or 0, four bytes each; where each key starts in the key bytes and where the
/// last one ends, four bytes each; padding to eight; the values, eight bytes each; the key bytes.
public struct StringTable: Sendable {
  private let bytes: TableBytes
  private let mask: UInt32
  private let buckets: Int
  private let starts: Int
  private let values: Int
  private let keys: Int
  public let count: Int
  /// Where the table ends in `bytes`.
  public let end: Int

  public init(_ bytes: TableBytes, at offset: Int) {
    self.bytes = bytes
    count = Int(bytes.load(UInt32.self, at: offset))
    let bucketCount = bytes.load(UInt32.self, at: offset + 4)
    mask = bucketCount - 1
    buckets = offset + 8
    starts = buckets + 4 * Int(bucketCount)
    values = (starts + 4 * (count + 1) + 7) & ~7
    keys = values + 8 * count
    end = keys + Int(bytes.load(UInt32.self, at: starts + 4 * count))
  }

  /// The value of `key`, or nil.
  ///
  /// One probe or a few, whatever the table's size.
  public func value(of key: UnsafeBufferPointer<UInt8>) -> UInt64? {
    var bucket = fnv1a(key) & mask
    while true {
      let entry = bytes.load(UInt32.self, at: buckets + 4 * Int(bucket))
      if entry == 0 { return nil }
      if equals(row: Int(entry) - 1, key) {
        return bytes.load(UInt64.self, at: values + 8 * (Int(entry) - 1))
      }
      bucket = (bucket + 1) & mask
    }
  }

  public func value(of key: String) -> UInt64? {
    var key = key
    return key.withUTF8 { value(of: $0) }
  }

  /// The key of a row; rows are in the keys' byte order.
  public func key(_ row: Int) -> String {
    String(
      decoding: UnsafeRawBufferPointer(start: bytes.pointer + keys, count: end - keys)[
        keyRange(row)
      ],
      as: UTF8.self
    )
  }

  public func value(_ row: Int) -> UInt64 {
    bytes.load(UInt64.self, at: values + 8 * row)
  }

  private func keyRange(_ row: Int) -> Range<Int> {
    let start = Int(bytes.load(UInt32.self, at: starts + 4 * row))
    return start..<Int(bytes.load(UInt32.self, at: starts + 4 * row + 4))
  }

  private func equals(row: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = keyRange(row)
    guard range.count == key.count else { return false }
    let stored = bytes.pointer + keys + range.lowerBound
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
