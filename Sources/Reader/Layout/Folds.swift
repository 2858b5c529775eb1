import Prose

/// The runs of page matter that are shown as one row each, or in full when the reader opens them.
struct Folds: Sendable {
  /// Rows of `Blocks`, half-open, in text order: each run is as long as it can be.
  let runs: [Range<Int>]
  var areOpen: Bool

  /// Finds the runs; page with nothing but such matter is not folded, or nothing would be left to read.
  init(_ blocks: Blocks) {
    var runs: [Range<Int>] = []
    var start: Int?
    for (row, kind) in blocks.kinds.enumerated() {
      if kind == .boilerplate {
        start = start ?? row
      } else if let first = start {
        runs.append(first..<row)
        start = nil
      }
    }
    if let first = start { runs.append(first..<blocks.count) }
    self.runs = runs
    areOpen = runs.first?.count == blocks.count
  }

  /// The run that holds `block` and is folded.
  func folded(_ block: Int) -> Range<Int>? {
    guard !areOpen else { return nil }
    let index = runs.partitioningIndex { $0.upperBound > block }
    return index < runs.count && runs[index].contains(block) ? runs[index] : nil
  }
}
