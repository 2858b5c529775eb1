/// A read-only map from words' 64-bit hashes to small numbers: 0 for a word that is not listed.
///
/// Layout from `offset`: number of buckets (a power of two), zero, each of four bytes; the buckets, four bytes
/// each: the hash's highest 22 bits above 10 bits of value, or zero for an empty one.
public struct WordBuckets: Sendable {
  public static let valueBits = 10
  public static let maximumValue = 1023

  private let bytes: TableBytes
  private let buckets: Int
  private let mask: UInt64
  /// Where the table ends in `bytes`.
  public let end: Int

  public init(_ bytes: TableBytes, at offset: Int) {
    self.bytes = bytes
    let bucketCount = Int(bytes.load(UInt32.self, at: offset))
    mask = UInt64(bucketCount) &- 1
    buckets = offset + 8
    end = buckets + 4 * bucketCount
  }

  /// The bits of a hash that its bucket repeats.
  @inline(__always)
  public static func check(_ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> UInt64(32 + valueBits))
  }

  public func value(of hash: UInt64) -> UInt32 {
    let buckets = (bytes.pointer + buckets).assumingMemoryBound(to: UInt32.self)
    let check = Self.check(hash)
    var bucket = hash & mask
    while true {
      let found = UInt32(littleEndian: buckets[Int(bucket)])
      if found == 0 { return 0 }
      if found >> UInt32(Self.valueBits) == check { return found & UInt32(Self.maximumValue) }
      bucket = (bucket &+ 1) & mask
    }
  }
}
