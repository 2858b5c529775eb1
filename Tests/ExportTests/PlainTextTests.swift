import Export
import Prose
import Testing

@Suite
struct PlainTextTests {
  @Test
  func `separates blocks by an empty line`() {
    let text = SourceText("Talks resume\nDenmark waits.\nStill.\n\n\nSupport us.\n")
    var blocks = Blocks()
    blocks.append(.headline, 0..<12)
    blocks.append(.paragraph, 13..<34)
    blocks.append(.boilerplate, 37..<48)
    #expect(
      String(decoding: plainText(of: text, blocks), as: UTF8.self)
        == "Talks resume\n\nDenmark waits.\nStill.\n\nSupport us.\n"
    )
  }

  @Test(arguments: [
    ("a\tb — 船 \u{A0}😀", "a\tb — 船 \u{A0}😀"),
    ("a\u{1B}[31mb\u{7}", "a\u{FFFD}[31mb\u{FFFD}"),
    ("a\u{9B}31mb\u{7F}", "a\u{FFFD}31mb\u{FFFD}"),
    ("a\u{202E}b\u{2066}c\u{2069}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"),
    ("\u{5E9}\u{5DC}\u{5D5}\u{5DD} \u{200F}‑", "\u{5E9}\u{5DC}\u{5D5}\u{5DD} \u{200F}‑"),
  ])
  func `lets no control through`(given: String, expected: String) {
    let text = SourceText(given)
    var blocks = Blocks()
    blocks.append(.paragraph, text.range)
    #expect(String(decoding: plainText(of: text, blocks), as: UTF8.self) == expected + "\n")
  }

  @Test
  func `repairs what is not UTF-8`() {
    let text = SourceText([0x61, 0xE9, 0x62, 0xC2])
    var blocks = Blocks()
    blocks.append(.paragraph, text.range)
    #expect(String(decoding: plainText(of: text, blocks), as: UTF8.self) == "a\u{FFFD}b\u{FFFD}\n")
  }
}
