/// The places that jumps were made from, as in vi: back, and forward again.
struct JumpList: Sendable {
  /// A place in the text, and what lay over it.
  struct Place: Sendable {
    let top: UInt32
    /// What the reader stood on.
    var current: Range<UInt32>?
    /// Cards and views, the uppermost last.
    var sheets: [Sheet] = []

    fileprivate func isSame(as other: Place) -> Bool {
      top == other.top && current == other.current
        && sheets.map(\.kind) == other.sheets.map(\.kind)
    }
  }

  private var places: [Place] = []
  /// The place that stands for now; behind the last one while no way back has been taken.
  private var position = 0

  private static let mostKept = 100

  /// Notes the place that a jump leaves.
  mutating func leave(_ place: Place) {
    places.removeAll { $0.isSame(as: place) }
    places.append(place)
    if places.count > Self.mostKept { places.removeFirst() }
    position = places.count
  }

  /// The place before; `here` is where the reader is now, to come back to.
  mutating func back(from here: Place) -> Place? {
    if position == places.count {
      leave(here)
      position = places.count - 1
    }
    guard position > 0 else { return nil }
    position -= 1
    return places[position]
  }

  mutating func forward() -> Place? {
    guard canGoForward else { return nil }
    position += 1
    return places[position]
  }

  var canGoForward: Bool { position + 1 < places.count }

  /// The place that the last jump left.
  var last: Place? { places.last }
}
