public import Prose
public import Reference

/// Finds the paragraphs of plain text and what they are.
///
/// Paragraphs stand one a line, or are hard-wrapped and apart by blank lines; a block of wrapped text spans several
/// lines. Blocks begin and end with ink and cover all of it. The cost is linear; only short lines, the beginnings
/// of long ones and the end of the article are looked at more closely, for page matter.
public func findBlocks(in text: SourceText, lexicon: Lexicon) -> Blocks {
  text.withBytes { bytes in
    let paragraphs = findParagraphs(bytes)
    var kinds = settleKinds(of: paragraphs, in: bytes, lexicon: lexicon)
    markBoilerplate(&kinds, of: paragraphs, in: bytes, lexicon: lexicon)
    var blocks = Blocks()
    for (row, paragraph) in paragraphs.enumerated() {
      if kinds[row] != .boilerplate, paragraph.count <= 400,
        let credit = imageCredit(bytes, paragraph)
      {
        let caption = paragraph.lowerBound..<dropBlank(bytes, paragraph.lowerBound..<credit)
        if !caption.isEmpty {
          blocks.append(.caption, UInt32(caption.lowerBound)..<UInt32(caption.upperBound))
        }
        blocks.append(.boilerplate, UInt32(credit)..<UInt32(paragraph.upperBound))
      } else {
        blocks.append(kinds[row], UInt32(paragraph.lowerBound)..<UInt32(paragraph.upperBound))
      }
    }
    return blocks
  }
}

/// The paragraphs, in bytes.
func findParagraphs(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
  let lines = splitLines(bytes)
  var paragraphs: [Range<Int>] = []
  guard case .wrapped(let width) = layout(of: lines, in: bytes) else {
    var start = 0
    for row in lines.indices where !lines[row].isBlank {
      let line = lines[row]
      if row > 0, !lines[row - 1].isBlank, !paragraphs.isEmpty, beginsWithEnd(line, in: bytes) {
        paragraphs[paragraphs.count - 1] = start..<line.end
      } else {
        start = line.start
        paragraphs.append(line.range)
      }
    }
    return paragraphs
  }
  var start = 0
  for row in lines.indices where !lines[row].isBlank {
    let line = lines[row]
    if row > 0, !lines[row - 1].isBlank, !paragraphs.isEmpty,
      continues(lines[row - 1], line, width: width, in: bytes)
    {
      paragraphs[paragraphs.count - 1] = start..<line.end
    } else {
      start = line.start
      paragraphs.append(line.range)
    }
  }
  return paragraphs
}
