import Screen

/// The prompt, a message, or what can be done now.
func drawBottom(_ state: ReaderState, _ layout: ScreenLayout, into frame: inout Frame) {
  let rect = layout.bottom
  guard rect.columns > 0, frame.size.rows > 0 else { return }
  if let prompt = state.prompt, prompt.kind.isNote {
    drawNote(prompt, layout, into: &frame)
  } else if let prompt = state.prompt {
    drawPrompt(state, prompt, rect, into: &frame)
  } else if let message = state.message ?? state.opening.map({ openingMessage(state, $0) }) {
    drawMessage(message, layout, into: &frame)
  } else if let status = layout.status, status != rect {
    frame.fill(rect, face: .status)
    drawHints(state, rect, into: &frame)
  }
}

private func openingMessage(_ state: ReaderState, _ row: Int) -> Message {
  let entries = state.list.entries
  let location = entries.indices.contains(row) ? entries[row].location : ""
  return Message(text: "Opening \(lastComponent(of: location))…")
}

/// A sentence that is longer than the row takes rows above it too.
private func drawMessage(_ message: Message, _ layout: ScreenLayout, into frame: inout Frame) {
  let rect = layout.bottom
  let most = max(1, min(4, frame.size.rows - 2))
  var lines = wrapped(message.text, columns: max(1, rect.columns - 2))
  if lines.count > most {
    lines = Array(lines.prefix(most - 1)) + [lines[(most - 1)...].joined(separator: " ")]
  }
  let first = rect.row - lines.count + 1
  for (index, line) in lines.enumerated() {
    let row = Rect(column: 0, row: first + index, columns: rect.columns, rows: 1)
    frame.fill(row, face: .status)
    frame.draw(
      line,
      column: min(1, max(0, rect.columns - 2)),
      row: row.row,
      limit: rect.columns,
      face: message.isError ? .statusError : .statusHint
    )
  }
}

/// Keys and a word for each, as far as they fit; typed keys that are no command yet at the right.
private func drawHints(_ state: ReaderState, _ rect: Rect, into frame: inout Frame) {
  var limit = rect.columns - 1
  let pending = state.pending.notation
  if !pending.isEmpty {
    let column = limit - columns(of: pending)
    frame.draw(pending, column: column, row: rect.row, limit: limit, face: .statusKey)
    limit = column - 2
  }
  var column = 1
  let hints = currentHints(state)
  for (index, hint) in hints.enumerated() {
    // The last two say how to get out and where to read on: they keep their room.
    let reserved = hints[min(hints.count, max(index + 1, hints.count - 2))...]
      .reduce(0) { $0 + $1.columns }
    guard column + hint.columns + reserved <= limit + 2 else { continue }
    column = frame.draw(hint.key, column: column, row: rect.row, limit: limit, face: .statusKey)
    column += 1
    column = frame.draw(hint.word, column: column, row: rect.row, limit: limit, face: .statusHint)
    column += 2
  }
}

/// A key and what it does now.
private struct Hint {
  let key: String
  let word: String
  /// With the space behind it.
  var columns: Int { Screen.columns(of: key) + Screen.columns(of: word) + 3 }
}

/// What can be done now, the likeliest first; quitting and the help last.
private func currentHints(_ state: ReaderState) -> [Hint] {
  if state.helpTop != nil {
    return hints([.program], state)
  }
  if let hints = state.hints {
    let word = hints.typed.isEmpty ? "follow, show or open" : "\(hints.open.count) left"
    return [Hint(key: "a–z", word: word), Hint(key: "Esc", word: "no")]
  }
  if state.selection != nil { return hints([.marking, .program], state) }
  if state.hasSheet { return hints([.following, .sheets, .marking, .panes, .program], state) }
  if state.context == .feeds { return hints([.following, .feeds, .program], state) }
  let forward =
    state.wentBack && state.article?.jumps.canGoForward == true
    ? [Hint(key: "Tab", word: "forward")] : []
  let order: [Command.Group] =
    state.view == .article && state.panes.active == nil && canRepeat(state)
    ? [.searching, .following, .sheets, .panes, .moving, .articles, .program]
    : [.following, .sheets, .panes, .searching, .moving, .articles, .program]
  return forward + hints(order, state)
}

private func hints(_ groups: [Command.Group], _ state: ReaderState) -> [Hint] {
  groups.flatMap { group in
    (Command.Group.allCases.firstIndex(of: group).map { hintRows[$0] } ?? []).compactMap { row in
      // The table is read where it stands: copies of its closures would cost more than all else here.
      let contexts = commandTable[row].contexts
      guard
        contexts.contains(state.context)
          || state.context == .feeds && contexts.contains(.reading)
            && state.answer(to: parseKeys(commandTable[row].keys.first ?? "")) == .command(row),
        let word = commandTable[row].hint(state), let key = state.keys(of: commandTable[row]).first
      else { return nil }
      return Hint(key: key, word: word)
    }
  }
}

/// The table's rows by their groups, in the order of `allCases`.
private let hintRows = Command.Group.allCases.map { group in
  commandTable.indices.filter { commandTable[$0].group == group }
}

// MARK: Prompt

private func drawPrompt(
  _ state: ReaderState,
  _ prompt: Prompt,
  _ rect: Rect,
  into frame: inout Frame
) {
  frame.fill(rect, face: .prompt)
  frame.draw(prompt.kind.sign, column: 0, row: rect.row, limit: rect.columns, face: .prompt)
  var room = rect.columns - 2
  if prompt.kind.isSearch, !prompt.text.isEmpty {
    let manner = state.search.manner.map { "\($0)  " } ?? ""
    let count = manner + searchCount(state)
    let column = rect.columns - 1 - columns(of: count)
    if column > 12 {
      frame.draw(
        count,
        column: column,
        row: rect.row,
        limit: rect.columns - 1,
        face: state.search.matches.isEmpty && state.search.isComplete ? .statusError : .statusKey
      )
      room = column - 3
    }
  }
  // The line scrolls to keep the cursor in sight.
  var shown = prompt.text.prefix(prompt.cursor)
  while columns(of: String(shown)) > max(0, room) { shown = shown.dropFirst() }
  let rest = prompt.text.dropFirst(prompt.cursor)
  let column = frame.draw(
    String(shown),
    column: columns(of: prompt.kind.sign),
    row: rect.row,
    limit: rect.columns,
    face: .prompt
  )
  frame.draw(String(rest), column: column, row: rect.row, limit: room + 2, face: .prompt)
  frame.cursor = Point(column: min(column, max(0, rect.columns - 1)), row: rect.row)
  frame.showsCursor = true
  if prompt.kind == .command { drawCandidates(state, prompt, rect, into: &frame) }
  if prompt.kind.isPicker {
    let entries = pickerEntries(state, prompt)
    drawOffers(entries, chosen: prompt.picked, isChosen: true, most: 12, rect, into: &frame)
  }
}

/// The commands that the line may become, above it.
private func drawCandidates(
  _ state: ReaderState,
  _ prompt: Prompt,
  _ rect: Rect,
  into frame: inout Frame
) {
  let candidates = completions(prompt.completion == nil ? prompt.text : prompt.stem)
  let entries = candidates.map {
    PickerEntry(
      name: $0.name,
      face: .helpKey,
      detail: $0.help,
      note: state.keys(of: $0).joined(separator: "  "),
      choice: .command(0)
    )
  }
  drawOffers(
    entries,
    chosen: prompt.completion ?? 0,
    isChosen: prompt.completion != nil,
    most: 8,
    rect,
    into: &frame
  )
}

/// What can be chosen, above the last row.
private func drawOffers(
  _ entries: [PickerEntry],
  chosen: Int,
  isChosen: Bool,
  most: Int,
  _ rect: Rect,
  into frame: inout Frame
) {
  let rows = min(entries.count, most, max(0, rect.row - 2))
  guard rows > 0, rect.columns >= 24 else { return }
  let first = min(max(0, chosen - rows / 2), entries.count - rows)
  let nameColumns = min(
    entries[first..<first + rows].map { columns(of: $0.name) }.max() ?? 0,
    rect.columns / 2
  )
  if rect.row - rows > 2 {
    // A line between them and the text, as long as text is left above it.
    let line = Rect(column: 0, row: rect.row - rows - 1, columns: rect.columns, rows: 1)
    frame.fill(line, face: .border, with: "─")
  }
  for index in 0..<rows {
    let entry = entries[first + index]
    let row = Rect(column: 0, row: rect.row - rows + index, columns: rect.columns, rows: 1)
    frame.fill(row, face: .help)
    let limit = rect.columns - 1
    frame.draw(entry.name, column: 1, row: row.row, limit: nameColumns + 1, face: entry.face)
    let noteColumn = limit - columns(of: entry.note)
    let hasNote = noteColumn > nameColumns + 30
    frame.draw(
      entry.detail,
      column: nameColumns + 3,
      row: row.row,
      limit: hasNote ? noteColumn - 2 : limit,
      face: .help
    )
    if hasNote {
      frame.draw(entry.note, column: noteColumn, row: row.row, limit: limit, face: .helpKey)
    }
    if isChosen, chosen == first + index { frame.overlay(row, face: .paneSelected) }
  }
}
