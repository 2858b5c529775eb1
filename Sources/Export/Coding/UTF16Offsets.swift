internal import Prose

/// Turns byte offsets into a text into offsets in UTF-16 units.
///
/// Bytes that are not UTF-8 count as the U+FFFDs that stand for them.
struct UTF16Offsets {
  private let codePoints: CodePoints
  /// Where the scalars of two units begin, in bytes, in order.
  private let pairs: [UInt32]

  init(_ text: SourceText) {
    codePoints = CodePoints(text)
    pairs = text.withBytes { bytes in
      bytes.indices.compactMap { offset in
        bytes[offset] >= 0xF0 && bytes.scalar(at: offset) == (4, true) ? UInt32(offset) : nil
      }
    }
  }

  func range(_ bytes: Range<UInt32>) -> Range<Int> {
    offset(bytes.lowerBound)..<offset(bytes.upperBound)
  }

  private func offset(_ byte: UInt32) -> Int {
    codePoints.offset(byte) + pairs.partitioningIndex { $0 >= byte }
  }
}
