import Prose
import Screen
import Testing

@testable import Reader

/// Searches that are done beside the screen.
@Suite struct SearchBesideTests {
  /// Where `words` stand in the strait article.
  private func places(_ words: String) -> [Range<UInt32>] {
    LiteralPattern(words)?.matches(in: Strait.builder.text, limit: 100) ?? []
  }

  private func requests(_ session: inout Session) -> [SearchRequest] {
    session.takeEffects().compactMap { effect in
      if case .search(let request) = effect { request } else { nil }
    }
  }

  @Test func `each letter of an expression asks anew, and only the newest answer counts`() {
    var session = Session.reading()
    _ = session.takeEffects()
    session.type("/v.")
    let first = requests(&session)
    #expect(first.map(\.query) == ["v."])
    session.type("l")
    let second = requests(&session)
    #expect(second.map(\.query) == ["v.l"])
    #expect(second[0].isExpression && second[0].ignoresCase)
    #expect(second[0].request > first[0].request)
    session.send(
      .found(request: first[0].request, SearchReport(matches: places("the"), isDone: true))
    )
    #expect(session.state.search.matches.isEmpty)
    session.send(
      .found(request: second[0].request, SearchReport(matches: places("velia"), isDone: true))
    )
    #expect(session.current == "Velia")
    #expect(session.screen.contains("expression  1/5"))
  }

  @Test func `the first match is shown while the others are counted`() {
    var session = Session.reading(columns: 70, rows: 12)
    session.type("G /v.l")
    let request = session.state.search.request
    let all = places("velia")
    session.send(.found(request: request, SearchReport(matches: [all[4]], isDone: false)))
    #expect(session.state.article?.current == all[4])
    #expect(session.screen.contains("1/1…"))
    session.type("Enter")
    session.send(
      .found(request: request, SearchReport(matches: Array(all[..<4]), isDone: true))
    )
    #expect(session.state.search.matches == all)
    #expect(session.screen.contains("5/5"))
  }

  @Test func `nothing moves until something is found, and Escape calls the search off`() {
    var session = Session.reading(columns: 70, rows: 12)
    session.type("4j")
    let top = session.top
    session.type("/[x]")
    #expect(session.top == top)
    _ = session.takeEffects()
    session.type("Esc")
    #expect(session.takeEffects() == [.stopSearch])
    #expect(session.top == top && session.state.search.query.isEmpty)
  }

  @Test func `an expression accepted before it is found goes there when it is`() {
    var session = Session.reading(columns: 70, rows: 12)
    session.type("/sund.y Enter")
    let request = session.state.search.request
    #expect(session.state.message == nil)
    session.send(.found(request: request, SearchReport(matches: places("sunday"), isDone: true)))
    #expect(session.current == "Sunday")
    session.type("C-o")
    #expect(session.top == 0)
  }

  @Test func `what is not found is said when all is looked through`() {
    var session = Session.reading()
    session.type("/z.bra Enter")
    let request = session.state.search.request
    session.send(
      .found(request: request, SearchReport(matches: [], isDone: true, isPlain: true))
    )
    #expect(
      session.state.message == Message(text: "“z.bra” is not in this article.", isError: true)
    )
  }

  @Test func `an expression that is given up says so`() {
    var session = Session.reading()
    session.type("/(a+)+$ Enter")
    let request = session.state.search.request
    session.send(
      .found(
        request: request,
        SearchReport(matches: [], isDone: true, problem: "It tries too many ways.")
      )
    )
    #expect(session.state.message == Message(text: "It tries too many ways.", isError: true))
  }

  @Test func `another article ends the search, and n looks there anew`() {
    var session = Session(locations: ["one", "two"])
    session.type("Enter")
    session.open(Strait.article, Strait.builder.opened)
    session.type("/v.lia Enter")
    let request = session.state.search.request
    session.type("J")
    session.open(Strait.article, Strait.builder.opened, row: 1)
    session.send(.found(request: request, SearchReport(matches: places("velia"), isDone: true)))
    #expect(session.state.search.matches.isEmpty)
    _ = session.takeEffects()
    session.type("2n")
    let again = requests(&session)
    #expect(again.map(\.query) == ["v.lia"])
    let report = SearchReport(matches: places("velia"), isDone: true)
    session.send(.found(request: again.first?.request ?? 0, report))
    #expect(session.state.search.index(of: session.state.article?.current ?? 0..<0) == 1)
  }

  @Test(arguments: [
    ("velia", false, true), ("Velia", false, false), ("v.lia", true, true), ("V.lia", true, false),
    ("\\Stalks", true, true), ("\\\\S", true, false), ("a|b", true, true),
  ])
  func `a capital tells capitals apart, unless it is an expression's sign`(
    query: String,
    isExpression: Bool,
    ignoresCase: Bool
  ) {
    #expect(SearchState.isExpression(query) == isExpression)
    let request = SearchRequest(
      request: 1,
      query: query,
      isExpression: isExpression,
      origin: 0
    )
    #expect(request.ignoresCase == ignoresCase)
  }

  @Test func `C-r takes signs as they stand, and back`() {
    var session = Session.reading()
    session.type("/settled.")
    #expect(session.state.search.isExpression)
    session.type("C-r")
    #expect(!session.state.search.isExpression && session.state.search.isComplete)
    session.type("C-r")
    #expect(session.state.search.isExpression)
  }
}
