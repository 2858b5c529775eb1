/// Ways to tag a sentence, followed side by side: the best few of them go on.
///
/// Of ways that end in the same two tags only the best is kept, since the features see no further back.
package struct TaggerBeam {
  /// One way of them.
  package struct Item {
    package var score: Int32
    /// The last two tags; `outside` before the sentence.
    package var previous: UInt8
    package var beforePrevious: UInt8
    /// Its last step in `steps`; -1 at the start.
    package var step: Int32
  }

  /// The tag before the sentence's first.
  package static let outside: UInt8 = 63

  package let width: Int
  /// How far behind the best a way may fall.
  private let slack: Int32
  package private(set) var items: [Item] = []
  private var steps: [(previous: Int32, tag: UInt8)] = []
  private var candidates: [Item] = []

  package init(width: Int, slack: Int32) {
    self.width = width
    self.slack = slack
  }

  package mutating func begin() {
    items.removeAll(keepingCapacity: true)
    steps.removeAll(keepingCapacity: true)
    items.append(
      Item(score: 0, previous: Self.outside, beforePrevious: Self.outside, step: -1)
    )
  }

  /// Gives the next word the same tag in every way.
  package mutating func keep(_ tag: UInt8) {
    candidates.removeAll(keepingCapacity: true)
    for row in items.indices { offer(tag, items[row].score, after: row) }
    finish()
  }

  /// Gives the next word the tag `tag` after the way `item`, as one candidate of those that `finish` chooses from.
  @inline(__always)
  package mutating func offer(_ tag: UInt8, _ score: Int32, after item: Int) {
    if candidates.count == width, score <= candidates[width - 1].score { return }
    let before = items[item]
    // One with the same end is beaten by this one, or beats it.
    var place = 0
    while place < candidates.count {
      let other = candidates[place]
      if other.previous == tag, other.beforePrevious == before.previous {
        if other.score >= score { return }
        candidates.remove(at: place)
        break
      }
      place += 1
    }
    if candidates.count == width { candidates.removeLast() }
    place = candidates.count
    while place > 0, candidates[place - 1].score < score { place -= 1 }
    candidates.insert(
      Item(score: score, previous: tag, beforePrevious: before.previous, step: before.step),
      at: place
    )
  }

  /// Takes all ways one word on.
  package mutating func finish() {
    let least = (candidates.first?.score ?? 0) &- slack
    swap(&items, &candidates)
    if let end = items.firstIndex(where: { $0.score < least }) { items.removeSubrange(end...) }
    for row in items.indices {
      steps.append((items[row].step, items[row].previous))
      items[row].step = Int32(steps.count - 1)
    }
    candidates.removeAll(keepingCapacity: true)
  }

  /// Writes the tags of the way that ends in `step`, from first to last, over those in `tags`.
  package func read(_ step: Int32, into tags: inout [UInt8]) {
    tags.removeAll(keepingCapacity: true)
    var step = step
    while step >= 0 {
      tags.append(steps[Int(step)].tag)
      step = steps[Int(step)].previous
    }
    tags.reverse()
  }
}
