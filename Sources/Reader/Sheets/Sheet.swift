import Prose
import Screen

/// A card or a view that lies over the text.
///
/// What stands on it is made from the findings whenever they, or the width, have changed.
struct Sheet: Sendable {
  enum Kind: Hashable, Sendable {
    case card(Focus.Subject)
    case positions
    case quotes
    case timeline
    case map
    case outline
    case highlights
    /// Which rules found what a passage holds.
    case reasons(Range<UInt32>)
    case corrections
  }

  let kind: Kind
  /// The spot that Enter takes, as an index into the content's.
  var selected = 0
  /// In a table, the column that the keys go up and down in.
  var goalColumn: Int?
  /// The first row shown.
  var top = 0
  /// How near the map is.
  var zoom = 0
  var content = SheetContent()

  init(_ kind: Kind) {
    self.kind = kind
  }
}

/// A sheet as rows of a certain width.
struct SheetContent: Sendable {
  var columns = 0
  /// What it was made from: where that is the same, it need not be made again.
  var stamp: [Int] = []
  var title = ""
  /// What stands at the right of the title.
  var note = ""
  /// Rows that stay at the top while the others move.
  var heading: [SheetRow] = []
  var rows: [SheetRow] = []
  /// In the order of their rows, then of their columns.
  var spots: [SheetSpot] = []
}

struct SheetRow: Sendable {
  struct Piece: Sendable {
    var text: String
    var face: Face
  }

  var indent = 0
  var pieces: [Piece] = []
  /// What stands at the right end.
  var note = ""
  /// Whether a rule is drawn behind the pieces to the right end.
  var isRuled = false

  init(_ pieces: [Piece] = [], indent: Int = 0, note: String = "") {
    self.pieces = pieces
    self.indent = indent
    self.note = note
  }
}

/// A part of a sheet that leads somewhere.
struct SheetSpot: Sendable {
  enum Target: Hashable, Sendable {
    /// A place in the text; a passage is a sentence or a quotation, not a name.
    case text(Range<UInt32>, isPassage: Bool)
    case sheet(Sheet.Kind)
    /// A highlight, by its number.
    case highlight(Int)
    /// An edit, by its number.
    case edit(Int)
    /// Another article of the library, at a passage of it.
    case elsewhere(LibraryArticle, TextAnchor?)
  }

  var rows: Range<Int>
  /// Nil for all of them.
  var columns: Range<Int>?
  let target: Target
  /// What is shown below the sheet while the spot is selected, in bytes of the text.
  var preview: Range<UInt32>?
}

/// Puts a sheet together, row by row.
struct SheetWriter {
  private(set) var content = SheetContent()

  init(columns: Int, title: String, note: String = "") {
    content.columns = columns
    content.title = title
    content.note = note
  }

  var columns: Int { content.columns }

  mutating func blank() {
    if content.rows.last?.pieces.isEmpty == false { content.rows.append(SheetRow()) }
  }

  /// A section's name with the number of what it holds.
  mutating func section(_ name: String, _ count: Int? = nil) {
    blank()
    var row = SheetRow([SheetRow.Piece(text: name, face: .paneHeading)])
    if let count { row.pieces.append(SheetRow.Piece(text: " \(count)", face: .paneCount)) }
    row.isRuled = true
    content.rows.append(row)
  }

  mutating func add(_ row: SheetRow, to target: SheetSpot.Target? = nil) {
    content.rows.append(row)
    if let target { spot(content.rows.count - 1..<content.rows.count, target) }
  }

  mutating func addHeading(_ row: SheetRow) {
    content.heading.append(row)
  }

  mutating func spot(
    _ rows: Range<Int>,
    _ target: SheetSpot.Target,
    columns: Range<Int>? = nil,
    preview: Range<UInt32>? = nil
  ) {
    content.spots.append(
      SheetSpot(rows: rows, columns: columns, target: target, preview: preview)
    )
  }

  /// A text over several rows, the first of them behind `lead`.
  mutating func paragraph(
    _ text: String,
    face: Face,
    lead: [SheetRow.Piece] = [],
    indent: Int = 0,
    most: Int = 3,
    to target: SheetSpot.Target? = nil
  ) {
    let leadColumns = lead.reduce(0) { $0 + Screen.columns(of: $1.text) }
    let room = max(8, columns - indent - leadColumns - 1)
    var lines = wrapped(onOneLine(text), columns: room)
    if lines.count > most {
      lines = Array(lines.prefix(most - 1)) + [lines[(most - 1)...].joined(separator: " ")]
      lines[most - 1] = truncated(lines[most - 1], columns: room)
    }
    if lines.isEmpty { lines = [""] }
    let first = content.rows.count
    for (index, line) in lines.enumerated() {
      let piece = SheetRow.Piece(text: line, face: face)
      content.rows.append(
        index == 0
          ? SheetRow(lead + [piece], indent: indent)
          : SheetRow([piece], indent: indent + leadColumns)
      )
    }
    if let target { spot(first..<content.rows.count, target) }
  }
}
