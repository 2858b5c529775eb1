import Prose
import Screen
import Testing

@testable import Reader

@Suite struct ThemePickerTests {
  private let choices = [
    ThemeChoice(name: "terminal", description: "On the terminal's own background."),
    ThemeChoice(name: "night", description: "Calm colors on dark slate."),
    ThemeChoice(name: "paper", description: "Ink on warm white."),
  ]

  /// A reader with the picker open, and the effects that opening it had taken away.
  private func picking(_ shown: String = "terminal") -> Session {
    var session = Session.reading()
    session.type(":theme Enter")
    session.send(.themes(choices, shown: shown))
    return session
  }

  /// Answers what is asked as the terminal does, and tells what was shown.
  private func shown(_ session: inout Session) -> [String] {
    session.takeEffects().compactMap { effect in
      guard case .showTheme(let name, let isKept) = effect else { return nil }
      session.send(.themed(name, isKept: isKept, problem: nil))
      return isKept ? name + "!" : name
    }
  }

  @Test func `asks for the themes and stands on the one that is seen`() {
    var session = Session.reading()
    _ = session.takeEffects()
    session.type(":theme Enter")
    #expect(session.takeEffects() == [.listThemes])
    session = picking("night")
    #expect(session.state.prompt?.picked == 1)
    #expect(session.screen.contains("Calm colors on dark slate."))
  }

  @Test func `shows each theme as it is chosen, and Esc brings back the old one`() {
    var session = picking()
    var seen: [String] = []
    for key in ["Down", "Down", "Down", "Up", "Esc"] {
      session.type(key)
      seen += shown(&session)
    }
    #expect(seen == ["night", "paper", "terminal", "paper", "terminal"])
    #expect(session.state.prompt == nil)
    #expect(session.state.themes.kept == "terminal")
  }

  @Test func `Enter keeps what is seen and says how it stays`() {
    var session = picking()
    session.type("Down")
    #expect(shown(&session) == ["night"])
    session.type("Enter")
    #expect(shown(&session) == ["night!"])
    #expect(
      session.state.message?.text == "Theme night; “theme: night” in config.yaml begins with it."
    )
    session.type(":theme Enter Esc")
    #expect(shown(&session) == [])
  }

  @Test func `typing narrows, and shows the best that is left`() {
    var session = picking()
    session.type("i n k")
    #expect(shown(&session) == ["paper"])
    session.type("z")
    #expect(shown(&session) == [])
    session.type("Enter")
    #expect(shown(&session) == ["terminal"])
    #expect(session.state.message?.text == "There is no theme like inkz.")
  }

  @Test func `a theme that is named is taken at once, and a mistake is told`() {
    var session = Session.reading()
    _ = session.takeEffects()
    session.type(":theme Space dusk Enter")
    #expect(session.takeEffects() == [.showTheme("dusk", isKept: true)])
    session.send(.themed("dusk", isKept: true, problem: "There is no theme dusk."))
    #expect(session.state.message == Message(text: "There is no theme dusk.", isError: true))
    #expect(session.state.themes.kept == "")
  }
}
