/// One character cell.
public struct Cell: Hashable, Sendable {
  /// A grapheme cluster of one or two columns; nil in the second column of a wide one.
  public var cluster: Character?
  public var face: Face
  /// A face laid over `face`: focus, match, selection.
  public var overlay: Face?

  public init(_ cluster: Character?, face: Face, overlay: Face? = nil) {
    self.cluster = cluster
    self.face = face
    self.overlay = overlay
  }
}

/// A finished screen: a grid of cells and where the cursor stands.
///
/// Writing outside of it does nothing.
public struct Frame: Equatable, Sendable {
  public let size: Size
  /// Row by row, from the top left.
  public private(set) var cells: [Cell]
  /// The cell with the reader's attention; the terminal's cursor goes there, for braille and for magnifiers.
  public var cursor: Point?
  /// Whether the cursor is drawn, as in a prompt.
  public var showsCursor = false

  public init(size: Size) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(repeating: Cell(" ", face: .text), count: self.size.columns * self.size.rows)
  }

  public subscript(column column: Int, row row: Int) -> Cell {
    get { cells[row * size.columns + column] }
    set {
      guard isInside(column, row) else { return }
      cells[row * size.columns + column] = newValue
    }
  }

  private func isInside(_ column: Int, _ row: Int) -> Bool {
    column >= 0 && column < size.columns && row >= 0 && row < size.rows
  }

  /// Fills `rect` with blanks of a face, or with another cluster of one column.
  public mutating func fill(_ rect: Rect, face: Face, with cluster: Character = " ") {
    for row in max(0, rect.row)..<max(0, rect.row, min(size.rows, rect.endRow)) {
      let columns = max(0, rect.column)..<max(0, rect.column, min(size.columns, rect.endColumn))
      guard !columns.isEmpty else { continue }
      let start = row * size.columns + columns.lowerBound
      let end = row * size.columns + columns.upperBound
      mendEdges(start, end)
      for index in start..<end { cells[index] = Cell(cluster, face: face) }
    }
  }

  /// Draws one cluster at `column`, as `displayed(_:)` shows it, if it fits into `limit` (exclusive) and the frame.
  /// - Returns: The columns taken: 0, 1 or 2.
  @discardableResult
  public mutating func draw(
    _ cluster: Character,
    column: Int,
    row: Int,
    limit: Int,
    face: Face,
    overlay: Face? = nil
  ) -> Int {
    let width = columns(of: cluster)
    guard width > 0, isInside(column, row), column + width <= min(limit, size.columns) else {
      return 0
    }
    let index = row * size.columns + column
    mendEdges(index, index + width)
    cells[index] = Cell(displayed(cluster) ?? " ", face: face, overlay: overlay)
    if width == 2 { cells[index + 1] = Cell(nil, face: face, overlay: overlay) }
    return width
  }

  /// Blanks the other half of a wide cluster of which one half is to be overwritten.
  private mutating func mendEdges(_ start: Int, _ end: Int) {
    if cells[start].cluster == nil, start % size.columns > 0 { cells[start - 1].cluster = " " }
    if end % size.columns > 0, cells[end].cluster == nil { cells[end].cluster = " " }
  }

  /// Draws `text` from `column` on and cuts it off at `limit` (exclusive), with `…` where something is lost.
  /// - Returns: The column behind it.
  @discardableResult
  public mutating func draw(
    _ text: String,
    column: Int,
    row: Int,
    limit: Int,
    face: Face,
    overlay: Face? = nil
  ) -> Int {
    let limit = min(limit, size.columns)
    let shown = truncated(text, columns: limit - column)
    var column = column
    for cluster in shown {
      column += draw(
        cluster,
        column: column,
        row: row,
        limit: limit,
        face: face,
        overlay: overlay
      )
    }
    return column
  }

  /// Lays a face over the cells of `rect`.
  public mutating func overlay(_ rect: Rect, face: Face) {
    for row in max(0, rect.row)..<max(0, rect.row, min(size.rows, rect.endRow)) {
      for column in max(0, rect.column)..<max(0, rect.column, min(size.columns, rect.endColumn)) {
        cells[row * size.columns + column].overlay = face
      }
    }
  }

  /// The screen as text, a line a row, without blanks at the ends of lines.
  public var text: String {
    (0..<size.rows).map { row in
      let line = String((0..<size.columns).compactMap { self[column: $0, row: row].cluster })
      return String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  /// An equal plane of letters: where the faces of `letters` stand, `.` elsewhere; an overlay wins.
  public func faces(_ letters: [Face: Character]) -> String {
    (0..<size.rows).map { row in
      String(
        (0..<size.columns).map { column in
          let cell = self[column: column, row: row]
          return cell.overlay.flatMap { letters[$0] } ?? letters[cell.face] ?? "."
        }
      )
    }.joined(separator: "\n")
  }
}
