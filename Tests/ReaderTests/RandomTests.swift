import Prose
import Screen
import TestKit
import Testing

@testable import Reader

/// What must hold whatever is typed, at whatever size.
@Suite struct RandomTests {
  @Test(arguments: 0..<30)
  func `any keys at any size leave a screen`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var session = Session(locations: ["one", "two", "three"])
    session.type("Enter")
    session.open(Strait.article, Strait.builder.opened)
    for step in 0..<150 {
      session.send(event(&random, session))
      let size = Bool.random(using: &random) ? session.state.size : Self.size(&random)
      let frame = render(session.state, size: size)
      #expect(frame.size == size)
      if size.columns > 0, size.rows > 0, let cursor = frame.cursor {
        #expect(Rect(size).contains(cursor), "seed \(seed), step \(step), \(size)")
      }
      for effect in session.takeEffects() {
        switch effect {
        case .openArticle(let row) where Bool.random(using: &random):
          session.open(Strait.article, Strait.builder.opened, row: row)
        case .openArticle(let row):
          session.send(
            .failed(row: row, message: "It is not there, however often it is asked for.")
          )
        case .analyze(let request, _):
          session.send(.analyzed(request: request, Strait.builder.analyzed))
        default: break
        }
      }
    }
  }

  @Test(arguments: 0..<25)
  func `a resize keeps the top paragraph`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var session = Session.reading(columns: 80, rows: 20)
    session.type("\(Int.random(in: 0...40, using: &random))j")
    let blocks = Strait.builder.blocks
    let paragraph = blocks.block(at: session.top)
    for _ in 0..<20 {
      session.send(.input(.resize(Self.size(&random))))
      #expect(blocks.block(at: session.top) == paragraph, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<30)
  func `no control character of a text reaches a cell`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let scalars: [Unicode.Scalar] = [
      "a", " ", "\u{1B}", "[", "m", "\u{7}", "\u{0}", "\u{9B}", "\u{85}", "\r", "\t", "\u{202E}",
      "\u{2066}",
      "é", "\u{301}", "👩", "\u{200D}", "\u{FEFF}", "\u{AD}", "東", "\u{7F}", "\u{2028}",
    ]
    var string = "x"
    for _ in 0..<200 { string.unicodeScalars.append(scalars.randomElement(using: &random) ?? "a") }
    string += "x"
    var bytes = Array(string.utf8)
    for _ in 0..<5 { bytes[Int.random(in: 1..<bytes.count - 1, using: &random)] = 0xFF }
    var blocks = Blocks()
    blocks.append(.headline, 0..<UInt32(bytes.count))
    let text = SourceText(bytes)
    var session = Session(columns: Int.random(in: 1...120, using: &random), rows: 20)
    let article = Article(location: string, byline: [string], site: string, text: text)
    session.open(article, Document(text: text, blocks: blocks))
    session.type("/")
    session.send(.input(.paste(string)))
    for key in ["", "Enter", "9j", "Esc", "?"] {
      session.type(key)
      for cell in session.frame.cells {
        guard let cluster = cell.cluster else { continue }
        for scalar in cluster.unicodeScalars {
          let value = scalar.value
          #expect(
            value >= 0x20 && !(0x7F..<0xA0).contains(value) && !(0x2028...0x202E).contains(value)
              && !(0x2066...0x2069).contains(value),
            "seed \(seed): \(value)"
          )
        }
      }
    }
  }

  static func size(_ random: inout SeededGenerator) -> Size {
    let isSmall = Int.random(in: 0..<3, using: &random) == 0
    return Size(
      columns: Int.random(in: isSmall ? 0...12 : 1...200, using: &random),
      rows: Int.random(in: isSmall ? 0...8 : 1...60, using: &random)
    )
  }

  private func event(_ random: inout SeededGenerator, _ session: Session) -> Event {
    switch Int.random(in: 0..<20, using: &random) {
    case 0: return .input(.resize(Self.size(&random)))
    case 1, 2:
      let actions: [Mouse.Action] = [.press, .drag, .release, .wheelUp, .wheelDown]
      let point = Point(
        column: Int.random(in: -1...200, using: &random),
        row: Int.random(in: -1...60, using: &random)
      )
      return .input(.mouse(Mouse(actions.randomElement(using: &random) ?? .press, at: point)))
    case 3: return .input(.paste("velia\nthe"))
    case 4:
      return .analyzed(request: Int.random(in: 0...9, using: &random), Strait.builder.analyzed)
    case 5: return .resumed
    case 6...9:
      let sequence = commandTable.randomElement(using: &random)?.keys.first.map(parseKeys) ?? []
      return .input(.key(sequence.first ?? .escape))
    default:
      return .input(.key(Self.keys.randomElement(using: &random) ?? .enter))
    }
  }

  private static let keys: [Key] =
    "jkgGdub{}/?nN*][plqihtm'z<>JK:%0123456789 velia".map { .character($0) }
    + [
      .enter, .escape, .tab, .backTab, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
      .backspace, .delete, .insert, .altLeft, .altRight, .function(1), .control("w"), .control("o"),
      .control("e"), .control("u"), .control("p"), .alt("/"), .alt("x"),
    ]
}
