internal import Prose

/// Reads a JSON Feed of version 1 or 1.1; nil for other JSON.
func readJSONFeed(_ text: [UInt8], base: String?) throws(RecordError) -> Feed? {
  try text.withUnsafeBufferPointer { bytes throws(RecordError) in
    var reader = JSONFeedReader(JSONScanner(bytes), base: base)
    return try reader.read()
  }
}

private struct JSONFeedReader {
  private var scanner: JSONScanner
  private let base: String?

  init(_ scanner: JSONScanner, base: String?) {
    self.scanner = scanner
    self.base = base
  }

  mutating func read() throws(RecordError) -> Feed? {
    guard scanner.beginsObject() else { return nil }
    var feed = Feed()
    var isFeed = false
    var isFirst = true
    while let name = try scanner.nextName(isFirst: isFirst) {
      isFirst = false
      switch name {
      case "version": if try text()?.contains("jsonfeed.org/version/") == true { isFeed = true }
      case "title": feed.title = try text().map(line)
      case "home_page_url": feed.link = try text().flatMap { webAddress($0, base: base) }
      case "feed_url": feed.id = try text()
      case "description": feed.description = try text().map { htmlText(Array($0.utf8), .plain) }
      case "language": feed.language = try text()
      case "author", "authors":
        let author = try firstAuthor()
        feed.author = feed.author ?? author
      case "items":
        isFeed = true
        feed.entries = try entries()
      default: try scanner.skipValue()
      }
    }
    guard isFeed else { return nil }
    for row in feed.entries.indices where feed.entries[row].author == nil {
      feed.entries[row].author = feed.author
    }
    return feed
  }

  private mutating func entries() throws(RecordError) -> [FeedEntry] {
    var entries: [FeedEntry] = []
    guard scanner.beginsList() else { return entries }
    var isFirst = true
    while try scanner.nextItem(isFirst: isFirst) {
      isFirst = false
      guard entries.count < XMLFeedReader.mostEntries, scanner.beginsObject() else {
        try scanner.skipValue()
        continue
      }
      entries.append(try entry())
    }
    return entries
  }

  private mutating func entry() throws(RecordError) -> FeedEntry {
    var entry = FeedEntry()
    entry.base = base
    var plain: String?
    var external: String?
    var author: String?
    var isFirst = true
    while let name = try scanner.nextName(isFirst: isFirst) {
      isFirst = false
      switch name {
      case "id": entry.id = try text()
      case "title": entry.title = try text().map(line)
      case "url": entry.link = try text().flatMap { webAddress($0, base: base) }
      case "external_url": external = try text().flatMap { webAddress($0, base: base) }
      case "content_html": entry.content = try text().map { htmlText(Array($0.utf8), .html) }
      case "content_text": plain = try text().map { htmlText(Array($0.utf8), .plain) }
      case "summary": entry.summary = try text().map { htmlText(Array($0.utf8), .plain) }
      case "date_published": entry.published = try text().flatMap(feedDate)
      case "date_modified": entry.updated = try text().flatMap(feedDate)
      case "author": author = try firstAuthor()
      case "authors": entry.author = try firstAuthor()
      case "tags": entry.categories = try texts()
      default: try scanner.skipValue()
      }
    }
    entry.content = entry.content ?? plain
    entry.link = entry.link ?? external
    entry.published = entry.published ?? entry.updated
    entry.author = entry.author ?? author
    return entry
  }

  /// An author's name, or the first one's of a list.
  private mutating func firstAuthor() throws(RecordError) -> String? {
    var result: String?
    if scanner.beginsList() {
      var isFirst = true
      while try scanner.nextItem(isFirst: isFirst) {
        isFirst = false
        let author = try author()
        result = result ?? author
      }
      return result
    }
    return try author()
  }

  private mutating func author() throws(RecordError) -> String? {
    guard scanner.beginsObject() else { return try text().map(line) }
    var name: String?
    var isFirst = true
    while let field = try scanner.nextName(isFirst: isFirst) {
      isFirst = false
      if field == "name" { name = try text().map(line) } else { try scanner.skipValue() }
    }
    return name.flatMap { $0.isEmpty ? nil : $0 }
  }

  private mutating func texts() throws(RecordError) -> [String] {
    guard scanner.beginsList() else {
      try scanner.skipValue()
      return []
    }
    var texts: [String] = []
    var isFirst = true
    while try scanner.nextItem(isFirst: isFirst) {
      isFirst = false
      if let text = try text(), texts.count < 256 { texts.append(line(text)) }
    }
    return texts
  }

  /// A string, or a number as it is written; nil for anything else.
  private mutating func text() throws(RecordError) -> String? {
    switch try scanner.next() {
    case .string(let bytes): String(decoding: bytes, as: UTF8.self)
    case .number(let digits): digits
    case .null, .other: nil
    }
  }

  private func line(_ text: String) -> String { singleLine(Array(text.utf8)) }
}
