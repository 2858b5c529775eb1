public import Prose

/// The BCP 47 tag of the language that most of the text is in.
///
/// A script that one language writes tells it; otherwise the language wins whose function words are the most.
/// A text that shows no other language is English, so that a headline alone is read; `und` is a text without
/// words, in a script of several languages without their words, or full of letters that English does not have.
/// The cost does not grow with the text: 800 words of it are looked at.
/// - Parameters:
///   - tokens: Those of `blocks`.
///   - blocks: Boilerplate among them is left out.
///   - text: The article.
/// - Returns: A tag of two letters, or `und`.
public func detectLanguage(_ tokens: Tokens, _ blocks: Blocks, in text: SourceText) -> String {
  var sample = LanguageSample()
  var seen = 0
  let step = max(1, tokens.count / 2000)
  for token in stride(from: 0, to: tokens.count, by: step) where tokens.kinds[token] == .word {
    if let block = blocks.block(at: tokens.starts[token]), blocks.kinds[block] == .boilerplate {
      continue
    }
    sample.add(text.string(in: tokens.bytes(of: token)).lowercased())
    seen += 1
    if seen == 800 { break }
  }
  return sample.language
}

/// What a sample of words shows of its language.
private struct LanguageSample {
  private enum Script: Hashable {
    case latin, cyrillic, greek, arabic, hebrew, devanagari, hangul, kana, han, thai, other
  }

  private var words = 0
  private var scripts: [Script: Int] = [:]
  /// For each language the words seen that are function words of it.
  private var hits = [Int](repeating: 0, count: functionWordsByLanguage.count)
  /// Words with a letter that English words have only if they are borrowed.
  private var foreignWords = 0
  private var persianWords = 0

  mutating func add(_ word: String) {
    guard let first = word.unicodeScalars.first, first.properties.isAlphabetic else { return }
    words += 1
    scripts[Self.script(of: first), default: 0] += 1
    for language in Self.languages[word] ?? [] { hits[Int(language)] += 1 }
    if word.unicodeScalars.contains(where: {
      (0xC0...0x24F).contains($0.value) || (0x1EA0...0x1EF9).contains($0.value)
    }) {
      foreignWords += 1
    }
    if word.unicodeScalars.contains(where: {
      [0x67E, 0x686, 0x698, 0x6AF, 0x6A9, 0x6CC].contains($0.value)
    }) {
      persianWords += 1
    }
  }

  var language: String {
    guard
      let script = scripts.max(by: {
        $0.value < $1.value || $0.value == $1.value && $1.key == .latin
      })?.key
    else { return "und" }
    switch script {
    case .greek: return "el"
    case .hebrew: return "he"
    case .devanagari: return "hi"
    case .hangul: return "ko"
    case .thai: return "th"
    case .kana: return "ja"
    case .han: return (scripts[.kana] ?? 0) * 10 > (scripts[.han] ?? 0) ? "ja" : "zh"
    case .arabic: return persianWords * 5 > words ? "fa" : "ar"
    case .cyrillic: return best(from: Self.firstCyrillic, to: hits.count) ?? "und"
    case .latin: return latin
    case .other: return "und"
    }
  }

  private var latin: String {
    let english = hits[0]
    let other = best(from: 1, to: Self.firstCyrillic)
    let most = hits[1..<Self.firstCyrillic].max() ?? 0
    if let other, most > english, most * 12 >= words, most >= 2 || words <= 4 && foreignWords > 0 {
      return other
    }
    if english == 0, foreignWords * 5 >= words, foreignWords > 1 { return "und" }
    // A text of some length has function words of its language; a list of names and scores has none at all.
    if words >= 40, english * 20 < words, most >= max(english, 2) { return "und" }
    return "en"
  }

  private func best(from first: Int, to end: Int) -> String? {
    guard let row = (first..<end).max(by: { hits[$0] < hits[$1] }), hits[row] > 0 else {
      return nil
    }
    return functionWordsByLanguage[row].tag
  }

  private static func script(of scalar: Unicode.Scalar) -> Script {
    switch scalar.value {
    case 0x41...0x24F, 0x1E00...0x1EFF: .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
    case 0x400...0x52F: .cyrillic
    case 0x590...0x5FF: .hebrew
    case 0x600...0x6FF, 0x750...0x77F: .arabic
    case 0x900...0x97F: .devanagari
    case 0xE00...0xE7F: .thai
    case 0x1100...0x11FF, 0xAC00...0xD7A3: .hangul
    case 0x3041...0x30FF: .kana
    case 0x3400...0x9FFF, 0x20000...0x3FFFF: .han
    default: .other
    }
  }

  /// The rows of the languages that have the word as a function word.
  private static let languages: [String: [UInt8]] = {
    var languages: [String: [UInt8]] = [:]
    for (row, language) in functionWordsByLanguage.enumerated() {
      for word in language.words.split(separator: " ") {
        languages[String(word), default: []].append(UInt8(row))
      }
    }
    return languages
  }()

  private static let firstCyrillic = functionWordsByLanguage.firstIndex { $0.tag == "ru" } ?? 0
}
