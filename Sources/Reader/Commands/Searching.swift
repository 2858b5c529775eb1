import Prose

/// Opens the prompt for a search; with a text from the command prompt it searches at once.
func openSearch(
  _ state: inout ReaderState,
  _ invocation: Invocation,
  isBackward: Bool
) -> [Effect] {
  guard let article = state.article, state.hasText else { return [] }
  state.panes.activate(nil)
  var prompt = Prompt(isBackward ? .searchBackward : .search)
  prompt.origin = Prompt.Origin(
    top: article.top,
    current: article.current,
    search: state.search
  )
  state.prompt = prompt
  guard !invocation.text.isEmpty else { return [] }
  state.prompt?.text = invocation.text
  searchAsTyped(&state)
  return acceptSearch(&state)
}

/// Shows the first match of what is typed so far, from where the search began.
func searchAsTyped(_ state: inout ReaderState) {
  guard let prompt = state.prompt, let origin = prompt.origin, let article = state.article else {
    return
  }
  state.article?.top = origin.top
  state.article?.current = origin.current
  state.search.isBackward = prompt.kind == .searchBackward
  state.search.isShown = true
  state.search.find(prompt.text, in: article.document.text)
  let matches = state.search.matches
  guard !matches.isEmpty else { return }
  let visible = state.visible
  let isOn = origin.current.map { visible.contains($0.lowerBound) } ?? false
  let start = isOn ? origin.current?.lowerBound ?? visible.lowerBound : visible.lowerBound
  let index =
    state.search.isBackward
    ? (matches.partitioningIndex { $0.lowerBound >= start } + matches.count - 1) % matches.count
    : matches.partitioningIndex { $0.lowerBound >= start } % matches.count
  state.article?.current = matches[index]
  state.article?.standsOnPassage = false
  state.reveal(matches[index])
}

/// Ends the typing: the place stands, and the way back leads to where the search began.
func acceptSearch(_ state: inout ReaderState) -> [Effect] {
  guard let prompt = state.prompt else { return [] }
  state.prompt = nil
  guard let origin = prompt.origin else { return [] }
  if prompt.text.isEmpty {
    // Enter at once repeats the last search, as in less and vi.
    guard !origin.search.query.isEmpty else {
      state.search = origin.search
      return []
    }
    state.search = origin.search
    state.search.isBackward = prompt.kind == .searchBackward
    return searchAgain(&state, 1)
  }
  state.history.add(prompt.text, prompt.kind)
  state.repeats = .search
  if state.search.matches.isEmpty {
    state.message = Message(text: "“\(prompt.text)” is not in this article.", isError: true)
  } else {
    state.article?.jumps.leave(origin.top)
  }
  return []
}

/// Leaves the prompt and everything as it was before.
func cancelSearch(_ state: inout ReaderState) {
  if let origin = state.prompt?.origin {
    state.article?.top = origin.top
    state.article?.current = origin.current
    state.search = origin.search
  }
  state.prompt = nil
}

/// `n` and `N` for a search, which goes backward if it began so.
func searchAgain(_ state: inout ReaderState, _ count: Int) -> [Effect] {
  guard let article = state.article else { return [] }
  state.repeats = .search
  state.search.isShown = true
  if state.search.matches.isEmpty {
    // Another article may have been opened since.
    state.search.find(state.search.query, in: article.document.text)
  }
  let count = state.search.isBackward ? -count : count
  if step(&state, along: state.search.matches, by: count) == nil {
    state.message = Message(text: "“\(state.search.query)” is not in this article.", isError: true)
  }
  return []
}
