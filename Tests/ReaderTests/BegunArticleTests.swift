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

  @Test
  func `of what will be analyzed whole the screen is analyzed first, the rest once it is there`() {
    var session = begun()
    func windows() -> [Range<UInt32>] {
      session.takeEffects().compactMap {
        if case .analyze(_, let window) = $0 { window } else { nil }
      }
    }
    let glances = windows()
    #expect(glances.count == 1)
    #expect(glances.first?.lowerBound == 0)
    let (_, beginning) = article(30)
    let (whole, document) = article(300)
    session.send(.extended(row: 0, whole, document))
    #expect(windows() == [])
    session.send(.analyzed(request: session.state.article?.request ?? 0, beginning))
    #expect(session.state.article?.findings?.window == glances.first)
    #expect(windows() == [whole.text.range])
  }

  @Test func `what is there is analyzed whole at once where the screen has been`() {
    var session = begun()
    let (_, beginning) = article(30)
    session.send(.analyzed(request: session.state.article?.request ?? 0, beginning))
    _ = session.takeEffects()
    let (whole, document) = article(300)
    session.send(.extended(row: 0, whole, document))
    #expect(
      session.takeEffects().contains {
        if case .analyze(_, let window) = $0 { window == whole.text.range } else { false }
      }
    )
  }

  @Test func `what comes bit by bit is shown and analyzed as it comes`() {
    var session = Session(columns: 60, rows: 12)
    let (beginning, document) = article(2)
    session.send(.begun(row: 0, beginning, document, expected: nil))
    func windows() -> [Range<UInt32>] {
      session.takeEffects().compactMap {
        if case .analyze(_, let window) = $0 { window } else { nil }
      }
    }
    #expect(windows() == [document.text.range.clamped(to: 0..<(document.blocks.ends.last ?? 0))])
    let (more, moreDocument) = article(4)
    session.send(.grown(row: 0, more, moreDocument))
    #expect(session.screen.contains("Paragraph 3 of"))
    #expect(session.screen.contains("all…"))
    #expect(windows() == [])
    session.send(.analyzed(request: session.state.article?.request ?? 0, document))
    #expect(windows() == [more.text.range])
    // As long as an answer is awaited nobody asks again.
    let (third, thirdDocument) = article(40)
    session.send(.grown(row: 0, third, thirdDocument))
    #expect(windows() == [])
    session.send(.analyzed(request: session.state.article?.request ?? 0, moreDocument))
    #expect(session.state.article?.findings?.document.text.count == more.text.count)
    #expect(windows() == [third.text.range])
    session.send(.extended(row: 0, third, thirdDocument))
    #expect(!session.screen.contains("all…"))
    #expect(windows() == [third.text.range])
  }

  @Test func `who stands at the end of what has come follows it`() {
    var session = Session(columns: 60, rows: 12)
    let (beginning, document) = article(30)
    session.send(.begun(row: 0, beginning, document, expected: nil))
    session.type("G")
    let (more, moreDocument) = article(50)
    session.send(.grown(row: 0, more, moreDocument))
    #expect(session.screen.contains("Paragraph 49 of"))
    #expect(session.screen.contains("end…"))
  }

  @Test func `a search goes on in what has come since`() {
    var session = begun()
    session.type("/ report Enter")
    #expect(session.screen.contains("1/30…"))
    let (whole, document) = article(300)
    session.send(.extended(row: 0, whole, document))
    #expect(session.screen.contains("1/300"))
    #expect(!session.screen.contains("1/300…"))
  }

  @Test func `a search that finds nothing yet goes to what the rest of the file holds`() {
    var session = begun()
    session.type("/ 2 9 9 Enter")
    #expect(session.screen.contains("not in what has come so far"))
    let (whole, document) = article(300)
    session.send(.extended(row: 0, whole, document))
    #expect(session.screen.contains("Paragraph 299 of"))
  }

  @Test func `the rest of an article that is no longer open is dropped`() {
    var session = begun()
    let (whole, document) = article(300)
    session.send(.extended(row: 1, whole, document))
    #expect(session.state.article?.document.text.count != whole.text.count)
  }
}
