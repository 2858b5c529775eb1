internal import GRDB

extension ArticleStore {
  /// Notes where the reader is in an article, in code points, and how much longer it was read.
  public func notePosition(
    _ position: Int,
    of article: Int64,
    secondsMore: Double = 0
  ) throws(LibraryError) {
    try write { database in
      try database.execute(
        sql: "UPDATE article SET position = ?, seconds = seconds + ? WHERE id = ?",
        arguments: [position, max(0, secondsMore), article]
      )
    }
  }

  public func setRead(_ isRead: Bool, of article: Int64) throws(LibraryError) {
    try write { database in
      try database.execute(
        sql: "UPDATE article SET isRead = ? WHERE id = ?",
        arguments: [isRead, article]
      )
    }
  }

  public func addTag(_ name: String, to article: Int64) throws(LibraryError) {
    try write { database in
      try database.execute(
        sql: "INSERT OR IGNORE INTO tag (name, article) VALUES (?, ?)",
        arguments: [folded(name), article]
      )
    }
  }

  public func removeTag(_ name: String, from article: Int64) throws(LibraryError) {
    try write { database in
      try database.execute(
        sql: "DELETE FROM tag WHERE name = ? AND article = ?",
        arguments: [folded(name), article]
      )
    }
  }

  func tags(of article: Int64, _ database: Database) throws -> [String] {
    try String.fetchAll(
      database,
      sql: "SELECT name FROM tag WHERE article = ? ORDER BY name",
      arguments: [article]
    )
  }

  /// Takes an article out with all that was marked and found in it, so that no byte of it stays in the file.
  ///
  /// The indexes are written anew for that, which takes seconds in a large library; copies made before a change of
  /// the library's form, which would hold the article still, are deleted.
  public func forget(_ article: Int64) throws(LibraryError) {
    try write { database in
      let actors = try Int64.fetchAll(
        database,
        sql: "SELECT actor FROM appearance WHERE article = ?",
        arguments: [article]
      )
      try forgetFindings(article, database)
      for actor in actors { try recountRoles(of: actor, database) }
      try forgetText(article, database)
      // What a feed had of it is the same text.
      let entries = "SELECT id FROM entry WHERE link = (SELECT location FROM article WHERE id = ?)"
      for table in ["entryText WHERE rowid", "entry WHERE id"] {
        try database.execute(sql: "DELETE FROM \(table) IN (\(entries))", arguments: [article])
      }
      try database.execute(sql: "DELETE FROM article WHERE id = ?", arguments: [article])
      // A deleted row's words stay in an index until its parts are merged.
      for index in ["fullText", "findingText", "quotationText", "entryText"] {
        try database.execute(sql: "INSERT INTO \(index) (\(index)) VALUES ('optimize')")
      }
    }
    do {
      try connection.vacuum()
    } catch {
      throw LibraryError(error, path: path)
    }
    try tidy()
    for step in SchemaStep.all { deleteFile("\(path).before-\(step.name)") }
  }

  /// Leaves an actor those roles alone that the articles tell in which the actor still appears.
  private func recountRoles(of actor: Int64, _ database: Database) throws {
    var roles: [String] = []
    let all = try String.fetchAll(
      database,
      sql: "SELECT DISTINCT roles FROM appearance WHERE actor = ? ORDER BY article",
      arguments: [actor]
    )
    for role in all.flatMap({ $0.split(separator: "\n").map(String.init) })
    where !roles.contains(role) && roles.count < Self.mostRoles {
      roles.append(role)
    }
    try database.execute(
      sql: "UPDATE actor SET roles = ? WHERE id = ?",
      arguments: [lines(roles), actor]
    )
  }
}
