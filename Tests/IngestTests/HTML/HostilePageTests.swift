import Prose
import TestKit
import Testing

@testable import Ingest

/// Pages that mean harm or were made by a machine gone wrong: each is read in bounded time, and without a trap.
@Suite
struct HostilePageTests {
  private func read(_ page: String) throws -> Article { try read(Array(page.utf8)) }

  private func read(_ bytes: [UInt8]) throws -> Article {
    try readArticle(bytes: bytes, location: "page.html")
  }

  private var paragraphs: String { prose.map { "<p>\($0)</p>" }.joined() }

  @Test(arguments: [
    "div", "b", "p", "table><tr><td", "ul><li", "blockquote", "a href=x", "unknown",
    "article", "article><h2><a href=x", "div class=modal><article", "li><h3><a href=x",
  ])
  func `reads a hundred thousand elements in each other`(element: String) throws {
    let article = try read(
      "<html><body>\(paragraphs)" + String(repeating: "<\(element)>", count: 100_000) + "deep"
    )
    #expect(article.text.string.contains(prose[0]))
  }

  @Test
  func `reads a hundred thousand ends without a beginning`() throws {
    let ends = String(repeating: "<i>", count: 900) + String(repeating: "</b>", count: 100_000)
    #expect(try read("<html><body>\(paragraphs)\(ends)").text.string.contains(prose[1]))
  }

  @Test
  func `takes control bytes out of the text`() throws {
    let article = try read(
      "<html><body><p>\u{9B}31m\u{1B}[31m\u{7}\u{8}\(prose[0])\u{7F}&#27;]0;x&#7;</p>"
    )
    let isClean = article.text.string.unicodeScalars.allSatisfy {
      $0.value >= 32 && !(127..<160).contains($0.value) || $0 == "\n"
    }
    #expect(isClean)
    #expect(article.text.string.contains(prose[0]))
  }

  @Test
  func `takes characters that reorder a line out of titles and names`() throws {
    let head =
      "<title>Ferry \u{202E}sklat\u{202C} \u{2066}resume</title><meta name=author content='Ana \u{202E}ziuR\u{1B}'>"
    let article = try read("<html><head>\(head)</head><body>\(paragraphs)")
    #expect(article.title == "Ferry sklat resume")
    #expect(article.byline == ["Ana ziuR"])
  }

  @Test
  func `expands no entity of a page's own`() throws {
    let levels = (1...9).map { level in
      "<!ENTITY e\(level) \"" + String(repeating: "&e\(level - 1);", count: 10) + "\">"
    }
    let bomb =
      "<!DOCTYPE html [<!ENTITY e0 'boom'>\(levels.joined())]><html><body>\(paragraphs)<p>&e9; and on it goes."
    #expect(try read(bomb).text.count < 10_000)
  }

  @Test
  func `reads an attribute of ten megabytes`() throws {
    let long = String(repeating: "x ", count: 5 << 20)
    let article = try read(
      "<html><body class='\(long)' data-x=\(long)>\(paragraphs)<a href='\(long)'>on</a>"
    )
    #expect(article.text.string.contains(prose[0]))
  }

  @Test
  func `reads many attributes, names and links`() throws {
    let names = (0..<20_000).map { "<x\($0) a\($0)=1><a href=/\($0)>go on</a></x\($0)>" }.joined()
    #expect(try read("<html><body>\(paragraphs)\(names)").text.string.contains(prose[0]))
  }

  @Test(arguments: [
    #"{"@type":"NewsArticle","articleBody":"\#(String(repeating: "[", count: 100_000))"#,
    String(repeating: #"{"@graph":["#, count: 50_000), String(repeating: "[", count: 200_000),
    #"{"@type":"NewsArticle","author":{"@id":"a"},"@graph":[{"@id":"a","author":{"@id":"a"},"name":{"@id":"a"}}]}"#,
    #"{"@type":"NewsArticle","headline":"\ud800\u12","datePublished":"9999-99-99"#, "[,,,:::}}}{{{",
    "\"",
  ])
  func `reads data for machines that are none`(data: String) throws {
    let page =
      "<html><head><script type='application/ld+json'>\(data)</script></head><body>\(paragraphs)"
    let article = try read(page)
    #expect(article.text.string.contains(prose[0]))
    #expect(article.published == nil)
  }

  @Test
  func `reads a page cut anywhere`() throws {
    let page = Array(
      "<!DOCTYPE html><html><head><meta charset=utf-8><title>Ferry &amp; talks</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry talks\"}</script></head><body><article><h1>Ferry talks</h1>\(paragraphs)<ul><li>é</ul></article>"
        .utf8
    )
    for count in page.indices {
      do {
        _ = try read(Array(page[..<count]))
      } catch let error as IngestError {
        #expect(error == .empty(location: "page.html"))
      }
    }
  }

  @Test
  func `reads any mutation of a page`() throws {
    var random = SeededGenerator(seed: 8)
    let end = fuzzingEnd()
    var rounds = 0
    repeat {
      var bytes = Array(fuzzedPage(paragraphs).utf8)
      for _ in 0..<Int.random(in: 1...20, using: &random) { mutatePage(&bytes, using: &random) }
      rounds += 1
      let article: Article
      do { article = try bytes.withUnsafeBufferPointer { try readHTML($0, location: "p") } } catch {
        #expect("\(error)".hasSuffix("."))
        continue
      }
      try check(article, round: rounds)
    } while rounds < 1200 || ContinuousClock.now < end
  }

  /// What holds of every article: blocks in order, of ink at both ends, that cover all but white space.
  private func check(_ article: Article, round: Int) throws {
    let blocks = try #require(article.blocks)
    var end: UInt32 = 0
    for row in 0..<blocks.count {
      let range = blocks.range(row)
      try #require(
        range.lowerBound >= end && range.upperBound <= article.text.count,
        "round \(round)"
      )
      let gap = article.text.string(in: end..<range.lowerBound)
      let isBlank = gap.allSatisfy(\.isWhitespace)
      #expect(isBlank, "round \(round)")
      let text = article.text.string(in: range)
      #expect(
        text.first?.isWhitespace == false && text.last?.isWhitespace == false,
        "round \(round)"
      )
      end = range.upperBound
    }
    #expect(Int(end) == article.text.count, "round \(round)")
    let isClean = article.text.string.unicodeScalars.allSatisfy { $0.value >= 32 || $0 == "\n" }
    #expect(isClean, "round \(round)")
  }
}

private func mutatePage(_ bytes: inout [UInt8], using random: inout SeededGenerator) {
  let place = Int.random(in: 0...bytes.count, using: &random)
  switch Int.random(in: 0..<4, using: &random) {
  case 0: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
  case 1:
    bytes.insert(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &random)], at: place)
  case 2:
    bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 0...40, using: &random)))
  default:
    let end = min(bytes.count, place + Int.random(in: 0...200, using: &random))
    bytes.insert(
      contentsOf: Array(bytes[place..<end]),
      at: Int.random(in: 0...bytes.count, using: &random)
    )
  }
}

private let pieces = [
  "<", ">", "</", "<!--", "-->", "<![CDATA[", "&#x", "&", "\"", "'", "=", "\0", "<script>",
  "</p>", "<table>", "<td>", "<article>", "<style", "\u{202E}", "<meta charset=", "utf-16",
  "<html xmlns:a='b'>", "<h1>", "<a href=", "{", "[", "class=gallery ", "<time datetime=",
].map { Array($0.utf8) }

private func fuzzedPage(_ paragraphs: String) -> String {
  "<!DOCTYPE html><html lang=en><head><title>Ferry talks</title>"
    + "<meta property='og:title' content='Ferry talks'><script type='application/ld+json'>"
    + "{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"Ana Ruiz\"}],\"datePublished\":\"2026-01-29T10:00:00Z\"}"
    + "</script></head><body class='post'><nav><a href=/>Home</a></nav><article class='post-content'>"
    + "<h1>Ferry talks</h1><a href=/author/ana>Ana Ruiz</a><time datetime=2026-01-29>29 January 2026</time>"
    + "\(paragraphs)<table><tr><td>1<td>2</table><ul><li><h3><a href=/x>More</a></h3></ul>"
    + "<blockquote><p>So it is.</blockquote></article><div class=comments><p>No.</div>"
}
