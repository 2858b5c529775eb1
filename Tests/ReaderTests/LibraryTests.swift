import Prose
import Screen
import Testing

@testable import Reader

@Suite struct LibraryTests {
  private let ferry = LibraryArticle(
    id: 7,
    location: "/news/ferry.txt",
    title: "Ferry talks stall",
    day: "2026-03-05",
    detail: "Harbor Wire · 1 mark"
  )
  private let lamp = LibraryArticle(
    id: 9,
    location: "https://post.example/lamp",
    title: "Lamp oil dearer",
    day: "2026-02-11",
    detail: "unread"
  )

  private func hit(_ article: LibraryArticle, _ before: String, _ match: String) -> LibraryHit {
    LibraryHit(
      article: article,
      snippet: [.init(text: before, isMatch: false), .init(text: match, isMatch: true)]
    )
  }

  /// With two hits for "oil", asked for while the strait article was on the screen.
  private func found(columns: Int = 80, rows: Int = 14) -> Session {
    var session = Session.reading(columns: columns, rows: rows)
    session.type("3j L")
    session.type("o i l Enter")
    session.send(
      .libraryHits(
        query: "oil",
        [hit(ferry, "The ferry burns ", "oil"), hit(lamp, "", "Oil")],
        isBestFirst: true,
        hasMore: false
      )
    )
    return session
  }

  private func second() -> (Article, Document) {
    let builder = DocumentBuilder([
      (.headline, "Lamp oil dearer"), (.paragraph, "It rained."),
      (.paragraph, "Oil rose again on Monday."),
    ])
    return (Article(location: lamp.location, text: builder.text), builder.opened)
  }

  @Test func `L looks through the library and lists what was found with its passages`() {
    let session = found()
    #expect(session.effects.contains(.searchLibrary(query: "oil", limit: 50)))
    for words in [
      "Library  oil", "2 articles, the best first", "5 Mar 2026  Ferry talks stall",
      "Harbor Wire · 1 mark", "The ferry burns oil", "Lamp oil dearer",
    ] {
      #expect(session.screen.contains(words), "\(words)\n\(session.screen)")
    }
  }

  @Test func `Enter opens a hit in a row of its own, at the passage, and n goes on from there`() {
    var session = found()
    _ = session.takeEffects()
    session.type("j Enter")
    #expect(
      session.takeEffects() == [
        .addArticle(row: 1, article: 9, location: lamp.location), .openArticle(row: 1),
        .findPassage(row: 1, article: 9, query: "oil"),
      ]
    )
    let (article, document) = second()
    let passage = TextAnchor(quote: "Oil", suffix: " rose again", start: 0, end: 3)
    session.send(.passage(row: 1, passage))
    session.open(article, document, row: 1)
    #expect(session.current == "Oil")
    let there = session.state.article?.current
    session.type("n")
    #expect(session.state.article?.current == there, "\(session.screen)")
    session.type("q")
    #expect(session.screen.contains("Library  oil"))
    session.type("Enter")
    #expect(session.current == "Oil")
  }

  @Test func `a passage that comes after its article is gone to as well`() {
    var session = found()
    session.type("j Enter")
    let (article, document) = second()
    session.open(article, document, row: 1)
    #expect(session.current == nil)
    session.send(.passage(row: 1, TextAnchor(quote: "Monday", start: 0, end: 6)))
    #expect(session.current == "Monday")
    session.send(.passage(row: 1, TextAnchor(quote: "rained", start: 0, end: 6)))
    #expect(session.current == "Monday")
  }

  @Test func `q leads from a hit to the hits, and from these to where the search was called`() {
    var session = found()
    let top = session.top
    session.type("j Enter")
    let (article, document) = second()
    session.open(article, document, row: 1)
    _ = session.takeEffects()
    session.type("q q")
    #expect(session.takeEffects() == [.openArticle(row: 0)])
    session.open(Strait.article, Strait.builder.opened)
    #expect(session.state.openRow == 0 && session.state.view == .article && session.top == top)
  }

  @Test func `q leaves the hits at once where none was opened`() {
    var session = found()
    session.type("q")
    #expect(session.state.view == .article && session.state.openRow == 0)
    session.type("L Enter")
    #expect(session.state.view == .library)
  }

  @Test func `J and K go from hit to hit`() {
    var session = found()
    session.type("j Enter")
    let (article, document) = second()
    session.open(article, document, row: 1)
    _ = session.takeEffects()
    session.type("J")
    #expect(session.state.message?.text == "This is the last hit.")
    session.type("K")
    #expect(session.takeEffects().contains(.openArticle(row: 2)))
  }

  @Test(arguments: ["3j", "G", "PgDn"])
  func `more are asked for once, when the end comes near`(keys: String) {
    var session = found(rows: 10)
    session.type("L x Enter")
    let hits = (0..<50).map { number in
      var article = ferry
      article.location = "/\(number)"
      return hit(article, "", "x")
    }
    session.send(.libraryHits(query: "x", hits, isBestFirst: false, hasMore: true))
    #expect(session.screen.contains("50+ articles, the newest first"))
    _ = session.takeEffects()
    session.type(keys)
    let wanted: [Effect] = keys == "G" ? [.searchLibrary(query: "x", limit: 200)] : []
    #expect(session.takeEffects() == wanted)
    session.type("G G")
    #expect(session.takeEffects().count == 1 - wanted.count)
  }

  @Test func `a query that is none, and one without an answer, are told in a sentence`() {
    var session = Session.reading()
    session.type("L b a d : x Enter")
    session.send(.queryRefused(query: "bad:x", "There is no field bad."))
    #expect(session.screen.contains("There is no field bad.") && session.state.view == .article)
    session.type("L Up")
    #expect(session.state.prompt?.text == "bad:x")
    session.type("Enter")
    session.send(.libraryHits(query: "bad:x", [], isBestFirst: false, hasMore: false))
    #expect(session.state.message?.text == "Nothing in the library answers to bad:x.")
    #expect(session.state.view == .article)
  }

  @Test func `a card lists what the library has of an actor, and leads there and back`() {
    var session = Session.reading(columns: 110, rows: 60)
    session.type("]p c")
    let asked = session.takeEffects().compactMap { effect -> LibrarySubject? in
      if case .loadRecord(0, let subject) = effect { subject } else { nil }
    }
    guard let subject = asked.first else {
      Issue.record("nothing was asked for")
      return
    }
    let record = LibraryRecord(
      articleCount: 12,
      articles: [ferry],
      quotations: [
        .init(article: lamp, said: TextAnchor(quote: "Oil rose again", start: 0, end: 0))
      ],
      positions: [
        .init(
          article: ferry,
          name: "ferry fees",
          stance: .rejects,
          evidence: ["No fee is fair."],
          isCorrected: true
        )
      ]
    )
    session.send(.record(row: 0, subject, record))
    for words in [
      "IN OTHER ARTICLES 12", "5 Mar 2026  Ferry talks stall", "and 11 more: L actor:",
      "SAID ELSEWHERE", "11 Feb 2026  Oil rose again", "− ferry fees", "rejects · ✎",
      "No fee is fair.",
    ] {
      #expect(session.screen.contains(words), "\(words)\n\(session.screen)")
    }
    let spots = session.state.sheet?.content.spots ?? []
    let said = spots.firstIndex {
      guard case .elsewhere(_, let passage?) = $0.target else { return false }
      return passage.quote == "Oil rose again"
    }
    session.state.sheets[0].selected = said ?? 0
    _ = session.takeEffects()
    session.type("Enter")
    #expect(
      session.takeEffects() == [
        .addArticle(row: 1, article: 9, location: lamp.location), .openArticle(row: 1),
      ]
    )
    let (article, document) = second()
    session.open(article, document, row: 1)
    #expect(session.current == "Oil rose again")
    _ = session.takeEffects()
    session.type("q")
    #expect(session.takeEffects() == [.openArticle(row: 0)])
  }

  @Test(arguments: [(80, 14), (120, 36)])
  func `the hits look as they should`(columns: Int, rows: Int) {
    var session = found(columns: columns, rows: rows)
    session.type("j")
    expect(session.screen, isScreen: "library-\(columns)")
  }
}
