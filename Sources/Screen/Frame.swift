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
  /// A cell as it is kept: without references, so that a screen of them is made, copied and compared like memory.
  package struct PackedCell: Equatable, Sendable {
    /// A scalar; 0 in the second column of a wide cluster; from `firstCluster` on one of `clusters`.
    package var glyph: UInt32
    package var face: Face
    package var overlay: Face?
  }

  /// The first number behind those of scalars.
  package static let firstCluster: UInt32 = 0x11_0000

  public let size: Size
  /// Row by row, from the top left.
  package private(set) var packed: [PackedCell]
  /// Clusters of several scalars.
  private var clusters: [Character] = []
  /// The cell with the reader's attention; the terminal's cursor goes there, for braille and for magnifiers.
  public var cursor: Point?
  /// Whether the cursor is drawn, as in a prompt.
  public var showsCursor = false

  public init(size: Size) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    packed = Array(
      repeating: PackedCell(glyph: 0x20, face: .text),
      count: self.size.columns * self.size.rows
    )
  }

  /// All cells, row by row, from the top left.
  public var cells: [Cell] { packed.map(unpacked) }

  public subscript(column column: Int, row row: Int) -> Cell {
    get { unpacked(packed[row * size.columns + column]) }
    set {
      guard isInside(column, row) else { return }
      packed[row * size.columns + column] = PackedCell(
        glyph: newValue.cluster.map { glyph(of: $0) } ?? 0,
        face: newValue.face,
        overlay: newValue.overlay
      )
    }
  }

  public static func == (left: Frame, right: Frame) -> Bool {
    left.size == right.size && left.cursor == right.cursor
      && left.showsCursor == right.showsCursor
      && (0..<left.size.rows).allSatisfy { left.hasRow($0, as: right) }
  }

  /// Whether a row looks the same in `other`, which has the same size.
  package func hasRow(_ row: Int, as other: Frame) -> Bool {
    for index in row * size.columns..<(row + 1) * size.columns {
      let (cell, theirs) = (packed[index], other.packed[index])
      guard cell.face == theirs.face, cell.overlay == theirs.overlay else { return false }
      if cell.glyph < Self.firstCluster || theirs.glyph < Self.firstCluster {
        guard cell.glyph == theirs.glyph else { return false }
      } else {
        // Equal clusters may stand in different places of the two lists.
        guard cluster(of: cell.glyph) == other.cluster(of: theirs.glyph) else { return false }
      }
    }
    return true
  }

  // MARK: Glyphs

  package func cluster(of glyph: UInt32) -> Character? {
    if glyph == 0 { return nil }
    if glyph >= Self.firstCluster { return clusters[Int(glyph - Self.firstCluster)] }
    return Unicode.Scalar(glyph).map(Character.init)
  }

  private func unpacked(_ cell: PackedCell) -> Cell {
    Cell(cluster(of: cell.glyph), face: cell.face, overlay: cell.overlay)
  }

  private mutating func glyph(of cluster: Character) -> UInt32 {
    glyph(of: Glyph(displayed(cluster) ?? " "))
  }

  private mutating func glyph(of glyph: Glyph) -> UInt32 {
    switch glyph {
    case .scalar(let value): return value
    case .cluster(let cluster):
      clusters.append(cluster)
      return Self.firstCluster + UInt32(clusters.count - 1)
    }
  }

  // MARK: Drawing

  private func isInside(_ column: Int, _ row: Int) -> Bool {
    column >= 0 && column < size.columns && row >= 0 && row < size.rows
  }

  /// Fills `rect` with blanks of a face, or with another cluster of one column.
  public mutating func fill(_ rect: Rect, face: Face, with cluster: Character = " ") {
    let cell = PackedCell(glyph: glyph(of: cluster), face: face)
    for range in runs(of: rect) {
      mendEdges(range.lowerBound, range.upperBound)
      for index in range { packed[index] = cell }
    }
  }

  /// Lays a face over the cells of `rect`.
  public mutating func overlay(_ rect: Rect, face: Face) {
    for range in runs(of: rect) {
      for index in range { packed[index].overlay = face }
    }
  }

  /// Where the cells of `rect` inside the frame stand in `packed`, a run a row.
  private func runs(of rect: Rect) -> [Range<Int>] {
    let columns = max(0, rect.column)..<max(0, rect.column, min(size.columns, rect.endColumn))
    guard !columns.isEmpty else { return [] }
    return (max(0, rect.row)..<max(0, rect.row, min(size.rows, rect.endRow))).map { row in
      let start = row * size.columns
      return start + columns.lowerBound..<start + columns.upperBound
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
    put(glyph(of: cluster), width, column, row, face, overlay)
    return width
  }

  /// Draws one cluster of a text at `column` if it fits into `limit` (exclusive) and the frame.
  /// - Returns: The columns taken: 0, 1 or 2.
  @discardableResult
  public mutating func draw(
    _ cluster: TextCluster,
    column: Int,
    row: Int,
    limit: Int,
    face: Face,
    overlay: Face? = nil
  ) -> Int {
    guard isInside(column, row), column + cluster.columns <= min(limit, size.columns) else {
      return 0
    }
    put(glyph(of: cluster.glyph), cluster.columns, column, row, face, overlay)
    return cluster.columns
  }

  private mutating func put(
    _ glyph: UInt32,
    _ width: Int,
    _ column: Int,
    _ row: Int,
    _ face: Face,
    _ overlay: Face?
  ) {
    let index = row * size.columns + column
    mendEdges(index, index + width)
    packed[index] = PackedCell(glyph: glyph, face: face, overlay: overlay)
    if width == 2 { packed[index + 1] = PackedCell(glyph: 0, face: face, overlay: overlay) }
  }

  /// Blanks the other half of a wide cluster of which one half is to be overwritten.
  private mutating func mendEdges(_ start: Int, _ end: Int) {
    if packed[start].glyph == 0, start % size.columns > 0 { packed[start - 1].glyph = 0x20 }
    if end < packed.count, packed[end].glyph == 0, end % size.columns > 0 {
      packed[end].glyph = 0x20
    }
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
    var column = column
    if text.utf8.allSatisfy({ $0 > 0x1F && $0 < 0x7F }) {
      guard isInside(column, row), column < limit else { return column }
      let count = text.utf8.count
      let room = limit - column
      for byte in text.utf8.prefix(count > room ? room - 1 : count) {
        put(UInt32(byte), 1, column, row, face, overlay)
        column += 1
      }
      return count > room
        ? column
          + draw(
            "…" as Character,
            column: column,
            row: row,
            limit: limit,
            face: face,
            overlay: overlay
          )
        : column
    }
    let shown = truncated(text, columns: limit - column)
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

  // MARK: As text

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
