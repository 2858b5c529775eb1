/// Breaks a paragraph into lines of at most so many columns: at spaces, behind hyphens and dashes, between
/// ideographs, addresses beside their signs, and words that are too long wherever they fit.
///
/// - Parameters:
///   - bytes: UTF-8 of the paragraph; what is not UTF-8 counts as U+FFFD. Runs of white space count as one space;
///     a line neither begins nor ends with one.
///   - measure: The columns of a line, at least 1; a single cluster that is wider has a line to itself.
///   - hyphenator: Breaks words; nil to keep them whole. A hyphen has its column then, though it is in no line's
///     bytes: it is drawn where `endsInHyphen` says so.
/// - Returns: Half-open ranges of `bytes`' indices in order, one a line, none empty; they hold every byte but
///   white space.
public func wrap(
  _ bytes: UnsafeBufferPointer<UInt8>,
  columns measure: Int,
  hyphenator: Hyphenator? = nil
) -> [Range<Int>] {
  var filler = LineFiller(bytes, measure: max(1, measure), hyphenator: hyphenator)
  return filler.fill()
}

/// Fills one line after the other.
private struct LineFiller {
  /// A place where the line may end.
  private struct Exit {
    var end: Int
    /// Where the next line would begin, and in which column of this one that is.
    var start: Int
    var columns: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let measure: Int
  private let hyphenator: Hyphenator?
  private var scanner: ClusterScanner
  private var breaker = LineBreaker()
  private var style = BreakStyle()
  private var offset = 0

  private var lines: [Range<Int>] = []
  /// Where the line begins; nil before its first ink.
  private var start: Int?
  private var end = 0
  private var columns = 0
  private var isBehindSpace = false
  private var exit: Exit?

  init(_ bytes: UnsafeBufferPointer<UInt8>, measure: Int, hyphenator: Hyphenator?) {
    self.bytes = bytes
    self.measure = measure
    self.hyphenator = hyphenator
    scanner = ClusterScanner(bytes, from: 0)
    lines.reserveCapacity(bytes.count / measure + 1)
  }

  mutating func fill() -> [Range<Int>] {
    while offset < bytes.count {
      let byte = bytes[offset]
      if isWhiteSpace(byte) {
        skipWhiteSpace()
      } else if byte < 0x80, offset + 1 == bytes.count || bytes[offset + 1] < 0x80 {
        isLetter(UInt32(byte)) ? takeLetters() : takeSign(byte)
      } else {
        takeCluster()
      }
    }
    if let start { lines.append(start..<end) }
    return lines
  }

  private mutating func skipWhiteSpace() {
    while offset < bytes.count, isWhiteSpace(bytes[offset]) { offset += 1 }
    isBehindSpace = true
    _ = breaker.take(.sp, next: nil)
  }

  /// Takes letters of ASCII up to what is none; one with marks on it is left.
  private mutating func takeLetters() {
    let first = offset
    let decision = breaker.take(.al, next: nil)
    offset += 1
    while offset < bytes.count, isLetter(UInt32(bytes[offset])) { offset += 1 }
    if offset < bytes.count, bytes[offset] >= 0x80 { offset -= 1 }
    if offset > first + 1 { _ = breaker.take(.al, next: nil) }
    place(first..<offset, offset - first, decision)
    style.beforePrevious = UInt32(bytes[max(first, offset - 2)])
    style.previous = UInt32(bytes[offset - 1])
    style.previousStart = offset - 1
  }

  private mutating func takeSign(_ byte: UInt8) {
    let bytes = bytes
    let offset = offset
    let decision = breaker.take(
      CharacterProperties(UInt32(byte)).lineClass,
      next: Self.nextClass(in: bytes, from: offset + 1)
    )
    self.offset += 1
    place(offset..<offset + 1, 1, decision)
    remember(UInt32(byte), at: offset)
  }

  private mutating func takeCluster() {
    let first = offset
    scanner.move(to: offset)
    let cluster = scanner.next()
    offset = scanner.offset
    var decision = LineBreaker.Decision.forbidden
    let bytes = bytes
    var scalar = first
    while scalar < offset {
      let (value, length) = decode(bytes, at: scalar)
      scalar += length
      let here = breaker.take(
        CharacterProperties(value).lineClass,
        next: Self.nextClass(in: bytes, from: scalar)
      )
      if scalar - length == first { decision = here }
    }
    place(first..<offset, cluster.columns, decision)
    if cluster.columns > 0 || cluster.first == 0x200B || cluster.first == 0xAD {
      remember(cluster.first, at: first)
    }
  }

  private static func nextClass(
    in bytes: UnsafeBufferPointer<UInt8>,
    from position: Int
  ) -> LineClass? {
    var next = position
    while next < bytes.count {
      let (value, length) = decode(bytes, at: next)
      let found = CharacterProperties(value).lineClass
      if found != .cm, found != .zwj { return found }
      next += length
    }
    return nil
  }

  private mutating func remember(_ scalar: UInt32, at position: Int) {
    (style.beforePrevious, style.previous) = (style.previous, scalar)
    style.previousStart = position
  }

  // MARK: Lines

  /// Puts ink on the line; what no longer fits begins the next.
  private mutating func place(
    _ ink: Range<Int>,
    _ width: Int,
    _ decision: LineBreaker.Decision
  ) {
    let gap = isBehindSpace ? 1 : 0
    if start == nil || isBehindSpace { style.wordStart = ink.lowerBound }
    if start == nil {
      start = ink.lowerBound
    } else {
      if decision != .forbidden,
        isBehindSpace || style.allows(before: decode(bytes, at: ink.lowerBound).value)
      {
        // A soft hyphen shows where the line ends with it.
        if style.previous != 0xAD || columns < measure || isBehindSpace {
          exit = Exit(end: end, start: ink.lowerBound, columns: columns + gap)
        }
      }
      columns += gap
    }
    isBehindSpace = false
    columns += width
    end = ink.upperBound
    while columns > measure, leaveLine(with: ink) {}
  }

  /// Ends the line before what is too much for it.
  /// - Returns: False where a single cluster is wider than a line.
  private mutating func leaveLine(with ink: Range<Int>) -> Bool {
    guard let first = start else { return false }
    if let point = hyphenation(of: ink) {
      lines.append(first..<point)
      start = point
      columns = end - point
      exit = nil
      return true
    }
    if let way = exit {
      lines.append(first..<way.end)
      start = way.start
      columns -= way.columns
      exit = nil
      return true
    }
    guard let cut = longCut(first..<end) else { return false }
    lines.append(first..<cut.end)
    start = cut.start
    columns -= cut.columns
    return true
  }

  /// Where a word that runs over the end of its line is broken, if at all.
  private func hyphenation(of ink: Range<Int>) -> Int? {
    guard let hyphenator, ink.count >= Hyphenator.shortestWord,
      isLetter(UInt32(bytes[ink.lowerBound]))
    else { return nil }
    // A hyphenated word of a compound has breaks enough, and signs stand in names and addresses.
    guard ink.lowerBound == style.wordStart || isOpening(before: ink.lowerBound) else { return nil }
    if ink.upperBound < bytes.count, bytes[ink.upperBound] >= 0x80,
      isLetter(decode(bytes, at: ink.upperBound).value)
    {
      return nil
    }
    let room = measure - (columns - ink.count) - 1
    guard room >= 2 else { return nil }
    let point = hyphenator.points(in: UnsafeBufferPointer(rebasing: bytes[ink])).last { $0 <= room }
    return point.map { ink.lowerBound + $0 }
  }

  /// Whether only quotation marks and brackets stand between the start of the word and `position`.
  private func isOpening(before position: Int) -> Bool {
    var place = style.wordStart
    while place < position {
      let (value, length) = decode(bytes, at: place)
      let found = CharacterProperties(value).lineClass
      guard found == .qu || found.isOpening else { return false }
      place += length
    }
    return true
  }

  /// Where a run without any place for a break is cut: where it has a space that signs hold together, an address
  /// beside one of its signs, else where the line is full.
  /// - Returns: Nil for a single cluster.
  private func longCut(_ run: Range<Int>) -> Exit? {
    let text = UnsafeBufferPointer(rebasing: bytes[..<run.upperBound])
    let limit = measure - (hyphenator != nil && measure > 2 ? 1 : 0)
    var scanner = ClusterScanner(text, from: run.lowerBound)
    var width = 0
    var space: Exit?
    var joint: Exit?
    let isAddress = isAddress(run)
    while scanner.offset < run.upperBound {
      let before = scanner.offset
      if isWhiteSpace(bytes[before]) {
        scanner.skipWhiteSpace()
        width += 1
        space = Exit(end: before, start: scanner.offset, columns: width)
        continue
      }
      let next = scanner.next().columns
      let room = !isAddress && isLetter(UInt32(bytes[before])) ? limit : measure
      if before > run.lowerBound, width + next > room {
        if let space { return space }
        if let joint, joint.columns * 2 >= measure { return joint }
        // A soft hyphen would show, and has no room.
        let cut =
          isSoftHyphen(endingAt: before) && before - 2 > run.lowerBound ? before - 2 : before
        return Exit(end: cut, start: cut, columns: width)
      }
      if isAddress, before > run.lowerBound, isAddressJoint(before) {
        joint = Exit(end: before, start: before, columns: width)
      }
      width += next
    }
    return nil
  }

  private func isSoftHyphen(endingAt end: Int) -> Bool {
    end >= 2 && bytes[end - 2] == 0xC2 && bytes[end - 1] == 0xAD
  }

  /// Whether the word that begins with `run` has the signs of an address in it.
  private func isAddress(_ run: Range<Int>) -> Bool {
    var marks = 0
    for byte in bytes[run.lowerBound..<min(bytes.count, run.lowerBound + 2000)] {
      if isWhiteSpace(byte) { break }
      if byte == 0x2F || byte == 0x2E || byte == 0x3D || byte == 0x26 { marks += 1 }
    }
    return marks > 1
  }

  /// Behind slashes and the signs that join parameters, and before all other signs.
  private func isAddressJoint(_ place: Int) -> Bool {
    switch bytes[place - 1] {
    case 0x2F, 0x26, 0x3D, 0x3A: return bytes[place] != 0x2F
    default: break
    }
    switch bytes[place] {
    case 0x2E, 0x3F, 0x23, 0x25, 0x7E, 0x5F, 0x2D, 0x2C, 0x3B: return true
    default: return false
    }
  }
}

/// Whether a hyphen is drawn behind a line: it ends within a word, or with a soft hyphen.
///
/// - Parameters:
///   - line: One of the ranges that `wrap` gave for `bytes` with a hyphenator.
///   - bytes: The text.
/// - Returns: True for the lines behind which a column was kept free.
public func endsInHyphen(_ line: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  guard line.upperBound < bytes.count, !line.isEmpty else { return false }
  let last = bytes[line.upperBound - 1]
  if last == 0xAD, line.count > 1, bytes[line.upperBound - 2] == 0xC2 { return true }
  return isLetter(UInt32(last)) && last < 0x80 && bytes[line.upperBound] < 0x80
    && isLetter(UInt32(bytes[line.upperBound]))
}
