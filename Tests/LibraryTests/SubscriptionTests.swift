import Prose
import Testing

@testable import Library

@Suite struct SubscriptionTests {
  private func feed(_ entries: [(id: String, title: String, published: String?)]) -> Feed {
    var feed = Feed()
    feed.title = "Harbor Wire"
    feed.entries = entries.map { id, title, published in
      var entry = FeedEntry()
      entry.id = id
      entry.title = title
      entry.link = "https://wire.example/\(id)"
      entry.author = "Mara Quill"
      entry.published = published
      entry.summary = "<p>About \(title)</p>"
      return entry
    }
    return feed
  }

  private func answer(_ id: Int64, _ feed: Feed, tag: String? = nil) -> FeedAnswer {
    let texts = feed.entries.map { "About \($0.title ?? "")" }
    return FeedAnswer(
      feed: id,
      outcome: .read(feed, texts: texts, entityTag: tag, lastModified: nil)
    )
  }

  /// A library with one feed of three articles.
  private func filled() throws -> (TemporaryLibrary, ArticleStore, Int64) {
    let library = try TemporaryLibrary()
    let store = try library.open()
    let id = try store.subscribe(
      Subscription("https://wire.example/feed", folders: ["Ports", "North"], tags: ["ferries"]),
      now: noon
    ).id
    let changes = try store.take(
      [
        answer(
          id,
          feed([
            ("a", "Ferry talks stall", "2026-03-04T08:00:00Z"),
            ("b", "Quarry vote delayed", "2026-03-05T08:00:00Z"),
            ("c", "Harbor fees rise", nil),
          ]),
          tag: "\"1\""
        )
      ],
      now: noon
    )
    #expect(changes == [FeedChanges(new: 3)])
    return (library, store, id)
  }

  @Test func `keeps a feed's articles, the newest first`() throws {
    let (_, store, id) = try filled()
    let entries = try store.entries(ofFeed: id)
    #expect(
      entries.map(\.title) == ["Harbor fees rise", "Quarry vote delayed", "Ferry talks stall"]
    )
    #expect(entries.map(\.isRead) == [false, false, false])
    let kept = try #require(try store.feeds().first)
    #expect(kept.title == "Harbor Wire" && kept.folders == ["Ports", "North"])
    #expect(kept.count == 3 && kept.unreadCount == 3 && kept.entityTag == "\"1\"")
    #expect(try store.entry(entries[0].id)?.html == "<p>About Harbor fees rise</p>")
  }

  @Test func `takes nothing twice, and leaves what is read as read when its words change`() throws {
    let (_, store, id) = try filled()
    let old = try store.entries(ofFeed: id)
    try store.setRead(true, entries: old.map(\.id))
    let changes = try store.take(
      [
        answer(
          id,
          feed([
            ("a", "Ferry talks go on", "2026-03-04T08:00:00Z"),
            ("b", "Quarry vote delayed", "2026-03-05T08:00:00Z"),
            ("d", "Lighthouse sold", "2026-03-05T09:00:00Z"),
          ])
        )
      ],
      now: noon
    )
    #expect(changes == [FeedChanges(new: 1, changed: 1)])
    #expect(try store.entries(Query("is:unread")).map(\.title) == ["Lighthouse sold"])
    #expect(try store.entries(Query("\"go on\"")).map(\.isRead) == [true])
    #expect(try store.entries(Query("stall")).isEmpty)
  }

  @Test(arguments: [
    ("ferry", ["Ferry talks stall"]), ("title:quarry", ["Quarry vote delayed"]),
    ("-harbor", ["Quarry vote delayed", "Ferry talks stall"]),
    ("after:2026-03-05", ["Harbor fees rise", "Quarry vote delayed"]),
    ("before:2026-03-05", ["Ferry talks stall"]), ("is:later", ["Quarry vote delayed"]),
    ("is:read", ["Ferry talks stall"]), ("feed:wire ferry", ["Ferry talks stall"]),
    ("feed:gazette", []), ("-feed:gazette ferry", ["Ferry talks stall"]),
    ("folder:north quarry", ["Quarry vote delayed"]), ("folder:south", []),
    ("tag:ferries quarry", ["Quarry vote delayed"]), ("author:quill fees", ["Harbor fees rise"]),
    ("-author:quill", []), ("actor:brandt", ["Ferry talks stall"]), ("issue:fees is:marked", []),
    ("fe* OR quarry", ["Harbor fees rise", "Quarry vote delayed", "Ferry talks stall"]),
  ])
  func `finds articles of feeds in the library's language`(query: String, titles: [String]) throws {
    let (_, store, id) = try filled()
    let entries = try store.entries(ofFeed: id)
    try store.setLater(true, entries: [entries[1].id])
    try store.setRead(true, entries: [entries[2].id])
    var about = EntryAbout()
    about.actors = ["Ivo Brandt"]
    about.issues = ["harbor fees"]
    try store.keepAbout(entries[2].id, about, analyzer: 1)
    #expect(try store.entries(Query(query)).map(\.title) == titles)
  }

  @Test(arguments: ["said:no", "is:wet", "flavor:salt", ""])
  func `says what is no query`(query: String) throws {
    let (_, store, _) = try filled()
    #expect(throws: LibraryError.self) { try store.entries(Query(query)) }
  }

  @Test func `finds the library's own articles by their feed`() throws {
    let (_, store, _) = try filled()
    try store.keepAnalyzed(harborText, at: "https://wire.example/a")
    try store.keepAnalyzed(quarryText, at: "/somewhere/else.txt")
    for query in ["feed:wire", "folder:ports", "-is:later feed:wire"] {
      #expect(
        try store.search(Query(query)).hits.map(\.article.location) == ["https://wire.example/a"]
      )
    }
    #expect(
      try store.search(Query("-feed:wire")).hits.map(\.article.title) == ["Quarry vote delayed"]
    )
  }

  @Test func `notes what went wrong, until it goes well`() throws {
    let (_, store, id) = try filled()
    try store.take([FeedAnswer(feed: id, outcome: .failed("It is not there."))], now: noon)
    #expect(try store.feeds().map(\.problem) == ["It is not there."])
    try store.take(
      [FeedAnswer(feed: id, outcome: .unchanged, movedTo: "https://wire.example/new")],
      now: noon
    )
    #expect(try store.feeds().map(\.problem) == [nil])
    #expect(try store.feeds().map(\.address) == ["https://wire.example/new"])
    #expect(try store.feeds().map(\.entityTag) == ["\"1\""])
  }

  @Test func `a subscription that ends takes its articles along, but not what was put by`() throws {
    let (_, store, id) = try filled()
    let entries = try store.entries(ofFeed: id)
    try store.setLater(true, entries: [entries[1].id])
    try store.unsubscribe(id)
    #expect(try store.feeds().isEmpty)
    let left = try store.entries(nil)
    #expect(left.map(\.title) == ["Quarry vote delayed"])
    #expect(left.map(\.source) == ["Harbor Wire"] && left.map(\.feed) == [nil])
    #expect(try store.entries(Query("ferry")).isEmpty)
    // An answer that is still on its way finds nobody.
    let late = try store.take([answer(id, feed([("z", "Late", nil)]))], now: noon)
    #expect(late == [FeedChanges()])
    #expect(try store.check().isEmpty)
  }

  @Test func `an article from the future does not stay on top`() throws {
    let (_, store, id) = try filled()
    try store.take([answer(id, feed([("f", "Tomorrow", "2046-01-01T00:00:00Z")]))], now: noon)
    let later = "2026-03-05T13:00:00Z"
    try store.take([answer(id, feed([("g", "Today", "2026-03-05T12:30:00Z")]))], now: later)
    #expect(try store.entries(ofFeed: id).first?.title == "Today")
  }

  @Test func `a list goes in and out without loss`() throws {
    func feed(_ name: String, _ more: [(String, String)] = []) -> SubscriptionList.Outline {
      let own = [
        ("type", "rss"), ("text", name), ("xmlUrl", "https://feeds.example/\(name)"),
      ]
      return .init((own + more).map { SubscriptionList.Field($0.0, $0.1) })
    }
    func folder(
      _ name: String,
      _ children: [SubscriptionList.Outline],
      _ more: [(String, String)] = []
    ) -> SubscriptionList.Outline {
      let fields = ([("text", name)] + more).map { SubscriptionList.Field($0.0, $0.1) }
      return .init(fields, children: children)
    }
    let outlines = [
      folder(
        "Ports & sea",
        [feed("pilot", [("category", "/a/b,c"), ("x:note", "two\nlines\t\\ and a tab")])],
        [("isOpen", "true")]
      ),
      folder("Empty", []),
      folder(
        "Deep",
        [folder("Deeper", [feed("Ærø \"quoted\"", [("htmlUrl", "https://aero.example/")])])]
      ),
      feed("alone"),
      folder("Also", [feed("pilot", [("category", "/a/b,c")])]),
    ]
    let library = try TemporaryLibrary()
    let store = try library.open()
    let counts = try store.take(SubscriptionList(outlines: outlines), now: noon)
    #expect(counts == (3, 0))
    let out = try store.subscriptionList().outlines
    let foldersFirst = [0, 1, 2, 4, 3].map { outlines[$0] }
    #expect(out == foldersFirst)
    #expect(try store.take(SubscriptionList(outlines: out), now: noon) == (0, 3))
    #expect(try store.subscriptionList().outlines == out)
    let pilot = try store.feed("pilot")
    #expect(pilot.tags == ["a/b", "c"] && pilot.folders == ["Ports & sea"])
  }

  @Test func `what is changed here is told by the list that goes out`() throws {
    let (_, store, id) = try filled()
    try store.renameFeed(id, "The Wire")
    try store.moveFeed(id, to: ["South"])
    try store.setTags(id, add: ["boats", "sea"], remove: ["ferries"])
    let list = try store.subscriptionList().subscriptions
    #expect(
      list == [
        Subscription(
          "https://wire.example/feed",
          title: "The Wire",
          folders: ["South"],
          tags: ["boats", "sea"]
        )
      ]
    )
    try store.renameFeed(id, nil)
    #expect(try store.feeds().map(\.title) == ["Harbor Wire"])
  }

  @Test(arguments: ["https://wire.example/feed", "1", "harbor wire"])
  func `a feed goes by its address, its number or its title`(name: String) throws {
    let (_, store, id) = try filled()
    #expect(try store.feed(name).id == id)
    #expect(throws: LibraryError.unknownFeed("nobody")) { try store.feed("nobody") }
  }
}
