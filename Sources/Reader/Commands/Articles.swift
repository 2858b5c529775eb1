import Prose
import Screen

func moveList(_ state: inout ReaderState, _ distance: Distance) {
  let count = state.list.entries.count
  let selected = state.list.selected + distance.rows(height: state.listHeight)
  state.list.selected = min(max(0, selected), max(0, count - 1))
}

func openSelected(_ state: inout ReaderState) -> [Effect] {
  open(&state, row: state.list.selected)
}

/// Asks for an article, unless it is the one that is open.
func open(_ state: inout ReaderState, row: Int) -> [Effect] {
  guard state.list.entries.indices.contains(row) else { return [] }
  state.list.selected = row
  if state.article?.row == row {
    state.opening = nil
    state.view = .article
    return []
  }
  state.opening = row
  return [.openArticle(row: row)]
}

/// `J` and `K`: the next article of the list, or the one before.
func openNeighbor(_ state: inout ReaderState, _ step: Int) -> [Effect] {
  if state.readsHit { return openNeighborHit(&state, step) }
  let count = state.list.entries.count
  guard count > 1 else {
    state.message = Message(text: "There is one article only.")
    return []
  }
  let row = (state.opening ?? state.article?.row ?? state.list.selected) + step
  guard row >= 0, row < count else {
    state.message = Message(
      text: step > 0 ? "This is the last article." : "This is the first article."
    )
    return []
  }
  return open(&state, row: row)
}

/// `r`: reads the open article anew; place, marks and highlights stay.
func reload(_ state: inout ReaderState) -> [Effect] {
  guard state.view == .article, let row = state.article?.row else { return [] }
  state.opening = row
  return [.reloadArticle(row: row)]
}

/// `W`: reads it anew whenever its file changes, or no longer does.
func toggleWatching(_ state: inout ReaderState) -> [Effect] {
  guard state.view == .article, let row = state.article?.row else { return [] }
  state.isWatching.toggle()
  state.message = Message(
    text: state.isWatching
      ? "The file is watched: when it changes, it is read anew." : "The file is no longer watched."
  )
  return [.watchArticle(row: state.isWatching ? row : nil)]
}

func showList(_ state: inout ReaderState) -> [Effect] {
  state.opening = nil
  state.view = .list
  return []
}

extension ReaderState {
  /// The rows that the list of articles has, below its heading.
  var listHeight: Int { listHeight(in: layout) }

  func listHeight(in layout: ScreenLayout) -> Int {
    max(1, layout.body.rows - (layout.body.rows > 4 ? 2 : 0))
  }

  /// Keeps the selected article on the screen.
  mutating func settleList() {
    let height = listHeight
    list.selected = min(max(0, list.selected), max(0, list.entries.count - 1))
    list.top = min(list.top, list.selected)
    list.top = max(list.top, list.selected - height + 1)
    list.top = max(0, min(list.top, list.entries.count - height))
  }
}
