internal import Prose
internal import Reference

/// The kinds of `paragraphs`, boilerplate aside.
func settleKinds(
  of paragraphs: [Range<Int>],
  in bytes: UnsafeBufferPointer<UInt8>,
  lexicon: Lexicon
) -> [BlockKind] {
  var kinds = [BlockKind](repeating: .paragraph, count: paragraphs.count)
  var hasHeadline = false
  var hasProse = false
  for (row, paragraph) in paragraphs.enumerated() {
    if bytes[paragraph.lowerBound] == 62 {
      kinds[row] = .quotation
    } else if beginsListItem(bytes, paragraph) {
      kinds[row] = .listItem
    } else if paragraph.count > 400 {
      hasProse = true
    } else if isByline(bytes, paragraph) {
      kinds[row] = .byline
    } else if isDateline(bytes, paragraph, lexicon: lexicon) {
      kinds[row] = .dateline
    } else if !hasProse, !hasHeadline, isHeadline(bytes, paragraph, isAlone: paragraphs.count == 1)
    {
      kinds[row] = .headline
      hasHeadline = true
    } else if isHeading(bytes, paragraph) {
      kinds[row] = .heading
    } else if endsSentence(bytes, paragraph) {
      hasProse = true
    }
  }
  return kinds
}

/// A first line that is short and no sentence with its full stop.
private func isHeadline(
  _ bytes: UnsafeBufferPointer<UInt8>,
  _ line: Range<Int>,
  isAlone: Bool
) -> Bool {
  guard line.count <= (isAlone ? 120 : 240) else { return false }
  let last = bytes[line.upperBound - 1]
  if last == 63 || last == 33 { return !isAlone || line.count <= 80 }
  if isQuoted(bytes, line) { return !endsSentence(bytes, line) }
  return !endsSentence(bytes, line) && bytes[line.upperBound - 1] != 44
}

private func isQuoted(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
  [0x22, 0x201C].contains(decode(bytes, at: line.lowerBound, end: line.upperBound).value)
}

/// A short line without end punctuation between paragraphs.
private func isHeading(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
  guard line.count <= 90, wordCount(bytes, line) <= 12 else { return false }
  let last = bytes[line.upperBound - 1]
  if endsSentence(bytes, line), last != 63 { return false }
  if last == 44 || last == 59 || isQuoted(bytes, line) { return false }
  let first = decode(bytes, at: line.lowerBound, end: line.upperBound)
  return classify(first.value) == .digit || classify(first.value) == .ideograph
    || isUpper(bytes, at: line.lowerBound, end: line.upperBound)
}

/// `By Ana Ruiz`, `By Ana Ruiz and Ivo Brandt in Port Anselm`, `Reuters staff`.
private func isByline(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
  guard line.count <= 120, bytes[line.upperBound - 1] != 46 else { return false }
  let words = wordRanges(bytes, line, limit: 16)
  guard words.count >= 2, words.count <= 14 else { return false }
  if equals(bytes, words[0], "by") {
    guard isUpper(bytes, at: words[1].lowerBound, end: line.upperBound) else { return false }
    return words.dropFirst().allSatisfy { word in
      isUpper(bytes, at: word.lowerBound, end: line.upperBound) || isSmallWord(bytes, word)
    }
  }
  guard words.count <= 5, let last = words.last else { return false }
  let isStaff =
    equals(bytes, last, "staff") || equals(bytes, last, "correspondent")
    || equals(bytes, last, "reporter") || equals(bytes, last, "writer")
  return isStaff
    && words.dropLast().allSatisfy {
      isUpper(bytes, at: $0.lowerBound, end: line.upperBound) || isSmallWord(bytes, $0)
    }
}

private func isSmallWord(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
  ["and", "in", "for", "of", "the", "de", "van", "von", "der", "al", "bin", "at", "with"].contains {
    equals(bytes, word, $0)
  }
}

/// A line of a date and nothing else but a place or what is done then: `Published 12 May, 10:30 GMT`.
private func isDateline(
  _ bytes: UnsafeBufferPointer<UInt8>,
  _ line: Range<Int>,
  lexicon: Lexicon
) -> Bool {
  guard line.count <= 80, let first = bytes[line].first(where: { $0 > 32 }) else { return false }
  guard isASCIILetter(first) || isASCIIDigit(first) else { return false }
  let words = wordRanges(bytes, line, limit: 14)
  guard words.count <= 12 else { return false }
  var hasDate = false
  var hasDigit = false
  for word in words {
    if isASCIIDigit(bytes[word.lowerBound]) {
      hasDigit = true
      if word.count == 10, bytes[word.lowerBound + 4] == 45 { hasDate = true }
      continue
    }
    var key = bytes[word].map { isASCIIUpper($0) ? $0 | 0x20 : $0 }
    if key.last == 46 { key.removeLast() }
    let classes = key.withUnsafeBufferPointer { lexicon.classes(of: $0) }
    if !classes.isDisjoint(with: [.weekdays, .months]) {
      hasDate = true
    } else if !dateWords.contains(String(decoding: key, as: UTF8.self)),
      !bytes[word].allSatisfy(isASCIIUpper)
    {
      return false
    }
  }
  return hasDate && hasDigit
}

/// Words that stand around a date on its line; so few that a list is faster than a set.
private let dateWords: [String] = [
  "published", "updated", "posted", "last", "first", "modified", "on", "at", "am", "pm", "a.m",
  "p.m", "date",
]

func equals(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, _ text: StaticString) -> Bool {
  guard word.count == text.utf8CodeUnitCount else { return false }
  return text.withUTF8Buffer { other in
    for offset in 0..<other.count {
      let byte = bytes[word.lowerBound + offset]
      guard (isASCIIUpper(byte) ? byte | 0x20 : byte) == other[offset] else { return false }
    }
    return true
  }
}

/// The runs between white space and commas, bars and colons; no more than `limit`.
func wordRanges(
  _ bytes: UnsafeBufferPointer<UInt8>,
  _ line: Range<Int>,
  limit: Int
) -> [Range<Int>] {
  var words: [Range<Int>] = []
  var start = line.lowerBound
  for offset in line {
    let byte = bytes[offset]
    let isGap =
      byte <= 32 || byte == 44 || byte == 124 || byte == 58 && !isNumeric(bytes, offset, line)
    if isGap {
      if offset > start { words.append(start..<offset) }
      start = offset + 1
      if words.count == limit { return words }
    }
  }
  if line.upperBound > start { words.append(start..<line.upperBound) }
  return words
}

private func isNumeric(
  _ bytes: UnsafeBufferPointer<UInt8>,
  _ offset: Int,
  _ line: Range<Int>
) -> Bool {
  offset + 1 < line.upperBound && isASCIIDigit(bytes[offset + 1])
}

private func wordCount(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Int {
  var count = 0
  var isInside = false
  for offset in line {
    let isInk = bytes[offset] > 32
    if isInk, !isInside { count += 1 }
    isInside = isInk
  }
  return count
}
