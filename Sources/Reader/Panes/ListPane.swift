import Screen

/// The list of the articles given.
func drawList(_ state: ReaderState, _ layout: ScreenLayout, into frame: inout Frame) {
  let body = layout.body
  let limit = body.endColumn - 1
  let entries = state.list.entries
  let first = body.endRow - state.listHeight(in: layout)
  let count = entries.count == 1 ? "1 article" : "\(entries.count) articles"
  let filter = state.feeds.entryFilter.isEmpty ? "" : "  & \(state.feeds.entryFilter)"
  let title = state.feeds.open.map { onOneLine($0.title) + filter } ?? "Broadsheet"
  drawListTitle(title, count, layout, first, into: &frame)
  let digits = columns(of: String(entries.count))
  let shown = entries.dropFirst(state.list.top).prefix(max(0, body.endRow - first))
  let about = aboutColumn(shown.compactMap(\.feedArticle?.title), limit: limit)
  for row in first..<max(first, body.endRow) {
    let index = state.list.top + row - first
    guard entries.indices.contains(index) else { break }
    let entry = entries[index]
    if let article = entry.feedArticle {
      let start = drawFeedArticle(
        article,
        problem: entry.problem,
        showsSource: state.feeds.open?.feed == nil,
        aboutColumn: about,
        row: row,
        limit: limit,
        into: &frame
      )
      if index == state.list.selected { select(row, column: start, limit, body, into: &frame) }
      continue
    }
    if let day = entry.day {
      drawListed(entry, day: day, row: row, limit, into: &frame)
      if index == state.list.selected { select(row, column: dayColumns, limit, body, into: &frame) }
      continue
    }
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
      select(row, column: digits + 3, limit, body, into: &frame)
    }
  }
}

/// The columns that a day has before a title.
private let dayColumns = 14

/// An article of the library: its day, its title, and what is known of it in the last third of the row.
private func drawListed(
  _ entry: ListState.Entry,
  day: String,
  row: Int,
  _ limit: Int,
  into frame: inout Frame
) {
  frame.draw(dayWords(day), column: 1, row: row, limit: limit, face: .paneCount)
  let note = onOneLine(entry.problem ?? entry.detail ?? "")
  let place = max(dayColumns + 20, limit - max(20, (limit - dayColumns) * 2 / 5))
  let room = note.isEmpty || place >= limit ? limit : place - 2
  frame.draw(
    truncated(onOneLine(entry.title ?? entry.location), columns: max(1, room - dayColumns)),
    column: dayColumns,
    row: row,
    limit: limit,
    face: entry.problem == nil ? .text : .boilerplate
  )
  guard !note.isEmpty, place < limit else { return }
  frame.draw(
    truncated(note, columns: limit - place),
    column: place,
    row: row,
    limit: limit,
    face: entry.problem == nil ? .paneDetail : .statusError
  )
}
