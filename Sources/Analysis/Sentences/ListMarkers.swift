internal import Prose
internal import Reference

/// The number or letter before a list item: `1.`, `2)`, `(c)`, `d.)`.
struct ListMarker {
  let isLetter: Bool
  let isBracketed: Bool
  /// `.` or `)`, or both.
  let closing: UInt8
  /// From 1; the letter `a` is 1.
  let ordinal: Int

  func follows(_ other: ListMarker) -> Bool {
    isLetter == other.isLetter && isBracketed == other.isBracketed && closing == other.closing
      && ordinal == other.ordinal + 1
  }
}

extension Segmenter {
  /// The list item's marker that stands at `token`.
  func listMarker(_ token: Int) -> ListMarker? {
    var marker = token
    let isBracketed = first(marker) == 40
    if isBracketed { marker += 1 }
    guard marker < limit, length(marker) <= 3, marker == token || tokens.touchesNext(token) else {
      return nil
    }
    let letter = first(marker)
    let isLetter = isASCIILower(letter)
    var closing: UInt8 = 0
    var ordinal = 0
    if isLetter {
      ordinal = Int(letter) - 96
      if length(marker) == 2, last(marker) == 46 {
        closing = 1
      } else if length(marker) > 1 {
        return nil
      }
    } else {
      guard tokens.kinds[marker] == .number else { return nil }
      for offset in Int(tokens.starts[marker])..<Int(tokens.ends[marker]) {
        guard isASCIIDigit(bytes[offset]) else { return nil }
        ordinal = ordinal * 10 + Int(bytes[offset] - 48)
      }
    }
    var end = marker
    if closing == 0, end + 1 < limit, tokens.touchesNext(end), first(end + 1) == 46,
      length(end + 1) == 1
    {
      closing = 1
      end += 1
    }
    if end + 1 < limit, tokens.touchesNext(end), first(end + 1) == 41 {
      closing |= 2
      end += 1
    }
    guard closing != 0, end + 1 < limit, !tokens.touchesNext(end) else { return nil }
    return ListMarker(
      isLetter: isLetter,
      isBracketed: isBracketed,
      closing: closing,
      ordinal: ordinal
    )
  }

  /// The first token behind the marker that stands at `token`.
  func behindMarker(_ token: Int) -> Int {
    var end = token
    while end + 1 < limit, tokens.touchesNext(end) { end += 1 }
    return min(end + 1, limit - 1)
  }

  /// Whether the period at `token` belongs to a number or letter that begins the sentence.
  func isOwnMarker(_ token: Int) -> Bool {
    let marker = tokens.kinds[token] == .word ? token : token - 1
    guard marker >= start, marker - start < 8, isPeriod(token) || marker == token else {
      return false
    }
    var begin = start
    while begin < marker, tokens.kinds[begin] == .punctuation { begin += 1 }
    guard begin == marker else { return false }
    if tokens.kinds[marker] == .number { return length(marker) <= 3 }
    return length(marker) == (marker == token ? 2 : 1) && isASCIILetter(first(marker))
  }

  func isBullet(_ token: Int) -> Bool {
    guard first(token) >= 0xE2, tokens.kinds[token] != .word else { return false }
    switch character(token) {
    case 0x2022, 0x2023, 0x2043, 0x25CF, 0x25AA, 0x25E6: return true
    default: return false
    }
  }
}
