internal import GRDB

/// The articles that answer to a query, the newest first, one by one: what is not asked for is not looked for.
///
/// Each index gives its rows in descending order; they are stepped through side by side, and the one that is far behind
/// jumps. So neither a common word nor a common name is gone through as a whole while the other one is rare.
struct Answers {
  private var wanted: [Row]
  private var unwanted: [Row]
  /// What each answer must be one of, beside the indexes.
  private let sets: [(ids: Set<Int64>, isNegated: Bool)]
  private let filter: (statement: Statement, arguments: StatementArguments)?

  init(_ query: Query, _ store: ArticleStore, _ database: Database) throws {
    guard !query.hasShortBeginning else {
      throw LibraryError.notAQuery(
        "A beginning so short has too many words: write three letters before the *."
      )
    }
    wanted = []
    unwanted = []
    for condition in query.conditions {
      let row = try Row(condition, database)
      if condition.isNegated { unwanted.append(row) } else { wanted.append(row) }
    }
    var sets: [(ids: Set<Int64>, isNegated: Bool)] = []
    func add(_ sql: String, _ arguments: StatementArguments, isNegated: Bool = false) throws {
      sets.append((try Int64.fetchSet(database, sql: sql, arguments: arguments), isNegated))
    }
    for tag in query.tags {
      try add("SELECT article FROM tag WHERE name = ?", [tag.name], isNegated: tag.isNegated)
    }
    if let isMarked = query.isMarked {
      try add("SELECT DISTINCT article FROM highlight", [], isNegated: !isMarked)
    }
    let (origins, names) = try store.originClauses(query, database)
    if !origins.isEmpty {
      let clauses = origins.map { $0.split(separator: "KEY", omittingEmptySubsequences: false) }
        .map { $0.joined(separator: "article.id") }
      try add("SELECT id FROM article WHERE \(clauses.joined(separator: " AND "))", names)
    }
    var clauses: [String] = []
    var arguments = StatementArguments()
    for (day, sign) in [(query.after, ">="), (query.before, "<")] {
      guard let day else { continue }
      clauses.append("day \(sign) ?")
      arguments += [day]
    }
    if !clauses.isEmpty {
      let days = clauses.joined(separator: " AND ")
      let few = try Int64.fetchAll(
        database,
        sql: "SELECT id FROM article WHERE \(days) LIMIT \(Self.mostAtOnce + 1)",
        arguments: arguments
      )
      if few.count <= Self.mostAtOnce {
        sets.append((Set(few), false))
        (clauses, arguments) = ([], [])
      }
    }
    if let isRead = query.isRead {
      let few = try Int64.fetchAll(
        database,
        sql: "SELECT id FROM article WHERE isRead = ? LIMIT \(Self.mostAtOnce + 1)",
        arguments: [isRead]
      )
      if few.count <= Self.mostAtOnce {
        sets.append((Set(few), false))
      } else {
        clauses.append("isRead = ?")
        arguments += [isRead]
      }
    }
    self.sets = sets
    let condition = clauses.joined(separator: " AND ")
    // Where no index says where to begin, it is the shortest set, or else all articles.
    if wanted.isEmpty,
      let least = sets.filter({ !$0.isNegated }).min(by: { $0.ids.count < $1.ids.count })
    {
      wanted.append(Row(least.ids.sorted(by: >)))
    }
    if wanted.isEmpty {
      let all = "SELECT id FROM article\(clauses.isEmpty ? "" : " WHERE \(condition)")"
      wanted.append(
        Row(try Int64.fetchCursor(database, sql: all + " ORDER BY id DESC", arguments: arguments))
      )
      filter = nil
    } else if clauses.isEmpty {
      filter = nil
    } else {
      filter = (
        try database.cachedStatement(sql: "SELECT 1 FROM article WHERE id = ? AND \(condition)"),
        arguments
      )
    }
  }

  /// So many articles of some days, or that are read, are looked up at once; more are looked at one by one.
  private static let mostAtOnce = 20_000

  mutating func next() throws -> Int64? {
    guard var candidate = try wanted[0].next() else { return nil }
    var row = 1
    while true {
      while row < wanted.count {
        guard let here = try wanted[row].move(to: candidate) else { return nil }
        if here < candidate {
          guard let first = try wanted[0].move(to: here) else { return nil }
          candidate = first
          row = 1
        } else {
          row += 1
        }
      }
      if try answers(candidate) { return candidate }
      guard let after = try wanted[0].next() else { return nil }
      candidate = after
      row = 1
    }
  }

  private mutating func answers(_ id: Int64) throws -> Bool {
    for set in sets where set.ids.contains(id) == set.isNegated { return false }
    for row in unwanted.indices where try unwanted[row].move(to: id) == id { return false }
    guard let filter else { return true }
    return try Bool.fetchOne(filter.statement, arguments: [id] + filter.arguments) ?? false
  }

  mutating func prefix(_ count: Int) throws -> [Int64] {
    var ids: [Int64] = []
    while ids.count < count, let id = try next() { ids.append(id) }
    return ids
  }
}

extension Answers {
  /// The articles that one condition asks for, in descending order.
  private struct Row {
    private enum Source {
      case index(Query.Condition, Database)
      case list
    }

    private let source: Source
    private var cursor: FastDatabaseValueCursor<Int64>?
    private var list: ArraySlice<Int64> = []
    private var current: Int64?
    private var isBegun = false

    /// After so many steps a jump costs less than the rest of the way.
    private static let longestWalk = 200

    init(_ condition: Query.Condition, _ database: Database) throws {
      source = .index(condition, database)
      cursor = try Self.cursor(condition, database, from: nil)
    }

    init(_ cursor: FastDatabaseValueCursor<Int64>) {
      source = .list
      self.cursor = cursor
    }

    init(_ list: [Int64]) {
      source = .list
      self.list = list[...]
    }

    private static func cursor(
      _ condition: Query.Condition,
      _ database: Database,
      from start: Int64?
    ) throws -> FastDatabaseValueCursor<Int64> {
      let (table, key, last) =
        switch condition.table {
        case .words: ("fullText", "rowid", start)
        case .names: ("findingText", "rowid", start)
        case .quotations: ("quotationText", "rowid >> 16", start.map { $0 << 16 | 0xFFFF })
        }
      var sql = "SELECT \(key) FROM \(table) WHERE \(table) MATCH ?"
      var arguments: StatementArguments = [condition.expression]
      if let last {
        sql += " AND rowid <= ?"
        arguments += [last]
      }
      return try Int64.fetchCursor(
        database,
        sql: sql + " ORDER BY rowid DESC",
        arguments: arguments
      )
    }

    /// The next article; several rows of one are one.
    mutating func next() throws -> Int64? {
      isBegun = true
      let last = current
      repeat {
        current = try cursor?.next() ?? list.popFirst()
      } while current != nil && current == last
      return current
    }

    /// The first article that is not newer than `id`.
    mutating func move(to id: Int64) throws -> Int64? {
      if !isBegun { _ = try next() }
      var steps = 0
      while let here = current, here > id {
        steps += 1
        if steps > Self.longestWalk, case .index(let condition, let database) = source {
          cursor = try Self.cursor(condition, database, from: id)
          steps = 0
        }
        _ = try next()
      }
      return current
    }
  }
}
