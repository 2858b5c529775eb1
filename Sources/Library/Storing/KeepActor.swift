internal import GRDB
internal import Prose

extension ArticleStore {
  /// Finds whom of the library's actors an article's one is, or makes a new one of him.
  func keepActor(
    _ actor: NewsActor,
    _ article: Int64,
    day: Int,
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
        INSERT INTO appearance (actor, article, mentions, roles, day) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (actor, article) DO UPDATE SET mentions = mentions + excluded.mentions
        """
    ).execute(arguments: [id, article, actor.mentions.count, lines(roles), day])
    return id
  }

  /// So many roles are kept of one actor, the first ones.
  static let mostRoles = 20

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
  /// another country, or other roles, unless both are offices of one country. One word names too many
  /// for a person, and so does a name that several of the library's bear: there a country or a role must speak for it.
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
    let likenesses = candidates.map { likeness(of: actor, to: $0) }
    if let row = likenesses.firstIndex(of: .agrees) { return candidates[row] }
    let possible = candidates.indices.filter { row in
      let isNamedSo = actor.kind != .person || folded(candidates[row].name) == name
      return likenesses[row] == .nothingAgainst && isNamedSo && !isShort
    }
    if possible.count == 1 { return candidates[possible[0]] }
    // Whom of several it is nobody can tell: it is one more, of whom as little is known.
    return possible.map { candidates[$0] }.first { $0.country == nil && $0.roles.isEmpty }
  }

  private enum Likeness {
    case agrees
    case nothingAgainst
    case differs
  }

  private func likeness(of actor: NewsActor, to known: KnownActor) -> Likeness {
    let country = actor.country?.letters
    let sameCountry = country != nil && country == known.country
    if !sameCountry, country != nil, known.country != nil { return .differs }
    let words = heads(actor.roles)
    let knownWords = heads(known.roles)
    if !words.isDisjoint(with: knownWords) { return .agrees }
    guard actor.kind == .person else { return sameCountry ? .agrees : .nothingAgainst }
    if words.isEmpty || knownWords.isEmpty { return sameCountry ? .agrees : .nothingAgainst }
    // Who holds an office may have held another one; a singer of the same country is somebody else.
    let bothHoldOffice = !offices.isDisjoint(with: words) && !offices.isDisjoint(with: knownWords)
    return sameCountry && bothHoldOffice ? .agrees : .differs
  }
}

/// Words for offices of state, between which the same people change.
private let offices: Set<String> = [
  "ambassador", "chancellor", "chief", "commissioner", "congressman", "congresswoman", "delegate",
  "deputy", "diplomat", "emperor", "envoy", "governor", "king", "lawmaker", "leader", "legislator",
  "mayor", "minister", "monarch", "negotiator", "official", "parliamentarian", "politician",
  "premier", "president", "prime", "prince", "princess", "queen", "representative", "secretary",
  "senator", "speaker", "spokesman", "spokesperson", "spokeswoman", "statesman", "treasurer",
]

/// What roles are at their heart: of "the former foreign minister of Velia" that is "minister".
///
/// The rest tells nobody apart: a minister and a singer may both be former ones, and both of Velia.
private func heads(_ roles: [String]) -> Set<String> {
  var heads: Set<String> = []
  for role in roles {
    let words = role.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
    let phrase = words.prefix { !prepositions.contains(String($0)) }
    if let head = phrase.last { heads.insert(String(head)) }
  }
  return heads
}

private let prepositions: Set<String> = [
  "of", "for", "in", "at", "to", "from", "on", "with", "by", "under", "between", "who", "which",
  "that", "and",
]
