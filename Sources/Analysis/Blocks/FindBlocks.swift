public import Prose

/// Finds the paragraphs of plain text and what they are.
public func findBlocks(in text: SourceText) -> Blocks {
  var blocks = Blocks()
  let lines = text.string.split(separator: "\n", omittingEmptySubsequences: false)
  var start: UInt32 = 0
  for line in lines {
    let count = UInt32(line.utf8.count)
    if count > 0 {
      blocks.append(blocks.count == 0 ? .headline : .paragraph, start..<start + count)
    }
    start += count + 1
  }
  return blocks
}
