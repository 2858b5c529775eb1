import Prose
import Testing

@Suite struct AnchorTests {
  /// Marks what stands between ‹ and › and says where it is found in another text.
  private func follow(_ marked: String, to text: String) -> String? {
    let parts = marked.split(omittingEmptySubsequences: false) { $0 == "‹" || $0 == "›" }
    let before = UInt32(parts[0].utf8.count)
    let source = SourceText(parts.joined())
    let anchor = source.anchor(before..<before + UInt32(parts[1].utf8.count))
    let annotation = Annotation(
      id: "1",
      quote: anchor.quote,
      prefix: anchor.prefix,
      suffix: anchor.suffix,
      start: anchor.start,
      end: anchor.end,
      color: "yellow",
      created: "",
      changed: ""
    )
    let now = SourceText(text)
    guard let range = now.range(of: annotation) else { return nil }
    return now.string(in: 0..<range.lowerBound) + "‹" + now.string(in: range) + "›"
      + now.string(in: range.upperBound..<UInt32(now.count))
  }

  @Test(arguments: [
    ("The ‹ferry› sails.", "The ferry sails.", "The ‹ferry› sails."),
    ("The ‹ferry› sails.", "Today the ferry sails.", "Today the ‹ferry› sails."),
    (
      "One lamp, ‹one lamp› more.", "Now one lamp, one lamp more.", "Now one lamp, ‹one lamp› more."
    ),
    (
      "a lamp here. ‹a lamp› there.", "a lamp there, no. a lamp here",
      "‹a lamp› there, no. a lamp here"
    ),
    ("It said “‹we won’t›” now.", "It said \"we won't\" now.", "It said \"‹we won't›\" now."),
    ("a ‹long\nline› ends", "a long   line ends", "a ‹long   line› ends"),
    ("é ‹été› à", "— é été à", "— é ‹été› à"),
    ("‹all›", "all", "‹all›"),
  ])
  func `a passage is found again`(marked: String, text: String, found: String) {
    #expect(follow(marked, to: text) == found)
  }

  @Test(arguments: [("The ‹ferry› sails.", "The boat sails."), ("‹ferry›", "")])
  func `a passage that is gone is not found`(marked: String, text: String) {
    #expect(follow(marked, to: text) == nil)
  }

  @Test func `places are code points, and what is no text counts as it is shown`() {
    let text = SourceText([0xFF, 0x61] + Array("é✎b".utf8))
    #expect((0...7).map { text.codePoints(before: $0) } == [0, 1, 2, 3, 3, 4, 4, 4])
    #expect((0...6).map { text.byte(ofCodePoint: $0) } == [0, 1, 2, 4, 7, 8, 8])
  }
}
