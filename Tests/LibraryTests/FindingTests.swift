import Analysis
import Prose
import Testing

@testable import Library

@Suite struct FindingTests {
  private func library() throws -> (TemporaryLibrary, ArticleStore) {
    let library = try TemporaryLibrary()
    let store = try library.open()
    let harbor = try store.keepAnalyzed(harborText, at: "/harbor", published: "2026-03-05")
    try store.keepAnalyzed(quarryText, at: "/quarry", published: "2026-04-01")
    try store.addTag("Fees", to: harbor.id)
    try store.change([.put(annotation("night ferry", in: harborText))], of: harbor.id)
    return (library, store)
  }

  @Test(arguments: [
    ("ferry", ["/harbor"]),
    ("the", ["/harbor", "/quarry"]),
    ("quar*", ["/quarry"]),
    ("\"night ferry\"", ["/harbor"]),
    ("\"ferry night\"", []),
    ("“night ferry”", ["/harbor"]),
    ("NEAR(harbor minister, 3)", ["/harbor"]),
    ("NEAR(Oyelaran union, 1)", []),
    ("quarry OR ferry", ["/harbor", "/quarry"]),
    ("the -quarry", ["/harbor"]),
    ("-quarry", ["/harbor"]),
    ("title:vote", ["/quarry"]),
    ("title:council", []),
    ("actor:oyelaran", ["/harbor"]),
    ("actor:\"Mara Oyelaran\" fees", ["/harbor"]),
    ("speaker:oyelaran", ["/harbor"]),
    ("speaker:oyelaran said:\"give up\"", ["/harbor"]),
    ("speaker:brandt said:\"give up\"", []),
    ("tag:fees", ["/harbor"]),
    ("tag:FEES quarry", []),
    ("-tag:fees", ["/quarry"]),
    ("after:2026-04", ["/quarry"]),
    ("before:2026-03-06", ["/harbor"]),
    ("ferry after:2026-04", []),
    ("is:marked", ["/harbor"]),
    ("is:unread", ["/harbor", "/quarry"]),
    ("is:read", []),
    ("don't ' \" ; DROP", []),
    ("OR", []),
    ("actor:)(", []),
  ])
  func `articles are found`(text: String, locations: [String]) throws {
    let (library, store) = try library()
    defer { withExtendedLifetime(library) {} }
    let query: Query
    do {
      query = try Query(text)
    } catch {
      #expect(locations.isEmpty)
      return
    }
    let answer = try store.search(query)
    #expect(answer.hits.map(\.article.location).sorted() == locations)
    #expect(try store.articles(query).count == locations.count)
  }

  @Test(arguments: [
    ("", "Nothing to look for: name a word or a field."),
    ("…", "Nothing to look for: name a word or a field."),
    ("before:soon", "before:soon is no day; write it as before:2026-01-29, 2026-01 or 2026."),
    ("is:gone", "An article is:read, is:unread, is:marked or is:later, not is:gone."),
  ])
  func `what is no query is told in a sentence`(text: String, sentence: String) {
    #expect(throws: LibraryError.notAQuery(sentence)) { try Query(text) }
  }

  @Test(arguments: ["fe*", "title:f*", "ferry OR f*"])
  func `of too short a beginning nothing is looked for`(query: String) throws {
    let (library, store) = try library()
    defer { withExtendedLifetime(library) {} }
    let sentence = "A beginning so short has too many words: write three letters before the *."
    #expect(throws: LibraryError.notAQuery(sentence)) { try store.search(Query(query)) }
  }

  @Test func `the snippet shows what was looked for`() throws {
    let (library, store) = try library()
    defer { withExtendedLifetime(library) {} }
    let hit = try #require(try store.search(Query("unfair")).hits.first)
    #expect(hit.snippet.filter(\.isMatch).map(\.text) == ["unfair"])
    #expect(hit.article.highlightCount == 1)
    let said = try #require(try store.search(Query("said:\"give up\"")).hits.first)
    #expect(said.snippet.filter(\.isMatch).map(\.text).joined(separator: " ") == "give up")
  }

  @Test func `the best come first while they can be weighed`() throws {
    let library = try TemporaryLibrary()
    let store = try library.open()
    try store.keepAnalyzed("Ferry news\n\nThe ferry sails.", at: "/best")
    try store.keepAnalyzed("Harbor news\n\n" + quarryText + " A ferry sails.", at: "/other")
    let answer = try store.search(Query("ferry"))
    #expect(answer.isBestFirst && answer.hits.map(\.article.location) == ["/best", "/other"])
    let one = try store.search(Query("ferry"), limit: 1)
    #expect(one.hasMore && one.hits.count == 1)
  }

  @Test func `one person is one actor across articles`() throws {
    let library = try TemporaryLibrary()
    let store = try library.open()
    try store.keepAnalyzed(harborText, at: "/a")
    try store.keepAnalyzed(
      "Harbor minister Mara Oyelaran said on Friday that the lighthouse would be mended.",
      at: "/b"
    )
    let actors = try store.actors(named: "mara oyelaran")
    #expect(actors.map(\.articleCount) == [2])
    let card = try store.card(ofActor: try #require(actors.first).id)
    #expect(card.articles.map(\.location) == ["/b", "/a"])
    #expect(card.quotations.contains { $0.said.contains("night ferry") })
    #expect(card.quotations.contains { $0.said.contains("lighthouse") })
    #expect(try store.actors(named: "Oyel").count == 1)
  }

  @Test func `people of one name are two where their roles speak against it`() throws {
    let library = try TemporaryLibrary()
    let store = try library.open()
    try store.keepAnalyzed("Harbor minister Mara Oyelaran said the port would close.", at: "/a")
    try store.keepAnalyzed("The singer Mara Oyelaran said the concert would begin.", at: "/b")
    #expect(try store.actors(named: "Mara Oyelaran").map(\.articleCount) == [1, 1])
  }

  @Test(arguments: [
    // An office and another trade; two countries; a trade told by other words that share some.
    ("Harbor minister Mara Oyelaran", "The singer Mara Oyelaran", [1, 1]),
    ("French foreign minister Mara Oyelaran", "German foreign minister Mara Oyelaran", [1, 1]),
    ("The former minister Mara Oyelaran", "The former footballer Mara Oyelaran", [1, 1]),
    ("Foreign minister Mara Oyelaran", "Minister Mara Oyelaran", [2]),
    ("French foreign minister Mara Oyelaran", "French president Mara Oyelaran", [2]),
    ("French foreign minister Mara Oyelaran", "French footballer Mara Oyelaran", [1, 1]),
    ("Harbor minister Mara Oyelaran", "Mara Oyelaran", [2]),
  ])
  func `who is whom across articles`(first: String, second: String, counts: [Int]) throws {
    let library = try TemporaryLibrary()
    let store = try library.open()
    try store.keepAnalyzed("\(first) said on Monday that the port would close.", at: "/a")
    try store.keepAnalyzed("\(second) said on Monday that it would rain.", at: "/b")
    let actors = try store.actors(named: "Mara Oyelaran")
    #expect(actors.map(\.articleCount) == counts, "\(actors)")
  }

  @Test func `of two namesakes neither gets an article that tells nothing of either`() throws {
    let library = try TemporaryLibrary()
    let store = try library.open()
    try store.keepAnalyzed("Harbor minister Mara Oyelaran said the port would close.", at: "/a")
    try store.keepAnalyzed("The singer Mara Oyelaran said the concert would begin.", at: "/b")
    for location in ["/c", "/d"] {
      try store.keepAnalyzed("Mara Oyelaran said on Monday that it would rain.", at: location)
    }
    let actors = try store.actors(named: "Mara Oyelaran")
    #expect(actors.map(\.articleCount).sorted() == [1, 1, 2], "\(actors)")
  }

  @Test func `a card leaves the open article out and goes by the day`() throws {
    let library = try TemporaryLibrary()
    let store = try library.open()
    let minister = "Harbor minister Mara Oyelaran said on Friday that the"
    try store.keepAnalyzed(
      "\(minister) lighthouse would be mended.",
      at: "/new",
      published: "2026-05-01"
    )
    try store.keepAnalyzed("\(minister) quay would be swept.", at: "/old", published: "2025-05-01")
    let open = try store.keepAnalyzed(harborText, at: "/open", published: "2026-03-05")
    let actor = try #require(try store.actor(named: "Mara Oyelaran", in: open.id))
    let card = try store.card(ofActor: actor, except: open.id)
    #expect(card.articleCount == 2 && card.articles.map(\.location) == ["/new", "/old"])
    #expect(card.quotations.map(\.article.location) == ["/new", "/old"])
    #expect(card.quotations.first?.said.contains("lighthouse") == true)
    #expect(try store.actor(named: "Nobody", in: open.id) == nil)
    let about = try store.about(open.id)
    #expect(about.actors.contains("Mara Oyelaran"))
    for position in try store.card(ofActor: actor).positions {
      #expect(try store.card(ofIssue: position.issue).articleCount == 1)
      #expect(try store.card(ofIssue: position.issue, except: open.id).articleCount == 0)
    }
  }

  @Test func `what a person has corrected is found under the name it was given`() throws {
    let library = try TemporaryLibrary()
    let store = try library.open()
    let kept = try store.keepAnalyzed(harborText, at: "/a")
    let machine = analyze(SourceText(harborText))
    let row = try #require(machine.allActors.firstIndex { $0.name == "Ivo Brandt" })
    let anchor = machine.text.anchor(machine.tokens.bytes(of: machine.actors.names[row]))
    let edit = Edit(
      .rename,
      Referent(.actor, name: "Ivo Brandt", anchor: anchor),
      value: "Ivo Karel Brandt"
    )
    let corrected = machine.corrected(by: [edit]).document
    try store.keepFindings(machine, corrected: corrected, of: kept.id, analyzer: 1)
    #expect(try store.actors(named: "Ivo Karel Brandt").map(\.articleCount) == [1])
    #expect(try store.search(Query("actor:\"Ivo Karel Brandt\"")).hits.count == 1)
  }

  @Test(arguments: [
    ("\"night ferry\"", "night ferry"), ("fees", "fees"), ("said:\"give up\"", "give up"),
    ("actor:oyelaran", "Mara Oyelaran"), ("issue:nothing OR unfair", nil), ("tag:fees", nil),
    ("rejected fees", "rejected"),
  ])
  func `a query leads to a passage`(query: String, words: String?) throws {
    let (library, store) = try library()
    defer { withExtendedLifetime(library) {} }
    let id = try store.article("/harbor").id
    let passage = try store.passage(of: Query(query), in: id)
    guard let words else {
      #expect(passage == nil)
      return
    }
    let anchor = try #require(passage)
    #expect(anchor.quote.contains(words), "\(anchor)")
    let text = SourceText(harborText)
    let range = try #require(text.range(of: anchor))
    #expect(text.codePoints(before: range.lowerBound) == anchor.start)
    #expect(text.string(in: range) == anchor.quote)
  }

  @Test func `side by side the indexes give what each article by itself would`() throws {
    let library = try TemporaryLibrary()
    let store = try library.open()
    let words = ["ferry", "quarry", "lamp", "harbor", "union"]
    for number in 0..<600 {
      // Each word in every so many articles, so that some are common and some are rare.
      let text = words.enumerated().filter { number % (1 + $0.offset * 41) == 0 }.map(\.element)
      let source = SourceText("News\n\nIt rained. \(text.joined(separator: " ")).")
      let kept = try store.keep(
        Article(location: "/\(number)", published: "20\(10 + number % 10)-01-01", text: source),
        blocks: Blocks(),
        location: "/\(number)",
        title: "News",
        now: noon
      )
      if number % 3 == 0 { try store.addTag("third", to: kept.id) }
    }
    func numbers(_ query: String) throws -> [Int] {
      try store.articles(Query(query)).map { Int($0) - 1 }
    }
    let all = (0..<600).reversed()
    #expect(try numbers("ferry union") == all.filter { $0 % 165 == 0 })
    #expect(try numbers("ferry tag:third") == all.filter { $0 % 3 == 0 })
    #expect(try numbers("quarry -tag:third") == all.filter { $0 % 42 == 0 && $0 % 3 != 0 })
    #expect(try numbers("-quarry after:2018") == all.filter { $0 % 42 != 0 && $0 % 10 >= 8 })
    #expect(try numbers("rained before:2011 -lamp") == all.filter { $0 % 10 == 0 && $0 % 83 != 0 })
    #expect(try numbers("tag:third -ferry") == [])
  }
}
