/// Numbers below 256 that stand for any color, for terminals of which ncurses knows no more than those.
///
/// ncurses gets a number for each color that the theme uses, and where it wrote that number the terminal gets the color.
struct ColorAliases {
  /// Numbers from here on are colors, red, green and blue in a byte each; those below are the terminal's own.
  static let first = 1 << 24
  /// The sixteen first are the terminal's own.
  private static let firstAlias = 16

  private var colors: [Int] = []

  var isEmpty: Bool { colors.isEmpty }

  /// The number that ncurses gets.
  mutating func alias(_ number: Int) -> Int {
    guard number >= Self.first else { return number }
    let color = number - Self.first
    if let known = colors.firstIndex(of: color) { return Self.firstAlias + known }
    // More than any theme has.
    guard Self.firstAlias + colors.count < 256 else { return Self.firstAlias }
    colors.append(color)
    return Self.firstAlias + colors.count - 1
  }

  /// Puts colors in the place of their numbers, in the control sequences `CSI 38 ; 5 ; n m` and their like.
  func resolved(_ bytes: [UInt8], from start: Int) -> [UInt8] {
    var result = Array(bytes[..<start])
    result.reserveCapacity(bytes.count + 256)
    var offset = start
    while offset < bytes.count {
      guard bytes[offset] == 0x1B, let (color, kind, end) = alias(bytes, at: offset) else {
        result.append(bytes[offset])
        offset += 1
        continue
      }
      let sequence = "\u{1B}[\(kind);2;\(color >> 16);\(color >> 8 & 255);\(color & 255)m"
      result.append(contentsOf: sequence.utf8)
      offset = end
    }
    return result
  }

  /// The color of a sequence that gives one of the numbers, and where it ends.
  private func alias(_ bytes: [UInt8], at offset: Int) -> (color: Int, kind: Int, end: Int)? {
    guard offset + 7 < bytes.count, bytes[offset + 1] == UInt8(ascii: "["),
      bytes[offset + 2] == UInt8(ascii: "3") || bytes[offset + 2] == UInt8(ascii: "4"),
      bytes[offset + 3] == UInt8(ascii: "8"), bytes[offset + 4] == UInt8(ascii: ";"),
      bytes[offset + 5] == UInt8(ascii: "5"), bytes[offset + 6] == UInt8(ascii: ";")
    else { return nil }
    var end = offset + 7
    var number = 0
    while end < bytes.count, bytes[end] &- 0x30 < 10, number < 1000 {
      number = number * 10 + Int(bytes[end] - 0x30)
      end += 1
    }
    let row = number - Self.firstAlias
    guard end < bytes.count, bytes[end] == UInt8(ascii: "m"), colors.indices.contains(row) else {
      return nil
    }
    return (colors[row], bytes[offset + 2] == UInt8(ascii: "3") ? 38 : 48, end + 1)
  }
}
