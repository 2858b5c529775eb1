import Prose
import Screen
import Testing

@testable import Reader

@Suite struct BegunArticleTests {
  private func article(_ paragraphs: Int) -> (Article, Document) {
    var blocks = Blocks()
    var text = ""
    for number in 0..<paragraphs {
      let start = UInt32(text.utf8.count)
      text += "Paragraph \(number) of the harbor report."
      blocks.append(.paragraph, start..<UInt32(text.utf8.count))
      text += "\n\n"
    }
    let source = SourceText(text)
    return (Article(location: "long.txt", text: source), Document(text: source, blocks: blocks))
  }

  private func begun() -> Session {
    var session = Session(columns: 60, rows: 12)
    let (beginning, document) = article(30)
    session.send(.begun(row: 0, beginning, document, expected: 500_000))
    return session
  }

  @Test func `the beginning is read while the rest comes, and the place is kept`() {
    var session = begun()
    #expect(session.screen.contains("Paragraph 0 of"))
    session.type("Space")
    let top = session.top
    let (whole, document) = article(300)
    session.send(.extended(row: 0, whole, document))
    #expect(session.top == top)
    session.type("G")
    #expect(session.screen.contains("Paragraph 299 of"))
  }

  @Test func `who went to the end meanwhile gets to that of the whole`() {
    var session = begun()
    session.type("G")
    let (whole, document) = article(300)
    session.send(.extended(row: 0, whole, document))
    #expect(session.screen.contains("Paragraph 299 of"))
  }

  @Test func `what will be analyzed whole is not analyzed before it is there`() {
    var session = begun()
    #expect(session.takeEffects().allSatisfy { if case .analyze = $0 { false } else { true } })
    let (whole, document) = article(300)
    session.send(.extended(row: 0, whole, document))
    #expect(
      session.takeEffects().contains {
        if case .analyze(_, let window) = $0 { window == whole.text.range } else { false }
      }
    )
  }

  @Test func `the rest of an article that is no longer open is dropped`() {
    var session = begun()
    let (whole, document) = article(300)
    session.send(.extended(row: 1, whole, document))
    #expect(session.state.article?.document.text.count != whole.text.count)
  }
}
