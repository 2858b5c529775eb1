import Prose
import Screen

/// Where a card or a view lies: over the text, and where that is narrow over the panes too.
func sheetRect(_ state: ReaderState, _ layout: ScreenLayout) -> Rect {
  guard let text = layout.text, !layout.isDrawer, text.columns >= 56 else { return layout.body }
  return text
}

/// The columns that a sheet's rows have.
func sheetColumns(_ rect: Rect) -> Int { max(1, rect.columns - 2 * sheetMargin(rect)) }

private func sheetMargin(_ rect: Rect) -> Int {
  rect.columns >= 40 ? 2 : rect.columns >= 12 ? 1 : 0
}

/// Rows of text that tell more of the selected spot.
private let previewRows = 4

/// The rows of a sheet that move: without its title, its heading and the preview.
func sheetBody(_ rect: Rect, _ sheet: Sheet) -> Rect {
  let above = (rect.rows >= 6 ? 2 : rect.rows >= 3 ? 1 : 0)
  var body = rect.inset(left: sheetMargin(rect), top: above, right: sheetMargin(rect))
  let heading = body.rows > sheet.content.heading.count + 2 ? sheet.content.heading.count : 0
  body = body.inset(top: heading)
  if hasPreview(sheet), body.rows >= 3 * previewRows { body = body.inset(bottom: previewRows + 1) }
  return Rect(column: body.column, row: body.row, columns: body.columns, rows: max(1, body.rows))
}

private func hasPreview(_ sheet: Sheet) -> Bool {
  sheet.content.spots.contains { $0.preview != nil }
}

func drawSheet(_ state: ReaderState, _ layout: ScreenLayout, into frame: inout Frame) {
  guard var sheet = state.sheet else { return }
  let rect = sheetRect(state, layout)
  // What is drawn for another size than the reader's own is laid out here.
  if sheet.content.columns != sheetColumns(rect) {
    sheet.content = sheetContent(state, sheet, columns: sheetColumns(rect))
  }
  frame.fill(rect, face: .text)
  let margin = sheetMargin(rect)
  let body = sheetBody(rect, sheet)
  drawSheetTitle(sheet, rect, margin, isActive: state.panes.active == nil, into: &frame)
  let headingRow = body.row - sheet.content.heading.count
  if headingRow > rect.row {
    for (index, row) in sheet.content.heading.enumerated() {
      drawRow(row, at: headingRow + index, body, into: &frame)
    }
  }
  let top = min(max(0, sheet.top), max(0, sheet.content.rows.count - 1))
  for (index, row) in sheet.content.rows.dropFirst(top).prefix(body.rows).enumerated() {
    drawRow(row, at: body.row + index, body, into: &frame)
  }
  guard sheet.content.spots.indices.contains(sheet.selected) else { return }
  let spot = sheet.content.spots[sheet.selected]
  drawPreview(state, spot, rect, body, hasPreview(sheet), into: &frame)
  let columns = spot.columns ?? 0..<body.columns
  let rows = spot.rows.clamped(to: top..<top + body.rows)
  guard !rows.isEmpty, columns.lowerBound < body.columns else { return }
  let bar = Rect(
    column: body.column + columns.lowerBound - (spot.columns == nil ? 1 : 0),
    row: body.row + rows.lowerBound - top,
    columns: min(columns.count, body.columns - columns.lowerBound) + (spot.columns == nil ? 1 : 0),
    rows: rows.count
  )
  if state.panes.active == nil {
    frame.overlay(bar, face: .paneSelected)
    frame.cursor = Point(column: max(0, bar.column), row: bar.row)
  }
}

private func drawSheetTitle(
  _ sheet: Sheet,
  _ rect: Rect,
  _ margin: Int,
  isActive: Bool,
  into frame: inout Frame
) {
  guard rect.rows >= 3 else { return }
  var limit = rect.endColumn - margin
  let note = sheet.content.note
  let noteColumn = limit - columns(of: note)
  if !note.isEmpty, noteColumn > rect.column + margin + 14 {
    frame.draw(note, column: noteColumn, row: rect.row, limit: limit, face: .paneDetail)
    limit = noteColumn - 2
  }
  frame.draw(
    sheet.content.title,
    column: rect.column + margin,
    row: rect.row,
    limit: limit,
    face: isActive ? .paneHeadingActive : .paneHeading
  )
}

private func drawRow(_ line: SheetRow, at row: Int, _ rect: Rect, into frame: inout Frame) {
  var limit = rect.endColumn
  if !line.note.isEmpty {
    let start = limit - columns(of: line.note)
    if start > rect.column + 8 {
      frame.draw(line.note, column: start, row: row, limit: limit, face: .paneCount)
      limit = start - 1
    }
  }
  var column = rect.column + line.indent
  for piece in line.pieces {
    column = frame.draw(piece.text, column: column, row: row, limit: limit, face: piece.face)
    if column >= limit { return }
  }
  guard line.isRuled, column + 2 < limit else { return }
  frame.fill(
    Rect(column: column + 1, row: row, columns: limit - column - 1, rows: 1),
    face: .border,
    with: "─"
  )
}

/// The sentence behind the selected spot, below the sheet.
private func drawPreview(
  _ state: ReaderState,
  _ spot: SheetSpot,
  _ rect: Rect,
  _ body: Rect,
  _ hasPreview: Bool,
  into frame: inout Frame
) {
  let first = body.endRow
  guard hasPreview, first + previewRows < rect.endRow + 1 else { return }
  frame.fill(
    Rect(column: body.column, row: first, columns: body.columns, rows: 1),
    face: .border,
    with: "─"
  )
  guard let preview = spot.preview, let text = state.article?.document.text else { return }
  var lines = wrapped(onOneLine(text.string(in: preview)), columns: min(body.columns, 100))
  if lines.count > previewRows {
    lines =
      Array(lines.prefix(previewRows - 1)) + [lines[(previewRows - 1)...].joined(separator: " ")]
  }
  for (index, line) in lines.enumerated() {
    frame.draw(
      line,
      column: body.column,
      row: first + 1 + index,
      limit: body.endColumn,
      face: .quotation
    )
  }
}
