import Prose

/// Where along the text something is mentioned, as a row of eighth blocks.
struct Strip: Sendable {
  /// The mentions in each equal part of the text.
  let counts: [Int]

  static let columns = 10
  static let blocks: [Character] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  init(_ targets: [Range<UInt32>], in window: Range<UInt32>, columns: Int = Strip.columns) {
    var counts = [Int](repeating: 0, count: max(1, columns))
    let length = max(1, Int(window.upperBound) - Int(window.lowerBound))
    for target in targets {
      let place = (Int(target.lowerBound) - Int(window.lowerBound)) * counts.count / length
      counts[min(max(0, place), counts.count - 1)] += 1
    }
    self.counts = counts
  }

  /// The same for any number of targets in text order, which are counted by looking for the borders of the parts.
  init(sorted targets: [Range<UInt32>], in window: Range<UInt32>, columns: Int) {
    let length = UInt64(max(1, window.upperBound - window.lowerBound))
    let columns = max(1, columns)
    let borders = (0...columns).map { column -> Int in
      if column == 0 { return 0 }
      if column == columns { return targets.count }
      // The first byte of a part is rounded up: what begins before belongs to the one before.
      let byte = (length * UInt64(column) + UInt64(columns) - 1) / UInt64(columns)
      return targets.partitioningIndex { UInt64($0.lowerBound) >= UInt64(window.lowerBound) + byte }
    }
    counts = (0..<columns).map { borders[$0 + 1] - borders[$0] }
  }

  /// The block for a part: none for no mention, then rising; seldom mentioned is low at any length.
  func block(_ column: Int) -> Character {
    let count = counts[column]
    guard count > 0 else { return Self.blocks[0] }
    let scale = max(4, counts.max() ?? 0)
    return Self.blocks[min(8, 1 + (count * 7 + scale - 1) / scale)]
  }

  /// The columns that stand for `bytes`.
  static func part(
    _ bytes: Range<UInt32>,
    in window: Range<UInt32>,
    columns: Int
  ) -> Range<Int> {
    let length = max(1, Int(window.upperBound) - Int(window.lowerBound))
    func column(_ byte: UInt32) -> Int {
      min(max(0, (Int(byte) - Int(window.lowerBound)) * columns / length), columns - 1)
    }
    return column(bytes.lowerBound)..<column(bytes.upperBound) + 1
  }
}
