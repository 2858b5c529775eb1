internal import GRDB

extension ArticleStore {
  /// What rows of `entry` must fulfill to answer to a query.
  func entryClauses(
    _ query: Query?,
    _ database: Database
  ) throws -> (String, StatementArguments) {
    var clauses = ["1"]
    var arguments = StatementArguments()
    guard let query else { return (clauses[0], arguments) }
    for condition in query.conditions {
      guard condition.table != .quotations else {
        throw LibraryError.notAQuery(
          "said: is for the library's articles; broadsheet search finds by it."
        )
      }
      clauses.append(
        """
        entry.id \(not(condition.isNegated))IN
          (SELECT rowid FROM entryText WHERE entryText MATCH ?)
        """
      )
      // Words are looked for in what the feed says, not in what was found in it.
      arguments += [
        condition.table == .words
          ? "{title text author} : (\(condition.expression))" : condition.expression
      ]
    }
    for tag in query.tags {
      let feeds = try feeds(database).filter { $0.tags.contains { folded($0) == tag.name } }
      clauses.append("\(not(tag.isNegated))\(isOf(feeds))")
    }
    for (day, sign) in [(query.after, ">="), (query.before, "<")] {
      guard let day else { continue }
      clauses.append("entry.time \(sign) ?")
      arguments += [day]
    }
    if let isRead = query.isRead {
      clauses.append("entry.isRead = ?")
      arguments += [isRead]
    }
    if let isMarked = query.isMarked {
      clauses.append(
        """
        \(not(!isMarked))EXISTS (SELECT 1 FROM article JOIN highlight ON highlight.article = article.id
          WHERE article.location = entry.link)
        """
      )
    }
    if let isLater = query.isLater {
      clauses.append("entry.isLater = ?")
      arguments += [isLater]
    }
    for origin in query.origins {
      let condition =
        origin.kind == .author
        ? "entry.id IN (SELECT rowid FROM entryText WHERE entryText MATCH ?)"
        : isOf(try feeds(origin, database))
      if origin.kind == .author { arguments += ["author : \(origin.expression)"] }
      clauses.append("\(not(origin.isNegated))\(condition)")
    }
    return (clauses.joined(separator: " AND "), arguments)
  }

  /// What the library's articles must fulfill to come from where a query says, with KEY for their number.
  func originClauses(
    _ query: Query,
    _ database: Database
  ) throws -> ([String], StatementArguments) {
    var clauses: [String] = []
    var arguments = StatementArguments()
    let entries = "SELECT a.id FROM article AS a JOIN entry ON entry.link = a.location WHERE"
    if let isLater = query.isLater {
      clauses.append("KEY \(not(!isLater))IN (\(entries) entry.isLater)")
    }
    for origin in query.origins {
      let sign = not(origin.isNegated)
      if origin.kind == .author {
        clauses.append(
          "KEY \(sign)IN (SELECT id FROM article WHERE instr(lower(byline), lower(?)))"
        )
        arguments += [origin.name]
      } else {
        clauses.append("KEY \(sign)IN (\(entries) \(isOf(try feeds(origin, database))))")
      }
    }
    return (clauses, arguments)
  }

  private func feeds(_ origin: Query.Origin, _ database: Database) throws -> [KeptFeed] {
    let name = folded(origin.name)
    let all = try feeds(database)
    guard origin.kind == .folder else {
      return all.filter { feed in
        folded(feed.title).contains(name) || feed.address == origin.name
          || String(feed.id) == origin.name
      }
    }
    let placements = try Row.fetchAll(database, sql: "SELECT feed, folders FROM placement")
    let inFolder = Set(
      placements.filter { words($0[1]).contains { folded($0).contains(name) } }.map {
        $0[0] as Int64
      }
    )
    return all.filter { inFolder.contains($0.id) }
  }

  private func isOf(_ feeds: [KeptFeed]) -> String {
    "coalesce(entry.feed IN (\(feeds.map { String($0.id) }.joined(separator: ", "))), 0)"
  }

  private func not(_ isNegated: Bool) -> String { isNegated ? "NOT " : "" }
}
