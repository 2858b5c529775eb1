internal import Reference

/// Weights as they are after training: few, and small enough for a byte.
struct TrainedWeights {
  /// For each feature its classes and weights, in the order of the features' numbers.
  private var rows: [(feature: UInt32, weights: [(target: UInt8, weight: Int8)])] = []
  let classCount: Int
  /// What a weight is multiplied with to fit a byte.
  private(set) var scale: Float = 1
  private(set) var entryCount = 0
  /// The rows' size in units of two bytes.
  private var rowUnits = 0

  /// - Parameters:
  ///   - perceptron: After training.
  ///   - bytes: The size that the table must not exceed; the smallest weights are left out until it fits.
  init(_ perceptron: Perceptron, bytes: Int) {
    self.init(perceptron, perceptron.averages, bytes: bytes)
  }

  /// Takes `averages` in place of the perceptron's own.
  init(_ perceptron: Perceptron, _ averages: [Float], bytes: Int) {
    classCount = perceptron.classCount
    let magnitudes = averages.lazy.map { abs($0) }.filter { $0 > 0 }.sorted()
    guard !magnitudes.isEmpty else { return }
    // One weight in ten thousand is cut down to the largest that fits.
    let top = magnitudes[min(magnitudes.count - 1, magnitudes.count * 9999 / 10000)]
    scale = 127 / top
    var least: Float = 0.5
    while true {
      collect(perceptron, averages, least)
      if byteCount <= bytes { break }
      least += 0.25
    }
  }

  private mutating func collect(
    _ perceptron: Perceptron,
    _ averages: [Float],
    _ least: Float
  ) {
    rows = []
    entryCount = 0
    rowUnits = 0
    for (row, feature) in perceptron.index.features.enumerated() {
      var kept: [(target: UInt8, weight: Int8)] = []
      for target in 0..<classCount {
        let weight = averages[row * perceptron.scoreCount + target] * scale
        if abs(weight) >= least {
          let rounded = min(127, max(-127, weight.rounded()))
          if rounded != 0 { kept.append((UInt8(target), Int8(rounded))) }
        }
      }
      if !kept.isEmpty {
        rows.append((feature, kept))
        entryCount += kept.count
        rowUnits += units(kept.count)
      }
    }
  }

  var featureCount: Int { rows.count }

  private var fullUnits: Int { (classCount + 7) / 8 * 4 }

  /// Whether a row of so many entries is written full: faster by far where it has many.
  private func isFull(_ entries: Int) -> Bool { entries * 3 > fullUnits }

  private func units(_ entries: Int) -> Int { isFull(entries) ? fullUnits : entries }

  private var groupCount: Int { PerfectHash.groupCount(of: rows.count) }
  private var slotCount: Int { PerfectHash.slotCount(of: rows.count) }

  /// The size of the table that holds the weights.
  var byteCount: Int { 20 + 2 * groupCount + 4 * slotCount + 2 * rowUnits }

  /// Adds a `WeightTable` that begins at the next byte, or at the next but a few: it is aligned to four.
  func write(to writer: inout TableWriter) {
    precondition(rowUnits < WeightTable.fullRow, "rows that a slot can point to")
    var starts: [UInt32: UInt32] = [:]
    var start = 0
    for row in rows {
      let isFull = isFull(row.weights.count)
      starts[row.feature] = UInt32(start) | (isFull ? WeightTable.fullRow : 0)
      start += units(row.weights.count)
    }
    let hash = PerfectHash(rows.map(\.feature))
    writer.append(UInt32(classCount))
    writer.append(UInt32(groupCount))
    writer.append(UInt32(slotCount))
    writer.append(UInt32(rowUnits))
    for seed in hash.seeds { writer.append(seed) }
    writer.pad(to: 4)
    for feature in hash.slots {
      writer.append(
        feature.map {
          WeightTable.check($0) << (WeightTable.startBits + 1) | starts[$0, default: 0]
        } ?? WeightTable.empty
      )
    }
    for row in rows {
      if isFull(row.weights.count) {
        var weights = [Int8](repeating: 0, count: 2 * fullUnits)
        for entry in row.weights { weights[Int(entry.target)] = entry.weight }
        for weight in weights { writer.append(UInt8(bitPattern: weight)) }
        continue
      }
      for (offset, entry) in row.weights.enumerated() {
        let isLast = offset == row.weights.count - 1
        writer.append(entry.target | (isLast ? 0x80 : 0))
        writer.append(UInt8(bitPattern: entry.weight))
      }
    }
  }
}
