internal import ArgumentParser
internal import Export
internal import Fetch
internal import Ingest
internal import Library
internal import Prose

/// `broadsheet feeds list`.
struct FeedsList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "The feeds by their folders: number, unread and all articles, title, tags."
  )

  @Flag(help: "Print them as JSON.")
  var json = false

  mutating func run() throws {
    try withFeeds { store in
      let feeds = try store.feeds()
      if json { return printOut(feedsJSON(feeds.map { record($0) })) }
      if feeds.isEmpty {
        complain(
          "there are no feeds yet; broadsheet feeds add ADDRESS subscribes, and import takes OPML."
        )
      }
      var folders: [String] = []
      for feed in feeds {
        if feed.folders != folders {
          folders = feed.folders
          printOut("\(printable(folders.joined(separator: " / ")))\n")
        }
        let tags = feed.tags.map { "#" + printable($0) }.joined(separator: " ")
        let problem = feed.problem == nil ? "" : "failed"
        let parts = [printable(feed.title), tags, problem].filter { !$0.isEmpty }
        let indent = folders.isEmpty ? "" : "  "
        printOut(
          "\(indent)\(feed.id)  \(feed.unreadCount)/\(feed.count)  \(parts.joined(separator: " · "))\n"
        )
      }
    }
  }
}

/// `broadsheet feeds add`.
struct FeedsAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Subscribe to feeds.",
    discussion:
      "The address of a page will do where the page names its feed. What cannot be read is not added."
  )

  @Option(help: ArgumentHelp("The folder; one within another as News/Ports.", valueName: "folder"))
  var folder = ""

  @Option(help: ArgumentHelp("What it is called, else what it calls itself.", valueName: "title"))
  var title: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("A tag; may be given often.", valueName: "tag")
  )
  var tag: [String] = []

  @Argument(help: ArgumentHelp("Addresses.", valueName: "address"))
  var addresses: [String]

  mutating func run() throws {
    var hasFailed = false
    try withFeeds { store in
      for address in addresses {
        do {
          try add(address, to: store)
        } catch let error as OpeningError {
          complain(error.description)
          hasFailed = true
        }
      }
    }
    if hasFailed { throw ExitCode(1) }
  }

  private func add(_ address: String, to store: ArticleStore) throws {
    let (fetched, feed) = try findFeed(address)
    let subscription = Subscription(
      fetched.movedTo ?? fetched.request,
      title: title,
      page: feed.link,
      folders: folderNames(folder),
      tags: tag
    )
    let (id, isNew) = try store.subscribe(subscription, now: timestamp())
    let changes = try store.take([feedAnswer(id, feed, fetched.answer)], now: timestamp())
    let kept = try store.feed(String(id))
    printOut(
      """
      \(isNew ? "Subscribed to" : "Already there:") \(printable(kept.title)) (\(id)), \
      \(counted(changes.first?.new ?? 0, "new article")).\n
      """
    )
  }
}

/// A folder's path as its names.
func folderNames(_ path: String) -> [String] { path.split(separator: "/").map(String.init) }

/// The feed at an address, or the first one that the page there names.
private func findFeed(
  _ address: String
) throws(OpeningError) -> ((answer: Fetched, request: String, movedTo: String?), Feed) {
  var address = address.contains("://") ? address : "https://\(address)"
  for isPage in [true, false] {
    let fetched: Fetched
    do {
      fetched = try fetch(FetchRequest(address, kind: .feed), userAgent: userAgent)
    } catch {
      throw .unfetched(error)
    }
    do {
      let feed = try readFeed(
        fetched.body,
        location: address,
        charset: fetched.charset,
        base: fetched.address
      )
      return ((fetched, address, fetched.movedTo), feed)
    } catch {
      guard isPage, case .page(_, let feeds) = error, let first = feeds.first else {
        throw .unreadableFeed(error)
      }
      address = first
    }
  }
  throw .unfetched(FetchError(address, .notAnAddress))
}

/// `broadsheet feeds remove`.
struct FeedsRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "End subscriptions.",
    discussion: "Their articles go too, but not those that were put by for later."
  )

  @Argument(help: ArgumentHelp("Addresses, numbers or titles.", valueName: "feed"))
  var feeds: [String]

  mutating func run() throws {
    try withFeeds { store in
      let found = try feeds.map { try store.feed($0) }
      for feed in found { try store.unsubscribe(feed.id) }
    }
  }
}

/// `broadsheet feeds edit`.
struct FeedsEdit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Give a feed another title, folder or tags."
  )

  @Option(help: ArgumentHelp("What it is called; empty for its own.", valueName: "title"))
  var title: String?

  @Option(help: ArgumentHelp("The folder, as News/Ports; empty for none.", valueName: "folder"))
  var folder: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("A tag to give it; may be given often.", valueName: "tag")
  )
  var tag: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("A tag to take from it; may be given often.", valueName: "tag")
  )
  var untag: [String] = []

  @Argument(help: ArgumentHelp("Its address, number or title.", valueName: "feed"))
  var feed: String

  mutating func run() throws {
    try withFeeds { store in
      let id = try store.feed(feed).id
      if let title { try store.renameFeed(id, title.isEmpty ? nil : title) }
      if let folder { try store.moveFeed(id, to: folderNames(folder)) }
      try store.setTags(id, add: tag, remove: untag)
    }
  }
}
