import Prose
import Screen

/// Gives the keys to the next pane, after the last one to the text again.
func cyclePanes(_ state: inout ReaderState, _ step: Int) -> [Effect] {
  guard state.view == .article, state.article != nil else { return [] }
  // On the widest screens too this is the order in which they stand.
  let order: [PaneKind?] = [nil] + PaneKind.allCases
  let here = order.firstIndex(of: state.panes.active) ?? 0
  state.panes.activate(order[((here + step) % order.count + order.count) % order.count])
  return []
}

func showPane(_ state: inout ReaderState, _ pane: PaneKind?) -> [Effect] {
  guard state.view == .article, state.article != nil else { return [] }
  state.panes.activate(pane)
  return []
}

enum Direction: Sendable {
  case left
  case down
  case up
  case right
}

/// Gives the keys to what stands there, as vi does with its windows: the nearest, counted from the top.
func activateNeighbor(_ state: inout ReaderState, _ direction: Direction) -> [Effect] {
  guard state.view == .article, state.article != nil else { return [] }
  let layout = state.layout
  var places = layout.panes(state).map { (pane: Optional($0.kind), rect: $0.rect) }
  if let text = layout.text, !layout.isDrawer { places.append((nil, text)) }
  guard let here = places.first(where: { $0.pane == state.panes.active })?.rect else {
    return showPane(&state, nil)
  }
  let others = places.filter { place in
    switch direction {
    case .left: place.rect.endColumn <= here.column
    case .right: place.rect.column >= here.endColumn
    case .up: place.rect.endRow <= here.row && place.rect.column < here.endColumn
    case .down: place.rect.row >= here.endRow && place.rect.endColumn > here.column
    }
  }
  func distance(_ rect: Rect) -> Int {
    let columns = abs(2 * rect.column + rect.columns - 2 * here.column - here.columns)
    return columns + 4 * abs(rect.row - here.row)
  }
  if let nearest = others.min(by: { distance($0.rect) < distance($1.rect) }) {
    state.panes.activate(nearest.pane)
  } else if layout.isDrawer, direction == .left {
    state.panes.activate(nil)
  } else if !layout.isDrawer, places.count == 1, direction == .right, !state.panes.isZoomed {
    // On narrow screens the pane comes in over the text.
    state.panes.activate(state.panes.shown)
  }
  return []
}

/// All panes above each other, or one with the names of the others as tabs.
func toggleTabs(_ state: inout ReaderState) -> [Effect] {
  guard state.view == .article else { return [] }
  state.panes.areTabs.toggle()
  if state.size.columns < 100 {
    state.message = Message(text: "From 100 columns on there is room for panes above each other.")
  }
  return []
}

func toggleZoom(_ state: inout ReaderState) -> [Effect] {
  guard state.view == .article else { return [] }
  state.panes.isZoomed.toggle()
  return []
}

/// Makes the side panes so many columns wider, or narrower.
func widenPanes(_ state: inout ReaderState, _ columns: Int) -> [Effect] {
  guard state.view == .article else { return [] }
  state.panes.widening = min(60, max(-20, state.panes.widening + columns))
  return []
}

func moveSelection(_ state: inout ReaderState, _ pane: PaneKind, _ distance: Distance) {
  guard let count = state.article?.findings?.entries(pane).count, count > 0 else { return }
  let rows = state.layout.panes(state).first { $0.kind == pane }?.rect.rows ?? 1
  let selected = state.panes[pane].selected + distance.rows(height: max(1, rows / 2))
  state.panes[pane].selected = min(max(0, selected), count - 1)
}

/// Scrolls a pane so that its selected entry is on the screen.
func settle(_ state: inout ReaderState, _ pane: ScreenLayout.Pane) {
  guard let entries = state.article?.findings?.entries(pane.kind), !entries.isEmpty else { return }
  var list = state.panes[pane.kind]
  list.selected = min(max(0, list.selected), entries.count - 1)
  list.top = min(max(0, list.top), list.selected)
  let room = max(1, pane.rect.rows - 1)
  func height(_ row: Int) -> Int {
    paneLines(entries[row], pane.kind, columns: pane.rect.columns).count
  }
  var used = 0
  var first = list.selected
  while first >= list.top {
    used += height(first)
    if used > room { break }
    first -= 1
  }
  if used > room { list.top = min(first + 1, list.selected) }
  state.panes[pane.kind] = list
}

/// Follows the entry that is selected, from its first mention on.
func followSelected(_ state: inout ReaderState, _ pane: PaneKind) -> [Effect] {
  guard let findings = state.findingsOrMessage() else { return [] }
  let selected = state.panes[pane].selected
  guard selected < findings.entries(pane).count else { return [] }
  let subject = subject(pane, selected)
  // Enter on what is followed already shows its card.
  if state.article?.focus?.subject == subject {
    return openSheet(&state, .card(subject))
  }
  let isDrawer = state.layout.isDrawer
  setFocus(&state, subject)
  if isDrawer || state.panes.isZoomed { leaveForText(&state) }
  if let focus = state.article?.focus, let first = focus.targets.first {
    jump(&state, to: first, isPassage: focus.issue != nil)
  }
  return []
}

/// Shows the text where the pane hides it.
private func leaveForText(_ state: inout ReaderState) {
  state.panes.isZoomed = false
  state.panes.activate(nil)
}
