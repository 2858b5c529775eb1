import Prose
import Screen
import Testing

@testable import Reader

struct PaintTests {
  @Test func `a label's highlight ends with its word where a name goes on`() {
    let document = Strait.builder.analyzed
    let labels = painted(document, Switches()).filter { $0.face == .issueLabel }
      .map { document.text.string(in: $0.range) }
    #expect(labels.contains("withdrawal from the"))
    for label in labels {
      #expect(label.first?.isWhitespace == false)
      #expect(label.last?.isWhitespace == false)
    }
  }
}
