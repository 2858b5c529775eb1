import Prose
import Testing

@testable import Analysis

struct SentenceTests {
  @Test(arguments: [
    "He met Mr. Ruiz and Sen. Larsen.| They left.",
    "She lives in the U.S. and works for Ruiz & Co. in May.",
    "She lives in the U.S.| How long has she?",
    "He joined the U.S. Army.",
    "He left at 6 p.m.| Travelers stayed.| She came at 7 a.m. Thursday.",
    "“We will go.| We must,” he said.",
    "“Stop!” he said.| “Now!”| She stopped.",
    "He said: “We will go. We must.”| She agreed.",
    "She turned to him (he was late. Very late.) and left.",
    "It cost $3.50.| It broke.",
    "It was odd...| She left ... and then, well, I do not know.",
    "Write to ana@example.com.| See www.example.com.| And wait.",
    "He lost (it was raining.).| Then it stopped.",
    "1. The harbor is closed.| 2. The bridge is open.",
    "(a) the harbor;| (b) the bridge",
    "• The harbor| • The bridge",
    "They spoke on Jan. 20 in St. Anselm.",
    "It ended.[3]| Then it began.",
    "A second word.|Another one.",
    "The firm Yahoo! and others grew.",
    "Is it?| It is.",
    "eHow is a site.| eHow is large.",
    "Thursday, May 7, 2015| The harbor was closed.",
    "Harbor workers reject offer| Thursday, May 7, 2015",
    "これは港です。| 閉まっています。",
  ])
  func `sentences end where they should`(marked: String) {
    let text = marked.replacing("|", with: "")
    let expected = marked.split(separator: "|").map { $0.trimmingPrefix(while: \.isWhitespace) }
    #expect(Ground(paragraph: text).sentenceTexts == expected.map(String.init))
  }

  @Test(arguments: 0..<300)
  func `sentences cover every token once and none spans two blocks`(seed: Int) {
    let ground = Ground(RandomText(seed: seed).bytes)
    var next: UInt32 = 0
    for (row, tokens) in ground.sentences.tokens.enumerated() {
      #expect(tokens.first == next, "seed \(seed)")
      next = tokens.end
      let block = ground.blocks.range(Int(ground.sentences.blocks[row]))
      let bytes = ground.tokens.bytes(of: tokens)
      #expect(
        block.lowerBound <= bytes.lowerBound && bytes.upperBound <= block.upperBound,
        "seed \(seed)"
      )
    }
    #expect(next == UInt32(ground.tokens.count), "seed \(seed)")
  }
}
