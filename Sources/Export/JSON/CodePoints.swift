internal import Prose

/// Turns byte offsets into a text into offsets in Unicode code points, in constant time.
///
/// For each run of 64 bytes one word holds a bit where a code point begins, and a number how many begin before
/// the run. A text of ASCII needs neither. Bytes that are not UTF-8 count as the U+FFFDs that stand for them.
struct CodePoints: Sendable {
  private var starts: [UInt64] = []
  private var countsBefore: [UInt32] = []
  private let isASCII: Bool

  init(_ text: SourceText) {
    isASCII = text.withBytes { bytes in bytes.allSatisfy { $0 < 0x80 } }
    guard !isASCII else { return }
    let runs = text.count / 64 + 1
    starts = [UInt64](repeating: 0, count: runs)
    text.withBytes { bytes in
      var offset = 0
      while offset < bytes.count {
        starts[offset >> 6] |= 1 << UInt64(offset & 63)
        offset += bytes[offset] < 0x80 ? 1 : bytes.scalar(at: offset).count
      }
    }
    countsBefore.reserveCapacity(runs)
    var count: UInt32 = 0
    for run in starts {
      countsBefore.append(count)
      count += UInt32(run.nonzeroBitCount)
    }
  }

  /// How many code points begin before `byteOffset`.
  func offset(_ byteOffset: UInt32) -> Int {
    guard !isASCII else { return Int(byteOffset) }
    let run = Int(byteOffset >> 6)
    let before = starts[run] & (1 << UInt64(byteOffset & 63) - 1)
    return Int(countsBefore[run]) + before.nonzeroBitCount
  }

  func range(_ bytes: Range<UInt32>) -> Range<Int> {
    offset(bytes.lowerBound)..<offset(bytes.upperBound)
  }
}
