import Prose
import Screen
import Testing

@testable import Reader

@Suite struct FeedTests {
  @Test func `the feeds show what is unread, where they stand and what went wrong`() {
    let session = Session.withFeeds()
    #expect(session.effects == [.loadFeeds])
    for words in ["6 unread", "2/3", "Harbor Wire", "Ports #sea", "It is not there."] {
      #expect(session.screen.contains(words), "\(words)")
    }
  }

  @Test func `what feeds and articles are about stands in one column`() {
    let lines = Session.withFeeds().screen.split(separator: "\n")
    let columns = ["Ports #sea", "It is not there."].map { note in
      lines.compactMap { line in
        line.firstRange(of: note).map { line.distance(from: line.startIndex, to: $0.lowerBound) }
      }
    }
    #expect(columns[0].count == 1)
    #expect(columns[0] == columns[1])
  }

  @Test func `an empty list says why`() {
    var session = Session.withFeeds()
    session.type("Enter")
    session.send(.entries(query: "feed:wire", []))
    #expect(session.screen.contains("This feed has no articles yet; R asks for them."))
  }

  @Test func `that an article is being loaded is said no longer than it is so`() {
    var session = Session.listingFeedArticles()
    session.type("Enter")
    session.send(.told("https://a.example/1 is being loaded; Escape stops that.", isError: false))
    #expect(session.screen.contains("being loaded"))
    session.open(Strait.article, Strait.builder.opened)
    #expect(!session.screen.contains("being loaded"))
  }

  @Test func `that a page is for subscribers is said when it comes`() {
    var session = Session.listingFeedArticles(columns: 110)
    session.type("Enter")
    var article = Strait.article
    article.isForSubscribers = true
    session.open(article, Strait.builder.opened)
    #expect(session.screen.contains("for subscribers: this may not be all of it."))
  }

  @Test func `the list shows who and what an article is about, as soon as that is known`() {
    var session = Session.listingFeedArticles()
    for words in ["Harbor Wire", "3 articles", "•", "+", "5 Mar", "Mara Oyelaran · harbor fees"] {
      #expect(session.screen.contains(words), "\(words)")
    }
    session.send(.about(entry: 13, "Ivo Brandt"))
    #expect(session.screen.contains("Ivo Brandt"))
    session.send(.about(entry: 99, "Nobody"))
    #expect(!session.screen.contains("Nobody"))
  }

  @Test(arguments: [
    ("r", [Effect.refreshFeeds([1])]), ("R", [.refreshFeeds([])]), ("j r", [.refreshFeeds([])]),
    ("A", [.markFeedRead(query: "feed:wire")]), ("Enter", [.loadEntries(query: "feed:wire")]),
    ("n Enter", [.loadEntries(query: "feed:post")]),
    ("n n Enter", [.loadEntries(query: "feed:wire")]),
    ("&post Enter Enter", [.loadEntries(query: "feed:post")]), ("q", [.quit]), ("N", []), ("s", []),
    ("&sea Enter G Enter", [.loadEntries(query: "feed:wire")]),
  ])
  func `keys in the feeds`(keys: String, effects: [Effect]) {
    var session = Session.withFeeds()
    _ = session.takeEffects()
    session.type(keys)
    #expect(session.effects == effects)
  }

  @Test(arguments: [
    ("N", [Effect.markRead([11], isRead: true)]), ("j N", [.markRead([12], isRead: false)]),
    ("N N", [.markRead([11], isRead: true), .markRead([11], isRead: false)]),
    ("n N", [.markRead([13], isRead: true)]), ("n n N", [.markRead([11], isRead: true)]),
    ("A", [.markRead([11, 13], isRead: true)]), ("s", [.keepForLater(11, true)]),
    ("j s", [.keepForLater(12, false)]), ("o", [.openLink("https://wire.example/a")]),
    ("O", [.openLink("https://wire.example/a"), .markRead([11], isRead: true)]),
    ("j O", [.openLink("https://wire.example/b")]), ("G o", []), ("r", [.refreshFeeds([1])]),
    ("Enter", [.openArticle(row: 0)]), ("q", [.loadFeeds]),
    ("&ferry Enter", [.loadEntries(query: "feed:wire ferry")]),
  ])
  func `keys in the list of a feed's articles`(keys: String, effects: [Effect]) {
    var session = Session.listingFeedArticles()
    session.type(keys)
    #expect(session.effects == effects)
  }

  @Test func `who opens an article has read it, and q leads back to its list and to the feeds`() {
    var session = Session.listingFeedArticles()
    session.type("Enter")
    session.open(Strait.article, Strait.builder.opened)
    #expect(session.effects.contains(.markRead([11], isRead: true)))
    #expect(session.state.context == .reading)
    session.type("q")
    #expect(session.screen.contains("Lighthouse sold"))
    #expect(session.state.list.entries[0].feedArticle?.isRead == true)
    session.type("q")
    #expect(session.screen.contains("Quarry Post"))
    _ = session.takeEffects()
    session.type("q")
    #expect(session.effects == [.quit])
  }

  @Test func `an answer to what is no longer asked for is dropped`() {
    var session = Session.withFeeds()
    session.type("Enter")
    session.send(.entries(query: "feed:post", sampleFeedArticles))
    #expect(session.state.view == .feeds)
    #expect(!session.state.awaits("feed:post") && session.state.awaits("feed:wire"))
  }

  @Test func `what means nothing among feeds means what it does while reading`() {
    var session = Session.withFeeds()
    session.type("G")
    #expect(session.state.feeds.selected == 2)
    session.type("g ?")
    #expect(session.state.feeds.selected == 0 && session.state.helpTop != nil)
  }

  @Test func `feeds are shown from an article, and q goes back to it`() {
    var session = Session.reading()
    _ = session.takeEffects()
    session.type("F")
    #expect(session.effects == [.loadFeeds])
    session.send(.feeds([]))
    #expect(session.screen.contains("No feeds yet"))
    session.type("q")
    #expect(session.state.view == .article)
  }

  @Test(arguments: [(1, 1), (10, 3), (24, 5), (40, 10), (300, 80)])
  func `feeds fit any screen`(columns: Int, rows: Int) {
    for session in [
      Session.withFeeds(columns: columns, rows: rows),
      Session.listingFeedArticles(columns: columns, rows: rows),
    ] {
      #expect(session.frame.size == Size(columns: columns, rows: rows))
    }
  }
}
