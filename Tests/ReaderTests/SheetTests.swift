import Prose
import Screen
import Testing

@testable import Reader

@Suite struct SheetTests {
  @Test func `every line of an actor's card is a jump, and the way back leads to the card`() {
    var session = Session.reading(columns: 110, rows: 40)
    session.type("]p c")
    let spots = session.state.sheet?.content.spots ?? []
    #expect(spots.count > 8)
    for index in spots.indices {
      session.type("g")
      for _ in 0..<index { session.type("j") }
      session.type("Enter")
      if case .text(let range, _) = spots[index].target {
        #expect(session.state.sheet == nil)
        #expect(session.state.article?.current == range)
        #expect(session.state.visible.contains(range.lowerBound))
      } else {
        #expect(session.state.sheets.count == 2)
      }
      session.type(session.state.sheets.count == 2 ? "q" : "C-o")
      #expect(session.state.sheet?.kind == .card(.actor(.init(row: 0))))
      #expect(session.state.sheet?.selected == index)
    }
  }

  @Test(arguments: ["q", "Esc"])
  func `a card closes to the same spot`(key: String) {
    var session = Session.reading(columns: 70, rows: 14)
    session.type("]p 3n 6j")
    let top = session.top
    let current = session.state.article?.current
    session.type("w tess Enter j j")
    #expect(session.state.sheet != nil)
    session.type(key)
    #expect(session.state.sheet == nil)
    #expect(session.top == top)
    #expect(session.state.article?.current == current)
  }

  @Test func `Enter on a row follows, Enter again shows the card`() {
    var session = Session.reading()
    session.type("Tab j Enter")
    #expect(session.state.article?.focus?.name == "Velia")
    #expect(session.state.sheet == nil)
    session.type("Enter")
    #expect(session.state.sheet?.kind == .card(.actor(.init(row: 1))))
  }

  @Test func `a card leads to another, and q goes back one at a time`() {
    var session = Session.reading(columns: 110, rows: 40)
    session.type("w withdrawal Enter")
    #expect(session.state.sheet?.content.title == "withdrawal from the outer islands")
    session.type("Enter")
    #expect(session.state.sheet?.content.title == "Velia")
    session.type("q")
    #expect(session.state.sheet?.content.title == "withdrawal from the outer islands")
    session.type("q")
    #expect(session.state.sheet == nil)
  }

  @Test(arguments: [
    ("P", "POSITIONS"), ("\"", "QUOTES"), ("T", "TIMELINE"), ("M", "MAP"), ("O", "OUTLINE"),
  ])
  func `a view opens by its key and by its name`(key: String, title: String) {
    var session = Session.reading()
    session.type(key)
    #expect(session.state.sheet?.content.title == title)
    session.type("q :\(title.lowercased()) Enter")
    #expect(session.state.sheet?.content.title == title)
    session.type(key)
    #expect(session.state.sheets.count == 1)
  }

  @Test func `a cell of the positions leads to its evidence and shows it below`() {
    var session = Session.reading()
    session.type("P j j")
    let spot = session.state.sheet.map { $0.content.spots[$0.selected] }
    #expect(spot?.preview != nil)
    #expect(session.screen.contains("Velia has demanded that Tessaly pull back first"))
    session.type("Enter")
    #expect(
      session.current
        == "Velia has demanded that Tessaly pull back first, while Tessaly has rejected any deal "
        + "that would \"reward the blockade\"."
    )
  }

  @Test func `moving down a column of the positions stays in it`() {
    var session = Session.reading()
    session.type("P j Right Right")
    let column = session.state.sheet.flatMap { $0.content.spots[$0.selected].columns }
    session.type("j k")
    #expect(session.state.sheet.flatMap { $0.content.spots[$0.selected].columns } == column)
  }

  @Test func `every cell of the positions is the sign of its evidence`() {
    let document = Strait.builder.analyzed
    let findings = Findings(document, window: document.text.range, switches: Switches())
    let content = positionsContent(findings, columns: 100)
    let evidence = content.spots.compactMap(\.preview)
    #expect(evidence.count == document.positions.count)
    let rows = content.rows.map { $0.pieces.map(\.text).joined() }
    #expect(rows.contains { $0.contains("Velia") && $0.contains("+") && $0.contains("?") })
    #expect(rows.contains { $0.contains("Tessaly") && $0.contains("−") && $0.contains("·") })
  }

  @Test func `the timeline is in order of time and leaves out what has no date`() {
    var session = Session.reading(columns: 110, rows: 30)
    session.type("T")
    let rows = session.screen.split(separator: "\n").map { String($0.prefix(70)) }
    let places = ["2025", "Thu 29 Jan 2026", "Sun 1 Feb 2026"].map { day in
      rows.dropFirst().firstIndex { $0.contains(day) && !$0.contains("Harbor Wire") } ?? -1
    }
    #expect(places == places.sorted() && !places.contains(-1))
  }

  @Test func `the timeline tells the clause of what happened then`() {
    var session = Session.reading(columns: 110, rows: 30)
    session.type("T")
    #expect(session.screen.contains("Oyelaran turned down a similar offer last year"))
    #expect(!session.screen.contains("last year, saying"))
  }

  @Test func `why tells the rules behind the passage and the card`() {
    var session = Session.reading(columns: 110, rows: 40)
    session.type("]i ]i ]i =")
    #expect(session.screen.contains("WHY"))
    #expect(session.screen.contains("test of stance"))
    session.type("q ]q =")
    #expect(session.screen.contains("test of saying"))
    session.type("Esc Esc T j =")
    #expect(session.screen.contains("test of time"))
  }

  @Test func `why says where a passage holds no finding`() {
    let builder = DocumentBuilder([(.paragraph, "A pier. A boat.")])
    let reasons = Reasons(builder.analyzed, builder.text.range)
    #expect(reasons.count == 0 && reasons.sentences.count == 2)
  }

  @Test func `the outline opens where the reader is`() {
    var session = Session.reading(columns: 60, rows: 12)
    session.type("} } } O")
    let spot = session.state.sheet.map { $0.content.spots[$0.selected] }
    #expect(spot?.target == .text(Strait.builder.blocks.range(3), isPassage: true))
    session.type("j Enter")
    #expect(session.state.article?.current == Strait.builder.blocks.range(4))
  }

  @Test func `the map zooms around the place that is chosen`() {
    var session = Session.reading(columns: 80, rows: 24)
    session.type("M j")
    let before = session.screen
    session.type("+ +")
    #expect(session.screen != before)
    #expect(session.screen.contains("◉"))
    session.type("- - Enter")
    #expect(session.state.sheet?.content.title == "outer islands")
  }

  @Test func `coasts are drawn where they are known`() {
    var session = Session.reading(columns: 80, rows: 24)
    _ = session.takeEffects()
    session.type("M")
    #expect(session.takeEffects() == [.loadCoastlines])
    let before = session.screen
    session.send(
      .coastlines([
        [
          Coordinates(latitude: 50, longitude: 2), Coordinates(latitude: 53, longitude: 5),
          Coordinates(latitude: 55, longitude: 8),
        ]
      ])
    )
    #expect(session.screen != before)
  }

  @Test func `what an article has not is said, and no empty view opens`() {
    var session = Session(columns: 80, rows: 16)
    let builder = DocumentBuilder([(.paragraph, "It rained, and then it rained more.")])
    session.open(Article(location: "-", text: builder.text), builder.opened)
    session.type("P")
    #expect(session.state.message?.text == "The article is still being read.")
    session.analyze(builder.analyzed)
    for (key, text) in [
      ("P", "No issue was found in this article."), ("\"", "Nobody is quoted in this article."),
      ("T", "No time in this article can be told from its date."),
      ("M", "No place in this article has known coordinates."),
      ("H", "Nothing is marked yet: v selects, and a marks what is selected."),
      ("c", "Nobody and no place is named on this screen."),
    ] {
      session.type(key)
      #expect(session.state.message?.text == text)
      #expect(session.state.sheets.isEmpty)
    }
    session.type("O")
    #expect(session.state.sheet?.kind == .outline)
  }

  @Test func `a press on a line of a card goes there, one on a cell to its evidence`() {
    var session = Session.reading()
    session.type("P")
    let spots = session.state.sheet?.content.spots ?? []
    let cell = spots.first { $0.preview != nil }
    let body = session.state.sheet.map {
      sheetBody(sheetRect(session.state, session.state.layout), $0)
    }
    session.click(
      column: (body?.column ?? 0) + (cell?.columns?.lowerBound ?? 0) + 1,
      row: (body?.row ?? 0) + (cell?.rows.lowerBound ?? 0)
    )
    #expect(session.state.sheet == nil)
    #expect(session.state.article?.current == cell?.preview)
  }

  @Test func `a dotted line ends within the picture wherever it comes from`() {
    var canvas = BrailleCanvas(columns: 4, rows: 2)
    canvas.line(from: (-1e9, -1e9), to: (1e9, 1e9))
    canvas.line(from: (0, -5), to: (0, 100))
    canvas.line(from: (.infinity, 0), to: (1, 1))
    canvas.line(from: (20, 20), to: (30, 30))
    let rows = canvas.lines(face: .border).map { $0.pieces.map(\.text).joined() }
    #expect(rows == ["⡗⢄  ", "⡇ ⠑⢄"])
  }
}
