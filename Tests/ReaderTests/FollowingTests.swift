import Prose
import Screen
import Testing

@testable import Reader

@Suite struct FollowingTests {
  @Test func `Enter follows the selected actor through names and pronouns and round again`() {
    var session = Session.reading()
    session.type("Tab Enter")
    var visited = [session.current]
    for _ in 0..<7 {
      session.type("n")
      visited.append(session.current)
    }
    #expect(
      visited == [
        "Mara Oyelaran", "Oyelaran", "she", "her", "she", "Oyelaran", "her", "Mara Oyelaran",
      ]
    )
    #expect(session.state.message?.text == "On from the beginning.")
    session.type("N")
    #expect(session.current == "her")
    session.type("3N")
    #expect(session.current == "her")
    #expect(session.screen.contains("Mara Oyelaran 4/7"))
  }

  @Test(arguments: [
    ("]p", "Mara Oyelaran"), ("]p ]p", "Ivo Brandt"), ("3]p", "Oyelaran"),
    ("]p ]p [p", "Mara Oyelaran"),
    ("[p", "her"), ("]l", "Port Anselm"), ("]l ]l", "outer islands"), ("[l", "Port Anselm"),
    ("]q", "\"I will not be received as a hostage,\""), ("2]q", "\"reward the blockade\""),
    (
      "]i",
      "The two sides still disagree over the withdrawal from the outer islands, the escort of "
        + "merchant ships, and the fate of the Kessel lighthouse."
    ),
    ("[i", "Velia plans to man it with marines."),
    ("Tab Enter Tab Tab Tab ]]", "Oyelaran"), ("Tab Enter [[", "her"),
    ("]p *", "Mara Oyelaran"), ("*", "Velia"), ("* n", "Velia"), ("]p Enter n", "Oyelaran"),
    ("Tab j Enter", "Velia"), ("Tab G Enter", "Pilots' Guild"),
    ("Tab Tab j Enter n", "outer islands"),
  ])
  func `keys go to the next person, place, issue, quotation and mention`(keys: String, text: String)
  {
    var session = Session.reading()
    session.type(keys)
    #expect(session.current == text, "after \(keys)")
  }

  @Test func `following an issue steps along its evidence and signs it alone`() {
    var session = Session.reading()
    session.type("Tab Tab Tab Enter n")
    #expect(session.current?.hasPrefix("Velia has demanded") == true)
    #expect(session.screen.contains("withdrawal from the outer islands 2/2"))
    #expect(!session.screen.contains("− The Pilots' Guild"))
  }

  @Test func `all mentions of the focus stand out, the current one most`() {
    var session = Session.reading(columns: 58, rows: 16)
    session.type("Tab Enter")
    expect(session.frame.faces(letters), isScreen: "faces-focus")
  }

  @Test func `highlights are painted by kind`() {
    let session = Session.reading(columns: 110, rows: 30)
    expect(session.frame.faces(letters), isScreen: "faces-kinds")
  }

  @Test func `an issue is painted by its names and stances, its sentence as a whole`() {
    var session = Session.reading(columns: 110, rows: 30)
    session.type("S-Tab Enter n")
    expect(session.frame.faces(letters), isScreen: "faces-issue")
  }

  @Test(arguments: [
    ("tp", "pgo"), ("tl", "l"), ("ti", "ic+-?"), ("tq", "q"), ("tt", "t"), ("th", "pgolic+-?qt"),
  ])
  func `each kind of highlight is switched off, and on again`(keys: String, gone: String) {
    var session = Session.reading(columns: 58, rows: 40)
    let all = session.frame.faces(letters)
    session.type(keys)
    let without = session.frame.faces(letters)
    for letter in gone {
      #expect(all.contains(letter), "\(letter) is there to be switched off")
      #expect(!without.contains(letter), "\(letter) after \(keys)")
    }
    session.type(keys)
    #expect(session.frame.faces(letters) == all)
  }

  @Test func `what is on the screen is gone to without scrolling`() {
    var session = Session.reading()
    let top = session.top
    session.type("]p ]p ]p")
    #expect(session.top == top)
    session.send(.input(.resize(Size(columns: 50, rows: 8))))
    session.type("9]p")
    #expect(session.top != top)
    #expect(session.frame.cursor.map { $0.row } == 2)
  }

  @Test func `without an analysis the keys say why they do nothing`() {
    var session = Session()
    session.open(Strait.article, Strait.builder.opened)
    session.type("]p")
    #expect(session.state.message?.text == "The article is still being read.")
    session.type("n")
    #expect(session.state.message?.text == "Nothing to repeat: search with /, or choose in a pane.")
  }

  @Test func `Escape ends one thing at a time`() {
    var session = Session.reading()
    session.type("Tab Enter Esc")
    #expect(session.state.panes.active == nil)
    #expect(session.state.article?.focus != nil)
    session.type("/strait Enter Esc")
    #expect(!session.state.search.isShown)
    session.type("Esc")
    #expect(session.state.article?.focus == nil)
  }

  @Test func `a press on a name follows who bears it`() {
    var session = Session.reading(columns: 58, rows: 20)
    session.click(column: 4, row: 5)
    #expect(session.state.article?.focus?.name == "Velia")
    #expect(session.current == "Velia")
  }

  private let letters: [Face: Character] = [
    .actorPerson: "p", .actorGovernment: "g", .actorOrganization: "o", .place: "l", .quotation: "q",
    .time: "t", .issueLabel: "i", .issue: "i", .issueCue: "c", .headline: "H", .byline: "b",
    .boilerplate: "B",
    .focus: "f", .focusCurrent: "F", .focusPassage: "P", .match: "m", .matchCurrent: "M",
    .gutterPlus: "+", .gutterMinus: "-", .gutterUnsigned: "?", .paneSelected: "S",
  ]
}
