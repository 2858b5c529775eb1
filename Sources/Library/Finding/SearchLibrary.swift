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
      let (source, condition, arguments) = try clauses(query, database)
      let key = source == "article" ? "id" : "rowid"
      let newest = try Int64.fetchAll(
        database,
        sql: """
          SELECT \(key) FROM \(source) WHERE \(condition) ORDER BY \(key) DESC LIMIT ?
          """,
        arguments: arguments + [max(limit, Self.mostWeighed) + 1]
      )
      var rows = newest
      let isBestFirst = source == "fullText" && newest.count <= Self.mostWeighed && newest.count > 1
      if isBestFirst {
        rows = try Int64.fetchAll(
          database,
          sql: """
            SELECT rowid FROM fullText WHERE \(condition) ORDER BY bm25(fullText, 4.0, 1.0), rowid DESC LIMIT ?
            """,
          arguments: arguments + [limit]
        )
      }
      let hits = try rows.prefix(limit).compactMap { id in
        try listed(id, database).map {
          Hit(article: $0, snippet: try snippet(of: id, query, database))
        }
      }
      return SearchAnswer(hits: hits, isBestFirst: isBestFirst, hasMore: newest.count > limit)
    }
  }

  /// All articles that answer to a query, the newest first, whatever their number.
  public func articles(_ query: Query) throws(LibraryError) -> [Int64] {
    try read { database in
      let (source, condition, arguments) = try clauses(query, database)
      let key = source == "article" ? "id" : "rowid"
      return try Int64.fetchAll(
        database,
        sql: "SELECT \(key) FROM \(source) WHERE \(condition) ORDER BY \(key) DESC",
        arguments: arguments
      )
    }
  }

  /// The table that is gone through, and what its rows must fulfill.
  private func clauses(
    _ query: Query,
    _ database: Database
  ) throws -> (String, String, StatementArguments) {
    var clauses: [String] = []
    var arguments = StatementArguments()
    var source = "article"
    for condition in query.conditions {
      let not = condition.isNegated ? "NOT " : ""
      if source == "article", !condition.isNegated, condition.table != .quotations {
        source = condition.table == .words ? "fullText" : "findingText"
        clauses.append("\(source) MATCH ?")
      } else {
        let rows =
          switch condition.table {
          case .words: "SELECT rowid FROM fullText WHERE fullText MATCH ?"
          case .names: "SELECT rowid FROM findingText WHERE findingText MATCH ?"
          case .quotations:
            """
            SELECT article FROM quotation
            WHERE id IN (SELECT rowid FROM quotationText WHERE quotationText MATCH ?)
            """
          }
        // The plus keeps SQLite from asking the index anew for each row that the other one gives.
        clauses.append("+KEY \(not)IN (\(rows))")
      }
      arguments += [condition.expression]
    }
    for tag in query.tags {
      let not = tag.isNegated ? "NOT " : ""
      clauses.append("KEY \(not)IN (SELECT article FROM tag WHERE name = ?)")
      arguments += [tag.name]
    }
    for (day, sign) in [(query.after, ">="), (query.before, "<")] {
      guard let day else { continue }
      clauses.append("(SELECT day FROM article AS a WHERE a.id = KEY) \(sign) ?")
      arguments += [day]
    }
    if let isRead = query.isRead {
      clauses.append("(SELECT isRead FROM article AS a WHERE a.id = KEY) = ?")
      arguments += [isRead]
    }
    if let isMarked = query.isMarked {
      clauses.append("KEY \(isMarked ? "" : "NOT ")IN (SELECT article FROM highlight)")
    }
    let (origins, names) = try originClauses(query, database)
    clauses += origins
    arguments += names
    let key = source == "article" ? "article.id" : "\(source).rowid"
    let condition = clauses.map { clause in
      clause.split(separator: "KEY", omittingEmptySubsequences: false).joined(separator: key)
    }.joined(separator: " AND ")
    return (source, condition, arguments)
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
