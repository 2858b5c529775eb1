internal import GRDB

/// A feed that is subscribed to.
public struct KeptFeed: Equatable, Sendable {
  public let id: Int64
  public let address: String
  /// What the reader calls it, else what it calls itself, else its address.
  public let title: String
  public let page: String?
  /// From the outermost inward; the first one where it stands in several.
  public let folders: [String]
  public let tags: [String]
  public let count: Int
  public let unreadCount: Int
  /// When it was last asked for, ISO 8601 in UTC.
  public let checked: String?
  /// Why that came to nothing, in one sentence.
  public let problem: String?
  public let entityTag: String?
  public let lastModified: String?
}

extension ArticleStore {
  /// All feeds, by their folders, in the order in which they came.
  public func feeds() throws(LibraryError) -> [KeptFeed] {
    try read { try feeds($0) }
  }

  func feeds(_ database: Database) throws -> [KeptFeed] {
    var tags: [Int64: [String]] = [:]
    for row in try Row.fetchAll(
      database,
      sql: "SELECT feed, name FROM feedTag ORDER BY feed, place"
    ) {
      tags[row[0], default: []].append(row[1])
    }
    var counts: [Int64: (all: Int, read: Int)] = [:]
    for row in try Row.fetchAll(
      database,
      sql: "SELECT feed, count(*), sum(isRead) FROM entry WHERE feed IS NOT NULL GROUP BY feed"
    ) {
      counts[row[0]] = (row[1], row[2])
    }
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT feed.id, address, coalesce(name, title, address), page, min(placement.id),
          placement.folders, checked, problem, entityTag, lastModified
        FROM feed JOIN placement ON placement.feed = feed.id
        LEFT JOIN feedFolder ON feedFolder.folders = placement.folders
        GROUP BY feed.id ORDER BY feedFolder.id NULLS FIRST, min(placement.id)
        """
    )
    return rows.map { row in
      let id: Int64 = row[0]
      let count = counts[id] ?? (0, 0)
      return KeptFeed(
        id: id,
        address: row[1],
        title: row[2],
        page: row[3],
        folders: words(row[5]),
        tags: tags[id] ?? [],
        count: count.all,
        unreadCount: count.all - count.read,
        checked: row[6],
        problem: row[7],
        entityTag: row[8],
        lastModified: row[9]
      )
    }
  }

  /// The feed of that address, number or title.
  public func feed(_ name: String) throws(LibraryError) -> KeptFeed {
    let all = try feeds()
    let wanted = folded(name)
    let found =
      all.first { $0.address == name } ?? all.first { String($0.id) == name }
      ?? all.first { folded($0.title) == wanted }
    guard let found else { throw .unknownFeed(name) }
    return found
  }
}

/// The words that `lines` put on a line each.
func words(_ lines: String) -> [String] {
  lines.split(separator: "\n").map(String.init)
}
