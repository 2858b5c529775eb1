/// Rules W1 to W7: marks, numbers and what belongs to them.
func resolveWeak(_ types: inout [BidiClass], _ sequence: IsolatingSequence) {
  let indices = sequence.indices
  // W1.
  var previous = sequence.start
  for index in indices {
    if types[index] == .nsm {
      types[index] = previous.isIsolateInitiator || previous == .pdi ? .on : previous
    }
    previous = types[index]
  }
  // W2, W3.
  var strong = sequence.start
  for index in indices {
    if types[index].isStrong { strong = types[index] }
    if types[index] == .en, strong == .al { types[index] = .an }
  }
  for index in indices where types[index] == .al { types[index] = .r }
  // W4.
  if indices.count > 2 {
    for place in 1..<indices.count - 1 {
      let (before, after) = (types[indices[place - 1]], types[indices[place + 1]])
      guard before == after else { continue }
      switch (types[indices[place]], before) {
      case (.es, .en), (.cs, .en): types[indices[place]] = .en
      case (.cs, .an): types[indices[place]] = .an
      default: break
      }
    }
  }
  // W5, W6.
  var place = 0
  while place < indices.count {
    guard types[indices[place]] == .et else {
      place += 1
      continue
    }
    let start = place
    while place < indices.count, types[indices[place]] == .et { place += 1 }
    let isBeside =
      start > 0 && types[indices[start - 1]] == .en
      || place < indices.count && types[indices[place]] == .en
    if isBeside { for row in start..<place { types[indices[row]] = .en } }
  }
  for index in indices where [.es, .et, .cs].contains(types[index]) { types[index] = .on }
  // W7.
  strong = sequence.start
  for index in indices {
    if types[index] == .l || types[index] == .r { strong = types[index] }
    if types[index] == .en, strong == .l { types[index] = .l }
  }
}

/// Rule N0: brackets go with what they hold or with what stands before them.
func resolveBrackets(
  _ types: inout [BidiClass],
  _ sequence: IsolatingSequence,
  _ scalars: [UInt32],
  _ classes: [BidiClass]
) {
  let indices = sequence.indices
  for pair in bracketPairs(types, indices, scalars) {
    var holdsOther = false
    var direction: BidiClass?
    for place in pair.opening + 1..<pair.closing {
      guard let strong = strongClass(types[indices[place]]) else { continue }
      if strong == sequence.direction {
        direction = strong
        break
      }
      holdsOther = true
    }
    if direction == nil, holdsOther {
      var before = sequence.start
      for place in stride(from: pair.opening - 1, through: 0, by: -1) {
        if let strong = strongClass(types[indices[place]]) {
          before = strong
          break
        }
      }
      direction = before == sequence.direction ? sequence.direction : before
    }
    guard let direction else { continue }
    for place in [pair.opening, pair.closing] {
      types[indices[place]] = direction
      // Marks on a bracket go with it.
      var mark = place + 1
      while mark < indices.count, classes[indices[mark]] == .nsm {
        types[indices[mark]] = direction
        mark += 1
      }
    }
  }
}

/// Left or right, as numbers count too; nil for what is neither.
private func strongClass(_ type: BidiClass) -> BidiClass? {
  switch type {
  case .l: .l
  case .r, .al, .en, .an: .r
  default: nil
  }
}

/// Pairs of brackets in the order of their opening ones, as places in `indices`.
/// - Note: BD16, with its stack of 63.
private func bracketPairs(
  _ types: [BidiClass],
  _ indices: [Int],
  _ scalars: [UInt32]
) -> [(opening: Int, closing: Int)] {
  var pairs: [(opening: Int, closing: Int)] = []
  var stack: [(partner: UInt32, place: Int)] = []
  for (place, index) in indices.enumerated() where types[index] == .on {
    guard CharacterProperties(scalars[index]).isMirrored,
      let bracket = BidiBracket(scalars[index])
    else { continue }
    if bracket.isOpening {
      guard stack.count < 63 else { return [] }
      stack.append((canonical(bracket.partner), place))
    } else if let match = stack.lastIndex(where: { $0.partner == canonical(scalars[index]) }) {
      pairs.append((stack[match].place, place))
      stack.removeSubrange(match...)
    }
  }
  return pairs.sorted { $0.opening < $1.opening }
}

/// The angle brackets that are the same twice.
private func canonical(_ scalar: UInt32) -> UInt32 {
  switch scalar {
  case 0x2329: 0x3008
  case 0x232A: 0x3009
  default: scalar
  }
}

/// Rules N1 and N2: what is neither goes with what is on both of its sides, else with the paragraph.
func resolveNeutral(_ types: inout [BidiClass], _ sequence: IsolatingSequence) {
  let indices = sequence.indices
  var place = 0
  while place < indices.count {
    guard isNeutral(types[indices[place]]) else {
      place += 1
      continue
    }
    let start = place
    while place < indices.count, isNeutral(types[indices[place]]) { place += 1 }
    let before =
      start > 0 ? strongClass(types[indices[start - 1]]) : sequence.start
    let after = place < indices.count ? strongClass(types[indices[place]]) : sequence.end
    let direction = before == after ? before ?? sequence.direction : sequence.direction
    for row in start..<place { types[indices[row]] = direction }
  }
}

private func isNeutral(_ type: BidiClass) -> Bool {
  switch type {
  case .b, .s, .ws, .on, .lri, .rli, .fsi, .pdi: true
  default: false
  }
}
