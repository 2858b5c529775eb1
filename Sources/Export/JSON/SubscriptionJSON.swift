/// A feed that is subscribed to, as `broadsheet feeds list --json` prints it.
public struct FeedRecord: Sendable {
  public var number: Int
  public var address: String
  public var title: String
  public var folders: [String]
  public var tags: [String]
  public var count: Int
  public var unread: Int
  public var checked: String?
  public var problem: String?
  /// Of a refresh: what is new; nil where there was none.
  public var new: Int?

  public init(
    number: Int,
    address: String,
    title: String,
    folders: [String],
    tags: [String],
    count: Int,
    unread: Int,
    checked: String?,
    problem: String?,
    new: Int? = nil
  ) {
    self.number = number
    self.address = address
    self.title = title
    self.folders = folders
    self.tags = tags
    self.count = count
    self.unread = unread
    self.checked = checked
    self.problem = problem
    self.new = new
  }
}

/// An article of a feed, as `broadsheet feeds articles --json` prints it.
public struct EntryRecord: Sendable {
  public var number: Int
  public var feed: String
  public var title: String
  public var link: String?
  public var author: String?
  public var published: String?
  public var isRead: Bool
  public var isLater: Bool
  public var actors: [String]
  public var issues: [String]

  public init(
    number: Int,
    feed: String,
    title: String,
    link: String?,
    author: String?,
    published: String?,
    isRead: Bool,
    isLater: Bool,
    actors: [String],
    issues: [String]
  ) {
    self.number = number
    self.feed = feed
    self.title = title
    self.link = link
    self.author = author
    self.published = published
    self.isRead = isRead
    self.isLater = isLater
    self.actors = actors
    self.issues = issues
  }
}

/// Feeds as JSON: `{"feeds":[…]}`, with the number of new articles where they were refreshed.
public func feedsJSON(_ feeds: [FeedRecord]) -> [UInt8] {
  var writer = JSONWriter(layout: .lines)
  writer.document { writer in
    writer.field("feeds")
    writer.rows(feeds) { writer, feed in
      writer.name("number")
      writer.number(feed.number)
      writer.text("address", feed.address)
      writer.text("title", feed.title)
      writer.name("folders")
      writer.list(feed.folders) { $0.string($1) }
      writer.name("tags")
      writer.list(feed.tags) { $0.string($1) }
      writer.name("count")
      writer.number(feed.count)
      writer.name("unread")
      writer.number(feed.unread)
      writer.text("checked", feed.checked)
      writer.text("problem", feed.problem)
      if let new = feed.new {
        writer.name("new")
        writer.number(new)
      }
    }
  }
  return writer.bytes
}

/// Articles of feeds as JSON: `{"articles":[…]}`.
public func entriesJSON(_ entries: [EntryRecord]) -> [UInt8] {
  var writer = JSONWriter(layout: .lines)
  writer.document { writer in
    writer.field("articles")
    writer.rows(entries) { writer, entry in
      writer.name("number")
      writer.number(entry.number)
      writer.text("feed", entry.feed)
      writer.text("title", entry.title)
      writer.text("link", entry.link)
      writer.text("author", entry.author)
      writer.text("published", entry.published)
      writer.name("read")
      writer.raw(entry.isRead ? "true" : "false")
      writer.name("later")
      writer.raw(entry.isLater ? "true" : "false")
      writer.name("actors")
      writer.list(entry.actors) { $0.string($1) }
      writer.name("issues")
      writer.list(entry.issues) { $0.string($1) }
    }
  }
  return writer.bytes
}

extension JSONWriter {
  fileprivate mutating func text(_ name: StaticString, _ value: String?) {
    self.name(name)
    if let value { string(value) } else { null() }
  }
}
