internal import Prose

/// One of the package's own articles with what it disputes.
struct DisputedArticle: Equatable {
  struct Party: Equatable {
    let stance: String
    let actor: String
  }

  struct Matter: Equatable {
    /// Wordings that name it, the best first.
    let labels: [String]
    let isMain: Bool
    var parties: [Party]
  }

  let name: String
  let text: String
  var matters: [Matter]
}

/// Reads articles of the form `=== name`, headline and paragraphs a line each, `---`, and the matters: a line
/// `main | label; other label` with a line `  stance Actor` for each party.
///
/// - Throws: `SourceError.malformed` for a line in the wrong place.
func readDisputedArticles(_ contents: String, file: String) throws -> [DisputedArticle] {
  var articles: [DisputedArticle] = []
  var name: String?
  var paragraphs: [String] = []
  var inNotes = false
  for (row, line) in contents.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
  {
    if line.hasPrefix("=== ") {
      name = String(line.dropFirst(4))
      paragraphs = []
      inNotes = false
    } else if line == "---", let name {
      inNotes = true
      articles.append(
        DisputedArticle(name: name, text: paragraphs.joined(separator: "\n\n"), matters: [])
      )
    } else if line.isEmpty {
      continue
    } else if !inNotes, name != nil {
      paragraphs.append(String(line))
    } else if !articles.isEmpty, articles[articles.count - 1].note(line) {
      continue
    } else {
      throw SourceError.malformed(
        file: file,
        line: row + 1,
        expected: "\"main | label\" or \"  stance Actor\""
      )
    }
  }
  return articles
}

extension DisputedArticle {
  /// Takes in a line below `---`; false where it is none of the two.
  fileprivate mutating func note(_ line: Substring) -> Bool {
    if line.hasPrefix("  ") {
      let words = line.split(separator: " ", maxSplits: 1)
      guard words.count == 2, !matters.isEmpty, Stance(rawValue: String(words[0])) != nil else {
        return false
      }
      matters[matters.count - 1].parties.append(
        Party(stance: String(words[0]), actor: String(words[1]))
      )
      return true
    }
    let halves = line.split(separator: "|", maxSplits: 1)
    guard halves.count == 2 else { return false }
    let labels = halves[1].split(separator: ";").map { $0.trimmed }
    matters.append(Matter(labels: labels, isMain: halves[0].trimmed == "main", parties: []))
    return true
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
