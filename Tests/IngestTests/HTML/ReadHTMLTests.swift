import Prose
import Testing

@testable import Ingest

/// A page's article as lines of kind and text.
func lines(_ page: String) throws -> [String] {
  let article = try readArticle(bytes: Array(page.utf8), location: "page.html")
  guard let blocks = article.blocks else { return [] }
  return (0..<blocks.count).map { row in
    "\(blocks.kinds[row]): \(article.text.string(in: blocks.range(row)))"
  }
}

/// Two paragraphs long enough to be an article's.
let prose = [
  "The ferry company on the island said on Monday that talks with the harbor board would resume this week, after a month of silence.",
  "Its director, Ana Ruiz, told reporters that no ship would be sold before the spring, and that the winter timetable would stand.",
]

@Suite
struct ReadHTMLTests {
  private func page(_ body: String, head: String = "") -> String {
    "<!DOCTYPE html><html lang=en><head><title>Ferry talks resume | Harbor Wire</title>\(head)</head>"
      + "<body>\(body)</body></html>"
  }

  private var paragraphs: String { prose.map { "<p>\($0)</p>" }.joined() }

  @Test(arguments: [
    ("https://wire.example/a?b=c", "https://wire.example/a?b=c"),
    ("/later", "https://harbor.example/later"),
    ("next", "https://harbor.example/news/next"), ("//other.example/x", "https://other.example/x"),
    ("HTTP://other.example/x", "http://other.example/x"), ("#part", nil),
    ("javascript:alert(1)", nil),
    ("data:text/html,x", nil), ("mailto:a@b.example", nil), ("file:///etc/passwd", nil),
    ("/a b;$(id)`id`|\u{1B}é", "https://harbor.example/a%20b;$(id)%60id%60%7C%C3%A9"),
  ])
  func `tells where links lead, to pages of the web alone`(href: String, address: String?) throws {
    let body =
      "<article><h1>Ferry talks resume</h1><p>\(prose[0]) Read <a href='\(href)'>the letter</a>.</p></article>"
    let article = try readArticle(
      bytes: Array(page(body).utf8),
      location: "https://harbor.example/news/ferry"
    )
    #expect(article.links.map(\.address) == (address.map { [$0] } ?? []))
    for link in article.links { #expect(article.text.string(in: link.range) == "the letter") }
  }

  @Test
  func `links are relative to what the page says`() throws {
    let body =
      "<article><h1>Ferry talks resume</h1><p>\(prose[0]) Read <a href=x>the letter</a>.</p></article>"
    let article = try readArticle(
      bytes: Array(page(body, head: "<base href='https://other.example/y/'>").utf8),
      location: "https://harbor.example/news/ferry"
    )
    #expect(article.links.map(\.address) == ["https://other.example/y/x"])
  }

  @Test
  func `keeps what an article is made of`() throws {
    let body =
      "<article><h1>Ferry talks resume</h1>\(paragraphs)<h2>What is asked</h2><ul><li>A pier at Ronne, say the fishermen."
      + "<li>Lower fares for islanders.</ul><blockquote>We have waited for a year.</blockquote>"
      + "<figure><img src=a.jpg><figcaption>The pier at dawn</figcaption></figure><p>A vote is due on Friday, the board said.</p></article>"
    let found = try lines(page(body))
    #expect(
      found == [
        "headline: Ferry talks resume", "paragraph: \(prose[0])", "paragraph: \(prose[1])",
        "heading: What is asked", "listItem: A pier at Ronne, say the fishermen.",
        "listItem: Lower fares for islanders.", "quotation: We have waited for a year.",
        "caption: The pier at dawn", "paragraph: A vote is due on Friday, the board said.",
      ]
    )
  }

  @Test(arguments: [
    "<nav><a href=/>Home</a> <a href=/s>Sport, and all that is played on the island.</a></nav>",
    "<div class='share-bar'><a href=x>Share this with your friends, all of them.</a></div>",
    "<div class=newsletter-signup><p>Get the morning's news by mail. No cost, no catch, ever.</p></div>",
    "<section id=comments><p>I do not believe a word of this, and neither should you.</p></section>",
    "<div class='cookie-consent'><p>We use cookies to make this site better for you and for us.</p></div>",
    "<aside><p>Three more ferries are to be built in the yard at Ronne, it says.</p></aside>",
    "<div class='related-articles'><h3>More</h3><ul><li><a href=1>Harbor board meets in secret</a></ul></div>",
    "<ul><li><a href=1>Harbor board meets in secret</a><li><a href=2>Fishermen strike</a></ul>",
    "<p>Sign up for our newsletter to read more like this.</p>",
    "<p style='display:none'>You have read all of your free articles. Subscribe.</p>",
    "<script>var text = 'Not shown at all, never.'</script><style>p { color: red }</style>",
    "<footer><p>Harbor Wire is printed in Ronne. All its rights are its own.</p></footer>",
  ])
  func `drops what stands in and around it`(matter: String) throws {
    let expected = ["headline: Ferry talks resume"] + prose.map { "paragraph: \($0)" }
    let inside = "<div class=article-body><p>\(prose[0])</p>\(matter)<p>\(prose[1])</p></div>"
    #expect(try lines(page("<h1>Ferry talks resume</h1>" + inside)) == expected)
    let around = "\(matter)<div class=article-body>\(paragraphs)</div>\(matter)"
    #expect(try lines(page("<h1>Ferry talks resume</h1>" + around)) == expected)
  }

  @Test
  func `finds the article where no element is named after it`() throws {
    let menu = (1...30).map { "<td><a href=\($0)>Section number \($0)</a></td>" }.joined()
    let body =
      "<table><tr>\(menu)</tr></table><table><tr><td>\(prose[0])<br><br>\(prose[1])</td></tr></table>"
    #expect(
      try lines(page(body)).dropFirst() == ["paragraph: \(prose[0])", "paragraph: \(prose[1])"]
    )
  }

  @Test
  func `prefers the text that the page itself calls its article`() throws {
    let told =
      #"<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"\#((prose + prose.map { String($0.reversed()) } ).joined(separator: " "))"}</script>"#
    let other = String(
      repeating:
        "<p>Quite another story, which goes on and on about other things than ferries, day after day.</p>",
      count: 9
    )
    let reversed = prose.map { "<p>\($0.reversed().map(String.init).joined())</p>" }.joined()
    let body =
      "<div class=post-content>\(other)</div><div><section>\(paragraphs)\(reversed)</section></div>"
    let found = try lines(page(body, head: told))
    #expect(found.contains("paragraph: \(prose[0])"))
    #expect(!found.contains { $0.contains("another story") })
  }

  @Test(arguments: [
    "<ul><li>1200 g of flour<li>Salt</ul>", "<p>Anyone may donate a boat, he said.</p>",
    "<ul><li>The <a href=/a>first letter</a> was lost.<li>The <a href=/b>second letter was long</a></ul>",
  ])
  func `keeps what only looks like matter of the page`(matter: String) throws {
    let body =
      "<h1>Ferry talks resume</h1><div class=article-body><p>\(prose[0])</p>\(matter)</div>"
    #expect(try lines(page(body)).count > 2)
  }

  @Test
  func `names stand alone, without the cards that open over them`() throws {
    let card =
      "<span class=rollover-people>Ana Ruiz<span class=rollover-block>Ruiz sells a ship</span></span>"
    let body =
      "<article><h1>Ferry talks resume</h1><p>\(prose[0]) So did \(card) on Monday.</p></article>"
    let text = try lines(page(body)).joined()
    #expect(text.contains("So did Ana Ruiz on Monday") || !text.contains("sells a ship"))
  }

  @Test
  func `an article in a window is found over the stream of others`() throws {
    let teasers = (1...12).map {
      "<li><h3><a href=/\($0)>Another matter \($0)</a></h3><p>\(prose[1]) It is number \($0) of them.</p></li>"
    }
    let body =
      "<div><ul>\(teasers.joined())</ul></div><div class=render-modal><h1>Ferry talks resume</h1>"
      + "<article>\(paragraphs)</article></div>"
    #expect(try lines(page(body)).dropFirst() == prose.map { "paragraph: \($0)" }[...])
  }

  @Test(arguments: [(true, 2), (false, 10)])
  func `articles in the article are teasers where their headings lead elsewhere`(
    isLinked: Bool,
    paragraphCount: Int
  ) throws {
    let inner = (1...8).map {
      let heading = isLinked ? "<a href=/\($0)>Island \($0)</a>" : "Island \($0)"
      return "<article><h2>\(heading)</h2><p>\(prose[0]) It is number \($0).</p></article>"
    }
    let body = "<article><h1>Ferry talks resume</h1>\(paragraphs)\(inner.joined())</article>"
    #expect(try lines(page(body)).count { $0.hasPrefix("paragraph") } == paragraphCount)
  }

  @Test
  func `headings in a gallery belong to its captions`() throws {
    let gallery =
      "<div class=full-gallery><ul><li><h3>The pier</h3><p>The pier at Ronne in winter.</p></li></ul></div>"
    let body = "<article><h1>Ferry talks resume</h1>\(paragraphs)\(gallery)</article>"
    #expect(try !lines(page(body)).contains { $0.hasPrefix("heading") || $0.hasPrefix("list") })
  }

  @Test
  func `shows a page of a few words`() throws {
    #expect(try lines("<html><body><p>Talks.</p></body></html>") == ["paragraph: Talks."])
  }

  @Test(arguments: [
    "<html></html>", "<!DOCTYPE html>", "<html><body><script>1</script></body></html>",
  ])
  func `refuses a page without text`(page: String) {
    #expect(throws: IngestError.empty(location: "page.html")) { try lines(page) }
  }
}
