import Prose
import Screen

/// The article's name at the left, where and when it appeared and how long it takes at the right, and a rule.
///
/// While the headline stands in the text below, its place is taken by the source, so that nothing is said twice.
func drawTitle(_ state: ReaderState, _ layout: ScreenLayout, into frame: inout Frame) {
  guard let rect = layout.title else { return }
  frame.fill(Rect(column: 0, row: rect.row, columns: rect.columns, rows: 1), face: .title)
  frame.fill(
    Rect(column: 0, row: rect.row + 1, columns: rect.columns, rows: 1),
    face: .border,
    with: "─"
  )
  guard let open = state.article else { return }
  let limit = rect.columns - 1
  let showsHeadline = open.headlineIsAbove
  let source = sourceName(open)
  var meta: [String] = []
  if showsHeadline, !source.isEmpty, source != open.title { meta.append(source) }
  if let date = open.article.published.flatMap({ CalendarDate(iso: $0) }) {
    meta.append(dateWords(date))
  }
  meta.append(open.minutes < 120 ? "\(open.minutes) min" : "\(open.minutes / 60) hours")
  if state.list.entries.count > 1 {
    meta.append("\(open.row + 1) of \(state.list.entries.count)")
  }
  // The name comes first: what stands at the right goes piece by piece where there is no room for it.
  let title = showsHeadline || source.isEmpty ? open.title : source
  var right = apartByDots(meta)
  while meta.count > 1, columns(of: right) + min(columns(of: title), limit / 2) + 4 > limit {
    meta.removeFirst()
    right = apartByDots(meta)
  }
  let rightColumns = columns(of: right)
  let rightColumn = limit - rightColumns
  if rightColumn > 8 {
    frame.draw(right, column: rightColumn, row: rect.row, limit: limit, face: .titleMeta)
  }
  frame.draw(
    title,
    column: 1,
    row: rect.row,
    limit: rightColumn > 8 ? rightColumn - 2 : limit,
    face: showsHeadline || source.isEmpty ? .title : .titleMeta
  )
}

/// Joined by hand: the library's way asks the runtime for types, which the first paint would wait for.
private func apartByDots(_ pieces: [String]) -> String {
  var line = ""
  for piece in pieces { line += line.isEmpty ? piece : " · " + piece }
  return line
}

extension OpenArticle {
  /// Whether the headline has left the screen.
  fileprivate var headlineIsAbove: Bool {
    guard let row = headline else { return true }
    return top >= document.blocks.ends[row]
  }
}

/// The site, else the first names of the byline, else the file.
private func sourceName(_ open: OpenArticle) -> String {
  if let site = open.article.site, !site.isEmpty { return onOneLine(site) }
  if !open.article.byline.isEmpty {
    return onOneLine(open.article.byline.prefix(2).joined(separator: ", "))
  }
  return lastComponent(of: open.article.location)
}

/// "Thu 29 Jan 2026".
func dateWords(_ date: CalendarDate) -> String {
  let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  return "\(days[date.weekday - 1]) \(date.day) \(months[date.month - 1]) \(date.year)"
}
