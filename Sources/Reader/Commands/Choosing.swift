import Screen

/// Enter: takes what is selected, whatever has the keys.
func choose(_ state: inout ReaderState, _ invocation: Invocation) -> [Effect] {
  if state.helpTop != nil { return move(&state, .lines(invocation.times)) }
  if state.view == .feeds { return openFeed(&state) }
  if state.view == .list { return openSelected(&state) }
  if state.view == .library { return openHit(&state) }
  if state.hasSheet { return followSpot(&state) }
  if let pane = state.panes.active { return followSelected(&state, pane) }
  if let current = state.article?.current, state.visible.contains(current.lowerBound),
    let document = state.article?.findings?.document,
    let subject = document.firstNamed(in: current).flatMap({ document.subject(of: $0) })
  {
    // Enter on a name follows whoever bears it; once more shows the card.
    if state.article?.focus?.subject == subject { return openSheet(&state, .card(subject)) }
    if state.article?.focus == nil { return focusNearest(&state) }
  }
  return move(&state, .lines(invocation.times))
}

/// Esc: ends what is nearest, one thing at a time.
func escape(_ state: inout ReaderState) -> [Effect] {
  if state.helpTop != nil {
    state.helpTop = nil
  } else if state.selection != nil {
    state.selection = nil
  } else if state.panes.active != nil {
    state.panes.activate(nil)
  } else if state.sheet != nil {
    closeSheet(&state)
  } else if !state.search.isComplete {
    state.search.stop()
    state.search.isShown = false
    return [.stopSearch]
  } else if state.search.isShown {
    state.search.isShown = false
    state.article?.current = nil
  } else if state.article?.focus != nil || state.article?.current != nil {
    state.article?.focus = nil
    state.article?.current = nil
  }
  return []
}

/// Control and C ends programs elsewhere: here it says what does.
func interrupt(_ state: inout ReaderState) -> [Effect] {
  let effects = escape(&state)
  state.message = Message(text: "Q quits.")
  return effects
}

/// `q`: closes what lies over the text, then goes back to the list, then ends.
func quitOrBack(_ state: inout ReaderState) -> [Effect] {
  if state.helpTop != nil {
    state.helpTop = nil
  } else if state.selection != nil {
    state.selection = nil
  } else if let effects = backFromLibrary(&state) {
    return effects
  } else if state.listsFeedArticles {
    return closeFeed(&state)
  } else if state.view == .feeds, !state.feeds.isHome, state.list.entries.count > 0 {
    state.view = state.article == nil ? .list : .article
  } else if state.view == .list || state.view == .feeds {
    return [.quit]
  } else if state.hasSheet {
    closeSheet(&state)
  } else if state.panes.active != nil, state.layout.isDrawer || state.panes.isZoomed {
    state.panes.isZoomed = false
    state.panes.activate(nil)
  } else if state.list.entries.count > 1 || state.feeds.open != nil {
    state.opening = nil
    state.view = .list
  } else {
    return [.quit]
  }
  return []
}
