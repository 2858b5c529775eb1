internal import CNcurses
internal import Screen

/// Brings frames to a terminal of xterm's kind: the cells that changed, with the shortest moves and the fewest colors.
///
/// ncurses draws for all kinds of terminals, and for these it takes three times the time and half as many bytes again.
struct CellPainter {
  /// What the terminal's description lets us use.
  struct Abilities: Equatable {
    var attributes: Attributes = [.bold, .dim, .italic, .underline, .reverse]
    /// Whether it erases so many cells at a time.
    var erasesCells = true
    /// Whether what it erases gets the background that is set.
    var erasesInColor = true
  }

  private struct Ink: Equatable {
    /// As in a frame.
    var glyph: UInt32
    var pen: Int
  }

  private let abilities: Abilities
  private let isUTF8: Bool
  private var pens: PenSet

  /// The frame that is on the screen; nil if that is not known.
  private var shown: Frame?
  /// What of it stands in the cells.
  private var inks: [Ink] = []
  /// Rows with clusters that are not one plain column each.
  private var oddRows: [Bool] = []
  /// The row that is being painted.
  private var line: [Ink] = []
  /// Cells of it that terminals may give another width than we do.
  private var doubtful: Set<Int> = []

  private var pen = 0
  /// Where the terminal's cursor stands; nil where terminals differ.
  private var place: Point?
  private var bytes: [UInt8] = []

  init(theme: Theme, palette: Palette, isUTF8: Bool, abilities: Abilities) {
    self.abilities = abilities
    self.isUTF8 = isUTF8
    pens = PenSet(theme: theme, palette: palette, attributes: abilities.attributes)
  }

  /// Draws everything anew next time.
  mutating func forget() { shown = nil }

  /// Appends what brings the screen up to date, the cursor at its place last; nothing where nothing changed.
  mutating func paint(_ frame: Frame, cursor: Point, to output: inout [UInt8]) {
    bytes.removeAll(keepingCapacity: true)
    let old = shown?.size == frame.size ? shown : nil
    if old == nil {
      write("\u{1B}[m\u{1B}[H\u{1B}[J")
      inks = Array(repeating: Ink(glyph: 0x20, pen: 0), count: frame.packed.count)
      oddRows = Array(repeating: false, count: frame.size.rows)
      pen = 0
      place = Point(column: 0, row: 0)
    }
    for row in 0..<frame.size.rows {
      if let old, old.hasRow(row, as: frame) { continue }
      let isOdd = dip(frame, row)
      if isOdd || oddRows[row] {
        // Terminals mend a half-overwritten wide character each in its own way.
        paintWhole(frame, row)
      } else {
        paintChanges(row)
      }
      oddRows[row] = isOdd
      let start = row * frame.size.columns
      for column in line.indices { inks[start + column] = line[column] }
    }
    take(0)
    move(to: cursor)
    shown = frame
    output.append(contentsOf: bytes)
  }

  // MARK: A row

  /// Makes `line` of a row of the frame.
  /// - Returns: Whether any cluster is not one plain column.
  private mutating func dip(_ frame: Frame, _ row: Int) -> Bool {
    line.removeAll(keepingCapacity: true)
    doubtful.removeAll(keepingCapacity: true)
    var isOdd = false
    var face: Face?
    var overlay: Face?
    var pen = 0
    let start = row * frame.size.columns
    for column in 0..<frame.size.columns {
      let cell = frame.packed[start + column]
      if cell.face != face || cell.overlay != overlay {
        (face, overlay) = (cell.face, cell.overlay)
        pen = pens.number(of: cell.face, cell.overlay)
      }
      if cell.glyph > 0, cell.glyph < 0x80 || isUTF8 && isNarrow(cell.glyph) {
        line.append(Ink(glyph: cell.glyph, pen: pen))
        continue
      }
      let isWide =
        column + 1 < frame.size.columns && frame.packed[start + column + 1].glyph == 0
      guard isUTF8 else {
        // The letters of a wide one fill its second column too.
        guard let cluster = frame.cluster(of: cell.glyph) else { continue }
        for letter in plainLetters(for: cluster, columns: isWide ? 2 : 1) {
          line.append(Ink(glyph: UInt32(letter), pen: pen))
        }
        continue
      }
      let columns: Int32 = isWide ? 2 : 1
      line.append(Ink(glyph: cell.glyph, pen: pen))
      if cell.glyph >= Frame.firstCluster
        || cell.glyph > 0 && broadsheet_libc_columns(cell.glyph) != columns
      {
        doubtful.insert(column)
        isOdd = true
      } else if cell.glyph == 0 || isWide {
        isOdd = true
      }
    }
    return isOdd
  }

  /// Whether it is one of the usual signs, of one column everywhere.
  private func isNarrow(_ glyph: UInt32) -> Bool {
    switch glyph {
    case 0xA1...0xAC, 0xAE...0x2FF, 0x2010...0x2027, 0x2500...0x259F, 0x2800...0x28FF: true
    default: false
    }
  }

  private mutating func paintWhole(_ frame: Frame, _ row: Int) {
    for column in line.indices where line[column].glyph != 0 {
      move(to: Point(column: column, row: row))
      if doubtful.contains(column) {
        take(line[column].pen)
        let cluster = frame.cluster(of: line[column].glyph).flatMap { displayed($0) } ?? " "
        bytes.append(contentsOf: String(cluster).utf8)
        // Whatever width the terminal gives it, the next one lands where it should.
        place = nil
      } else {
        let isWide = column + 1 < line.count && line[column + 1].glyph == 0
        put(line[column], columns: isWide ? 2 : 1)
      }
    }
  }

  private mutating func paintChanges(_ row: Int) {
    let start = row * line.count
    // From here on the row can be erased to its end.
    var tail = line.count
    while tail > 0, isBlank(line[tail - 1], like: line[line.count - 1]) { tail -= 1 }
    var column = 0
    while column < line.count {
      guard looksOther(line[column], than: inks[start + column]) else {
        column += 1
        continue
      }
      reach(column, row)
      if column >= tail, line.count - column > 3 {
        takeBlank(line[column].pen)
        write("\u{1B}[K")
        return
      }
      let isBlank = line[column].glyph == 0x20
      let run = isBlank && abilities.erasesCells ? blanks(from: column, row) : 0
      if run > 9 {
        takeBlank(line[column].pen)
        write("\u{1B}[")
        write(run)
        write("X")
        column += run
      } else {
        put(line[column], columns: 1)
        column += 1
      }
    }
  }

  /// Whether the cells differ in what they show.
  private func looksOther(_ ink: Ink, than old: Ink) -> Bool {
    if ink.glyph != old.glyph { return true }
    if ink.pen == old.pen { return false }
    return ink.glyph != 0x20 || !pens.areAlikeBlank(ink.pen, old.pen)
  }

  /// Whether it is what erasing makes of a cell, the same as of `other`.
  private func isBlank(_ ink: Ink, like other: Ink) -> Bool {
    ink.glyph == 0x20 && pens.areAlikeBlank(ink.pen, other.pen)
      && pens.isErasable(ink.pen, inColor: abilities.erasesInColor)
  }

  /// How many cells from `column` on are erased at a time, up to the last that changes.
  private func blanks(from column: Int, _ row: Int) -> Int {
    let start = row * line.count
    var count = 0
    var index = column
    while index < line.count, isBlank(line[index], like: line[column]) {
      index += 1
      if looksOther(line[index - 1], than: inks[start + index - 1]) { count = index - column }
    }
    return count
  }

  // MARK: The hand

  /// Goes to a column of the row that is painted; over a few cells as they stand where that is as short as a move.
  private mutating func reach(_ column: Int, _ row: Int) {
    if let place, place.row == row, place.column < column, column - place.column <= 4,
      (place.column..<column).allSatisfy({ index in
        let ink = line[index]
        return ink.glyph < 0x80
          && (ink.pen == pen || ink.glyph == 0x20 && pens.areAlikeBlank(ink.pen, pen))
      })
    {
      for index in place.column..<column { put(line[index], columns: 1) }
    }
    move(to: Point(column: column, row: row))
  }

  private mutating func move(to point: Point) {
    guard place != point else { return }
    write("\u{1B}[")
    if let place, place.row == point.row, place.column < point.column {
      if point.column - place.column > 1 { write(point.column - place.column) }
      write("C")
    } else {
      if point != Point(column: 0, row: 0) { write(point.row + 1) }
      if point.column > 0 {
        write(";")
        write(point.column + 1)
      }
      write("H")
    }
    place = point
  }

  private mutating func take(_ number: Int) {
    guard number != pen else { return }
    bytes.append(contentsOf: pens.change(from: pen, to: number))
    pen = number
  }

  /// Takes a pen of which only the blanks matter.
  private mutating func takeBlank(_ number: Int) {
    if !pens.areAlikeBlank(number, pen) { take(number) }
  }

  private mutating func put(_ ink: Ink, columns: Int) {
    if ink.glyph == 0x20 { takeBlank(ink.pen) } else { take(ink.pen) }
    if ink.glyph < 0x80 {
      bytes.append(UInt8(ink.glyph))
    } else if let scalar = Unicode.Scalar(ink.glyph) {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    guard let place else { return }
    // Behind the last column the cursor waits at the margin, or has gone on.
    self.place =
      place.column + columns < line.count
      ? Point(column: place.column + columns, row: place.row) : nil
  }

  private mutating func write(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    )
  }

  /// A number of cells or of a row, in decimals.
  private mutating func write(_ number: Int) {
    if number > 9 { write(number / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}

extension CellPainter.Abilities {
  /// Reads them from the description of a terminal; nil where it is of another kind than xterm.
  ///
  /// - Parameters:
  ///   - colors: The number of its colors.
  ///   - capability: A string of the description by its terminfo name.
  ///   - flag: Whether the description has a flag, by its terminfo name.
  init?(colors: Int, capability: (String) -> String?, flag: (String) -> Bool) {
    guard colors == 256, capability("cup") == "\u{1B}[%i%p1%d;%p2%dH",
      capability("el") == "\u{1B}[K", flag("am"), flag("xenl"),
      holds(capability("setaf"), "38;5;%p1%d"), holds(capability("setab"), "48;5;%p1%d")
    else { return nil }
    attributes = []
    let sequences: [(Attributes, String, String)] = [
      (.bold, "bold", "\u{1B}[1m"), (.dim, "dim", "\u{1B}[2m"), (.italic, "sitm", "\u{1B}[3m"),
      (.underline, "smul", "\u{1B}[4m"), (.reverse, "rev", "\u{1B}[7m"),
    ]
    for (attribute, name, sequence) in sequences where capability(name) == sequence {
      attributes.insert(attribute)
    }
    erasesCells = capability("ech") == "\u{1B}[%p1%dX"
    erasesInColor = flag("bce")
  }
}

/// Whether `sequence` has `part` in it; byte by byte, since the library's search costs the start more than the paint.
private func holds(_ sequence: String?, _ part: String) -> Bool {
  guard let sequence else { return false }
  let bytes = Array(sequence.utf8)
  let part = Array(part.utf8)
  guard bytes.count >= part.count else { return false }
  for start in 0...(bytes.count - part.count) where bytes[start..<start + part.count] == part[...] {
    return true
  }
  return false
}
