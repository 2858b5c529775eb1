import Screen

/// A row of the help: a group's name, or keys and what they do.
struct HelpLine: Sendable {
  var heading: String?
  var keys = ""
  var help = ""
}

/// The columns for keys, wide enough for the longest.
private let keyColumns =
  commandTable.map { columns(of: $0.keys.joined(separator: "  ")) }.max() ?? 0

/// The help as rows of at most so many columns, from the command table.
func helpLines(_ state: ReaderState, columns: Int) -> [HelpLine] {
  let width = max(8, columns - helpKeyColumns(columns) - 2)
  var lines: [HelpLine] = []
  for group in Command.Group.allCases {
    if !lines.isEmpty { lines.append(HelpLine()) }
    lines.append(HelpLine(heading: group.rawValue))
    for command in commandTable where command.group == group {
      let shown = state.keys(of: command)
      if shown.isEmpty { continue }
      let keys = wrapped(shown.joined(separator: "  "), columns: helpKeyColumns(columns))
      let texts = wrapped(command.help, columns: width)
      for row in 0..<max(keys.count, texts.count) {
        lines.append(
          HelpLine(
            keys: row < keys.count ? keys[row] : "",
            help: row < texts.count ? texts[row] : ""
          )
        )
      }
    }
  }
  return lines
}

/// Narrow screens break the keys.
func helpKeyColumns(_ columns: Int) -> Int {
  min(keyColumns, max(6, columns / 3))
}

func toggleHelp(_ state: inout ReaderState) -> [Effect] {
  state.helpTop = state.helpTop == nil ? 0 : nil
  return []
}

func moveHelp(_ state: inout ReaderState, _ distance: Distance) {
  guard let top = state.helpTop else { return }
  state.helpTop = top + distance.rows(height: max(1, helpRect(state.layout).rows - 2))
}

/// The last line of the help stands no higher than its last row.
func settleHelp(_ state: inout ReaderState) {
  guard let top = state.helpTop else { return }
  let rect = helpRect(state.layout)
  let count = helpLines(state, columns: helpColumns(rect)).count
  state.helpTop = min(max(0, top), max(0, count - helpRows(rect)))
}

/// The box over the text; on small screens all of it.
func helpRect(_ layout: ScreenLayout) -> Rect {
  let body = layout.body
  guard body.columns >= 60, body.rows >= 12 else { return body }
  let columns = min(body.columns - 4, 84)
  return Rect(
    column: body.column + (body.columns - columns) / 2,
    row: body.row,
    columns: columns,
    rows: body.rows
  )
}

/// The columns and rows inside the box.
private func helpColumns(_ rect: Rect) -> Int { max(1, rect.columns - 4) }
private func helpRows(_ rect: Rect) -> Int { max(1, rect.rows - (rect.rows >= 6 ? 2 : 0)) }

func drawHelp(_ state: ReaderState, _ layout: ScreenLayout, into frame: inout Frame) {
  guard let top = state.helpTop else { return }
  let rect = helpRect(layout)
  // Nothing beside it for a screen reader, which reads a row from edge to edge.
  frame.fill(state.style.isLinear ? layout.body : rect, face: .help)
  let lines = helpLines(state, columns: helpColumns(rect))
  let rows = helpRows(rect)
  let first = rect.rows >= 6 ? rect.row + 1 : rect.row
  let limit = rect.endColumn - 2
  if rect.rows >= 6 {
    drawBox(rect, title: "Keys", into: &frame)
    let more = top + rows < lines.count ? " j more · q closes " : " q closes "
    let column = max(rect.column + 2, limit - columns(of: more))
    frame.draw(more, column: column, row: rect.endRow - 1, limit: limit, face: .paneDetail)
  }
  for (row, line) in lines.dropFirst(max(0, top)).prefix(rows).enumerated() {
    var column = rect.column + 2
    if let heading = line.heading {
      frame.draw(heading, column: column, row: first + row, limit: limit, face: .helpHeading)
      continue
    }
    frame.draw(line.keys, column: column, row: first + row, limit: limit, face: .helpKey)
    column += helpKeyColumns(helpColumns(rect)) + 2
    frame.draw(line.help, column: column, row: first + row, limit: limit, face: .help)
  }
  frame.cursor = Point(column: rect.column, row: first)
}

/// A frame around `rect`, inside it, with a title in its upper line.
private func drawBox(_ rect: Rect, title: String, into frame: inout Frame) {
  let right = rect.endColumn - 1
  let bottom = rect.endRow - 1
  func line(_ rect: Rect, _ cluster: Character) { frame.fill(rect, face: .border, with: cluster) }
  line(Rect(column: rect.column, row: rect.row, columns: rect.columns, rows: 1), "─")
  line(Rect(column: rect.column, row: bottom, columns: rect.columns, rows: 1), "─")
  line(Rect(column: rect.column, row: rect.row, columns: 1, rows: rect.rows), "│")
  line(Rect(column: right, row: rect.row, columns: 1, rows: rect.rows), "│")
  let corners: [(Character, Int, Int)] = [
    ("┌", rect.column, rect.row), ("┐", right, rect.row), ("└", rect.column, bottom),
    ("┘", right, bottom),
  ]
  for (corner, column, row) in corners {
    frame.draw(corner, column: column, row: row, limit: column + 1, face: .border)
  }
  frame.draw(
    " \(title) ",
    column: rect.column + 2,
    row: rect.row,
    limit: right,
    face: .paneHeadingActive
  )
}
