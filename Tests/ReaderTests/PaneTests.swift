import Prose
import Screen
import Testing

@testable import Reader

@Suite struct PaneTests {
  @Test(arguments: [
    (40, "Tab", PaneKind?.some(.actors)), (40, "Tab Tab", .places), (40, "S-Tab", .issues),
    (40, "Tab Esc", nil), (40, "Tab q", nil), (40, "C-w l", .actors), (40, "C-w l C-w h", nil),
    (70, "Tab Tab Tab Tab", nil), (70, "C-w l", .actors), (70, "Tab Tab Esc C-w l", .places),
    (110, "Tab", .actors), (110, "Tab C-w j", .places), (110, "Tab C-w j C-w j C-w k", .places),
    (110, "S-Tab C-w h", nil), (110, "C-w l", .actors),
    (170, "C-w h", .actors), (170, "C-w l", .issues), (170, "C-w h C-w j", .places),
    (170, "C-w h C-w l", nil), (170, "C-w l C-w l", .issues),
    (110, ":issues Enter", .issues), (110, "Tab Tab Enter", .places), (40, "Tab Enter", nil),
  ])
  func `keys go to a pane at every width`(columns: Int, keys: String, pane: PaneKind?) {
    var session = Session.reading(columns: columns, rows: 30)
    session.type(keys)
    #expect(session.state.panes.active == pane, "after \(keys) at \(columns)")
  }

  @Test func `a zoomed pane has the screen, and choosing in it shows the text again`() {
    var session = Session.reading(columns: 110, rows: 30)
    session.type("Tab z")
    #expect(session.state.layout.text == nil)
    session.type("j Enter")
    #expect(session.current == "Velia")
    #expect(session.screen.contains("Velia on Thursday"))
  }

  @Test(arguments: [(">", 35), (">>>", 39), ("<", 31), ("9<", 16), ("99>", 70), ("2> 2<", 33)])
  func `side panes are made wider and narrower, the text keeps its room`(keys: String, width: Int) {
    var session = Session.reading(columns: 110, rows: 30)
    session.type(keys)
    #expect(session.state.layout.panes(session.state).first?.rect.columns == width)
    // It is kept when another size comes and goes.
    session.send(.input(.resize(Size(columns: 30, rows: 10))))
    session.send(.input(.resize(Size(columns: 110, rows: 30))))
    #expect(session.state.layout.panes(session.state).first?.rect.columns == width)
  }

  @Test func `the border is dragged by the mouse`() {
    var session = Session.reading(columns: 110, rows: 30)
    session.send(.input(.mouse(Mouse(.press, at: Point(column: 76, row: 9)))))
    for column in [75, 73, 70] {
      session.send(.input(.mouse(Mouse(.drag, at: Point(column: column, row: 12)))))
    }
    session.send(.input(.mouse(Mouse(.release, at: Point(column: 70, row: 12)))))
    #expect(session.state.layout.borders == [70])
    session.send(.input(.mouse(Mouse(.drag, at: Point(column: 40, row: 12)))))
    #expect(session.state.layout.borders == [70])
  }

  @Test func `a press on an entry follows it, the wheel scrolls what it is over`() {
    var session = Session.reading(columns: 110, rows: 18)
    session.send(.input(.mouse(Mouse(.press, at: Point(column: 80, row: 5)))))
    #expect(session.state.article?.focus?.name == "Velia")
    session.send(.input(.mouse(Mouse(.wheelDown, at: Point(column: 80, row: 3)))))
    #expect(session.state.panes[.actors].selected == 4)
    let top = session.top
    session.send(.input(.mouse(Mouse(.wheelDown, at: Point(column: 10, row: 8)))))
    #expect(session.top > top)
    session.send(.input(.mouse(Mouse(.wheelUp, at: Point(column: 10, row: 8)))))
    #expect(session.top == top)
  }

  @Test func `the selected row is in sight and has the cursor`() {
    var session = Session.reading(columns: 110, rows: 16)
    session.type("Tab j j j j")
    #expect(session.screen.contains("Pilots' Guild"))
    let cursor = session.frame.cursor
    #expect(cursor.map { session.frame[column: $0.column, row: $0.row].overlay } == .paneSelected)
  }

  @Test func `parties of an issue stand by side behind their signs`() {
    let entry = Session.reading().state.article?.findings?.issues.first
    let lines = entry.map { paneLines($0, .issues, columns: 24) } ?? []
    let text = lines.map { line in
      String(repeating: " ", count: line.indent) + line.pieces.map(\.text).joined()
    }
    #expect(text == ["withdrawal from the", " outer islands", "  + Velia  − Tessaly"])
  }

  @Test(arguments: [
    ([Int](), "          "), ([0], "▃         "), ([0, 5, 15], "▅▃        "),
    ([99], "         ▃"), ([50, 51, 52, 53], "     █    "),
  ])
  func `a strip rises where mentions are`(places: [Int], strip: String) {
    let made = Strip(places.map { UInt32($0)..<UInt32($0 + 1) }, in: 0..<100)
    #expect(String(made.counts.indices.map(made.block)) == strip)
  }
}
