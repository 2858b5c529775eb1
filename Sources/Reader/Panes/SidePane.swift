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
    let lines = paneLines(entries[index], pane.kind, columns: rect.columns)
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
      frame.draw("▸", column: rect.column, row: top, limit: rect.endColumn, face: .focusCurrent)
    }
  }
}

/// The entries that are on the screen in full, the first one in any case.
private func shownEntries(_ state: ReaderState, _ pane: ScreenLayout.Pane) -> Range<Int> {
  let entries = state.article?.findings?.entries(pane.kind) ?? []
  let top = min(max(0, state.panes[pane.kind].top), entries.count)
  var room = pane.rect.rows - 1
  var end = top
  while end < entries.count {
    room -= paneLines(entries[end], pane.kind, columns: pane.rect.columns).count
    if room < 0, end > top { break }
    end += 1
  }
  return top..<end
}

private func subject(_ pane: PaneKind, _ row: Int) -> Focus.Subject {
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
  let findings = state.article?.findings
  let count = findings?.isAnalyzed == true ? findings?.entries(pane.kind).count : nil
  let face: Face = isActive ? .paneHeadingActive : .paneHeading
  var limit = rect.endColumn - 1
  if let count {
    let shown = shownEntries(state, pane)
    let range =
      shown.count > 1 ? "\(shown.lowerBound + 1)–\(shown.upperBound)" : "\(shown.upperBound)"
    let text = shown.count < count ? "\(range)/\(count)" : "\(count)"
    let column = limit - columns(of: text)
    frame.draw(text, column: column, row: rect.row, limit: limit, face: .paneCount)
    limit = column - 1
  }
  var column = frame.draw(
    pane.kind.heading,
    column: rect.column + 1,
    row: rect.row,
    limit: limit,
    face: face
  )
  if let findings, findings.isAnalyzed, let part = findings.coverage {
    column = frame.draw(
      part,
      column: column + 2,
      row: rect.row,
      limit: limit,
      face: .paneDetail
    )
  }
  guard isAlone else { return }
  for other in PaneKind.allCases where other != pane.kind {
    let name = other.heading.lowercased()
    guard column + 2 + columns(of: name) < limit else { break }
    column = frame.draw(
      name,
      column: column + 2,
      row: rect.row,
      limit: limit,
      face: .paneDetail
    )
  }
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
