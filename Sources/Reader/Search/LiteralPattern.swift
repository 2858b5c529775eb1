import Prose

/// What to look for: a text as it stands, not a regular expression.
///
/// Without capitals it finds both cases. A space finds any white space, for a line may break there, and a straight
/// quotation mark the curly ones.
struct LiteralPattern: Sendable {
  /// For each character the spellings that do, as UTF-8.
  private let units: [[[UInt8]]]
  /// Which units are white space, of which any amount does.
  private let spaces: [Bool]

  /// Nil for a query of nothing.
  init?(_ query: String) {
    guard !query.isEmpty else { return nil }
    let ignoresCase = !query.contains(where: \.isUppercase)
    var units: [[[UInt8]]] = []
    var spaces: [Bool] = []
    for scalar in query.unicodeScalars {
      let isSpace = scalar == " " || scalar == "\t"
      if isSpace, spaces.last == true { continue }
      spaces.append(isSpace)
      units.append(Self.spellings(of: scalar, ignoresCase: ignoresCase))
    }
    self.units = units
    self.spaces = spaces
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
    let firsts = Array(Set(units[0].compactMap(\.first)))
    text.withBytes { bytes in
      var byte = 0
      while found.count < limit, let candidate = firstIndex(of: firsts, in: bytes, from: byte) {
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
    for (index, spellings) in units.enumerated() {
      guard let length = length(of: spellings, bytes, place) else { return nil }
      place += length
      if spaces[index] {
        while let more = self.length(of: spellings, bytes, place) { place += more }
      }
    }
    return place
  }

  @inline(__always)
  private func length(
    of spellings: [[UInt8]],
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ place: Int
  ) -> Int? {
    for spelling in spellings where place + spelling.count <= bytes.count {
      var index = 0
      while index < spelling.count, bytes[place + index] == spelling[index] { index += 1 }
      if index == spelling.count { return spelling.count }
    }
    return nil
  }
}

/// The first place from `start` on that holds one of `values`, looked for 32 bytes at a time.
private func firstIndex(
  of values: [UInt8],
  in bytes: UnsafeBufferPointer<UInt8>,
  from start: Int
) -> Int? {
  var place = start
  if values.count <= 2, let base = UnsafeRawPointer(bytes.baseAddress), let first = values.first {
    let one = SIMD32<UInt8>(repeating: first)
    let other = SIMD32<UInt8>(repeating: values.last ?? first)
    while place + 32 <= bytes.count {
      let block = base.loadUnaligned(fromByteOffset: place, as: SIMD32<UInt8>.self)
      if any((block .== one) .| (block .== other)) { break }
      place += 32
    }
  }
  while place < bytes.count {
    if values.contains(bytes[place]) { return place }
    place += 1
  }
  return nil
}
