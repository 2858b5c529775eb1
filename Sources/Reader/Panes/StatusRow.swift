import Prose
import Screen

/// What is followed and where, how far the text has come, and on low screens what the last row would say.
func drawStatus(_ state: ReaderState, _ layout: ScreenLayout, into frame: inout Frame) {
  guard let rect = layout.status else { return }
  frame.fill(rect, face: .status)
  guard state.view == .article, let article = state.article else { return }
  var limit = rect.columns - 1
  let percent = progress(article, state)
  let column = limit - columns(of: percent)
  if column > 0 {
    frame.draw(percent, column: column, row: rect.row, limit: limit, face: .status)
    limit = column - 2
  }
  if state.search.isShown, state.repeats == .search, !state.search.query.isEmpty {
    drawSearch(state, article, rect, limit, into: &frame)
  } else if let focus = article.focus {
    drawFocus(state, article, focus, rect, limit, into: &frame)
  } else if let findings = article.findings, findings.isAnalyzed, let part = findings.coverage {
    frame.draw(
      "analyzed: \(part) of the text",
      column: 1,
      row: rect.row,
      limit: limit,
      face: .statusHint
    )
  }
}

private func drawSearch(
  _ state: ReaderState,
  _ article: OpenArticle,
  _ rect: Rect,
  _ limit: Int,
  into frame: inout Frame
) {
  let count = state.search.count(at: article.current)
  let sign = state.search.isBackward ? "?" : "/"
  let query = truncated(sign + state.search.query, columns: max(4, limit - columns(of: count) - 3))
  let column = frame.draw(query, column: 1, row: rect.row, limit: limit, face: .status)
  frame.draw(count, column: column + 1, row: rect.row, limit: limit, face: .statusKey)
}

/// Where it is mentioned along the text, its name, and which of its mentions this is.
private func drawFocus(
  _ state: ReaderState,
  _ article: OpenArticle,
  _ focus: Focus,
  _ rect: Rect,
  _ limit: Int,
  into frame: inout Frame
) {
  var column = 1
  let index = article.current.flatMap { current in focus.targets.firstIndex(of: current) }
  let count = index.map { "\($0 + 1)/\(focus.targets.count)" } ?? "\(focus.targets.count)"
  let words = columns(of: focus.name) + columns(of: count) + 1
  let room = min(40, limit - words - 4)
  if room >= 12, let body = article.findings?.body {
    let strip = Strip(focus.targets, in: body, columns: room)
    let here = Strip.part(state.visible, in: body, columns: room)
    for index in strip.counts.indices {
      let block = strip.counts[index] == 0 ? Strip.blocks[1] : strip.block(index)
      frame.draw(
        block,
        column: column,
        row: rect.row,
        limit: limit,
        face: here.contains(index) ? .stripFocus : .strip
      )
      column += 1
    }
    column += 2
  }
  let name = truncated(focus.name, columns: max(4, limit - column - columns(of: count) - 1))
  column = frame.draw(name, column: column, row: rect.row, limit: limit, face: .status)
  frame.draw(count, column: column + 1, row: rect.row, limit: limit, face: .statusKey)
}

/// "top", "37%", "end", "all".
private func progress(_ article: OpenArticle, _ state: ReaderState) -> String {
  var article = article
  let blocks = article.document.blocks
  guard let first = blocks.starts.first, let end = blocks.ends.last else { return "" }
  let visible = article.visible(height: state.textHeight)
  let isAtTop = visible.lowerBound <= first
  if visible.upperBound >= end { return isAtTop ? "all" : "end" }
  if isAtTop { return "top" }
  let percent = Int(visible.upperBound) * 100 / max(1, article.document.text.count)
  return "\(min(99, percent))%"
}
