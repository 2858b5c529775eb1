internal import Foundation
internal import GRDB
public import Prose

/// What the library has of an article that is being opened.
public struct KeptArticle: Equatable, Sendable {
  public let id: Int64
  /// Where the reader was, in code points.
  public let position: Int
  public let isRead: Bool
  /// In text order, anchored in the text as it is now.
  public let annotations: [Annotation]
  /// The edits of its findings, in the order in which they are made.
  public let corrections: [Correction]
  /// The version of what made the analysis that the library has of this text; nil where it has none.
  public let analyzer: Int?
}

extension ArticleStore {
  /// A text longer than this is kept without its words: what is marked in it is, and where the reader was.
  static let longestText = 8 << 20

  /// Keeps an article as it was read, in place of an older text from the same location, and finds again what was
  /// marked in that.
  ///
  /// `location` is its file's absolute path or its address; nil for what has neither, which goes by its text. `title`
  /// is what it is known by, `now` is ISO 8601 in UTC.
  public func keep(
    _ article: Article,
    blocks: Blocks,
    location: String?,
    title: String,
    now: String
  ) throws(LibraryError) -> KeptArticle {
    let hash = contentHash(article.text)
    let location = location ?? "text:\(hash)"
    return try write { database in
      let known = try Row.fetchOne(
        database,
        sql: "SELECT id, hash FROM article WHERE location = ?",
        arguments: [location]
      )
      let id: Int64
      if let known {
        id = known[0]
        if known[1] as String == hash {
          try database.execute(
            sql: "UPDATE article SET opened = ? WHERE id = ?",
            arguments: [now, id]
          )
          return try kept(id, article.text, isChanged: false, now, database)
        }
        // What was said is quoted from the text, so the text goes last.
        try forgetFindings(id, database)
        try forgetText(id, database)
        try database.execute(
          sql: """
            UPDATE article SET format = ?, title = ?, byline = ?, site = ?, published = ?, day = ?, hash = ?,
              bytes = ?, opened = ? WHERE id = ?
            """,
          arguments: [
            article.format.rawValue, title, lines(article.byline), article.site, article.published,
            day(article, now), hash, article.text.count, now, id,
          ]
        )
      } else {
        try database.execute(
          sql: """
            INSERT INTO article
              (location, format, title, byline, site, published, day, hash, bytes, stored, opened)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            location, article.format.rawValue, title, lines(article.byline), article.site,
            article.published, day(article, now), hash, article.text.count, now, now,
          ]
        )
        id = database.lastInsertedRowID
      }
      try keepText(id, title, article, blocks, database)
      return try kept(id, article.text, isChanged: known != nil, now, database)
    }
  }

  private func keepText(
    _ id: Int64,
    _ title: String,
    _ article: Article,
    _ blocks: Blocks,
    _ database: Database
  ) throws {
    guard article.text.count <= Self.longestText else { return }
    let text = article.text.string
    try database.execute(
      sql: "INSERT INTO content (article, text, blocks) VALUES (?, ?, ?)",
      arguments: [id, text, Data(encoded(blocks))]
    )
    try database.execute(
      sql: "INSERT INTO fullText (rowid, title, text) VALUES (?, ?, ?)",
      arguments: [id, title, text]
    )
  }

  /// Takes an article's text out of the index and the library.
  func forgetText(_ id: Int64, _ database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO fullText (fullText, rowid, title, text)
        SELECT 'delete', id, title, text FROM searchable WHERE id = ?
        """,
      arguments: [id]
    )
    try database.execute(sql: "DELETE FROM content WHERE article = ?", arguments: [id])
  }

  private func kept(
    _ id: Int64,
    _ text: SourceText,
    isChanged: Bool,
    _ now: String,
    _ database: Database
  ) throws -> KeptArticle {
    var annotations = try annotations(of: id, database)
    if isChanged {
      for row in annotations.indices {
        let old = annotations[row]
        if let range = text.range(of: old) {
          let anchor = text.anchor(range)
          annotations[row].start = anchor.start
          annotations[row].end = anchor.end
          annotations[row].isOrphaned = false
        } else {
          annotations[row].isOrphaned = true
        }
        if annotations[row] != old { try place(annotations[row], database) }
      }
      annotations.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    }
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT position, isRead, (SELECT analyzer FROM analysis WHERE article = id) FROM article
        WHERE id = ?
        """,
      arguments: [id]
    )
    return KeptArticle(
      id: id,
      position: row?[0] ?? 0,
      isRead: row?[1] ?? false,
      annotations: annotations,
      corrections: try corrections(of: id, database),
      analyzer: row?[2]
    )
  }
}

/// The day that an article is filed under: its own, or else when it was first read.
private func day(_ article: Article, _ now: String) -> String {
  article.published.flatMap(CalendarDate.init(iso:))?.iso ?? String(now.prefix(10))
}

/// Words on a line each.
func lines(_ words: [String]) -> String {
  words.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }.joined(separator: "\n")
}

/// 128 bits of a text, as hexadecimal digits: two runs of FNV-1a, the second over the bytes and their places.
///
/// They tell texts apart that differ by chance; nothing is proved by them.
func contentHash(_ text: SourceText) -> String {
  text.withBytes { bytes in
    var first: UInt64 = 0xCBF2_9CE4_8422_2325
    var second: UInt64 = 0x9AE1_6A3B_2F90_404F
    for (place, byte) in bytes.enumerated() {
      first = (first ^ UInt64(byte)) &* 0x100_0000_01B3
      second =
        (second ^ UInt64(byte) ^ UInt64(truncatingIfNeeded: place) << 8) &* 0x9E37_79B9_7F4A_7C15
      second ^= second >> 29
    }
    return hexadecimal(first) + hexadecimal(second)
  }
}

private func hexadecimal(_ number: UInt64) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
