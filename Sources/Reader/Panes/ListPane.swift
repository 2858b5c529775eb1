import Screen

/// The list of the articles given.
func drawList(_ state: ReaderState, _ layout: ScreenLayout, into frame: inout Frame) {
  let body = layout.body
  let limit = body.endColumn - 1
  let entries = state.list.entries
  let first = body.endRow - state.listHeight(in: layout)
  if first > body.row {
    frame.fill(Rect(column: 0, row: body.row, columns: body.columns, rows: 1), face: .title)
    let count = entries.count == 1 ? "1 article" : "\(entries.count) articles"
    frame.draw("Broadsheet", column: 1, row: body.row, limit: limit, face: .title)
    let column = limit - columns(of: count)
    if column > 12 {
      frame.draw(count, column: column, row: body.row, limit: limit, face: .titleMeta)
    }
    frame.fill(
      Rect(column: 0, row: body.row + 1, columns: body.columns, rows: 1),
      face: .border,
      with: "─"
    )
  }
  let digits = columns(of: String(entries.count))
  for row in first..<max(first, body.endRow) {
    let index = state.list.top + row - first
    guard entries.indices.contains(index) else { break }
    let entry = entries[index]
    let number = String(index + 1)
    frame.draw(
      number,
      column: 1 + digits - columns(of: number),
      row: row,
      limit: limit,
      face: .paneCount
    )
    let name = lastComponent(of: entry.location)
    var column = frame.draw(
      entry.title ?? name,
      column: digits + 3,
      row: row,
      limit: limit,
      face: entry.problem == nil ? .text : .boilerplate
    )
    let note =
      entry.problem ?? entry.detail ?? (entry.title == nil || entry.title == name ? "" : name)
    if !note.isEmpty, column + 4 < limit {
      column = frame.draw(
        note,
        column: column + 2,
        row: row,
        limit: limit,
        face: entry.problem == nil ? .paneDetail : .statusError
      )
    }
    if index == state.list.selected {
      let bar = Rect(column: 0, row: row, columns: body.columns, rows: 1)
      frame.overlay(bar, face: .paneSelected)
      frame.cursor = Point(column: min(digits + 3, max(0, limit)), row: row)
    }
  }
}
