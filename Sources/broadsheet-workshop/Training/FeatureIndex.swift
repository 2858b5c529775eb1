/// Numbers features from 0 in the order in which they are first seen, and counts them.
struct FeatureIndex {
  private var keys: [UInt32] = []
  private var rows: [Int32]
  private(set) var counts: [UInt32] = []

  init() {
    rows = [Int32](repeating: -1, count: 1 << 20)
  }

  var count: Int { keys.count }
  var features: [UInt32] { keys }

  /// The feature's number; nil for one not seen.
  @inline(__always)
  func row(of feature: UInt32) -> Int? {
    let row = rows[bucket(of: feature)]
    return row < 0 ? nil : Int(row)
  }

  mutating func see(_ feature: UInt32) {
    let bucket = bucket(of: feature)
    if rows[bucket] < 0 {
      rows[bucket] = Int32(keys.count)
      keys.append(feature)
      counts.append(0)
      if keys.count * 2 > rows.count { grow() }
    }
    counts[Int(self.rows[self.bucket(of: feature)])] += 1
  }

  /// The index of the features seen `least` times or more.
  func trimmed(to least: UInt32) -> FeatureIndex {
    var index = FeatureIndex()
    for (row, key) in keys.enumerated() where counts[row] >= least {
      index.see(key)
    }
    return index
  }

  @inline(__always)
  private func bucket(of feature: UInt32) -> Int {
    let mask = rows.count - 1
    var bucket = Int(feature &* 0x9E37_79B1) & mask
    while rows[bucket] >= 0, keys[Int(rows[bucket])] != feature { bucket = (bucket + 1) & mask }
    return bucket
  }

  private mutating func grow() {
    rows = [Int32](repeating: -1, count: rows.count * 2)
    let mask = rows.count - 1
    for (row, key) in keys.enumerated() {
      var bucket = Int(key &* 0x9E37_79B1) & mask
      while rows[bucket] >= 0 { bucket = (bucket + 1) & mask }
      rows[bucket] = Int32(row)
    }
  }
}
