import Prose
import Screen

/// Takes in what happened.
///
/// Nothing is drawn here, and nothing decided anywhere else.
/// - Returns: What the world is asked to do, in this order.
public func update(_ state: inout ReaderState, _ event: Event) -> [Effect] {
  var effects: [Effect] = []
  switch event {
  case .started(let size):
    state.size = size
    if state.list.entries.count == 1, state.view == .article { effects = open(&state, row: 0) }
    if state.view == .feeds { effects = [.loadFeeds] }
  case .input(let input):
    effects = take(&state, input)
  case .opened(let row, let article, let document):
    opened(&state, row, article, document)
    if state.article?.row == row { effects = markOpened(&state, row: row) }
  case .begun(let row, let article, let document, let expected):
    opened(&state, row, article, document, isBeginning: true)
    if state.article?.row == row {
      state.article?.isBegun = true
      state.article?.expected = expected
      state.article?.describe()
    }
  case .grown(let row, let article, let document):
    effects = extended(&state, row, article, document, isAll: false)
  case .extended(let row, let article, let document):
    effects = extended(&state, row, article, document, isAll: true)
  case .changed(let row):
    if row == state.article?.row, state.isWatching { effects = reload(&state) }
  case .failed(let row, let message):
    failed(&state, row, message)
  case .analyzed(let request, let document):
    analyzed(&state, request, document)
  case .found(let request, let report):
    found(&state, request, report)
  case .edited(let text, let problem):
    edited(&state, text, problem)
  case .wrote(let path, let problem):
    wrote(&state, path, problem)
  case .told(let sentence, let isError):
    state.message = Message(text: onOneLine(sentence), isError: isError)
  case .coastlines(let lines):
    state.coastlines = lines
  case .themes(let choices, let shown, let wanted):
    effects = offerThemes(&state, choices, shown: shown, wanted: wanted)
  case .recalled(let row, let passages, let place):
    recalled(&state, row, passages, place)
  case .feeds(let rows):
    tookFeeds(&state, rows)
  case .entries(let query, let articles):
    tookEntries(&state, query, articles)
  case .about(let entry, let about):
    tookAbout(&state, entry, about)
  case .recalledEdits(let row, let edits):
    recalledEdits(&state, row, edits)
  case .libraryHits(let query, let hits, let isBestFirst, let hasMore):
    tookHits(&state, query, hits, isBestFirst: isBestFirst, hasMore: hasMore)
  case .queryRefused(let query, let reason):
    refusedQuery(&state, query, reason)
  case .passage(let row, let passage):
    tookPassage(&state, row, passage)
  case .record(let row, let subject, let record):
    tookRecord(&state, row, subject, record)
  case .resumed:
    effects = [.redraw]
  }
  correctFindings(&state)
  if state.library.goal != nil { goToPassage(&state) }
  settle(&state)
  if let marks = state.askToKeepMarks() { effects.append(marks) }
  if let edits = state.askToKeepEdits() { effects.append(edits) }
  if let request = askForAnalysis(&state) { effects.append(request) }
  return effects
}

private func take(_ state: inout ReaderState, _ input: Input) -> [Effect] {
  switch input {
  case .key(.alt(let character)) where !isBound(state, .alt(character)):
    // Escape and a key in one write look like a key with Alt: where that does nothing, they are what they are.
    return take(&state, .key(.escape)) + take(&state, .key(.character(character)))
  case .key(let key):
    state.message = nil
    if state.prompt == nil { return takeKey(&state, key) }
    switch key {
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    default: return takePromptKey(&state, key)
    }
  case .mouse(let mouse):
    return takeMouse(&state, mouse)
  case .paste(let text):
    return state.prompt == nil ? [] : takePromptPaste(&state, text)
  case .resize(let size):
    state.size = size
    state.hints = nil
    return []
  }
}

/// Whether a key means something here by itself, or begins what does.
private func isBound(_ state: ReaderState, _ key: Key) -> Bool {
  guard state.prompt == nil, state.hints == nil else { return false }
  if state.pending.waiting != nil { return false }
  return state.answer(to: state.pending.keys + [key]) != .nothing
}

private func opened(
  _ state: inout ReaderState,
  _ row: Int,
  _ article: Article,
  _ document: Document,
  isBeginning: Bool = false
) {
  // An only article may come without being asked for; one that is no longer wanted is dropped.
  let isFirst = state.opening == nil && state.view == .article && state.article == nil
  guard row == state.opening || isFirst, state.list.entries.indices.contains(row) else { return }
  let isSame = state.article?.row == row
  if let old = state.article {
    state.remembered[old.row] = RememberedArticle(
      top: old.top,
      marks: old.marks,
      jumps: old.jumps,
      highlights: old.highlights,
      foldsAreOpen: old.layout.folds.areOpen
    )
  }
  var open = OpenArticle(row: row, article: article, document: document)
  if let known = state.remembered[row] {
    open.top = min(known.top, document.blocks.ends.last ?? 0)
    open.marks = known.marks
    open.jumps = known.jumps
    open.highlights = known.highlights
    open.keptVersion = known.highlights.version
    open.keptEditsVersion = known.highlights.editsVersion
    // What is marked may stand in the part that has not come yet.
    if isSame, !isBeginning { open.highlights.follow(to: document.text) }
    open.setFolds(open: known.foldsAreOpen)
  }
  state.list.entries[row].title = open.title
  state.list.entries[row].problem = nil
  state.list.selected = row
  state.article = open
  state.opening = nil
  // That it is being loaded is no longer so; that only a part came still is.
  if state.message?.isError == false { state.message = nil }
  if article.isForSubscribers, state.message == nil {
    state.message = Message(
      text: "The page says that it is for subscribers: this may not be all of it."
    )
  }
  state.view = .article
  state.panes.forgetSelections()
  state.search.forgetMatches()
  state.closeSheets()
  state.hints = nil
  state.selection = nil
  state.prompt = nil
  state.library.records = []
  if isSame { state.message = Message(text: "Read anew.") } else { state.isWatching = false }
}

/// Puts all of the text, or more of it, in the place of its beginning, with which it begins.
private func extended(
  _ state: inout ReaderState,
  _ row: Int,
  _ article: Article,
  _ document: Document,
  isAll: Bool
) -> [Effect] {
  guard state.article?.row == row, state.article?.isBegun == true else { return [] }
  // Who went to the end meanwhile meant that of the whole text.
  let wentToEnd = state.isAtEnd && (state.article?.top ?? 0) > 0
  state.changeArticle { open, _ in
    open.isBegun = !isAll
    open.isGrowing = !isAll
    open.expected = nil
    open.document = document
    open.highlights.follow(to: document.text)
    // What was found in a part that only grows longer is still there.
    if isAll, !open.isGlance { open.window = nil }
    let folds = open.layout.folds
    open.layout = TextLayout(
      text: document.text,
      blocks: document.blocks,
      measure: open.layout.measure
    )
    if folds.areOpen, !folds.runs.isEmpty { open.layout.folds.areOpen = true }
    open.describe()
  }
  if wentToEnd, let end = document.blocks.ends.last { state.putOnTop(end) }
  return searchGrown(&state)
}

private func failed(_ state: inout ReaderState, _ row: Int, _ message: String) {
  let message = onOneLine(message)
  guard state.list.entries.indices.contains(row) else { return }
  // What is open and could not be read anew is still there.
  if row != state.article?.row { state.list.entries[row].problem = message }
  guard row == state.opening else { return }
  state.opening = nil
  state.message = Message(text: message, isError: true)
  // The article that was open stays on the screen, with its own row selected.
  if state.view == .article, let article = state.article {
    state.list.selected = article.row
  } else if state.article == nil {
    state.view = .list
  }
}

private func analyzed(_ state: inout ReaderState, _ request: Int, _ document: Document) {
  guard var article = state.article, request == article.request, let window = article.window,
    document.text.count == article.document.text.count
      || (article.isGrowing || article.isGlance)
        && document.text.count < article.document.text.count
  else { return }
  article.awaitsAnalysis = false
  let document = article.correct(document)
  state.article = nil
  let isWhole = window == article.document.text.range
  if isWhole, document.blocks.count > 0 {
    let folds = article.layout.folds
    let measure = article.layout.measure
    article.document = document
    article.describe()
    article.layout = TextLayout(text: document.text, blocks: document.blocks, measure: measure)
    if folds.areOpen, !folds.runs.isEmpty { article.layout.folds.areOpen = true }
    state.list.entries[article.row].title = article.title
  }
  article.findings = Findings(document, window: window, switches: state.switches)
  article.focus = article.focus?.found(in: document)
  state.article = article
  state.hints = nil
  state.library.records = []
  // Cards are of rows of the old tables.
  state.sheets.removeAll { sheet in
    if case .card = sheet.kind { true } else { false }
  }
}

/// Brings what depends on the size and on each other into order, and lays out the screen ahead of `render`.
private func settle(_ state: inout ReaderState) {
  if state.view == .list { state.settleList() }
  if state.view == .feeds { state.settleFeeds() }
  if state.view == .library { state.settleLibrary() }
  settleHelp(&state)
  guard state.article != nil else { return }
  let layout = state.layout
  if layout.text != nil { state.article?.layout.setMeasure(layout.measure) }
  state.article?.setStyle(state.style)
  state.changeArticle { article, height in _ = article.visible(height: height) }
  if let columns = layout.sideColumns { state.measurePanes(columns: columns) }
  for pane in layout.panes(state) { settle(&state, pane) }
  if !state.sheets.isEmpty { settleSheet(&state) }
}
