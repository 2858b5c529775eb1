internal import Screen

/// What brings frames to the terminal: for the usual ones we draw ourselves, for all other kinds ncurses does.
struct Painter {
  private var cells: CellPainter?
  private var canvas: Canvas?

  /// Draws by the terminal's abilities; through ncurses where there are none.
  init(theme: Theme, palette: Palette, isUTF8: Bool, abilities: CellPainter.Abilities?) {
    if let abilities {
      cells = CellPainter(theme: theme, palette: palette, isUTF8: isUTF8, abilities: abilities)
    } else {
      canvas = Canvas(theme: theme, palette: palette, isUTF8: isUTF8)
    }
  }

  /// Draws everything anew next time.
  mutating func forget() {
    cells?.forget()
    canvas?.forget()
  }

  /// Appends what brings the screen up to date, the cursor at its place last; nothing where nothing changed.
  mutating func paint(_ frame: Frame, cursor: Point, to output: inout [UInt8]) {
    cells?.paint(frame, cursor: cursor, to: &output)
    canvas?.paint(frame, cursor: cursor, to: &output)
  }
}
