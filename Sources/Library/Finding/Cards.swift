internal import GRDB

/// An actor across the library.
public struct LibraryActor: Equatable, Sendable {
  public let id: Int64
  public let name: String
  public let kind: String
  public let country: String?
  public let roles: [String]
  public let names: [String]
  public let articleCount: Int
}

/// What an actor said, and where.
public struct LibraryQuotation: Equatable, Sendable {
  public let article: ListedArticle
  public let said: String
}

/// Where an actor stood on an issue, and when.
public struct LibraryPosition: Equatable, Sendable {
  public let article: ListedArticle
  public let actor: String
  public let issue: String
  public let stance: String
  public let evidence: [String]
}

/// An actor's other articles, quotations and positions, the newest first.
public struct LibraryCard: Equatable, Sendable {
  public let articles: [ListedArticle]
  public let quotations: [LibraryQuotation]
  public let positions: [LibraryPosition]
}

extension ArticleStore {
  /// The actors that go by a name, those in most articles first; where none does, those whose names begin with it.
  public func actors(named name: String) throws(LibraryError) -> [LibraryActor] {
    let name = folded(name)
    return try read { database in
      var ids = try Int64.fetchAll(
        database,
        sql: "SELECT actor FROM actorName WHERE name = ? LIMIT 200",
        arguments: [name]
      )
      if ids.isEmpty, !name.isEmpty {
        ids = try Int64.fetchAll(
          database,
          sql: "SELECT DISTINCT actor FROM actorName WHERE name >= ? AND name < ? LIMIT 200",
          arguments: [name, name + "\u{10FFFF}"]
        )
      }
      return try ids.compactMap { try actor($0, database) }
        .sorted { ($0.articleCount, $1.id) > ($1.articleCount, $0.id) }
    }
  }

  /// What the library has of an actor; so many of each at most.
  public func card(ofActor id: Int64, limit: Int = 20) throws(LibraryError) -> LibraryCard {
    try read { database in
      let articles = try Int64.fetchAll(
        database,
        sql: "SELECT article FROM appearance WHERE actor = ? ORDER BY article DESC LIMIT ?",
        arguments: [id, limit]
      ).compactMap { try listed($0, database) }
      let quotations = try Row.fetchAll(
        database,
        sql: """
          SELECT article, said FROM quotation WHERE actor = ? ORDER BY article DESC, id DESC LIMIT ?
          """,
        arguments: [id, limit]
      ).compactMap { row in
        try listed(row[0], database).map { LibraryQuotation(article: $0, said: row[1]) }
      }
      let positions = try positions("position.actor = ?", id, limit, database)
      return LibraryCard(articles: articles, quotations: quotations, positions: positions)
    }
  }

  /// Who stood where on an issue, the newest first.
  public func positions(
    onIssue label: String,
    limit: Int = 50
  ) throws(LibraryError) -> [LibraryPosition] {
    try read { try positions("issue.folded = ?", folded(label), limit, $0) }
  }

  private func positions(
    _ condition: String,
    _ value: any DatabaseValueConvertible,
    _ limit: Int,
    _ database: Database
  ) throws -> [LibraryPosition] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT position.article, actor.name, issue.label, position.stance, position.evidence
        FROM position JOIN issue ON issue.id = position.issue JOIN actor ON actor.id = position.actor
        WHERE \(condition) ORDER BY position.article DESC, position.id DESC LIMIT ?
        """,
      arguments: [value, limit]
    ).compactMap { row in
      try listed(row[0], database).map { article in
        LibraryPosition(
          article: article,
          actor: row[1],
          issue: row[2],
          stance: row[3],
          evidence: (row[4] as String).split(separator: "\n").map(String.init)
        )
      }
    }
  }

  private func actor(_ id: Int64, _ database: Database) throws -> LibraryActor? {
    let names = try String.fetchAll(
      database,
      sql: "SELECT name FROM actorName WHERE actor = ? ORDER BY name",
      arguments: [id]
    )
    return try Row.fetchOne(
      database,
      sql: """
        SELECT id, name, kind, country, roles,
          (SELECT count(*) FROM appearance WHERE actor = actor.id) FROM actor WHERE id = ?
        """,
      arguments: [id]
    ).map { row in
      LibraryActor(
        id: row[0],
        name: row[1],
        kind: row[2],
        country: row[3],
        roles: (row[4] as String).split(separator: "\n").map(String.init),
        names: names,
        articleCount: row[5]
      )
    }
  }
}
