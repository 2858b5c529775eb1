internal import GRDB

/// An article of a feed, in a list.
public struct ListedEntry: Equatable, Sendable {
  public let id: Int64
  /// Nil where its feed is no longer subscribed to.
  public let feed: Int64?
  public let source: String
  public let title: String
  public let link: String?
  public let author: String?
  /// ISO 8601 in UTC; nil where the feed does not tell.
  public let published: String?
  /// When it appeared, or else when it came.
  public let time: String
  public let isRead: Bool
  public let isLater: Bool
  /// Who acts in it and what is disputed, the most salient first.
  public let actors: [String]
  public let issues: [String]
  /// The analyzer's version that found these; 0 for none yet.
  public let analyzer: Int
}

/// An article of a feed as the feed has it.
public struct KeptEntry: Equatable, Sendable {
  public let listed: ListedEntry
  /// Hostile until a parser has read it.
  public let html: String
  /// What its relative addresses are relative to.
  public let base: String?
}

extension ArticleStore {
  /// The articles of feeds that answer to a query, the newest first; nil for all.
  public func entries(
    _ query: Query?,
    limit: Int = 1000
  ) throws(LibraryError) -> [ListedEntry] {
    try read { database in
      let (condition, arguments) = try entryClauses(query, database)
      return try Row.fetchAll(
        database,
        sql: """
          SELECT \(Self.entryColumns) FROM entry LEFT JOIN feed ON feed.id = entry.feed
          WHERE \(condition) ORDER BY time DESC, entry.id LIMIT ?
          """,
        arguments: arguments + [limit]
      ).map(ListedEntry.init)
    }
  }

  /// The articles of one feed, the newest first.
  public func entries(
    ofFeed feed: Int64,
    limit: Int = 1000
  ) throws(LibraryError) -> [ListedEntry] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT \(Self.entryColumns) FROM entry JOIN feed ON feed.id = entry.feed
          WHERE entry.feed = ? ORDER BY time DESC, entry.id LIMIT ?
          """,
        arguments: [feed, limit]
      ).map(ListedEntry.init)
    }
  }

  public func entry(_ id: Int64) throws(LibraryError) -> KeptEntry? {
    try read { database in
      try Row.fetchOne(
        database,
        sql: """
          SELECT \(Self.entryColumns), html, base FROM entry LEFT JOIN feed ON feed.id = entry.feed
          WHERE entry.id = ?
          """,
        arguments: [id]
      ).map { KeptEntry(listed: ListedEntry($0), html: $0["html"], base: $0["base"]) }
    }
  }

  public func setRead(_ isRead: Bool, entries: [Int64]) throws(LibraryError) {
    try set("isRead", isRead, entries)
  }

  /// Puts articles by for later, or no longer.
  public func setLater(_ isLater: Bool, entries: [Int64]) throws(LibraryError) {
    try set("isLater", isLater, entries)
  }

  private func set(
    _ column: String,
    _ value: Bool,
    _ entries: [Int64]
  ) throws(LibraryError) {
    try write { database in
      let statement = try database.cachedStatement(
        sql: "UPDATE entry SET \(column) = ? WHERE id = ?"
      )
      for entry in entries { try statement.execute(arguments: [value, entry]) }
    }
  }

  /// Marks all articles of a feed as read; of all feeds where it is nil.
  public func markAllRead(ofFeed feed: Int64?) throws(LibraryError) {
    try write { database in
      try database.execute(
        sql: "UPDATE entry SET isRead = 1 WHERE NOT isRead AND (? IS NULL OR feed = ?)",
        arguments: [feed, feed]
      )
    }
  }

  /// Keeps who and what an article of a feed is about, so that it is found by that.
  public func keepAbout(
    _ entry: Int64,
    _ about: EntryAbout,
    analyzer: Int
  ) throws(LibraryError) {
    try write { database in
      try database.cachedStatement(
        sql: "UPDATE entry SET actors = ?, issues = ?, analyzer = ? WHERE id = ?"
      ).execute(
        arguments: [
          lines(Array(about.actors.prefix(EntryAbout.mostListed))),
          lines(Array(about.issues.prefix(EntryAbout.mostListed))), analyzer, entry,
        ]
      )
      try database.cachedStatement(
        sql: """
          UPDATE entryText SET actors = ?, places = ?, issues = ?, speakers = ? WHERE rowid = ?
          """
      ).execute(
        arguments: [
          lines(about.actors + about.aliases), lines(about.places), lines(about.issues),
          lines(about.speakers), entry,
        ]
      )
    }
  }

  private static let entryColumns = """
    entry.id AS id, entry.feed AS feed, coalesce(feed.name, feed.title, source) AS source,
    entry.title AS title, link, author, published, time, isRead, isLater, actors, issues, analyzer
    """
}

/// Who and what an article is about, each list with what matters most first.
public struct EntryAbout: Equatable, Sendable {
  /// More than these are found by, but not shown in lists.
  static let mostListed = 4

  public var actors: [String] = []
  /// Other names of these.
  public var aliases: [String] = []
  public var places: [String] = []
  public var issues: [String] = []
  public var speakers: [String] = []

  public init() {}
}

extension ListedEntry {
  init(_ row: Row) {
    self.init(
      id: row["id"],
      feed: row["feed"],
      source: row["source"],
      title: row["title"],
      link: row["link"],
      author: row["author"],
      published: row["published"],
      time: row["time"],
      isRead: row["isRead"],
      isLater: row["isLater"],
      actors: words(row["actors"]),
      issues: words(row["issues"]),
      analyzer: row["analyzer"]
    )
  }
}
