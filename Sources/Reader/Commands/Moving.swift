import Prose

/// A distance, in what has the keys: the help, a pane, the list of articles or the text.
enum Distance: Sendable {
  case lines(Int)
  case halves(Int)
  case pages(Int)
  case toStart
  case toEnd

  /// In rows of something so many rows high; the ends are farther than anything.
  func rows(height: Int) -> Int {
    switch self {
    case .lines(let count): count
    case .halves(let count): bounded(count, max(1, height / 2))
    case .pages(let count): bounded(count, max(1, height - 2))
    case .toStart: -1_000_000_000
    case .toEnd: 1_000_000_000
    }
  }

  private func bounded(_ count: Int, _ unit: Int) -> Int {
    min(max(count, -1_000_000), 1_000_000) * unit
  }
}

func move(_ state: inout ReaderState, _ distance: Distance) -> [Effect] {
  if state.helpTop != nil {
    moveHelp(&state, distance)
  } else if state.view == .feeds {
    moveFeeds(&state, distance)
  } else if state.view == .list {
    moveList(&state, distance)
  } else if state.view == .library {
    return moveLibrary(&state, distance)
  } else if let pane = state.panes.active {
    moveSelection(&state, pane, distance)
  } else if state.hasSheet {
    moveOnSheet(&state, distance)
  } else {
    scroll(&state, distance)
  }
  return []
}

/// Scrolls the text; its last line comes no higher than the last row.
func scroll(_ state: inout ReaderState, _ distance: Distance) {
  state.changeArticle { article, height in
    guard let spot = article.layout.spot(at: article.top) else { return }
    switch distance {
    case .toStart:
      article.top = article.document.blocks.starts.first ?? 0
    case .toEnd:
      article.top = article.lowestTop(height: height) ?? article.top
    default:
      let rows = distance.rows(height: height)
      let target = article.layout.moved(spot, by: rows)
      let start = article.top
      article.top = article.layout.byte(of: target)
      if rows > 0, article.rowsBelow(target, height) < height {
        // A screen made higher may show less than a page already: going down must not go up then.
        let lowest = article.lowestTop(height: height) ?? start
        article.top = max(start, min(article.top, lowest))
      }
    }
  }
}

/// To the start of the paragraph so many further on, or back.
func moveByParagraph(_ state: inout ReaderState, _ count: Int) -> [Effect] {
  guard state.helpTop == nil, state.view == .article, state.panes.active == nil,
    !state.hasSheet, let blocks = state.article?.document.blocks, blocks.count > 0,
    let top = state.article?.top
  else {
    return move(&state, .lines(count))
  }
  var block = blocks.block(at: top) ?? blocks.count - 1
  var steps = count
  let folds = state.article?.layout.folds
  // Where the top is a blank row, the paragraph found is the next one already; within one, `{` goes to its start.
  if top < blocks.starts[block], steps > 0 { steps -= 1 }
  if top > blocks.starts[block], steps < 0 { steps += 1 }
  while steps > 0, block < blocks.count - 1 {
    block = min(folds?.folded(block)?.upperBound ?? block + 1, blocks.count - 1)
    steps -= 1
  }
  while steps < 0, block > 0 {
    block = (folds?.folded(block)?.lowerBound ?? block) - 1
    steps += 1
  }
  state.putOnTop(blocks.starts[max(0, block)])
  return []
}

func goToTop(_ state: inout ReaderState, _ invocation: Invocation) -> [Effect] {
  goToParagraph(&state, invocation.count, or: .toStart)
}

func goToBottom(_ state: inout ReaderState, _ invocation: Invocation) -> [Effect] {
  goToParagraph(&state, invocation.count, or: .toEnd)
}

private func goToParagraph(
  _ state: inout ReaderState,
  _ count: Int?,
  or end: Distance
) -> [Effect] {
  guard state.helpTop == nil, state.view == .article, state.panes.active == nil, !state.hasSheet
  else {
    return move(&state, count.map { .lines($0) } ?? end)
  }
  state.leavePlace()
  guard let count, let blocks = state.article?.document.blocks, blocks.count > 0 else {
    return move(&state, end)
  }
  state.putOnTop(blocks.starts[min(max(1, count), blocks.count) - 1])
  return []
}

/// `50%`, or `:goto 50%`.
func goToPercent(_ state: inout ReaderState, _ invocation: Invocation) -> [Effect] {
  let digits = invocation.text.prefix { $0.isASCII && $0.isWholeNumber }
  guard let percent = invocation.count ?? Int(digits) else {
    state.message = Message(text: "How far? 50% goes to the middle, :goto 50% too.")
    return []
  }
  guard state.view == .article, let article = state.article, percent <= 100 else {
    if percent > 100 { state.message = Message(text: "There are 100 percent only.") }
    return []
  }
  state.leavePlace()
  state.closeSheets()
  if percent == 100 {
    scroll(&state, .toEnd)
  } else {
    state.putOnTop(UInt32(article.document.text.count * percent / 100))
  }
  return []
}

func canMoveDown(_ state: ReaderState) -> Bool {
  guard state.view == .article, state.panes.active == nil, state.sheet == nil else { return false }
  return !state.isAtEnd
}
