import Prose
import Testing

@testable import Reader

@Suite struct KeptMarkTests {
  private func kept(_ session: inout Session) -> [[MarkedPassage]] {
    session.takeEffects().compactMap { effect in
      if case .keepMarks(0, let passages) = effect { passages } else { nil }
    }
  }

  private func mark(_ words: String, _ session: Session, key: String) throws -> MarkedPassage {
    let text = try #require(session.state.article).document.text
    let bytes = Array(text.string.utf8)
    let pattern = Array(words.utf8)
    let start = try #require(
      (0...(bytes.count - pattern.count)).first {
        Array(bytes[$0..<$0 + pattern.count]) == pattern
      }
    )
    return MarkedPassage(
      key: key,
      range: UInt32(start)..<UInt32(start + pattern.count),
      quote: words,
      color: "blue",
      note: "kept",
      isLost: false
    )
  }

  @Test func `every change asks for the marks to be kept, and nothing else does`() {
    var session = Session.reading()
    #expect(kept(&session).isEmpty)
    session.type("]p a")
    #expect(kept(&session).map { $0.map(\.quote) } == [["Mara Oyelaran"]])
    session.type("j k ]l")
    #expect(kept(&session).isEmpty)
    session.type("a U")
    #expect(kept(&session).map(\.count) == [2, 1])
  }

  @Test func `what was kept comes back with its place, and undoing does not take it away`() throws {
    var session = Session.reading(rows: 8)
    let passage = try mark("Port Anselm", session, key: "k")
    session.send(.recalled(row: 0, [passage], place: passage.range.lowerBound))
    #expect(session.top > 0)
    #expect(kept(&session).map { $0.map(\.key) } == [["k"]])
    session.type("]p a U U")
    #expect(session.state.article?.highlights.all.map(\.note) == ["kept"])
  }

  @Test func `who has moved meanwhile stays there`() throws {
    var session = Session.reading(rows: 8)
    session.type("j")
    let top = session.top
    let passage = try mark("Port Anselm", session, key: "k")
    session.send(.recalled(row: 0, [passage], place: 0))
    #expect(session.top == top && session.state.article?.highlights.all.count == 1)
  }

  @Test func `what comes again is not there twice, and takes on what another reader wrote`() throws
  {
    var session = Session.reading()
    var passage = try mark("Port Anselm", session, key: "k")
    session.send(.recalled(row: 0, [passage], place: nil))
    passage.note = "of another"
    session.send(.recalled(row: 0, [passage], place: nil))
    #expect(session.state.article?.highlights.all.map(\.note) == ["of another"])
  }

  @Test func `what was deleted here does not come back by its number`() throws {
    var session = Session.reading()
    session.type("]p a x")
    var passage = try mark("Mara Oyelaran", session, key: "k")
    passage.number = 1
    session.send(.recalled(row: 0, [passage], place: nil))
    #expect(session.state.article?.highlights.all.isEmpty == true)
  }

  @Test func `a place behind the end of a text that has shrunk is passed over`() throws {
    var session = Session.reading()
    let text = try #require(session.state.article).document.text
    let end = UInt32(text.count)
    let passage = MarkedPassage(
      range: end..<end + 5,
      quote: "x",
      color: "no color",
      note: "",
      isLost: false
    )
    session.send(.recalled(row: 0, [passage], place: end + 5))
    #expect(session.state.article?.highlights.all.isEmpty == true)
  }
}
