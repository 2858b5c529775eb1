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
  /// Where in its text that begins, in code points.
  public let start: Int
}

/// Where an actor stood on an issue, and when.
public struct LibraryPosition: Equatable, Sendable {
  public let article: ListedArticle
  public let actor: String
  public let issue: String
  public let stance: String
  public let evidence: [String]
  /// Whether a person has corrected it.
  public let isCorrected: Bool
}

/// What the library has of an actor, or of an issue, of which nothing is quoted: the newest first.
public struct LibraryCard: Equatable, Sendable {
  /// In how many articles, those left out not counted.
  public let articleCount: Int
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

  /// The library's actor that is called `name` in an article; nil where none is.
  public func actor(named name: String, in article: Int64) throws(LibraryError) -> Int64? {
    try read { database in
      try Int64.fetchOne(
        database,
        sql: """
          SELECT appearance.actor FROM appearance JOIN actorName ON actorName.actor = appearance.actor
          JOIN actor ON actor.id = appearance.actor WHERE appearance.article = ? AND actorName.name = ?
          ORDER BY lower(actor.name) = ? DESC, appearance.mentions DESC LIMIT 1
          """,
        arguments: [article, folded(name), folded(name)]
      )
    }
  }

  /// What the library has of an actor, one article left out; so many of each at most.
  public func card(
    ofActor id: Int64,
    except article: Int64? = nil,
    limit: Int = 20
  ) throws(LibraryError) -> LibraryCard {
    try read { database in
      let article = article ?? -1
      let articles = try Int64.fetchAll(
        database,
        sql: """
          SELECT article FROM appearance WHERE actor = ? AND article != ?
          ORDER BY day DESC, article DESC LIMIT ?
          """,
        arguments: [id, article, limit]
      ).compactMap { try listed($0, database) }
      let count = try Int.fetchOne(
        database,
        sql: "SELECT count(*) FROM appearance WHERE actor = ? AND article != ?",
        arguments: [id, article]
      )
      let quotations = try Row.fetchAll(
        database,
        sql: """
          SELECT article, said, start FROM quoted WHERE actor = ? AND article != ?
          ORDER BY day DESC, id DESC LIMIT ?
          """,
        arguments: [id, article, limit]
      ).compactMap { row in
        try listed(row[0], database).map {
          LibraryQuotation(article: $0, said: onOneLine(row[1]), start: row[2])
        }
      }
      return LibraryCard(
        articleCount: count ?? 0,
        articles: articles,
        quotations: quotations,
        positions: try positions(
          """
          position.actor = ? AND position.article != ?
          ORDER BY position.day DESC, position.article DESC, position.id
          """,
          [id, article],
          limit,
          database
        )
      )
    }
  }

  /// What the library has of an issue, one article left out.
  public func card(
    ofIssue label: String,
    except article: Int64? = nil,
    limit: Int = 20
  ) throws(LibraryError) -> LibraryCard {
    try read { database in
      let label = folded(label)
      let article = article ?? -1
      let articles = try Int64.fetchAll(
        database,
        sql: """
          SELECT DISTINCT article FROM issue WHERE folded = ? AND article != ?
          ORDER BY day DESC, article DESC LIMIT ?
          """,
        arguments: [label, article, limit]
      ).compactMap { try listed($0, database) }
      let count = try Int.fetchOne(
        database,
        sql: "SELECT count(DISTINCT article) FROM issue WHERE folded = ? AND article != ?",
        arguments: [label, article]
      )
      return LibraryCard(
        articleCount: count ?? 0,
        articles: articles,
        quotations: [],
        positions: try positions(onIssue: label, except: article, limit, database)
      )
    }
  }

  /// Who stood where on an issue, the newest first.
  public func positions(
    onIssue label: String,
    limit: Int = 50
  ) throws(LibraryError) -> [LibraryPosition] {
    try read { try positions(onIssue: folded(label), except: -1, limit, $0) }
  }

  private func positions(
    onIssue label: String,
    except article: Int64,
    _ limit: Int,
    _ database: Database
  ) throws -> [LibraryPosition] {
    try positions(
      "issue.folded = ? AND issue.article != ? ORDER BY issue.day DESC, issue.article DESC, position.id",
      [label, article],
      limit,
      database
    )
  }

  private func positions(
    _ condition: String,
    _ values: StatementArguments,
    _ limit: Int,
    _ database: Database
  ) throws -> [LibraryPosition] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT position.article, actor.name, issue.label, position.stance, position.evidence, position.by
        FROM position JOIN issue ON issue.id = position.issue JOIN actor ON actor.id = position.actor
        WHERE \(condition) LIMIT ?
        """,
      arguments: values + [limit]
    ).compactMap { row in
      try listed(row[0], database).map { article in
        LibraryPosition(
          article: article,
          actor: row[1],
          issue: row[2],
          stance: row[3],
          evidence: (row[4] as String).split(separator: "\n").map(String.init),
          isCorrected: row[5] as String == "person"
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
