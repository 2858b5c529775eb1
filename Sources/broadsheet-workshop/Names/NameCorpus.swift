internal import Analysis
internal import Foundation
internal import Prose
internal import Reference

/// A text with the names in it, cut into tokens as the program cuts it.
struct NamedText {
  let text: SourceText
  let blocks: Blocks
  /// The names' places in bytes and their kinds, in text order.
  let names: [(range: Range<UInt32>, kind: NameLabel.Kind)]
}

/// Reads the column format of the training corpora: form, tag, label, spacing.
///
/// - Note: An empty line ends a sentence, `# par` starts a paragraph, `# doc ID` a document.
func readColumns(_ url: URL) throws -> [NamedText] {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = ["gzip", "-dc", url.path(percentEncoded: false)]
  let pipe = Pipe()
  process.standardOutput = pipe
  try process.run()
  let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  var builder = TextBuilder()
  for line in String(decoding: data, as: UTF8.self).split(
    separator: "\n",
    omittingEmptySubsequences: false
  ) {
    if line.hasPrefix("# doc") {
      builder.endText()
    } else if line.hasPrefix("# par") {
      builder.endBlock()
    } else if line.isEmpty {
      builder.endSentence()
    } else {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count == 4 else { continue }
      builder.add(columns[0], label: columns[2], spaced: columns[3] == "+")
    }
  }
  builder.endText()
  return builder.texts
}

/// Puts texts together again from their tokens.
private struct TextBuilder {
  var texts: [NamedText] = []
  private var bytes: [UInt8] = []
  private var blocks = Blocks()
  private var blockStart = 0
  private var names: [(range: Range<UInt32>, kind: NameLabel.Kind)] = []
  private var open: (start: Int, kind: NameLabel.Kind)?
  private var end = 0

  mutating func add(_ form: Substring, label: Substring, spaced: Bool) {
    let begins = label.hasPrefix("B-")
    if begins || label == "O" || label == "_" { closeName() }
    if begins, let kind = NameLabel.Kind(label.dropFirst(2)) { open = (bytes.count, kind) }
    bytes.append(contentsOf: form.utf8)
    end = bytes.count
    if spaced { bytes.append(0x20) }
  }

  private mutating func closeName() {
    if let open { names.append((UInt32(open.start)..<UInt32(end), open.kind)) }
    open = nil
  }

  mutating func endSentence() {
    closeName()
    if let last = bytes.last, last != 0x20, last != 0x0A { bytes.append(0x20) }
  }

  mutating func endBlock() {
    endSentence()
    if end > blockStart { blocks.append(.paragraph, UInt32(blockStart)..<UInt32(end)) }
    if !bytes.isEmpty { bytes.append(0x0A) }
    blockStart = bytes.count
    end = blockStart
  }

  mutating func endText() {
    endBlock()
    if blocks.count > 0 {
      texts.append(NamedText(text: SourceText(bytes), blocks: blocks, names: names))
    }
    (bytes, blocks, names, blockStart, end) = ([], Blocks(), [], 0, 0)
  }
}

/// Reads a scored development set: JSON lines with `text` and `gold`, offsets in code points.
func readGold(_ url: URL) throws -> [NamedText] {
  struct Gold: Decodable {
    let start: Int
    let end: Int
    let type: String
  }
  struct Item: Decodable {
    let text: String
    let gold: [Gold]
  }
  return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map { line in
    let item = try JSONDecoder().decode(Item.self, from: Data(line.utf8))
    var offsets = [UInt32(0)]
    for scalar in item.text.unicodeScalars {
      offsets.append(offsets[offsets.count - 1] + UInt32(UTF8.width(scalar)))
    }
    let text = SourceText(item.text)
    let names = item.gold.compactMap { gold -> (range: Range<UInt32>, kind: NameLabel.Kind)? in
      let kind = NameLabel.Kind(gold.type[...])
      // Other names are not scored.
      guard kind != .other else { return nil }
      return kind.map { (offsets[gold.start]..<offsets[gold.end], $0) }
    }
    return NamedText(
      text: text,
      blocks: findBlocks(in: text, lexicon: .builtIn),
      names: names.sorted { $0.range.lowerBound < $1.range.lowerBound }
    )
  }
}
