internal import Prose
internal import Reference

/// Longer texts, in bytes, are analyzed in windows: no layer is asked to hold more together.
public let longestWholeText = 1_000_000

/// How long a window is at least, in bytes; it ends with the paragraph that it ends in.
let windowLength = 65_536

/// Reads a long text window by window and joins what was found.
///
/// Time is linear in the text's length. Each window is read like an article of its own: what is said of someone in
/// one is not known in another, but equal names of one type are one entity in all of them.
func analyzeInWindows(
  _ text: SourceText,
  _ blocks: Blocks,
  date: CalendarDate?,
  layers: Set<Layer>,
  references: References,
  windowLength: Int = windowLength
) -> Document {
  let blocks = blocks.cut(to: windowLength, in: text)
  var joined = JoinedWindows(text, blocks)
  for window in windows(of: blocks, length: windowLength) {
    joined.add(
      analyze(
        text,
        blocks: blocks,
        date: date,
        window: window,
        layers: layers,
        references: references
      )
    )
  }
  return joined.document
}

/// Windows of whole blocks that cover all of them.
func windows(of blocks: Blocks, length: Int) -> [Range<UInt32>] {
  var windows: [Range<UInt32>] = []
  var row = 0
  while row < blocks.count {
    let start = blocks.starts[row]
    while row < blocks.count, Int(blocks.ends[row] - start) < length { row += 1 }
    row = min(row + 1, blocks.count)
    windows.append(start..<blocks.ends[row - 1])
  }
  return windows
}

extension Blocks {
  /// The same blocks, those longer than `length` bytes in pieces that begin and end with ink.
  func cut(to length: Int, in text: SourceText) -> Blocks {
    guard zip(starts, ends).contains(where: { Int($1 - $0) > length }) else { return self }
    var pieces = Blocks()
    text.withBytes { bytes in
      for row in 0..<count {
        var rest = Int(starts[row])..<Int(ends[row])
        while rest.count > length {
          let border = border(near: rest.lowerBound + length, in: rest, bytes)
          let end = dropBlank(bytes, rest.lowerBound..<border)
          if end > rest.lowerBound {
            pieces.append(kinds[row], UInt32(rest.lowerBound)..<UInt32(end))
          }
          rest = skipBlank(bytes, border..<rest.upperBound)..<rest.upperBound
        }
        if !rest.isEmpty {
          pieces.append(kinds[row], UInt32(rest.lowerBound)..<UInt32(rest.upperBound))
        }
      }
    }
    return pieces
  }
}

/// Where to cut `range` before `offset`: behind a sentence, else behind a word, else between two characters.
private func border(
  near offset: Int,
  in range: Range<Int>,
  _ bytes: UnsafeBufferPointer<UInt8>
) -> Int {
  let near = max(range.lowerBound + 1, offset - 4096)..<offset
  let space =
    near.last { bytes[$0] == 32 && [33, 46, 63].contains(bytes[$0 - 1]) }
    ?? near.last { bytes[$0] == 32 || bytes[$0] == 10 }
  return space ?? near.last { bytes[$0] & 0xC0 != 0x80 } ?? offset
}
