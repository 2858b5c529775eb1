import Export
import Foundation
import Prose
import Testing

@Suite struct AnnotationTests {
  private let articles = [
    AnnotatedArticle(
      location: "/news/a ferry#1.txt",
      title: "A *starred* [head](line)",
      byline: ["Ana Ruiz"],
      site: "Harbor Wire",
      published: "2026-01-29T10:00:00Z",
      tags: ["ports"],
      annotations: [
        Annotation(
          id: "9b2d",
          quote: "“the <b>ferry</b>\nsails”",
          prefix: "p",
          suffix: "s",
          start: 4,
          end: 26,
          color: "rose",
          note: "# why?\nsecond",
          created: "2026-02-01T00:00:00Z",
          changed: "2026-02-02T00:00:00Z"
        ),
        Annotation(
          id: "9b2e",
          quote: "gone\u{1B}[31m",
          start: 40,
          end: 49,
          color: "yellow",
          created: "2026-02-01T00:00:00Z",
          changed: "2026-02-01T00:00:00Z",
          isOrphaned: true
        ),
      ]
    )
  ]

  private func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test func `marks become W3C Web Annotations`() throws {
    let page = try object(webAnnotations(articles))
    #expect(page["type"] as? String == "AnnotationPage")
    let items = try #require(page["items"] as? [[String: Any]])
    #expect(items.map { $0["id"] as? String } == ["urn:uuid:9b2d", "urn:uuid:9b2e"])
    #expect(items.map { $0["motivation"] as? String } == ["commenting", "highlighting"])
    let target = try #require(items[0]["target"] as? [String: Any])
    let source = try #require(target["source"] as? [String: Any])
    #expect(source["id"] as? String == "file:///news/a%20ferry%231.txt")
    let selectors = try #require(target["selector"] as? [[String: Any]])
    #expect(
      selectors.map { $0["type"] as? String } == ["TextQuoteSelector", "TextPositionSelector"]
    )
    #expect(selectors[0]["exact"] as? String == articles[0].annotations[0].quote)
    #expect(selectors[1]["start"] as? Int == 4 && selectors[1]["end"] as? Int == 26)
    #expect((items[0]["body"] as? [String: Any])?["value"] as? String == "# why?\nsecond")
    #expect(items[1]["body"] == nil)
  }

  @Test func `marks become JSON that holds all of them and no control`() throws {
    let bytes = annotationsJSON(articles)
    #expect(!bytes.contains(0x1B))
    let file = try object(bytes)
    #expect(file["schema"] as? String == "broadsheet-annotations/1")
    let article = try #require((file["articles"] as? [[String: Any]])?.first)
    let marks = try #require(article["annotations"] as? [[String: Any]])
    #expect(marks.map { $0["isOrphaned"] as? Bool } == [false, true])
    #expect(marks[1]["quote"] as? String == "gone\u{1B}[31m")
  }

  @Test func `in Markdown nothing of an article is markup`() {
    let text = String(decoding: annotationsMarkdown(articles), as: UTF8.self)
    let expected = """
      # A \\*starred\\* \\[head\\](line)

      Harbor Wire · /news/a ferry\\#1.txt · 2026-01-29

      Tags: ports

      > “the \\<b\\>ferry\\</b\\> sails”
      >
      > — rose

      \\# why?  
      second

      > gone\u{FFFD}\\[31m
      >
      > — yellow, no longer in the text

      """
    #expect(text == expected)
  }
}
