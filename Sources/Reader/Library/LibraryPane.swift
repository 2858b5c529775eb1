import Prose
import Screen

/// What was found in the library: of each article its day and title, and below them the passage that shows why.
func drawLibrary(_ state: ReaderState, _ layout: ScreenLayout, into frame: inout Frame) {
  let body = layout.body
  let limit = body.endColumn - 1
  let first = body.endRow - state.listHeight(in: layout)
  let library = state.library
  let count = library.hits.count
  let order = library.isBestFirst ? "the best first" : "the newest first"
  let found = "\(count)\(library.hasMore ? "+" : "") \(count == 1 ? "article" : "articles")"
  drawListTitle(
    "Library  \(library.query)",
    count > 1 ? "\(found), \(order)" : found,
    layout,
    first,
    into: &frame
  )
  let start = 14
  for row in stride(from: first, to: max(first, body.endRow), by: ReaderState.hitRows) {
    let index = library.top + (row - first) / ReaderState.hitRows
    guard library.hits.indices.contains(index) else { break }
    drawHit(library.hits[index], row: row, start, limit, body, into: &frame)
    if index == library.selected { select(row, column: start, limit, body, into: &frame) }
  }
}

private func drawHit(
  _ hit: LibraryHit,
  row: Int,
  _ start: Int,
  _ limit: Int,
  _ body: Rect,
  into frame: inout Frame
) {
  frame.draw(dayWords(hit.article.day), column: 1, row: row, limit: limit, face: .paneCount)
  let detail = onOneLine(hit.article.detail)
  let room = detail.isEmpty ? limit : max(start + 20, limit - min(columns(of: detail), 30) - 2)
  let title = truncated(onOneLine(hit.article.title), columns: max(1, min(room, limit) - start))
  let column = frame.draw(title, column: start, row: row, limit: limit, face: .title)
  if !detail.isEmpty, column + 4 < limit {
    frame.draw(
      truncated(detail, columns: limit - column - 2),
      column: column + 2,
      row: row,
      limit: limit,
      face: .paneDetail
    )
  }
  guard row + 1 < body.endRow else { return }
  var place = start
  for piece in fitting(hit.snippet, columns: limit - start) {
    place = frame.draw(
      piece.text,
      column: place,
      row: row + 1,
      limit: limit,
      face: piece.isMatch ? .match : .paneDetail
    )
  }
}

/// A passage cut so that the first match of it is seen.
private func fitting(_ pieces: [LibraryHit.Piece], columns room: Int) -> [LibraryHit.Piece] {
  guard let match = pieces.firstIndex(where: \.isMatch), match > 0 else { return pieces }
  var pieces = pieces
  let before = pieces[..<match].reduce(0) { $0 + columns(of: $1.text) }
  let own = columns(of: pieces[match].text)
  guard before + own > room else { return pieces }
  // A third of the row is for what comes before.
  var lead = pieces[..<match].map(\.text).joined()[...]
  while columns(of: String(lead)) > max(0, room / 3 - 1) { lead = lead.dropFirst() }
  lead = lead.drop { !$0.isWhitespace }
  pieces.replaceSubrange(..<match, with: [LibraryHit.Piece(text: "…" + lead, isMatch: false)])
  return pieces
}

/// "29 Jan 2026", its day at the right of two columns; what is no day stands as it is.
func dayWords(_ day: String) -> String {
  guard let date = CalendarDate(iso: day) else { return day }
  let words = dateWords(date).split(separator: " ").dropFirst().joined(separator: " ")
  return date.day < 10 ? " " + words : words
}
