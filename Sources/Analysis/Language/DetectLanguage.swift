public import Prose

/// The BCP 47 tag of the language that most of the text is in.
///
/// A script that one language writes tells it; otherwise the language wins whose function words are the most, and of
/// neighbors (Czech and Slovak) the one whose letters the text has. A text that shows no other language is English, so
/// that a headline alone is read; `und` is a text without words, in a script of several languages without their
/// words, or full of letters that English does not have. The cost does not grow with the text: 800 words of it are
/// looked at.
/// - Parameters:
///   - tokens: Those of `blocks`.
///   - blocks: Boilerplate among them is left out.
///   - text: The article.
/// - Returns: A tag of two letters, or `und`.
public func detectLanguage(_ tokens: Tokens, _ blocks: Blocks, in text: SourceText) -> String {
  text.withBytes { bytes in
    var sample = LanguageSample()
    var seen = 0
    var block = blocks.block(at: tokens.starts.first ?? 0) ?? 0
    let step = max(1, tokens.count / 1600)
    for token in stride(from: 0, to: tokens.count, by: step) where tokens.kinds[token] == .word {
      let start = tokens.starts[token]
      while block < blocks.count, blocks.ends[block] <= start { block += 1 }
      if block < blocks.count, blocks.kinds[block] == .boilerplate { continue }
      sample.add(bytes, Int(start)..<Int(tokens.ends[token]))
      seen += 1
      if seen == 800 { break }
    }
    return sample.language
  }
}

/// What a sample of words shows of its language.
private struct LanguageSample {
  private var words = 0
  private var scripts = [Int](repeating: 0, count: Script.allCases.count)
  /// For each language the words seen that are function words of it.
  private var hits = [Int](repeating: 0, count: functionWordsByLanguage.count)
  /// Of these, those that may as well stand in a name.
  private var particles = [Int](repeating: 0, count: functionWordsByLanguage.count)
  /// For each language the words seen with a letter that few but it have.
  private var letters = [Int](repeating: 0, count: functionWordsByLanguage.count)
  /// Words in lower case with a letter that English words have only if they are borrowed.
  private var foreignWords = 0

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var hash = wordHashStart
    for offset in range {
      let byte = bytes[offset]
      guard byte < 0x80 else { return addWide(bytes, range) }
      hash = wordHash(hash, isASCIIUpper(byte) ? byte | 0x20 : byte)
    }
    guard isASCIILetter(bytes[range.lowerBound]) else { return }
    words += 1
    scripts[Script.latin.rawValue] += 1
    addFunctionWord(hash, isCapitalized: isASCIIUpper(bytes[range.lowerBound]))
  }

  private mutating func addWide(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let word = folded(String(decoding: bytes[range], as: UTF8.self))
    guard let first = word.unicodeScalars.first, first.properties.isAlphabetic else { return }
    let isCapitalized = isUpper(bytes, at: range.lowerBound, end: range.upperBound)
    words += 1
    scripts[Script(of: first).rawValue] += 1
    addFunctionWord(wordHash(word.utf8), isCapitalized: isCapitalized)
    var known: UInt64 = 0
    var isForeign = false
    for scalar in word.unicodeScalars {
      let value = scalar.value
      if (0xC0...0x24F).contains(value) || (0x1EA0...0x1EF9).contains(value) { isForeign = true }
      known |= FunctionWords.letters[value] ?? 0
    }
    if isForeign, !isCapitalized { foreignWords += 1 }
    count(known, in: \.letters)
  }

  /// Counts a function word; one with a capital, as in "Los Angeles", only for English.
  private mutating func addFunctionWord(_ hash: UInt64, isCapitalized: Bool) {
    let languages = FunctionWords.languages(of: hash)
    let counted = isCapitalized ? languages & 1 : languages
    guard counted != 0 else { return }
    count(counted, in: \.hits)
    if FunctionWords.particles.contains(hash) { count(counted, in: \.particles) }
  }

  private mutating func count(_ languages: UInt64, in column: WritableKeyPath<Self, [Int]>) {
    var rest = languages
    while rest != 0 {
      self[keyPath: column][rest.trailingZeroBitCount] += 1
      rest &= rest - 1
    }
  }

  var language: String {
    guard words > 0, let script = Script.allCases.max(by: { count(of: $0) < count(of: $1) }) else {
      return "und"
    }
    switch script {
    case .latin: return latin
    case .cyrillic: return best(of: FunctionWords.cyrillic).map(tag) ?? "und"
    case .arabic: return best(of: FunctionWords.arabic).map(tag) ?? "ar"
    case .devanagari: return best(of: FunctionWords.devanagari).map(tag) ?? "hi"
    case .han: return count(of: .kana) * 10 > count(of: .han) ? "ja" : "zh"
    default: return script.onlyLanguage ?? "und"
    }
  }

  private func count(of script: Script) -> Int { scripts[script.rawValue] }

  private var latin: String {
    let english = hits[0]
    if let other = best(of: FunctionWords.latin), isCertain(other) { return tag(other) }
    if english == 0, foreignWords * 5 >= words, foreignWords > 1 { return "und" }
    // A text of some length has function words of its language; a list of names and scores has none at all.
    let most = FunctionWords.latin.lazy.map { hits[$0] }.max() ?? 0
    if words >= 40, english * 20 < words, most >= max(english, 2) { return "und" }
    return "en"
  }

  /// Whether a language has more function words in the text than English, enough of them, and not in names alone.
  private func isCertain(_ row: Int) -> Bool {
    let found = hits[row]
    guard found > hits[0], found * 12 >= words, found > particles[row] || found > 4 else {
      return false
    }
    if found >= 2 { return true }
    return hits[0] == 0 && (letters[row] > 0 || words <= 4 && foreignWords > 0)
  }

  /// The language with the most function words; their letters decide between those that share most of them.
  private func best(of rows: Range<Int>) -> Int? {
    guard let row = rows.max(by: { score($0) < score($1) }), score(row) > 0 else { return nil }
    return row
  }

  private func score(_ row: Int) -> Int {
    // In Latin script letters alone are borrowed with names; elsewhere they tell.
    if hits[row] == 0, FunctionWords.latin.contains(row) { return 0 }
    return hits[row] * 2 + letters[row]
  }

  private func tag(_ row: Int) -> String { functionWordsByLanguage[row].tag }
}
