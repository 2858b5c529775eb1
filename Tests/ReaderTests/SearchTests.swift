import Prose
import Screen
import TestKit
import Testing

@testable import Reader

@Suite struct SearchTests {
  @Test(arguments: [
    ("velia", "Velia and velia and VELIA", 3),
    ("Velia", "Velia and velia and VELIA", 1),
    ("two words", "two  words, two\nwords, two\r\n\twords, twowords", 3),
    ("don't", "don’t and don't and dont", 2),
    ("\"so\"", "“so” and \"so\"", 2),
    ("élan", "Élan, élan, elan", 2),
    ("ÉLAN", "Élan, ÉLAN", 1),
    ("aa", "aaaaa", 2),
    ("a.c", "abc a.c", 1),
    ("straße", "Straße", 1),
    ("東京", "東京と東京都", 2),
    ("x", "", 0),
    ("longer than it", "long", 0),
  ])
  func `a literal is found as readers expect`(query: String, text: String, count: Int) {
    let found = LiteralPattern(query)?.matches(in: SourceText(text), limit: 100)
    #expect(found?.count == count)
  }

  @Test(arguments: 0..<40)
  func `the fast scan finds what a slow one finds`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let letters = Array("abAB \n.é".utf8)
    let text = (0..<Int.random(in: 0...200, using: &random)).map { _ in
      letters.randomElement(using: &random) ?? 0
    }
    let query = String(
      (0..<Int.random(in: 1...3, using: &random)).map { _ in
        "abAé".randomElement(using: &random) ?? "a"
      }
    )
    guard let pattern = LiteralPattern(query) else { return }
    var slow: [Range<UInt32>] = []
    text.withUnsafeBufferPointer { bytes in
      var byte = 0
      while byte < bytes.count {
        if let end = pattern.match(bytes, at: byte) {
          slow.append(UInt32(byte)..<UInt32(end))
          byte = end
        } else {
          byte += 1
        }
      }
    }
    #expect(pattern.matches(in: SourceText(text), limit: 1000) == slow, "seed \(seed), \(query)")
  }

  @Test(arguments: ["velia", "Velia", "the s", "of the", "aa", "Port Anselm", "zebra"])
  func `typing letter by letter finds what the whole query finds`(query: String) {
    let text = Strait.builder.text
    var typed = SearchState()
    for length in 1...query.count {
      _ = typed.find(String(query.prefix(length)), in: text, request: 1, from: 0)
    }
    var whole = SearchState()
    _ = whole.find(query, in: text, request: 1, from: 0)
    #expect(typed.matches == whole.matches)
  }

  @Test func `the first match is shown while typing, and Escape goes back`() {
    var session = Session.reading(columns: 50, rows: 12)
    session.type("/sunday")
    #expect(session.current == "Sunday")
    #expect(session.screen.contains("A further round is set for Sunday"))
    session.type("Esc")
    #expect(session.current == nil)
    #expect(session.firstLine == "Talks on the strait resume, terms unchanged")
  }

  @Test func `n and N step through the matches with their number`() {
    var session = Session.reading()
    session.type("/velia Enter")
    #expect(session.screen.contains("/velia 1/5"))
    session.type("n n")
    #expect(session.screen.contains("/velia 3/5"))
    session.type("N")
    #expect(session.screen.contains("/velia 2/5"))
    session.type("4n")
    #expect(session.screen.contains("/velia 1/5"))
  }

  @Test func `n repeats whichever came last, search or focus`() {
    var session = Session.reading()
    session.type("Tab Enter Esc /round Enter")
    #expect(session.current == "round")
    session.type("g ]] n")
    #expect(session.current == "Oyelaran")
    session.type("/guild Enter n")
    #expect(session.current == "Guild")
  }

  @Test func `backward it goes from the end`() {
    var session = Session.reading()
    session.type("\\ velia Enter")
    #expect(session.screen.contains("?velia 5/5"))
    session.type("n")
    #expect(session.screen.contains("?velia 4/5"))
    session.type("N")
    #expect(session.screen.contains("?velia 5/5"))
  }

  @Test func `a match in folded page matter unfolds it`() {
    var session = Session.reading()
    session.type("/lamp Enter")
    #expect(session.screen.contains("The price of lamp oil."))
  }

  @Test func `Enter on nothing repeats the last search`() {
    var session = Session.reading()
    session.type("/velia Enter / Enter")
    #expect(session.screen.contains("/velia 2/5"))
  }

  @Test func `earlier searches come back with the arrow keys`() {
    var session = Session.reading()
    session.type("/guild Enter /velia Enter / Up Up")
    #expect(session.state.prompt?.text == "guild")
    session.type("Down Down")
    #expect(session.state.prompt?.text == "")
  }

  @Test func `a search that finds nothing says so and stays where it was`() {
    var session = Session.reading()
    session.type("/zebra Enter")
    #expect(
      session.state.message == Message(text: "“zebra” is not in this article.", isError: true)
    )
    #expect(session.current == nil)
  }
}
