internal import Reference

/// Puts a table's bytes together; the layouts are those that `Reference` reads.
struct TableWriter {
  private(set) var bytes: [UInt8]

  init(format: String, version: UInt32) {
    bytes = Array(format.utf8)
    append(version)
    append(UInt32(0))
    append(UInt32(0))
  }

  mutating func append(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func pad(to alignment: Int) {
    while bytes.count % alignment != 0 { bytes.append(0) }
  }

  /// Writes a number over the one at `offset`.
  mutating func set(_ number: Int32, at offset: Int) {
    withUnsafeBytes(of: number.littleEndian) {
      bytes.replaceSubrange(offset..<offset + 4, with: $0)
    }
  }

  /// Adds a `StringTable` that begins at the next byte.
  mutating func append(_ values: [String: UInt64]) {
    let rows = values.sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }
    // At most three buckets of four are taken: a probe or two finds a key, and the table stays small.
    var bucketCount = 2
    while bucketCount * 3 < rows.count * 4 { bucketCount *= 2 }
    var buckets = [UInt32](repeating: 0, count: bucketCount)
    for (row, entry) in rows.enumerated() {
      var bucket = Int(fnv1a(entry.key.utf8)) & (bucketCount - 1)
      while buckets[bucket] != 0 { bucket = (bucket + 1) & (bucketCount - 1) }
      buckets[bucket] = UInt32(row + 1)
    }
    append(UInt32(rows.count))
    append(UInt32(bucketCount))
    for bucket in buckets { append(bucket) }
    var start: UInt32 = 0
    for row in rows {
      append(start)
      start += UInt32(row.key.utf8.count)
    }
    append(start)
    pad(to: 8)
    for row in rows { append(row.value) }
    for row in rows { bytes.append(contentsOf: row.key.utf8) }
  }

  /// The finished table, its length and checksum in the header.
  func finished() -> [UInt8] {
    var table = bytes
    let body = table.dropFirst(TableBytes.headerCount)
    write(UInt32(body.count), into: &table, at: 8)
    write(fnv1a(body), into: &table, at: 12)
    return table
  }

  private func write(_ number: UInt32, into table: inout [UInt8], at offset: Int) {
    withUnsafeBytes(of: number.littleEndian) {
      table.replaceSubrange(offset..<offset + 4, with: $0)
    }
  }
}
