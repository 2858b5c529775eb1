import Prose
import Screen
import Testing

@testable import Reader

@Suite struct MovingTests {
  /// The first row of the screen after keys, in a window of 50 by 13: 11 rows of text.
  @Test(arguments: [
    ("", "Talks on the strait resume, terms unchanged"),
    ("j", "By Lena Hurst"),
    ("Down Down Down", "Velia on Thursday renewed its invitation to"),
    ("j C-e k C-y", "Talks on the strait resume, terms unchanged"),
    ("3j", "Velia on Thursday renewed its invitation to"),
    ("12j 9k", "Velia on Thursday renewed its invitation to"),
    ("Enter Enter Enter", "Velia on Thursday renewed its invitation to"),
    ("d", "Port Anselm for talks, its spokesman Ivo"),
    ("3d", "Velia on Thursday renewed its invitation to"),
    ("d d u", "Port Anselm for talks, its spokesman Ivo"),
    ("}", "By Lena Hurst"),
    ("} }", "Velia on Thursday renewed its invitation to"),
    ("2} {", "By Lena Hurst"),
    ("4j {", "Velia on Thursday renewed its invitation to"),
    ("3g", "Velia on Thursday renewed its invitation to"),
    ("G g", "Talks on the strait resume, terms unchanged"),
    ("End Home", "Talks on the strait resume, terms unchanged"),
    ("0%", "Talks on the strait resume, terms unchanged"),
    (":3 Enter", "Velia on Thursday renewed its invitation to"),
    ("3j ma G 'a", "Velia on Thursday renewed its invitation to"),
    ("3j G ''", "Velia on Thursday renewed its invitation to"),
    ("3j G C-o", "Velia on Thursday renewed its invitation to"),
    ("3j G g C-o C-o M-Right C-o", "Velia on Thursday renewed its invitation to"),
    ("999999k", "Talks on the strait resume, terms unchanged"),
  ])
  func `keys move the text as in vi and less`(keys: String, first: String) {
    var session = Session.reading(columns: 50, rows: 13)
    session.type(keys)
    #expect(session.firstLine == first, "after \(keys)")
  }

  @Test(arguments: ["G", "End", "999999j", "100%", "99 Space", ":100% Enter", ":bottom Enter"])
  func `the end stands on the last row`(keys: String) {
    var session = Session.reading(columns: 50, rows: 13)
    // A count is typed, not named.
    for part in keys.split(separator: " ") { session.type(String(part)) }
    if keys.hasPrefix(":") {
      session = Session.reading(columns: 50, rows: 13)
      session.send(.input(.key(.character(":"))))
      session.send(.input(.paste(String(keys.dropFirst().dropLast(6)))))
      session.type("Enter")
    }
    let rows = session.screen.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows[10].contains("▸ 3 paragraphs of page matter"))
    #expect(rows[11].hasSuffix("end"))
  }

  @Test func `a page keeps two rows of the one before`() {
    var session = Session.reading(columns: 50, rows: 13)
    let before = session.textRows
    session.type("Space")
    #expect(Array(session.textRows.prefix(2)) == Array(before.suffix(2)))
    session.type("b")
    #expect(session.textRows == before)
  }

  @Test func `half of the text is above half of it`() {
    var session = Session.reading(columns: 50, rows: 13)
    session.type("50%")
    let middle = session.state.article.map { $0.document.text.count / 2 } ?? 0
    let visible = session.state.visible
    #expect(visible.contains(UInt32(middle)))
    #expect(Int(visible.lowerBound) > middle - 50)
  }

  @Test func `Escape forgets a count and half a key`() {
    var session = Session.reading(columns: 50, rows: 13)
    session.type("3 Esc j")
    #expect(session.firstLine == "By Lena Hurst")
    session.type("] Esc p")
    #expect(session.state.message?.text == "p is not a key here; ? shows the keys.")
  }

  @Test func `a mark that was not set is said to be none`() {
    var session = Session.reading()
    session.type("'x")
    #expect(session.state.message?.text == "There is no mark x.")
    session.type("''")
    #expect(session.state.message?.text == "No jump was made yet.")
    session.type("m1")
    #expect(session.state.message?.text == "A mark's name is a letter.")
  }

  @Test func `page matter unfolds by key and by mouse, and folds again`() {
    var session = Session.reading(columns: 50, rows: 60)
    #expect(session.screen.contains("▸ 3 paragraphs of page matter"))
    session.type("tb")
    #expect(session.screen.contains("Read more: The price of lamp oil."))
    session.type("tb")
    #expect(!session.screen.contains("lamp oil"))
    let row =
      session.screen.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.contains("▸ 3") } ?? 0
    session.click(column: 6, row: row)
    #expect(session.screen.contains("lamp oil"))
  }

  @Test func `page matter is one paragraph to step over while it is folded`() {
    var session = Session(columns: 50, rows: 8)
    let builder = DocumentBuilder([
      (.paragraph, "One."), (.boilerplate, "Donate!"), (.boilerplate, "Subscribe!"),
      (.paragraph, "Two."),
      (.paragraph, "Three."), (.paragraph, "Four."), (.paragraph, "Five."), (.paragraph, "Six."),
    ])
    session.open(Article(location: "x", text: builder.text), builder.opened)
    session.type("}")
    #expect(session.firstLine == "▸ 2 paragraphs of page matter")
    session.type("}")
    #expect(session.firstLine == "Two.")
    session.type("{ {")
    #expect(session.firstLine == "One.")
  }

  @Test func `a page of nothing but page matter is not folded away`() {
    var session = Session()
    let builder = DocumentBuilder([(.boilerplate, "Subscribe!"), (.boilerplate, "Donate!")])
    session.open(Article(location: "x", text: builder.text), builder.opened)
    #expect(session.screen.contains("Subscribe!"))
  }
}

extension Session {
  var textRows: [String] {
    let frame = self.frame
    return frame.text.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix(max(0, frame.size.rows - 2)).map(String.init)
  }

  /// The first row of the text without gutter.
  var firstLine: String {
    let line = textRows.first.map { String($0.dropFirst(3)) } ?? ""
    return String(line.prefix { $0 != "│" })
  }
}
