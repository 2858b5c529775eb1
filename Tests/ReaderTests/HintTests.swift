import Prose
import Screen
import Testing

@testable import Reader

@Suite struct HintTests {
  @Test(arguments: [0, 1, 5, 26, 27, 60, 300, 676])
  func `labels are told apart, none begins another, and none is longer than two`(count: Int) {
    let labels = Hints.labels(count)
    #expect(labels.count == count)
    #expect(Set(labels).count == count)
    for label in labels {
      #expect((1...2).contains(label.count))
      #expect(!labels.contains { $0 != label && $0.hasPrefix(label) })
    }
  }

  @Test func `two keys at most reach every name on the screen`() {
    var session = Session.reading()
    session.type("f")
    let targets = session.state.hints?.targets ?? []
    #expect(targets.count > 26)
    for target in targets {
      session.type("Esc g f")
      session.type(target.label)
      #expect(session.state.hints == nil)
      switch target.kind {
      case .subject(.issue(let issue)):
        #expect(session.state.sheet?.kind == .card(.issue(issue)))
      case .subject(let subject):
        #expect(session.state.article?.focus?.subject == subject)
        #expect(session.state.article?.current == target.range)
      case .quotation:
        #expect(session.state.article?.current == target.range)
        #expect(session.state.sheet != nil)
      case .link: break
      }
      session.state.sheets = []
    }
  }

  @Test(arguments: [40, 60, 110])
  func `no two hints run together`(columns: Int) {
    var session = Session.reading(columns: columns, rows: 24)
    session.type("f")
    let frame = render(session.state, size: Size(columns: columns, rows: 24))
    for row in 0..<24 {
      let cells = frame.cells[row * columns..<(row + 1) * columns]
      for run in cells.split(whereSeparator: { $0.face != .hint }) { #expect(run.count <= 2) }
    }
  }

  @Test func `all that is not meant any more loses its letters, and Backspace brings it back`() {
    var session = Session.reading()
    session.type("f")
    let all = session.state.hints?.open.count ?? 0
    session.type("z")
    let left = session.state.hints?.open.count ?? 0
    #expect(left > 0 && left < all)
    session.type("Backspace")
    #expect(session.state.hints?.open.count == all)
  }

  @Test func `another key ends them, a wrong letter says so`() {
    var session = Session.reading()
    session.type("f Esc")
    #expect(session.state.hints == nil)
    session.type("f Q")
    #expect(session.state.hints == nil || session.state.hints?.typed == "q")
    session.type("Esc f 9")
    #expect(session.state.message?.text == "No hint is called 9.")
  }

  @Test(arguments: [
    ("See https://example.org/a_b?c=1#d.", "https://example.org/a_b?c=1#d"),
    ("(http://example.org/x)", "http://example.org/x"),
    ("https://example.org/wiki/Salt_(sea)!", "https://example.org/wiki/Salt_(sea)"),
    ("“HTTPS://EXAMPLE.ORG/”", "HTTPS://EXAMPLE.ORG/"),
    ("ftp://example.org javascript:alert(1) https:// file:///etc/passwd", nil),
  ])
  func `an address of the web is found as far as it goes, and nothing else`(
    text: String,
    address: String?
  ) {
    let source = SourceText(text)
    let found = links(in: source.range, source)
    #expect(found.map(\.address) == [address].compactMap { $0 })
  }

  @Test func `a hint on an address opens it`() {
    var session = Session(columns: 80, rows: 12)
    let builder = DocumentBuilder([(.paragraph, "More at https://example.org/tides today.")])
    session.open(Article(location: "-", text: builder.text), builder.opened)
    _ = session.takeEffects()
    session.type("f a")
    #expect(session.takeEffects() == [.openLink("https://example.org/tides")])
    session.click(column: 14, row: 0)
    #expect(session.takeEffects() == [.openLink("https://example.org/tides")])
  }

  @Test func `a link of the page has a hint and opens it`() {
    var session = Session.reading()
    var article = Strait.article
    let range = UInt32(0)..<UInt32(5)
    article.links = [ArticleLink(range, to: "https://wire.example/talks")]
    session.state.article = nil
    session.state.opening = 0
    session.open(article, Strait.builder.opened)
    session.type("f")
    let target = session.state.hints?.targets.first {
      $0.kind == .link("https://wire.example/talks")
    }
    #expect(target?.range == range)
    session.type(target?.label ?? "")
    #expect(session.effects.contains(.openLink("https://wire.example/talks")))
  }
}
