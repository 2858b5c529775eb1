internal import Prose
internal import Reference

/// Judges single paragraphs.
struct BoilerplateJudge {
  enum Verdict {
    case none
    case alone
    /// A heading whose section goes on.
    case heads
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let lexicon: Lexicon
  private var key: [UInt8] = []
  private var tokenizer: Tokenizer

  init(bytes: UnsafeBufferPointer<UInt8>, lexicon: Lexicon) {
    self.bytes = bytes
    self.lexicon = lexicon
    tokenizer = Tokenizer(bytes, lexicon: lexicon)
  }

  mutating func verdict(on paragraph: Range<Int>, isNearEnd: Bool) -> Verdict {
    let isShort = paragraph.count <= 140
    var range = paragraph
    if !isShort, !isNearEnd || paragraph.count > 2000 {
      guard beginsPhrase(paragraph) else { return .none }
      range = paragraph.lowerBound..<paragraph.lowerBound + min(60, paragraph.count)
    }
    if isCopyright(range) { return .alone }
    let words = words(of: range)
    if isShort, isBareLink(words) { return .alone }
    let found = phrases(in: words)
    guard found.count > 0 else { return isShort && isLabel(words) ? .heads : .none }
    if isShort, found.covered == found.words, found.words <= 8 { return .heads }
    let isSentence = endsSentence(bytes, paragraph)
    let isOurs = !isQuoted(paragraph) && speaksOfPublisher(paragraph)
    if found.startsAtOnce {
      if found.endsInColon { return .alone }
      // One word alone begins many a sentence: "Sources said …".
      if found.longest > 1, isShort, !isSentence || paragraph.count < 80 {
        let isHeading = found.words <= 6 && !isSentence && found.covered * 2 >= found.words
        return isHeading ? .heads : .alone
      }
      if found.longest > 2 || found.longest > 1 && isOurs { return .alone }
    }
    if isShort, found.longest > 1, found.covered * 10 >= found.words * 4 { return .alone }
    if found.count > 1, isOurs || isShort && !isSentence { return .alone }
    return isShort && isNearEnd && found.longest > 3 ? .alone : .none
  }

  /// What page-matter phrases a line holds.
  private struct Phrases {
    var count = 0
    /// In tokens, marks aside.
    var words = 0
    var covered = 0
    var longest = 0
    var startsAtOnce = false
    var endsInColon = false
  }

  private mutating func phrases(in words: Tokens) -> Phrases {
    var found = Phrases()
    var token = 0
    while token < words.count {
      if let end = phraseEnd(token, words) {
        if found.count == 0, found.words == 0 {
          found.startsAtOnce = true
          found.endsInColon =
            bytes[Int(words.starts[end - 1])] == 58
            || end < words.count && bytes[Int(words.starts[end])] == 58
        }
        let inked = (token..<end).count { isInk($0, words) }
        found.count += 1
        found.words += inked
        found.covered += inked
        found.longest = max(found.longest, inked)
        token = end
      } else {
        if isInk(token, words) { found.words += 1 }
        token += 1
      }
    }
    return found
  }

  /// Whether the line is a phrase that is listed with its colon: `Sources`.
  private mutating func isLabel(_ words: Tokens) -> Bool {
    guard (1...3).contains(words.count) else { return false }
    fill(words, 0..<words.count)
    key.append(contentsOf: [32, 58])
    return key.withUnsafeBufferPointer { lexicon.classes(of: $0) }.contains(.boilerplatePhrases)
  }

  private func isInk(_ token: Int, _ words: Tokens) -> Bool {
    words.kinds[token] != .punctuation && words.kinds[token] != .symbol
  }

  private func isQuoted(_ paragraph: Range<Int>) -> Bool {
    let first = bytes[paragraph.lowerBound]
    return first == 34
      || decode(bytes, at: paragraph.lowerBound, end: paragraph.upperBound).value == 0x201C
  }

  /// Whether a heading asks for something or speaks of the publisher, so that prose may follow it.
  mutating func isAppeal(_ paragraph: Range<Int>) -> Bool {
    var offset = paragraph.lowerBound
    while offset < paragraph.upperBound {
      var end = offset
      while end < paragraph.upperBound, isASCIILetter(bytes[end]) { end += 1 }
      if let word = PackedWord(bytes, offset..<end), Self.appealWords.contains(word) { return true }
      offset = max(end, offset + 1)
    }
    return false
  }

  private static let appealWords = PackedWord.set(
    "we our ours us you your donate donation support about author authors member members join"
  )

  /// Whether the first two words can begin a page-matter phrase, as far as two look-ups tell.
  private mutating func beginsPhrase(_ paragraph: Range<Int>) -> Bool {
    var start = paragraph.lowerBound
    if bytes[start] == 0xC2 { return true }
    while start < paragraph.upperBound, start - paragraph.lowerBound < 4, bytes[start] < 0x80,
      !isASCIILetter(bytes[start])
    {
      start += 1
    }
    key.removeAll(keepingCapacity: true)
    let first = appendWord(start, paragraph.upperBound)
    var classes = key.withUnsafeBufferPointer { lexicon.classes(of: $0) }
    if classes.contains(.boilerplatePhrases) { return true }
    guard classes.contains(.beginsPhrase) else { return false }
    // A mark behind the word is for the tokenizer to read.
    guard first + 1 < paragraph.upperBound, bytes[first] == 32, isASCIILetter(bytes[first + 1])
    else { return true }
    key.append(32)
    let second = appendWord(first + 1, paragraph.upperBound)
    if second < paragraph.upperBound, bytes[second] != 32 { return true }
    classes = key.withUnsafeBufferPointer { lexicon.classes(of: $0) }
    return !classes.isDisjoint(with: [.boilerplatePhrases, .beginsPhrase])
  }

  /// Appends the letters at `start` to the key; returns where they end.
  private mutating func appendWord(_ start: Int, _ end: Int) -> Int {
    var offset = start
    while offset < end, isASCIILetter(bytes[offset]), offset - start < 24 {
      key.append(bytes[offset] | 0x20)
      offset += 1
    }
    return offset
  }

  /// Whether the paragraph speaks as "we" or to "you" outside quotation marks.
  mutating func speaksOfPublisher(_ paragraph: Range<Int>) -> Bool {
    guard paragraph.count <= 4000 else { return false }
    var isQuoted = false
    var offset = paragraph.lowerBound
    while offset < paragraph.upperBound {
      let byte = bytes[offset]
      if byte == 34 {
        isQuoted.toggle()
        offset += 1
      } else if byte == 0xE2 {
        let character = decode(bytes, at: offset, end: paragraph.upperBound)
        if character.value == 0x201C { isQuoted = true }
        if character.value == 0x201D { isQuoted = false }
        offset += character.count
      } else if isASCIILetter(byte) {
        var end = offset + 1
        while end < paragraph.upperBound, isASCIILetter(bytes[end]) { end += 1 }
        if !isQuoted, let word = PackedWord(bytes, offset..<end), Self.address.contains(word) {
          return true
        }
        offset = end
      } else {
        offset += 1
      }
    }
    return false
  }

  private static let address = PackedWord.set("we our ours us you your")

  private mutating func words(of range: Range<Int>) -> Tokens {
    tokenizer.tokens.removeAll()
    tokenizer.scan(range)
    return tokenizer.tokens
  }

  /// Behind the longest page-matter phrase that begins at `token`.
  private mutating func phraseEnd(_ token: Int, _ tokens: Tokens) -> Int? {
    key.removeAll(keepingCapacity: true)
    var best: Int?
    var end = token
    while end < tokens.count {
      append(end, tokens)
      let classes = key.withUnsafeBufferPointer { lexicon.classes(of: $0) }
      end += 1
      if classes.contains(.boilerplatePhrases) { best = end }
      if !classes.contains(.beginsPhrase) { break }
    }
    return best
  }

  private mutating func fill(_ tokens: Tokens, _ rows: Range<Int>) {
    key.removeAll(keepingCapacity: true)
    for row in rows { append(row, tokens) }
  }

  /// Appends a token to the key as tables list it: lower case, straight apostrophes, a space between two.
  private mutating func append(_ token: Int, _ tokens: Tokens) {
    if !key.isEmpty { key.append(32) }
    var isASCII = true
    for offset in Int(tokens.starts[token])..<Int(tokens.ends[token]) {
      let byte = bytes[offset]
      key.append(isASCIIUpper(byte) ? byte | 0x20 : byte)
      if byte >= 0x80 { isASCII = false }
    }
    guard !isASCII, let mark = key.lastIndex(of: 0xE2), mark + 2 < key.count, key[mark + 1] == 0x80,
      key[mark + 2] == 0x98 || key[mark + 2] == 0x99
    else { return }
    key.replaceSubrange(mark..<mark + 3, with: [39])
  }

  private func isBareLink(_ words: Tokens) -> Bool {
    words.kinds.contains(.address)
      && words.kinds.allSatisfy { $0 == .address || $0 == .punctuation || $0 == .symbol }
  }

  /// Begins with `©` or `Copyright`.
  private func isCopyright(_ range: Range<Int>) -> Bool {
    if range.count > 2, bytes[range.lowerBound] == 0xC2, bytes[range.lowerBound + 1] == 0xA9 {
      return true
    }
    return range.count > 12 && equals(bytes, range.lowerBound..<range.lowerBound + 10, "copyright ")
      && (isASCIIDigit(bytes[range.lowerBound + 10]) || bytes[range.lowerBound + 10] >= 0x80
        || bytes[range.lowerBound + 10] == 40)
  }
}
