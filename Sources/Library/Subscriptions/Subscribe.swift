internal import GRDB
public import Prose

extension ArticleStore {
  /// Subscribes to a feed; one that is there already gets the folder and the tags in addition.
  /// - Returns: Its number, and whether it is new.
  @discardableResult
  public func subscribe(
    _ subscription: Subscription,
    now: String
  ) throws(LibraryError) -> (id: Int64, isNew: Bool) {
    try write { try subscribe(subscription, attributes: [], now, $0) }
  }

  func subscribe(
    _ subscription: Subscription,
    attributes: [SubscriptionList.Field],
    _ now: String,
    _ database: Database
  ) throws -> (id: Int64, isNew: Bool) {
    let known = try Int64.fetchOne(
      database,
      sql: "SELECT id FROM feed WHERE address = ?",
      arguments: [subscription.address]
    )
    let id: Int64
    if let known {
      id = known
    } else {
      try database.execute(
        sql: "INSERT INTO feed (address, name, page, added) VALUES (?, ?, ?, ?)",
        arguments: [subscription.address, subscription.title, subscription.page, now]
      )
      id = database.lastInsertedRowID
    }
    try place(id, in: subscription.folders, attributes: attributes, database)
    try addTags(subscription.tags, to: id, database)
    return (id, known == nil)
  }

  /// Puts a feed into a folder, in which it need not stand yet.
  private func place(
    _ feed: Int64,
    in folders: [String],
    attributes: [SubscriptionList.Field],
    _ database: Database
  ) throws {
    try keepFolder(folders, attributes: [], database)
    try database.execute(
      sql: "INSERT OR IGNORE INTO placement (feed, folders, attributes) VALUES (?, ?, ?)",
      arguments: [feed, lines(folders), encoded(attributes)]
    )
  }

  func keepFolder(
    _ folders: [String],
    attributes: [SubscriptionList.Field],
    _ database: Database
  ) throws {
    guard !folders.isEmpty else { return }
    try database.execute(
      sql: "INSERT OR IGNORE INTO feedFolder (folders, attributes) VALUES (?, ?)",
      arguments: [lines(folders), encoded(attributes)]
    )
  }

  private func addTags(_ tags: [String], to feed: Int64, _ database: Database) throws {
    for tag in tags {
      try database.execute(
        sql: """
          INSERT OR IGNORE INTO feedTag (feed, name, place)
          SELECT ?, ?, coalesce(max(place) + 1, 0) FROM feedTag WHERE feed = ?
          """,
        arguments: [feed, tag, feed]
      )
    }
  }

  /// Ends a subscription; its articles go with it, except for those that were put by for later.
  public func unsubscribe(_ feed: Int64) throws(LibraryError) {
    try write { database in
      try database.execute(
        sql: """
          DELETE FROM entryText WHERE rowid IN (SELECT id FROM entry WHERE feed = ? AND NOT isLater)
          """,
        arguments: [feed]
      )
      try database.execute(
        sql: "DELETE FROM entry WHERE feed = ? AND NOT isLater",
        arguments: [feed]
      )
      try database.execute(sql: "DELETE FROM feed WHERE id = ?", arguments: [feed])
    }
  }

  /// Calls a feed by another name; nil for its own.
  public func renameFeed(_ feed: Int64, _ name: String?) throws(LibraryError) {
    try write { database in
      try database.execute(
        sql: "UPDATE feed SET name = ? WHERE id = ?",
        arguments: [name, feed]
      )
    }
  }

  /// Puts a feed into a folder and out of those where it stands.
  public func moveFeed(_ feed: Int64, to folders: [String]) throws(LibraryError) {
    try write { database in
      try database.execute(sql: "DELETE FROM placement WHERE feed = ?", arguments: [feed])
      try place(feed, in: folders, attributes: [], database)
    }
  }

  public func setTags(
    _ feed: Int64,
    add: [String] = [],
    remove: [String] = []
  ) throws(LibraryError) {
    try write { database in
      try addTags(add, to: feed, database)
      for tag in remove {
        try database.execute(
          sql: "DELETE FROM feedTag WHERE feed = ? AND name = ?",
          arguments: [feed, tag]
        )
      }
    }
  }
}
