internal import Analysis
internal import Foundation
internal import Reference

/// Fits the weights of a log-linear model to choices: those right are to be likelier than all others.
///
/// A weight is the sum of three: the feature's own, its kind of pronoun's, and the form's; the rarer ones are drawn to zero, so that
/// a form seen seldom does as the others do.
struct AntecedentTraining {
  /// How strongly weights are drawn to zero.
  var decay = 2.0
  var rounds = 300
  /// Features that are left out, to learn what they are worth.
  var without: Set<Int> = []
  /// Further choices, which count as much as `share` says.
  var plain: [PronounChoice] = []
  var share = 0.3

  private static let columns = AntecedentFeature.allCases.count

  /// The table of the weights; the same for the same choices.
  func train(_ choices: [PronounChoice]) -> [UInt8] {
    let weights = fit(choices.filter { $0.right.contains(true) && $0.right.contains(false) })
    var writer = TableWriter(format: AntecedentModel.format, version: AntecedentModel.version)
    writer.append(UInt32(PronounChoice.formCount))
    writer.append(UInt32(Self.columns))
    for form in 0..<PronounChoice.formCount {
      for column in 0..<Self.columns {
        let weight = weights.sum(form, column) * Double(AntecedentModel.unit)
        writer.append(Int16(max(-32767, min(32767, weight.rounded()))))
      }
    }
    return writer.finished()
  }

  private struct Weights {
    var shared = [Double](repeating: 0, count: columns)
    var ofKind = [Double](repeating: 0, count: columns * 3)
    var ofForm = [Double](repeating: 0, count: columns * PronounChoice.formCount)

    func sum(_ form: Int, _ column: Int) -> Double {
      shared[column] + ofKind[PronounChoice.kind(ofForm: form) * columns + column]
        + ofForm[form * columns + column]
    }

    mutating func add(_ amount: Double, _ form: Int, _ column: Int) {
      shared[column] += amount
      ofKind[PronounChoice.kind(ofForm: form) * columns + column] += amount
      ofForm[form * columns + column] += amount
    }
  }

  /// Gradient ascent with a step for each weight that grows while its gradient keeps its sign and shrinks where it turns.
  /// - Note: Riedmiller and Braun (1993), "A direct adaptive method for faster backpropagation learning: The RPROP algorithm".
  private func fit(_ choices: [PronounChoice]) -> Weights {
    var weights = Weights()
    var steps = Steps(
      shared: Self.columns,
      ofKind: Self.columns * 3,
      ofForm: Self.columns * PronounChoice.formCount
    )
    for _ in 0..<rounds {
      var gradient = Weights()
      for choice in choices { add(choice, 1, weights, to: &gradient) }
      for choice in plain { add(choice, share, weights, to: &gradient) }
      steps.shared.move(&weights.shared, gradient.shared, decay * 0.2)
      steps.ofKind.move(&weights.ofKind, gradient.ofKind, decay)
      steps.ofForm.move(&weights.ofForm, gradient.ofForm, decay * 3)
    }
    return weights
  }

  private struct Steps {
    var shared: Mover
    var ofKind: Mover
    var ofForm: Mover

    init(shared: Int, ofKind: Int, ofForm: Int) {
      self.shared = Mover(shared)
      self.ofKind = Mover(ofKind)
      self.ofForm = Mover(ofForm)
    }
  }

  private struct Mover {
    var sizes: [Double]
    var last: [Double]

    init(_ count: Int) {
      sizes = Array(repeating: 0.05, count: count)
      last = Array(repeating: 0, count: count)
    }

    mutating func move(_ weights: inout [Double], _ gradient: [Double], _ decay: Double) {
      for row in weights.indices {
        let slope = gradient[row] - decay * weights[row]
        if slope * last[row] > 0 {
          sizes[row] = min(sizes[row] * 1.2, 1)
        } else if slope * last[row] < 0 {
          sizes[row] = max(sizes[row] * 0.5, 1e-6)
          last[row] = 0
          continue
        }
        if slope != 0 { weights[row] += slope > 0 ? sizes[row] : -sizes[row] }
        last[row] = slope
      }
    }
  }

  private func add(
    _ choice: PronounChoice,
    _ share: Double,
    _ weights: Weights,
    to gradient: inout Weights
  ) {
    let scores = choice.candidates.map { candidate in
      var score = 0.0
      for column in candidate.rows where !without.contains(column) {
        score += weights.sum(choice.form, column)
      }
      return score
    }
    let top = scores.max() ?? 0
    let powers = scores.map { exp($0 - top) }
    let all = powers.reduce(0, +)
    let right = zip(powers, choice.right).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    for (row, candidate) in choice.candidates.enumerated() {
      let amount = share * ((choice.right[row] ? powers[row] / right : 0) - powers[row] / all)
      guard abs(amount) > 1e-9 else { continue }
      for column in candidate.rows where !without.contains(column) {
        gradient.add(amount, choice.form, column)
      }
    }
  }
}
