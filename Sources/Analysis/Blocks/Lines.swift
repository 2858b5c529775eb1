internal import Reference

/// A line of text without the white space around it, in bytes.
///
/// Kept small: a text may have as many lines as bytes.
struct Line {
  private let first: UInt32
  private let last: UInt32
  private let space: UInt32

  init(start: Int, end: Int, indent: Int) {
    first = UInt32(start)
    last = UInt32(end)
    space = UInt32(indent)
  }

  var start: Int { Int(first) }
  /// Equal to `start` for a blank line.
  var end: Int { Int(last) }
  /// Bytes of white space before it.
  var indent: Int { Int(space) }
  var isBlank: Bool { first == last }
  var range: Range<Int> { start..<end }
}

/// The lines of `bytes`, blank ones too; `\n`, `\r\n` and `\r` end one.
func splitLines(_ bytes: UnsafeBufferPointer<UInt8>) -> [Line] {
  var lines: [Line] = []
  lines.reserveCapacity(bytes.count / 128 + 8)
  var start = 0
  var offset = 0
  let count = bytes.count
  while true {
    while offset < count, bytes[offset] != 10, bytes[offset] != 13 { offset += 1 }
    let first = skipBlank(bytes, start..<offset)
    let end = dropBlank(bytes, first..<offset)
    lines.append(Line(start: first, end: end, indent: first - start))
    guard offset < count else { return lines }
    offset += bytes[offset] == 13 && offset + 1 < count && bytes[offset + 1] == 10 ? 2 : 1
    start = offset
  }
}

/// How a text's paragraphs are set.
enum Layout: Equatable {
  case paragraphPerLine
  /// Paragraphs run over several lines that are filled up to `width` columns.
  case wrapped(width: Int)
}

/// Tells hard-wrapped text by its breaks: a line ends within a sentence where the next word did not fit.
func layout(of lines: [Line], in bytes: UnsafeBufferPointer<UInt8>) -> Layout {
  let sample = lines.prefix(2000)
  let widths = sample.map { columns(of: $0, in: bytes) }
  let inked = widths.filter { $0 > 0 }.sorted()
  guard inked.count > 1 else { return .paragraphPerLine }
  let width = inked[(inked.count - 1) * 95 / 100]
  guard (30...200).contains(width) else { return .paragraphPerLine }
  var pairs = 0
  var filled = 0
  for row in sample.indices.dropFirst() where !lines[row].isBlank && !lines[row - 1].isBlank {
    let needed = widths[row - 1] + 1 + firstWordColumns(of: lines[row], in: bytes)
    let isFull = needed >= width - 4 && endsWithinSentence(lines[row - 1], in: bytes)
    if isFull,
      startsWithinSentence(lines[row], in: bytes) || endsInSmallWord(lines[row - 1], in: bytes)
    {
      filled += 1
      pairs += 1
    } else if !isFull {
      pairs += 1
    }
    // A full line before a capital says neither: a name may be cut there, or the next paragraph begin.
  }
  return filled > 0 && filled * 10 >= pairs * 3 ? .wrapped(width: width) : .paragraphPerLine
}

/// Whether the text goes on from `line` to `next`, which stands right under it in a text `width` columns wide.
func continues(
  _ line: Line,
  _ next: Line,
  width: Int,
  in bytes: UnsafeBufferPointer<UInt8>
) -> Bool {
  if beginsListItem(bytes, next.range) { return false }
  let isIndented = next.indent >= line.indent + 2 && next.indent >= 2
  if isIndented, !beginsListItem(bytes, line.range) { return false }
  if startsWithinSentence(next, in: bytes) { return true }
  let needed = columns(of: line, in: bytes) + 1 + firstWordColumns(of: next, in: bytes)
  return needed * 100 >= width * 75
}

/// Whether the line begins with a mark that only ends or goes on with something: a break in the text was put before it.
func beginsWithEnd(_ line: Line, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  guard !line.isBlank, [33, 44, 46, 58, 59, 63].contains(bytes[line.start]) else { return false }
  return line.start + 1 == line.end || bytes[line.start + 1] == 32
}

private func columns(of line: Line, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
  guard !line.isBlank else { return 0 }
  // Beyond this no width is asked for.
  let end = min(line.end, line.start + 2000)
  return line.indent + characters(line.start..<end, in: bytes)
}

private func characters(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
  var count = 0
  for offset in range where bytes[offset] & 0xC0 != 0x80 { count += 1 }
  return count
}

private func firstWordColumns(of line: Line, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
  var end = line.start
  while end < line.end, bytes[end] > 32 { end += 1 }
  return characters(line.start..<end, in: bytes)
}

private func endsWithinSentence(_ line: Line, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  !endsSentence(bytes, line.range)
}

/// Whether the line's last word has three small letters or fewer, or a comma: "for", "the", behind which no paragraph ends.
private func endsInSmallWord(_ line: Line, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  guard !line.isBlank else { return false }
  if bytes[line.end - 1] == UInt8(ascii: ",") { return true }
  var start = line.end
  while start > line.start, (97...122).contains(bytes[start - 1]) { start -= 1 }
  let isWord = start > line.start && bytes[start - 1] == 32
  return isWord && (1...3).contains(line.end - start)
}

private func startsWithinSentence(_ line: Line, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  guard !line.isBlank else { return false }
  let character = decode(bytes, at: line.start, end: line.end)
  switch classify(character.value) {
  case .letter: return !isUpper(bytes, at: line.start, end: line.end)
  default: return false
  }
}

/// Whether the text of `range` ends in a full stop, a question or exclamation mark or a colon, or one inside
/// closing quotation marks or brackets.
func endsSentence(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
  var end = range.upperBound
  while end > range.lowerBound {
    let byte = bytes[end - 1]
    if byte < 0x80 {
      switch byte {
      case 33, 46, 58, 63: return true
      case 34, 39, 41, 93: end -= 1
      default: return false
      }
      continue
    }
    guard end - 3 >= range.lowerBound else { return false }
    switch decode(bytes, at: end - 3, end: end).value {
    case 0x2019, 0x201D, 0x203A: end -= 3
    case 0x2026, 0x3002, 0xFF01, 0xFF1F, 0x964: return true
    default:
      guard decode(bytes, at: end - 2, end: end).value == 0xBB else { return false }
      end -= 2
    }
  }
  return false
}

/// Whether a bullet, or a number or letter with its mark, stands before the text of `range`.
func beginsListItem(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
  guard range.count > 2 else { return false }
  let start = range.lowerBound
  let end = range.upperBound
  let first = decode(bytes, at: start, end: end)
  switch first.value {
  case 0x2A, 0x2D, 0x2B, 0x2013, 0x2014:
    return start + first.count + 1 < end && bytes[start + first.count] == 32
  case 0x2022, 0x2023, 0x2043, 0x25CF, 0x25AA, 0x25E6, 0x25A0, 0xB7: return true
  default: break
  }
  var offset = start
  if bytes[offset] == 40 { offset += 1 }
  let marker = offset
  while offset < end, isASCIIDigit(bytes[offset]) { offset += 1 }
  if offset == marker, offset < end, isASCIILower(bytes[offset]) { offset += 1 }
  guard offset > marker, offset - marker <= 2, offset < end else { return false }
  guard bytes[offset] == 41 || bytes[offset] == 46 else { return false }
  while offset < end, bytes[offset] == 41 || bytes[offset] == 46 { offset += 1 }
  return offset < end && bytes[offset] == 32
}
