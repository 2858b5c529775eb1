/// A row of the feeds: one that is subscribed to, or what answers to a query in all of them.
public struct FeedRow: Equatable, Sendable {
  /// Nil for a query's row.
  public var feed: Int64?
  public var title: String
  /// What its articles answer to, in the library's language.
  public var query: String
  /// Folders and tags, in a few words.
  public var note: String
  public var count: Int
  public var unread: Int
  public var problem: String?

  public init(
    feed: Int64?,
    title: String,
    query: String,
    note: String = "",
    count: Int,
    unread: Int,
    problem: String? = nil
  ) {
    self.feed = feed
    self.title = title
    self.query = query
    self.note = note
    self.count = count
    self.unread = unread
    self.problem = problem
  }
}

/// An article of a feed as the list shows it.
public struct FeedArticle: Equatable, Sendable {
  public var id: Int64
  public var title: String
  public var source: String
  /// Its page's address, else what it is known by.
  public var location: String
  /// As 2026-01-29.
  public var day: String
  public var isRead: Bool
  public var isLater: Bool
  /// Who and what it is about; empty before that is known.
  public var about: String

  public init(
    id: Int64,
    title: String,
    source: String,
    location: String,
    day: String,
    isRead: Bool,
    isLater: Bool,
    about: String
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.location = location
    self.day = day
    self.isRead = isRead
    self.isLater = isLater
    self.about = about
  }
}

/// The feeds on the screen, or behind it.
struct FeedsState: Sendable {
  /// All of them, and those that the filter lets through.
  var all: [FeedRow] = []
  var filter = ""
  var selected = 0
  var top = 0
  /// The feed whose articles are listed.
  var open: FeedRow?
  /// What the articles of the list are filtered by.
  var entryFilter = ""
  /// Whether the program began with the feeds.
  var isHome = false

  var rows: [FeedRow] {
    let words = folded(filter).split(separator: " ")
    guard !words.isEmpty else { return all }
    return all.filter { row in
      let text = folded("\(row.title) \(row.note)")
      return words.allSatisfy { text.split(separator: " ").joined(separator: " ").contains($0) }
    }
  }

  /// What the open list's articles answer to.
  var query: String {
    [open?.query ?? "", entryFilter].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension ReaderState {
  /// Whether the list is of articles of feeds.
  var listsFeedArticles: Bool { view == .list && feeds.open != nil }

  var selectedFeed: FeedRow? {
    let rows = feeds.rows
    return view == .feeds && rows.indices.contains(feeds.selected) ? rows[feeds.selected] : nil
  }

  /// The selected article's row in the list, where that is one of feeds.
  var selectedFeedArticle: FeedArticle? {
    guard listsFeedArticles, list.entries.indices.contains(list.selected) else { return nil }
    return list.entries[list.selected].feedArticle
  }

  /// Keeps the selected feed on the screen.
  mutating func settleFeeds() {
    let count = feeds.rows.count
    let height = listHeight
    feeds.selected = min(max(0, feeds.selected), max(0, count - 1))
    feeds.top = min(feeds.top, feeds.selected)
    feeds.top = max(feeds.top, feeds.selected - height + 1)
    feeds.top = max(0, min(feeds.top, count - height))
  }
}

extension ReaderState {
  /// Whether the articles that answer to a query are what the list is to show.
  public func awaits(_ query: String) -> Bool { feeds.open != nil && query == feeds.query }
}
