internal import GRDB
public import Prose

extension ArticleStore {
  /// Where what a query looks for stands in an article; nil where nothing of its text answers to it.
  public func passage(of query: Query, in id: Int64) throws(LibraryError) -> TextAnchor? {
    try read { try passage(of: query, in: id, $0) }
  }

  private func passage(
    of query: Query,
    in id: Int64,
    _ database: Database
  ) throws -> TextAnchor? {
    for condition in query.conditions where !condition.isNegated {
      let passage =
        switch condition.table {
        case .words: try wordPassage(condition.expression, id, database)
        case .quotations: try quotationPassage(condition.expression, id, database)
        case .names: try namePassage(condition.expression, id, database)
        }
      if let passage { return passage }
    }
    return nil
  }

  /// The match that the snippet begins with, where it stands in the whole text.
  private func wordPassage(
    _ expression: String,
    _ id: Int64,
    _ database: Database
  ) throws -> TextAnchor? {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT highlight(fullText, 1, ?, ?), snippet(fullText, 1, ?, ?, '', 24)
        FROM fullText WHERE fullText MATCH ? AND rowid = ?
        """,
      arguments: [
        Self.opening, Self.closing, Self.opening, Self.closing, expression, id,
      ]
    )
    guard let row, let whole = row[0] as String?, let snippet = row[1] as String? else {
      return nil
    }
    return anchor(of: Array(snippet.unicodeScalars), in: Array(whole.unicodeScalars))
  }

  /// The first passage between the signs in `part`, where that stands in `whole`, in which the signs are no text.
  private func anchor(of part: [Unicode.Scalar], in whole: [Unicode.Scalar]) -> TextAnchor? {
    let opening = Self.opening.unicodeScalars.first
    let closing = Self.closing.unicodeScalars.first
    guard let first = part.first, let inside = part.firstIndex(where: { $0 == opening }) else {
      return nil
    }
    var place = whole.startIndex
    while place + part.count <= whole.count {
      if whole[place] == first, whole[place..<place + part.count].elementsEqual(part) { break }
      place += 1
    }
    guard place + part.count <= whole.count else { return nil }
    let start = place + inside
    let signs = whole[..<start].count { $0 == opening || $0 == closing }
    let quote = whole[(start + 1)...].prefix { $0 != closing }
    func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars.filter { $0 != opening && $0 != closing })
      return String(view)
    }
    return TextAnchor(
      quote: text(quote),
      prefix: text(whole[max(0, start - 32)..<start]),
      suffix: text(whole[min(whole.count, start + 2 + quote.count)...].prefix(32)),
      start: start - signs,
      end: start - signs + quote.count
    )
  }

  private func quotationPassage(
    _ expression: String,
    _ id: Int64,
    _ database: Database
  ) throws -> TextAnchor? {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT quotation.start, quotation."end", content.text FROM quotation
        JOIN content ON content.article = quotation.id >> 16 WHERE quotation.id =
          (SELECT min(rowid) FROM quotationText WHERE quotationText MATCH ? AND rowid BETWEEN ? AND ?)
        """,
      arguments: [expression, id << 16, id << 16 | 0xFFFF]
    )
    guard let row else { return nil }
    let text = SourceText(row[2] as String)
    let start = text.byte(ofCodePoint: row[0])
    let end = text.byte(ofCodePoint: row[1])
    return start < end ? text.anchor(start..<end) : nil
  }

  /// Where the name that answers to it stands first.
  private func namePassage(
    _ expression: String,
    _ id: Int64,
    _ database: Database
  ) throws -> TextAnchor? {
    let columns = (0..<4).map { "highlight(findingText, \($0), ?, ?)" }.joined(separator: ", ")
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT text, \(columns) FROM findingText JOIN content ON content.article = findingText.rowid
        WHERE findingText MATCH ? AND findingText.rowid = ?
        """,
      arguments: StatementArguments(
        (0..<4).flatMap { _ in [Self.opening, Self.closing] } + [expression]
      ) + [id]
    )
    guard let row else { return nil }
    let text = SourceText(row[0] as String)
    for column in 1...4 {
      for line in ((row[column] as String?) ?? "").split(separator: "\n")
      where line.contains(Self.opening) {
        let name = String(line.filter { !(Self.opening + Self.closing).contains($0) })
        let anchor = TextAnchor(quote: name, start: 0, end: 0)
        if let range = text.range(of: anchor) { return text.anchor(range) }
      }
    }
    return nil
  }

  /// Signs that stand in no text, around what answers to a query.
  static let opening = "\u{2}"
  static let closing = "\u{3}"

  /// The words around what answers to a query, to be shown in a list; where nothing does, the beginning.
  func snippet(of id: Int64, _ query: Query, _ database: Database) throws -> [Hit.Piece] {
    for condition in query.conditions where !condition.isNegated {
      let sql: String
      switch condition.table {
      case .words:
        sql = """
          SELECT snippet(fullText, 1, ?, ?, '…', 24) FROM fullText
          WHERE fullText MATCH ? AND rowid = ?
          """
      case .quotations:
        sql = """
          SELECT snippet(quotationText, 1, ?, ?, '…', 24) FROM quotationText
          WHERE quotationText MATCH ?
            AND rowid BETWEEN ?4 << 16 AND ?4 << 16 | 65535 ORDER BY rowid LIMIT 1
          """
      case .names:
        guard let passage = try namePassage(condition.expression, id, database) else { continue }
        return around(passage)
      }
      let text = try String.fetchOne(
        try database.cachedStatement(sql: sql),
        arguments: [Self.opening, Self.closing, condition.expression, id]
      )
      if let text { return pieces(text) }
    }
    let beginning = try String.fetchOne(
      try database.cachedStatement(
        sql: "SELECT substr(text, 1, 240) FROM content WHERE article = ?"
      ),
      arguments: [id]
    )
    return pieces(beginning ?? "")
  }

  private func around(_ passage: TextAnchor) -> [Hit.Piece] {
    pieces("…\(passage.prefix)\(Self.opening)\(passage.quote)\(Self.closing)\(passage.suffix)…")
  }

  private func pieces(_ text: String) -> [Hit.Piece] {
    var pieces: [Hit.Piece] = []
    var piece = ""
    var isMatch = false
    func end(_ next: Bool) {
      if !piece.isEmpty { pieces.append(Hit.Piece(text: piece, isMatch: isMatch)) }
      piece = ""
      isMatch = next
    }
    for character in text {
      switch character {
      case "\u{2}": end(true)
      case "\u{3}": end(false)
      case let space where space.isWhitespace:
        if piece.last != " " { piece.append(" ") }
      default: piece.append(character)
      }
    }
    end(false)
    return pieces
  }
}
