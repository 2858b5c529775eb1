internal import CTypography

/// Finds where English words may be broken.
/// - Note: Liang, "Word Hy-phen-a-tion by Com-put-er" (1983), with his patterns.
public struct Hyphenator: Equatable, Sendable {
  /// Shorter words stay whole.
  static let shortestWord = 6
  /// Longer ones are no words.
  private static let longestWord = 40
  private static let nodeSize = 8

  public init() {}

  /// The places in a word of ASCII letters behind which a hyphen may stand, in order: not before the third letter,
  /// and before the last three.
  func points(in word: UnsafeBufferPointer<UInt8>) -> [Int] {
    guard (Self.shortestWord...Self.longestWord).contains(word.count) else { return [] }
    let period = UInt8(ascii: ".")
    let letters = [period] + word.map { $0 | 0x20 } + [period]
    var values = [UInt8](repeating: 0, count: letters.count + 1)
    for start in letters.indices {
      var node = 0
      var place = start
      while place < letters.count, let child = Self.child(of: node, letters[place]) {
        node = child
        place += 1
        Self.raise(&values, from: start, by: node)
      }
    }
    return (2...max(2, word.count - 3)).filter { $0 <= word.count - 3 && values[$0 + 1] & 1 == 1 }
  }

  /// Takes the values of a pattern that ends in `node`, where they are higher.
  private static func raise(_ values: inout [UInt8], from start: Int, by node: Int) {
    let count = Int(broadsheet_hyphen_byte(UInt32(node * nodeSize + 6)))
    guard count > 0 else { return }
    let place = number(0, at: 4) * nodeSize + number(node, at: 4)
    for index in 0..<count {
      values[start + index] = max(
        values[start + index],
        broadsheet_hyphen_byte(UInt32(place + index))
      )
    }
  }

  private static func child(of node: Int, _ letter: UInt8) -> Int? {
    let first = number(node, at: 2)
    let count = Int(broadsheet_hyphen_byte(UInt32(node * nodeSize + 1)))
    return (first..<first + count).first {
      broadsheet_hyphen_byte(UInt32($0 * nodeSize)) == letter
    }
  }

  private static func number(_ node: Int, at offset: Int) -> Int {
    let byte = UInt32(node * nodeSize + offset)
    return Int(broadsheet_hyphen_byte(byte)) | Int(broadsheet_hyphen_byte(byte + 1)) << 8
  }
}
