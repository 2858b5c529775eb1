/// A column whose cells are lists: one flat array and where each row begins in it.
public struct Ragged<Element: Sendable>: Sendable {
  private var starts: [UInt32] = [0]
  private var items: [Element] = []

  public init() {}

  /// An empty column with room for so many rows, which hold so many elements together.
  public init(rows: Int, elements: Int) {
    starts.reserveCapacity(rows + 1)
    items.reserveCapacity(elements)
  }

  public init(_ rows: some Sequence<some Sequence<Element>>) {
    for row in rows { append(row) }
  }

  public var count: Int { starts.count - 1 }

  public mutating func append(_ row: some Sequence<Element>) {
    items.append(contentsOf: row)
    starts.append(UInt32(items.count))
  }

  /// Calls `body` with the row's elements; the pointer must not leave it.
  @inline(__always)
  public func withRow<Result>(
    _ row: Int,
    _ body: (UnsafeBufferPointer<Element>) -> Result
  ) -> Result {
    items.withUnsafeBufferPointer { all in
      body(UnsafeBufferPointer(rebasing: all[Int(starts[row])..<Int(starts[row + 1])]))
    }
  }

  public subscript(row: Int) -> ArraySlice<Element> {
    items[Int(starts[row])..<Int(starts[row + 1])]
  }
}
