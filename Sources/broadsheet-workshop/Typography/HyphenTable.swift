internal import Foundation

/// The tree of a language's hyphenation patterns, as CTypography.h lays it out.
struct HyphenTable {
  private final class Node {
    var children: [UInt8: Node] = [:]
    var values: [UInt8] = []
  }

  private let root = Node()

  init(_ url: URL) throws {
    guard let text = try? String(contentsOf: url, encoding: .utf8) else {
      throw SourceError.missing(file: url.lastPathComponent)
    }
    for (row, line) in text.split(separator: "\n").enumerated() where !line.hasPrefix("#") {
      let isWords = line.hasPrefix("=")
      for item in (isWords ? line.dropFirst() : line).split(separator: " ") {
        guard item.utf8.allSatisfy({ $0 < 0x80 }) else {
          throw SourceError.malformed(
            file: url.lastPathComponent,
            line: row + 1,
            expected: "patterns of plain letters"
          )
        }
        add(isWords ? Self.pattern(ofWord: item) : Array(item.utf8))
      }
    }
  }

  /// A word with its breaks as a pattern that beats all others.
  private static func pattern(ofWord word: Substring) -> [UInt8] {
    var pattern = Array(".".utf8)
    var isBreak = false
    for letter in word.utf8 {
      if letter == UInt8(ascii: "-") {
        isBreak = true
        continue
      }
      if pattern.count > 1 { pattern.append(UInt8(ascii: isBreak ? "9" : "8")) }
      pattern.append(letter)
      isBreak = false
    }
    return pattern + Array(".".utf8)
  }

  private func add(_ pattern: [UInt8]) {
    var node = root
    var values: [UInt8] = [0]
    for byte in pattern {
      if (0x30...0x39).contains(byte) {
        values[values.count - 1] = byte - 0x30
        continue
      }
      let child = node.children[byte] ?? Node()
      node.children[byte] = child
      node = child
      values.append(0)
    }
    node.values = values
  }

  func bytes() throws -> [UInt8] {
    var order = [root]
    var next = 0
    var letters: [UInt8] = [0]
    var firsts: [Int] = []
    while next < order.count {
      let node = order[next]
      next += 1
      firsts.append(order.count)
      for (letter, child) in node.children.sorted(by: { $0.key < $1.key }) {
        letters.append(letter)
        order.append(child)
      }
    }
    var places: [[UInt8]: Int] = [:]
    var values: [UInt8] = []
    var nodes: [UInt8] = []
    for (row, node) in order.enumerated() {
      var place = order.count
      if row > 0 {
        place = node.values.isEmpty ? 0 : places[node.values] ?? values.count
        if !node.values.isEmpty, places[node.values] == nil {
          places[node.values] = place
          values += node.values
        }
      }
      guard let first = UInt16(exactly: firsts[row]), let start = UInt16(exactly: place) else {
        throw SourceError.malformed(
          file: "hyphens-en.txt",
          line: 0,
          expected: "no more than 65535 letters"
        )
      }
      nodes += [letters[row], UInt8(node.children.count)]
      nodes += [UInt8(first & 0xFF), UInt8(first >> 8), UInt8(start & 0xFF), UInt8(start >> 8)]
      nodes += [row > 0 ? UInt8(node.values.count) : 0, 0]
    }
    return nodes + values
  }
}
