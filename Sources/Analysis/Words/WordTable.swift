/// Values by words' hashes: a map that costs no more than a look at a place or two.
///
/// - Note: Linear probing; Knuth, "The Art of Computer Programming", volume 3, section 6.4.
struct WordTable<Value> {
  /// A power of two of buckets, each a hash or 0.
  private var hashes: [UInt64]
  private var values: [Value]
  private let mask: Int

  /// An empty table for so many words.
  init(capacity: Int, empty: Value) {
    var size = 4
    while size < capacity * 2 { size *= 2 }
    hashes = Array(repeating: 0, count: size)
    values = Array(repeating: empty, count: size)
    mask = size - 1
  }

  /// The value of a word; nil for one that has none.
  @inline(__always)
  subscript(hash: UInt64) -> Value? {
    let bucket = bucket(of: hash)
    return hashes[bucket] == hash && hash != 0 ? values[bucket] : nil
  }

  /// Changes the value of a word, which begins as the empty one.
  ///
  /// No more words may have one than the table was made for.
  @inline(__always)
  mutating func update(_ hash: UInt64, _ change: (inout Value) -> Void) {
    let bucket = bucket(of: hash)
    hashes[bucket] = hash
    change(&values[bucket])
  }

  @inline(__always)
  private func bucket(of hash: UInt64) -> Int {
    var bucket = Int(truncatingIfNeeded: hash) & mask
    while hashes[bucket] != 0, hashes[bucket] != hash { bucket = (bucket + 1) & mask }
    return bucket
  }
}

extension WordTable: Sendable where Value: Sendable {}
