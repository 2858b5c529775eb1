internal import CNcurses
internal import Screen

/// Brings frames to ncurses: cells to characters, faces to styles, and what ncurses would misjudge past it.
///
/// ncurses measures by the C library, which gives an emoji family eight columns and a heart with its selector
/// one. Such clusters it never sees: it gets a stand-in of the right width, one for each place on the screen,
/// and in the bytes that it wrote the stand-in gives way to the cluster and an absolute move behind it, so that
/// whatever width the terminal gives it, the next cell lands where it should.
struct Canvas {
  private let theme: Theme
  private let palette: Palette
  private let isUTF8: Bool

  /// The frame that is on the screen; nil if that is not known.
  private var shown: Frame?
  /// Rows of `shown` with clusters that are not one plain column each.
  private var oddRows: [Bool] = []

  /// Style numbers by face and overlay, -1 where not yet made.
  private var styleNumbers: [Int32]
  /// By their numbers; so few that a list is faster than a dictionary.
  private var looks: [Palette.Look] = []

  private struct Place: Hashable {
    let cluster: Character
    let columns: Int
    let point: Point
  }

  private var standIns: [Place: Int] = [:]
  private var places: [Place] = []

  private var cells: [broadsheet_cell] = []

  /// Stand-ins of one column: private use, which nobody has a glyph for.
  private static let narrow: ClosedRange<UInt32> = 0x10_0000...0x10_FFFD
  /// Stand-ins of two: the rarest ideographs.
  private static let wide: ClosedRange<UInt32> = 0x2_0000...0x2_A6DF
  private static let mostStandIns = 40_000

  init(theme: Theme, palette: Palette, isUTF8: Bool) {
    self.theme = theme
    self.palette = palette
    self.isUTF8 = isUTF8
    styleNumbers = Array(repeating: -1, count: Face.count * (Face.count + 1))
  }

  /// Draws everything anew next time.
  mutating func forget() {
    shown = nil
    standIns.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    broadsheet_forget_screen()
  }

  /// Appends what brings the screen up to date, the cursor at its place last; nothing where nothing changed.
  mutating func paint(_ frame: Frame, cursor: Point, to output: inout [UInt8]) {
    put(frame)
    var bytes: UnsafePointer<UInt8>?
    let count = broadsheet_paint(Int32(cursor.column), Int32(cursor.row), &bytes)
    append(UnsafeBufferPointer(start: bytes, count: max(0, count)), to: &output)
  }

  /// Hands ncurses the rows that differ from what is shown.
  private mutating func put(_ frame: Frame) {
    if places.count > Self.mostStandIns - frame.size.columns * frame.size.rows { forget() }
    let old = shown?.size == frame.size ? shown : nil
    if old == nil { oddRows = Array(repeating: false, count: frame.size.rows) }
    for row in 0..<frame.size.rows {
      if let old, old.hasRow(row, as: frame) { continue }
      let isOdd = fillCells(frame, row: row)
      // Terminals mend a half-overwritten wide character each in its own way.
      let isWhole = old != nil && (isOdd || oddRows[row])
      broadsheet_put_row(Int32(row), cells, Int32(cells.count), isWhole ? 1 : 0)
      oddRows[row] = isOdd
    }
    shown = frame
  }

  /// Makes ncurses' characters of a row.
  /// - Returns: Whether any is not one plain column.
  private mutating func fillCells(_ frame: Frame, row: Int) -> Bool {
    cells.removeAll(keepingCapacity: true)
    var isOdd = false
    var face: Face?
    var overlay: Face?
    var style: UInt32 = 0
    let start = row * frame.size.columns
    for column in 0..<frame.size.columns {
      let cell = frame.packed[start + column]
      if cell.face != face || cell.overlay != overlay {
        (face, overlay) = (cell.face, cell.overlay)
        style = styleNumber(cell.face, cell.overlay)
      }
      if cell.glyph > 0, cell.glyph < 0x80 {
        cells.append(broadsheet_cell(scalar: cell.glyph, style: style))
        continue
      }
      guard let cluster = frame.cluster(of: cell.glyph) else {
        isOdd = true
        continue
      }
      let isWide =
        column + 1 < frame.size.columns && frame.packed[start + column + 1].glyph == 0
      let columns = isWide ? 2 : 1
      guard isUTF8 else {
        for letter in plainLetters(for: cluster, columns: columns) {
          cells.append(broadsheet_cell(scalar: UInt32(letter), style: style))
        }
        continue
      }
      if isPlain(cell.glyph, columns: columns) {
        cells.append(broadsheet_cell(scalar: cell.glyph, style: style))
        continue
      }
      isOdd = true
      let place = Place(
        cluster: cluster,
        columns: columns,
        point: Point(column: column, row: row)
      )
      cells.append(broadsheet_cell(scalar: standIn(for: place), style: style))
    }
    return isOdd
  }

  /// Whether it is a single scalar of which the C library thinks as we do.
  private func isPlain(_ glyph: UInt32, columns: Int) -> Bool {
    glyph < Frame.firstCluster && !Self.narrow.contains(glyph) && !Self.wide.contains(glyph)
      && broadsheet_libc_columns(glyph) == columns
  }

  private mutating func standIn(for place: Place) -> UInt32 {
    let number: Int
    if let known = standIns[place] {
      number = known
    } else {
      number = places.count
      standIns[place] = number
      places.append(place)
    }
    return (place.columns == 2 ? Self.wide : Self.narrow).lowerBound + UInt32(number)
  }

  private mutating func styleNumber(_ face: Face, _ overlay: Face?) -> UInt32 {
    let index =
      face.ordinal * (Face.count + 1) + (overlay.map { $0.ordinal + 1 } ?? 0)
    if styleNumbers[index] >= 0 { return UInt32(styleNumbers[index]) }
    var style = theme[.text].overlaid(by: theme[face])
    if let overlay { style = style.overlaid(by: theme[overlay]) }
    let look = palette.look(of: style, over: theme[.text].background)
    let number: UInt32
    if let known = looks.firstIndex(of: look) {
      number = UInt32(known)
    } else {
      number = UInt32(looks.count)
      looks.append(look)
      broadsheet_set_style(
        number,
        Int32(look.attributes.rawValue),
        Int32(look.foreground),
        Int32(look.background)
      )
    }
    styleNumbers[index] = Int32(number)
    return number
  }

  /// Appends what ncurses wrote to `output`, with the clusters in the places of their stand-ins.
  private func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    guard !places.isEmpty else {
      output.append(contentsOf: bytes)
      return
    }
    var offset = 0
    while offset < bytes.count {
      // Both ranges of stand-ins are in planes whose bytes begin with F0 and F4.
      let lead = bytes[offset]
      guard lead == 0xF0 || lead == 0xF4, offset + 4 <= bytes.count else {
        output.append(lead)
        offset += 1
        continue
      }
      var value = UInt32(lead & 0x07)
      for byte in bytes[offset + 1..<offset + 4] { value = value << 6 | UInt32(byte & 0x3F) }
      let range = lead == 0xF0 ? Self.wide : Self.narrow
      offset += 4
      guard range.contains(value), Int(value - range.lowerBound) < places.count else {
        output.append(contentsOf: bytes[offset - 4..<offset])
        continue
      }
      let place = places[Int(value - range.lowerBound)]
      output.append(contentsOf: (displayed(place.cluster) ?? " ").utf8)
      let column = place.point.column + place.columns
      // Behind the last column the cursor waits at the margin, and ncurses moves it itself.
      if let width = shown?.size.columns, column < width {
        output.append(contentsOf: "\u{1B}[\(place.point.row + 1);\(column + 1)H".utf8)
      }
    }
  }
}
