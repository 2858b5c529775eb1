import Prose
import Screen
import Testing

@testable import Reader

@Suite struct AnalysisTests {
  @Test func `a short text is analyzed as a whole, once`() {
    var session = Session()
    _ = session.takeEffects()
    session.open(Strait.article, Strait.builder.opened)
    #expect(session.takeEffects() == [.analyze(request: 1, window: Strait.builder.text.range)])
    session.type("G g 5j")
    #expect(session.takeEffects() == [])
  }

  @Test func `when the analysis arrives nothing scrolls and highlights appear`() {
    var session = Session(columns: 60, rows: 14)
    session.open(Strait.article, Strait.builder.opened)
    session.type("7j /the Enter")
    let rows = session.textRows.map { $0.dropFirst(3).prefix(30) }
    let top = session.top
    session.analyze(Strait.builder.analyzed)
    #expect(session.top == top)
    #expect(session.textRows.map { $0.dropFirst(3).prefix(30) } == rows)
    #expect(session.frame.cells.contains { $0.face == .actorGovernment })
  }

  @Test func `an answer to an older request is dropped`() {
    var session = Session(locations: ["one", "two"])
    session.type("Enter")
    session.open(Strait.article, Strait.builder.opened)
    session.type("J")
    session.open(Strait.article, Strait.builder.opened, row: 1)
    session.send(.analyzed(request: 1, Strait.builder.analyzed))
    #expect(session.state.article?.findings == nil)
    session.send(.analyzed(request: 2, Strait.builder.analyzed))
    #expect(session.state.article?.findings != nil)
  }

  /// Paragraphs of 1000 bytes, 3 MB of them.
  private var long: Document {
    var blocks = Blocks()
    var bytes: [UInt8] = []
    let paragraph = Array(String(repeating: "word word ", count: 100).utf8.dropLast())
    for _ in 0..<3000 {
      let start = UInt32(bytes.count)
      bytes += paragraph
      blocks.append(.paragraph, start..<UInt32(bytes.count))
      bytes += [10, 10]
    }
    return Document(text: SourceText(bytes), blocks: blocks)
  }

  @Test func `a long text is analyzed in whole paragraphs around the reader, and anew elsewhere`() {
    var session = Session()
    _ = session.takeEffects()
    let document = long
    session.open(Article(location: "long", text: document.text), document)
    guard case .analyze(1, let glance)? = session.takeEffects().first else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(glance.lowerBound == 0)
    #expect((1..<10_000).contains(glance.upperBound))
    session.send(.analyzed(request: 1, document))
    guard case .analyze(2, let first)? = session.takeEffects().first else {
      Issue.record("nothing was asked for beyond the screen")
      return
    }
    #expect(first.lowerBound == 0)
    #expect((100_000..<200_000).contains(first.upperBound))
    #expect(document.blocks.ends.contains(first.upperBound))
    session.type("30 Space")
    #expect(session.takeEffects() == [])
    session.type("50%")
    guard case .analyze(3, let second)? = session.takeEffects().first else {
      Issue.record("nothing was asked for in the middle")
      return
    }
    #expect((200_000..<300_000).contains(second.count))
    #expect(document.blocks.starts.contains(second.lowerBound))
    #expect(second.contains(session.top))
    session.type("Space b Space")
    #expect(session.takeEffects() == [])
  }

  @Test
  func
    `what is on the screen is analyzed ahead of a text that takes long, and kept until that is done`()
  {
    var session = Session()
    let paragraphs = 40
    let text = SourceText(long.text.withBytes { Array($0.prefix(1001 * paragraphs)) })
    var blocks = Blocks()
    for row in 0..<paragraphs {
      blocks.append(.paragraph, UInt32(row * 1001)..<UInt32(row * 1001 + 999))
    }
    let document = Document(text: text, blocks: blocks)
    session.open(Article(location: "report", text: text), document)
    guard case .analyze(1, let glance)? = session.takeEffects().last else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(glance.count < 12_000 && glance.upperBound >= session.state.visible.upperBound)
    // Who goes on meanwhile asks for nothing that would make the answer an old one.
    session.type("Space Space")
    #expect(session.takeEffects() == [])
    session.send(.analyzed(request: 1, document))
    #expect(session.state.article?.findings?.window == glance)
    #expect(session.takeEffects() == [.analyze(request: 2, window: text.range)])
    session.send(.analyzed(request: 2, document))
    #expect(session.state.article?.findings?.window == text.range)
    #expect(session.takeEffects() == [])
  }

  @Test func `a paragraph without end is analyzed in part`() {
    var blocks = Blocks()
    let bytes = Array(String(repeating: "word word ", count: 300_000).utf8.dropLast())
    blocks.append(.paragraph, 0..<UInt32(bytes.count))
    let document = Document(text: SourceText(bytes), blocks: blocks)
    var session = Session()
    session.open(Article(location: "long", text: document.text), document)
    session.type("50%")
    session.send(.analyzed(request: 1, document))
    guard case .analyze(2, let window)? = session.takeEffects().last else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(window.count < 300_000)
    #expect(window.contains(session.top))
  }

  @Test func `what is followed is followed on in the next part's analysis`() {
    var session = Session.reading()
    session.type("Tab j Enter")
    session.state.article?.request = 7
    session.analyze(Strait.builder.analyzed)
    #expect(session.state.article?.focus?.name == "Velia")
  }
}
