import Export
import Ingest
import Prose
import TestKit
import Testing

private typealias Field = SubscriptionList.Field
private typealias Outline = SubscriptionList.Outline

private func read(_ text: String) throws -> SubscriptionList {
  try readOPML(Array(text.utf8), location: "feeds.opml")
}

@Suite
struct OPMLTests {
  @Test
  func `reads feeds with their folders, titles and tags`() throws {
    let list = try read(
      """
      <?xml version="1.0"?><opml version="1.0"><head><title>Mine &amp; yours</title></head><body>
      <outline text="Ports"><outline text="North" title="The North">
        <outline type="rss" text="Wire" xmlUrl="https://a.example/f?a=1&amp;b=2" htmlUrl="https://a.example/"
          category="/Ports/Ferries, harbor"/>
      </outline></outline>
      <outline TEXT="Rail" xmlurl="https://b.example/f"/></body></opml>
      """
    )
    #expect(list.head == [Field("title", "Mine & yours")])
    #expect(
      list.subscriptions == [
        Subscription(
          "https://a.example/f?a=1&b=2",
          title: "Wire",
          page: "https://a.example/",
          folders: ["Ports", "The North"],
          tags: ["Ports/Ferries", "harbor"]
        ),
        Subscription("https://b.example/f", title: "Rail"),
      ]
    )
  }

  @Test
  func `writes all that it reads`() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let list = SubscriptionList(
        attributes: [Field("version", "2.0"), Field("xmlns:x", "urn:x")],
        head: [Field("title", oddLine(&random)), Field("ownerName", oddLine(&random))],
        outlines: outlines(depth: 0, &random)
      )
      #expect(try read(opml(list)) == list)
    }
  }

  @Test
  func `makes a list of subscriptions and finds them in it`() throws {
    let subscriptions = [
      Subscription(
        "https://a.example/f",
        title: "A",
        page: "https://a.example/",
        folders: ["P", "N"]
      ),
      Subscription("https://b.example/f", title: "B", folders: ["P"], tags: ["x", "y/z"]),
      Subscription("https://c.example/f", title: "C"),
    ]
    let list = SubscriptionList(subscriptions, title: "Broadsheet")
    #expect(try read(opml(list)).subscriptions == subscriptions)
    #expect(list.outlines.count == 2)
  }

  @Test
  func `expands no entity and asks for none`() throws {
    let list = try read(
      """
      <!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "&x;&x;">]>
      <opml><head><title>&x;</title></head><body><outline text="&y;" xmlUrl="https://a.example/&x;"/></body></opml>
      """
    )
    #expect(list.head == [Field("title", "&x;")])
    #expect(
      list.outlines == [Outline([Field("text", "&y;"), Field("xmlUrl", "https://a.example/&x;")])]
    )
  }

  @Test
  func `is not blown up by entities of its own`() throws {
    let bomb = (1..<30).map { "<!ENTITY e\($0) '\(String(repeating: "&e\($0 - 1);", count: 10))'>" }
    let list = try read(
      "<!DOCTYPE opml [<!ENTITY e0 'boom'>\(bomb.joined())]><opml><body><outline text='&e29;'/>"
    )
    #expect(list.outlines == [Outline([Field("text", "&e29;")])])
  }

  @Test
  func `reads any mutation of a list`() throws {
    var random = SeededGenerator(seed: 8)
    let end = fuzzingEnd()
    let whole =
      "<?xml version='1.0'?><opml version='2.0'><head><title>A &amp; B</title></head><body><outline text='P'>"
      + "<outline text='C' xmlUrl='https://a.example/f' category='x,y'/></outline></body></opml>"
    var rounds = 0
    repeat {
      var bytes = Array(whole.utf8)
      for _ in 0..<Int.random(in: 1...12, using: &random) { mutate(&bytes, using: &random) }
      do {
        let list = try read(String(decoding: bytes, as: UTF8.self))
        let again = try read(opml(list))
        #expect(again.subscriptions.count == list.subscriptions.count, "round \(rounds)")
        #expect(try read(opml(again)) == again, "round \(rounds)")
      } catch let error as FeedError {
        #expect(error.description.hasSuffix("."))
      }
      rounds += 1
    } while rounds < 500 || ContinuousClock.now < end
  }

  @Test
  func `keeps every feed of a list that is too deep or not ended`() throws {
    let deep = try read(
      "<opml><body>"
        + (0..<10_000).map { "<outline text='\($0)' xmlUrl='https://a.example/\($0)'>" }.joined()
    )
    #expect(deep.subscriptions.count == 10_000)
    #expect(try read(opml(deep)) == deep)
  }

  @Test(arguments: ["<rss/>", "words", "{}"])
  func `says what is no list`(text: String) {
    let error = #expect(throws: FeedError.self) { try read(text) }
    #expect(
      error?.description
        == "feeds.opml is no list of feeds; have your reader export one as OPML."
    )
  }
}

private func oddLine(_ random: inout SeededGenerator) -> String {
  // What XML cannot hold is not kept, and white space at the ends of text is.
  let text = oddText(count: Int.random(in: 0...6, using: &random), using: &random)
  let scalars = text.unicodeScalars.filter { scalar in
    scalar.value >= 32 && scalar.value != 127 && scalar != "\u{FEFF}" || scalar == "\t"
      || scalar == "\n"
  }
  return String(String.UnicodeScalarView(scalars)) + #"<&">'"#
}

private func outlines(depth: Int, _ random: inout SeededGenerator) -> [Outline] {
  (0..<Int.random(in: 0...3, using: &random)).map { _ in
    var outline = Outline([Field("text", oddLine(&random))])
    if Bool.random(using: &random) { outline.attributes.append(Field("x:note", oddLine(&random))) }
    if depth < 4 { outline.children = outlines(depth: depth + 1, &random) }
    return outline
  }
}
