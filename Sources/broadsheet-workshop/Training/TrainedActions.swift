internal import Reference

/// Weights of four classes as they are after training: those that matter most, small enough for a byte.
struct TrainedActions {
  private var rows: [(feature: UInt32, weights: SIMD4<Int8>)] = []
  /// What a weight is multiplied with to fit a byte.
  private(set) var scale: Float = 1

  /// - Parameters:
  ///   - perceptron: After training.
  ///   - bytes: The size that the table must not exceed; the features of the smallest weights are left out until it fits.
  init(_ perceptron: Perceptron, bytes: Int) {
    self.init(perceptron, perceptron.averages, bytes: bytes)
  }

  /// Takes `averages` in place of the perceptron's own.
  init(_ perceptron: Perceptron, _ averages: [Float], bytes: Int) {
    let magnitudes = averages.lazy.map { abs($0) }.filter { $0 > 0 }.sorted()
    guard !magnitudes.isEmpty else { return }
    // One weight in ten thousand is cut down to the largest that fits.
    scale = 127 / magnitudes[min(magnitudes.count - 1, magnitudes.count * 9999 / 10000)]
    var all: [(row: Int, feature: UInt32, weights: SIMD4<Float>, most: Float)] = []
    for (row, feature) in perceptron.index.features.enumerated() {
      var weights = SIMD4<Float>(repeating: 0)
      for target in 0..<perceptron.classCount {
        weights[target] = averages[row * perceptron.scoreCount + target] * scale
      }
      let most = max(weights.max(), -weights.min())
      if most >= 0.5 { all.append((row, feature, weights, most)) }
    }
    all.sort { ($1.most, $0.row) < ($0.most, $1.row) }
    var count = all.count
    while Self.byteCount(of: count) > bytes { count -= 1 + (count >> 10) }
    for row in all.prefix(count) {
      let limited = row.weights.clamped(
        lowerBound: SIMD4(repeating: -127),
        upperBound: SIMD4(repeating: 127)
      )
      rows.append((row.feature, SIMD4<Int8>(limited.rounded(.toNearestOrAwayFromZero))))
    }
  }

  var featureCount: Int { rows.count }

  private static func byteCount(of features: Int) -> Int {
    8 + 2 * PerfectHash.groupCount(of: features)
      + ActionWeights.slotStride * PerfectHash.slotCount(of: features) + 2
  }

  /// Adds an `ActionWeights` that begins at the next byte.
  func write(to writer: inout TableWriter) {
    let hash = PerfectHash(rows.map(\.feature))
    let weights = Dictionary(uniqueKeysWithValues: rows.map { ($0.feature, $0.weights) })
    writer.append(UInt32(hash.seeds.count))
    writer.append(UInt32(hash.slots.count))
    for seed in hash.seeds { writer.append(seed) }
    for feature in hash.slots {
      writer.append(feature.map(ActionWeights.check) ?? 0)
      let row = feature.flatMap { weights[$0] } ?? SIMD4(repeating: 0)
      for target in 0..<4 { writer.append(UInt8(Int(row[target]) + ActionWeights.zero)) }
    }
    writer.append(UInt16(0))
  }
}
