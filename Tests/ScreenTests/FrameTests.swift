import Screen
import TestKit
import Testing

@Test func `text is drawn and cut off at its limit`() {
  var frame = Frame(size: Size(columns: 8, rows: 2))
  #expect(frame.draw("harbor", column: 1, row: 0, limit: 8, face: .text) == 7)
  #expect(frame.draw("中国政府", column: 0, row: 1, limit: 6, face: .place) == 5)
  #expect(frame.text == " harbor\n中国…")
  #expect(frame.faces([.place: "p"]) == "........\nppppp...")
}

@Test(arguments: [
  (0, "x 国"), (1, " x国"), (2, "中x"), (3, "中 x"),
])
func `overwriting half of a wide cluster blanks the other half`(column: Int, expected: String) {
  var frame = Frame(size: Size(columns: 4, rows: 1))
  frame.draw("中国", column: 0, row: 0, limit: 4, face: .text)
  frame.draw("x", column: column, row: 0, limit: 4, face: .text)
  #expect(frame.text == expected)
}

@Test func `filling over half of a wide cluster blanks the other half`() {
  var frame = Frame(size: Size(columns: 6, rows: 1))
  frame.draw("中国中", column: 0, row: 0, limit: 6, face: .text)
  frame.fill(Rect(column: 1, row: 0, columns: 2, rows: 1), face: .pane, with: "-")
  #expect(frame.text == " -- 中")
}

@Test(arguments: 0..<100 as Range<UInt64>)
func `drawing anything anywhere stays inside and keeps wide clusters whole`(seed: UInt64) {
  var random = SeededGenerator(seed: seed)
  let size = Size(
    columns: .random(in: 1...20, using: &random),
    rows: .random(in: 1...4, using: &random)
  )
  var frame = Frame(size: size)
  for _ in 0..<30 {
    let column = Int.random(in: -3...22, using: &random)
    let row = Int.random(in: -2...5, using: &random)
    if Bool.random(using: &random) {
      let text = oddText(count: 6, using: &random)
      let limit = Int.random(in: -1...25, using: &random)
      frame.draw(text, column: column, row: row, limit: limit, face: .text)
    } else {
      let rect = Rect(
        column: column,
        row: row,
        columns: .random(in: -1...9, using: &random),
        rows: 2
      )
      frame.fill(rect, face: .pane)
      frame.overlay(rect, face: .focus)
    }
  }
  #expect(frame.cells.count == size.columns * size.rows)
  for row in 0..<size.rows {
    var column = 0
    while column < size.columns {
      let width = frame[column: column, row: row].cluster.map { columns(of: $0) } ?? 0
      #expect(width == 1 || width == 2, "column \(column) of row \(row)")
      if width == 2 { #expect(frame[column: column + 1, row: row].cluster == nil) }
      column += max(1, width)
    }
  }
}

@Test(
  arguments: [
    (Face.text, nil), (.actor, .text), (.actorPerson, .actor), (.paneHeadingActive, .paneHeading),
    (.focusCurrent, .focus),
  ] as [(Face, Face?)]
)
func `a face falls back to its parent`(face: Face, parent: Face?) {
  #expect(face.parent == parent)
}

@Test func `a theme gives a face its own style or its parent's`() {
  let theme = Theme(
    name: "t",
    styles: [.actor: Style(attributes: .bold), .text: Style(attributes: .dim)]
  )
  #expect(theme[.actorPerson].attributes == .bold)
  #expect(theme[.place].attributes == .dim)
}

@Test func `ordinals follow the order of the cases`() {
  #expect(Face.allCases.map(\.ordinal) == Array(Face.allCases.indices))
}
