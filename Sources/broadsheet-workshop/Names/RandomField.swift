internal import Analysis
internal import Foundation
internal import Reference

/// A sentence as the trainer sees it: for each token its features and its label.
struct TrainingSentence {
  /// Where each token's features begin in `features`, and where the last one's end.
  let starts: [Int]
  let features: [UInt32]
  let labels: [NameLabel]
  /// For each token what the transitions to it are kept under.
  let edges: [UInt8]
  let weight: Float
}

/// Numbers that come in the same order on every machine.
///
/// - Note: SplitMix64; Steele, Lea, Flood (2014).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Trains a linear-chain conditional random field by stochastic gradient with a step for each weight (AdaGrad).
///
/// - Note: Duchi, Hazan, Singer (2011).
struct RandomFieldTrainer {
  /// The weights and transitions as of now.
  private(set) var weights: [SIMD16<Float>]
  private(set) var transitions: [SIMD16<Float>]
  private var squares: [SIMD16<Float>]
  private var transitionSquares: [SIMD16<Float>]
  private let allowed: [SIMD16<Float>]
  private let first: SIMD16<Float>
  private let last: SIMD16<Float>
  let rate: Float
  let decay: Float
  /// The share of features that a pass over a token leaves out, so that none is relied on alone.
  let dropout: Float

  init(buckets: Int, rate: Float, decay: Float, dropout: Float) {
    self.rate = rate
    self.decay = decay
    self.dropout = dropout
    weights = Array(repeating: SIMD16(repeating: 0), count: buckets)
    squares = Array(repeating: SIMD16(repeating: 1e-3), count: buckets)
    let rows = 16 * NameWeights.edgeCount
    transitions = Array(repeating: SIMD16(repeating: 0), count: rows)
    transitionSquares = Array(repeating: SIMD16(repeating: 1e-3), count: rows)
    var allowed = [SIMD16<Float>](repeating: SIMD16(repeating: 0), count: 16)
    var first = SIMD16<Float>(repeating: 0)
    var last = first
    for label in NameLabel.allCases {
      first[Int(label.rawValue)] = label.canBegin ? 1 : 0
      last[Int(label.rawValue)] = label.canEnd ? 1 : 0
      for next in NameLabel.allCases where label.canPrecede(next) {
        allowed[Int(label.rawValue)][Int(next.rawValue)] = 1
      }
    }
    self.allowed = allowed
    self.first = first
    self.last = last
  }

  /// One pass over `sentences` in the given order; returns the mean negative log-likelihood of a token.
  mutating func pass(
    _ sentences: [TrainingSentence],
    order: [Int],
    numbers: inout SeededNumbers
  ) -> Double {
    var loss = 0.0
    var tokens = 0
    for row in order {
      loss += step(sentences[row], &numbers)
      tokens += sentences[row].labels.count
    }
    return loss / Double(max(1, tokens))
  }

  private mutating func step(_ sentence: TrainingSentence, _ numbers: inout SeededNumbers) -> Double
  {
    let count = sentence.labels.count
    guard count > 0 else { return 0 }
    var kept: [UInt32] = []
    kept.reserveCapacity(sentence.features.count)
    var starts = [0]
    let threshold = UInt64(dropout * 4_294_967_296)
    for token in 0..<count {
      for feature in sentence.features[sentence.starts[token]..<sentence.starts[token + 1]]
      where dropout == 0 || numbers.next() >> 32 >= threshold {
        kept.append(feature)
      }
      starts.append(kept.count)
    }
    let scale = 1 / (1 - dropout)
    var emissions: [SIMD16<Float>] = []
    emissions.reserveCapacity(count)
    for token in 0..<count {
      var sum = SIMD16<Float>(repeating: 0)
      for feature in kept[starts[token]..<starts[token + 1]] { sum += weights[Int(feature)] }
      emissions.append(sum * scale)
    }
    let chances = marginals(emissions, sentence.edges)
    let gradientScale = sentence.weight
    for token in 0..<count {
      var gradient = chances.labels[token]
      gradient[Int(sentence.labels[token].rawValue)] -= 1
      gradient *= gradientScale
      for feature in kept[starts[token]..<starts[token + 1]] {
        let row = Int(feature)
        let full = gradient + decay * weights[row]
        squares[row] += full * full
        weights[row] -= rate * full / squares[row].squareRoot()
      }
    }
    var seen = Set<UInt8>()
    for edge in sentence.edges.dropFirst() where seen.insert(edge).inserted {
      for label in 0..<16 {
        let row = 16 * Int(edge) + label
        var gradient = chances.pairs[row]
        for token in 1..<max(1, count)
        where sentence.edges[token] == edge && Int(sentence.labels[token - 1].rawValue) == label {
          gradient[Int(sentence.labels[token].rawValue)] -= 1
        }
        gradient *= gradientScale
        transitionSquares[row] += gradient * gradient
        transitions[row] -= rate * gradient / transitionSquares[row].squareRoot()
      }
    }
    return chances.loss(sentence, emissions, transitions)
  }

  private struct Marginals {
    let labels: [SIMD16<Float>]
    /// Summed over the sentence: for each kind of token, how often each label is followed by each.
    let pairs: [SIMD16<Float>]
    let logPartition: Double

    func loss(
      _ sentence: TrainingSentence,
      _ emissions: [SIMD16<Float>],
      _ transitions: [SIMD16<Float>]
    ) -> Double {
      let gold = sentence.labels
      var score = 0.0
      for token in gold.indices {
        score += Double(emissions[token][Int(gold[token].rawValue)])
        if token > 0 {
          let row = 16 * Int(sentence.edges[token]) + Int(gold[token - 1].rawValue)
          score += Double(transitions[row][Int(gold[token].rawValue)])
        }
      }
      return logPartition - score
    }
  }

  /// Forward and backward over the sentence, scaled at each token.
  private func marginals(_ emissions: [SIMD16<Float>], _ edges: [UInt8]) -> Marginals {
    let count = emissions.count
    var exponents = [SIMD16<Float>](repeating: SIMD16(repeating: 0), count: transitions.count)
    for edge in Set(edges) {
      for label in 0..<16 {
        let row = 16 * Int(edge) + label
        exponents[row] = exponential(transitions[row]) * allowed[label]
      }
    }
    var potentials: [SIMD16<Float>] = []
    potentials.reserveCapacity(count)
    var logPartition = 0.0
    for emission in emissions {
      let top = emission.max()
      logPartition += Double(top)
      potentials.append(exponential(emission - top))
    }
    var forward: [SIMD16<Float>] = []
    forward.reserveCapacity(count)
    for token in 0..<count {
      var arrived = first
      if token > 0 {
        arrived = SIMD16(repeating: 0)
        let row = 16 * Int(edges[token])
        for label in 0..<16 { arrived += forward[token - 1][label] * exponents[row + label] }
      }
      arrived *= potentials[token]
      if token == count - 1 { arrived *= last }
      let sum = max(arrived.sum(), 1e-30)
      logPartition += Double(logf(sum))
      forward.append(arrived / sum)
    }
    var labels = forward
    var pairs = [SIMD16<Float>](repeating: SIMD16(repeating: 0), count: transitions.count)
    var backward = SIMD16<Float>(repeating: 1)
    for token in stride(from: count - 1, through: 0, by: -1) {
      var marginal = forward[token] * backward
      marginal /= max(marginal.sum(), 1e-30)
      labels[token] = marginal
      guard token > 0 else { break }
      var arriving = potentials[token] * backward
      if token == count - 1 { arriving *= last }
      var next = SIMD16<Float>(repeating: 0)
      var total: Float = 0
      let row = 16 * Int(edges[token])
      for label in 0..<16 {
        let through = exponents[row + label] * arriving
        next[label] = through.sum()
        total += forward[token - 1][label] * next[label]
      }
      let norm = 1 / max(total, 1e-30)
      for label in 0..<16 {
        pairs[row + label] += exponents[row + label] * arriving * (forward[token - 1][label] * norm)
      }
      backward = next / max(next.max(), 1e-30)
    }
    return Marginals(labels: labels, pairs: pairs, logPartition: logPartition)
  }

  private func exponential(_ values: SIMD16<Float>) -> SIMD16<Float> {
    var result = values
    for lane in 0..<16 { result[lane] = expf(values[lane]) }
    return result
  }
}

/// The mean of the weights after several passes, which is steadier than the last.
struct AveragedField {
  private(set) var weights: [SIMD16<Float>]
  private(set) var transitions: [SIMD16<Float>]
  private var count: Float = 0

  init(buckets: Int) {
    weights = Array(repeating: SIMD16(repeating: 0), count: buckets)
    transitions = Array(repeating: SIMD16(repeating: 0), count: 16 * NameWeights.edgeCount)
  }

  mutating func add(_ trainer: RandomFieldTrainer) {
    count += 1
    for row in weights.indices { weights[row] += (trainer.weights[row] - weights[row]) / count }
    for row in transitions.indices {
      transitions[row] += (trainer.transitions[row] - transitions[row]) / count
    }
  }

  /// The same with weights that fit a signed byte, and the size of their step.
  func quantized() -> (rows: [SIMD16<Int8>], step: Float) {
    var largest: Float = 0
    for row in weights { largest = max(largest, row.max(), -row.min()) }
    let step = max(largest, 1e-6) / 127
    return (weights.map { SIMD16<Int8>(($0 / step).rounded(.toNearestOrEven)) }, step)
  }
}
