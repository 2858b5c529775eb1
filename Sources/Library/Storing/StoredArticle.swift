internal import Foundation
internal import GRDB
public import Prose

/// An article as the library has it.
public struct StoredArticle: Sendable {
  public let article: Article
  public let corrections: [Correction]
}

extension ArticleStore {
  /// An article with its text; nil where the library has it without, as one that was imported or is very long.
  public func stored(_ id: Int64) throws(LibraryError) -> StoredArticle? {
    try read { database in
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT location, format, title, byline, site, published, text, blocks
          FROM article JOIN content ON content.article = article.id WHERE article.id = ?
          """,
        arguments: [id]
      )
      guard let row else { return nil }
      let text = SourceText(row[6] as String)
      let format = ArticleFormat(rawValue: row[1]) ?? .text
      return StoredArticle(
        article: Article(
          location: row[0],
          format: format,
          title: row[2],
          byline: (row[3] as String).split(separator: "\n").map(String.init),
          site: row[4],
          published: row[5],
          text: text,
          // Those of plain text are the analysis's to find.
          blocks: format == .text ? nil : decodedBlocks(Array(row[7] as Data), of: text)
        ),
        corrections: try corrections(of: id, database)
      )
    }
  }

  /// All articles, the newest first.
  public func allArticles() throws(LibraryError) -> [Int64] {
    try read { try Int64.fetchAll($0, sql: "SELECT id FROM article ORDER BY id DESC") }
  }
}
