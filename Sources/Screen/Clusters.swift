/// A grapheme cluster of a text, as it is displayed.
public struct TextCluster: Equatable, Sendable {
  public var character: Character { glyph.character }
  let glyph: Glyph
  /// Its place in the text; of a run of white space, which is one blank, all of it.
  public let bytes: Range<Int>
  /// 1 or 2.
  public let columns: Int
}

/// Calls `body` for every displayed cluster of the bytes in `range`, as `wrap` counts them: a run of white
/// space is one blank, what is not UTF-8 is U+FFFD, and what is not displayed is left out.
public func forEachCluster(
  of bytes: UnsafeBufferPointer<UInt8>,
  in range: Range<Int>,
  _ body: (TextCluster) -> Void
) {
  let text = UnsafeBufferPointer(rebasing: bytes[..<range.upperBound])
  var scanner = ClusterScanner(text, from: range.lowerBound)
  while scanner.offset < range.upperBound {
    let start = scanner.offset
    // Between two bytes of ASCII there is a border.
    if isInk(text[start]), scanner.isAtBorder, start + 1 == text.count || text[start + 1] < 0x80 {
      let scalar = UInt32(text[start])
      body(TextCluster(glyph: .scalar(scalar), bytes: start..<start + 1, columns: 1))
      scanner.move(to: start + 1)
      continue
    }
    if isWhiteSpace(text[start]) {
      scanner.skipWhiteSpace()
      body(TextCluster(glyph: .scalar(0x20), bytes: start..<scanner.offset, columns: 1))
      continue
    }
    let cluster = scanner.next()
    if let glyph = cluster.glyph {
      body(TextCluster(glyph: glyph, bytes: start..<scanner.offset, columns: cluster.columns))
    }
  }
}

/// White space that wrapping takes out at the ends of lines: that of ASCII.
@inline(__always)
func isWhiteSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || (byte &- 9) < 5
}

/// Whether it is a letter, digit or sign of ASCII.
@inline(__always)
private func isInk(_ byte: UInt8) -> Bool {
  byte > 0x20 && byte < 0x7F
}

/// Cuts bytes into grapheme clusters, exactly as `String` would.
///
/// Most letters begin a cluster and end one whatever stands beside them; only where something else turns up is
/// a `String` made, of no more than the run that holds it.
struct ClusterScanner {
  struct Cluster {
    /// As displayed; nil if it is not.
    var glyph: Glyph?
    var columns: Int
    /// The first of its scalars; U+FFFD for what is not UTF-8.
    var first: UInt32
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where the next cluster begins.
  private(set) var offset: Int
  /// Clusters found ahead in a run, and where each ends.
  private var ahead: [(cluster: Cluster, end: Int)] = []
  private var nextAhead = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  /// Whether nothing was found ahead.
  var isAtBorder: Bool { nextAhead == ahead.count }

  /// Goes on elsewhere, at the start of a cluster.
  ///
  /// One step back costs nothing.
  mutating func move(to offset: Int) {
    guard offset != self.offset else { return }
    self.offset = offset
    if nextAhead > 1, ahead[nextAhead - 2].end == offset {
      nextAhead -= 1
      return
    }
    ahead.removeAll(keepingCapacity: true)
    nextAhead = 0
  }

  mutating func skipWhiteSpace() {
    var end = offset
    while end < bytes.count, isWhiteSpace(bytes[end]) { end += 1 }
    move(to: end)
  }

  /// The next cluster.
  ///
  /// White space is for `skipWhiteSpace`, before.
  /// - Precondition: `offset` is before the end.
  mutating func next() -> Cluster {
    if nextAhead < ahead.count {
      let (cluster, end) = ahead[nextAhead]
      nextAhead += 1
      offset = end
      return cluster
    }
    let scalar = decode(bytes, at: offset)
    let end = offset + scalar.length
    if standsAlone(scalar.value),
      end >= bytes.count || standsAlone(decode(bytes, at: end).value)
    {
      offset = end
      return Cluster(
        glyph: .scalar(displayedAlone(scalar.value)),
        columns: Screen.columns(ofScalar: scalar.value),
        first: scalar.value
      )
    }
    scanRun()
    return next()
  }

  /// Fills `ahead` with the clusters from `offset` to a place that is a border for certain.
  private mutating func scanRun() {
    ahead.removeAll(keepingCapacity: true)
    nextAhead = 0
    var scalars = String.UnicodeScalarView()
    var ends: [Int] = []
    var end = offset
    var previous: UInt32 = 0
    while end < bytes.count {
      let (value, length) = decode(bytes, at: end)
      if isWhiteSpace(bytes[end]), !ends.isEmpty { break }
      if ends.count > 1, standsAlone(value), !isPrepended(previous) { break }
      scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
      end += length
      ends.append(end)
      previous = value
    }
    var scalar = 0
    for character in String(scalars) {
      let view = character.unicodeScalars
      scalar += view.count
      ahead.append(
        (
          Cluster(
            glyph: displayed(character).map(Glyph.init),
            columns: columns(of: character),
            first: view.first?.value ?? 0xFFFD
          ),
          ends[scalar - 1]
        )
      )
    }
  }
}

/// The scalar at `offset`, or U+FFFD for the longest start of one there, and its bytes.
/// - Note: Unicode 3.9, "U+FFFD Substitution of Maximal Subparts".
func decode(
  _ bytes: UnsafeBufferPointer<UInt8>,
  at offset: Int
) -> (value: UInt32, length: Int) {
  let lead = bytes[offset]
  if lead < 0x80 { return (UInt32(lead), 1) }
  let count: Int
  var value: UInt32
  var allowed: ClosedRange<UInt8> = 0x80...0xBF
  switch lead {
  case 0xC2...0xDF: (count, value) = (2, UInt32(lead & 0x1F))
  case 0xE0...0xEF:
    (count, value) = (3, UInt32(lead & 0x0F))
    if lead == 0xE0 { allowed = 0xA0...0xBF }
    if lead == 0xED { allowed = 0x80...0x9F }
  case 0xF0...0xF4:
    (count, value) = (4, UInt32(lead & 0x07))
    if lead == 0xF0 { allowed = 0x90...0xBF }
    if lead == 0xF4 { allowed = 0x80...0x8F }
  default: return (0xFFFD, 1)
  }
  for index in 1..<count {
    guard offset + index < bytes.count, allowed.contains(bytes[offset + index]) else {
      return (0xFFFD, index)
    }
    value = value << 6 | UInt32(bytes[offset + index] & 0x3F)
    allowed = 0x80...0xBF
  }
  return (value, count)
}

/// Whether a scalar beside another such one always is a cluster: ordinary letters, digits, punctuation.
private func standsAlone(_ value: UInt32) -> Bool {
  switch value {
  case 0x00..<0xA9, 0xAA..<0xAD, 0xAF..<0x300, 0x370..<0x483, 0x48A..<0x530, 0x5D0..<0x5EB,
    0x620..<0x64B, 0x2010..<0x2028, 0x2030..<0x203C, 0x203D..<0x2049, 0x20A0..<0x20D0,
    0x3001..<0x302A, 0x3041..<0x3097, 0x309B..<0x3100, 0x3400..<0xA000, 0xFF01..<0xFF9E, 0xFFFD:
    true
  default: false
  }
}

/// Whether a scalar joins what follows it.
/// - Note: Grapheme_Cluster_Break=Prepend in Unicode Annex #29.
private func isPrepended(_ value: UInt32) -> Bool {
  switch value {
  case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0xD4E, 0x110BD, 0x110CD,
    0x111C2...0x111C3, 0x113D1, 0x1193F, 0x11941, 0x11A3A, 0x11A84...0x11A89, 0x11D46, 0x11F02:
    true
  default: false
  }
}
