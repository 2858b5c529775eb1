internal import GRDB
public import Prose

/// What an import has brought.
public struct ImportCount: Equatable, Sendable {
  /// Marks and corrections that were not there, or that were older there.
  public internal(set) var taken = 0
  /// Marks and corrections that are there as they came, or newer.
  public internal(set) var passedOver = 0
}

extension ArticleStore {
  /// Takes in what was marked elsewhere, all of it or, where it cannot be kept, nothing.
  ///
  /// A mark that is there already is replaced by one that was changed later. An article that the library does not
  /// have becomes one without a text, whose marks are placed when it is opened.
  public func take(
    _ articles: [AnnotatedArticle],
    now: String
  ) throws(LibraryError) -> ImportCount {
    try write { database in
      var count = ImportCount()
      for article in articles {
        let id = try row(of: article, now, database)
        for tag in article.tags {
          try database.execute(
            sql: "INSERT OR IGNORE INTO tag (name, article) VALUES (?, ?)",
            arguments: [folded(tag), id]
          )
        }
        for correction in article.corrections {
          if try put(correction, of: id, database) {
            count.taken += 1
          } else {
            count.passedOver += 1
          }
        }
        for annotation in article.annotations {
          let known = try Row.fetchOne(
            database,
            sql: "SELECT changed, article FROM highlight WHERE id = ?",
            arguments: [annotation.id]
          )
          // A mark belongs to the article that it was made in.
          let isNewer = known.map { row in
            let (changed, owner): (String, Int64) = (row[0], row[1])
            return changed < annotation.changed && owner == id
          }
          if isNewer ?? true {
            try put(annotation, of: id, database)
            count.taken += 1
          } else {
            count.passedOver += 1
          }
        }
      }
      return count
    }
  }

  private func row(
    of article: AnnotatedArticle,
    _ now: String,
    _ database: Database
  ) throws -> Int64 {
    let known = try Int64.fetchOne(
      database,
      sql: "SELECT id FROM article WHERE location = ?",
      arguments: [article.location]
    )
    if let known { return known }
    let day = article.published.flatMap(CalendarDate.init(iso:))?.iso ?? String(now.prefix(10))
    try database.execute(
      sql: """
        INSERT INTO article
          (location, format, title, byline, site, published, day, hash, bytes, stored, opened)
        VALUES (?, 'text', ?, ?, ?, ?, ?, '', 0, ?, ?)
        """,
      arguments: [
        article.location, article.title, lines(article.byline), article.site, article.published,
        day, now, now,
      ]
    )
    return database.lastInsertedRowID
  }
}
