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

  /// Adds a `StringTable` that begins at the next byte; a narrow one keeps the lowest two bytes of each value.
  mutating func append(_ values: [String: UInt64], isNarrow: Bool = false) {
    var bucketCount = 1
    while bucketCount * 4 < values.count { bucketCount *= 2 }
    let mask = UInt32(bucketCount - 1)
    var buckets = [[(key: [UInt8], value: UInt64)]](repeating: [], count: bucketCount)
    for (key, value) in values {
      buckets[Int(fnv1a(key.utf8) & mask)].append((Array(key.utf8), value))
    }
    for bucket in buckets.indices {
      buckets[bucket].sort { $0.key.lexicographicallyPrecedes($1.key) }
    }
    append(UInt32(values.count))
    append(UInt32(bucketCount))
    appendEnds(buckets.map(\.count))
    let rows = buckets.joined()
    appendEnds(rows.map(\.key.count))
    pad(to: 8)
    for row in rows {
      if isNarrow { append(UInt16(truncatingIfNeeded: row.value)) } else { append(row.value) }
    }
    for row in rows { bytes.append(contentsOf: row.key) }
  }

  /// Adds 0 and where each part of a sequence ends, by the parts' sizes.
  private mutating func appendEnds(_ sizes: [Int]) {
    var end = 0
    append(UInt32(end))
    for size in sizes {
      end += size
      append(UInt32(end))
    }
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
