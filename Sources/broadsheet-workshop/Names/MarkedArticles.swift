internal import Analysis
internal import Foundation
internal import Prose

/// Reads the package's own annotated articles: a line a paragraph, an empty line between articles, names as `‹Ana Ruiz|PER›`.
///
/// - Throws: `SourceError.malformed` for a mark without end or with an unknown label.
func readMarkedArticles(_ file: SourceFile) throws -> [NamedText] {
  var texts: [NamedText] = []
  var article = MarkedArticle()
  var last = 0
  for line in file.lines {
    // Empty lines are not among a source file's lines; a gap in the numbers is one.
    if line.number != last + 1 { article.end(into: &texts) }
    last = line.number
    try article.add(line.columns.joined(separator: "\t"), file: file.name, number: line.number)
  }
  article.end(into: &texts)
  return texts
}

private struct MarkedArticle {
  private var bytes: [UInt8] = []
  private var blocks = Blocks()
  private var names: [(range: Range<UInt32>, kind: NameLabel.Kind)] = []

  mutating func add(_ line: String, file: String, number: Int) throws {
    let start = bytes.count
    var open: Int?
    var rest = line[...]
    while let character = rest.first {
      rest.removeFirst()
      if character == "‹" {
        open = bytes.count
      } else if character == "|", let begun = open {
        let label = rest.prefix { $0 != "›" }
        guard let kind = NameLabel.Kind(label), rest.count > label.count else {
          throw SourceError.malformed(
            file: file,
            line: number,
            expected: "marks like ‹Ana Ruiz|PER›"
          )
        }
        names.append((UInt32(begun)..<UInt32(bytes.count), kind))
        rest = rest.dropFirst(label.count + 1)
        open = nil
      } else {
        bytes.append(contentsOf: character.utf8)
      }
    }
    guard open == nil else {
      throw SourceError.malformed(file: file, line: number, expected: "marks like ‹Ana Ruiz|PER›")
    }
    // The first line is a headline where no sentence ends in it.
    let isHeadline =
      blocks.count == 0 && ![UInt8(ascii: "."), UInt8(ascii: "?")].contains(bytes.last ?? 0)
    blocks.append(isHeadline ? .headline : .paragraph, UInt32(start)..<UInt32(bytes.count))
    bytes.append(0x0A)
  }

  mutating func end(into texts: inout [NamedText]) {
    if blocks.count > 0 {
      texts.append(NamedText(text: SourceText(bytes), blocks: blocks, names: names))
    }
    self = MarkedArticle()
  }
}

extension NameLabel.Kind {
  /// The kind that a corpus' label names; nil for an unknown one.
  ///
  /// Peoples count as other names.
  init?(_ label: Substring) {
    switch label {
    case "PER": self = .person
    case "ORG": self = .organization
    case "LOC": self = .location
    case "MISC", "NORP": self = .other
    default: return nil
    }
  }
}
