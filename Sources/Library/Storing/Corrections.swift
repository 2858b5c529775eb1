internal import Foundation
internal import GRDB
public import Prose

extension ArticleStore {
  /// Keeps these edits of an article's findings behind those that are there, and takes out the others named.
  ///
  /// Edits that are not named stay as another reader has made them.
  public func change(
    adding corrections: [Correction],
    removing ids: [String],
    of article: Int64
  ) throws(LibraryError) {
    guard !corrections.isEmpty || !ids.isEmpty else { return }
    try write { database in
      for correction in corrections { _ = try put(correction, of: article, database) }
      for id in ids {
        try database.execute(
          sql: "DELETE FROM correction WHERE key = ? AND article = ?",
          arguments: [id, article]
        )
      }
    }
  }

  /// The edits of an article's findings, in the order in which they are made.
  public func corrections(of article: Int64) throws(LibraryError) -> [Correction] {
    try read { try corrections(of: article, $0) }
  }

  func corrections(of article: Int64, _ database: Database) throws -> [Correction] {
    try Row.fetchAll(
      database,
      sql: "SELECT key, made, edit FROM correction WHERE article = ? ORDER BY id",
      arguments: [article]
    ).map { row in
      let edit = try JSONDecoder().decode(Edit.self, from: Data((row[2] as String).utf8))
      return Correction(id: row[0], made: row[1], edit: edit)
    }
  }

  /// - Returns: Whether it was not there yet.
  func put(_ correction: Correction, of article: Int64, _ database: Database) throws -> Bool {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let edit = String(decoding: try encoder.encode(correction.edit), as: UTF8.self)
    try database.execute(
      sql: "INSERT OR IGNORE INTO correction (key, article, made, edit) VALUES (?, ?, ?, ?)",
      arguments: [correction.id, article, correction.made, edit]
    )
    return database.changesCount > 0
  }
}
