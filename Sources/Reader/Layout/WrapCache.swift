import Screen

/// A passage's lines, and which way its characters run, if some run to the left.
struct WrappedPassage: Sendable {
  var lines: [Range<UInt32>]
  var directions: Directions?
}

/// Passages that were wrapped, of which newer ones push out older ones.
///
/// Each has one place that it may stand in, found without a hash; neighbors do not share one.
struct WrapCache: Sendable {
  private var slots: [(passage: Passage, wrapped: WrappedPassage)?] = []

  /// More than any screen shows.
  private static let slotCount = 256

  private static func slot(of passage: Passage) -> Int {
    (passage.block &+ passage.piece) & (slotCount - 1)
  }

  subscript(passage: Passage) -> WrappedPassage? {
    get {
      guard !slots.isEmpty, let kept = slots[Self.slot(of: passage)], kept.passage == passage else {
        return nil
      }
      return kept.wrapped
    }
    set {
      if slots.isEmpty { slots = Array(repeating: nil, count: Self.slotCount) }
      slots[Self.slot(of: passage)] = newValue.map { (passage, $0) }
    }
  }

  mutating func removeAll() {
    slots = []
  }
}
