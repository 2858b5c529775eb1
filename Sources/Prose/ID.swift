/// The row of one `Element` in its document's table.
public struct ID<Element>: Hashable, Comparable, Sendable {
  public let row: UInt32

  public init(row: UInt32) {
    self.row = row
  }

  public init(row: Int) {
    self.row = UInt32(row)
  }

  /// The row as an index into a table's column.
  public var index: Int { Int(row) }

  public static func < (left: Self, right: Self) -> Bool {
    left.row < right.row
  }
}
