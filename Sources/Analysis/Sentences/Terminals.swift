internal import Prose

// What can end a sentence, what goes with its end, and what can open the next one.
extension Segmenter {
  func first(_ token: Int) -> UInt8 { bytes[Int(tokens.starts[token])] }
  func last(_ token: Int) -> UInt8 { bytes[Int(tokens.ends[token]) - 1] }
  func length(_ token: Int) -> Int { Int(tokens.ends[token] - tokens.starts[token]) }

  func character(_ token: Int) -> UInt32 {
    decode(bytes, at: Int(tokens.starts[token]), end: Int(tokens.ends[token])).value
  }

  /// Begins with an upper-case letter, or has one inside as `eHow`.
  func startsUpper(_ token: Int) -> Bool {
    let start = Int(tokens.starts[token])
    let end = Int(tokens.ends[token])
    if isUpper(bytes, at: start, end: end) { return true }
    return tokens.kinds[token] == .word && isASCIILower(bytes[start])
      && bytes[start..<end].contains(where: isASCIIUpper)
  }

  func startsLower(_ token: Int) -> Bool {
    isLower(bytes, at: Int(tokens.starts[token]), end: Int(tokens.ends[token]))
  }

  enum Terminal {
    case period
    case abbreviation
    case ellipsis
    /// `?` or `!`, or both.
    case strong
    /// A full stop that needs no capital letter behind it: `。`.
    case absolute
  }

  /// What kind of a possible end of a sentence `token` is.
  func terminal(_ token: Int) -> Terminal? {
    let end = last(token)
    if end < 0x80 {
      guard end == 46 || end == 33 || end == 63 || end == 45 else { return nil }
      if tokens.kinds[token] == .word { return end == 46 ? .abbreviation : nil }
      guard tokens.kinds[token] == .punctuation else { return nil }
      if end == 45 { return isBrokenOff(token) ? .ellipsis : nil }
      if end != 46 {
        // A mark that touches the next word alone belongs to it: `!Xun`.
        let isPrefix = token > start && !tokens.touchesNext(token - 1) && tokens.touchesNext(token)
        return isPrefix ? nil : .strong
      }
      if length(token) > 1 || isPeriod(token - 1) || isPeriod(token + 1) { return .ellipsis }
      return .period
    }
    guard tokens.kinds[token] == .punctuation else { return nil }
    switch character(token) {
    case 0x2026: return .ellipsis
    case 0x2013, 0x2014: return isBrokenOff(token) ? .ellipsis : nil
    case 0x3002, 0xFF01, 0xFF1F, 0xFF61: return .absolute
    case 0x964, 0x965, 0x61F, 0x6D4, 0x203C, 0x203D, 0x2047...0x2049, 0x37E: return .strong
    default: return nil
    }
  }

  /// Whether a dash breaks off what is quoted: `to--"`.
  private func isBrokenOff(_ token: Int) -> Bool {
    guard token > start, tokens.touchesNext(token - 1), tokens.touchesNext(token) else {
      return false
    }
    return first(token + 1) == 34 || character(token + 1) == 0x201D
  }

  func isPeriod(_ token: Int) -> Bool {
    token >= start && token < limit && length(token) == 1 && first(token) == 46
  }

  /// Behind the quotation marks, brackets and note numbers that go with the end of a sentence.
  func absorbClosers(after token: Int) -> Int {
    var end = token + 1
    while end < limit {
      let touches = tokens.touchesNext(end - 1)
      if isCloser(end, touches: touches) {
        end += 1
      } else if touches, let note = noteEnd(end) {
        end = note
      } else {
        break
      }
    }
    return end
  }

  private func isCloser(_ token: Int, touches: Bool) -> Bool {
    guard tokens.kinds[token] == .punctuation else { return false }
    switch character(token) {
    case 0x29, 0x5D, 0x7D: return true
    case 0x22, 0x27: return touches
    case 0x2019, 0x201D, 0xBB, 0x203A, 0x300D, 0x300F, 0xFF09: return true
    default: return false
    }
  }

  /// Behind a note's number that touches the period before it: `.[7]`, `.11 12`.
  private func noteEnd(_ token: Int) -> Int? {
    if first(token) == 91 {
      guard token + 2 < limit, tokens.kinds[token + 1] == .number, first(token + 2) == 93 else {
        return nil
      }
      return token + 3
    }
    guard tokens.kinds[token] == .number, token - 2 >= start, tokens.kinds[token - 2] != .number
    else { return nil }
    var end = token
    while end < limit, tokens.kinds[end] == .number, length(end) <= 3 { end += 1 }
    guard end > token, end < limit, !tokens.touchesNext(end - 1), startsUpper(end) else {
      return end == limit && end > token ? end : nil
    }
    return end
  }

  /// Whether a sentence begins right behind a period, as in `world.Today`.
  func endsWithoutSpace(_ token: Int, _ next: Int) -> Bool {
    guard tokens.kinds[next] == .word, startsUpper(next), token > start else { return false }
    let before = token - 1
    guard next == token + 1 else { return true }
    return tokens.kinds[before] == .number || startsLower(before) && length(before) > 1
      || length(before) > 3
  }

  /// Marks that can open a sentence.
  func isOpener(_ token: Int) -> Bool {
    if tokens.kinds[token] == .symbol {
      return [36, 35, 64].contains(first(token)) || first(token) >= 0xC2
    }
    guard tokens.kinds[token] == .punctuation else { return false }
    switch character(token) {
    case 0x22, 0x27, 0x28, 0x5B, 0x60, 0xA1, 0xAB, 0xBF, 0x2018, 0x201C, 0x201E, 0x2039: return true
    case 0x2D, 0x2013, 0x2014, 0x2022: return !tokens.touchesNext(token)
    default: return false
    }
  }

  /// Where a quotation or bracket that opens at `token`, inside a sentence, closes; nil where none opens or closes.
  ///
  /// What is said in the middle of a sentence is part of it, however many full stops it holds.
  func protectedEnd(_ token: Int) -> Int? {
    guard token > start, tokens.kinds[token] == .punctuation else { return nil }
    let closing: UInt32
    switch character(token) {
    case 0x22:
      guard !tokens.touchesNext(token - 1), tokens.touchesNext(token) else { return nil }
      closing = 0x22
    case 0x27:
      guard !tokens.touchesNext(token - 1), tokens.touchesNext(token) else { return nil }
      closing = 0x27
    case 0x201C: closing = 0x201D
    case 0x2018: closing = 0x2019
    case 0x28: closing = 0x29
    case 0x5B: closing = 0x5D
    default: return nil
    }
    // All marks before it are openers: the quotation begins the sentence and is split like any text.
    if token - start < 8, (start..<token).allSatisfy(isOpener) { return nil }
    var end = token + 1
    while end < limit, end - token < 400 {
      if tokens.kinds[end] == .punctuation, character(end) == closing, tokens.touchesNext(end - 1) {
        return end - 1 > token ? end - 1 : end
      }
      end += 1
    }
    return nil
  }
}
