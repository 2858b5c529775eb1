public import Prose

/// An article as plain text for other programs: its blocks with an empty line between them, each with the line
/// ends it came with, and nothing that a terminal would obey.
public func plainText(of text: SourceText, _ blocks: Blocks) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(text.count + text.count / 16)
  text.withBytes { bytes in
    for row in 0..<blocks.count {
      if row > 0 { result.append(10) }
      let range = blocks.range(row)
      append(
        UnsafeBufferPointer(rebasing: bytes[Int(range.lowerBound)..<Int(range.upperBound)]),
        to: &result
      )
      result.append(10)
    }
  }
  return result
}

/// Copies `bytes`; a control but for tab and line feed, what turns the direction of writing round, and what is not
/// UTF-8 becomes U+FFFD.
private func append(_ bytes: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
  var runStart = 0
  var offset = 0
  while offset < bytes.count {
    let byte = bytes[offset]
    if (32..<127).contains(byte) || byte == 9 || byte == 10 {
      offset += 1
      continue
    }
    let (count, isWellFormed) = bytes.scalar(at: offset)
    let isControl = byte < 128 || byte == 0xC2 && isWellFormed && bytes[offset + 1] < 0xA0
    if isControl || !isWellFormed || turnsDirection(bytes, offset, count) {
      result.append(contentsOf: bytes[runStart..<offset])
      result.append(contentsOf: "\u{FFFD}".utf8)
      runStart = offset + count
    }
    offset += count
  }
  result.append(contentsOf: bytes[runStart...])
}

/// Whether a scalar is one that makes what follows it read otherwise than it stands: embeddings, overrides, isolates.
private func turnsDirection(
  _ bytes: UnsafeBufferPointer<UInt8>,
  _ offset: Int,
  _ count: Int
) -> Bool {
  guard count == 3, bytes[offset] == 0xE2 else { return false }
  switch (bytes[offset + 1], bytes[offset + 2]) {
  case (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): return true
  default: return false
  }
}
