/// An averaged perceptron in training.
///
/// - Note: Freund and Schapire (1999); averaged as by Daumé, "Practical Structured Learning Techniques" (2006), figure 2.3.
struct Perceptron {
  let index: FeatureIndex
  let classCount: Int
  /// The classes, padded to whole vectors.
  private let stride: Int
  private var weights: [Int32]
  /// Each weight's changes, times the step at which they were made.
  private var moments: [Double]
  private var step: Double = 1

  init(_ index: FeatureIndex, classCount: Int, alignment: Int = 8) {
    self.index = index
    self.classCount = classCount
    stride = (classCount + alignment - 1) / alignment * alignment
    weights = [Int32](repeating: 0, count: index.count * stride)
    moments = [Double](repeating: 0, count: index.count * stride)
  }

  /// Adds the features' weights to the classes' scores.
  ///
  /// - Parameters:
  ///   - rows: The features' numbers in `index`.
  ///   - scores: `scoreCount` numbers.
  func add(_ rows: [Int32], to scores: UnsafeMutableBufferPointer<Int32>) {
    weights.withUnsafeBufferPointer { weights in
      for row in rows {
        let start = Int(row) * stride
        for offset in 0..<stride { scores[offset] &+= weights[start + offset] }
      }
    }
  }

  /// The length that the scores must have.
  var scoreCount: Int { stride }

  /// Counts a decision, right or wrong.
  mutating func tick() { step += 1 }

  mutating func move(_ rows: [Int32], _ target: Int, by amount: Int32) {
    for row in rows {
      let place = Int(row) * stride + target
      weights[place] += amount
      moments[place] += Double(amount) * step
    }
  }

  /// The means of the weights over all steps so far: for each feature the classes', padded to `scoreCount`.
  var averages: [Float] {
    weights.indices.map { Float(Double(weights[$0]) - moments[$0] / step) }
  }
}
