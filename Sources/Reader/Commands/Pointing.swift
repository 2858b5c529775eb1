import Prose
import Screen

/// The rows that a turn of the wheel moves.
private let wheelRows = 3

func takeMouse(_ state: inout ReaderState, _ mouse: Mouse) -> [Effect] {
  switch mouse.action {
  case .wheelUp, .wheelDown:
    turnWheel(&state, mouse.point, mouse.action == .wheelUp ? -wheelRows : wheelRows)
  case .press:
    guard state.prompt == nil else { return [] }
    state.message = nil
    return press(&state, mouse.point)
  case .drag:
    drag(&state, mouse.point)
  case .release:
    state.panes.dragged = nil
  }
  return []
}

private func turnWheel(_ state: inout ReaderState, _ point: Point, _ rows: Int) {
  if state.helpTop != nil {
    moveHelp(&state, .lines(rows))
  } else if state.view == .list {
    moveList(&state, .lines(rows))
  } else if let pane = state.layout.panes(state).first(where: { $0.rect.contains(point) }) {
    moveSelection(&state, pane.kind, .lines(rows))
  } else {
    scroll(&state, .lines(rows))
  }
}

private func press(_ state: inout ReaderState, _ point: Point) -> [Effect] {
  if state.helpTop != nil {
    state.helpTop = nil
    return []
  }
  if state.view == .list {
    let first = state.layout.body.endRow - state.listHeight
    let row = state.list.top + point.row - first
    guard point.row >= first, point.row < state.layout.body.endRow,
      state.list.entries.indices.contains(row)
    else { return [] }
    return open(&state, row: row)
  }
  let layout = state.layout
  if let pane = layout.panes(state).first(where: { $0.rect.contains(point) }) {
    return pressPane(&state, pane, point)
  }
  if let border = layout.borders.firstIndex(of: point.column), layout.body.contains(point) {
    state.panes.dragged = border
    return []
  }
  guard let text = layout.text, text.contains(point) else { return [] }
  state.panes.activate(nil)
  guard !layout.isDrawer else { return [] }
  pressText(&state, layout, point)
  return []
}

private func pressPane(
  _ state: inout ReaderState,
  _ pane: ScreenLayout.Pane,
  _ point: Point
) -> [Effect] {
  state.panes.activate(pane.kind)
  guard let entries = state.article?.findings?.entries(pane.kind), point.row > pane.rect.row else {
    return []
  }
  var row = pane.rect.row + 1
  for index in state.panes[pane.kind].top..<max(state.panes[pane.kind].top, entries.count) {
    row += paneLines(entries[index], pane.kind, columns: pane.rect.columns).count
    guard row <= pane.rect.endRow || point.row < pane.rect.endRow else { return [] }
    if point.row < row {
      state.panes[pane.kind].selected = index
      return followSelected(&state, pane.kind)
    }
  }
  return []
}

/// A press on a folded row opens it, one on a name follows who bears it.
private func pressText(_ state: inout ReaderState, _ layout: ScreenLayout, _ point: Point) {
  guard let text = layout.text, var article = state.article,
    let top = article.layout.spot(at: article.top)
  else { return }
  let rows = article.layout.rows(from: top, count: text.rows)
  let row = point.row - text.row
  guard rows.indices.contains(row), let line = rows[row].line else { return }
  let block = rows[row].spot.passage.block
  if article.layout.folds.folded(block) != nil {
    state.article?.setFolds(open: true)
    return
  }
  let indent = article.layout.indent(of: block)
  let setting = article.layout.setting(of: rows[row].spot)
  let column = point.column - layout.textColumn - indent
  guard let byte = byte(at: column, of: line, setting, in: article),
    let document = article.findings?.document, let mention = document.named(at: byte),
    let subject = document.subject(of: mention)
  else { return }
  setFocus(&state, subject)
  jump(&state, to: document.range(of: mention))
}

/// The byte of the character in a column of a line.
private func byte(
  at column: Int,
  of line: Range<UInt32>,
  _ setting: LineSetting,
  in article: OpenArticle
) -> UInt32? {
  var found: UInt32?
  article.document.text.withBytes { bytes in
    let line = Int(line.lowerBound)..<Int(line.upperBound)
    forEachPlaced(of: bytes, in: line, setting) { cluster, place in
      if (place..<place + cluster.columns).contains(column) {
        found = UInt32(cluster.bytes.lowerBound)
      }
    }
  }
  return found
}

/// Moves the line between text and panes.
private func drag(_ state: inout ReaderState, _ point: Point) {
  guard let dragged = state.panes.dragged else { return }
  let borders = state.layout.borders
  guard borders.indices.contains(dragged) else { return }
  let isLeft = borders.count == 2 && dragged == 0
  let change = point.column - borders[dragged]
  _ = widenPanes(&state, isLeft ? change : -change)
}
