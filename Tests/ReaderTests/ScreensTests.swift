import Prose
import Screen
import Testing

@testable import Reader

/// Every pane and layout as a whole screen.
@Suite struct ScreensTests {
  @Test(arguments: [
    ("narrow", 40, 10, ""),
    ("narrow-drawer", 40, 10, "Tab"),
    ("drawer", 58, 14, "Tab Enter Tab Tab"),
    ("one-list", 70, 24, "Tab Tab"),
    ("stacked", 110, 30, ""),
    ("stacked-low", 100, 18, "Tab G"),
    ("three-columns", 170, 40, ""),
    ("focus-actor", 110, 30, "Tab Enter n n"),
    ("focus-issue", 110, 30, "Tab Tab Tab Enter n"),
    ("focus-issue-wide", 170, 30, "S-Tab j j Enter"),
    ("zoomed-text", 110, 30, "z"),
    ("zoomed-pane", 70, 20, "Tab z"),
    ("end-folded", 70, 24, "G"),
    ("end-unfolded", 70, 24, "tb G"),
    ("headline-above", 80, 20, "9j"),
    ("wider-panes", 110, 20, ">>>"),
    ("help", 110, 30, "?"),
    ("help-end", 80, 24, "? G"),
    ("help-narrow", 40, 10, "? j j"),
    ("prompt", 110, 30, ":"),
    ("prompt-completed", 80, 20, ":next- Tab Tab"),
    ("prompt-narrow", 30, 8, ":go"),
    ("search-typing", 110, 24, "/vel"),
    ("search-done", 70, 24, "/vel Enter n"),
    ("search-nothing", 70, 24, "/zebra Enter"),
    ("pending", 70, 12, "12]"),
    ("tiny", 16, 4, ""),
    ("one-row", 30, 1, ""),
    ("trail-person", 110, 20, "]p ]p ]p"),
    ("trail-quotation", 110, 20, "]q"),
    ("trail-issue", 110, 20, "2]i"),
    ("hints", 110, 30, "f"),
    ("hints-narrow", 40, 10, "f"),
    ("card-actor", 110, 40, "]p c"),
    ("card-actor-narrow", 40, 12, "]p c j j"),
    ("card-place", 110, 40, "]l c"),
    ("card-issue", 110, 30, "]l S-Tab c"),
    ("card-wide", 170, 30, "]p c"),
    ("positions", 110, 24, "P j Right"),
    ("positions-narrow", 50, 14, "P j"),
    ("quotes", 110, 24, "\""),
    ("timeline", 110, 24, "T j"),
    ("map", 110, 30, "M j"),
    ("map-near", 80, 24, "M + +"),
    ("outline", 110, 24, "4j O"),
    ("selection", 110, 24, "]q v ) )"),
    ("note", 80, 20, "]q A"),
    ("marked", 110, 24, "]q 2a ]l A x y Enter"),
    ("highlights", 80, 20, "]q 2a ]l A x y Enter H"),
    ("who", 80, 20, "w port"),
    ("palette", 110, 24, "C-p pane"),
    ("tabs", 110, 24, "C-w t Tab Tab"),
    ("one-list-80", 80, 24, ""),
    ("card-issue-narrow", 50, 16, "]l S-Tab c"),
    ("card-place-narrow", 50, 20, "]l c"),
    ("quotes-narrow", 50, 16, "\""),
    ("timeline-narrow", 50, 16, "T j"),
    ("map-narrow", 50, 16, "M"),
    ("outline-narrow", 50, 16, "O"),
    ("positions-wide", 170, 24, "P"),
    ("hints-no-such", 110, 24, "f z"),
    ("selection-narrow", 40, 10, "]q v )"),
    ("who-narrow", 40, 10, "w"),
    ("palette-narrow", 40, 10, "C-p"),
    ("switched-off", 110, 24, "th"),
    ("tabs-wide", 170, 24, "C-w t"),
  ])
  func `every layout looks as it should`(name: String, columns: Int, rows: Int, keys: String) {
    var session = Session.reading(columns: columns, rows: rows)
    session.type(keys)
    expect(session.screen, isScreen: name)
  }

  @Test(arguments: [
    ("linear", ""), ("linear-pane", "Tab"), ("linear-card", "]p c"),
    ("linear-map", "M"), ("linear-help", "?"), ("justified", ""),
    ("left", ""),
  ])
  func `every way of setting the text looks as it should`(name: String, keys: String) {
    var session = Session.reading(columns: 90, rows: 24)
    session.state.style.isLinear = name.hasPrefix("linear")
    session.state.style.isJustified = name == "justified"
    session.state.style.isHyphenated = name == "justified"
    session.state.style.measure = name == "justified" ? 44 : 50
    session.state.style.isCentered = name != "left"
    session.type("\(keys) C-l")
    expect(session.screen, isScreen: name)
  }

  @Test(arguments: [
    "", "Tab", "Tab Tab", "Tab Tab Tab", "?", "]p c", "]l c", "S-Tab c", "P", "\"", "T", "M", "O",
    "]q 2a H", "]q A x", "f", ": t", "C-p", "w", "/ t", "]q v )", "q",
  ])
  func `nothing is drawn for a screen reader`(keys: String) {
    for (columns, rows) in [(40, 12), (90, 24), (170, 40)] {
      var session = Session.reading(columns: columns, rows: rows)
      session.state.style.isLinear = true
      session.type("\(keys) C-l")
      let drawn = session.screen.unicodeScalars.filter {
        (0x2500...0x25FF).contains($0.value) || (0x2800...0x28FF).contains($0.value)
      }
      #expect(drawn.isEmpty, "\(session.screen)")
    }
  }

  @Test func `before the analysis the panes say that the article is being read`() {
    var session = Session(columns: 110, rows: 30)
    session.open(Strait.article, Strait.builder.opened)
    expect(session.screen, isScreen: "reading")
  }

  @Test func `an article in another language is shown and said to be not analyzed`() {
    var session = Session(columns: 110, rows: 24)
    let builder = DocumentBuilder(
      [
        (.headline, "Les pourparlers reprennent"),
        (.paragraph, "La Vélie a renouvelé jeudi son invitation à la présidente de la Tessalie."),
      ],
      language: "fr"
    )
    session.open(Article(location: "détroit.txt", text: builder.text), builder.opened)
    session.analyze(builder.analyzed)
    expect(session.screen, isScreen: "not-analyzed")
    session.type("]p")
    #expect(session.state.message?.text == "This article is not analyzed: it is in French.")
  }

  @Test func `an article without names says so`() {
    var session = Session(columns: 110, rows: 16)
    let builder = DocumentBuilder([(.paragraph, "It rained, and then it rained more.")])
    session.open(Article(location: "-", text: builder.text), builder.opened)
    session.analyze(builder.analyzed)
    expect(session.screen, isScreen: "nothing-found")
  }

  @Test func `what cannot be opened stands in the last rows and leaves the list usable`() {
    var session = Session(
      locations: ["a/one.txt", "b/two.png", "three.txt"],
      columns: 70,
      rows: 12
    )
    session.type("j Enter")
    expect(session.screen, isScreen: "list-opening")
    session.send(
      .failed(
        row: 1,
        message:
          "two.png holds no text but a picture: open it with an image viewer, or give a text file."
      )
    )
    expect(session.screen, isScreen: "list-failed")
    session.type("k Enter")
    #expect(session.takeEffects() == [.openArticle(row: 1), .openArticle(row: 0)])
  }

  @Test func `a list shows the headlines of what was open`() {
    var session = Session(locations: ["a/strait.txt", "b/two.txt"], columns: 80, rows: 12)
    session.type("Enter")
    session.open(Strait.article, Strait.builder.opened)
    session.type("q")
    expect(session.screen, isScreen: "list")
  }

  @Test func `a long text says which part is analyzed`() {
    var session = Session.reading(columns: 110, rows: 20)
    session.state.article?.findings = Findings(
      Strait.builder.analyzed,
      window: 300..<900,
      switches: Switches()
    )
    expect(session.screen, isScreen: "part-analyzed")
  }
}
