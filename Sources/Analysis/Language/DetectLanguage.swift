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
  /// For each language the words seen with a letter that few but it have.
  private var letters = [Int](repeating: 0, count: functionWordsByLanguage.count)
  /// Words with a letter that English words have only if they are borrowed.
  private var foreignWords = 0
  private var persianWords = 0
  private var urduWords = 0

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
    count(FunctionWords.languages(of: hash), in: \.hits)
  }

  private mutating func addWide(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let word = folded(String(decoding: bytes[range], as: UTF8.self))
    guard let first = word.unicodeScalars.first, first.properties.isAlphabetic else { return }
    words += 1
    scripts[Script(of: first).rawValue] += 1
    count(FunctionWords.languages(of: wordHash(word.utf8)), in: \.hits)
    var known: UInt64 = 0
    var isForeign = false
    var isPersian = false
    var isUrdu = false
    for scalar in word.unicodeScalars {
      let value = scalar.value
      if (0xC0...0x24F).contains(value) || (0x1EA0...0x1EF9).contains(value) { isForeign = true }
      if [0x67E, 0x686, 0x698, 0x6AF, 0x6A9, 0x6CC].contains(value) { isPersian = true }
      if [0x679, 0x688, 0x691, 0x6BA, 0x6D2, 0x6C1].contains(value) { isUrdu = true }
      known |= FunctionWords.letters[value] ?? 0
    }
    if isForeign { foreignWords += 1 }
    if isPersian { persianWords += 1 }
    if isUrdu { urduWords += 1 }
    count(known, in: \.letters)
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
    case .cyrillic: return best(from: FunctionWords.firstCyrillic, to: hits.count) ?? "und"
    case .arabic:
      if urduWords * 5 > words { return "ur" }
      return persianWords * 5 > words ? "fa" : "ar"
    case .han: return count(of: .kana) * 10 > count(of: .han) ? "ja" : "zh"
    default: return script.onlyLanguage ?? "und"
    }
  }

  private func count(of script: Script) -> Int { scripts[script.rawValue] }

  private var latin: String {
    let english = hits[0]
    let other = best(from: 1, to: FunctionWords.firstCyrillic)
    let most = hits[1..<FunctionWords.firstCyrillic].max() ?? 0
    if let other, most > english, most * 12 >= words, most >= 2 || words <= 4 && foreignWords > 0 {
      return other
    }
    if english == 0, foreignWords * 5 >= words, foreignWords > 1 { return "und" }
    // A text of some length has function words of its language; a list of names and scores has none at all.
    if words >= 40, english * 20 < words, most >= max(english, 2) { return "und" }
    return "en"
  }

  /// The language with the most function words; their letters decide between those that share most of them.
  private func best(from first: Int, to end: Int) -> String? {
    let row = (first..<end).max { score($0) < score($1) }
    guard let row, hits[row] > 0 else { return nil }
    return functionWordsByLanguage[row].tag
  }

  private func score(_ row: Int) -> Int { hits[row] > 0 ? hits[row] * 2 + letters[row] : 0 }
}
