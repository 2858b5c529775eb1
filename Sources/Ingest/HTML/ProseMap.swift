/// Where on a page its prose lies: the mass of any element in constant time.
struct ProseMap {
  /// Before each row, and behind the last.
  private let before: [Double]

  /// The map of what `mass` gives for each unit of a page with so many rows.
  init(_ units: [PageUnit], rows: Int, mass: (PageUnit) -> Double) {
    var sums = Array(repeating: 0.0, count: rows + 1)
    for unit in units { sums[min(unit.firstRow + 1, rows)] += mass(unit) }
    var sum = 0.0
    for index in sums.indices {
      sum += sums[index]
      sums[index] = sum
    }
    before = sums
  }

  var total: Double { before.last ?? 0 }
  func mass(_ range: Range<Int>) -> Double {
    before[min(range.upperBound, before.count - 1)]
      - before[min(range.lowerBound, before.count - 1)]
  }
}

extension MarkupTree {
  /// The rows of an element with all that lies in it.
  func rows(of row: Int) -> Range<Int> { row..<max(row + 1, end(of: row)) }

  /// The innermost element that holds at least `share` of what `row` holds.
  func innermost(from row: Int, share: Double, mass: (Range<Int>) -> Double) -> Int {
    let wanted = mass(rows(of: row)) * share
    guard wanted > 0 else { return row }
    var current = row
    descent: while true {
      for child in children(of: current) where !isText(child) {
        if mass(rows(of: child)) >= wanted {
          current = child
          continue descent
        }
      }
      return current
    }
  }
}
