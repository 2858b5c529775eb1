internal import Foundation
internal import GRDB
public import Prose

extension ArticleStore {
  /// Keeps what an analysis has found in an article, in place of what one found before.
  ///
  /// `machine` is the analysis of all of the text, `analyzer` the version of what made it; `document` is the same as a
  /// person has corrected it, by which the article is found.
  public func keepFindings(
    _ machine: Document,
    corrected document: Document? = nil,
    of article: Int64,
    analyzer: Int
  ) throws(LibraryError) {
    let tables = encoded(machine)
    let document = document ?? machine
    try write { database in
      guard
        try Bool.fetchOne(
          database,
          sql: "SELECT bytes = ? FROM article WHERE id = ?",
          arguments: [document.text.count, article]
        ) == true
      else { return }
      try forgetFindings(article, database)
      try database.execute(
        sql: "INSERT INTO analysis (article, analyzer, language, tables) VALUES (?, ?, ?, ?)",
        arguments: [article, analyzer, document.language, Data(tables)]
      )
      let day =
        try String.fetchOne(
          database,
          sql: "SELECT day FROM article WHERE id = ?",
          arguments: [article]
        )
        .flatMap(CalendarDate.init(iso:))?.dayNumber ?? 0
      let actors = try document.allActors.map { try keepActor($0, article, day: day, database) }
      try keepQuotations(document, actors, article, day: day, database)
      try keepIssues(document, actors, article, day: day, database)
      try keepNames(document, article, database)
    }
  }

  /// The analysis of a text as the library has it; nil where it has none, or only that of another analyzer.
  public func analysis(
    of article: Int64,
    text: SourceText,
    analyzer: Int
  ) throws(LibraryError) -> Document? {
    let bytes = try read { database in
      try Row.fetchOne(
        database,
        sql: """
          SELECT tables FROM analysis JOIN article ON article.id = analysis.article
          WHERE analysis.article = ? AND analyzer = ? AND hash = ?
          """,
        arguments: [article, analyzer, contentHash(text)]
      ).flatMap { $0[0] as Data? }
    }
    return bytes.flatMap { decodedDocument(Array($0), of: text) }
  }

  /// The same for the article from a location, whose text it must be.
  public func analysis(
    at location: String,
    text: SourceText,
    analyzer: Int
  ) throws(LibraryError) -> Document? {
    let id = try read { database in
      try Int64.fetchOne(
        database,
        sql: "SELECT id FROM article WHERE location = ?",
        arguments: [location]
      )
    }
    return try id.flatMap { id throws(LibraryError) in
      try analysis(of: id, text: text, analyzer: analyzer)
    }
  }

  private func keepQuotations(
    _ document: Document,
    _ actors: [Int64],
    _ article: Int64,
    day: Int,
    _ database: Database
  ) throws {
    let insert = try database.cachedStatement(
      sql: """
        INSERT INTO quotation (id, actor, speaker, start, "end", day) VALUES (?, ?, ?, ?, ?, ?)
        """
    )
    let index = try database.cachedStatement(
      sql: "INSERT INTO quotationText (rowid, speaker, said) VALUES (?, ?, ?)"
    )
    let names = document.allActors.map { [$0.name] + $0.aliases }
    var places = CodePointWalk(document.text)
    let quotations = document.allQuotations.sorted { $0.range.lowerBound < $1.range.lowerBound }
    for (number, quotation) in quotations.prefix(0x10000).enumerated() {
      let speaker =
        quotation.actor.map { actor in
          names[actor.index].joined(separator: "\n")
        } ?? quotation.source.map(document.string) ?? ""
      let said = document.text.string(in: quotation.range)
      let start = places.offset(quotation.range.lowerBound)
      let id = article << 16 | Int64(number)
      try insert.execute(
        arguments: [
          id, quotation.actor.map { actors[$0.index] }, speaker, start,
          start + said.unicodeScalars.count, day,
        ]
      )
      try index.execute(arguments: [id, speaker, said])
    }
  }

  private func keepIssues(
    _ document: Document,
    _ actors: [Int64],
    _ article: Int64,
    day: Int,
    _ database: Database
  ) throws {
    let insert = try database.cachedStatement(
      sql: """
        INSERT INTO position (article, issue, actor, stance, evidence, by, day)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    )
    for issue in document.allIssues {
      try database.execute(
        sql: "INSERT INTO issue (article, label, folded, by, day) VALUES (?, ?, ?, ?, ?)",
        arguments: [
          article, issue.label, folded(issue.label), issue.isCorrected ? "person" : "machine",
          day,
        ]
      )
      let id = database.lastInsertedRowID
      for position in issue.positions {
        let evidence = position.evidence.map { sentence in
          onOneLine(document.string(document.sentences.tokens[sentence.index]))
        }
        try insert.execute(
          arguments: [
            article, id, actors[position.actor.index], position.stance.rawValue, lines(evidence),
            position.isCorrected ? "person" : "machine", day,
          ]
        )
      }
    }
  }

  /// What articles are found by besides their words.
  private func keepNames(_ document: Document, _ article: Int64, _ database: Database) throws {
    let speakers = Set(document.quotations.actors.compactMap { $0 })
    let names = document.allActors.map { [$0.name] + $0.aliases }
    let actors = lines(names.flatMap { $0 })
    let places = lines(document.allPlaces.flatMap { [$0.name] + $0.aliases })
    let issues = lines(document.allIssues.flatMap { [$0.label] + $0.alsoCalled })
    let speaking = lines(speakers.sorted().flatMap { names[$0.index] })
    let values: StatementArguments = [article, actors, places, issues, speaking]
    try database.execute(
      sql: "INSERT INTO finding (article, actors, places, issues, speakers) VALUES (?, ?, ?, ?, ?)",
      arguments: values
    )
    try database.execute(
      sql:
        "INSERT INTO findingText (rowid, actors, places, issues, speakers) VALUES (?, ?, ?, ?, ?)",
      arguments: values
    )
  }

  /// Takes out what was found in an article, and the actors that are in no other.
  func forgetFindings(_ article: Int64, _ database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO findingText (findingText, rowid, actors, places, issues, speakers)
        SELECT 'delete', article, actors, places, issues, speakers FROM finding WHERE article = ?
        """,
      arguments: [article]
    )
    try database.execute(
      sql: """
        INSERT INTO quotationText (quotationText, rowid, speaker, said)
        SELECT 'delete', id, speaker, said FROM quoted WHERE id BETWEEN ? AND ?
        """,
      arguments: [article << 16, article << 16 | 0xFFFF]
    )
    try database.execute(
      sql: "DELETE FROM quotation WHERE id BETWEEN ? AND ?",
      arguments: [article << 16, article << 16 | 0xFFFF]
    )
    let actors = try Int64.fetchAll(
      database,
      sql: "SELECT actor FROM appearance WHERE article = ?",
      arguments: [article]
    )
    for table in ["position", "issue", "finding", "appearance", "analysis"] {
      try database.execute(sql: "DELETE FROM \(table) WHERE article = ?", arguments: [article])
    }
    for actor in actors {
      try database.execute(
        sql: """
          DELETE FROM actor WHERE id = ?
            AND NOT EXISTS (SELECT 1 FROM appearance WHERE appearance.actor = actor.id)
          """,
        arguments: [actor]
      )
    }
  }
}

/// Counts code points on the way through a text, so that each is counted once.
struct CodePointWalk {
  private let text: SourceText
  private var byte = 0
  private var count = 0

  init(_ text: SourceText) {
    self.text = text
  }

  /// How many code points begin before `offset`, which is not before the last one asked for.
  mutating func offset(_ offset: UInt32) -> Int {
    text.withBytes { bytes in
      while byte < min(Int(offset), bytes.count) {
        byte += bytes[byte] < 0x80 ? 1 : bytes.scalar(at: byte).count
        count += 1
      }
    }
    return count
  }
}

/// A name as it is compared: in small letters, with single spaces.
func folded(_ name: String) -> String {
  onOneLine(name.lowercased())
}

/// A text with each run of white space as one space, and none at its ends.
func onOneLine(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
