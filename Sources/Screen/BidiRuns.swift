/// Characters of one level that count as neighbors, though isolates may stand between them.
struct IsolatingSequence {
  var indices: [Int]
  let level: UInt8
  /// What stands before it, as far as it matters, and behind it.
  var start = BidiClass.l
  var end = BidiClass.l

  /// The direction of its level.
  var direction: BidiClass { level & 1 == 0 ? .l : .r }
}

/// Finds the sequences of a paragraph.
/// - Note: Rule X10.
struct BidiRuns {
  private let levels: [UInt8]
  private let classes: [BidiClass]
  private let partners: [Int]
  private let base: UInt8

  init(levels: [UInt8], classes: [BidiClass], partners: [Int], base: UInt8) {
    self.levels = levels
    self.classes = classes
    self.partners = partners
    self.base = base
  }

  mutating func sequences() -> [IsolatingSequence] {
    var sequences: [IsolatingSequence] = []
    /// The sequence that goes on behind the isolate that begins here.
    var going: [Int: Int] = [:]
    var current: Int?
    var previous: Int?
    for index in levels.indices where levels[index] != BidiLevels.removed {
      let begins = previous.map { levels[$0] != levels[index] } ?? true
      let isBehindIsolate = classes[index] == .pdi && partners[index] >= 0
      if begins || isBehindIsolate || previous.map({ classes[$0].isIsolateInitiator }) == true {
        if isBehindIsolate, let known = going[partners[index]] {
          current = known
        } else if begins || current == nil || previous.map({ partners[$0] >= 0 }) == true {
          current = sequences.count
          sequences.append(IsolatingSequence(indices: [], level: levels[index]))
        }
      }
      guard let row = current else { continue }
      sequences[row].indices.append(index)
      if classes[index].isIsolateInitiator, partners[index] >= 0 { going[index] = row }
      previous = index
    }
    for row in sequences.indices { settleEnds(&sequences[row]) }
    return sequences
  }

  private func settleEnds(_ sequence: inout IsolatingSequence) {
    guard let first = sequence.indices.first, let last = sequence.indices.last else { return }
    var before = first - 1
    while before >= 0, levels[before] == BidiLevels.removed { before -= 1 }
    var after = last + 1
    while after < levels.count, levels[after] == BidiLevels.removed { after += 1 }
    let isOpen = classes[last].isIsolateInitiator && partners[last] < 0
    let left = before < 0 ? base : levels[before]
    let right = after >= levels.count || isOpen ? base : levels[after]
    sequence.start = max(left, sequence.level) & 1 == 0 ? .l : .r
    sequence.end = max(right, sequence.level) & 1 == 0 ? .l : .r
  }
}
