import Export
import Library
import Prose
import Testing

@testable import broadsheet

@Suite struct AnnotationFileTests {
  private let articles = [
    AnnotatedArticle(
      location: "/news/a ferry#1.txt",
      title: "Ferry",
      byline: ["Ana Ruiz"],
      site: "Harbor Wire",
      published: "2026-01-29",
      tags: ["ports"],
      annotations: [
        Annotation(
          id: "9b2d",
          quote: "the \"ferry\"\n✎",
          prefix: "p",
          suffix: "s",
          start: 4,
          end: 17,
          color: "rose",
          note: "why?\nsecond",
          created: "2026-02-01T00:00:00Z",
          changed: "2026-02-02T00:00:00Z",
          isOrphaned: true
        )
      ],
      corrections: [
        Correction(
          id: "77aa",
          made: "2026-02-03T00:00:00Z",
          edit: Edit(
            .position,
            Referent(.issue, name: "fees", anchor: TextAnchor(quote: "fees", start: 2, end: 6)),
            object: Referent(
              .actor,
              name: "Ana",
              anchor: TextAnchor(quote: "A\"na", prefix: "<", suffix: "\n", start: 9, end: 13)
            ),
            value: "denies",
            passages: [TextAnchor(quote: "she said no", start: 20, end: 31)]
          )
        )
      ]
    )
  ]

  @Test func `what is exported as JSON is read as it was`() throws {
    #expect(try readAnnotations(annotationsJSON(articles)) == articles)
  }

  @Test func `what is exported as Web Annotations keeps every mark and its article`() throws {
    #expect(try readAnnotations(webAnnotations(articles)) == articles)
  }

  @Test func `another program's annotation is read by its quotation`() throws {
    let page = """
      {"type": "AnnotationPage", "items": [
        {"id": "https://example.org/1", "target": {"source": "file:///a%20b.txt", "selector": [
          {"type": "TextQuoteSelector", "exact": "ferry"}]}},
        {"id": "https://example.org/2", "target": {"source": "x", "selector": [
          {"type": "FragmentSelector", "value": "#x"}]}}]}
      """
    let read = try readAnnotations(Array(page.utf8))
    #expect(read.map(\.location) == ["/a b.txt"])
    #expect(read.flatMap(\.annotations).map(\.quote) == ["ferry"])
    #expect(read.flatMap(\.annotations).map(\.end) == [5])
  }

  @Test(arguments: [
    ("", "it is not JSON"), ("{}", "items is missing"), ("[1]", "is of the wrong kind"),
    (#"{"schema": "broadsheet-annotations/9", "articles": []}"#, "broadsheet-annotations/9"),
    (#"{"schema": "broadsheet-annotations/1", "articles": [{}]}"#, "is missing in articles.1"),
  ])
  func `what holds no marks is refused with its reason`(text: String, reason: String) throws {
    let error = #expect(throws: AnnotationFileError.self) {
      try readAnnotations(Array(text.utf8))
    }
    #expect(try #require(error).description.contains(reason))
  }
}
