/// A column whose cells are lists: one flat array and where each row begins in it.
public struct Ragged<Element: Sendable>: Sendable {
  private var starts: [UInt32] = [0]
  private var items: [Element] = []

  public init() {}

  public init(_ rows: some Sequence<some Sequence<Element>>) {
    for row in rows { append(row) }
  }

  public var count: Int { starts.count - 1 }

  public mutating func append(_ row: some Sequence<Element>) {
    items.append(contentsOf: row)
    starts.append(UInt32(items.count))
  }

  public subscript(row: Int) -> ArraySlice<Element> {
    items[Int(starts[row])..<Int(starts[row + 1])]
  }
}
