/// Breaks a paragraph into lines of at most so many columns: at spaces, behind hyphens and dashes, between
/// ideographs, and words that are too long wherever they fit.
///
/// - Parameters:
///   - bytes: UTF-8 of the paragraph; what is not UTF-8 counts as U+FFFD. Runs of white space count as one space;
///     a line neither begins nor ends with one.
///   - measure: The columns of a line, at least 1; a single cluster that is wider has a line to itself.
/// - Returns: Half-open ranges of `bytes`' indices in order, one a line, none empty; they hold every byte but
///   white space.
public func wrap(_ bytes: UnsafeBufferPointer<UInt8>, columns measure: Int) -> [Range<Int>] {
  var lines: [Range<Int>] = []
  lines.reserveCapacity(bytes.count / max(1, measure) + 1)
  let measure = max(1, measure)
  var pieces = PieceScanner(bytes)
  var line = 0..<0
  var lineColumns = 0
  while let piece = pieces.next() {
    let gap = piece.followsSpace && !line.isEmpty ? 1 : 0
    if !line.isEmpty, lineColumns + gap + piece.columns <= measure {
      line = line.lowerBound..<piece.bytes.upperBound
      lineColumns += gap + piece.columns
      continue
    }
    if !line.isEmpty { lines.append(line) }
    line = piece.bytes
    lineColumns = piece.columns
    if piece.columns > measure {
      (line, lineColumns) = cut(piece.bytes, of: bytes, columns: measure, into: &lines)
    }
  }
  if !line.isEmpty { lines.append(line) }
  return lines
}

/// Cuts a piece that is longer than a line between clusters.
/// - Returns: The last line of it, which others may join, and its columns.
private func cut(
  _ piece: Range<Int>,
  of bytes: UnsafeBufferPointer<UInt8>,
  columns measure: Int,
  into lines: inout [Range<Int>]
) -> (Range<Int>, Int) {
  var scanner = ClusterScanner(
    UnsafeBufferPointer(rebasing: bytes[..<piece.upperBound]),
    from: piece.lowerBound
  )
  var start = piece.lowerBound
  var columns = 0
  while scanner.offset < piece.upperBound {
    let before = scanner.offset
    let width = scanner.next().columns
    if columns + width > measure, before > start {
      lines.append(start..<before)
      start = before
      columns = 0
    }
    columns += width
  }
  return (start..<piece.upperBound, columns)
}

/// Cuts a paragraph into the pieces between which a line may break.
private struct PieceScanner {
  struct Piece {
    var bytes: Range<Int>
    var columns: Int
    var followsSpace: Bool
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var scanner: ClusterScanner
  private var offset = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    scanner = ClusterScanner(bytes, from: 0)
  }

  /// The next piece; nil at the end.
  mutating func next() -> Piece? {
    let spaceStart = offset
    while offset < bytes.count, isWhiteSpace(bytes[offset]) { offset += 1 }
    guard offset < bytes.count else { return nil }
    let start = offset
    let followsSpace = start > spaceStart
    var columns = 0
    while offset < bytes.count, !isWhiteSpace(bytes[offset]) {
      columns += skipPlainWord()
      guard offset < bytes.count, !isWhiteSpace(bytes[offset]) else { break }
      if bytes[offset] < 0x80 {
        // A hyphen: plain words end before one.
        offset += 1
        columns += 1
        if mayBreakBehindHyphen(at: offset - 1, start: start) { break }
        continue
      }
      // The byte before may carry marks that begin here.
      if offset > start, bytes[offset - 1] < 0x80 {
        offset -= 1
        columns -= 1
      }
      let (width, mayBreak) = skipClusters(start: start)
      columns += width
      if mayBreak { break }
    }
    return Piece(bytes: start..<offset, columns: columns, followsSpace: followsSpace)
  }

  /// Skips ASCII up to white space, a hyphen or the first byte of something else.
  /// - Returns: Its columns, which are its bytes.
  private mutating func skipPlainWord() -> Int {
    let start = offset
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte >= 0x80 || byte == 0x2D || isWhiteSpace(byte) { break }
      offset += 1
    }
    return offset - start
  }

  /// Skips clusters from `offset` on until ASCII goes on alone, white space, or a place for a break.
  private mutating func skipClusters(start: Int) -> (columns: Int, mayBreak: Bool) {
    scanner.move(to: offset)
    var columns = 0
    var last: (scalar: UInt32, start: Int)?
    /// A dash that begins a piece belongs to what follows.
    func mayBreak(before scalar: UInt32) -> Bool {
      guard let last, last.start > start || !isDash(last.scalar) else { return false }
      return Screen.mayBreak(between: last.scalar, and: scalar)
    }
    while scanner.offset < bytes.count, !isWhiteSpace(bytes[scanner.offset]) {
      let before = scanner.offset
      offset = before
      if last != nil, isASCII(before), isASCII(before + 1) || before + 1 == bytes.count {
        return (columns, mayBreak(before: UInt32(bytes[before])))
      }
      let cluster = scanner.next()
      if mayBreak(before: cluster.first) { return (columns, true) }
      columns += cluster.columns
      if cluster.columns > 0 || isBreakControl(cluster.first) { last = (cluster.first, before) }
    }
    offset = scanner.offset
    return (columns, false)
  }

  private func isASCII(_ offset: Int) -> Bool {
    offset < bytes.count && bytes[offset] < 0x80
  }

  /// Whether a line may break behind the hyphen there: between letters, not before digits and not in `--option`.
  private func mayBreakBehindHyphen(at hyphen: Int, start: Int) -> Bool {
    guard hyphen > start, hyphen + 1 < bytes.count else { return false }
    let before = bytes[hyphen - 1]
    return (isLetterOrDigit(before) || before >= 0x80)
      && isLetter(decode(bytes, at: hyphen + 1).value)
  }
}
