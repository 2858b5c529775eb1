import Prose

/// Opens the prompt for a search; with a text from the command prompt it searches at once.
func openSearch(
  _ state: inout ReaderState,
  _ invocation: Invocation,
  isBackward: Bool
) -> [Effect] {
  guard let article = state.article, state.hasText else { return [] }
  state.closeSheets()
  state.panes.activate(nil)
  var prompt = Prompt(isBackward ? .searchBackward : .search)
  prompt.origin = Prompt.Origin(
    top: article.top,
    current: article.current,
    search: state.search
  )
  state.prompt = prompt
  state.search.isPlain = false
  guard !invocation.text.isEmpty else { return [] }
  state.prompt?.text = invocation.text
  return searchAsTyped(&state) + acceptSearch(&state)
}

/// Shows the first match of what is typed so far, from where the search began.
func searchAsTyped(_ state: inout ReaderState) -> [Effect] {
  guard let prompt = state.prompt, let origin = prompt.origin else { return [] }
  let start = SearchState.Start(top: origin.top, current: origin.current)
  state.search.isBackward = prompt.kind == .searchBackward
  state.search.isShown = true
  let effects = find(&state, prompt.text, from: origin.current?.lowerBound ?? origin.top)
  state.search.awaited = .first(start)
  if state.search.isComplete { goToFirst(&state) }
  return effects
}

/// Looks for `query`: now, or beside the screen; what is under way there already is called off.
private func find(_ state: inout ReaderState, _ query: String, from origin: UInt32) -> [Effect] {
  guard let text = state.article?.document.text else { return [] }
  let wasUnderWay = !state.search.isComplete
  state.lastRequest += 1
  if let request = state.search.find(query, in: text, request: state.lastRequest, from: origin) {
    return [.search(request)]
  }
  return wasUnderWay ? [.stopSearch] : []
}

/// Marks where a text stands that was gone to from elsewhere, so that `n` goes on from there.
func showMatches(_ state: inout ReaderState, of words: String) {
  guard let text = state.article?.document.text, text.count <= SearchState.longestAtOnce else {
    return
  }
  state.search.isPlain = true
  state.search.isBackward = false
  state.search.isShown = true
  state.repeats = .search
  state.lastRequest += 1
  _ = state.search.find(words, in: text, request: state.lastRequest, from: 0)
}

/// Takes in what was found beside the screen.
func found(_ state: inout ReaderState, _ request: Int, _ report: SearchReport) {
  guard request == state.search.request, state.article != nil else { return }
  state.search.take(report)
  if let problem = state.search.problem, report.isDone {
    state.message = Message(text: problem, isError: true)
  }
  switch state.search.awaited {
  case .first:
    // Backward the nearest one comes last.
    guard report.isDone || !(state.search.isBackward || report.matches.isEmpty) else { return }
    goToFirst(&state)
    guard state.prompt == nil else { return }
    sayWhatIsMissing(&state)
  case .step(let count):
    guard report.isDone else { return }
    state.search.awaited = nil
    if step(&state, along: state.search.matches, by: count) == nil { sayWhatIsMissing(&state) }
  case nil: break
  }
}

/// Goes to the first match from where the search began; without one, back there.
private func goToFirst(_ state: inout ReaderState) {
  guard case .first(let origin) = state.search.awaited else { return }
  state.search.awaited = nil
  state.article?.top = origin.top
  state.article?.current = origin.current
  let matches = state.search.matches
  guard !matches.isEmpty else {
    // The rest of the file is here in a moment.
    if let article = state.article, article.isBegun, !article.isGrowing {
      state.search.awaited = .first(origin)
    }
    return
  }
  let visible = state.visible
  let isOn = origin.current.map { visible.contains($0.lowerBound) } ?? false
  let start = isOn ? origin.current?.lowerBound ?? visible.lowerBound : visible.lowerBound
  let index =
    state.search.isBackward
    ? (matches.partitioningIndex { $0.lowerBound >= start } + matches.count - 1) % matches.count
    : matches.partitioningIndex { $0.lowerBound >= start } % matches.count
  // Accepted before it was found: the way back leads to where the search began.
  if state.prompt == nil { state.leavePlace() }
  state.article?.current = matches[index]
  state.article?.standsOnPassage = false
  state.reveal(matches[index])
}

private func sayWhatIsMissing(_ state: inout ReaderState) {
  guard state.search.isComplete, state.search.matches.isEmpty, state.search.problem == nil else {
    return
  }
  let place = state.article?.isBegun == true ? "in what has come so far" : "in this article"
  state.message = Message(text: "“\(state.search.query)” is not \(place).", isError: true)
}

/// Ends the typing: the place stands, and the way back leads to where the search began.
func acceptSearch(_ state: inout ReaderState) -> [Effect] {
  guard let prompt = state.prompt else { return [] }
  state.prompt = nil
  guard let origin = prompt.origin else { return [] }
  if prompt.text.isEmpty {
    // Enter at once repeats the last search, as in less and vi.
    state.search = origin.search
    guard !origin.search.query.isEmpty else { return [] }
    state.search.isBackward = prompt.kind == .searchBackward
    return searchAgain(&state, 1)
  }
  state.history.add(prompt.text, prompt.kind)
  state.repeats = .search
  sayWhatIsMissing(&state)
  if !state.search.matches.isEmpty { state.leavePlace(origin.top, origin.current) }
  return []
}

/// Leaves the prompt and everything as it was before.
func cancelSearch(_ state: inout ReaderState) -> [Effect] {
  let wasUnderWay = !state.search.isComplete
  if let origin = state.prompt?.origin {
    state.article?.top = origin.top
    state.article?.current = origin.current
    state.search = origin.search
    state.search.stop()
  }
  state.prompt = nil
  return wasUnderWay ? [.stopSearch] : []
}

/// Looks again for what is shown as found, since more of the text is there.
func searchGrown(_ state: inout ReaderState) -> [Effect] {
  guard state.search.isShown, !state.search.query.isEmpty else {
    state.search.forgetMatches()
    return []
  }
  let effects = find(&state, state.search.query, from: state.visible.lowerBound)
  guard state.search.isComplete else { return effects }
  switch state.search.awaited {
  case .first: goToFirst(&state)
  case .step(let count):
    state.search.awaited = nil
    _ = step(&state, along: state.search.matches, by: count)
  case nil: break
  }
  return effects
}

/// Between a regular expression and the text as it stands.
func togglePlainSearch(_ state: inout ReaderState) -> [Effect] {
  state.search.isPlain.toggle()
  return searchAsTyped(&state)
}

/// `n` and `N` for a search, which goes backward if it began so.
func searchAgain(_ state: inout ReaderState, _ count: Int) -> [Effect] {
  state.repeats = .search
  state.search.isShown = true
  let count = state.search.isBackward ? -count : count
  if state.search.matches.isEmpty, state.search.isComplete {
    // Another article may have been opened since.
    let effects = find(&state, state.search.query, from: state.visible.lowerBound)
    guard state.search.isComplete else {
      state.search.awaited = .step(count)
      return effects
    }
  }
  if step(&state, along: state.search.matches, by: count) == nil { sayWhatIsMissing(&state) }
  return []
}
