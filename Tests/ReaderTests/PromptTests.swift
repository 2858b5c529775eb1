import Prose
import Screen
import Testing

@testable import Reader

@Suite struct PromptTests {
  @Test(arguments: [
    (":q Enter", [Effect.quit]), (":quit Enter", [.quit]), (":qui Enter", [.quit]),
    (":redraw Enter", [.redraw]), (":suspend Enter", [.suspend]), (": Enter", []),
    ("C-p q Enter", [.quit]), (":q Esc", []), (":q C-c", []), (": Backspace", []),
    ("C-l", [.redraw]),
    (": C-l", [.redraw]), ("C-z", [.suspend]), ("q", [.quit]), ("Q", [.quit]), ("? Q", [.quit]),
    ("? q", []), ("C-c", []),
  ])
  func `commands do what their keys do`(keys: String, effects: [Effect]) {
    var session = Session.reading()
    _ = session.takeEffects()
    session.type(keys)
    #expect(session.takeEffects() == effects, "after \(keys)")
    #expect(session.state.prompt == nil || keys == ": C-l")
  }

  @Test func `a percentage at the prompt goes there`() {
    var session = Session.reading(columns: 50, rows: 12)
    session.type("50%")
    let middle = session.top
    session.type("g :goto Space 50% Enter")
    #expect(session.top == middle)
    session.type("g :50% Enter")
    #expect(session.top == middle)
    session.type(":goto Enter")
    #expect(session.state.message?.text == "How far? 50% goes to the middle, :goto 50% too.")
  }

  @Test(arguments: [
    (":frobnicate Enter", "There is no command frobnicate; Tab lists the commands."),
    (
      ":next- Enter",
      "next- may be next-paragraph, next-person, next-place: please type more of it."
    ),
    (":mark Enter", "mark wants a letter."),
    (":search Space zebra Enter", "“zebra” is not in this article."),
  ])
  func `what is no command is told in a sentence`(keys: String, message: String) {
    var session = Session.reading()
    session.type(keys)
    #expect(session.state.message == Message(text: message, isError: true))
    session.type("j")
    #expect(session.state.message == nil)
  }

  @Test func `Tab goes through the commands that begin so, and round`() {
    var session = Session.reading()
    session.type(":pa Tab")
    #expect(session.state.prompt?.text == "page-down")
    session.type("Tab Tab")
    #expect(session.state.prompt?.text == "pane-left")
    session.type("S-Tab S-Tab S-Tab")
    #expect(session.state.prompt?.text == "palette")
  }

  @Test(arguments: [
    ("abc Left Left x", "axbc"), ("abc C-a x", "xabc"), ("abc C-a C-e x", "abcx"),
    ("abc Space def C-w", "abc "), ("abc C-u", ""), ("abc Left C-k", "ab"), ("abc Home Del", "bc"),
    ("abc Backspace", "ab"),
  ])
  func `the line is edited as in a shell`(keys: String, text: String) {
    var session = Session.reading()
    session.type(":")
    session.type(keys)
    #expect(session.state.prompt?.text == text)
  }

  @Test func `a paste goes into the line as one line without control characters`() {
    var session = Session.reading()
    session.send(.input(.paste("nothing is typed")))
    #expect(session.state.prompt == nil)
    session.type("/")
    session.send(.input(.paste("outer\n\u{1B}[31m islands")))
    #expect(session.state.prompt?.text == "outer [31m islands")
  }

  @Test func `a search by name is done at once`() {
    var session = Session.reading()
    session.type(":search Space outer Space islands Enter")
    #expect(session.screen.contains("/outer islands 1/2"))
  }

  @Test func `help closes before another command is run, and scrolls to its end only`() {
    var session = Session.reading(columns: 80, rows: 20)
    session.type("? 999j")
    let end = session.screen
    session.type("j")
    #expect(session.screen == end)
    session.type("]p")
    #expect(session.state.helpTop == nil)
    #expect(session.current == "Mara Oyelaran")
  }
}
