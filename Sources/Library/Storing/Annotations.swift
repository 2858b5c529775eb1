internal import GRDB
public import Prose

/// A change to what is marked in an article.
public enum AnnotationChange: Equatable, Sendable {
  /// A new one, or what one has become.
  case put(Annotation)
  case delete(id: String)
}

extension ArticleStore {
  /// Makes these changes together; marks that they do not name stay as another reader has made them.
  public func change(
    _ changes: [AnnotationChange],
    of article: Int64
  ) throws(LibraryError) {
    guard !changes.isEmpty else { return }
    try write { database in
      for change in changes {
        switch change {
        case .put(let annotation): try put(annotation, of: article, database)
        case .delete(let id):
          try database.execute(
            sql: "DELETE FROM highlight WHERE id = ? AND article = ?",
            arguments: [id, article]
          )
        }
      }
    }
  }

  /// What is marked in an article, in text order.
  public func annotations(of article: Int64) throws(LibraryError) -> [Annotation] {
    try read { try annotations(of: article, $0) }
  }

  /// Everything that is marked, article by article; of these articles only, where they are given.
  public func annotatedArticles(
    _ ids: [Int64]? = nil
  ) throws(LibraryError) -> [AnnotatedArticle] {
    try read { database in
      let rows =
        try ids
        ?? Int64.fetchAll(
          database,
          sql: "SELECT article FROM highlight UNION SELECT article FROM correction ORDER BY article"
        )
      return try rows.compactMap { id in
        guard
          let row = try Row.fetchOne(
            database,
            sql: "SELECT location, title, byline, site, published FROM article WHERE id = ?",
            arguments: [id]
          )
        else { return nil }
        return AnnotatedArticle(
          location: row[0],
          title: row[1],
          byline: (row[2] as String).split(separator: "\n").map(String.init),
          site: row[3],
          published: row[4],
          tags: try tags(of: id, database),
          annotations: try annotations(of: id, database),
          corrections: try corrections(of: id, database)
        )
      }
    }
  }

  func annotations(of article: Int64, _ database: Database) throws -> [Annotation] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT id, quote, prefix, suffix, start, "end", color, note, created, changed, isOrphaned
        FROM highlight WHERE article = ? ORDER BY start, "end", id
        """
    )
    return try Row.fetchAll(statement, arguments: [article]).map { row in
      Annotation(
        id: row[0],
        quote: row[1],
        prefix: row[2],
        suffix: row[3],
        start: row[4],
        end: row[5],
        color: row[6],
        note: row[7],
        created: row[8],
        changed: row[9],
        isOrphaned: row[10]
      )
    }
  }

  func put(_ annotation: Annotation, of article: Int64, _ database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO highlight
          (id, article, quote, prefix, suffix, start, "end", color, note, created, changed, isOrphaned)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET quote = excluded.quote, prefix = excluded.prefix,
          suffix = excluded.suffix, start = excluded.start, "end" = excluded."end", color = excluded.color,
          note = excluded.note, changed = excluded.changed, isOrphaned = excluded.isOrphaned
        WHERE article = excluded.article
        """,
      arguments: [
        annotation.id, article, annotation.quote, annotation.prefix, annotation.suffix,
        annotation.start, annotation.end, annotation.color, annotation.note, annotation.created,
        annotation.changed, annotation.isOrphaned,
      ]
    )
  }

  /// Notes where an annotation stands in a text that has changed.
  func place(_ annotation: Annotation, _ database: Database) throws {
    try database.execute(
      sql: """
        UPDATE highlight SET start = ?, "end" = ?, isOrphaned = ? WHERE id = ?
        """,
      arguments: [annotation.start, annotation.end, annotation.isOrphaned, annotation.id]
    )
  }
}
