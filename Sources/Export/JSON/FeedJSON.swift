public import Prose

/// A feed as JSON: `{"feed":{"title","link",…},"entries":[{"title","link","id","author","published",…}]}`.
///
/// `summary` and `content` are HTML, dates ISO 8601 in UTC; what a feed does not tell is null.
public func feedJSON(_ feed: Feed) -> [UInt8] {
  var writer = JSONWriter(layout: .lines)
  writer.document { writer in
    writer.field("feed")
    writer.object { writer in
      writer.field(named: "title", feed.title)
      writer.field(named: "link", feed.link)
      writer.field(named: "id", feed.id)
      writer.field(named: "description", feed.description)
      writer.field(named: "author", feed.author)
      writer.field(named: "updated", feed.updated)
      writer.field(named: "language", feed.language)
    }
    writer.field("entries")
    writer.rows(feed.entries) { writer, entry in
      writer.field(named: "title", entry.title)
      writer.field(named: "link", entry.link)
      writer.field(named: "id", entry.id)
      writer.field(named: "author", entry.author)
      writer.field(named: "published", entry.published)
      writer.field(named: "updated", entry.updated)
      writer.field(named: "summary", entry.summary)
      writer.field(named: "content", entry.content)
      writer.name("categories")
      writer.list(entry.categories) { $0.string($1) }
    }
  }
  return writer.bytes
}

extension JSONWriter {
  fileprivate mutating func field(named name: StaticString, _ value: String?) {
    self.name(name)
    if let value { string(value) } else { null() }
  }
}
