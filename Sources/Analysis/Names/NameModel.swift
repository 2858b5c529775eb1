package import Prose

/// A linear-chain conditional random field over hashed features, decoded by the Viterbi algorithm.
///
/// - Note: Lafferty, McCallum, Pereira (2001), "Conditional Random Fields".
package struct NameDecoder {
  /// What one label behind another earns; unreachable ones are far below all else.
  package static let forbidden: Float = -1e9
  /// The scores of a token that is in no name.
  package static let outside = {
    var scores = SIMD16<Float>(repeating: forbidden)
    scores[Int(NameLabel.outside.rawValue)] = 0
    return scores
  }()

  private let transitions: [SIMD16<Float>]
  private let first: SIMD16<Float>
  private let last: SIMD16<Float>

  /// `transitions` holds for every kind of token what each label earns behind each; `NameEdges` tells the kinds.
  package init(transitions: [SIMD16<Float>]) {
    var first = SIMD16<Float>(repeating: 0)
    var last = first
    var allowed = transitions
    for label in NameLabel.allCases {
      let row = Int(label.rawValue)
      if !label.canBegin { first[row] = Self.forbidden }
      if !label.canEnd { last[row] = Self.forbidden }
      for next in NameLabel.allCases where !label.canPrecede(next) {
        for edge in stride(from: 0, to: transitions.count, by: 16) {
          allowed[edge + row][Int(next.rawValue)] = Self.forbidden
        }
      }
    }
    self.transitions = allowed
    self.first = first
    self.last = last
  }

  /// The best labels for a sentence whose tokens have these scores and are of these kinds.
  package func decode(
    _ scores: UnsafeBufferPointer<SIMD16<Float>>,
    _ edges: ArraySlice<UInt8>,
    to labels: inout [NameLabel]
  ) {
    guard !scores.isEmpty else { return }
    var back = [SIMD16<Int32>](repeating: SIMD16(), count: scores.count)
    var best = scores[0] + first
    for token in 1..<max(1, scores.count) {
      let row = 16 * Int(edges[edges.startIndex + token])
      var arrived = transitions[row] + best[0]
      var from = SIMD16<Int32>(repeating: 0)
      for label in 1..<16 {
        let through = transitions[row + label] + best[label]
        let isBetter = through .> arrived
        arrived.replace(with: through, where: isBetter)
        from.replace(with: Int32(label), where: isBetter)
      }
      back[token] = from
      best = arrived + scores[token]
    }
    best += last
    var label = 0
    for candidate in 1..<16 where best[candidate] > best[label] { label = candidate }
    let start = labels.count
    labels.append(contentsOf: repeatElement(.outside, count: scores.count))
    for token in stride(from: scores.count - 1, through: 0, by: -1) {
      labels[start + token] = NameLabel(rawValue: UInt8(label)) ?? .outside
      label = Int(back[token][label])
    }
  }
}

/// The names that a run of labels spells, as token ranges and kinds.
package func spans(
  of labels: ArraySlice<NameLabel>,
  from token: Int
) -> [(TokenRange, NameLabel.Kind)] {
  var found: [(TokenRange, NameLabel.Kind)] = []
  var start: Int?
  for (offset, label) in labels.enumerated() {
    let next = labels.index(labels.startIndex, offsetBy: offset + 1)
    guard let kind = label.kind else {
      start = nil
      continue
    }
    if label.opensName { start = offset }
    let continues = next < labels.endIndex && labels[next].kind == kind && !labels[next].opensName
    if let begun = start, !continues {
      found.append((TokenRange(token + begun..<token + offset + 1), kind))
      start = nil
    }
  }
  return found
}
