import Prose
import Screen

/// What the reader has marked, in text order, with the notes.
func highlightsContent(_ article: OpenArticle, columns: Int) -> SheetContent {
  let all = article.highlights.all
  var writer = SheetWriter(
    columns: columns,
    title: "HIGHLIGHTS",
    note: "x delete   3a color   A note"
  )
  for highlight in all {
    writer.blank()
    let first = writer.content.rows.count
    let face = Face(highlight.color)
    writer.paragraph(
      highlight.quote,
      face: highlight.isLost ? .boilerplate : .text,
      lead: [
        SheetRow.Piece(text: padded(" \(highlight.color.name) ", 8), face: face),
        SheetRow.Piece(text: "  ", face: .text),
      ],
      most: 4
    )
    if highlight.isLost {
      writer.add(
        SheetRow([SheetRow.Piece(text: "no longer in the text", face: .paneDetail)], indent: 10)
      )
    }
    if !highlight.note.isEmpty {
      for line in highlight.note.split(separator: "\n", omittingEmptySubsequences: false) {
        writer.paragraph(
          String(line),
          face: .paneDetail,
          lead: [SheetRow.Piece(text: "✎ ", face: .paneDetail)],
          indent: 10,
          most: 6
        )
      }
    }
    writer.spot(first..<writer.content.rows.count, .highlight(highlight.number))
  }
  return writer.content
}

extension Face {
  init(_ color: Highlight.Color) {
    self =
      switch color {
      case .yellow: .mark
      case .green: .markGreen
      case .blue: .markBlue
      case .rose: .markRose
      case .violet: .markViolet
      }
  }
}

/// The highlights of an article as Markdown: a quotation each, its note below it.
func highlightsMarkdown(_ article: OpenArticle) -> String {
  var text = "# \(escaped(article.title))\n\n"
  var source = [article.article.location]
  if let site = article.article.site, !site.isEmpty { source.insert(onOneLine(site), at: 0) }
  if let date = article.article.published { source.append(String(date.prefix(10))) }
  text += source.map(escaped).joined(separator: " · ") + "\n"
  for highlight in article.highlights.all {
    let words = onOneLine(highlight.quote)
    text += "\n> \(escaped(words))\n>\n> — \(highlight.color.name)"
    let block = article.document.blocks.block(at: highlight.range.lowerBound).map { $0 + 1 }
    if highlight.isLost {
      text += ", no longer in the text"
    } else if let block {
      text += ", paragraph \(block)"
    }
    text += "\n"
    if !highlight.note.isEmpty {
      let lines = highlight.note.split(separator: "\n", omittingEmptySubsequences: false)
      text += "\n" + lines.map { escaped(String($0)) }.joined(separator: "  \n") + "\n"
    }
  }
  return text
}

/// A text with the signs that Markdown would take for its own made harmless.
private func escaped(_ text: String) -> String {
  var result = ""
  for (index, character) in text.enumerated() {
    let isSign = "\\`*_[]<>#|~".contains(character)
    let opensList = index == 0 && "-+=".contains(character)
    if isSign || opensList { result.append("\\") }
    // Control signs have no business in a file of notes.
    if character.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) {
      result.append(character)
    }
  }
  return result
}
