package import Prose

/// What to look for: a text as it stands, not a regular expression.
///
/// Without capitals it finds both cases. A space finds any white space, for a line may break there, and a straight
/// quotation mark the curly ones.
package struct LiteralPattern: Sendable {
  private let units: [Unit]

  /// A character of the query and all that counts as it.
  private struct Unit {
    /// UTF-8 of every spelling.
    let spellings: [[UInt8]]
    /// White space, of which any amount does.
    let isSpace: Bool
    /// One byte, or one for each case; nil where a spelling takes more.
    let bytes: (UInt8, UInt8)?

    init(_ spellings: [[UInt8]], isSpace: Bool) {
      self.spellings = spellings
      self.isSpace = isSpace
      let isPlain = spellings.count <= 2 && spellings.allSatisfy { $0.count == 1 } && !isSpace
      bytes = isPlain ? (spellings[0][0], spellings[spellings.count - 1][0]) : nil
    }
  }

  /// Nil for a query of nothing.
  package init?(_ query: String) {
    guard !query.isEmpty else { return nil }
    let ignoresCase = !query.contains(where: \.isUppercase)
    var units: [Unit] = []
    for scalar in query.unicodeScalars {
      let isSpace = scalar == " " || scalar == "\t"
      if isSpace, units.last?.isSpace == true { continue }
      units.append(Unit(Self.spellings(of: scalar, ignoresCase: ignoresCase), isSpace: isSpace))
    }
    self.units = units
  }

  private static func spellings(of scalar: Unicode.Scalar, ignoresCase: Bool) -> [[UInt8]] {
    var forms: [String]
    switch scalar {
    case " ", "\t": forms = [" ", "\n", "\r", "\t", "\u{A0}"]
    case "'": forms = ["'", "‘", "’"]
    case "\"": forms = ["\"", "“", "”"]
    default:
      forms = [String(scalar)]
      if ignoresCase {
        let properties = scalar.properties
        for other in [properties.lowercaseMapping, properties.uppercaseMapping]
        where !forms.contains(other) {
          forms.append(other)
        }
      }
    }
    return forms.map { Array($0.utf8) }
  }

  /// Every match in text order, none overlapping another; at most `limit`.
  func matches(in text: SourceText, limit: Int) -> [Range<UInt32>] {
    matches(in: text, beginningIn: 0..<text.count, limit: limit)
  }

  /// Every match that begins in a part of the text, in order, none overlapping another; at most `limit`.
  package func matches(
    in text: SourceText,
    beginningIn part: Range<Int>,
    limit: Int
  ) -> [Range<UInt32>] {
    var found: [Range<UInt32>] = []
    let firsts = Set(units[0].spellings.compactMap(\.first))
    text.withBytes { bytes in
      var byte = firstCandidates(bytes, part, limit, &found)
      while byte < part.upperBound, found.count < limit {
        if firsts.contains(bytes[byte]), let end = match(bytes, at: byte) {
          found.append(UInt32(byte)..<UInt32(end))
          byte = end
        } else {
          byte += 1
        }
      }
    }
    return found
  }

  /// Finds matches 32 bytes at a time, where the first characters are of one byte each.
  /// - Returns: Where to go on byte by byte.
  private func firstCandidates(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ part: Range<Int>,
    _ limit: Int,
    _ found: inout [Range<UInt32>]
  ) -> Int {
    guard let first = units[0].bytes, let base = UnsafeRawPointer(bytes.baseAddress) else {
      return part.lowerBound
    }
    let filter = Filter(first, units.count > 1 ? units[1].bytes : nil)
    var place = part.lowerBound
    let end = min(part.upperBound, bytes.count - 1)
    while place + 32 <= end, found.count < limit {
      var next = place + 32
      if filter.mayBegin(base, place) {
        var byte = place
        while byte < place + 32, found.count < limit {
          let value = bytes[byte]
          if value == first.0 || value == first.1, let end = match(bytes, at: byte) {
            found.append(UInt32(byte)..<UInt32(end))
            byte = end
          } else {
            byte += 1
          }
        }
        next = max(next, byte)
      }
      place = next
    }
    return place
  }

  /// Where a match that begins at `start` ends; nil where there is none.
  func match(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    var place = start
    for unit in units {
      if let plain = unit.bytes {
        guard place < bytes.count, bytes[place] == plain.0 || bytes[place] == plain.1 else {
          return nil
        }
        place += 1
        continue
      }
      guard let length = length(of: unit, bytes, place) else { return nil }
      place += length
      while unit.isSpace, let more = self.length(of: unit, bytes, place) { place += more }
    }
    return place
  }

  private func length(of unit: Unit, _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int? {
    for spelling in unit.spellings where place + spelling.count <= bytes.count {
      var index = 0
      while index < spelling.count, bytes[place + index] == spelling[index] { index += 1 }
      if index == spelling.count { return spelling.count }
    }
    return nil
  }
}

/// Tells 32 places at a time whether a match may begin at one of them; now and then it says so in vain.
///
/// Words are used, not SIMD vectors, whose masks the compiler takes apart lane by lane.
private struct Filter {
  private let first: UInt64
  private let second: UInt64
  /// The bit by which the cases differ, where both count.
  private let firstCase: UInt64
  private let secondCase: UInt64

  /// Each is a byte in its two cases; without a second one any byte does.
  init(_ first: (UInt8, UInt8), _ second: (UInt8, UInt8)?) {
    func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) * 0x0101_0101_0101_0101 }
    firstCase = repeated(first.0 ^ first.1)
    self.first = repeated(first.0 | first.1)
    secondCase = repeated(second.map { $0.0 ^ $0.1 } ?? 0xFF)
    self.second = repeated(second.map { $0.0 | $0.1 } ?? 0xFF)
  }

  /// Reads 33 bytes from `place` on.
  @inline(__always)
  func mayBegin(_ base: UnsafeRawPointer, _ place: Int) -> Bool {
    let start = base + place
    let low = zeros(start, 0) | zeros(start, 8)
    let high = zeros(start, 16) | zeros(start, 24)
    return low | high != 0
  }

  /// Has the high bit of a byte set where a match may begin.
  @inline(__always)
  private func zeros(_ start: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    let here = start.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    let behind = start.loadUnaligned(fromByteOffset: offset &+ 1, as: UInt64.self)
    let difference = ((here | firstCase) ^ first) | ((behind | secondCase) ^ second)
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
  }
}
