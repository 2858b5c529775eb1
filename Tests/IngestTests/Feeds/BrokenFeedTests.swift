import Foundation
import Ingest
import Prose
import TestKit
import Testing

@Suite
struct BrokenFeedTests {
  @Test(arguments: [
    ("<title>AT&T wins & goes</title>", "AT&T wins & goes"),
    ("<title>Caf&eacute; &nosuch; &#146;</title>", "Café &nosuch; ’"),
    ("<title>a < b</title>", "a < b"),
    ("<TITLE>Loud</TITLE>", "Loud"),
    ("<title>Odd case</Title>", "Odd case"),
    ("<title>Not ended<pubDate>x</pubDate>", "Not ended"),
    ("<dc:title>No namespace</dc:title>", "No namespace"),
    ("<title attr=unquoted>Quoted</title>", "Quoted"),
    ("<title a=\"missing>Still</title><b c=\"d\"/>", "Still"),
    ("<title>Bell \u{7}and \u{0}zero</title>", "Bell and zero"),
    ("<!-- never closed <title>Seen</title> --", nil),
    ("<title>Cut o", "Cut o"),
    ("<title>Over\u{202E}ride &#x2066;it\u{9B}31m</title>", "Override it 31m"),
  ])
  func `reads what is not well-formed`(item: String, title: String?) throws {
    #expect(try rssItem(item).title == title)
  }

  @Test
  func `ends an entry where the next one begins`() throws {
    let feed = try feed("<rss><channel><item><title>A</title><item><title>B</title></channel>")
    #expect(feed.entries.map(\.title) == ["A", "B"])
  }

  @Test
  func `passes what stands before the feed`() throws {
    let feed = try feed("<br />\n<b>Warning</b>: x\n<rss><channel><title>A</title></channel></rss>")
    #expect(feed.title == "A")
  }

  @Test(arguments: [
    ("", "feed.xml is empty; try again later, or check the address."),
    ("<x/>", "feed.xml holds XML, not a feed; look on the site for its RSS or Atom link."),
    ("{\"a\":1}", "feed.xml holds JSON, not a feed; look on the site for its RSS or Atom link."),
    ("words", "feed.xml holds text, not a feed; look on the site for its RSS or Atom link."),
    (
      "<html><head><link rel=alternate type='application/rss+xml' href='https://a.example/f'></head><body>",
      "feed.xml is a page, not a feed; its feed is at https://a.example/f."
    ),
  ])
  func `says what is no feed`(text: String, sentence: String) {
    let error = #expect(throws: FeedError.self) { try feed(text) }
    #expect(error?.description == sentence)
  }

  @Test(arguments: Encoded.all)
  func `finds the encoding`(feed: Encoded) throws {
    let title = try readFeed(feed.bytes, location: "f", charset: feed.charset).title
    #expect(title == "Smörgås")
  }

  @Test
  func `keeps UTF-8 that lost a byte`() throws {
    let bytes = Array("<rss><channel><title>Ωμέγα ".utf8) + [0xCE] + Array("</title>".utf8)
    #expect(try readFeed(bytes, location: "f").title == "Ωμέγα \u{FFFD}")
  }

  // MARK: Hostile

  @Test
  func `expands no entity and asks for none`() throws {
    let bomb = (1..<20).map { "<!ENTITY e\($0) '\(String(repeating: "&e\($0 - 1);", count: 10))'>" }
    let feed = try feed(
      """
      <!DOCTYPE rss [<!ENTITY e0 "boom">\(bomb.joined())<!ENTITY x SYSTEM "file:///etc/passwd">]>
      <rss><channel><title>&e19;&x;</title></channel></rss>
      """
    )
    #expect(feed.title == "&e19;&x;")
  }

  @Test(arguments: [
    String(repeating: "<a>", count: 100_000),
    String(repeating: "<div xmlns:a='b'>", count: 100_000),
    String(repeating: "<!--", count: 100_000), String(repeating: "<![CDATA[", count: 100_000),
    String(repeating: "<a b=\"", count: 100_000), String(repeating: "<a b='>", count: 100_000),
    "<a b=\"" + String(repeating: ">", count: 300_000) + "\">",
    String(repeating: "</a", count: 100_000), String(repeating: "<?", count: 100_000),
    String(repeating: "&", count: 300_000), "<!DOCTYPE" + String(repeating: "\"'", count: 150_000),
    String(repeating: "<item>", count: 100_000), String(repeating: "<channel>", count: 100_000),
    "<a " + String(repeating: "xmlns:a='b' ", count: 30_000) + ">",
  ])
  func `takes no time over what is built to take it`(piece: String) throws {
    let clock = ContinuousClock()
    let time = try clock.measure {
      _ = try feed("<rss><channel><item><description>\(piece)</description></item></channel></rss>")
      _ = try feed("<rss><channel><title>A</title>\(piece)</channel></rss>")
    }
    #expect(time < .seconds(60))
  }

  @Test
  func `reads any mutation of a feed`() throws {
    var random = SeededGenerator(seed: 8)
    let end = fuzzingEnd()
    var rounds = 0
    repeat {
      for seed in seeds {
        var bytes = Array(seed.utf8)
        for _ in 0..<Int.random(in: 1...12, using: &random) { mutate(&bytes, using: &random) }
        do {
          let feed = try readFeed(bytes, location: "mutated", base: "https://a.example/")
          for entry in feed.entries {
            let title = entry.title ?? ""
            #expect(!title.unicodeScalars.contains { $0.value < 32 })
            #expect(entry.link?.lowercased().hasPrefix("javascript:") != true)
          }
        } catch {
          // What is no feed any more is refused in one sentence.
          #expect(error.description.hasSuffix("."))
        }
      }
      rounds += 1
    } while rounds < 100 || ContinuousClock.now < end
  }
}

func mutate(_ bytes: inout [UInt8], using random: inout SeededGenerator) {
  guard !bytes.isEmpty else { return }
  let place = Int.random(in: 0..<bytes.count, using: &random)
  let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
  switch Int.random(in: 0..<6, using: &random) {
  case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
  case 1: bytes.removeSubrange(place..<end)
  case 2: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
  case 3: bytes.removeSubrange(place...)
  case 4:
    let pieces = [
      "<", ">", "&", "\"", "]]>", "<![CDATA[", "-->", "<!--", "</item>", "&#x0;", "\u{202E}",
    ]
    let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
    bytes.insert(contentsOf: Array(piece.utf8), at: place)
  default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
  }
}

private let seeds = [
  """
  <?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"
  xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbor Wire</title>
  <item><title>Vote &amp; veto</title><link>https://wire.example/1</link><guid>w-1</guid>
  <pubDate>Thu, 29 Jan 2026 10:00:00 +0100</pubDate><description>Ein &uuml;ber<p>x</p></description>
  <content:encoded><![CDATA[<p onclick="x">Long</p>]]></content:encoded></item></channel></rss>
  """,
  """
  <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/x/"><title type="html">A &lt;b&gt;</title>
  <entry><id>1</id><author><name>Ana</name></author><link href="javascript:x"/><updated>2026-01-29T10:00:00Z</updated>
  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><a href="c">c</a></div></content></entry></feed>
  """,
  #"{"version":"https://jsonfeed.org/version/1","title":"A","items":[{"id":"1","url":"/1","title":"\u00e9","authors":[{"name":"B"}],"content_html":"<p>x"}]}"#,
]

/// A feed with the title Smörgås in some encoding.
struct Encoded: Sendable {
  let bytes: [UInt8]
  let charset: String?

  private static let text = "<rss><channel><title>Smörgås</title>"

  private static var latin1: [UInt8] { text.unicodeScalars.map { UInt8($0.value) } }
  private static var littleEndian: [UInt8] {
    text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }
  private static var bigEndian: [UInt8] {
    text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  }
  private static var fourBytes: [UInt8] {
    text.unicodeScalars.flatMap { [UInt8($0.value), 0, 0, 0] }
  }

  static let all: [Self] = [
    Self(bytes: latin1, charset: nil),
    Self(bytes: latin1, charset: "utf-8"),
    Self(bytes: Array("<?xml version='1.0' encoding='latin1'?>".utf8) + latin1, charset: "x-new"),
    Self(bytes: Array(text.utf8), charset: "iso-8859-1"),
    Self(bytes: [0xFF, 0xFE] + littleEndian, charset: nil),
    Self(bytes: bigEndian, charset: "utf-8"),
    Self(bytes: fourBytes, charset: nil),
  ]
}
