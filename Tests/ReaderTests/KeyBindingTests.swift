import Screen
import Testing

@testable import Reader

@Suite struct KeyBindingTests {
  private func session(_ bindings: [KeyBinding]) -> (Session, [String]) {
    var keymaps = Keymaps()
    let mistakes = keymaps.take(bindings).map(\.mistake)
    var session = Session.reading(columns: 60, rows: 12)
    session.state.keymaps = keymaps
    return (session, mistakes)
  }

  private func binding(_ keys: String, _ commands: String...) -> KeyBinding {
    KeyBinding(context: "reading", keys: keys, commands: commands)
  }

  @Test func `a key runs the command that it is bound to, with a count`() {
    var (session, mistakes) = session([binding("x", "down")])
    #expect(mistakes.isEmpty)
    var other = Session.reading(columns: 60, rows: 12)
    session.type("3x")
    other.type("3j")
    #expect(session.top == other.top)
    #expect(session.top > 0)
  }

  @Test func `a key that is unbound means nothing`() {
    var (session, mistakes) = session([binding("j")])
    #expect(mistakes.isEmpty)
    session.type("j")
    #expect(session.top == 0)
    #expect(session.screen.contains("j is not a key here"))
  }

  @Test func `a macro runs its commands one after the other`() {
    var (session, mistakes) = session([binding("gx", "down 4", "up"), binding("g")])
    #expect(mistakes.isEmpty)
    var other = Session.reading(columns: 60, rows: 12)
    session.type("gx")
    other.type("3j")
    #expect(session.top == other.top)
  }

  @Test func `the help shows the keys as they are`() throws {
    let (session, _) = session([binding("x", "page-down"), binding("C-f")])
    let row = try #require(commandTable.first { $0.name == "page-down" })
    #expect(session.state.keys(of: row) == ["Space", "PgDn", "x"])
  }

  @Test(arguments: commandTable.indices)
  func `without a configuration each command has the keys of the table`(row: Int) {
    var session = Session.reading()
    session.state.keymaps = Keymaps()
    #expect(session.state.keys(of: commandTable[row]) == commandTable[row].keys)
  }

  @Test func `a linear screen has the text alone`() {
    var session = Session.reading(columns: 120, rows: 30)
    session.state.style.isLinear = true
    session.send(.input(.resize(Size(columns: 120, rows: 30))))
    #expect(!session.screen.contains("│") && !session.screen.contains("─"))
    #expect(!session.screen.contains("ACTORS"))
  }
}
