internal import Prose
internal import Reference

/// Marks page matter among `paragraphs`: appeals, the publisher about itself, credits, links and lists of sources.
///
/// A line is page matter by a listed phrase (`boilerplate-phrases`) that it begins with or mostly consists of.
/// A line that is such a phrase and no more heads what follows it: at the end of the article all that is no prose
/// of another, earlier only list items.
func markBoilerplate(
  _ kinds: inout [BlockKind],
  of paragraphs: [Range<Int>],
  in bytes: UnsafeBufferPointer<UInt8>,
  lexicon: Lexicon
) {
  var judge = BoilerplateJudge(bytes: bytes, lexicon: lexicon)
  // Behind the last paragraph that is certainly the article's own, headed sections run to the end.
  let lastProse = judge.lastProse(paragraphs)
  var row = 0
  while row < paragraphs.count {
    let verdict = judge.verdict(on: paragraphs[row], isNearEnd: row + 6 >= paragraphs.count)
    guard verdict != .none else {
      row += 1
      continue
    }
    kinds[row] = .boilerplate
    row += 1
    guard verdict == .heads else { continue }
    while row < paragraphs.count {
      let isListItem = kinds[row] == .listItem
      guard isListItem || row > lastProse || judge.speaksOfPublisher(paragraphs[row]) else { break }
      kinds[row] = .boilerplate
      row += 1
    }
  }
}

/// Judges single paragraphs.
struct BoilerplateJudge {
  enum Verdict {
    case none
    case alone
    /// A heading whose section goes on.
    case heads
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let lexicon: Lexicon
  private var key: [UInt8] = []

  init(bytes: UnsafeBufferPointer<UInt8>, lexicon: Lexicon) {
    self.bytes = bytes
    self.lexicon = lexicon
  }

  /// The row of the last paragraph that is a text's prose: sentences that do not speak of "us" and "you".
  mutating func lastProse(_ paragraphs: [Range<Int>]) -> Int {
    for row in paragraphs.indices.reversed() {
      let paragraph = paragraphs[row]
      guard paragraph.count > 80, endsSentence(bytes, paragraph) else { continue }
      if !speaksOfPublisher(paragraph), verdict(on: paragraph, isNearEnd: true) == .none {
        return row
      }
      // An article that is all appeal is none; give up looking.
      if paragraphs.count - row > 40 { return row }
    }
    return -1
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
    guard !words.starts.isEmpty else { return .none }
    if isShort, isBareLink(words) { return .alone }
    var covered = 0
    var first: Int?
    var phrases = 0
    var token = 0
    var counted = 0
    while token < words.count {
      if words.kinds[token] == .punctuation || words.kinds[token] == .symbol {
        token += 1
        continue
      }
      counted += 1
      if let end = phraseEnd(token, words) {
        phrases += 1
        covered += end - token
        counted += end - token - 1
        if first == nil { first = counted - (end - token) }
        token = end
      } else {
        token += 1
      }
    }
    guard let first else { return .none }
    if isShort {
      if covered == counted, counted <= 8 { return .heads }
      if first == 0 {
        return counted <= 6 && !endsSentence(bytes, paragraph) && covered * 2 >= counted
          ? .heads : .alone
      }
      if covered * 10 >= counted * 4 || phrases > 1 || isNearEnd && covered >= 3 { return .alone }
      return .none
    }
    if first == 0 { return .alone }
    return phrases > 1 && speaksOfPublisher(paragraph) ? .alone : .none
  }

  /// Whether the first word begins a page-matter phrase, as far as one look-up tells.
  private mutating func beginsPhrase(_ paragraph: Range<Int>) -> Bool {
    var start = paragraph.lowerBound
    while start < paragraph.upperBound, start - paragraph.lowerBound < 4, bytes[start] < 0x80,
      !isASCIILetter(bytes[start])
    {
      start += 1
    }
    key.removeAll(keepingCapacity: true)
    while start < paragraph.upperBound, isASCIILetter(bytes[start]), key.count < 24 {
      key.append(bytes[start] | 0x20)
      start += 1
    }
    let classes = key.withUnsafeBufferPointer { lexicon.classes(of: $0) }
    return !classes.isDisjoint(with: [.boilerplatePhrases, .beginsPhrase])
      || bytes[paragraph.lowerBound] == 0xC2
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

  private func words(of range: Range<Int>) -> Tokens {
    var tokenizer = Tokenizer(bytes, lexicon: lexicon)
    tokenizer.scan(range)
    return tokenizer.tokens
  }

  /// Behind the longest page-matter phrase that begins at `token`.
  private mutating func phraseEnd(_ token: Int, _ tokens: Tokens) -> Int? {
    key.removeAll(keepingCapacity: true)
    var best: Int?
    var end = token
    while end < tokens.count {
      if end > token { key.append(32) }
      for offset in Int(tokens.starts[end])..<Int(tokens.ends[end]) {
        let byte = bytes[offset]
        key.append(isASCIIUpper(byte) ? byte | 0x20 : byte)
      }
      straightenApostrophe()
      let classes = key.withUnsafeBufferPointer { lexicon.classes(of: $0) }
      end += 1
      if classes.contains(.boilerplatePhrases) { best = end }
      if !classes.contains(.beginsPhrase) { break }
    }
    return best
  }

  /// Keys have straight apostrophes.
  private mutating func straightenApostrophe() {
    guard let mark = key.lastIndex(of: 0xE2), mark + 2 < key.count, key[mark + 1] == 0x80,
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

/// Where the image credit begins that ends a short line: `Image: Ana Ruiz.`, `(Photo by …)`.
func imageCredit(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Int? {
  guard line.count <= 400 else { return nil }
  var best: Int?
  var offset = line.lowerBound
  while offset < line.upperBound {
    let isWordStart = offset == line.lowerBound || !isASCIILetter(bytes[offset - 1])
    if isWordStart, isASCIIUpper(bytes[offset]), creditCue(bytes, offset, line.upperBound) {
      best = offset
      break
    }
    offset += 1
  }
  guard var best, line.upperBound - best <= 100 else { return nil }
  if best > line.lowerBound, bytes[best - 1] == 40 || bytes[best - 1] == 91 { best -= 1 }
  return best
}

/// Whether a word that announces an image's source stands at `offset`.
private func creditCue(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ end: Int) -> Bool {
  var word = offset
  while word < end, isASCIILetter(bytes[word]) { word += 1 }
  let range = offset..<word
  let isImage = ["image", "images", "photo", "photos", "photograph", "picture", "pictures"].contains
  {
    equals(bytes, range, $0)
  }
  if isImage || equals(bytes, range, "credit") {
    guard word + 1 < end else { return false }
    if bytes[word] == 58 { return true }
    guard isImage, bytes[word] == 32 else { return false }
    var next = word + 1
    while next < end, isASCIILetter(bytes[next]) { next += 1 }
    let second = word + 1..<next
    return equals(bytes, second, "by") || equals(bytes, second, "credit")
      || equals(bytes, second, "credits") || equals(bytes, second, "courtesy")
  }
  // AP Photo/…, REUTERS/…, AFP/…
  guard word < end, word > offset + 1 else { return false }
  if equals(bytes, range, "ap"), word + 7 < end {
    return equals(bytes, word + 1..<word + 7, "photo/")
  }
  return bytes[word] == 47 && (equals(bytes, range, "reuters") || equals(bytes, range, "afp"))
}
