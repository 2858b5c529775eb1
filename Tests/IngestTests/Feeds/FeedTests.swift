import Ingest
import Prose
import Testing

func feed(_ text: String, base: String? = nil) throws -> Feed {
  try readFeed(Array(text.utf8), location: "feed.xml", base: base)
}

/// The only entry of a feed of RSS 2.0.
func rssItem(_ item: String) throws -> FeedEntry {
  let feed = try feed(
    #"<rss version="2.0"><channel><title>Harbor Wire</title><item>\#(item)</item></channel></rss>"#
  )
  return try #require(feed.entries.first)
}

/// The only entry of an Atom feed.
func atomEntry(_ entry: String, attributes: String = "") throws -> FeedEntry {
  let feed = try feed(
    #"<feed xmlns="http://www.w3.org/2005/Atom" \#(attributes)><entry>\#(entry)</entry></feed>"#
  )
  return try #require(feed.entries.first)
}

@Suite
struct FeedTests {
  @Test
  func `reads a feed of RSS 2.0`() throws {
    let feed = try feed(
      """
      <?xml version="1.0"?>
      <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:content="http://purl.org/rss/1.0/modules/content/">
      <channel><title>Harbor Wire</title><link>https://wire.example/</link>
        <image><title>Logo</title><link>https://wire.example/logo</link></image>
        <item><title>Vote &amp;amp; veto</title><link>https://wire.example/1</link>
          <guid isPermaLink="false">w-1</guid><dc:creator>Ana Ruiz</dc:creator>
          <pubDate>Thu, 29 Jan 2026 10:00:00 +0100</pubDate><description>Short</description>
          <content:encoded><![CDATA[<p>Long</p>]]></content:encoded><category>Ports</category></item>
      </channel></rss>
      """
    )
    #expect(feed.title == "Harbor Wire")
    #expect(feed.link == "https://wire.example/")
    var entry = FeedEntry()
    entry.title = "Vote & veto"
    entry.link = "https://wire.example/1"
    entry.id = "w-1"
    entry.author = "Ana Ruiz"
    entry.published = "2026-01-29T09:00:00Z"
    entry.summary = "Short"
    entry.content = "<p>Long</p>"
    entry.categories = ["Ports"]
    #expect(feed.entries == [entry])
  }

  @Test
  func `reads a feed of RSS 1.0, whose items stand beside the channel`() throws {
    let feed = try feed(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
      <channel rdf:about="https://a.example/"><title>A</title><items><rdf:Seq/></items></channel>
      <item rdf:about="https://a.example/1"><title>One</title></item></rdf:RDF>
      """
    )
    #expect(feed.title == "A")
    #expect(feed.entries.map(\.title) == ["One"])
    #expect(feed.entries.map(\.link) == ["https://a.example/1"])
  }

  @Test
  func `reads a JSON Feed`() throws {
    let feed = try feed(
      #"""
      {"version":"https://jsonfeed.org/version/1.1","title":"A","home_page_url":"https://a.example/",
       "authors":[{"name":"Ana"}],"items":[{"id":7,"url":"/7","content_text":"2 < 3","tags":["x"],
       "date_modified":"2026-01-29T10:00:00+01:00","_more":{"a":[1,{"b":null}]}}]}
      """#,
      base: "https://a.example/feed.json"
    )
    let entry = try #require(feed.entries.first)
    #expect(entry.id == "7")
    #expect(entry.link == "https://a.example/7")
    #expect(entry.content == "2 &lt; 3")
    #expect(entry.author == "Ana")
    #expect(entry.published == "2026-01-29T09:00:00Z")
    #expect(entry.categories == ["x"])
  }

  @Test(arguments: [
    (#"<link href="https://a.example/1"/>"#, "https://a.example/1"),
    (
      #"<link rel="self" href="https://a.example/s"/><link rel="alternate" href="https://a.example/1"/>"#,
      "https://a.example/1"
    ),
    (
      #"<link rel="alternate" type="application/json" href="/j"/><link rel="alternate" type="text/html" href="/h"/>"#,
      "/h"
    ),
    (#"<link rel="enclosure" href="https://a.example/1.mp3"/>"#, "https://a.example/1.mp3"),
    (#"<link href=" https://a.ex&#10;ample/1 "/>"#, "https://a.example/1"),
    (#"<content src="https://a.example/c"/>"#, "https://a.example/c"),
  ])
  func `takes the link to the page`(links: String, address: String) throws {
    #expect(try atomEntry(links).link == address)
  }

  @Test(arguments: [
    ("<guid>https://a.example/1</guid>", "https://a.example/1"),
    ("<guid isPermaLink='true'>https://a.example/1</guid>", "https://a.example/1"),
    ("<guid isPermaLink='false'>https://a.example/1</guid>", nil),
    ("<guid>w-1</guid>", nil),
    (
      "<guid>https://a.example/g</guid><link>https://a.example/1</link>", "https://a.example/1"
    ),
  ])
  func `takes a permanent id for a link where there is none`(item: String, link: String?) throws {
    #expect(try rssItem(item).link == link)
  }

  @Test(arguments: [
    "javascript:alert(1)", " java&#9;script:alert(1)", "data:text/html,x", "VBScript:x",
  ])
  func `has no link that a browser would run`(link: String) throws {
    #expect(try rssItem("<link>\(link)</link>").link == nil)
    #expect(try atomEntry(#"<link href="\#(link)"/>"#).link == nil)
  }

  @Test(arguments: [
    ("Ana Ruiz", "Ana Ruiz"), ("ana@a.example (Ana Ruiz)", "Ana Ruiz"),
    ("Ana Ruiz (ana@a.example)", "Ana Ruiz"), ("Ana Ruiz &lt;ana@a.example&gt;", "Ana Ruiz"),
    ("ana@a.example", "ana@a.example"), ("Ana Ruiz (Velia)", "Ana Ruiz (Velia)"),
  ])
  func `names the author without the mail`(author: String, name: String) throws {
    #expect(try rssItem("<author>\(author)</author>").author == name)
  }

  @Test
  func `takes the first author, and the feed's where an entry has none`() throws {
    let feed = try feed(
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><author><name>Desk</name></author>
      <entry><author><name>Ana</name><email>a@a.example</email></author><author><name>Bo</name></author></entry>
      <entry><author><email>b@a.example</email></author></entry><entry/></feed>
      """
    )
    #expect(feed.entries.map(\.author) == ["Ana", "b@a.example", "Desk"])
  }

  @Test(arguments: [
    (#"<title>2 &lt; 3 &amp; 4</title>"#, "2 < 3 & 4"),
    (#"<title type="text">The &lt;blink&gt; tag</title>"#, "The <blink> tag"),
    (#"<title type="html">The &lt;b&gt;bold&lt;/b&gt; &amp;amp; the</title>"#, "The bold & the"),
    (
      #"<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">The <b>bold</b> &lt;i&gt;</div></title>"#,
      "The bold <i>"
    ),
    ("<title>  two\n lines\t</title>", "two lines"),
  ])
  func `gives titles as plain text on one line`(title: String, text: String) throws {
    #expect(try atomEntry(title).title == text)
  }

  @Test(arguments: [
    ("AT&amp;T &lt; IBM", "AT&amp;T &lt; IBM"),
    ("&lt;p&gt;Tea &amp;amp; talks&lt;/p&gt;", "<p>Tea &amp; talks</p>"),
    ("<p>Naked<br/>markup</p>", "<p>Naked<br>markup</p>"),
    ("<![CDATA[<p>Tea & talks</p>]]>", "<p>Tea & talks</p>"),
  ])
  func `gives summaries as HTML`(description: String, html: String) throws {
    #expect(try rssItem("<description>\(description)</description>").summary == html)
  }

  @Test
  func `makes addresses in markup absolute by xml base`() throws {
    let entry = try atomEntry(
      """
      <content type="xhtml" xml:base="b/"><div xmlns="http://www.w3.org/1999/xhtml">
      <a href="c">c</a><img src="../d.png"/></div></content><link href="e"/>
      """,
      attributes: #"xml:base="https://a.example/x/""#
    )
    #expect(entry.link == "https://a.example/x/e")
    #expect(
      entry.content
        == #"<a href="https://a.example/x/b/c">c</a><img src="https://a.example/x/d.png">"#
    )
    #expect(entry.base == "https://a.example/x/b/")
  }

  @Test
  func `tells apart words that are spelled alike by their namespace`() throws {
    let feed = try feed(
      """
      <r:rss xmlns:r="http://backend.userland.com/rss2" xmlns:x="urn:other"><r:channel><r:item>
      <x:title>Not this</x:title><r:title>This</r:title><x:link>https://no.example/</x:link>
      </r:item></r:channel></r:rss>
      """
    )
    #expect(feed.entries.map(\.title) == ["This"])
    #expect(feed.entries.map(\.link) == [nil])
  }
}
