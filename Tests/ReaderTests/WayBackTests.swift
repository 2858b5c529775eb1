import Prose
import Screen
import Testing

@testable import Reader

@Suite struct WayBackTests {
  @Test func `behind C-o Tab goes forward, and else to the panes`() {
    var session = Session.reading(columns: 70, rows: 12)
    session.type("]p G")
    let end = session.top
    session.type("C-o")
    #expect(session.top != end)
    session.type("Tab")
    #expect(session.top == end)
    #expect(session.state.panes.active == nil)
    session.type("C-o j Tab")
    #expect(session.state.panes.active == .actors)
  }

  @Test func `the way back leads through text and cards alike, and forward again`() {
    var session = Session.reading(columns: 110, rows: 16)
    session.type("]p c")
    session.type("G Enter P Enter")
    #expect(session.state.sheets.map(\.kind) == [.positions, .card(.issue(.init(row: 0)))])
    session.type("G Enter")
    #expect(session.state.sheet == nil)
    session.type("C-o")
    #expect(session.state.sheets.map(\.kind) == [.positions, .card(.issue(.init(row: 0)))])
    session.type("C-o")
    #expect(session.state.sheets.map(\.kind) == [.card(.actor(.init(row: 0)))])
    session.type("M-Right")
    #expect(session.state.sheets.count == 2)
  }

  @Test func `two quotes go to and fro between two places`() {
    var session = Session.reading(columns: 70, rows: 12)
    session.type("G")
    let end = session.top
    session.type("''")
    #expect(session.top == 0)
    session.type("''")
    #expect(session.top == end)
  }

  @Test func `scrolling leaves what is followed, and n goes on from the screen`() {
    var session = Session.reading(columns: 60, rows: 10)
    session.type("Tab Enter Esc")
    session.type("8 C-e")
    #expect(session.state.article?.focus?.name == "Mara Oyelaran")
    let top = session.state.visible.lowerBound
    session.type("n")
    #expect((session.state.article?.current?.lowerBound ?? 0) >= top)
  }

  @Test func `a press on the strip goes to what stands there`() {
    var session = Session.reading(columns: 110, rows: 14)
    session.type("Tab Enter Esc")
    let strip = heatStrip(session.state, session.state.layout)
    let rect = strip?.rect ?? Rect(column: 0, row: 0, columns: 0, rows: 0)
    #expect(rect.columns >= 12)
    var reached: Set<Range<UInt32>> = []
    for column in 0..<rect.columns {
      let target = strip?.place(at: column).target
      session.click(column: rect.column + column, row: rect.row)
      if let target {
        #expect(session.state.article?.current == target)
        reached.insert(target)
      }
    }
    #expect(reached.count > 2)
    session.type("Esc Esc")
    session.click(column: rect.column, row: rect.row)
    #expect(session.top == 0)
  }

  @Test(arguments: 0..<20)
  func `the strip counts alike, from the targets or from the borders`(seed: UInt32) {
    let targets = (0..<seed * 7).map { index -> Range<UInt32> in
      let start = 100 + index * (seed + 3) % 900
      return start..<start + 4
    }.sorted { $0.lowerBound < $1.lowerBound }
    for columns in [1, 7, 40] {
      let one = Strip(targets, in: 100..<1000, columns: columns)
      let other = Strip(sorted: targets, in: 100..<1000, columns: columns)
      #expect(one.counts == other.counts, "seed \(seed), \(columns) columns")
    }
  }

  @Test func `a press on a tab turns to that pane`() {
    var session = Session.reading(columns: 80, rows: 20)
    let row = session.state.layout.body.row
    let tabs = session.state.layout.panes(session.state).first.map { paneTabs($0, isAlone: true) }
    #expect(tabs?.map(\.kind) == PaneKind.allCases)
    for tab in tabs?.reversed() ?? [] {
      session.click(column: tab.columns.lowerBound, row: row)
      #expect(session.state.panes.active == tab.kind)
    }
  }

  @Test(arguments: [
    ("? M-q", [Effect.quit]), (":foo M-Q", [.quit]), ("m M-Q", [.quit]), ("f M-Q", [.quit]),
    ("M-Q", [.quit]),
  ])
  func `Escape and a key in one write are both taken`(keys: String, effects: [Effect]) {
    var session = Session.reading()
    _ = session.takeEffects()
    session.type(keys)
    #expect(session.takeEffects() == effects)
    #expect(session.state.prompt == nil && session.state.hints == nil)
  }
}
