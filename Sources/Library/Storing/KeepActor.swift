internal import GRDB
internal import Prose

extension ArticleStore {
  /// Finds whom of the library's actors an article's one is, or makes a new one of him.
  func keepActor(
    _ actor: NewsActor,
    _ article: Int64,
    _ database: Database
  ) throws -> Int64 {
    let known = try identify(actor, database)
    let roles = actor.roles
    let id: Int64
    if let known {
      id = known.id
      let all = (known.roles + roles.filter { !known.roles.contains($0) }).prefix(Self.mostRoles)
      try database.execute(
        sql: "UPDATE actor SET country = coalesce(country, ?), roles = ? WHERE id = ?",
        arguments: [actor.country?.letters, lines(Array(all)), id]
      )
    } else {
      try database.execute(
        sql: "INSERT INTO actor (name, kind, country, roles) VALUES (?, ?, ?, ?)",
        arguments: [
          actor.name, actor.kind.rawValue, actor.country?.letters,
          lines(Array(roles.prefix(Self.mostRoles))),
        ]
      )
      id = database.lastInsertedRowID
    }
    let name = try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO actorName (name, actor) VALUES (?, ?)"
    )
    for form in [actor.name] + actor.aliases { try name.execute(arguments: [folded(form), id]) }
    try database.cachedStatement(
      sql: """
        INSERT INTO appearance (actor, article, mentions, roles) VALUES (?, ?, ?, ?)
        ON CONFLICT (actor, article) DO UPDATE SET mentions = mentions + excluded.mentions
        """
    ).execute(arguments: [id, article, actor.mentions.count, lines(roles)])
    return id
  }

  /// So many roles are kept of one actor, the first ones.
  private static let mostRoles = 20

  private struct KnownActor {
    let id: Int64
    let name: String
    let kind: String
    let country: String?
    let roles: [String]
  }

  /// The library's actor whose name, kind, country and roles agree with an article's one.
  ///
  /// A state is known by its country. Of others the full name must be the same, and nothing may speak against it:
  /// another country, or roles that share no word. One word names too many for a person: there a country or a
  /// role must speak for it.
  private func identify(_ actor: NewsActor, _ database: Database) throws -> KnownActor? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT actor.id, actor.name, actor.kind, actor.country, actor.roles
        FROM actorName JOIN actor ON actor.id = actorName.actor
        WHERE actorName.name = ? AND actor.kind = ? ORDER BY actor.id LIMIT 100
        """
    )
    let name = folded(actor.name)
    let candidates = try Row.fetchAll(statement, arguments: [name, actor.kind.rawValue])
      .map { row in
        KnownActor(
          id: row[0],
          name: row[1],
          kind: row[2],
          country: row[3],
          roles: (row[4] as String).split(separator: "\n").map(String.init)
        )
      }
    let isShort = actor.kind == .person && !name.contains(" ")
    let country = actor.country?.letters
    let words = contentWords(actor.roles)
    return candidates.first { known in
      let sameCountry = country != nil && country == known.country
      if !sameCountry, country != nil, known.country != nil { return false }
      let knownWords = contentWords(known.roles)
      let sharesRole = !words.isDisjoint(with: knownWords)
      if isShort || actor.kind == .person && folded(known.name) != name {
        return sharesRole || sameCountry
      }
      if actor.kind == .person, !words.isEmpty, !knownWords.isEmpty {
        return sharesRole || sameCountry
      }
      return true
    }
  }
}

/// The words of roles that tell one from another.
private func contentWords(_ roles: [String]) -> Set<String> {
  Set(
    roles.flatMap { role in
      role.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }.filter { $0.count > 3 }
  )
}
