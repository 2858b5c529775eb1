import Analysis
import Prose
import TestKit

/// Marked prose and what the analysis finds in it, to be compared as text.
struct AnalyzedProse {
  let marked: MarkedProse
  let document: Document

  /// Analyzes the prose; each of its lines is a paragraph.
  init(_ marked: String, layers: Set<Layer> = Set(Layer.allCases)) {
    self.marked = MarkedProse(marked)
    let text = SourceText(self.marked.text)
    var blocks = Blocks()
    var start: UInt32 = 0
    for line in self.marked.text.split(separator: "\n", omittingEmptySubsequences: false) {
      let end = start + UInt32(line.utf8.count)
      if end > start { blocks.append(.paragraph, start..<end) }
      start = end + 1
    }
    document = analyze(text, blocks: blocks, layers: layers)
  }

  /// The prose with what was found marked in it.
  func rendered(_ found: some Sequence<MarkedProse.Mark>) -> String {
    MarkedProse.render(marked.text, Array(found))
  }

  /// The prose with the mentions marked for which `label` gives a label.
  func mentions(_ label: (Mention) -> String?) -> String {
    rendered(
      document.allMentions.compactMap { mention in
        label(mention).map { MarkedProse.Mark(range: mention.range, label: $0) }
      }
    )
  }
}
