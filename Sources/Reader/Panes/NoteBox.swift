import Screen

/// The small editor for a note, over the last rows of the screen.
func drawNote(_ prompt: Prompt, _ layout: ScreenLayout, into frame: inout Frame) {
  let size = frame.size
  let width = max(1, size.columns - 4)
  let rows = noteRows(prompt, columns: width)
  let height = min(max(3, rows.lines.count), max(1, min(8, size.rows - 4)))
  let top = max(0, size.rows - height - 1)
  let box = Rect(column: 0, row: top, columns: size.columns, rows: height + 1)
  frame.fill(box, face: .prompt)
  frame.fill(
    Rect(column: 0, row: top, columns: size.columns, rows: 1),
    face: .border,
    with: "─"
  )
  frame.draw(" Note ", column: 2, row: top, limit: size.columns, face: .paneHeadingActive)
  let keys = " Enter keeps · C-j new line · C-x editor · Esc leaves it as it was "
  let column = size.columns - columns(of: keys) - 2
  if column > 10 {
    frame.draw(keys, column: column, row: top, limit: size.columns, face: .paneDetail)
  }
  // The lines scroll to keep the cursor in sight.
  let first = max(0, rows.cursor.row - height + 1)
  for (index, line) in rows.lines.dropFirst(first).prefix(height).enumerated() {
    frame.draw(line, column: 2, row: top + 1 + index, limit: size.columns, face: .prompt)
  }
  frame.cursor = Point(
    column: min(2 + rows.cursor.column, max(0, size.columns - 1)),
    row: min(top + 1 + rows.cursor.row - first, size.rows - 1)
  )
  frame.showsCursor = true
}

/// The note as lines of so many columns, and where its cursor stands in them.
private func noteRows(_ prompt: Prompt, columns width: Int) -> (lines: [String], cursor: Point) {
  var lines = [""]
  var used = 0
  var cursor = Point(column: 0, row: 0)
  for (index, character) in prompt.text.enumerated() {
    let columns = columns(of: character)
    if character != "\n", used + columns > width {
      lines.append("")
      used = 0
    }
    if index == prompt.cursor { cursor = Point(column: used, row: lines.count - 1) }
    if character == "\n" {
      lines.append("")
      used = 0
    } else {
      lines[lines.count - 1].append(character)
      used += columns
    }
  }
  if prompt.cursor >= prompt.text.count { cursor = Point(column: used, row: lines.count - 1) }
  return (lines, cursor)
}
