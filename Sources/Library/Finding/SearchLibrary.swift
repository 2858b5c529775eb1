internal import GRDB

/// An article in a list.
public struct ListedArticle: Equatable, Sendable {
  public let id: Int64
  public let location: String
  public let title: String
  public let site: String?
  /// The day it is of, as 2026-01-29.
  public let day: String
  public let isRead: Bool
  public let highlightCount: Int
}

/// An article that answers to a query.
public struct Hit: Equatable, Sendable {
  public struct Piece: Equatable, Sendable {
    public let text: String
    /// Whether it is what was looked for.
    public let isMatch: Bool
  }

  public let article: ListedArticle
  /// The passage that shows why.
  public let snippet: [Piece]
}

public struct SearchAnswer: Equatable, Sendable {
  public let hits: [Hit]
  /// Whether those that fit best come first; else the newest do, since there are many.
  public let isBestFirst: Bool
  public let hasMore: Bool
}

extension ArticleStore {
  /// With more answers than this the newest come first: to weigh them all would take too long.
  static let mostWeighed = 500

  /// The articles that answer to a query.
  public func search(_ query: Query, limit: Int = 20) throws(LibraryError) -> SearchAnswer {
    try read { database in
      var answers = try Answers(query, self, database)
      let newest = try answers.prefix(max(limit, Self.mostWeighed) + 1)
      let weighed =
        newest.count <= Self.mostWeighed && newest.count > 1
        ? try weighed(newest, query, database) : nil
      let hits = try (weighed ?? newest).prefix(limit).compactMap { id in
        try listed(id, database).map {
          Hit(article: $0, snippet: try snippet(of: id, query, database))
        }
      }
      return SearchAnswer(
        hits: hits,
        isBestFirst: weighed != nil,
        hasMore: newest.count > limit
      )
    }
  }

  /// Those that fit a query's words best first; nil where it has none.
  private func weighed(
    _ ids: [Int64],
    _ query: Query,
    _ database: Database
  ) throws -> [Int64]? {
    guard let words = query.conditions.first(where: { $0.table == .words && !$0.isNegated }) else {
      return nil
    }
    let isAlone = query.conditions.count == 1 && query.isOfWordsAlone
    // Where there are other conditions, only what fulfills them is weighed.
    let list = "[\(ids.map { String($0) }.joined(separator: ","))]"
    return try Int64.fetchAll(
      database,
      sql: """
        SELECT rowid FROM fullText WHERE fullText MATCH ?
          \(isAlone ? "" : "AND rowid IN (SELECT value FROM json_each(?))")
        ORDER BY bm25(fullText, 4.0, 1.0), rowid DESC
        """,
      arguments: isAlone ? [words.expression] : [words.expression, list]
    )
  }

  /// All articles that answer to a query, the newest first, whatever their number.
  public func articles(_ query: Query) throws(LibraryError) -> [Int64] {
    try read { database in
      var answers = try Answers(query, self, database)
      return try answers.prefix(.max)
    }
  }

  func listed(_ id: Int64, _ database: Database) throws -> ListedArticle? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT id, location, title, site, day, isRead,
          (SELECT count(*) FROM highlight WHERE article = article.id) FROM article WHERE id = ?
        """
    )
    return try Row.fetchOne(statement, arguments: [id]).map(ListedArticle.init)
  }
}

extension ListedArticle {
  init(_ row: Row) {
    self.init(
      id: row[0],
      location: row[1],
      title: row[2],
      site: row[3],
      day: row[4],
      isRead: row[5],
      highlightCount: row[6]
    )
  }
}
