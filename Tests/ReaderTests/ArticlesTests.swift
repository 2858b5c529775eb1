import Prose
import Screen
import Testing

@testable import Reader

@Suite struct ArticlesTests {
  private func second() -> (Article, Document) {
    let builder = DocumentBuilder([
      (.headline, "Lamp oil dearer"), (.paragraph, "Oil rose again on Monday."),
    ])
    return (Article(location: "two.txt", text: builder.text), builder.opened)
  }

  @Test func `one article is opened at once, several are listed`() {
    #expect(Session(locations: ["a"]).effects == [.openArticle(row: 0)])
    let several = Session(locations: ["a", "b"])
    #expect(several.effects == [])
    #expect(several.state.view == .list)
  }

  @Test func `J and K go through the articles and back to where each was left`() {
    var session = Session(locations: ["one", "two"], columns: 50, rows: 12)
    session.type("Enter")
    session.open(Strait.article, Strait.builder.opened)
    session.type("5j ma")
    let top = session.top
    _ = session.takeEffects()
    session.type("J")
    #expect(session.takeEffects() == [.openArticle(row: 1)])
    let (article, document) = second()
    session.open(article, document, row: 1)
    #expect(session.screen.contains("Lamp oil dearer"))
    session.type("J")
    #expect(session.state.message?.text == "This is the last article.")
    session.type("K")
    session.open(Strait.article, Strait.builder.opened)
    #expect(session.top == top)
    session.type("g 'a")
    #expect(session.top == top)
  }

  @Test func `an article that is no longer wanted is dropped`() {
    var session = Session(locations: ["one", "two"], columns: 50, rows: 12)
    session.type("Enter q")
    #expect(session.takeEffects() == [.openArticle(row: 0), .quit])
    session = Session(locations: ["one", "two", "three"], columns: 50, rows: 12)
    session.type("Enter j Enter")
    session.open(Strait.article, Strait.builder.opened, row: 0)
    #expect(session.state.article == nil)
    let (article, document) = second()
    session.open(article, document, row: 1)
    #expect(session.state.openRow == 1)
  }

  @Test func `a failure leaves the article that is open on the screen`() {
    var session = Session(locations: ["one", "two"], columns: 60, rows: 12)
    session.type("Enter")
    session.open(Strait.article, Strait.builder.opened)
    session.type("J")
    session.send(.failed(row: 1, message: "two is empty."))
    #expect(session.screen.contains("Velia on Thursday"))
    #expect(session.screen.contains("two is empty."))
    session.type("q")
    #expect(session.state.list.selected == 0)
    #expect(session.screen.contains("two  two is empty."))
  }

  @Test func `an article is opened by the mouse`() {
    var session = Session(locations: ["one", "two", "three"], columns: 60, rows: 12)
    session.send(.input(.mouse(Mouse(.press, at: Point(column: 5, row: 3)))))
    #expect(session.takeEffects() == [.openArticle(row: 1)])
  }

  @Test func `a search goes on in the next article`() {
    var session = Session(locations: ["one", "two"])
    session.type("Enter")
    session.open(Strait.article, Strait.builder.opened)
    session.type("/oil Enter J")
    let (article, document) = second()
    session.open(article, document, row: 1)
    session.type("n")
    #expect(session.screen.contains("/oil 1/2"))
  }

  @Test func `a long list scrolls with its selection`() {
    var session = Session(locations: (1...50).map { "file\($0).txt" }, columns: 40, rows: 10)
    session.type("G")
    #expect(session.screen.contains("file50.txt"))
    #expect(!session.screen.contains("file1.txt"))
    session.type("g")
    #expect(session.screen.contains("file1.txt"))
  }

  @Test func `what the library holds is listed by title, day and site, even one article`() {
    let listed = ReaderState.Listed(
      title: "Ferry row",
      day: "2026-01-29",
      detail: "Harbor Wire · unread"
    )
    var state = ReaderState(locations: ["/news/a.txt"], listed: [listed])
    #expect(update(&state, .started(Size(columns: 80, rows: 10))) == [])
    let screen = render(state, size: Size(columns: 80, rows: 10)).text
    for words in ["29 Jan 2026  Ferry row  ", "  Harbor Wire · unread"] {
      #expect(screen.contains(words), "\(screen)")
    }
    #expect(update(&state, .input(.key(.enter))) == [.openArticle(row: 0)])
  }
}
