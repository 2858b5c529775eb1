/// The levels of a paragraph's characters: even where they run to the right, odd to the left.
///
/// - Note: Unicode Annex #9, revision 46: rules P2 to I2. Levels are settled for the paragraph; lines take their part.
package struct BidiLevels {
  /// What a character has that rule X9 takes out.
  package static let removed: UInt8 = 255
  private static let deepest: UInt8 = 125

  /// The paragraph's own level: 0 or 1.
  package private(set) var base: UInt8
  /// One for each scalar.
  package private(set) var levels: [UInt8]

  /// - Parameters:
  ///   - scalars: The paragraph.
  ///   - base: 0 or 1; nil to take it from the first letter.
  package init(_ scalars: [UInt32], base: UInt8? = nil) {
    let classes = scalars.map { CharacterProperties($0).bidiClass }
    let partners = isolatePartners(classes)
    self.base = base ?? firstLevel(classes, partners, from: 0, to: classes.count)
    levels = []
    var types = classes
    explicit(classes, &types, partners)
    var runs = BidiRuns(levels: levels, classes: classes, partners: partners, base: self.base)
    for sequence in runs.sequences() {
      resolveWeak(&types, sequence)
      resolveBrackets(&types, sequence, scalars, classes)
      resolveNeutral(&types, sequence)
    }
    for (index, level) in levels.enumerated() where level != Self.removed {
      switch (level & 1, types[index]) {
      case (0, .r): levels[index] = level + 1
      case (0, .an), (0, .en): levels[index] = level + 2
      case (1, .l), (1, .en), (1, .an): levels[index] = level + 1
      default: break
      }
    }
  }

  /// Rules X1 to X9.
  private mutating func explicit(
    _ classes: [BidiClass],
    _ types: inout [BidiClass],
    _ partners: [Int]
  ) {
    struct Status {
      var level: UInt8
      var override: BidiClass?
      var isIsolate: Bool
    }
    levels = [UInt8](repeating: base, count: classes.count)
    var stack = [Status(level: base, override: nil, isIsolate: false)]
    var overflowIsolates = 0
    var overflowEmbeddings = 0
    var isolates = 0
    func next(_ isOdd: Bool) -> UInt8 {
      let level = stack[stack.count - 1].level
      return isOdd ? (level + 1) | 1 : (level + 2) & ~1
    }
    func apply(_ index: Int) {
      levels[index] = stack[stack.count - 1].level
      if let override = stack[stack.count - 1].override { types[index] = override }
    }
    for index in classes.indices {
      switch classes[index] {
      case .rle, .lre, .rlo, .lro:
        levels[index] = Self.removed
        let given = classes[index]
        let level = next(given == .rle || given == .rlo)
        if level <= Self.deepest, overflowIsolates == 0, overflowEmbeddings == 0 {
          let override: BidiClass? = given == .rlo ? .r : given == .lro ? .l : nil
          stack.append(Status(level: level, override: override, isIsolate: false))
        } else if overflowIsolates == 0 {
          overflowEmbeddings += 1
        }
      case .rli, .lri, .fsi:
        apply(index)
        var isOdd = classes[index] == .rli
        if classes[index] == .fsi {
          let end = partners[index] < 0 ? classes.count : partners[index]
          isOdd = firstLevel(classes, partners, from: index + 1, to: end) == 1
        }
        let level = next(isOdd)
        if level <= Self.deepest, overflowIsolates == 0, overflowEmbeddings == 0 {
          isolates += 1
          stack.append(Status(level: level, override: nil, isIsolate: true))
        } else {
          overflowIsolates += 1
        }
      case .pdi:
        if overflowIsolates > 0 {
          overflowIsolates -= 1
        } else if isolates > 0 {
          overflowEmbeddings = 0
          while !stack[stack.count - 1].isIsolate { stack.removeLast() }
          stack.removeLast()
          isolates -= 1
        }
        apply(index)
      case .pdf:
        levels[index] = Self.removed
        if overflowIsolates > 0 { break }
        if overflowEmbeddings > 0 {
          overflowEmbeddings -= 1
        } else if !stack[stack.count - 1].isIsolate, stack.count > 1 {
          stack.removeLast()
        }
      case .b:
        levels[index] = base
      case .bn:
        levels[index] = Self.removed
      default:
        apply(index)
      }
    }
  }
}

/// For each start of an isolate its end and the other way round, -1 where there is none.
/// - Note: BD9.
private func isolatePartners(_ classes: [BidiClass]) -> [Int] {
  var partners = [Int](repeating: -1, count: classes.count)
  var open: [Int] = []
  for (index, given) in classes.enumerated() {
    if given.isIsolateInitiator {
      open.append(index)
    } else if given == .pdi, let start = open.popLast() {
      partners[start] = index
      partners[index] = start
    }
  }
  return partners
}

/// Rules P2 and P3.
private func firstLevel(
  _ classes: [BidiClass],
  _ partners: [Int],
  from start: Int,
  to end: Int
) -> UInt8 {
  var index = start
  while index < end {
    switch classes[index] {
    case .l: return 0
    case .r, .al: return 1
    case .lri, .rli, .fsi: index = partners[index] < 0 ? end : partners[index]
    case .b: return 0
    default: break
    }
    index += 1
  }
  return 0
}
