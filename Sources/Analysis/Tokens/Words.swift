internal import Prose
internal import Reference

// Words: what belongs to one, and where its clitics part from it.
extension Tokenizer {
  /// - Returns: Where to go on.
  mutating func scanWord(_ start: Int) -> Int {
    var end = runEnd(start)
    var segment = start
    var hasPeriod = false
    scan: while end < limit {
      switch bytes[end] {
      case 39, 0xE2:  // An apostrophe or a hyphen, straight or not.
        let count = bytes[end] == 39 ? 1 : 3
        let mark = classAt(end)
        guard classAt(end + count).continuesWord else { break scan }
        if mark == .hyphen, isPrefix(start..<end) {
          end = runEnd(end + count)
        } else if mark == .apostrophe, classAt(end + count) == .letter {
          end = runEnd(end + count)
        } else {
          break scan
        }
      case 45:
        let next = classAt(end + 1)
        guard next == .letter || next == .digit else { break scan }
        if let address = addressEnd(start, needsAt: true) { return emit(.address, start, address) }
        guard isPrefix(start..<end) else { break scan }
        end = runEnd(end + 1)
      case 46:
        guard classAt(end + 1) == .letter || classAt(end + 1) == .digit else { break scan }
        if let address = addressEnd(start) { return emit(.address, start, address) }
        let next = runEnd(end + 1)
        guard isAcronymPart(segment..<end, end + 1..<next) else { break scan }
        segment = end + 1
        hasPeriod = true
        end = next
      case 58, 64, 43:
        guard let address = addressEnd(start) else { break scan }
        return emit(.address, start, address)
      case 38:
        guard isUpper(bytes, at: segment, end: end), end - segment <= 3,
          isUpper(bytes, at: end + 1, end: limit), runEnd(end + 1) - end <= 4
        else { break scan }
        end = runEnd(end + 1)
      case 36:
        guard let word = PackedWord(bytes, start..<end), PackedWord.dollars.contains(word),
          isASCIIUpper(bytes[start])
        else { break scan }
        return emit(.symbol, start, end + 1)
      default:
        break scan
      }
    }
    return emitWord(start, end, hasPeriod: hasPeriod)
  }

  /// Whether two runs of letters around a period are parts of one acronym: `U.S`, `a.m`, `Ph.D`, `M.Sc`.
  private mutating func isAcronymPart(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    if left.count == 1 {
      if right.count == 1 { return true }
      return right.count <= 3 && isASCIIUpper(bytes[left.lowerBound])
        && isASCIIUpper(bytes[right.lowerBound])
        && isLower(bytes, at: right.lowerBound + 1, end: right.upperBound)
        && bytes[right.upperBound..<min(right.upperBound + 1, limit)].first == 46
    }
    return left.count == 2 && right.count == 1 && isASCIIUpper(bytes[left.lowerBound])
      && isASCIILower(bytes[left.lowerBound + 1]) && isASCIIUpper(bytes[right.lowerBound])
  }

  private mutating func isPrefix(_ word: Range<Int>) -> Bool {
    guard let word = PackedWord(bytes, word) else { return false }
    return PackedWord.prefixes.contains(word)
  }

  /// Appends the word with its period, or apart from its clitics.
  private mutating func emitWord(_ start: Int, _ end: Int, hasPeriod: Bool) -> Int {
    var parts: [Int] = []
    var stem = end
    while let part = cliticStart(start..<stem) {
      parts.append(part)
      stem = part
    }
    if parts.isEmpty {
      if let part = contractionStart(start..<end) {
        _ = emit(.word, start, part)
        return emit(.word, part, end)
      }
      if end < limit, bytes[end] == 46, ownsPeriod(start..<end, hasPeriod: hasPeriod) {
        return emit(.word, start, end + 1)
      }
      return emit(.word, start, end)
    }
    _ = emit(.word, start, stem)
    for (index, part) in parts.enumerated().reversed() {
      _ = emit(.word, part, index == 0 ? end : parts[index - 1])
    }
    return end
  }

  /// Where the clitic begins that `word` ends in: at its apostrophe, or at the n of `n't`.
  private mutating func cliticStart(_ word: Range<Int>) -> Int? {
    // The longest clitic is a curly apostrophe and two letters.
    var mark = word.upperBound - 1
    let lowest = max(word.lowerBound + 1, word.upperBound - 5)
    while mark >= lowest, bytes[mark] != 39, bytes[mark] != 0xE2 { mark -= 1 }
    guard mark >= lowest, classAt(mark) == .apostrophe else { return nil }
    let tail = mark + (bytes[mark] == 39 ? 1 : 3)
    guard isClitic(tail..<word.upperBound) else { return nil }
    let isNegation = bytes[tail] | 0x20 == 116
    guard isNegation else { return mark }
    guard bytes[mark - 1] | 0x20 == 110, mark - 1 > word.lowerBound else { return nil }
    return mark - 1
  }

  /// Whether the letters behind an apostrophe are those of a clitic.
  mutating func isClitic(_ tail: Range<Int>) -> Bool {
    switch tail.count {
    case 1:
      return [115, 109, 100, 116].contains(bytes[tail.lowerBound] | 0x20)
    case 2:
      let first = bytes[tail.lowerBound] | 0x20
      let second = bytes[tail.lowerBound + 1] | 0x20
      return (first == 108 && second == 108) || (first == 114 && second == 101)
        || (first == 118 && second == 101)
    default:
      return false
    }
  }

  /// Where the second part of `cannot`, `gonna`, `wanna` and `gotta` begins.
  private mutating func contractionStart(_ word: Range<Int>) -> Int? {
    guard word.count == 5 || word.count == 6 else { return nil }
    let first = bytes[word.lowerBound] | 0x20
    guard first == 99 || first == 103 || first == 119 else { return nil }
    guard let packed = PackedWord(bytes, word), Self.contractions.contains(packed) else {
      return nil
    }
    return word.lowerBound + 3
  }

  private static let contractions = PackedWord.set("cannot gonna wanna gotta")
}
