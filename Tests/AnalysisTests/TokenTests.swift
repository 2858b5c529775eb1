import Prose
import Reference
import Testing

@testable import Analysis

struct TokenTests {
  @Test(arguments: [
    ("US-led talks", "US|-|led|talks"),
    ("Zelensky’s don't can’t cannot", "Zelensky|’s|do|n't|ca|n’t|can|not"),
    ("the players’ 'yes' it's they'll", "the|players|’|'|yes|'|it|'s|they|'ll"),
    ("ex-wife of a co-founder, re-elected e-mail", "ex-wife|of|a|co-founder|,|re-elected|e-mail"),
    ("In the U.S., at 6 p.m. or 6pm", "In|the|U.S.|,|at|6|p.m.|or|6|pm"),
    ("$3bn, US$5.50, 3,000 and 1.5%", "$|3|bn|,|US$|5.50|,|3,000|and|1.5|%"),
    ("1,00,000 on 05/29/1987 at 08:30", "1,00,000|on|05/29/1987|at|08:30"),
    (
      "See https://a.example/b(c)?d=1, or www.example.org.",
      "See|https://a.example/b(c)?d=1|,|or|www.example.org|."
    ),
    (
      "Jane.Doe@mail.example.com wrote; podcast.example.com, @ana and #strike #1",
      "Jane.Doe@mail.example.com|wrote|;|podcast.example.com|,|@ana|and|#strike|#|1"
    ),
    ("“Well … no...”—she said?!", "“|Well|…|no|...|”|—|she|said|?!"),
    ("AT&T and R&D; and/or", "AT&T|and|R&D|;|and|/|or"),
    ("the 1990s, the ’90s, the 22nd", "the|1990s|,|the|’90s|,|the|22nd"),
    ("Mr. Ruiz met J. K. Larsen. He left.", "Mr.|Ruiz|met|J.|K.|Larsen|.|He|left|."),
    ("you and I. Did he say no. 5 or no. Once", "you|and|I|.|Did|he|say|no.|5|or|no|.|Once"),
    ("world.Today", "world|.|Today"),
    ("Ph.D. and M.Sc. and U.S.-led", "Ph.D.|and|M.Sc.|and|U.S.|-|led"),
    ("東京で 👩‍🚀 🇺🇦 café", "東|京|で|👩‍🚀|🇺🇦|café"),
    ("Sana'a, O'Reilly's d'état", "Sana'a|,|O'Reilly|'s|d'état"),
    ("hits .265 (.5)", "hits|.265|(|.5|)"),
  ])
  func `words split as in Universal Dependencies`(text: String, tokens: String) {
    #expect(Ground(paragraph: text).words.joined(separator: "|") == tokens)
  }

  @Test(arguments: [
    ("it", TokenKind.word), ("’s", .word), ("3bn", .number), ("’90s", .number), ("—", .punctuation),
    ("€", .symbol),
    ("www.example.com", .address), ("@ana", .address), ("👩‍🚀", .symbol), ("U.S.", .word),
    ("22nd", .number),
  ])
  func `a token has its kind`(text: String, kind: TokenKind) {
    #expect(Ground(paragraph: text).tokens.kinds.first == (text == "’s" ? .punctuation : kind))
  }

  @Test func `bytes that are no text are symbols`() {
    let ground = Ground([0x61, 0x20, 0xFF, 0x20, 0xE2, 0x80, 0x20, 0x00, 0x62])
    #expect(ground.tokens.kinds == [.word, .symbol, .symbol, .symbol, .word])
    #expect(ground.tokens.starts == [0, 2, 4, 7, 8])
  }

  @Test func `only blocks that begin within the window are split`() {
    let text = SourceText("First line here.\nSecond line here.\nThird line here.")
    let blocks = findBlocks(in: text, lexicon: .builtIn)
    let tokens = tokenize(text, blocks, in: 17..<34, lexicon: .builtIn)
    #expect(tokens.count == 4)
    #expect(tokens.starts.first == 17)
  }

  @Test func `without a lexicon every period that touches a word is the word's`() {
    let text = SourceText("lt. gen.")
    var blocks = Blocks()
    blocks.append(.paragraph, text.range)
    #expect(tokenize(text, blocks, in: text.range, lexicon: nil).count == 2)
  }

  @Test(arguments: 0..<300)
  func `tokens are ordered and cover all ink of any bytes`(seed: Int) {
    let bytes = RandomText(seed: seed).bytes
    let ground = Ground(bytes)
    var ink = [Bool](repeating: false, count: bytes.count)
    var end: UInt32 = 0
    for token in 0..<ground.tokens.count {
      let range = ground.tokens.bytes(of: token)
      #expect(range.lowerBound >= end && !range.isEmpty, "seed \(seed)")
      end = range.upperBound
      for offset in range { ink[Int(offset)] = true }
    }
    let uncovered = bytes.indices.filter { !ink[$0] }
    let rest = String(decoding: uncovered.map { bytes[$0] }, as: UTF8.self)
    let isBlank = rest.unicodeScalars.allSatisfy { classify($0.value).isBlank }
    #expect(isBlank, "seed \(seed): \(rest.debugDescription)")
  }
}
