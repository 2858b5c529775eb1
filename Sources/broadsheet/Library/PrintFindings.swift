internal import Library

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Opens the library for a command; where there is none yet, says so.
func openLibrary() throws(LibraryError) -> ArticleStore? {
  let path = try ArticleStore.defaultPath(environment)
  guard let store = try ArticleStore.existing(path: path) else {
    complain("there is no library yet (\(path)): it begins with the first article that is read.")
    return nil
  }
  return store
}

/// A text that is safe to print, on one line.
func printable(_ text: String) -> String {
  var line = ""
  for scalar in text.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: line.append(" ")
    case .format where scalar.value != 0x200D: continue
    default: line.unicodeScalars.append(scalar)
    }
  }
  return line
}

/// An article on a line: its number, day, title and site, and whether it is unread or marked.
func listLine(_ article: ListedArticle) -> String {
  var parts = [printable(article.title)]
  if let site = article.site, !site.isEmpty { parts.append(printable(site)) }
  if article.highlightCount > 0 {
    parts.append(article.highlightCount == 1 ? "1 mark" : "\(article.highlightCount) marks")
  }
  if !article.isRead { parts.append("unread") }
  return "\(article.id)  \(article.day)  \(parts.joined(separator: " · "))\n"
}

/// A hit on three lines: the article, where it is, the passage, whose matches stand out on a terminal.
func hitLines(_ hit: Hit, isColored: Bool) -> String {
  let snippet = hit.snippet.map { piece in
    let text = printable(piece.text)
    return piece.isMatch && isColored ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }
  return listLine(hit.article) + "    \(printable(hit.article.location))\n"
    + (snippet.isEmpty ? "" : "    \(snippet.joined())\n")
}

/// Whether standard output takes bold.
func showsStyle() -> Bool {
  isTerminal(1) && environment("NO_COLOR") == nil && environment("TERM") != "dumb"
}
