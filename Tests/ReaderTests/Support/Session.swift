import Prose
import Screen

@testable import Reader

/// A reader at work: keys go in, screens come out.
struct Session {
  var state: ReaderState
  private(set) var effects: [Effect] = []

  init(locations: [String] = ["articles/strait.txt"], columns: Int = 110, rows: Int = 30) {
    state = ReaderState(locations: locations)
    send(.started(Size(columns: columns, rows: rows)))
  }

  /// With the strait article open and analyzed.
  static func reading(columns: Int = 110, rows: Int = 30) -> Session {
    var session = Session(columns: columns, rows: rows)
    session.open(Strait.article, Strait.builder.opened)
    session.analyze(Strait.builder.analyzed)
    return session
  }

  /// With two feeds, of which the first is selected.
  static func withFeeds(columns: Int = 80, rows: Int = 12) -> Session {
    var session = Session(locations: [], columns: columns, rows: rows)
    session.state = ReaderState(locations: [], beginsWithFeeds: true)
    session.send(.started(Size(columns: columns, rows: rows)))
    session.send(.feeds(sampleFeeds))
    return session
  }

  /// With the articles of the first of them.
  static func listingFeedArticles(columns: Int = 80, rows: Int = 12) -> Session {
    var session = withFeeds(columns: columns, rows: rows)
    session.type("Enter")
    session.send(.entries(query: "feed:wire", sampleFeedArticles))
    _ = session.takeEffects()
    return session
  }

  mutating func send(_ event: Event) {
    effects += update(&state, event)
  }

  mutating func open(_ article: Article, _ document: Document, row: Int = 0) {
    send(.opened(row: row, article, document))
  }

  mutating func analyze(_ document: Document) {
    send(.analyzed(request: state.article?.request ?? 0, document))
  }

  /// Types keys as the command table writes them.
  mutating func type(_ keys: String) {
    for key in parseKeys(keys) { send(.input(.key(key))) }
  }

  /// Presses and lets go.
  mutating func click(column: Int, row: Int) {
    let point = Point(column: column, row: row)
    send(.input(.mouse(Mouse(.press, at: point))))
    send(.input(.mouse(Mouse(.release, at: point))))
  }

  /// Presses at one place, moves and lets go at another.
  mutating func drag(from start: Point, to end: Point) {
    send(.input(.mouse(Mouse(.press, at: start))))
    send(.input(.mouse(Mouse(.drag, at: end))))
    send(.input(.mouse(Mouse(.release, at: end))))
  }

  mutating func takeEffects() -> [Effect] {
    defer { effects = [] }
    return effects
  }

  var frame: Frame { render(state, size: state.size) }
  var screen: String { frame.text }

  /// The first row of the text.
  var top: UInt32 { state.article?.top ?? 0 }

  /// The text that the reader stands on.
  var current: String? {
    guard let article = state.article, let current = article.current else { return nil }
    return article.document.text.string(in: current)
  }
}

let sampleFeeds = [
  FeedRow(
    feed: 1,
    title: "Harbor Wire",
    query: "feed:wire",
    note: "Ports #sea",
    count: 3,
    unread: 2
  ),
  FeedRow(feed: nil, title: "For later", query: "is:later", count: 1, unread: 0),
  FeedRow(
    feed: 2,
    title: "Quarry Post",
    query: "feed:post",
    count: 9,
    unread: 4,
    problem: "It is not there."
  ),
]

let sampleFeedArticles = [
  FeedArticle(
    id: 11,
    title: "Ferry talks stall",
    source: "Harbor Wire",
    location: "https://wire.example/a",
    day: "2026-03-05",
    isRead: false,
    isLater: false,
    about: "Mara Oyelaran · harbor fees"
  ),
  FeedArticle(
    id: 12,
    title: "Lighthouse sold",
    source: "Harbor Wire",
    location: "https://wire.example/b",
    day: "2026-03-04",
    isRead: true,
    isLater: true,
    about: ""
  ),
  FeedArticle(
    id: 13,
    title: "Pilots ask for more",
    source: "Harbor Wire",
    location: "feed://13",
    day: "",
    isRead: false,
    isLater: false,
    about: ""
  ),
]
