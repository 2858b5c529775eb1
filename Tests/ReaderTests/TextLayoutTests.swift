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
}
