import Screen
import Testing

@testable import Reader

@Suite struct ThemeChoiceTests {
  private let choices = [
    ThemeChoice(name: "terminal", description: "On the terminal's own background."),
    ThemeChoice(name: "night", description: "Calm colors on dark slate."),
    ThemeChoice(
      name: "broken",
      description: "",
      problem: "broken.yaml:3: there is no face “txet”."
    ),
    ThemeChoice(name: "paper", description: "Ink on warm white."),
  ]

  private func choosing(_ wanted: String = "", columns: Int = 80) -> Session {
    var session = Session.reading(columns: columns, rows: 20)
    session.type(wanted.isEmpty ? "C-t" : ":theme Space \(wanted) Enter")
    #expect(session.takeEffects().last == .chooseTheme(wanted: wanted))
    session.send(.themes(choices, shown: "terminal", wanted: wanted))
    return session
  }

  @Test func `the arrows show each theme, and nothing that cannot be shown`() {
    var session = choosing()
    expect(session.screen, isScreen: "themes")
    session.type("Down")
    #expect(session.takeEffects() == [.showTheme("night")])
    session.type("Down")
    #expect(session.takeEffects() == [])
    session.type("Down")
    #expect(session.takeEffects() == [.showTheme("paper")])
    session.type("Down")
    #expect(session.takeEffects() == [.showTheme("terminal")])
  }

  @Test(arguments: ["Esc", "C-c", "Backspace"])
  func `leaving brings the theme of before back`(key: String) {
    var session = choosing()
    session.type("Down")
    _ = session.takeEffects()
    session.type(key)
    #expect(session.takeEffects() == [.showTheme(nil)])
    #expect(session.state.prompt == nil)
  }

  @Test func `leaving without having tried one changes nothing`() {
    var session = choosing()
    session.type("Esc")
    #expect(session.takeEffects() == [])
  }

  @Test func `Enter keeps the theme and says how it stays`() {
    var session = choosing()
    session.type("Down Enter")
    #expect(session.takeEffects() == [.showTheme("night"), .showTheme("night")])
    #expect(session.screen.contains("“theme: night” in config.yaml"))
  }

  @Test func `a theme with a mistake says it and is not kept`() {
    var session = choosing()
    session.type("Down Down Enter")
    #expect(session.takeEffects() == [.showTheme("night"), .showTheme(nil)])
    #expect(session.state.message?.text.hasPrefix("broken.yaml:3:") == true)
    #expect(session.state.message?.isError == true)
  }

  @Test func `typed letters find a theme by its name or by what it is`() {
    var session = choosing()
    session.type("ink")
    #expect(session.takeEffects() == [.showTheme("paper")])
    session.type("x Enter")
    #expect(session.takeEffects() == [.showTheme(nil)])
    #expect(session.state.message?.text == "There is no theme like inkx: the one before stays.")
  }

  @Test func `a name behind the command is taken at once, a part of one is looked for`() {
    var session = choosing("night")
    #expect(session.takeEffects() == [.showTheme("night")])
    #expect(session.state.prompt == nil)
    session = choosing("pap")
    #expect(session.takeEffects() == [.showTheme("paper")])
    #expect(session.state.prompt?.kind == .theme)
  }
}
