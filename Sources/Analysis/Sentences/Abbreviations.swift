internal import Prose
internal import Reference

// Abbreviations at the end of a sentence.
extension Segmenter {
  mutating func classes(_ token: Int) -> WordClasses {
    key.removeAll(keepingCapacity: true)
    for offset in Int(tokens.starts[token])..<Int(tokens.ends[token]) {
      let byte = bytes[offset]
      key.append(isASCIIUpper(byte) ? byte | 0x20 : byte)
    }
    return key.withUnsafeBufferPointer { lexicon.classes(of: $0) }
  }

  /// Whether a sentence ends at an abbreviation before the capitalized `word`.
  mutating func abbreviationEnds(_ token: Int, before word: Int) -> Bool {
    let own = classes(token)
    // A street's ends a sentence, a saint's does not.
    if length(token) == 3, token > start, key.elementsEqual("st.".utf8) {
      return !classes(word).isDisjoint(with: [.functionWords, .pronouns])
    }
    if !own.isDisjoint(with: [.honorifics, .roleNouns]) { return false }
    let abbreviation = String(decoding: key, as: UTF8.self)
    if Self.beforeNames.contains(abbreviation) { return false }
    let next = classes(word)
    if abbreviation == "a.m." || abbreviation == "p.m." {
      let isZone = length(word) <= 4 && isASCIIUpper(last(word))
      return next.isDisjoint(with: [.weekdays, .months]) && !isZone
    }
    if abbreviation == "etc." { return true }
    return !next.isDisjoint(with: [.functionWords, .pronouns, .numberWords])
  }

  /// Abbreviations that a name, a number or an example follows.
  private static let beforeNames: Set<String> = [
    "ste.", "mt.", "ft.", "no.", "nos.", "vs.", "v.", "e.g.", "i.e.", "cf.", "p.", "pp.", "fig.",
    "vol.", "approx.", "ca.", "c.", "viz.", "a.k.a.", "incl.", "atty.", "rs.",
  ]
}
