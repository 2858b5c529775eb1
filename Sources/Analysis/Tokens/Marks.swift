internal import Prose
internal import Reference

// Numbers, punctuation and symbols.
extension Tokenizer {
  /// - Returns: Where to go on.
  mutating func scanNumber(_ start: Int) -> Int {
    let digits = digitsEnd(start)
    let end = runEnd(digits)
    if end > digits {
      if end < limit, bytes[end] == 64, let address = addressEnd(start) {
        return emit(.address, start, address)
      }
      let isClock = end - digits == 1 && end + 1 < limit && bytes[end] == 46
      if isClock, bytes[digits] | 0x20 == 97 || bytes[digits] | 0x20 == 112,
        bytes[end + 1] | 0x20 == 109
      {
        return emit(.number, start, digits)
      }
      if let unit = PackedWord(bytes, digits..<end), PackedWord.units.contains(unit),
        end - digits > 1 || isASCIILower(bytes[digits])
      {
        _ = emit(.number, start, digits)
        return emit(.word, digits, end)
      }
    } else if end < limit, bytes[end] == 46 || bytes[end] == 64 || bytes[end] == 45,
      classAt(end + 1) == .letter, let address = addressEnd(start)
    {
      return emit(.address, start, address)
    }
    return emit(.number, start, end)
  }

  /// The end of digits and of the marks between them: `1.5`, `3,000`, `08:30`, `9/11`.
  private func digitsEnd(_ start: Int) -> Int {
    var end = start
    while end < limit {
      let byte = bytes[end]
      if isASCIIDigit(byte) {
        end += 1
      } else if byte >= 0x80, classAt(end) == .digit {
        end += decode(bytes, at: end, end: limit).count
      } else if byte == 46 || byte == 58 || byte == 47, end > start, classAt(end + 1) == .digit {
        end += 1
      } else if byte == 44, end > start, groupsDigits(end + 1) {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  /// Whether three digits stand at `offset`, or two and a comma as in `1,00,000`, as behind a comma in a number.
  private func groupsDigits(_ offset: Int) -> Bool {
    var end = offset
    while end < limit, end - offset < 4, isASCIIDigit(bytes[end]) { end += 1 }
    if end - offset == 3 { return true }
    return end - offset == 2 && end + 3 < limit && bytes[end] == 44 && isASCIIDigit(bytes[end + 3])
  }

  mutating func scanApostrophe(_ start: Int, count: Int) -> Int {
    let next = start + count
    if touchesLast(start), tokens.kinds.last != .symbol {
      let end = runEnd(next)
      if end > next, end - next <= 2, isClitic(next..<end), bytes[next] | 0x20 != 116 {
        return emit(.word, start, end)
      }
    } else if next + 1 < limit, isASCIIDigit(bytes[next]), isASCIIDigit(bytes[next + 1]) {
      // ’90s
      let end = runEnd(next)
      if end - next <= 3 { return emit(.number, start, end) }
    }
    if count == 1, next < limit, bytes[next] == 39 { return emit(.punctuation, start, next + 1) }
    return emit(.punctuation, start, next)
  }

  mutating func scanMark(_ start: Int) -> Int {
    let byte = bytes[start]
    switch byte {
    case 46:
      if classAt(start + 1) == .digit,
        !touchesLast(start) || tokens.kinds.last == .symbol
          || bytes[start - 1] == 40
      {
        let end = scanFraction(start + 1)
        return emit(.number, start, end)
      }
      return emit(.punctuation, start, repeatEnd(start))
    case 33, 63:
      var end = start + 1
      while end < limit, bytes[end] == 33 || bytes[end] == 63 { end += 1 }
      return emit(.punctuation, start, end)
    case 45, 95, 96:
      return emit(.punctuation, start, repeatEnd(start))
    case 35, 64:
      if classAt(start + 1) == .letter, !touchesLast(start) || byte == 35 {
        return emit(.address, start, runEnd(start + 1))
      }
      return emit(.symbol, start, start + 1)
    case 42, 61, 126:
      return emit(.symbol, start, repeatEnd(start))
    default:
      let kind: TokenKind = classOfASCII(byte) == .punctuation ? .punctuation : .symbol
      return emit(kind, start, kind == .symbol ? skipMarks(start + 1) : start + 1)
    }
  }

  private func scanFraction(_ start: Int) -> Int {
    var end = start
    while end < limit, isASCIIDigit(bytes[end]) { end += 1 }
    return max(end, start + 1)
  }

  private func repeatEnd(_ start: Int) -> Int {
    var end = start + 1
    while end < limit, bytes[end] == bytes[start] { end += 1 }
    return end
  }
}
