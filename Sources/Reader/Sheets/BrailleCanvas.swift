import Prose
import Screen

/// A picture of dots, eight to a cell, with words laid over it.
struct BrailleCanvas {
  let columns: Int
  let rows: Int
  private var dots: [UInt8]
  private var words: [SheetRow.Piece?]

  init(columns: Int, rows: Int) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    dots = Array(repeating: 0, count: self.columns * self.rows)
    words = Array(repeating: nil, count: self.columns * self.rows)
  }

  /// Dots across and down.
  var width: Int { 2 * columns }
  var height: Int { 4 * rows }

  /// The bits of U+2800 for a dot's column and row.
  private static let bits: [[UInt8]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]

  mutating func dot(_ x: Int, _ y: Int) {
    guard x >= 0, x < width, y >= 0, y < height else { return }
    dots[y / 4 * columns + x / 2] |= Self.bits[x % 2][y % 4]
  }

  /// A straight line; what lies outside costs nothing.
  mutating func line(from start: (x: Double, y: Double), to end: (x: Double, y: Double)) {
    guard let (start, end) = clipped(start, end) else { return }
    let steps = max(1, Int(max(abs(end.x - start.x), abs(end.y - start.y)).rounded(.up)))
    for step in 0...steps {
      let part = Double(step) / Double(steps)
      dot(
        Int((start.x + (end.x - start.x) * part).rounded(.down)),
        Int((start.y + (end.y - start.y) * part).rounded(.down))
      )
    }
  }

  /// What of a line lies within the picture.
  /// - Note: Liang and Barsky's way.
  private func clipped(
    _ start: (x: Double, y: Double),
    _ end: (x: Double, y: Double)
  ) -> ((x: Double, y: Double), (x: Double, y: Double))? {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    guard dx.isFinite, dy.isFinite else { return nil }
    var from = 0.0
    var to = 1.0
    let edges = [
      (-dx, start.x), (dx, Double(width) - 1e-6 - start.x), (-dy, start.y),
      (dy, Double(height) - 1e-6 - start.y),
    ]
    for (direction, distance) in edges {
      if direction == 0 {
        if distance < 0 { return nil }
      } else if direction < 0 {
        from = max(from, distance / direction)
      } else {
        to = min(to, distance / direction)
      }
    }
    guard from <= to else { return nil }
    return (
      (start.x + from * dx, start.y + from * dy), (start.x + to * dx, start.y + to * dy)
    )
  }

  /// Lays a word over the picture if it stands there free and whole.
  mutating func write(_ word: String, column: Int, row: Int, face: Face) -> Bool {
    let characters = Array(word).filter { Screen.columns(of: $0) == 1 }
    guard row >= 0, row < rows, column >= 0, column + characters.count <= columns else {
      return false
    }
    let cells = row * columns + column..<row * columns + column + characters.count
    guard words[cells].allSatisfy({ $0 == nil }) else { return false }
    for (cell, character) in zip(cells, characters) {
      words[cell] = SheetRow.Piece(text: String(character), face: face)
    }
    return true
  }

  func isFree(column: Int, row: Int) -> Bool {
    guard row >= 0, row < rows, column >= 0, column < columns else { return true }
    return words[row * columns + column] == nil
  }

  /// The picture as rows of a sheet, dots in `face`.
  func lines(face: Face) -> [SheetRow] {
    (0..<rows).map { row in
      var pieces: [SheetRow.Piece] = []
      for cell in row * columns..<(row + 1) * columns {
        let scalar = Unicode.Scalar(0x2800 + UInt32(dots[cell])) ?? " "
        let dotted = dots[cell] == 0 ? " " : String(Character(scalar))
        let piece = words[cell] ?? SheetRow.Piece(text: dotted, face: face)
        if pieces.last?.face == piece.face {
          pieces[pieces.count - 1].text += piece.text
        } else {
          pieces.append(piece)
        }
      }
      return SheetRow(pieces)
    }
  }
}
