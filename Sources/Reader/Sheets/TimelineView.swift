import Prose
import Screen

/// What the article places in time, the earliest first: only times that it anchors, none is invented.
func timelineContent(
  _ article: OpenArticle,
  _ findings: Findings,
  columns: Int
) -> SheetContent {
  let document = findings.document
  let anchor = article.article.published.flatMap { CalendarDate(iso: $0) }
  let dated = document.allTimes.filter { $0.days != nil }
    .sorted { left, right in
      guard let one = left.days, let other = right.days else { return false }
      return (one.lowerBound, one.upperBound, left.id) < (
        other.lowerBound, other.upperBound, right.id
      )
    }
  let undated = document.times.count - dated.count
  var writer = SheetWriter(
    columns: columns,
    title: "TIMELINE",
    note: undated > 0 ? "\(dated.count) dated, \(undated) without a date" : "\(dated.count) dated"
  )
  var last: ClosedRange<Int>?
  for time in dated {
    guard let days = time.days else { continue }
    if days != last {
      writer.blank()
      writer.add(
        SheetRow([
          SheetRow.Piece(text: dayWords(days, anchor), face: .time),
          SheetRow.Piece(
            text: anchor.map { "  " + distanceWords(days, from: $0) } ?? "",
            face: .paneDetail
          ),
        ])
      )
      last = days
    }
    let range = time.range
    let sentence = document.sentence(of: time.tokens)
    writer.paragraph(
      time.clause.map { document.string($0) }
        ?? sentence.map { document.sentenceText($0) } ?? document.string(time.tokens),
      face: .text,
      lead: [SheetRow.Piece(text: "│ ", face: .border)],
      most: 2,
      to: .text(range, isPassage: false)
    )
  }
  return writer.content
}

/// "Thu 29 Jan 2026", "1 Jan 2026 – 31 Dec 2026"; without the article's date how far away it is.
private func dayWords(_ days: ClosedRange<Int>, _ anchor: CalendarDate?) -> String {
  guard let anchor else { return distanceWords(days) }
  guard let first = CalendarDate(dayNumber: anchor.dayNumber + days.lowerBound),
    let last = CalendarDate(dayNumber: anchor.dayNumber + days.upperBound)
  else { return distanceWords(days) }
  if first == last { return dateWords(first) }
  // A whole year, or a whole month, is named so.
  if first.month == 1, first.day == 1, last.month == 12, last.day == 31, first.year == last.year {
    return String(first.year)
  }
  let endsMonth = last.day == CalendarDate.days(inMonth: last.month, of: last.year)
  if first.day == 1, endsMonth, first.month == last.month, first.year == last.year {
    return dateWords(first).split(separator: " ").suffix(2).joined(separator: " ")
  }
  return "\(dateWords(first)) – \(dateWords(last))"
}

/// How far it lies from the article's day, in what it is told in itself: days, months or years.
private func distanceWords(_ days: ClosedRange<Int>, from anchor: CalendarDate) -> String {
  guard days.count >= 28, let first = CalendarDate(dayNumber: anchor.dayNumber + days.lowerBound)
  else { return distanceWords(days) }
  let isLong = days.count > 62
  let distance =
    isLong
    ? first.year - anchor.year : (first.year - anchor.year) * 12 + first.month - anchor.month
  guard distance != 0, days.count < 800 else { return "" }
  let unit = isLong ? "year" : "month"
  let words = abs(distance) == 1 ? "1 \(unit)" : "\(abs(distance)) \(unit)s"
  return words + (distance > 0 ? " after" : " before")
}

/// "the day of the article", "3 days after", "12 days before".
private func distanceWords(_ days: ClosedRange<Int>) -> String {
  if days.contains(0) { return days.count == 1 ? "the day of the article" : "" }
  let distance = days.lowerBound > 0 ? days.lowerBound : -days.upperBound
  let words: String
  switch distance {
  case 1: words = "1 day"
  case ..<61: words = "\(distance) days"
  case ..<730: words = "\(distance / 30) months"
  default: words = "\(distance / 365) years"
  }
  return words + (days.lowerBound > 0 ? " after" : " before")
}
