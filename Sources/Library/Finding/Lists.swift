internal import GRDB

extension ArticleStore {
  /// The articles that were opened last, the newest first.
  public func recent(limit: Int, from offset: Int = 0) throws(LibraryError) -> [ListedArticle] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT id, location, title, site, day, isRead,
            (SELECT count(*) FROM highlight WHERE article = article.id)
          FROM article ORDER BY opened DESC LIMIT ? OFFSET ?
          """,
        arguments: [limit, offset]
      ).map(ListedArticle.init)
    }
  }

  /// Of the actors in an article those that are named most, and its first issues: what it is about in a few words.
  public func about(_ article: Int64) throws(LibraryError) -> (actors: [String], issues: [String]) {
    try read { database in
      let actors = try database.cachedStatement(
        sql: """
          SELECT actor.name FROM appearance JOIN actor ON actor.id = appearance.actor
          WHERE appearance.article = ? ORDER BY appearance.mentions DESC, actor.id LIMIT 3
          """
      )
      let issues = try database.cachedStatement(
        sql: "SELECT label FROM issue WHERE article = ? ORDER BY id LIMIT 2"
      )
      return (
        try String.fetchAll(actors, arguments: [article]),
        try String.fetchAll(issues, arguments: [article])
      )
    }
  }

  /// The article of that number, or from that location.
  public func article(_ name: String) throws(LibraryError) -> ListedArticle {
    let found = try read { database in
      let id = try Int64.fetchOne(
        database,
        sql: "SELECT id FROM article WHERE location = ? OR id = ? ORDER BY location = ? DESC",
        arguments: [name, Int64(name), name]
      )
      return try id.flatMap { try listed($0, database) }
    }
    guard let found else { throw .unknownArticle(name) }
    return found
  }

  /// Whether the library has an article's text, not marks in it alone.
  public func hasText(_ article: Int64) throws(LibraryError) -> Bool {
    try read { database in
      let statement = try database.cachedStatement(
        sql: "SELECT 1 FROM content WHERE article = ?"
      )
      return try Bool.fetchOne(statement, arguments: [article]) ?? false
    }
  }

  public func tags(of article: Int64) throws(LibraryError) -> [String] {
    try read { try tags(of: article, $0) }
  }

  public func count() throws(LibraryError) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM article") ?? 0 }
  }
}
