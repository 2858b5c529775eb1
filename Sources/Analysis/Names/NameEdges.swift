internal import Prose
internal import Reference

/// The kinds of tokens to which the name model's transitions lead: a comma parts names, an "of" may join them.
///
/// - Returns: For each token a number below `NameWeights.edgeCount`.
func nameEdges(_ lexed: Lexed, isTitleCase: [Bool]) -> [UInt8] {
  (0..<lexed.count).map { token in
    if let edge = edgeWords[lexed.hashes[token]] { return edge }
    if lexed.has(token, .hasDigit) { return 18 }
    guard lexed.has(token, .capitalized) else { return lexed.isWord(token) ? 24 : 0 }
    if isTitleCase[token] { return 19 }
    if lexed.has(token, .allCapitals) { return 20 }
    let bytes = lexed.tokens.bytes(of: token)
    if bytes.count == 1 || bytes.count == 2 && lexed.keys[token].last == UInt8(ascii: ".") {
      return 21
    }
    return lexed.has(token, .startsSentence) ? 22 : 23
  }
}

private let edgeWords: WordTable<UInt8> = {
  let kinds: [[String]] = [
    [","], ["."], ["'s", "'"], ["of"], ["and"], ["the"], ["-", "–"], ["("], [")"], ["for"], ["in"],
    ["\"", "“", "”"], ["&"], ["/"], [":", ";"], ["to", "on", "at", "from", "with", "by"],
    ["al", "de", "van", "von", "der", "bin", "el", "la"],
  ]
  var edges = WordTable<UInt8>(capacity: 64, empty: 0)
  for (row, words) in kinds.enumerated() {
    for word in words { edges.update(wordHash(word.utf8)) { $0 = UInt8(row + 1) } }
  }
  return edges
}()
