internal import Reference

/// Packs outlines, a line of `longitude,latitude` pairs each, as `Coastlines` reads them.
func packCoastlines(_ layers: [(file: String, text: String)]) throws -> [UInt8] {
  var writer = TableWriter(format: Coastlines.format, version: Coastlines.version)
  let packed = try layers.map { try packLayer($0.text, of: $0.file) }
  var start = TableBytes.headerCount + 8 * layers.count
  for layer in packed {
    writer.append(UInt32(start))
    start += layer.count
    writer.append(UInt32(start))
  }
  for layer in packed { for byte in layer { writer.append(byte) } }
  return writer.finished()
}

private func packLayer(_ text: String, of file: String) throws -> [UInt8] {
  var bytes: [UInt8] = []
  func append(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
  for (row, line) in text.split(separator: "\n").enumerated() {
    let points = try line.split(separator: " ").map { pair in
      let parts = pair.split(separator: ",").compactMap { Double($0) }
      guard parts.count == 2, abs(parts[0]) <= 180, abs(parts[1]) <= 90 else {
        throw SourceError.malformed(file: file, line: row + 1, expected: "pairs of degrees")
      }
      return (Int((parts[0] * 100).rounded()), Int((parts[1] * 100).rounded()))
    }
    guard points.count > 1, points.count <= Int(UInt16.max) else { continue }
    append(UInt16(points.count))
    append(Int16(points[0].0))
    append(Int16(points[0].1))
    for (last, next) in zip(points, points.dropFirst()) {
      for step in [next.0 - last.0, next.1 - last.1] {
        if abs(step) < 128 {
          append(Int8(step))
        } else {
          guard let step = Int16(exactly: step) else {
            throw SourceError.malformed(
              file: file,
              line: row + 1,
              expected: "a line that ends at the date line"
            )
          }
          append(Int8.min)
          append(step)
        }
      }
    }
  }
  return bytes
}
