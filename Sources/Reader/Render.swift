import Prose
public import Screen

/// The screen that shows a state; nothing is decided here.
public func render(_ state: ReaderState, size: Size) -> Frame {
  var frame = Frame(size: size)
  guard size.columns > 0, size.rows > 0 else { return frame }
  let layout = ScreenLayout(state, size: size)
  switch state.view {
  case .list:
    drawList(state, layout, into: &frame)
  case .feeds:
    drawFeeds(state, layout, into: &frame)
  case .library:
    drawLibrary(state, layout, into: &frame)
  case .article:
    drawTitle(state, layout, into: &frame)
    drawText(state, layout, into: &frame)
    drawSheet(state, layout, into: &frame)
    drawBorders(state, layout, into: &frame)
    let panes = layout.panes(state)
    let isCovered = state.hasSheet && sheetRect(state, layout) == layout.body
    if !isCovered {
      for pane in panes { drawPane(state, pane, isAlone: panes.count == 1, into: &frame) }
    }
  }
  drawHelp(state, layout, into: &frame)
  drawStatus(state, layout, into: &frame)
  drawBottom(state, layout, into: &frame)
  if state.style.isLinear { eraseOrnaments(in: &frame) }
  if let cursor = frame.cursor {
    frame.cursor = Point(
      column: min(max(0, cursor.column), size.columns - 1),
      row: min(max(0, cursor.row), size.rows - 1)
    )
  }
  return frame
}

/// Takes lines, strips and maps away, which a screen reader would spell out sign by sign.
private func eraseOrnaments(in frame: inout Frame) {
  let ornaments: Set<Face> = [.border, .strip, .stripFocus, .paneStrip]
  for (index, cell) in frame.cells.enumerated() where ornaments.contains(cell.face) {
    guard cell.cluster != " " else { continue }
    let place = Point(column: index % frame.size.columns, row: index / frame.size.columns)
    frame.fill(Rect(column: place.column, row: place.row, columns: 1, rows: 1), face: .text)
  }
}

/// The lines between text and panes, joined to the one below the title.
private func drawBorders(
  _ state: ReaderState,
  _ layout: ScreenLayout,
  into frame: inout Frame
) {
  guard !state.hasSheet || sheetRect(state, layout) != layout.body else { return }
  for column in layout.borders {
    frame.fill(
      Rect(column: column, row: layout.body.row, columns: 1, rows: layout.body.rows),
      face: .border,
      with: "│"
    )
    if let title = layout.title, title.rows > 1 {
      frame.draw("┬", column: column, row: title.endRow - 1, limit: column + 1, face: .border)
    }
  }
}
