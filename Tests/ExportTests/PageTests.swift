import Export
import Foundation
import Prose
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

private func page(_ marked: String, title: String? = nil) -> String {
  let document = document(marked)
  var writer = HTMLPageWriter()
  let article = Article(location: "a<b>.txt", title: title, text: document.text)
  return String(decoding: writer.add(document, of: article) + writer.end(), as: UTF8.self)
}

private func brief(_ marked: String) -> String {
  let document = document(marked)
  let article = Article(location: "a.txt", published: "2026-01-29", text: document.text)
  return String(decoding: markdownBrief(document, of: article), as: UTF8.self)
}

@Suite
struct PageTests {
  private let marked = """
    Ferry & <talks> resume

    ‹Elin Marklund|p› came to ‹Rønne|l› on ‹Thursday|t› and ‹Friday|t› .
    ‹“No ‹Elin Marklund|p› fees”|q› she said of ‹the docking fees|i› .
    """

  @Test
  func `is well-formed and shows the whole text`() throws {
    let page = page(marked)
    let body = try #require(page.firstRange(of: "<body>"))
    let script = try #require(page.firstRange(of: "<script>"))
    let xml = "<body>" + page[body.upperBound..<script.lowerBound] + "</body>"
    let tree = try XMLTree(xml)
    #expect(tree.text.contains("Ferry & <talks> resume"))
    #expect(tree.text.contains("Elin Marklund came to Rønne on Thursday and Friday ."))
    #expect(tree.text.contains("“No Elin Marklund fees” she said of the docking fees ."))
    #expect(tree.links.isSubset(of: tree.anchors))
    #expect(tree.links.count >= 4)
  }

  @Test
  func `lets no markup of the article through`() {
    let page = page("A\n\n<script>alert(1)</script> & \"x\" \u{1B}[31m .", title: "</title><b>")
    #expect(!page.contains("<script>alert"))
    #expect(!page.contains("</title><b>"))
    #expect(!page.unicodeScalars.contains("\u{1B}"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;"))
  }

  @Test
  func `needs nothing from elsewhere`() {
    let page = page(marked)
    #expect(!page.contains("src="))
    #expect(!page.contains("url("))
    #expect(!page.contains("http://") && !page.contains("https://"))
  }

  @Test
  func `gives a brief the sentence behind each position`() {
    let brief = brief(marked)
    #expect(brief.hasPrefix("# Ferry \\& \\<talks\\> resume\n\n2026-01-29 · a.txt\n"))
    #expect(brief.contains("### the docking fees"))
    #expect(brief.contains("- **− Elin Marklund** rejects, attributed, anonymous\n  > “No Elin"))
    #expect(brief.contains("> — Elin Marklund\n"))
    #expect(brief.contains("- **2026-01-29 to 2026-01-30**: Elin Marklund came"))
  }

  @Test
  func `leaves out of a brief what was not found`() {
    #expect(brief("Calm\n\nNothing happens .") == "# Calm\n\n2026-01-29 · a.txt\n")
  }
}

/// What a strict parser makes of markup.
private final class XMLTree: NSObject, XMLParserDelegate {
  private(set) var text = ""
  private(set) var links: Set<String> = []
  private(set) var anchors: Set<String> = []

  struct IllFormed: Error {
    let line: Int
  }

  init(_ xml: String) throws {
    super.init()
    let parser = XMLParser(
      data: Data(xml.replacing(" hidden>", with: ">").replacing(" open id", with: " id").utf8)
    )
    parser.delegate = self
    guard parser.parse() else { throw IllFormed(line: parser.lineNumber) }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser,
    didStartElement elementName: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    if let link = attributes["href"] { links.insert(link) }
    if let anchor = attributes["id"] { anchors.insert("#" + anchor) }
  }
}
