import Prose
import TestKit
import Testing

@testable import Ingest

@Suite
struct ReadMarkdownTests {
  private func read(_ markdown: String) throws -> Article {
    try readArticle(bytes: Array(markdown.utf8), location: "talks.md")
  }

  private func lines(_ markdown: String) throws -> [String] {
    let article = try read(markdown)
    guard let blocks = article.blocks else { return [] }
    return (0..<blocks.count).map { row in
      "\(blocks.kinds[row]): \(article.text.string(in: blocks.range(row)))"
    }
  }

  @Test(arguments: [
    ("# Ferry talks\n\nShips\nwait.", ["headline: Ferry talks", "paragraph: Ships wait."]),
    (
      "Ferry talks\n===\n\n## Asked ##\nFares.",
      ["headline: Ferry talks", "heading: Asked", "paragraph: Fares."]
    ),
    (
      "- one\n  more\n* two\n3. three",
      ["listItem: one more", "listItem: two", "listItem: 3. three"]
    ),
    ("> We have\n> waited.\n>\n> Long.", ["quotation: We have waited.", "quotation: Long."]),
    ("A.\n\n***\n\n---\n\nB.", ["paragraph: A.", "paragraph: B."]),
    ("```swift\nlet *a* = 1\n\nb\n```\nEnd.", ["paragraph: let *a* = 1\n\nb", "paragraph: End."]),
    ("One.  \nTwo.", ["paragraph: One.\nTwo."]),
    (
      "| Port | Fare |\n|---|---:|\n| Ronne | 4 |",
      ["paragraph: Port · Fare", "paragraph: Ronne · 4"]
    ),
    ("```\nnever ended", ["paragraph: never ended"]),
  ])
  func `knows blocks`(markdown: String, expected: [String]) throws {
    #expect(try lines(markdown) == expected)
  }

  @Test(arguments: [
    ("**Bold**, *slanted* and ~~struck~~", "Bold, slanted and struck"),
    ("a [link](http://a.b \"t\") and ![a pier](x.jpg)", "a link and a pier"),
    ("see [this][1] and [that]\n\n[1]: http://a.b\n[that]: <http://c.d>", "see this and that"),
    ("snake_case_word, 2*3*4 and a * b", "snake_case_word, 2*3*4 and a * b"),
    ("`code *stays*` and ``a ` b``", "code *stays* and a ` b"),
    (#"\*not\* \[a\]"#, "*not* [a]"), ("[brackets] stay", "[brackets] stay"),
    ("<http://a.b> <em>x</em> &amp; 3 < 4 &#8212;", "http://a.b x & 3 < 4 —"),
    ("a note[^1] of it", "a note of it"), ("`unended", "`unended"), ("[x](unended", "[x](unended"),
  ])
  func `reads through inline signs`(markdown: String, expected: String) throws {
    #expect(try lines(markdown) == ["paragraph: \(expected)"])
  }

  @Test
  func `reads the head of a page`() throws {
    let article = try read(
      "---\ntitle: \"Ferry talks\"\nauthor: Ana Ruiz\ndate: 2026-01-29\n---\n# Ferry talks\n\nShips wait."
    )
    #expect(article.title == "Ferry talks")
    #expect(article.byline == ["Ana Ruiz"])
    #expect(article.published == "2026-01-29")
    #expect(article.format == .markdown)
    #expect(article.text.string == "Ferry talks\n\nShips wait.")
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `reads any signs at all`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "*", "_", "[", "]", "(", ")", "`", "```", "\n", "\n\n", "> ", "- ", "# ", "|", "<", ">", "&",
      "\\", "    ", "---", "a", " b ",
    ]
    for _ in 0..<300 {
      let markdown = (0..<Int.random(in: 1...60, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
      guard let article = try? read(markdown) else { continue }
      var end: UInt32 = 0
      guard let blocks = article.blocks else { continue }
      for row in 0..<blocks.count {
        let gap = article.text.string(in: end..<blocks.range(row).lowerBound)
        let isBlank = gap.allSatisfy(\.isWhitespace)
        #expect(isBlank, "seed \(seed)")
        end = blocks.range(row).upperBound
      }
      #expect(Int(end) == article.text.count, "seed \(seed)")
    }
  }

  @Test
  func `reads a hundred thousand brackets in bounded time`() throws {
    let article = try read(String(repeating: "[", count: 100_000) + "talks")
    #expect(article.text.string.hasSuffix("talks"))
  }
}
