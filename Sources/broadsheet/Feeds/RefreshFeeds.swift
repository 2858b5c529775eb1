internal import Fetch
internal import Ingest
internal import Library
internal import Prose

/// What came of a feed that was asked for.
struct RefreshedFeed: Sendable {
  let feed: KeptFeed
  var changes = FeedChanges()
  /// Nothing has changed, says its server.
  var isUnchanged = false
  var problem: String?
}

/// Asks for feeds beside each other, gently with each host, and keeps what came.
///
/// - Parameters:
///   - feeds: Those to ask for.
///   - store: Where they are kept.
///   - goesOn: Called about ten times a second with the number of feeds that are done; false ends the work.
///   - handOn: Called for each feed when it is kept.
/// - Throws: Where the library takes nothing more.
func refreshFeeds(
  _ feeds: [KeptFeed],
  in store: ArticleStore,
  goesOn: (Int) -> Bool = { _ in true },
  handOn: (RefreshedFeed) -> Void
) throws(LibraryError) {
  var waiting: [(feed: KeptFeed, answer: FeedAnswer)] = []
  var failure: LibraryError?
  var done = 0
  func keep() {
    defer { waiting = [] }
    guard failure == nil, !waiting.isEmpty else { return }
    do {
      let changes = try store.take(waiting.map(\.answer), now: timestamp())
      for (row, (feed, answer)) in waiting.enumerated() {
        var refreshed = RefreshedFeed(feed: feed, changes: changes[row])
        switch answer.outcome {
        case .unchanged: refreshed.isUnchanged = true
        case .failed(let sentence): refreshed.problem = sentence
        case .read: break
        }
        handOn(refreshed)
      }
    } catch {
      failure = error
    }
  }
  let requests = feeds.map {
    FetchRequest(
      $0.address,
      kind: .feed,
      entityTag: $0.entityTag,
      lastModified: $0.lastModified
    )
  }
  fetch(requests, userAgent: userAgent) { _ in
    failure == nil && goesOn(done)
  } handOn: { row, result in
    done += 1
    // What was called off tells nothing about the feed.
    if case .failure(let error) = result, error.cause == .cancelled { return }
    waiting.append((feeds[row], answer(feeds[row], result)))
    // Each transaction waits for the disk: some feeds share one.
    if waiting.count >= 20 { keep() }
  }
  keep()
  if let failure { throw failure }
}

private func answer(_ feed: KeptFeed, _ result: Result<Fetched, FetchError>) -> FeedAnswer {
  let fetched: Fetched
  switch result {
  case .failure(let error): return FeedAnswer(feed: feed.id, outcome: .failed(error.description))
  case .success(let success): fetched = success
  }
  if fetched.isUnchanged {
    return FeedAnswer(feed: feed.id, outcome: .unchanged, movedTo: fetched.movedTo)
  }
  do {
    let read = try readFeed(
      fetched.body,
      location: feed.address,
      charset: fetched.charset,
      base: fetched.address
    )
    return feedAnswer(feed.id, read, fetched)
  } catch {
    return FeedAnswer(feed: feed.id, outcome: .failed(error.description))
  }
}

/// A feed that was read, with its articles as text to be found by.
func feedAnswer(_ id: Int64, _ feed: Feed, _ fetched: Fetched) -> FeedAnswer {
  FeedAnswer(
    feed: id,
    outcome: .read(
      feed,
      texts: feed.entries.map { plainText(ofEntry: $0) },
      entityTag: fetched.entityTag,
      lastModified: fetched.lastModified
    ),
    movedTo: fetched.movedTo
  )
}
