/// Gives the inputs of a run one by one.
protocol Intake: Sendable {
  associatedtype Item: Sendable

  /// The next input. When `mayWait` is false and it would have to be waited for, `.notYet`.
  mutating func next(mayWait: Bool) -> Arrival<Item>
}

enum Arrival<Item: Sendable>: Sendable {
  /// `byteCount` is what it adds to the memory in use.
  case item(Item, byteCount: Int)
  case notYet
  case end
}
