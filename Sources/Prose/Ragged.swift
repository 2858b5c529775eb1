/// A column whose cells are lists: one flat array and where each row begins in it.
public struct Ragged<Element: Sendable>: Sendable {
  @usableFromInline var starts: [UInt32] = [0]
  @usableFromInline var items: [Element] = []

  @inlinable
  public init() {}

  /// An empty column with room for so many rows, which hold so many elements together.
  @inlinable
  public init(rows: Int, elements: Int) {
    starts.reserveCapacity(rows + 1)
    items.reserveCapacity(elements)
  }

  @inlinable
  public init(_ rows: some Sequence<some Sequence<Element>>) {
    for row in rows { append(row) }
  }

  @inlinable public var count: Int { starts.count - 1 }

  @inlinable
  public mutating func append(_ row: some Sequence<Element>) {
    items.append(contentsOf: row)
    starts.append(UInt32(items.count))
  }

  /// How many elements the row has.
  @inlinable
  public func length(of row: Int) -> Int { Int(starts[row + 1] - starts[row]) }

  /// Calls `body` with the row's elements; the pointer must not leave it.
  @inlinable
  public func withRow<Result>(
    _ row: Int,
    _ body: (UnsafeBufferPointer<Element>) -> Result
  ) -> Result {
    items.withUnsafeBufferPointer { all in
      body(UnsafeBufferPointer(rebasing: all[Int(starts[row])..<Int(starts[row + 1])]))
    }
  }

  @inlinable
  public subscript(row: Int) -> ArraySlice<Element> {
    items[Int(starts[row])..<Int(starts[row + 1])]
  }
}
