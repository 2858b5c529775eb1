internal import Analysis
internal import Fetch
internal import Ingest
internal import Library
internal import Prose
internal import Reader
internal import Synchronization
internal import Terminal

/// Works on the feeds beside the loop: what is asked of the library in order, a refresh beside that.
final class FeedDesk: Sendable {
  private struct Work {
    var jobs: [@Sendable () -> Void] = []
    var isBusy = false
    var store: ArticleStore?
  }

  private let queue: EventQueue
  private let work = Mutex(Work())
  private let isRefreshing = Atomic<Bool>(false)
  private let isStopped = Atomic<Bool>(false)
  /// Raised with each list, so that an older one is no longer looked into.
  private let listNumber = Atomic<Int>(0)

  init(queue: EventQueue) {
    self.queue = queue
  }

  // MARK: What the loop asks for

  func loadFeeds() {
    attempt { desk, store throws(LibraryError) in try desk.post(feedsOf: store) }
  }

  func loadEntries(_ query: String) {
    let number = listNumber.add(1, ordering: .relaxed).newValue
    attempt { desk, store throws(LibraryError) in
      let entries = try store.entries(query.isEmpty ? nil : Query(query))
      desk.queue.post(.entries(query: query, entries.map(feedArticle)))
      for entry in entries.prefix(mostAnalyzed) where entry.analyzer != analyzerVersion {
        guard desk.listNumber.load(ordering: .relaxed) == number else { return }
        guard let kept = try store.entry(entry.id), let article = article(kept) else { continue }
        let about = about(analyzed(article))
        try store.keepAbout(entry.id, about, analyzer: analyzerVersion)
        desk.queue.post(.about(entry: entry.id, words(of: about)))
      }
    }
  }

  func setRead(_ isRead: Bool, _ entries: [Int64]) {
    attempt { _, store throws(LibraryError) in try store.setRead(isRead, entries: entries) }
  }

  func setLater(_ isLater: Bool, _ entry: Int64) {
    attempt { _, store throws(LibraryError) in try store.setLater(isLater, entries: [entry]) }
  }

  func markRead(_ query: String) {
    attempt { desk, store throws(LibraryError) in
      let entries = try store.entries(Query(query), limit: 1_000_000).filter { !$0.isRead }
      try store.setRead(true, entries: entries.map(\.id))
      try desk.post(feedsOf: store)
      desk.queue.post(.told("\(counted(entries.count, "article")) marked as read.", isError: false))
    }
  }

  /// Keeps what the analysis of a whole article found for the lists that it stands in.
  func keepAbout(_ entry: Int64, _ document: Document) {
    attempt { desk, store throws(LibraryError) in
      let about = about(document)
      try store.keepAbout(entry, about, analyzer: analyzerVersion)
      desk.queue.post(.about(entry: entry, words(of: about)))
    }
  }

  /// How an article of a feed is loaded: from its page where the feed has no more than a snippet.
  func loading(_ entry: Int64, prefersPage: Bool) -> FetchDesk.Loading {
    { [self] goesOn throws(OpeningError) in
      try load(entry, prefersPage: prefersPage, goesOn)
    }
  }

  private func load(
    _ entry: Int64,
    prefersPage: Bool,
    _ goesOn: (FetchProgress) -> Bool
  ) throws(OpeningError) -> Article {
    guard let kept = try kept(entry) else { throw .library(.unknownArticle(String(entry))) }
    let own = article(kept)
    if let own, !prefersPage, own.text.count >= longestSnippet { return own }
    guard let link = kept.listed.link else {
      guard let own else { throw .library(.unknownArticle(kept.listed.title)) }
      return own
    }
    do {
      let page = try fetchArticle(link, goesOn: goesOn)
      guard let own, own.text.count > page.text.count else { return page }
      return own
    } catch {
      if case .unfetched(let cause) = error, cause.cause == .cancelled { throw error }
      guard let own else { throw error }
      queue.post(.told("Only what the feed has of it: \(error.description)", isError: true))
      return own
    }
  }

  private func kept(_ entry: Int64) throws(OpeningError) -> KeptEntry? {
    do {
      return try store().entry(entry)
    } catch {
      throw .library(error)
    }
  }

  // MARK: Refreshing

  /// Asks feeds for what is new, all where none is named.
  func refresh(_ wanted: [Int64]) {
    guard isRefreshing.compareExchange(expected: false, desired: true, ordering: .relaxed).exchanged
    else {
      queue.post(.told("The feeds are being asked already; Escape stops that.", isError: false))
      return
    }
    isStopped.store(false, ordering: .relaxed)
    let isStarted = runInBackground { [self] in
      runRefresh(wanted)
      isRefreshing.store(false, ordering: .relaxed)
    }
    if !isStarted { isRefreshing.store(false, ordering: .relaxed) }
  }

  /// - Returns: Whether something was under way.
  func stop() -> Bool {
    guard isRefreshing.load(ordering: .relaxed) else { return false }
    isStopped.store(true, ordering: .relaxed)
    return true
  }

  private func runRefresh(_ wanted: [Int64]) {
    var new = 0
    var problems: [String] = []
    do {
      let store = try store()
      let feeds = try store.feeds().filter { wanted.isEmpty || wanted.contains($0.id) }
      var told = -1
      try refreshFeeds(feeds, in: store) { done in
        if done != told {
          told = done
          queue.post(
            .told(
              "\(done) of \(counted(feeds.count, "feed")) asked; Escape stops that.",
              isError: false
            )
          )
        }
        return !isStopped.load(ordering: .relaxed)
      } handOn: { feed in
        new += feed.changes.new
        if let problem = feed.problem { problems.append(problem) }
      }
      try post(feedsOf: store)
      let more = problems.count > 1 ? " (\(problems.count - 1) more failed)" : ""
      let failed = problems.first.map { " " + $0 + more } ?? ""
      let stopped = isStopped.load(ordering: .relaxed) ? "Stopped: " : ""
      queue.post(
        .told("\(stopped)\(counted(new, "new article")).\(failed)", isError: !problems.isEmpty)
      )
    } catch {
      queue.post(.told("\(error)", isError: true))
    }
  }

  // MARK: The library

  /// Waits until all is kept, but no longer than some seconds.
  func finish() {
    listNumber.add(1, ordering: .relaxed)
    isStopped.store(true, ordering: .relaxed)
    for _ in 0..<3000 {
      let isIdle = work.withLock { !$0.isBusy }
      if isIdle, !isRefreshing.load(ordering: .relaxed) { return }
      broadsheetPause()
    }
  }

  private func post(feedsOf store: ArticleStore) throws(LibraryError) {
    let feeds = try store.feeds()
    guard !feeds.isEmpty else { return queue.post(.feeds([])) }
    let unread = feeds.reduce(0) { $0 + $1.unreadCount }
    let later = try store.entries(Query("is:later"))
    let queries = [
      FeedRow(feed: nil, title: "Unread", query: "is:unread", count: unread, unread: unread),
      FeedRow(
        feed: nil,
        title: "For later",
        query: "is:later",
        count: later.count,
        unread: later.count { !$0.isRead }
      ),
    ]
    queue.post(.feeds(queries + feeds.map(feedRow)))
  }

  private func store() throws(LibraryError) -> ArticleStore {
    if let store = work.withLock({ $0.store }) { return store }
    let store = try ArticleStore(path: ArticleStore.defaultPath(environment))
    work.withLock { $0.store = store }
    return store
  }

  private func attempt(
    _ body: @escaping @Sendable (FeedDesk, ArticleStore) throws(LibraryError) -> Void
  ) {
    let job: @Sendable () -> Void = { [self] in
      do throws(LibraryError) {
        try body(self, store())
      } catch {
        queue.post(.told(error.description, isError: true))
      }
    }
    let isIdle = work.withLock { work in
      work.jobs.append(job)
      defer { work.isBusy = true }
      return !work.isBusy
    }
    guard isIdle else { return }
    if !runInBackground({ [self] in run() }) { run() }
  }

  private func run() {
    while true {
      let job = work.withLock { work -> (@Sendable () -> Void)? in
        guard !work.jobs.isEmpty else {
          work.isBusy = false
          return nil
        }
        return work.jobs.removeFirst()
      }
      guard let job else { return }
      job()
    }
  }
}

/// Of a list so many articles are looked into: more than anybody scrolls past.
private let mostAnalyzed = 200

/// What a feed has of an article is a snippet up to so many bytes.
private let longestSnippet = 1500
