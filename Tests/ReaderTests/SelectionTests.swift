import Prose
import Screen
import TestKit
import Testing

@testable import Reader

@Suite struct SelectionTests {
  /// What is selected.
  private func selected(_ session: Session) -> String? {
    guard let selection = session.state.selection, let article = session.state.article else {
      return nil
    }
    return article.document.text.string(in: selection.range(in: article.document.text))
  }

  @Test(arguments: [
    ("v", "Talks"), ("v l", "Talks "), ("v e", "Talks on"), ("v w", "Talks o"),
    ("v 2w", "Talks on t"),
    ("v e b b", "T"), ("v )", "Talks on the strait resume, terms unchanged"),
    ("v }", "Talks on the strait resume, terms unchanged"),
    ("v $", "Talks on the strait resume, terms unchanged"),
    ("v $ 0", "T"), ("v h h", "Tal"), ("v o l l", "lks"), ("v iw", "Talks on"), ("v h iw", "Talks"),
    ("v is", "Talks on the strait resume, terms unchanged"),
    ("v ie", "Velia"), ("v iq", "\"I will not be received as a hostage,\""),
    ("}} v ip", "By Lena Hurst"),
    ("]p v", "Mara Oyelaran"), ("]p v e", "Mara Oyelaran to"),
    ("]q v", "\"I will not be received as a hostage,\""),
    (
      "]p v ip",
      "Velia on Thursday renewed its invitation to President of Tessaly Mara Oyelaran to come to Port Anselm for talks, its spokesman Ivo Brandt said."
    ),
    ("v v", nil), ("v Esc", nil), ("v q", nil),
  ])
  func `keys select`(keys: String, text: String?) {
    var session = Session.reading(columns: 110, rows: 30)
    session.type(keys == "}} v ip" ? "} v ip" : keys)
    #expect(selected(session) == text)
  }

  @Test func `a sentence selected once more takes the next one in`() {
    var session = Session.reading(columns: 110, rows: 30)
    session.type("2]q v is")
    let one = selected(session) ?? ""
    session.type("is")
    let two = selected(session) ?? ""
    #expect(two.hasPrefix(one) && two.count > one.count)
    session.type("2is")
    #expect((selected(session) ?? "").count > two.count)
  }

  @Test func `lines are gone up and down in the same column`() {
    var session = Session.reading(columns: 60, rows: 20)
    session.type("]p v")
    let start = selected(session)
    session.type("j j k k")
    #expect(selected(session) == start)
    session.type("j")
    #expect((selected(session)?.count ?? 0) > 40)
  }

  @Test func `a selection that leaves the screen is followed`() {
    var session = Session.reading(columns: 50, rows: 8)
    session.type("v } } } }")
    let head = session.state.selection?.head ?? 0
    #expect(session.state.visible.contains(head))
    session.type("{ { { {")
    #expect(session.state.visible.contains(session.state.selection?.head ?? .max))
  }

  @Test(arguments: 0..<20)
  func `whatever moves it, a selection lies within the text and on its characters`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var session = Session(columns: 30, rows: 10)
    let text = "Größe 👩‍🚀 e\u{301}tat — “naïve” 東京.\nx\u{0}y \u{202E}z\n\nΩμέγα: 12,5 % … done"
    let builder = DocumentBuilder([(.paragraph, text), (.paragraph, "Ende."), (.listItem, "ß")])
    session.open(Article(location: "-", text: builder.text), builder.opened)
    session.type("v")
    let keys = [
      "h", "l", "j", "k", "w", "b", "e", "(", ")", "{", "}", "0", "$", "o", "iw", "is", "ip",
    ]
    for step in 0..<60 {
      session.type(keys.randomElement(using: &random) ?? "l")
      guard let range = session.state.selection?.range(in: builder.text) else { continue }
      #expect(!range.isEmpty && range.upperBound <= UInt32(builder.text.count), "\(seed) \(step)")
      #expect(!builder.text.string(in: range).contains("\u{FFFD}"), "\(seed) \(step)")
      _ = session.frame
    }
  }

  @Test func `the mouse selects, and a press without a move does not`() {
    var session = Session.reading(columns: 110, rows: 30)
    session.drag(from: Point(column: 3, row: 5), to: Point(column: 19, row: 5))
    #expect(selected(session) == "Velia on Thursday")
    session.type("y")
    #expect(session.takeEffects().last == .copy("Velia on Thursday"))
    session.click(column: 30, row: 6)
    #expect(session.state.selection == nil)
  }

  @Test func `what is copied is one line a paragraph, and too much is cut and said so`() {
    var session = Session(columns: 80, rows: 20)
    let long = String(repeating: "lamp oil ", count: 9000)
    let builder = DocumentBuilder([(.paragraph, "One\ntwo \u{1B}[31mred."), (.paragraph, long)])
    session.open(Article(location: "-", text: builder.text), builder.opened)
    _ = session.takeEffects()
    session.type("v ip y")
    #expect(session.takeEffects() == [.copy("One two [31mred.")])
    session.type("v } } y")
    guard case .copy(let text)? = session.takeEffects().last else {
      Testing.Issue.record("nothing was copied")
      return
    }
    #expect(text.utf8.count <= 56_000)
    #expect(session.state.message?.text.hasPrefix("The first") == true)
  }

  @Test func `a key that means nothing while selecting says so and keeps the selection`() {
    var session = Session.reading()
    session.type("v z")
    #expect(session.state.selection != nil)
    #expect(
      session.state.message?.text
        == "z is not a key while selecting; Esc ends that, ? shows the keys."
    )
    session.type("Esc :select-word Enter")
    #expect(session.state.message?.text == "Nothing is selected: v selects.")
  }
}
