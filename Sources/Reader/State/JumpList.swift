/// The places that jumps were made from, as in vi: back, and forward again.
struct JumpList: Sendable {
  private var places: [UInt32] = []
  /// The place that stands for now; behind the last one while no way back has been taken.
  private var position = 0

  private static let mostKept = 100

  /// Notes the place that a jump leaves.
  mutating func leave(_ byte: UInt32) {
    places.removeAll { $0 == byte }
    places.append(byte)
    if places.count > Self.mostKept { places.removeFirst() }
    position = places.count
  }

  /// The place before; `byte` is where the reader is now, to come back to.
  mutating func back(from byte: UInt32) -> UInt32? {
    if position == places.count {
      leave(byte)
      position = places.count - 1
    }
    guard position > 0 else { return nil }
    position -= 1
    return places[position]
  }

  mutating func forward() -> UInt32? {
    guard position + 1 < places.count else { return nil }
    position += 1
    return places[position]
  }

  /// The place that the last jump left.
  var last: UInt32? { places.last }
}
