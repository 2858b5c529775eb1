import Prose
import Screen

/// The rows that a turn of the wheel moves.
private let wheelRows = 3

func takeMouse(_ state: inout ReaderState, _ mouse: Mouse) -> [Effect] {
  switch mouse.action {
  case .wheelUp, .wheelDown:
    state.hints = nil
    return turnWheel(&state, mouse.point, mouse.action == .wheelUp ? -wheelRows : wheelRows)
  case .press:
    guard state.prompt == nil else { return [] }
    state.message = nil
    state.hints = nil
    return press(&state, mouse.point)
  case .drag:
    drag(&state, mouse.point)
  case .release:
    return release(&state, mouse.point)
  }
  return []
}

private func turnWheel(_ state: inout ReaderState, _ point: Point, _ rows: Int) -> [Effect] {
  if state.helpTop != nil {
    moveHelp(&state, .lines(rows))
  } else if state.view == .feeds {
    moveFeeds(&state, .lines(rows))
  } else if state.view == .list {
    moveList(&state, .lines(rows))
  } else if state.view == .library {
    return moveLibrary(&state, .lines(rows))
  } else if state.hasSheet, sheetRect(state, state.layout).contains(point) {
    moveOnSheet(&state, .lines(rows))
  } else if let pane = state.layout.panes(state).first(where: { $0.rect.contains(point) }) {
    moveSelection(&state, pane.kind, .lines(rows))
  } else {
    scroll(&state, .lines(rows))
  }
  return []
}

private func press(_ state: inout ReaderState, _ point: Point) -> [Effect] {
  state.pressed = nil
  if state.helpTop != nil {
    state.helpTop = nil
    return []
  }
  if state.view == .feeds { return pressFeeds(&state, point) }
  if state.view == .list { return pressList(&state, point) }
  if state.view == .library { return pressLibrary(&state, point) }
  let layout = state.layout
  if let strip = heatStrip(state, layout), strip.rect.contains(point) {
    return pressStrip(&state, strip, point)
  }
  if state.hasSheet, sheetRect(state, layout).contains(point) { return pressSheet(&state, point) }
  if let pane = layout.panes(state).first(where: { $0.rect.contains(point) }) {
    return pressPane(&state, pane, point)
  }
  if let border = layout.borders.firstIndex(of: point.column), layout.body.contains(point) {
    state.panes.dragged = border
    return []
  }
  guard let text = layout.text, text.contains(point) else { return [] }
  state.panes.activate(nil)
  // Whether it points or begins a selection is seen when the mouse moves, or lets go.
  if !layout.isDrawer, state.sheet == nil { state.pressed = point }
  state.selection = nil
  return []
}

private func pressList(_ state: inout ReaderState, _ point: Point) -> [Effect] {
  let first = state.layout.body.endRow - state.listHeight
  let row = state.list.top + point.row - first
  guard point.row >= first, point.row < state.layout.body.endRow,
    state.list.entries.indices.contains(row)
  else { return [] }
  return open(&state, row: row)
}

/// Goes to the part of the text that a column of the strip stands for.
private func pressStrip(
  _ state: inout ReaderState,
  _ strip: HeatStrip,
  _ point: Point
) -> [Effect] {
  let place = strip.place(at: point.column - strip.rect.column)
  if let target = place.target {
    jump(&state, to: target, isPassage: state.article?.focus == nil && state.repeats != .search)
  } else {
    state.leavePlace()
    state.closeSheets()
    state.putOnTop(place.byte)
  }
  return []
}

private func pressSheet(_ state: inout ReaderState, _ point: Point) -> [Effect] {
  guard var sheet = state.sheets.popLast() else { return [] }
  let body = sheetBody(sheetRect(state, state.layout), sheet)
  let row = sheet.top + point.row - body.row
  let column = point.column - body.column
  let spot = sheet.content.spots.firstIndex { spot in
    spot.rows.contains(row) && (spot.columns.map { $0.contains(column) } ?? true)
  }
  if point.row >= body.row, point.row < body.endRow, let spot { sheet.selected = spot }
  state.sheets.append(sheet)
  guard point.row >= body.row, point.row < body.endRow, spot != nil else { return [] }
  return followSpot(&state)
}

private func pressPane(
  _ state: inout ReaderState,
  _ pane: ScreenLayout.Pane,
  _ point: Point
) -> [Effect] {
  if point.row == pane.rect.row {
    let isAlone = state.layout.panes(state).count == 1
    let tab = paneTabs(pane, isAlone: isAlone).first { $0.columns.contains(point.column) }
    state.panes.activate(tab?.kind ?? pane.kind)
    return []
  }
  state.panes.activate(pane.kind)
  guard let entries = state.article?.findings?.entries(pane.kind) else { return [] }
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

/// A press on a folded row opens it, one on a name follows who bears it, one on an address opens that.
private func pointAt(_ state: inout ReaderState, _ point: Point) -> [Effect] {
  let layout = state.layout
  guard let text = layout.text, var article = state.article,
    let top = article.layout.spot(at: article.top)
  else { return [] }
  let rows = article.layout.rows(from: top, count: text.rows)
  let row = point.row - text.row
  if rows.indices.contains(row), rows[row].line != nil,
    article.layout.folds.folded(rows[row].spot.passage.block) != nil
  {
    state.article?.setFolds(open: true)
    return []
  }
  guard let byte = byte(at: point, state, isNear: false) else { return [] }
  if let link = links(in: state.visible, article.document.text).first(where: {
    $0.range.contains(byte)
  }) {
    return openLink(&state, link.address)
  }
  guard let document = article.findings?.document, let mention = document.named(at: byte),
    let subject = document.subject(of: mention)
  else {
    if let mark = article.highlights.highlight(at: byte) {
      jump(&state, to: mark.range, isPassage: true)
    }
    return []
  }
  setFocus(&state, subject)
  jump(&state, to: document.range(of: mention))
  return []
}

/// The byte of the character at a point of the text; with `isNear` that of the one nearest to it.
private func byte(at point: Point, _ state: ReaderState, isNear: Bool) -> UInt32? {
  let layout = state.layout
  guard let text = layout.text, var article = state.article,
    let top = article.layout.spot(at: article.top)
  else { return nil }
  let rows = article.layout.rows(from: top, count: text.rows)
  var row = point.row - text.row
  if isNear {
    row = min(max(0, row), rows.count - 1)
    while row > 0, rows[row].line == nil { row -= 1 }
  }
  guard rows.indices.contains(row), let line = rows[row].line else { return nil }
  let indent = article.layout.indent(of: rows[row].spot.passage.block)
  let setting = article.layout.setting(of: rows[row].spot)
  let column = point.column - layout.textColumn - indent
  // In the margin only the nearest character counts, on the line the one that is pressed.
  var found: UInt32?
  var least = isNear ? Int.max : 1
  article.document.text.withBytes { bytes in
    let line = Int(line.lowerBound)..<Int(line.upperBound)
    forEachPlaced(of: bytes, in: line, setting) { cluster, place in
      let distance = max(0, place - column, column - (place + cluster.columns - 1))
      if distance < least {
        least = distance
        found = UInt32(cluster.bytes.lowerBound)
      }
    }
  }
  return found
}

/// Moves the line between text and panes, or selects in the text.
private func drag(_ state: inout ReaderState, _ point: Point) {
  if let pressed = state.pressed, pressed != point, state.hasText {
    if state.selection == nil {
      guard let start = byte(at: pressed, state, isNear: true) else { return }
      state.selection = Selection(anchor: start, head: start, isDragged: true)
    }
    // At the edges the text follows.
    let body = state.layout.body
    if point.row <= body.row { scroll(&state, .lines(-1)) }
    if point.row >= body.endRow - 1 { scroll(&state, .lines(1)) }
    if let head = byte(at: point, state, isNear: true) { state.selection?.head = head }
    return
  }
  guard let dragged = state.panes.dragged else { return }
  let borders = state.layout.borders
  guard borders.indices.contains(dragged) else { return }
  let isLeft = borders.count == 2 && dragged == 0
  let change = point.column - borders[dragged]
  _ = widenPanes(&state, isLeft ? change : -change)
}

private func release(_ state: inout ReaderState, _ point: Point) -> [Effect] {
  state.panes.dragged = nil
  let pressed = state.pressed
  state.pressed = nil
  if state.selection?.isDragged == true {
    state.selection?.isDragged = false
    return []
  }
  guard let pressed, pressed == point else { return [] }
  return pointAt(&state, point)
}
