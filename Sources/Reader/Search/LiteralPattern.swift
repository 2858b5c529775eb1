import Prose

/// What to look for: a text as it stands, not a regular expression.
///
/// Without capitals it finds both cases. A space finds any white space, for a line may break there, and a straight
/// quotation mark the curly ones.
struct LiteralPattern: Sendable {
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
  init?(_ query: String) {
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
    var found: [Range<UInt32>] = []
    text.withBytes { bytes in
      var byte = 0
      while found.count < limit, let candidate = candidate(in: bytes, from: byte) {
        if let end = match(bytes, at: candidate) {
          found.append(UInt32(candidate)..<UInt32(end))
          byte = end
        } else {
          byte = candidate + 1
        }
      }
    }
    return found
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

  /// The first place from `start` on where a match may begin, looked for 32 bytes at a time.
  private func candidate(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var place = start
    let firsts = Set(units[0].spellings.compactMap(\.first))
    if let first = units[0].bytes, let base = UnsafeRawPointer(bytes.baseAddress) {
      let second = units.count > 1 ? units[1].bytes : nil
      while place + 33 <= bytes.count {
        var mask = lanes(base, place, first)
        if let second { mask = mask .& lanes(base, place + 1, second) }
        if any(mask) {
          for lane in 0..<32 where mask[lane] { return place + lane }
        }
        place += 32
      }
    }
    while place < bytes.count {
      if firsts.contains(bytes[place]) { return place }
      place += 1
    }
    return nil
  }

  @inline(__always)
  private func lanes(
    _ base: UnsafeRawPointer,
    _ place: Int,
    _ values: (UInt8, UInt8)
  ) -> SIMDMask<SIMD32<Int8>> {
    let block = base.loadUnaligned(fromByteOffset: place, as: SIMD32<UInt8>.self)
    return (block .== SIMD32(repeating: values.0)) .| (block .== SIMD32(repeating: values.1))
  }
}
