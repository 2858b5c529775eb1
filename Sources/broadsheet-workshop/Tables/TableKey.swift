internal import Analysis
internal import Foundation
internal import Prose

/// The form in which a table lists a word, a phrase or a name: its tokens in lower case, a space between two.
///
/// The analysis' own tokens make the key, so that it is found however the text is cut.
func tableKey(_ phrase: String) -> String {
  let text = SourceText(phrase)
  var blocks = Blocks()
  blocks.append(.paragraph, text.range)
  let tokens = tokenize(text, blocks, in: text.range, lexicon: nil)
  return (0..<tokens.count).map { folded(text.string(in: tokens.bytes(of: $0))) }
    .joined(separator: " ")
}

extension String {
  /// The starts of a key that end before a space: what a longer phrase begins with.
  var phrasePrefixes: [String] {
    indices.filter { self[$0] == " " }.map { String(self[..<$0]) }
  }
}

extension String {
  /// The same letters without accents, as those write who have none: "wałęsa" gives "walesa".
  var withoutAccents: String {
    decomposedStringWithCanonicalMapping.unicodeScalars.reduce(into: "") { plain, scalar in
      guard scalar.properties.generalCategory != .nonspacingMark else { return }
      plain += plainLetters[scalar] ?? String(scalar)
    }
  }
}

/// Letters of Latin alphabets that are no letter with an accent.
private let plainLetters: [Unicode.Scalar: String] = [
  "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i",
  "ħ": "h", "ŋ": "ng",
]
