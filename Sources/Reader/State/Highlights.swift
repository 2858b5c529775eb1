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
  /// What it is known by where it is kept; nil for one made in this session.
  var key: String?
  var range: Range<UInt32>
  /// The words that were marked, by which they are found in a text that has changed.
  let quote: String
  var color: Color
  var note = ""
  /// Whether the text has changed and has these words no longer; the range is where they were.
  var isLost = false
}

/// The highlights of an article, in text order, the edits to its findings, and what both were before.
struct Highlights: Sendable {
  private struct Moment: Sendable {
    var highlights: [Highlight]
    let edits: [MadeEdit]
  }

  private(set) var all: [Highlight] = []
  /// In the order in which they were made.
  private(set) var edits: [MadeEdit] = []
  /// Counts the changes of the edits.
  private(set) var editsVersion = 0
  /// Counts the changes, so that what is made from them knows when it is out of date.
  private(set) var version = 0
  private var lastNumber = 0
  private var undone: [Moment] = []
  private var done: [Moment] = []

  private static let mostKept = 500

  subscript(number: Int) -> Highlight? { all.first { $0.number == number } }

  /// The one that covers `byte`, the shortest if there are several.
  func highlight(at byte: UInt32) -> Highlight? {
    all.filter { $0.range.contains(byte) }.min { $0.range.count < $1.range.count }
  }

  func overlapping(_ range: Range<UInt32>) -> [Highlight] {
    all.filter { $0.range.overlaps(range) }
  }

  /// Marks a range of a text; one that is marked already gets the new color, and keeps its note.
  mutating func mark(
    _ range: Range<UInt32>,
    of text: SourceText,
    _ color: Highlight.Color
  ) -> Highlight? {
    guard !range.isEmpty else { return nil }
    keep()
    if let row = all.firstIndex(where: { $0.range == range }) {
      all[row].color = color
      return all[row]
    }
    lastNumber += 1
    let highlight = Highlight(
      number: lastNumber,
      range: range,
      quote: text.string(in: range),
      color: color
    )
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

  /// Takes in those that were kept before; those that are there already take on their colors and notes.
  ///
  /// They were there before anything that can be taken back.
  mutating func take(_ passages: [MarkedPassage], of text: SourceText) {
    let before = all
    var added: [Highlight] = []
    for passage in passages where Int(passage.range.upperBound) <= text.count {
      let known = all.firstIndex {
        $0.number == passage.number || $0.key != nil && $0.key == passage.key
      }
      if let known {
        all[known].key = passage.key
        all[known].color = Highlight.Color(named: passage.color)
        all[known].note = passage.note
        continue
      }
      // One with a number was deleted here, and is not known to be so outside yet.
      guard passage.number == nil else { continue }
      lastNumber += 1
      added.append(
        Highlight(
          number: lastNumber,
          key: passage.key,
          range: passage.range,
          quote: passage.quote,
          color: Highlight.Color(named: passage.color),
          note: passage.note,
          isLost: passage.isLost
        )
      )
    }
    guard !added.isEmpty else {
      if all != before { version += 1 }
      return
    }
    func joined(_ highlights: [Highlight]) -> [Highlight] {
      (highlights + added).sorted {
        ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
      }
    }
    all = joined(all)
    done = done.map { Moment(highlights: joined($0.highlights), edits: $0.edits) }
    undone = undone.map { Moment(highlights: joined($0.highlights), edits: $0.edits) }
    version += 1
  }

  /// Takes the last change back.
  /// - Returns: Whether there was one.
  mutating func undo() -> Bool {
    guard let before = done.popLast() else { return false }
    undone.append(now)
    goTo(before)
    return true
  }

  mutating func redo() -> Bool {
    guard let after = undone.popLast() else { return false }
    done.append(now)
    goTo(after)
    return true
  }

  private var now: Moment { Moment(highlights: all, edits: edits) }

  private mutating func goTo(_ moment: Moment) {
    if all != moment.highlights { version += 1 }
    if edits != moment.edits { editsVersion += 1 }
    all = moment.highlights
    edits = moment.edits
  }

  // MARK: Edits

  mutating func make(_ edit: Edit) {
    keepMoment()
    lastNumber += 1
    edits.append(MadeEdit(number: lastNumber, edit: edit))
    editsVersion += 1
  }

  mutating func unmake(_ number: Int) {
    guard edits.contains(where: { $0.number == number }) else { return }
    keepMoment()
    edits.removeAll { $0.number == number }
    editsVersion += 1
  }

  /// Takes in those that were kept before: they came before those of this session.
  mutating func take(_ kept: [MadeEdit]) {
    var added: [MadeEdit] = []
    for var edit in kept {
      let known = edits.contains {
        $0.number == edit.number || $0.key == edit.key && edit.key != nil
      }
      // One with a number was taken back here, and is not known to be so outside yet.
      guard !known, edit.number == nil else { continue }
      lastNumber += 1
      edit.number = lastNumber
      added.append(edit)
    }
    guard !added.isEmpty else { return }
    edits = added + edits
    done = done.map { Moment(highlights: $0.highlights, edits: added + $0.edits) }
    undone = undone.map { Moment(highlights: $0.highlights, edits: added + $0.edits) }
    editsVersion += 1
  }

  /// Finds the marked words again in a text that has changed: those nearest to where they were.
  ///
  /// What is not found is kept, and said to be lost.
  mutating func follow(to text: SourceText) {
    func followed(_ highlights: [Highlight]) -> [Highlight] {
      highlights.map { highlight in
        var highlight = highlight
        if let range = text.nearest(highlight.quote, to: highlight.range.lowerBound) {
          highlight.range = range
          highlight.isLost = false
        } else {
          let start = min(highlight.range.lowerBound, UInt32(text.count))
          highlight.range = start..<start
          highlight.isLost = true
        }
        return highlight
      }.sorted {
        ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
      }
    }
    // What undoing brings back is of the same text.
    let before = all
    all = followed(all)
    done = done.map { Moment(highlights: followed($0.highlights), edits: $0.edits) }
    undone = undone.map { Moment(highlights: followed($0.highlights), edits: $0.edits) }
    if all != before { version += 1 }
  }

  private mutating func keep() {
    keepMoment()
    version += 1
  }

  private mutating func keepMoment() {
    done.append(now)
    if done.count > Self.mostKept { done.removeFirst() }
    undone.removeAll()
  }
}

extension SourceText {
  /// The occurrence of `words` that begins nearest to `byte`.
  fileprivate func nearest(_ words: String, to byte: UInt32) -> Range<UInt32>? {
    let pattern = Array(words.utf8)
    guard let first = pattern.first, pattern.count <= count else { return nil }
    return withBytes { bytes in
      func isThere(_ place: Int) -> Bool {
        guard place >= 0, place + pattern.count <= bytes.count, bytes[place] == first else {
          return false
        }
        return pattern.indices.allSatisfy { bytes[place + $0] == pattern[$0] }
      }
      let start = Int(byte)
      for distance in 0...max(start, bytes.count) {
        for place in [start - distance, start + distance] where isThere(place) {
          return UInt32(place)..<UInt32(place + pattern.count)
        }
      }
      return nil
    }
  }
}
