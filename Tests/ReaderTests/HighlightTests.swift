import Prose
import Screen
import TestKit
import Testing

@testable import Reader

@Suite struct HighlightTests {
  private func marks(_ session: Session) -> [String] {
    guard let article = session.state.article else { return [] }
    return article.highlights.all.map {
      "\($0.color.name) \(article.document.text.string(in: $0.range)) \($0.note)"
    }
  }

  @Test func `marks are made in colors, with notes, and in text order`() {
    var session = Session.reading()
    session.type("2]q v ie 2a Esc Esc ]p 1a ]l A port, C-j again Enter")
    #expect(
      marks(session)
        == ["yellow Mara Oyelaran ", "yellow Port Anselm port,\nagain", "green Velia "]
    )
    #expect(session.state.article?.highlights.all[1].note == "port,\nagain")
    session.type("]l 9a")
    #expect(
      session.state.message?.text
        == "The colors are 1 yellow, 2 green, 3 blue, 4 rose, 5 violet."
    )
  }

  @Test func `the color chosen last stays`() {
    var session = Session.reading()
    session.type("]p 4a ]p a")
    #expect(marks(session) == ["rose Mara Oyelaran ", "rose Ivo Brandt "])
  }

  @Test func `a mark on the same words changes color and keeps the note`() {
    var session = Session.reading()
    session.type("]p A who Enter 3a")
    #expect(marks(session) == ["blue Mara Oyelaran who"])
  }

  @Test func `a note is changed, and Escape leaves it as it was`() {
    var session = Session.reading()
    session.type("]p A first Enter A Esc")
    #expect(marks(session) == ["yellow Mara Oyelaran first"])
    session.type("A C-u second Enter")
    #expect(marks(session) == ["yellow Mara Oyelaran second"])
  }

  @Test func `the note goes through the editor and comes back`() {
    var session = Session.reading()
    _ = session.takeEffects()
    session.type("]p A draft")
    _ = session.takeEffects()
    session.type("C-x")
    #expect(session.takeEffects() == [.edit("draft")])
    session.send(.edited("from\nthe editor\n\n", problem: nil))
    #expect(session.state.article?.highlights.all.first?.note == "from\nthe editor")
    #expect(session.state.prompt == nil)
    session.type("A C-x")
    session.send(.edited(nil, problem: "The editor vi failed."))
    #expect(session.state.prompt != nil)
    #expect(session.state.message == Message(text: "The editor vi failed.", isError: true))
  }

  @Test func `everything is taken back and done again`() {
    var session = Session.reading()
    session.type("]p a ]p 2a A note Enter x")
    let end = marks(session)
    var states = [end]
    for _ in 0..<4 {
      session.type("U")
      states.append(marks(session))
    }
    #expect(states.last == [])
    #expect(Set(states).count == 4 && states[3] == end)
    session.type("U")
    #expect(session.state.message?.text == "Nothing to take back.")
    for state in states.reversed().dropFirst() {
      session.type("C-r")
      #expect(marks(session) == state)
    }
    session.type("C-r")
    #expect(session.state.message?.text == "Nothing to do again.")
  }

  @Test(arguments: 0..<20)
  func `undo and redo lead through the same states`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var highlights = Highlights()
    let text = SourceText(String(repeating: "lamp oil ", count: 10))
    var history = [highlights.all]
    for _ in 0..<30 {
      let start = UInt32.random(in: 0..<50, using: &random)
      let before = highlights.version
      switch Int.random(in: 0..<4, using: &random) {
      case 0: highlights.delete(highlights.all.prefix(1).map(\.number))
      case 1:
        if let one = highlights.all.randomElement(using: &random) {
          highlights.setNote("\(start)", of: one.number)
        }
      default:
        let color = Highlight.Color.allCases.randomElement(using: &random) ?? .yellow
        _ = highlights.mark(start..<start + 5, of: text, color)
      }
      if highlights.version != before { history.append(highlights.all) }
      let starts = highlights.all.map(\.range.lowerBound)
      #expect(starts == starts.sorted())
    }
    for state in history.reversed().dropFirst() {
      let isDone = highlights.undo()
      #expect(isDone && highlights.all == state)
    }
    let hasMore = highlights.undo()
    #expect(!hasMore)
    for state in history.dropFirst() {
      let isDone = highlights.redo()
      #expect(isDone && highlights.all == state)
    }
  }

  @Test func `marks are stepped along, listed, recolored and deleted from the list`() {
    var session = Session.reading()
    session.type("]p a ]p 2a g ]h ]h")
    #expect(session.current == "Ivo Brandt")
    #expect(session.screen.contains("highlight 2/2 green"))
    session.type("[h H")
    #expect(session.state.sheet?.kind == .highlights)
    session.type("g 5a j x")
    #expect(marks(session) == ["violet Mara Oyelaran "])
    session.type("x")
    #expect(session.state.sheet == nil)
    #expect(marks(session) == [])
  }

  @Test func `marks stay with their article when another is read`() {
    var session = Session(locations: ["one", "two"])
    session.type("Enter")
    session.open(Strait.article, Strait.builder.opened)
    session.analyze(Strait.builder.analyzed)
    session.type("]p a J")
    session.open(Strait.article, Strait.builder.opened, row: 1)
    #expect(marks(session) == [])
    session.type("K")
    session.open(Strait.article, Strait.builder.opened, row: 0)
    #expect(marks(session) == ["yellow Mara Oyelaran "])
  }

  @Test
  func `highlights find their words again in a text that has changed, and none is lost silently`() {
    func article(_ text: String) -> (Article, Document) {
      let builder = DocumentBuilder([(.paragraph, text)])
      return (Article(location: "a.txt", text: builder.text), builder.opened)
    }
    var session = Session(locations: ["a.txt"], columns: 60, rows: 10)
    let (first, document) = article("The lamps were lit at dusk. The ships left.")
    session.open(first, document)
    session.type("v e a v w w w w w w iw 2a")
    #expect(marks(session) == ["yellow The lamps ", "green The "])
    _ = session.takeEffects()
    session.type("r")
    #expect(session.takeEffects() == [.reloadArticle(row: 0)])
    let (second, changed) = article("Now at last: The lamps were lit. A ship left.")
    session.open(second, changed)
    #expect(session.state.message?.text == "Read anew.")
    let all = session.state.article?.highlights.all ?? []
    #expect(all.map(\.isLost) == [false, false])
    #expect(marks(session).contains("yellow The lamps "))
    session.type("r")
    let (third, rewritten) = article("Nothing of that.")
    session.open(third, rewritten)
    #expect(session.state.article?.highlights.all.map(\.isLost) == [true, true])
    session.type("H Enter")
    #expect(session.screen.contains("no longer in the text"))
    #expect(session.state.message?.text == "These words are no longer in the text.")
  }

  @Test func `a file that is watched is read anew when it changes`() {
    var session = Session.reading()
    _ = session.takeEffects()
    session.send(.changed(row: 0))
    #expect(session.takeEffects() == [])
    session.type("W")
    #expect(session.takeEffects() == [.watchArticle(row: 0)])
    session.send(.changed(row: 0))
    #expect(session.takeEffects() == [.reloadArticle(row: 0)])
    session.type("W")
    #expect(session.takeEffects() == [.watchArticle(row: nil)])
  }

  @Test func `highlights are written as Markdown in which nothing of the article is markup`() {
    var session = Session(columns: 80, rows: 4)
    let builder = DocumentBuilder([
      (.headline, "A *starred* [head](line)"), (.paragraph, "- <b>Not</b> a `list`_item_."),
    ])
    session.open(
      Article(
        location: "a/tides.txt",
        site: "Harbor Wire",
        published: "2026-01-29",
        text: builder.text
      ),
      builder.opened
    )
    _ = session.takeEffects()
    session.type(":export Enter")
    #expect(session.state.message?.text == "Nothing is marked in this article.")
    session.type("v j ip A # C-j 1. Enter")
    _ = session.takeEffects()
    session.type(":export Enter")
    let expected = """
      # A \\*starred\\* \\[head\\](line)

      Harbor Wire · a/tides.txt · 2026-01-29

      > \\- \\<b\\>Not\\</b\\> a \\`list\\`\\_item\\_.
      >
      > — yellow, paragraph 2

      \\#  
      1.

      """
    #expect(
      session.takeEffects() == [
        .write(path: "tides-highlights.md", text: expected, replaces: false)
      ]
    )
    session.send(.wrote(path: "tides-highlights.md", problem: nil))
    #expect(session.state.message?.text == "Written to tides-highlights.md.")
    session.type(":export! Space other.md Enter")
    #expect(session.takeEffects() == [.write(path: "other.md", text: expected, replaces: true)])
  }

  @Test func `a mark has its color and a bar beside it`() {
    var session = Session.reading(columns: 70, rows: 16)
    session.type("]p 2a Esc")
    let frame = session.frame
    let faces = frame.cells.filter { $0.overlay == .markGreen }
    #expect(faces.count >= "MaraOyelaran".count && faces.count <= "Mara Oyelaran".count)
    #expect(frame.text.contains("▎"))
  }
}
