import Prose
import Screen
import Testing

@testable import Reader

@Suite struct CorrectingTests {
  private func names(_ session: Session) -> [String] {
    session.state.article?.findings?.actors.map(\.name) ?? []
  }

  @Test func `an actor is renamed from its pane, and the pane says that a person did it`() {
    var session = Session.reading()
    session.type("Tab =r C-u")
    session.type("O l d m a r a Enter")
    #expect(names(session).contains("Oldmara"))
    #expect(session.screen.contains("Oldmara ✎"))
    session.type("U")
    #expect(names(session).contains("Mara Oyelaran"))
    session.type("C-r")
    #expect(names(session).contains("Oldmara"))
  }

  @Test func `two actors are merged by choosing the other one`() {
    var session = Session.reading()
    let count = names(session).count
    session.type("Tab =m")
    session.type("v e l Enter")
    #expect(names(session).count == count - 1)
    #expect(session.state.message?.text == "Corrected; U takes it back.")
    session.type("= = x")
    #expect(names(session).count == count)
  }

  @Test func `highlights and corrections are taken back in one order`() {
    var session = Session.reading()
    session.type("]p a Esc Tab =x Esc")
    #expect(session.state.article?.highlights.all.count == 1)
    #expect(names(session).count == 4)
    session.type("U")
    #expect(session.state.article?.highlights.all.count == 1)
    #expect(names(session).count == 5)
    session.type("U")
    #expect(session.state.article?.highlights.all.isEmpty == true)
    session.type("U")
    #expect(session.state.message?.text == "Nothing to take back.")
  }

  @Test func `a stance is set by issue, party and stance, and stands in the issue's pane`() {
    var session = Session.reading()
    session.type("/would Enter = p")
    session.type("l i g h t Enter b r a n d t Enter d e n i e s Enter")
    let sides = session.state.article?.findings?.issues.flatMap(\.sides) ?? []
    #expect(sides.contains { $0.sign == .minus && $0.names.contains("Ivo Brandt ✎") })
  }

  @Test func `edits are given away to be kept, and those kept before come back`() throws {
    var session = Session.reading()
    session.type("Tab =x")
    let kept = session.takeEffects().compactMap { effect -> [MadeEdit]? in
      if case .keepEdits(0, let edits) = effect { edits } else { nil }
    }
    let edit = try #require(kept.last?.last)
    var other = Session.reading()
    let count = names(other).count
    other.send(.recalledEdits(row: 0, [MadeEdit(key: "k", edit: edit.edit)]))
    #expect(names(other).count == count - 1)
    // The machine's findings come again: the edit is made to them too.
    other.analyze(Strait.builder.analyzed)
    #expect(names(other).count == count - 1)
    other.type("U")
    #expect(other.state.message?.text == "Nothing to take back.")
  }

  @Test func `a correction of words that are gone is listed`() {
    var session = Session.reading()
    let gone = TextAnchor(quote: "Lord of the Isles", start: 0, end: 17)
    let edit = Edit(.rename, Referent(.actor, name: "Lord", anchor: gone), value: "Lady")
    session.send(.recalledEdits(row: 0, [MadeEdit(key: "k", edit: edit)]))
    session.type("= =")
    #expect(session.screen.contains("Lord is called Lady"))
    #expect(session.screen.contains("finds nothing in the text"))
  }
}
