import Screen
import TestKit
import Testing

@testable import Terminal

/// A terminal of xterm's kind, as far as the painter uses it: letters and the codes they were written in.
private struct Paper {
  var cells: [String]
  var column = 0
  var row = 0
  let size: Size
  let erasesInColor: Bool
  private var attributes: Set<Int> = []
  private var foreground = ""
  private var background = ""

  init(_ size: Size, erasesInColor: Bool) {
    self.size = size
    self.erasesInColor = erasesInColor
    cells = Array(repeating: "dirt", count: size.columns * size.rows)
  }

  /// What a cell shows: of a blank only what is seen of it.
  private func ink(_ letter: Unicode.Scalar) -> String {
    let isBare = letter == " " && attributes.isDisjoint(with: [4, 7])
    let seen = letter == " " ? attributes.intersection([4, 7]) : attributes
    return
      "\(letter) \(seen.sorted()) \(isBare ? "" : foreground) \(background)"
  }

  private mutating func erase(_ range: Range<Int>) {
    // Terminals differ in what they make of these.
    #expect(attributes.isDisjoint(with: [4, 7]))
    for index in range { cells[index] = "  [] " + " " + (erasesInColor ? background : "") }
  }

  mutating func take(_ bytes: [UInt8]) {
    var scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      guard scalar == "\u{1B}", scalars.first == "[" else {
        let place = row * size.columns + column
        let columns = scalar.value >= 0x2E80 ? 2 : 1
        guard row < size.rows, column + columns <= size.columns else {
          Issue.record("written beyond the margin")
          return
        }
        cells[place] = ink(scalar)
        if columns == 2 { cells[place + 1] = "" }
        column += columns
        continue
      }
      let end = scalars.firstIndex { ("@"..."~").contains($0) && $0 != "[" } ?? scalars.endIndex
      let numbers = String(String.UnicodeScalarView(scalars[..<end].dropFirst()))
        .split(separator: ";").compactMap { Int($0) }
      let place = row * size.columns + column
      switch scalars.popFirst(upTo: end) {
      case "H": (row, column) = ((numbers.first ?? 1) - 1, (numbers.dropFirst().first ?? 1) - 1)
      case "C": column += numbers.first ?? 1
      case "J": erase(place..<cells.count)
      case "K": erase(place..<(row + 1) * size.columns)
      case "X": erase(place..<place + (numbers.first ?? 1))
      case "m": write(numbers[...])
      case let other: Issue.record("unknown sequence \(String(describing: other))")
      }
    }
  }

  private mutating func write(_ codes: ArraySlice<Int>) {
    var codes = codes.isEmpty ? [0] : codes
    while let code = codes.popFirst() {
      switch code {
      case 0: (attributes, foreground, background) = ([], "", "")
      case 1, 2, 3, 4, 7: attributes.insert(code)
      case 22: attributes.subtract([1, 2])
      case 23, 24, 27: attributes.remove(code - 20)
      case 39: foreground = ""
      case 49: background = ""
      case 38, 48:
        let count = codes.first == 5 ? 2 : 4
        let color = codes.prefix(count).map(String.init).joined(separator: ";")
        if code == 38 { foreground = color } else { background = color }
        codes = codes.dropFirst(count)
      case 30...37, 90...97: foreground = String(code)
      default: background = String(code - 10)
      }
    }
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// Takes away all up to and with `end`, and gives the last.
  fileprivate mutating func popFirst(upTo end: Index) -> Unicode.Scalar? {
    guard end < endIndex else {
      self = []
      return nil
    }
    let last = self[end]
    self = self[(end + 1)...]
    return last
  }
}

private let motley = Theme(
  name: "motley",
  styles: [
    .text: Style(background: .rgb(20, 20, 30)),
    .headline: Style(foreground: .terminal(3), attributes: [.bold]),
    .quotation: Style(attributes: [.italic]),
    .pane: Style(background: .terminal(9)),
    .status: Style(attributes: [.reverse]),
    .statusKey: Style(foreground: .rgb(200, 100, 50), attributes: [.underline, .dim]),
  ]
)
private let bare = Theme(
  name: "bare",
  styles: [
    .headline: Style(attributes: [.bold]), .pane: Style(attributes: [.reverse]),
    .statusKey: Style(foreground: .terminal(1)),
  ]
)
private let faces: [Face] = [.text, .headline, .quotation, .pane, .status, .statusKey]

private func abilities(_ erases: Bool, inColor: Bool) -> CellPainter.Abilities {
  var abilities = CellPainter.Abilities()
  abilities.erasesCells = erases
  abilities.erasesInColor = inColor
  return abilities
}

@Test(
  arguments: [true, false],
  [Palette.indexed, .trueColor]
)
func `a frame painted over another looks as if it were painted anew`(
  erases: Bool,
  palette: Palette
) {
  let size = Size(columns: 40, rows: 6)
  for seed in 0..<60 as Range<UInt64> {
    var generator = SeededGenerator(seed: seed)
    // The terminal's own background in some, so that there is something to erase.
    let theme = seed % 2 == 0 ? motley : bare
    let can = abilities(erases, inColor: seed % 3 == 0)
    var painter = CellPainter(theme: theme, palette: palette, isUTF8: true, abilities: can)
    var paper = Paper(size, erasesInColor: can.erasesInColor)
    var frame = Frame(size: size)
    for _ in 0..<8 {
      for _ in 0..<6 {
        let rect = Rect(
          column: Int.random(in: 0..<40, using: &generator),
          row: Int.random(in: 0..<6, using: &generator),
          columns: Int.random(in: 1...40, using: &generator),
          rows: 1
        )
        let face = faces.randomElement(using: &generator) ?? .text
        let overlay = Int.random(in: 0..<4, using: &generator) == 0 ? Face.headline : nil
        if Bool.random(using: &generator) {
          frame.fill(rect, face: face)
        } else {
          let words = ["the ferry — ", "Øre", "a  b c   d      e            f", "│", "日本"]
          let word = words.randomElement(using: &generator) ?? ""
          frame.draw(
            word,
            column: rect.column,
            row: rect.row,
            limit: 40,
            face: face,
            overlay: overlay
          )
        }
      }
      let cursor = Point(
        column: Int.random(in: 0..<40, using: &generator),
        row: Int.random(in: 0..<6, using: &generator)
      )
      var bytes: [UInt8] = []
      painter.paint(frame, cursor: cursor, to: &bytes)
      paper.take(bytes)
      #expect(paper.column == cursor.column && paper.row == cursor.row, "seed \(seed)")
      var fresh = CellPainter(theme: theme, palette: palette, isUTF8: true, abilities: can)
      var blank = Paper(size, erasesInColor: can.erasesInColor)
      var all: [UInt8] = []
      fresh.paint(frame, cursor: cursor, to: &all)
      blank.take(all)
      #expect(paper.cells == blank.cells, "seed \(seed)")
      for (ink, cell) in zip(paper.cells, frame.cells) {
        #expect(ink.first == cell.cluster, "seed \(seed)")
      }
      var nothing: [UInt8] = []
      painter.paint(frame, cursor: cursor, to: &nothing)
      #expect(nothing.isEmpty, "seed \(seed)")
    }
  }
}

@Test func `only what changed is written, with one sequence where the color changes`() {
  var painter = CellPainter(
    theme: motley,
    palette: .trueColor,
    isUTF8: true,
    abilities: abilities(true, inColor: true)
  )
  var frame = Frame(size: Size(columns: 30, rows: 3))
  frame.draw("Ferry talks resume", column: 2, row: 1, limit: 30, face: .headline)
  let home = Point(column: 0, row: 0)
  var bytes: [UInt8] = []
  painter.paint(frame, cursor: home, to: &bytes)
  bytes.removeAll()
  frame.draw("falks", column: 8, row: 1, limit: 30, face: .headline)
  frame.draw("resume", column: 14, row: 1, limit: 30, face: .quotation)
  painter.paint(frame, cursor: home, to: &bytes)
  #expect(
    String(decoding: bytes, as: UTF8.self)
      == "\u{1B}[2;9H\u{1B}[1;33;48;2;20;20;30mf\u{1B}[5C\u{1B}[22;3;39mresume\u{1B}[m\u{1B}[H"
  )
}

@Test(
  arguments: [
    (Palette.Look(), Palette.Look(), ""),
    (Palette.Look(foreground: 3, attributes: [.bold]), Palette.Look(), "\u{1B}[m"),
    (Palette.Look(), Palette.Look(foreground: 12, background: 4), "\u{1B}[94;44m"),
    (
      Palette.Look(attributes: [.bold, .italic]), Palette.Look(attributes: [.dim, .italic]),
      "\u{1B}[22;2m"
    ),
    (
      Palette.Look(foreground: 130, background: 236, attributes: [.underline]),
      Palette.Look(foreground: 130, background: 236), "\u{1B}[24m"
    ),
  ]
)
func `a look follows another by the shortest sequence`(
  old: Palette.Look,
  new: Palette.Look,
  sequence: String
) {
  #expect(String(decoding: selectGraphicRendition(from: old, to: new), as: UTF8.self) == sequence)
}

@Test(arguments: [
  ("ech", "\u{1B}[%p1%dX", true), ("ech", "", false), ("cup", "\u{1B}=%p1%p2", nil),
])
func `terminals of another kind are left to ncurses`(name: String, value: String, erases: Bool?) {
  var description = [
    "cup": "\u{1B}[%i%p1%d;%p2%dH", "el": "\u{1B}[K", "bold": "\u{1B}[1m", "sitm": "\u{1B}[3m",
    "smul": "\u{1B}[4m", "rev": "\u{1B}[7m", "setaf": "\u{1B}[38;5;%p1%dm",
    "setab": "\u{1B}[48;5;%p1%dm",
  ]
  description[name] = value
  let abilities = CellPainter.Abilities(
    colors: 256,
    capability: { description[$0] },
    flag: { $0 != "bce" }
  )
  #expect(abilities?.erasesCells == erases)
  if let abilities {
    #expect(!abilities.erasesInColor)
    #expect(abilities.attributes == [.bold, .italic, .underline, .reverse])
  }
  #expect(
    CellPainter.Abilities(colors: 8, capability: { description[$0] }, flag: { _ in true }) == nil
  )
}
