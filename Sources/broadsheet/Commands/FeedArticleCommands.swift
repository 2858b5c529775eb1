internal import ArgumentParser
internal import Export
internal import Library

/// `broadsheet feeds articles`.
struct FeedsArticles: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "articles",
    abstract: "The articles of feeds, the newest first.",
    discussion: """
      A query is written as for broadsheet search, with feed:, folder:, tag: (of the feed), author:, is:unread and \
      is:later beside what that knows: feed:wire ferry is:unread after:2026-01.
      """
  )

  @Flag(help: "Print them as JSON.")
  var json = false

  @Option(help: ArgumentHelp("How many are shown.", valueName: "number"))
  var limit = 100

  @Argument(help: ArgumentHelp("Which; none for all.", valueName: "query"))
  var query: [String] = []

  mutating func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit is a number from 1.") }
  }

  mutating func run() throws {
    try withFeeds { store in
      let entries = try store.entries(queryOrNone(query), limit: limit)
      if json { return printOut(entriesJSON(entries.map(record))) }
      if entries.isEmpty { complain("no article of a feed answers to that.") }
      printOut(entries.map(line).joined())
    }
  }

  private func line(_ entry: ListedEntry) -> String {
    var parts = [printable(entry.title), printable(entry.source)]
    if !entry.isRead { parts.append("unread") }
    if entry.isLater { parts.append("later") }
    let about = (entry.actors + entry.issues).map(printable).joined(separator: ", ")
    if !about.isEmpty { parts.append(about) }
    return "\(entry.id)  \(entry.time.prefix(10))  \(parts.joined(separator: " · "))\n"
  }

  private func record(_ entry: ListedEntry) -> EntryRecord {
    EntryRecord(
      number: Int(entry.id),
      feed: entry.source,
      title: entry.title,
      link: entry.link,
      author: entry.author,
      published: entry.published,
      isRead: entry.isRead,
      isLater: entry.isLater,
      actors: entry.actors,
      issues: entry.issues
    )
  }
}

/// `broadsheet feeds mark`.
struct FeedsMark: ParsableCommand {
  enum Mark: String, ExpressibleByArgument, CaseIterable {
    case read
    case unread
    case later
    case done
  }

  static let configuration = CommandConfiguration(
    commandName: "mark",
    abstract:
      "Mark articles of feeds as read or unread, put them by for later, or be done with them.",
    discussion: "broadsheet feeds mark read feed:wire; broadsheet feeds mark later title:ferry."
  )

  @Argument(help: "read, unread, later or done.")
  var mark: Mark

  @Argument(help: ArgumentHelp("Which, as a query; none for all.", valueName: "query"))
  var query: [String] = []

  mutating func run() throws {
    try withFeeds { store in
      let entries = try store.entries(queryOrNone(query), limit: 1_000_000).map(\.id)
      switch mark {
      case .read: try store.setRead(true, entries: entries)
      case .unread: try store.setRead(false, entries: entries)
      case .later: try store.setLater(true, entries: entries)
      case .done: try store.setLater(false, entries: entries)
      }
      printOut("\(counted(entries.count, "article")).\n")
    }
  }
}

/// What was typed as a query; nil for nothing.
private func queryOrNone(_ words: [String]) throws(LibraryError) -> Query? {
  words.isEmpty ? nil : try Query(words.joined(separator: " "))
}
