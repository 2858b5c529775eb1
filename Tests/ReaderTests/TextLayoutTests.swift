import Prose
import Screen
import TestKit
import Testing

@testable import Reader

@Suite struct TextLayoutTests {
  /// Random paragraphs, some folded, some longer than is wrapped in one piece.
  private func layout(_ seed: UInt64) -> TextLayout {
    var random = SeededGenerator(seed: seed)
    var blocks = Blocks()
    var text = ""
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let isGiant = Int.random(in: 0..<10, using: &random) == 0
      let words = isGiant ? 3000 : Int.random(in: 1...40, using: &random)
      let paragraph = (0..<words).map { _ in
        ["a", "reader", "naïve", "東京の", "strait,", "co-operation", "x"].randomElement(
          using: &random
        ) ?? ""
      }.joined(separator: isGiant && Bool.random(using: &random) ? "" : " ")
      let kind =
        [BlockKind.paragraph, .paragraph, .boilerplate, .quotation, .listItem]
        .randomElement(using: &random) ?? .paragraph
      let start = UInt32(text.utf8.count)
      text += paragraph
      blocks.append(kind, start..<UInt32(text.utf8.count))
      text += "\n\n"
    }
    return TextLayout(
      text: SourceText(text),
      blocks: blocks,
      measure: Int.random(in: 1...90, using: &random)
    )
  }

  @Test(arguments: 0..<16)
  func `every row is found again by its byte`(seed: UInt64) {
    var layout = layout(seed)
    guard let first = layout.spot(at: 0) else { return }
    for row in layout.rows(from: first, count: 200_000) {
      let byte = layout.byte(of: row.spot)
      #expect(layout.spot(at: byte) == row.spot, "seed \(seed), byte \(byte)")
    }
  }

  @Test(arguments: 0..<16)
  func `moving counts the rows that are shown`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var layout = layout(seed)
    guard let first = layout.spot(at: 0) else { return }
    let rows = layout.rows(from: first, count: 200_000)
    #expect(rows.last.map(\.spot) == layout.last)
    for _ in 0..<20 {
      let from = Int.random(in: 0..<rows.count, using: &random)
      let to = Int.random(in: 0..<rows.count, using: &random)
      #expect(layout.moved(rows[from].spot, by: to - from) == rows[to].spot, "seed \(seed)")
    }
    #expect(layout.moved(first, by: 1_000_000) == rows.last?.spot)
    #expect(layout.moved(rows[rows.count - 1].spot, by: -1_000_000) == first)
  }

  @Test(arguments: 0..<16)
  func `the lines hold all text but white space, once`(seed: UInt64) {
    var layout = layout(seed)
    layout.folds.areOpen = true
    guard let first = layout.spot(at: 0) else { return }
    let text = layout.text
    let shown = layout.rows(from: first, count: 200_000).compactMap(\.line)
      .map { text.string(in: $0) }.joined()
    #expect(shown.filter { !$0.isWhitespace } == text.string.filter { !$0.isWhitespace })
  }

  private static let prose = """
    The two governments renewed their invitation to negotiations about the summer ferries on Thursday.
    """

  /// A session with an article of one paragraph.
  private func session(_ text: String, columns: Int = 40, _ style: ReadingStyle) -> Session {
    var blocks = Blocks()
    blocks.append(.paragraph, 0..<UInt32(text.utf8.count))
    let source = SourceText(text)
    var session = Session(columns: columns, rows: 8)
    session.state.style = style
    session.open(
      Article(location: "one.txt", text: source),
      Document(text: source, blocks: blocks)
    )
    return session
  }

  private func rows(_ session: Session, _ count: Int) -> [String] {
    session.screen.split(separator: "\n", omittingEmptySubsequences: false).prefix(count)
      .map(String.init)
  }

  @Test func `text stands at the left and narrower where the reader wants it so`() {
    var style = ReadingStyle()
    style.measure = 30
    style.isCentered = false
    #expect(
      rows(session(Self.prose, columns: 58, style), 4) == [
        "   The two governments renewed", "   their invitation to",
        "   negotiations about the summer",
        "   ferries on Thursday.",
      ]
    )
  }

  @Test func `lines are justified and words broken where the reader wants it so`() {
    var style = ReadingStyle()
    style.measure = 30
    style.isJustified = true
    style.isHyphenated = true
    #expect(
      rows(session(Self.prose, columns: 36, style), 4) == [
        "   The  two  governments  renewed", "   their invitation  to  negotia-",
        "   tions about the summer ferries", "   on Thursday.",
      ]
    )
  }

  @Test func `a paragraph in Hebrew stands at the right and is found by the mouse`() {
    var session = session("ראש הממשלה אמר Ferry Line היום", columns: 40, ReadingStyle())
    #expect(rows(session, 1) == ["        םויה Ferry Line רמא הלשממה שאר"])
    session.state.article?.current = 0..<6
    #expect(session.frame.cursor == Point(column: 37, row: 0))
  }
}
