import Prose
import Screen

/// So many hits are asked for at first; more as they are gone through.
private let firstHits = 50
private let mostHits = 2000

/// Asks for what to look for in the library; with a text from the command prompt it is looked for at once.
func openLibrarySearch(_ state: inout ReaderState, _ invocation: Invocation) -> [Effect] {
  state.prompt = Prompt(.library)
  guard !invocation.text.isEmpty else { return [] }
  state.prompt?.replace(invocation.text)
  return acceptLibrarySearch(&state)
}

func acceptLibrarySearch(_ state: inout ReaderState) -> [Effect] {
  guard let text = state.prompt?.text else { return [] }
  state.prompt = nil
  let query = onOneLine(text)
  guard !query.isEmpty else {
    // Enter at once shows again what was found last.
    if !state.library.hits.isEmpty { showLibrary(&state) }
    return []
  }
  state.history.add(query, .library)
  state.library.awaited = query
  state.message = Message(text: "Looking through the library…")
  return [.searchLibrary(query: query, limit: firstHits)]
}

/// Takes in what was found.
func tookHits(
  _ state: inout ReaderState,
  _ query: String,
  _ hits: [LibraryHit],
  isBestFirst: Bool,
  hasMore: Bool
) {
  if state.library.awaited == query {
    state.library.awaited = nil
    guard !hits.isEmpty else {
      state.message = Message(text: "Nothing in the library answers to \(query).")
      return
    }
    state.message = nil
    state.library.query = query
    state.library.selected = 0
    state.library.top = 0
    showLibrary(&state)
  } else {
    // More of what is shown already.
    guard query == state.library.query, hits.count > state.library.hits.count else { return }
  }
  state.library.hits = hits
  state.library.isBestFirst = isBestFirst
  state.library.hasMore = hasMore
}

/// What was typed cannot be looked for; the arrow up brings it back, to be mended.
func refusedQuery(_ state: inout ReaderState, _ query: String, _ reason: String) {
  guard state.library.awaited == query else { return }
  state.library.awaited = nil
  state.message = Message(text: reason, isError: true)
}

private func showLibrary(_ state: inout ReaderState) {
  if state.view != .library, !state.readsHit {
    state.library.origin = LibraryState.Origin(view: state.view, row: state.article?.row)
  }
  state.opening = nil
  state.selection = nil
  state.hints = nil
  state.helpTop = nil
  state.view = .library
}

func moveLibrary(_ state: inout ReaderState, _ distance: Distance) -> [Effect] {
  let selected = state.library.selected + distance.rows(height: state.hitHeight)
  let count = state.library.hits.count
  state.library.selected = min(max(0, selected), max(0, count - 1))
  guard state.library.hasMore, count < mostHits,
    state.library.selected + state.hitHeight >= count
  else { return [] }
  // Asked for once: the answer says whether there are more still.
  state.library.hasMore = false
  return [.searchLibrary(query: state.library.query, limit: min(mostHits, count * 4))]
}

/// Enter: the article, at what was found.
func openHit(_ state: inout ReaderState) -> [Effect] {
  guard state.library.hits.indices.contains(state.library.selected) else { return [] }
  let article = state.library.hits[state.library.selected].article
  var effects = open(&state, article)
  let row = state.list.selected
  state.library.openedRow = row
  state.library.goal = (row, nil)
  effects.append(.findPassage(row: row, article: article.id, query: state.library.query))
  return effects
}

/// `J` and `K` in a hit: the next one, or the one before.
func openNeighborHit(_ state: inout ReaderState, _ step: Int) -> [Effect] {
  let selected = state.library.selected + step
  guard state.library.hits.indices.contains(selected) else {
    state.message = Message(text: step > 0 ? "This is the last hit." : "This is the first hit.")
    return []
  }
  state.library.selected = selected
  return openHit(&state)
}

/// Opens an article of the library, in the list's row that it has, or in a new one.
private func open(_ state: inout ReaderState, _ article: LibraryArticle) -> [Effect] {
  if let row = state.list.entries.firstIndex(where: { $0.location == article.location }) {
    return open(&state, row: row)
  }
  let row = state.list.entries.count
  state.list.append(location: article.location, title: article.title)
  return [.addArticle(row: row, article: article.id, location: article.location)]
    + open(&state, row: row)
}

/// Takes in where the open article has what was looked for.
func tookPassage(_ state: inout ReaderState, _ row: Int, _ passage: TextAnchor) {
  guard state.library.goal?.row == row else { return }
  state.library.goal = (row, passage)
  goToPassage(&state)
}

/// Goes to the passage that is wanted, once both it and its article are there.
func goToPassage(_ state: inout ReaderState) {
  guard let goal = state.library.goal, let passage = goal.passage,
    let article = state.article, article.row == goal.row, state.opening == nil
  else { return }
  guard let range = article.document.text.range(of: passage) else {
    // The rest of a long text may have it.
    if !article.isBegun { state.library.goal = nil }
    return
  }
  state.library.goal = nil
  jump(&state, to: range, isPassage: passage.quote.count > 60)
  if passage.quote.count <= 60 { showMatches(&state, of: passage.quote) }
}

/// Enter on a row of a card that is of another article.
func openElsewhere(
  _ state: inout ReaderState,
  _ article: LibraryArticle,
  _ passage: TextAnchor?
) -> [Effect] {
  let from = state.article?.row
  let effects = open(&state, article)
  let row = state.list.selected
  if let from, from != row { state.library.returns.append((opened: row, from: from)) }
  if let passage {
    state.library.goal = (row, passage)
    goToPassage(&state)
  }
  return effects
}

/// `q`: from a hit to the hits, from these to where the search was called, from an article of a card to that card's.
/// - Returns: Nil where there is no such way back.
func backFromLibrary(_ state: inout ReaderState) -> [Effect]? {
  if state.view == .library {
    guard let origin = state.library.origin else {
      state.view = .list
      return []
    }
    state.library.origin = nil
    state.library.openedRow = nil
    if origin.view == .article, let row = origin.row, row != state.article?.row {
      return open(&state, row: row)
    }
    state.view = origin.view == .article && state.article == nil ? .list : origin.view
    return []
  }
  guard state.view == .article, !state.hasSheet, state.panes.active == nil else { return nil }
  if let last = state.library.returns.last, last.opened == state.article?.row {
    state.library.returns.removeLast()
    return open(&state, row: last.from)
  }
  guard state.readsHit else { return nil }
  state.opening = nil
  state.view = .library
  return []
}

/// Selects the hit that is pressed; once more opens it.
func pressLibrary(_ state: inout ReaderState, _ point: Point) -> [Effect] {
  let body = state.layout.body
  let first = body.endRow - state.listHeight
  let row = state.library.top + (point.row - first) / ReaderState.hitRows
  guard body.contains(point), point.row >= first, state.library.hits.indices.contains(row) else {
    return []
  }
  if state.library.selected == row { return openHit(&state) }
  state.library.selected = row
  return []
}
