public import Prose

/// What is marked in articles, as Markdown: a quotation each, its note below it.
public func annotationsMarkdown(_ articles: [AnnotatedArticle]) -> [UInt8] {
  var text = ""
  for article in articles {
    if !text.isEmpty { text += "\n" }
    text += "# \(escaped(article.title))\n\n"
    let source = [article.site, article.location, article.published.map { String($0.prefix(10)) }]
    text += source.compactMap { $0 }.map(escaped).joined(separator: " · ") + "\n"
    if !article.tags.isEmpty {
      text += "\nTags: " + article.tags.map(escaped).joined(separator: ", ") + "\n"
    }
    for annotation in article.annotations {
      text += "\n> \(escaped(annotation.quote))\n>\n> — \(escaped(annotation.color))"
      text += annotation.isOrphaned ? ", no longer in the text\n" : "\n"
      guard !annotation.note.isEmpty else { continue }
      let lines = annotation.note.split(separator: "\n", omittingEmptySubsequences: false)
      text += "\n" + lines.map { escaped(String($0)) }.joined(separator: "  \n") + "\n"
    }
    guard !article.corrections.isEmpty else { continue }
    text += "\n## Corrections (by: person)\n\n"
    for correction in article.corrections {
      let edit = correction.edit
      let passages = edit.passages.map { "“\($0.quote)”" }.joined(separator: ", ")
      let parts = [edit.subject?.name, edit.object?.name, edit.value, passages]
      let words = parts.compactMap { $0 }.filter { !$0.isEmpty }.map(escaped)
      text += "- \(edit.action.rawValue): \(words.joined(separator: " · "))\n"
    }
  }
  return Array(text.utf8)
}

/// A text on one line, with the signs that Markdown would take for its own made harmless.
private func escaped(_ text: String) -> String {
  let line = cleanLine(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  var result = ""
  for (place, character) in line.enumerated() {
    if "\\`*_[]<>#|~".contains(character) || place == 0 && "-+=".contains(character) {
      result.append("\\")
    }
    result.append(character)
  }
  return result
}
