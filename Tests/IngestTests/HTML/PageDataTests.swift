import Prose
import Testing

@testable import Ingest

/// What is read about an article beside its text.
@Suite
struct PageDataTests {
  private func read(head: String = "", body: String = "") throws -> Article {
    let paragraphs = prose.map { "<p>\($0)</p>" }.joined()
    let page =
      "<!DOCTYPE html><html><head>\(head)</head><body>\(body)<div>\(paragraphs)</div></body></html>"
    return try readArticle(bytes: Array(page.utf8), location: "page.html")
  }

  private func data(_ json: String) -> String {
    "<script type='application/ld+json'>\(json)</script>"
  }

  @Test(arguments: [
    (#"{"@type":"NewsArticle","headline":"Ferry talks resume","author":{"name":"Ana Ruiz"}}"#),
    (#"[{"@type":"WebSite","name":"Wire"},{"@type":["NewsArticle"],"headline":"Ferry talks resume","author":[{"name":"Ana Ruiz"}]}]"#),
    (#"{"@graph":[{"@type":"Person","@id":"_a","name":"Ana Ruiz"},{"@type":"Article","headline":"Ferry talks &#114;esume","author":{"@id":"_a"}}]}"#),
    ("<!--\n{\"@type\":\"BlogPosting\",\"headline\":\"Ferry\ntalks resume\",\"author\":\"Ana Ruiz\",,}\n-->"),
  ])
  func `believes data for machines`(json: String) throws {
    let article = try read(head: data(json))
    #expect(article.title == "Ferry talks resume")
    #expect(article.byline == ["Ana Ruiz"])
  }

  @Test(arguments: [
    (
      "<title>Ferry talks resume | Harbor Wire</title><meta property=og:site_name content='Harbor Wire'>",
      ""
    ),
    ("<title>Harbor Wire</title><meta property=og:title content='Ferry talks resume'>", ""),
    ("<title>Ferry talks resume - Harbor Wire</title>", "<h1>Ferry talks resume</h1>"),
    ("<title>Ferry talks to resume this week</title>", "<h1>Ferry talks resume</h1>"),
    ("", "<h1>Ferry <em>talks</em> resume</h1>"),
    (
      "<meta property=dc:title content='Ferry talks resume'><meta property=og:title content=Wire>",
      ""
    ),
  ])
  func `finds the headline without the site's name`(head: String, body: String) throws {
    #expect(try read(head: head, body: body).title == "Ferry talks resume")
  }

  @Test
  func `drops the last of a title's three parts`() throws {
    let article = try read(head: "<title>Ferry talks resume | Island | Ana Ruiz</title>")
    #expect(article.title == "Ferry talks resume | Island")
  }

  @Test(arguments: [
    ("<meta name=author content='By Ana Ruiz'>", "", ["Ana Ruiz"]),
    ("", "<a rel=author href=/ana>Ana Ruiz</a>", ["Ana Ruiz"]),
    (
      "", "<h1>Ferry talks resume</h1><p class=byline>By Ana Ruiz | 29 January 2026</p>",
      ["Ana Ruiz"]
    ),
    ("", "<h1>Ferry talks resume</h1><div>By Ana Ruiz, Ronne on Monday</div>", ["Ana Ruiz, Ronne"]),
    ("<meta name=author content=admin><meta name=byl content='Ivo Brandt'>", "", ["Ivo Brandt"]),
    ("<meta property=og:site_name content=Wire><meta name=author content=Wire>", "", []),
    ("<meta name=author content='https://example.org/ana'>", "", []), ("", "", []),
    (
      "", "<h1>Ferry talks resume</h1><div>Text: <a href=/authors/ana/>Ana Ruiz</a></div>",
      ["Ana Ruiz"]
    ),
    ("", "<h1>Ferry talks resume</h1><nav><a href=/author/ana>Ana Ruiz</a></nav>", []),
    ("", "<h1>Ferry talks resume</h1><p>See <a href=/news/ana>Ana Ruiz</a></p>", []),
    (
      "", "<h1>Ferry talks resume</h1><p class=author>Posted on 29 January 2026 by Ana Ruiz</p>",
      ["Ana Ruiz"]
    ),
    (
      "", "<h1>Ferry talks resume</h1><ol class=commentlist><li class=author>Ivo Brandt</ol>", []
    ),
    (
      "<meta property=og:site_name content='Harbor Wire'>",
      "<h1>Ferry talks resume</h1><a rel=author href=/>Harbor Wire</a>", ["Harbor Wire"]
    ),
  ])
  func `finds who wrote it`(head: String, body: String, expected: [String]) throws {
    #expect(try read(head: head, body: body).byline == expected)
  }

  @Test(arguments: [
    (
      "<meta property=article:published_time content='2026-01-29T10:00:00+01:00'>", "",
      "2026-01-29T10:00:00+01:00"
    ),
    ("<meta name=date content='2026-01-29 10:00:00 +0100'>", "", "2026-01-29T10:00:00+01:00"),
    ("<meta name=date content='Thu, 29 Jan 2026 10:00:00 GMT'>", "", "2026-01-29"),
    ("", "<time datetime=2026-01-29T09:00Z>today</time>", "2026-01-29T09:00Z"),
    ("", "<h1>Ferry talks resume</h1><p>January 29, 2026</p>", "2026-01-29"),
    ("", "<h1>Ferry talks resume</h1><p>29. Januar 2026, 9 Uhr</p>", "2026-01-29"),
    ("", "<h1>Ferry talks resume</h1><p>29 de enero de 2026</p>", "2026-01-29"),
    ("", "<h1>Ferry talks resume</h1><p>29.1.2026</p>", "2026-01-29"),
    ("<link rel=canonical href='https://example.org/2026/01/29/ferry'>", "", "2026-01-29"),
    ("<meta name=date content='0001-01-01T00:00:00Z'>", "", nil),
    ("", "<h1>Ferry talks resume</h1><p>03/04/2026</p>", nil), ("", "", nil),
  ])
  func `finds the day, and makes none up`(head: String, body: String, expected: String?) throws {
    #expect(try read(head: head, body: body).published == expected)
  }

  @Test(arguments: [
    ("<time datetime=2026-01-29T22:30:00-05:00>Thursday</time>", "2026-01-29T22:30:00-05:00"),
    ("<time datetime=2026-01-28T22:30:00-05:00>Another</time>", "2026-01-30T03:30:00Z"),
    ("<p>January 29, 2026</p>", "2026-01-29"), ("<p>January 31, 2026</p>", "2026-01-30T03:30:00Z"),
    ("<p>January 2, 2026</p>", "2026-01-30T03:30:00Z"), ("", "2026-01-30T03:30:00Z"),
  ])
  func `the day is the one that the paper prints`(shown: String, expected: String) throws {
    let article = try read(
      head: "<meta property=article:published_time content=2026-01-30T03:30:00Z>",
      body: "<h1>Ferry talks resume</h1>\(shown)"
    )
    #expect(article.published == expected)
  }

  @Test(arguments: [
    (#"{"@type":"NewsArticle","isAccessibleForFree":false}"#, true),
    (#"{"@type":"NewsArticle","isAccessibleForFree":"False"}"#, true),
    (#"{"@type":"NewsArticle","isAccessibleForFree":true}"#, false),
    (#"{"@type":"WebSite","isAccessibleForFree":false}"#, false), ("{}", false),
  ])
  func `tells that a page is for subscribers`(json: String, isForSubscribers: Bool) throws {
    #expect(try read(head: data(json)).isForSubscribers == isForSubscribers)
  }

  @Test(arguments: [
    ("<html lang=pt-BR>", "", "pt"), ("<html xml:lang=EN>", "", "en"), ("<html>", "", nil),
    ("<html>", "<meta http-equiv=Content-Language content=de>", "de"),
    ("<html lang=''>", "<meta property=og:locale content=fr_FR>", "fr"),
    ("<html lang='none at all'>", "", nil), ("<html lang=und>", "", nil),
  ])
  func `tells the language that the page says it is in`(
    tag: String,
    head: String,
    language: String?
  ) throws {
    let page = "\(tag)<head>\(head)</head><body><p>\(prose[0])</p>"
    let article = try readArticle(bytes: Array(page.utf8), location: "page.html")
    #expect(article.language == language)
  }
}
