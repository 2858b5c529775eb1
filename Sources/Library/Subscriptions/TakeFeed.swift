internal import GRDB
public import Prose

/// What came of asking for a feed.
public struct FeedAnswer: Sendable {
  public enum Outcome: Sendable {
    /// `texts` are its entries as plain text, to be found by; beside the feed's own entries.
    case read(Feed, texts: [String], entityTag: String?, lastModified: String?)
    case unchanged
    /// One sentence.
    case failed(String)
  }

  public let feed: Int64
  public let outcome: Outcome
  /// Where it is for good from now on.
  public let movedTo: String?

  public init(feed: Int64, outcome: Outcome, movedTo: String? = nil) {
    self.feed = feed
    self.outcome = outcome
    self.movedTo = movedTo
  }
}

/// What a refresh has brought.
public struct FeedChanges: Equatable, Sendable {
  public var new = 0
  /// Known ones whose words are other ones now.
  public var changed = 0

  public init(new: Int = 0, changed: Int = 0) {
    self.new = new
    self.changed = changed
  }
}

extension ArticleStore {
  /// Keeps what came of asking for feeds, all of it or nothing.
  /// - Returns: For each answer what is new.
  @discardableResult
  public func take(_ answers: [FeedAnswer], now: String) throws(LibraryError) -> [FeedChanges] {
    try write { database in
      try answers.map { try take($0, now, database) }
    }
  }

  private func take(
    _ answer: FeedAnswer,
    _ now: String,
    _ database: Database
  ) throws -> FeedChanges {
    var problem: String?
    var changes = FeedChanges()
    switch answer.outcome {
    case .failed(let sentence): problem = sentence
    case .unchanged: break
    case .read(let feed, let texts, let entityTag, let lastModified):
      let isThere = try database.cachedStatement(
        sql: """
          UPDATE feed SET title = coalesce(?, title), page = coalesce(?, page), entityTag = ?, lastModified = ?
          WHERE id = ?
          """
      )
      try isThere.execute(
        arguments: [feed.title, feed.link, entityTag, lastModified, answer.feed]
      )
      // It may have been taken off the list meanwhile.
      guard database.changesCount == 1 else { return changes }
      for (entry, text) in zip(feed.entries, texts) {
        try keep(entry, text, of: answer.feed, feed.title ?? "", now, &changes, database)
      }
    }
    let note = try database.cachedStatement(
      sql: "UPDATE feed SET checked = ?, problem = ? WHERE id = ?"
    )
    try note.execute(arguments: [now, problem, answer.feed])
    if let address = answer.movedTo {
      try database.execute(
        sql: "UPDATE OR IGNORE feed SET address = ? WHERE id = ?",
        arguments: [address, answer.feed]
      )
    }
    return changes
  }

  private func keep(
    _ entry: FeedEntry,
    _ text: String,
    of feed: Int64,
    _ source: String,
    _ now: String,
    _ changes: inout FeedChanges,
    _ database: Database
  ) throws {
    let html = entry.content ?? entry.summary ?? ""
    let title = entry.title ?? ""
    let hash = contentHash(SourceText([title, entry.link ?? "", html].joined(separator: "\n")))
    let known = try Row.fetchOne(
      try database.cachedStatement(
        sql: "SELECT id, hash FROM entry WHERE feed = ? AND identity = ?"
      ),
      arguments: [feed, entry.identity]
    )
    if let known {
      guard known[1] as String != hash else { return }
      changes.changed += 1
      let id: Int64 = known[0]
      // What was read stays read: feeds mend commas.
      try database.cachedStatement(
        sql: """
          UPDATE entry SET title = ?, link = ?, author = ?, published = ?, html = ?, base = ?, hash = ?,
            analyzer = 0 WHERE id = ?
          """
      ).execute(
        arguments: [
          title, entry.link, entry.author, entry.published, html, entry.base, hash, id,
        ]
      )
      try database.cachedStatement(
        sql: "UPDATE entryText SET title = ?, text = ?, author = ? WHERE rowid = ?"
      ).execute(arguments: [title, text, entry.author, id])
      return
    }
    changes.new += 1
    // Who dates an article into the future does not stay on top for that.
    let time = entry.published.map { min($0, now) } ?? now
    try database.cachedStatement(
      sql: """
        INSERT INTO entry (feed, source, identity, title, link, author, published, time, html, base, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [
        feed, source, entry.identity, title, entry.link, entry.author, entry.published, time, html,
        entry.base, hash,
      ]
    )
    try database.cachedStatement(
      sql: "INSERT INTO entryText (rowid, title, text, author) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [database.lastInsertedRowID, title, text, entry.author])
  }
}
