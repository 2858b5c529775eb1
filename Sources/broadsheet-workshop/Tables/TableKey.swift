internal import Analysis
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
