import Prose

/// A part of the text that the reader has marked.
struct Highlight: Equatable, Sendable {
  enum Color: Int, CaseIterable, Sendable {
    case yellow = 1
    case green
    case blue
    case rose
    case violet

    var name: String { "\(self)" }
  }

  /// Never used twice, whatever is deleted.
  let number: Int
  var range: Range<UInt32>
  var color: Color
  var note = ""
}

/// The highlights of an article, in text order, and what they were before.
struct Highlights: Sendable {
  private(set) var all: [Highlight] = []
  /// Counts the changes, so that what is made from them knows when it is out of date.
  private(set) var version = 0
  private var lastNumber = 0
  private var undone: [[Highlight]] = []
  private var done: [[Highlight]] = []

  private static let mostKept = 500

  subscript(number: Int) -> Highlight? { all.first { $0.number == number } }

  /// The one that covers `byte`, the shortest if there are several.
  func highlight(at byte: UInt32) -> Highlight? {
    all.filter { $0.range.contains(byte) }.min { $0.range.count < $1.range.count }
  }

  func overlapping(_ range: Range<UInt32>) -> [Highlight] {
    all.filter { $0.range.overlaps(range) }
  }

  /// Marks a range; one that is marked already gets the new color, and keeps its note.
  mutating func mark(_ range: Range<UInt32>, _ color: Highlight.Color) -> Highlight? {
    guard !range.isEmpty else { return nil }
    keep()
    if let row = all.firstIndex(where: { $0.range == range }) {
      all[row].color = color
      return all[row]
    }
    lastNumber += 1
    let highlight = Highlight(number: lastNumber, range: range, color: color)
    let row = all.partitioningIndex {
      ($0.range.lowerBound, $0.range.upperBound) >= (range.lowerBound, range.upperBound)
    }
    all.insert(highlight, at: row)
    return highlight
  }

  mutating func setNote(_ note: String, of number: Int) {
    guard let row = all.firstIndex(where: { $0.number == number }), all[row].note != note else {
      return
    }
    keep()
    all[row].note = note
  }

  mutating func setColor(_ color: Highlight.Color, of number: Int) {
    guard let row = all.firstIndex(where: { $0.number == number }), all[row].color != color else {
      return
    }
    keep()
    all[row].color = color
  }

  /// Deletes those with these numbers.
  mutating func delete(_ numbers: [Int]) {
    guard all.contains(where: { numbers.contains($0.number) }) else { return }
    keep()
    all.removeAll { numbers.contains($0.number) }
  }

  /// Takes the last change back.
  /// - Returns: Whether there was one.
  mutating func undo() -> Bool {
    guard let before = done.popLast() else { return false }
    undone.append(all)
    all = before
    version += 1
    return true
  }

  mutating func redo() -> Bool {
    guard let after = undone.popLast() else { return false }
    done.append(all)
    all = after
    version += 1
    return true
  }

  private mutating func keep() {
    done.append(all)
    if done.count > Self.mostKept { done.removeFirst() }
    undone.removeAll()
    version += 1
  }
}
