internal import Prose

/// When the article was published, in ISO 8601 as the page gives it; nil where it gives nothing that can be read.
func findDate(_ page: Page) -> String? {
  toldDate(page).map { localDate($0, page) } ?? timeElement(page) ?? shownDate(page)
    ?? page.labels.articleText("dateCreated").flatMap(date)
    ?? page.labels.address.flatMap(dayInAddress)
}

/// What the page's data for machines say.
private func toldDate(_ page: Page) -> String? {
  if let told = page.labels.articleText("datePublished").flatMap(date) { return told }
  let names = [
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time",
    "parsely-pub-date", "pubdate", "publishdate", "publish-date", "publish_date", "sailthru.date",
    "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "date",
    "pdate",
    "article.published", "publication_date", "published", "article_date_original", "timestamp",
    "citation_publication_date", "date_published", "datecreated", "created",
  ]
  for name in names {
    if let found = page.labels.property(name).flatMap(date) { return found }
  }
  return nil
}

/// A moment in UTC as the place of publication has it, where the page shows that.
///
/// A paper's own day is the one that it prints and that the article's weekdays count from. It is taken from a time
/// element of the same moment with a zone, or from a day printed beside the title where that is the one before, as it is
/// on American evenings; a later day may be that of a change.
private func localDate(_ told: String, _ page: Page) -> String {
  guard told.hasSuffix("Z") || told.hasSuffix("+00:00"), let moment = feedDate(told),
    let day = CalendarDate(iso: told)
  else { return told }
  let tree = page.tree
  let (time, when) = (tree.name("time"), tree.name("datetime"))
  if time != MarkupTree.noName, when != MarkupTree.noName {
    for row in 0..<tree.count where tree.name(of: row) == time {
      guard let shown = tree.string(of: row, when).flatMap(isoDate), shown.count > 19,
        !shown.hasSuffix("Z"), !shown.hasSuffix("+00:00"), feedDate(shown) == moment
      else { continue }
      return shown
    }
  }
  for unit in besideTitle(page) {
    guard let shown = dayNamed(in: unit.string) else { continue }
    return CalendarDate(iso: shown)?.dayNumber == day.dayNumber - 1 ? shown : told
  }
  return told
}

/// The short lines behind the title and then those before it, where a page prints its day.
private func besideTitle(_ page: Page) -> [PageUnit] {
  let title = page.units.firstIndex { $0.firstRow == page.titleRow } ?? 0
  let behind = page.units[title..<min(page.units.count, title + 12)]
  return (behind + page.units[max(0, title - 4)..<title]).filter { $0.text.count < 200 }
}

/// What an element made for it says.
private func timeElement(_ page: Page) -> String? {
  let tree = page.tree
  let (time, when, property) = (tree.name("time"), tree.name("datetime"), tree.name("itemprop"))
  let content = tree.name("content")
  var first: String?
  for row in 0..<tree.count where !tree.isText(row) {
    let isPublished = tree.string(of: row, property).map { $0.contains("datePublished") } ?? false
    guard isPublished || tree.name(of: row) == time else { continue }
    let value = tree.string(of: row, when) ?? tree.string(of: row, content) ?? tree.allText(of: row)
    guard let found = date(value) else { continue }
    if isPublished || row > page.titleRow ?? 0 { return found }
    first = first ?? found
  }
  return first
}

/// The first day that a short line near the title or called a date gives.
private func shownDate(_ page: Page) -> String? {
  for unit in besideTitle(page) {
    if let day = dayNamed(in: unit.string) { return day }
  }
  for unit in page.units where unit.text.count < 120 {
    let isCredit = page.ancestors(of: unit.holder).prefix(2)
      .contains { page.evidence[$0].contains(.credits) }
    if isCredit, let day = dayNamed(in: unit.string) { return day }
  }
  return nil
}

/// The day in an address such as /2026/01/29/ferry-talks.
private func dayInAddress(_ address: String) -> String? {
  let parts = address.split(separator: "/").suffix(8)
  for (year, rest) in zip(parts, parts.dropFirst()) where year.count == 4 && Int(year) != nil {
    let tail = parts.drop { $0 != rest }.prefix(2)
    if tail.count == 2, let found = dayNamed(in: "\(year)/" + tail.joined(separator: "/")) {
      return found
    }
  }
  return nil
}

/// A date in ISO 8601, or a day in words.
private func date(_ text: String) -> String? { isoDate(text) ?? dayNamed(in: text) }

/// The text where it begins as ISO 8601 does, without what stands behind it.
func isoDate(_ text: String) -> String? {
  let bytes = Array(collapsed(text).utf8)
  func digits(_ range: Range<Int>) -> Bool {
    range.upperBound <= bytes.count && bytes[range].allSatisfy { (48...57).contains($0) }
  }
  guard digits(0..<4), digits(5..<7), digits(8..<10), bytes[4] == 45, bytes[7] == 45 else {
    return nil
  }
  let day = String(decoding: bytes[..<10], as: UTF8.self)
  // Some pages give the year 1, others 9999.
  guard let year = Int(day.prefix(4)), (1900...2100).contains(year),
    let month = Int(day.dropFirst(5).prefix(2)),
    (1...12).contains(month), let date = Int(day.suffix(2)), (1...31).contains(date)
  else { return nil }
  guard bytes.count >= 16, bytes[10] == UInt8(ascii: "T") || bytes[10] == 32, digits(11..<13),
    bytes[13] == 58,
    digits(14..<16)
  else { return day }
  var end = 16
  if end + 2 < bytes.count, bytes[end] == 58, digits(end + 1..<end + 3) { end += 3 }
  if end < bytes.count, bytes[end] == 46 {
    end += 1
    while end < bytes.count, (48...57).contains(bytes[end]) { end += 1 }
  }
  let time = day + "T" + String(decoding: bytes[11..<end], as: UTF8.self)
  let zone = bytes[end...].drop { $0 == 32 }
  guard let sign = zone.first else { return time }
  if sign | 32 == UInt8(ascii: "z") || zone.starts(with: "UTC".utf8)
    || zone.starts(with: "GMT".utf8)
  {
    return time + "Z"
  }
  let offset = zone.dropFirst().filter { $0 != 58 }.prefix(4)
  guard sign == 43 || sign == 45, offset.allSatisfy({ (48...57).contains($0) }),
    offset.count == 4 || offset.count == 2
  else { return time }
  let hours = String(decoding: offset.prefix(2), as: UTF8.self)
  let minutes = offset.count == 4 ? String(decoding: offset.suffix(2), as: UTF8.self) : "00"
  return time + (sign == 43 ? "+" : "-") + hours + ":" + minutes
}
