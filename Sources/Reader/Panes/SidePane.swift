import Prose
import Screen

/// A pane of actors, places or issues: its heading and its entries, or why it has none.
func drawPane(
  _ state: ReaderState,
  _ pane: ScreenLayout.Pane,
  isAlone: Bool,
  into frame: inout Frame
) {
  let rect = pane.rect
  guard rect.rows > 0, rect.columns > 0 else { return }
  frame.fill(rect, face: .pane)
  let isActive = state.panes.active == pane.kind
  drawHeading(state, pane, isActive: isActive, isAlone: isAlone, into: &frame)
  if isActive { frame.cursor = Point(column: rect.column, row: rect.row) }
  let first = rect.row + 1
  guard first < rect.endRow else { return }
  guard let findings = state.article?.findings, findings.isAnalyzed else {
    drawReason(state, rect, into: &frame)
    return
  }
  let entries = findings.entries(pane.kind)
  guard !entries.isEmpty else {
    frame.draw(
      "none found",
      column: rect.column + 2,
      row: first,
      limit: rect.endColumn,
      face: .paneDetail
    )
    return
  }
  let list = state.panes[pane.kind]
  var row = first
  for index in max(0, list.top)..<max(max(0, list.top), entries.count) {
    guard row < rect.endRow else { break }
    let isSelected = index == list.selected
    let isFollowed = state.article?.focus?.subject == subject(pane.kind, index)
    let lines = state.paneLines(pane.kind, index, columns: rect.columns, in: findings)
    for line in lines where row < rect.endRow {
      drawLine(line, isFollowed: isFollowed, row: row, rect, into: &frame)
      row += 1
    }
    let top = row - min(lines.count, row - first)
    if isSelected, isActive {
      let box = Rect(column: rect.column, row: top, columns: rect.columns, rows: row - top)
      frame.overlay(box, face: .paneSelected)
      frame.cursor = Point(column: rect.column + 1, row: top)
    }
    if isFollowed {
      let sign = state.style.isLinear ? ">" : "▸"
      frame.draw(sign, column: rect.column, row: top, limit: rect.endColumn, face: .focusCurrent)
    }
  }
}

/// The entries that are on the screen in full, the first one in any case.
private func shownEntries(_ state: ReaderState, _ pane: ScreenLayout.Pane) -> Range<Int> {
  guard let findings = state.article?.findings else { return 0..<0 }
  let entries = findings.entries(pane.kind)
  let top = min(max(0, state.panes[pane.kind].top), entries.count)
  var room = pane.rect.rows - 1
  var end = top
  while end < entries.count {
    room -=
      state.paneLines(pane.kind, end, columns: pane.rect.columns, in: findings).count
    if room < 0, end > top { break }
    end += 1
  }
  return top..<end
}

func subject(_ pane: PaneKind, _ row: Int) -> Focus.Subject {
  switch pane {
  case .actors: .actor(ID(row: row))
  case .places: .place(ID(row: row))
  case .issues: .issue(ID(row: row))
  }
}

/// The pane's name and its count; where it stands alone, the names of the others beside it.
private func drawHeading(
  _ state: ReaderState,
  _ pane: ScreenLayout.Pane,
  isActive: Bool,
  isAlone: Bool,
  into frame: inout Frame
) {
  let rect = pane.rect
  let face: Face = isActive ? .paneHeadingActive : .paneHeading
  var limit = rect.endColumn - 1
  let tabs = paneTabs(pane, isAlone: isAlone)
  var column = tabs.last?.columns.upperBound ?? rect.column + 1 + columns(of: pane.kind.heading)
  // The names of the panes come before the numbers, and the whole number before the part of it.
  if let text = countWords(state, pane).first(where: { limit - columns(of: $0) > column }) {
    let start = limit - columns(of: text)
    frame.draw(text, column: start, row: rect.row, limit: limit, face: .paneCount)
    limit = start - 1
  }
  for tab in tabs {
    let isShown = tab.kind == pane.kind
    frame.draw(
      isShown ? tab.kind.heading : tab.kind.heading.lowercased(),
      column: tab.columns.lowerBound,
      row: rect.row,
      limit: rect.endColumn,
      face: isShown ? face : .paneDetail
    )
  }
  if tabs.isEmpty {
    let heading = pane.kind.heading
    column = frame.draw(heading, column: rect.column + 1, row: rect.row, limit: limit, face: face)
  }
  guard let findings = state.article?.findings, findings.isAnalyzed,
    let part = findings.coverage, column + 2 + columns(of: part) <= limit
  else { return }
  frame.draw(part, column: column + 2, row: rect.row, limit: limit, face: .paneDetail)
}

/// How many entries there are, with and without which of them are on the screen.
private func countWords(_ state: ReaderState, _ pane: ScreenLayout.Pane) -> [String] {
  guard let findings = state.article?.findings, findings.isAnalyzed else { return [] }
  let count = findings.entries(pane.kind).count
  let shown = shownEntries(state, pane)
  guard shown.count < count else { return ["\(count)"] }
  let range =
    shown.count > 1 ? "\(shown.lowerBound + 1)–\(shown.upperBound)" : "\(shown.upperBound)"
  return ["\(range)/\(count)", "\(count)"]
}

/// Where the names of the panes stand in the heading of one that is alone; none where not all have room.
func paneTabs(
  _ pane: ScreenLayout.Pane,
  isAlone: Bool
) -> [(kind: PaneKind, columns: Range<Int>)] {
  guard isAlone else { return [] }
  let names = PaneKind.allCases.map { columns(of: $0.heading) }
  let needed = names.reduce(0, +)
  // Two blanks between them, or one.
  for gap in [2, 1] where needed + gap * (names.count - 1) + 1 <= pane.rect.columns {
    var column = pane.rect.column + 1
    return zip(PaneKind.allCases, names).map { kind, width in
      defer { column += width + gap }
      return (kind, column..<column + width)
    }
  }
  return []
}

private func drawLine(
  _ line: PaneLine,
  isFollowed: Bool,
  row: Int,
  _ rect: Rect,
  into frame: inout Frame
) {
  var limit = rect.endColumn - 1
  if let strip = line.strip, hasStrips(rect.columns) {
    limit -= strip.counts.count
    for column in strip.counts.indices {
      frame.draw(
        strip.block(column),
        column: limit + column,
        row: row,
        limit: rect.endColumn,
        face: isFollowed ? .stripFocus : .paneStrip
      )
    }
    limit -= 2
  }
  if let count = line.count {
    let text = String(count)
    // Counts end in one column, of two digits at least, so that the names' ends are in line too.
    let start = limit - columns(of: text)
    frame.draw(text, column: start, row: row, limit: limit, face: .paneCount)
    limit = min(start, limit - 2) - 1
  }
  var column = rect.column + 1 + line.indent
  for piece in line.pieces {
    column = frame.draw(
      piece.text,
      column: column,
      row: row,
      limit: limit,
      face: piece.face,
      overlay: isFollowed && line.count != nil ? .focus : nil
    )
    if column >= limit { break }
  }
}

/// Why a pane has no entries.
private func drawReason(_ state: ReaderState, _ rect: Rect, into frame: inout Frame) {
  let reason =
    state.article?.findings.map { "not analyzed: \(languageName($0.document.language))" }
    ?? "reading…"
  frame.draw(
    reason,
    column: rect.column + 2,
    row: rect.row + 1,
    limit: rect.endColumn,
    face: .paneDetail
  )
}
