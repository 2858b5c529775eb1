import Prose
import Reference
import Testing

@testable import Analysis

struct WindowTests {
  private static let paragraph =
    "Velia's president Mara Oyelaran rejected the plan of Tessaly for the harbor on Monday, "
    + "her spokesman Ivo Brandt said in Port Anselm."

  /// Paragraphs of some length together, each with a number of its own.
  private static func longText(_ length: Int, separator: String = "\n\n") -> SourceText {
    var text = ""
    var number = 0
    while text.utf8.count < length {
      number += 1
      text += "\(paragraph) It was talk number \(number) of them.\(separator)"
    }
    return SourceText(text)
  }

  @Test func `a text up to the limit is analyzed as a whole`() {
    let text = Self.longText(40_000)
    let whole = analyze(text)
    let window = analyze(text, window: text.range)
    #expect(whole.mentions.tokens == window.mentions.tokens)
    #expect(whole.entities.names == window.entities.names)
    #expect(whole.actors.salience == window.actors.salience)
  }

  private func names(of document: Document) -> [TokenRange] {
    zip(document.mentions.tokens, document.mentions.forms).filter { $0.1 == .name }.map(\.0)
  }

  private static func inWindows(_ text: SourceText, _ length: Int) -> Document {
    analyzeInWindows(
      text,
      findBlocks(in: text, lexicon: .builtIn),
      date: nil,
      layers: Set(Layer.allCases),
      references: .builtIn,
      windowLength: length
    )
  }

  @Test func `a text's windows are joined into one document`() throws {
    let text = Self.longText(24_000)
    let document = Self.inWindows(text, 4096)
    let whole = analyze(text)
    #expect(document.language == "en")
    // What looks no further than a paragraph finds the same as in the whole text.
    #expect(document.tokens.starts == whole.tokens.starts)
    #expect(document.tokens.ends == whole.tokens.ends)
    #expect(document.sentences.tokens == whole.sentences.tokens)
    #expect(document.sentences.blocks == whole.sentences.blocks)
    #expect(document.times.tokens == whole.times.tokens)
    #expect(names(of: document) == names(of: whole))
    #expect(document.quotations.count == whole.quotations.count)
    // Whoever stands in several windows is one.
    #expect(document.allEntities.map(\.name) == whole.allEntities.map(\.name))
    #expect(Set(document.allActors.map(\.name)) == Set(whole.allActors.map(\.name)))
    #expect(document.allActors.first?.salience == 1)
    let mara = try #require(document.allActors.first { $0.name == "Mara Oyelaran" })
    let other = try #require(whole.allActors.first { $0.name == "Mara Oyelaran" })
    // A pronoun may look back over a window's edge, and find nobody there.
    let edges = document.text.count / 4096 + 1
    #expect(
      (other.mentions.count - edges...other.mentions.count + edges).contains(mara.mentions.count)
    )
    let salience = document.actors.salience
    #expect(zip(salience, salience.dropFirst()).allSatisfy { $0 >= $1 })
    for issue in document.allIssues {
      #expect(issue.evidence.allSatisfy { $0.index < document.sentences.count })
      #expect(issue.positions.allSatisfy { $0.actor.index < document.actors.count })
    }
  }

  @Test func `a long text is read in windows, a giant paragraph cut behind a sentence`() {
    let text = Self.longText(longestWholeText + 1, separator: " ")
    let document = analyze(text, layers: [.sentences])
    #expect(document.blocks.count == (text.count + windowLength - 1) / windowLength)
    for row in 0..<document.blocks.count {
      let range = document.blocks.range(row)
      #expect(range.count <= windowLength)
      #expect(text[Int(range.upperBound) - 1] == UInt8(ascii: "."))
    }
    let ink = (0..<document.blocks.count).map { document.blocks.range($0).count }.reduce(0, +)
    #expect(ink == text.count - document.blocks.count)
  }

  @Test(arguments: [[3, 5, 2], [300_000, 10, 200_000, 100_000, 7]])
  func `windows cover all blocks in order`(lengths: [Int]) {
    var blocks = Blocks()
    var start: UInt32 = 4
    for length in lengths {
      blocks.append(.paragraph, start..<start + UInt32(length))
      start += UInt32(length) + 2
    }
    let windows = Analysis.windows(of: blocks, length: windowLength)
    #expect(windows.first?.lowerBound == 4)
    #expect(windows.last?.upperBound == blocks.ends.last)
    for row in 0..<blocks.count {
      #expect(windows.count { $0.contains(blocks.starts[row]) } == 1)
    }
  }

  @Test func `paragraphs in another language leave the rest of a long text analyzed`() {
    let german =
      "Der Streik im Hafen geht in die zweite Woche, und die Gewerkschaft will nicht nachgeben.\n\n"
    let text = SourceText(
      String(repeating: Self.paragraph + "\n\n", count: 60)
        + String(repeating: german, count: 50)
    )
    let document = Self.inWindows(text, 2048)
    #expect(document.language == "en")
    #expect(document.mentions.count > 60)
    #expect(document.sentences.count == 110)
    let last = document.mentions.tokens.last.map { document.tokens.bytes(of: $0).upperBound }
    #expect(last ?? 0 < UInt32(60 * (Self.paragraph.utf8.count + 2) + 2048))
  }
}
