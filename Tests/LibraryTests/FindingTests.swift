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
}
