/// The order of characters on the screen from the left, given their levels.
///
/// - Parameter levels: One for each character of a line.
/// - Returns: Indices of `levels`.
/// - Note: Rule L2.
package func visualOrder(_ levels: [UInt8]) -> [Int] {
  var order = Array(levels.indices)
  guard let highest = levels.max(), let lowestOdd = levels.filter({ $0 & 1 == 1 }).min() else {
    return order
  }
  for level in stride(from: highest, through: lowestOdd, by: -1) {
    var place = 0
    while place < order.count {
      guard levels[order[place]] >= level else {
        place += 1
        continue
      }
      let start = place
      while place < order.count, levels[order[place]] >= level { place += 1 }
      order[start..<place].reverse()
    }
  }
  return order
}

/// Which way the characters of a paragraph run, for one in which some run to the left.
public struct Directions: Equatable, Sendable {
  /// Whether the paragraph as a whole does.
  public let isRightToLeft: Bool
  /// Where runs of a level begin, in bytes of the paragraph.
  private let starts: [Int]
  private let levels: [UInt8]

  /// Nil for a paragraph in which all runs to the right, as in nearly all of them.
  public init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard Self.mayTurn(bytes) else { return nil }
    var scalars: [UInt32] = []
    var offsets: [Int] = []
    var offset = 0
    while offset < bytes.count {
      let (value, length) = decode(bytes, at: offset)
      // A paragraph may hold line ends, which are spaces in it.
      scalars.append(value == 0x0A || value == 0x0D ? 0x20 : value)
      offsets.append(offset)
      offset += length
    }
    let found = BidiLevels(scalars)
    var starts: [Int] = []
    var levels: [UInt8] = []
    for (index, level) in found.levels.enumerated() where level != BidiLevels.removed {
      guard level != levels.last else { continue }
      starts.append(offsets[index])
      levels.append(level)
    }
    isRightToLeft = found.base == 1
    self.starts = starts
    self.levels = levels
  }

  /// Looks for letters of scripts that run to the left, and for controls that turn others.
  private static func mayTurn(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var offset = 0
    while offset < bytes.count {
      // The first of them is U+0590.
      guard bytes[offset] >= 0xD6 else {
        offset += 1
        continue
      }
      let (value, length) = decode(bytes, at: offset)
      if CharacterProperties(value).bidiClass.mayTurn { return true }
      offset += length
    }
    return false
  }

  /// The level of the character at `offset`.
  func level(at offset: Int) -> UInt8 {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? levels[low - 1] : isRightToLeft ? 1 : 0
  }
}
