internal import Analysis
internal import Foundation
internal import Prose

/// A passage whose pronouns say whom they refer to.
struct MarkedPassage: Sendable {
  let text: SourceText
  let blocks: Blocks
  let marks: [MarkedPronoun]
}

/// Reads passages, a line each: `Ana Ruiz met Bea Lund after she‹Lund› had won.` A dash stands for nobody named.
///
/// - Throws: `SourceError.malformed` for a mark without end or without a word before it.
func readMarkedPassages(_ file: SourceFile) throws -> [MarkedPassage] {
  try file.lines.map { line in
    var bytes: [UInt8] = []
    var marks: [MarkedPronoun] = []
    var rest = line.columns.joined(separator: "\t")[...]
    var wordStart = 0
    while let character = rest.popFirst() {
      guard character == "‹" else {
        if !character.isLetter, character != "-", character != "'" { wordStart = bytes.count + 1 }
        bytes.append(contentsOf: character.utf8)
        continue
      }
      guard let end = rest.firstIndex(of: "›"), wordStart < bytes.count else {
        throw SourceError.malformed(
          file: file.name,
          line: line.number,
          expected: "marks like she‹Ruiz›"
        )
      }
      let key = String(rest[..<end])
      marks.append(
        MarkedPronoun(
          range: UInt32(wordStart)..<UInt32(bytes.count),
          key: key == "-" ? nil : key
        )
      )
      rest = rest[rest.index(after: end)...]
    }
    var blocks = Blocks()
    blocks.append(.paragraph, 0..<UInt32(bytes.count))
    return MarkedPassage(text: SourceText(bytes), blocks: blocks, marks: marks)
  }
}

/// All passages of a folder's text files, in the order of the files' names.
func readMarkedPassages(in folder: URL) throws -> [MarkedPassage] {
  let files = try FileManager.default.contentsOfDirectory(
    at: folder,
    includingPropertiesForKeys: nil
  )
  return try files.sorted { $0.path() < $1.path() }.filter { $0.pathExtension == "txt" }
    .flatMap { try readMarkedPassages(SourceFile($0)) }
}
