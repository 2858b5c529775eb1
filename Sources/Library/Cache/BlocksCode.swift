internal import Prose

/// Blocks as bytes: for each its kind, the gap before it and its length.
func encoded(_ blocks: Blocks) -> [UInt8] {
  var writer = ByteWriter()
  writer.put(blocks)
  return writer.bytes
}

func decodedBlocks(_ bytes: [UInt8], of text: SourceText) -> Blocks? {
  var reader = ByteReader(bytes)
  return try? reader.blocks(upTo: UInt32(text.count))
}

extension ByteWriter {
  mutating func put(_ blocks: Blocks) {
    number(blocks.count)
    var end: UInt32 = 0
    for row in 0..<blocks.count {
      option(blocks.kinds[row])
      number(blocks.starts[row] - end)
      number(blocks.ends[row] - blocks.starts[row])
      end = blocks.ends[row]
    }
  }
}

extension ByteReader {
  mutating func blocks(upTo limit: UInt32) throws(DamagedBytes) -> Blocks {
    var blocks = Blocks()
    var end: UInt64 = 0
    for _ in 0..<(try count()) {
      let kind = try option(BlockKind.self)
      let start = end + UInt64(try number())
      end = start + UInt64(try number())
      guard end <= UInt64(limit) else { throw DamagedBytes() }
      blocks.append(kind, UInt32(start)..<UInt32(end))
    }
    return blocks
  }
}
