/// The pieces of a query as it is typed.
struct QueryTerms {
  struct Term: Equatable {
    var field: String?
    var value = ""
    var isQuoted = false
    var isNegated = false
    /// Whether what it begins is asked for, however it ends.
    var isPrefix = false
    /// How many words may stand between those of the value; nil where they make a phrase.
    var distance: Int?

    /// What is a beginning, where anything is.
    var lastWord: Substring {
      value.split { !$0.isLetter && !$0.isNumber }.last ?? ""
    }

    /// The term in FTS5's language; nil where it has no letter or digit to look for.
    var expression: String? {
      guard value.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
      if let distance {
        let words = value.split(whereSeparator: \.isWhitespace)
          .filter { $0.contains { $0.isLetter || $0.isNumber } }
        return "NEAR(" + words.map { quoted(String($0)) }.joined(separator: " ") + ", \(distance))"
      }
      return quoted(value) + (isPrefix ? " *" : "")
    }

    private func quoted(_ text: String) -> String {
      // FTS5 reads a text up to its first zero.
      "\""
        + text.filter { $0 != "\0" }.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\""
    }
  }

  private static let quotationMarks: Set<Character> = ["\"", "“", "”", "„"]
  private static let mostDistance = 1000

  private var rest: Substring

  init(_ text: String) {
    rest = text[...]
  }

  mutating func next() -> Term? {
    rest = rest.drop(while: \.isWhitespace)
    guard let first = rest.first else { return nil }
    var term = Term()
    if first == "-" || first == "−", rest.dropFirst().first.map({ !$0.isWhitespace }) ?? false {
      term.isNegated = true
      rest.removeFirst()
    }
    if let near = takeNear() {
      term.value = near.words
      term.distance = near.distance
      return term
    }
    let name = rest.prefix { $0.isLetter && $0.isASCII }
    if !name.isEmpty, rest.dropFirst(name.count).first == ":",
      rest.dropFirst(name.count + 1).first.map({ !$0.isWhitespace }) ?? false
    {
      term.field = name.lowercased()
      rest = rest.dropFirst(name.count + 1)
    }
    if let mark = rest.first, Self.quotationMarks.contains(mark) {
      rest.removeFirst()
      term.isQuoted = true
      term.value = String(rest.prefix { !Self.quotationMarks.contains($0) })
      rest = rest.dropFirst(term.value.count + 1)
    } else {
      term.value = String(rest.prefix { !$0.isWhitespace && !Self.quotationMarks.contains($0) })
      rest = rest.dropFirst(term.value.count)
    }
    if rest.first == "*" {
      rest.removeFirst()
      term.isPrefix = true
    } else if !term.isQuoted, term.value.last == "*" {
      term.value.removeLast()
      term.isPrefix = true
    }
    return term
  }

  /// `NEAR(words, distance)`.
  private mutating func takeNear() -> (words: String, distance: Int)? {
    guard rest.hasPrefix("NEAR("), let end = rest.firstIndex(of: ")") else { return nil }
    let inside = rest[rest.index(rest.startIndex, offsetBy: 5)..<end]
    rest = rest[rest.index(after: end)...]
    let parts = inside.split(separator: ",", maxSplits: 1)
    let words = parts.first.map(String.init) ?? ""
    let number = parts.count > 1 ? Int(parts[1].filter { !$0.isWhitespace }) : nil
    return (words, min(max(0, number ?? 10), Self.mostDistance))
  }
}
