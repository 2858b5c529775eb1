internal import ArgumentParser
internal import Export
internal import Ingest
internal import Library

/// The command `broadsheet feeds`, which is about RSS, Atom and JSON feeds.
struct FeedsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feeds",
    abstract: "Subscribe to feeds, refresh and read them.",
    subcommands: [
      FeedsShow.self, FeedsList.self, FeedsAdd.self, FeedsRemove.self, FeedsEdit.self,
      FeedsRefresh.self,
      FeedsArticles.self, FeedsMark.self, FeedsImport.self, FeedsExport.self,
      FeedsReadCommand.self,
    ],
    defaultSubcommand: FeedsShow.self
  )
}

/// `broadsheet feeds`: the feeds on the screen.
struct FeedsShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Open the feeds on the terminal (the default); without one, list them."
  )

  mutating func run() throws {
    if isTerminal(1), let status = openFeeds() { throw ExitCode(status) }
    var list = FeedsList()
    list.json = false
    try list.run()
  }
}

/// `broadsheet feeds read`: one feed as data.
struct FeedsReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Print a feed as JSON.",
    discussion: """
      Reads RSS in all its versions, Atom and JSON Feed, well-formed or not, and prints {"feed":{"title","link"},\
      "entries":[{"title","link","id","author","published","summary","content"}]}, with what else the feed tells. \
      Dates are ISO 8601 in UTC, summary and content HTML; what the feed does not tell is null.
      """
  )

  @Argument(
    help: ArgumentHelp("The feed, or - for standard input.", valueName: "file|url|-"),
    completion: .file()
  )
  var feed: String

  mutating func run() throws {
    do {
      let argument = withoutFileScheme(rawBytes(of: feed))
      printOut(feedJSON(try loadFeed(ArticleSource(argument: argument))))
    } catch {
      complain(error.description)
      throw ExitCode(1)
    }
  }
}

/// `broadsheet feeds refresh`: for a person or for cron.
struct FeedsRefresh: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refresh",
    abstract: "Ask feeds for what is new.",
    discussion: """
      Asks all feeds, or those named, beside each other and few of one host at a time; what has not changed is not sent \
      again. Prints what is new; what went wrong goes to standard error, and the exit status is 1 then. Fit for cron: \
      broadsheet feeds refresh --quiet.
      """
  )

  @Flag(help: "Print the feeds as JSON.")
  var json = false

  @Flag(help: "Print nothing but what went wrong.")
  var quiet = false

  @Argument(help: ArgumentHelp("Addresses, numbers or titles; none for all.", valueName: "feed"))
  var feeds: [String] = []

  mutating func run() throws {
    try withFeeds { store in
      let wanted = try feeds.isEmpty ? store.feeds() : feeds.map { try store.feed($0) }
      var results: [Int64: RefreshedFeed] = [:]
      try refreshFeeds(wanted, in: store) { results[$0.feed.id] = $0 }
      let failed = results.values.filter { $0.problem != nil }
      if json {
        let now = try store.feeds().filter { results[$0.id] != nil }
        printOut(feedsJSON(now.map { record($0, new: results[$0.id]?.changes.new ?? 0) }))
      } else if !quiet {
        for feed in wanted {
          guard let new = results[feed.id]?.changes.new, new > 0 else { continue }
          printOut("\(new)  \(printable(try store.feed(feed.address).title))\n")
        }
        let new = results.values.reduce(0) { $0 + $1.changes.new }
        let all = counted(wanted.count, "feed")
        let problems = failed.isEmpty ? "" : ", \(failed.count) failed"
        printOut("\(all): \(counted(new, "new article"))\(problems).\n")
      }
      for feed in wanted { if let problem = results[feed.id]?.problem { complain(problem) } }
      guard failed.isEmpty else { throw ExitCode(1) }
    }
  }
}

/// `broadsheet feeds import`.
struct FeedsImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Subscribe to the feeds of an OPML file, in their folders.",
    discussion: "Nothing is fetched; broadsheet feeds refresh does that."
  )

  @Argument(
    help: ArgumentHelp("The list, or - for standard input.", valueName: "file|-"),
    completion: .file()
  )
  var file: String

  mutating func run() throws {
    try withFeeds { store in
      do {
        let argument = withoutFileScheme(rawBytes(of: file))
        let bytes = try readRawBytes(ArticleSource(argument: argument))
        let list = try readOPML(bytes, location: file)
        let counts = try store.take(list, now: timestamp())
        let known = counts.known == 0 ? "" : "; \(counts.known) were there already"
        printOut("\(counted(counts.new, "feed")) taken in\(known).\n")
      } catch let error as IngestError {
        complain(error.description)
        throw ExitCode(1)
      } catch let error as FeedError {
        complain(error.description)
        throw ExitCode(1)
      }
    }
  }
}

/// `broadsheet feeds export`.
struct FeedsExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print the feeds as OPML, with their folders, tags and titles."
  )

  mutating func run() throws {
    try withFeeds { printOut(opml(try $0.subscriptionList())) }
  }
}

/// Calls `body` with the library, which begins here where there is none.
func withFeeds(_ body: (ArticleStore) throws -> Void) throws {
  do {
    try body(ArticleStore(path: ArticleStore.defaultPath(environment)))
  } catch let error as LibraryError {
    complain(error.description)
    throw ExitCode(1)
  }
}

/// "1 feed", "2 feeds".
func counted(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}

func record(_ feed: KeptFeed, new: Int? = nil) -> FeedRecord {
  FeedRecord(
    number: Int(feed.id),
    address: feed.address,
    title: feed.title,
    folders: feed.folders,
    tags: feed.tags,
    count: feed.count,
    unread: feed.unreadCount,
    checked: feed.checked,
    problem: feed.problem,
    new: new
  )
}
