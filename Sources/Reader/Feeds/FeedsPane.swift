import Prose
import Screen

/// The feeds: unread and all articles, title, where they stand.
func drawFeeds(_ state: ReaderState, _ layout: ScreenLayout, into frame: inout Frame) {
  let body = layout.body
  let limit = body.endColumn - 1
  let rows = state.feeds.rows
  let first = body.endRow - state.listHeight(in: layout)
  let unread = state.feeds.all.filter { $0.feed != nil }.reduce(0) { $0 + $1.unread }
  let filter = state.feeds.filter.isEmpty ? "" : "  & \(state.feeds.filter)"
  drawListTitle("Feeds" + filter, "\(unread) unread", layout, first, into: &frame)
  let digits = rows.map { columns(of: counts($0)) }.max() ?? 0
  let widest = rows.map { columns(of: onOneLine($0.title)) }.max() ?? 0
  // Where feeds stand and what went wrong is in a column of its own, behind the longest title.
  let noteColumn = digits + 5 + min(widest, max(12, (limit - digits) / 2))
  for row in first..<max(first, body.endRow) {
    let index = state.feeds.top + row - first
    guard rows.indices.contains(index) else { break }
    let feed = rows[index]
    let count = counts(feed)
    frame.draw(
      count,
      column: 1 + digits - columns(of: count),
      row: row,
      limit: limit,
      face: feed.unread > 0 ? .statusKey : .paneCount
    )
    let title = truncated(onOneLine(feed.title), columns: max(1, noteColumn - digits - 5))
    frame.draw(
      title,
      column: digits + 3,
      row: row,
      limit: limit,
      face: feed.unread > 0 ? .title : .text
    )
    var column = noteColumn
    for (note, face) in [(feed.note, Face.paneDetail), (feed.problem ?? "", .statusError)]
    where !note.isEmpty && column + 4 < limit {
      column =
        frame.draw(
          truncated(onOneLine(note), columns: limit - column),
          column: column,
          row: row,
          limit: limit,
          face: face
        ) + 2
    }
    if index == state.feeds.selected {
      select(row, column: digits + 3, limit, body, into: &frame)
    }
  }
  if rows.isEmpty, first < body.endRow {
    frame.draw(
      state.feeds.all.isEmpty
        ? "No feeds yet: broadsheet feeds add ADDRESS subscribes, broadsheet feeds import takes OPML."
        : "No feed answers to that; & takes another filter.",
      column: 1,
      row: first,
      limit: limit,
      face: .paneDetail
    )
  }
}

private func counts(_ feed: FeedRow) -> String { "\(feed.unread)/\(feed.count)" }

/// Where the titles of a feed's articles begin.
private let titleColumn = 12

/// Where what articles are about begins, so that it stands in one column: behind the longest title that is shown.
///
/// It keeps a third of the row.
func aboutColumn(_ titles: [String], limit: Int) -> Int {
  let widest = titles.map { columns(of: onOneLine($0)) }.max() ?? 0
  let room = max(titleColumn + 20, limit - max(20, (limit - titleColumn) / 3))
  return min(titleColumn + widest, room) + 2
}

/// A row of the list of a feed's articles: whether it is unread or put by, its day, title, and what it is about.
func drawFeedArticle(
  _ article: FeedArticle,
  problem: String?,
  showsSource: Bool,
  aboutColumn: Int,
  row: Int,
  limit: Int,
  into frame: inout Frame
) -> Int {
  frame.draw(article.isRead ? " " : "•", column: 1, row: row, limit: limit, face: .statusKey)
  frame.draw(article.isLater ? "+" : " ", column: 2, row: row, limit: limit, face: .statusKey)
  let day = CalendarDate(iso: article.day).map { dateWords($0).split(separator: " ") } ?? []
  let date = day.count > 2 ? "\(day[1].count < 2 ? " " : "")\(day[1]) \(day[2])" : ""
  frame.draw(date, column: 4, row: row, limit: limit, face: .paneCount)
  let start = titleColumn
  let note =
    problem
    ?? [showsSource ? article.source : "", article.about]
    .filter { !$0.isEmpty }.joined(separator: " · ")
  let room = note.isEmpty ? limit : aboutColumn - 2
  let title = truncated(onOneLine(article.title), columns: max(1, min(room, limit) - start))
  frame.draw(
    title.isEmpty ? onOneLine(article.location) : title,
    column: start,
    row: row,
    limit: min(room, limit),
    face: article.isRead ? .text : .title
  )
  if !note.isEmpty, aboutColumn + 4 < limit {
    frame.draw(
      truncated(onOneLine(note), columns: limit - aboutColumn),
      column: aboutColumn,
      row: row,
      limit: limit,
      face: problem == nil ? .paneDetail : .statusError
    )
  }
  return start
}

/// The title of a list, what it counts, and a rule.
func drawListTitle(
  _ title: String,
  _ count: String,
  _ layout: ScreenLayout,
  _ first: Int,
  into frame: inout Frame
) {
  let body = layout.body
  let limit = body.endColumn - 1
  guard first > body.row else { return }
  frame.fill(Rect(column: 0, row: body.row, columns: body.columns, rows: 1), face: .title)
  let column = limit - columns(of: count)
  frame.draw(
    title,
    column: 1,
    row: body.row,
    limit: column > 12 ? column - 2 : limit,
    face: .title
  )
  if column > 12 {
    frame.draw(count, column: column, row: body.row, limit: limit, face: .titleMeta)
  }
  frame.fill(
    Rect(column: 0, row: body.row + 1, columns: body.columns, rows: 1),
    face: .border,
    with: "─"
  )
}

/// Lays the bar over the selected row.
func select(_ row: Int, column: Int, _ limit: Int, _ body: Rect, into frame: inout Frame) {
  frame.overlay(
    Rect(column: 0, row: row, columns: body.columns, rows: 1),
    face: .paneSelected
  )
  frame.cursor = Point(column: min(column, max(0, limit)), row: row)
}
