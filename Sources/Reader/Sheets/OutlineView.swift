import Prose
import Screen

/// The article at a glance: its headline and headings, and of each paragraph how it begins.
func outlineContent(_ article: OpenArticle, columns: Int) -> SheetContent {
  let document = article.document
  let blocks = document.blocks
  var writer = SheetWriter(
    columns: columns,
    title: "OUTLINE",
    note: blocks.count == 1 ? "1 paragraph" : "\(blocks.count) paragraphs"
  )
  let digits = Screen.columns(of: String(blocks.count))
  let shown = outlineRows(article)
  var isBelowHeading = false
  for row in shown {
    let kind = blocks.kinds[row]
    let range = blocks.range(row)
    let isHeading = kind == .headline || kind == .heading
    if isHeading, row > 0 { writer.blank() }
    let number = String(row + 1)
    let text = onOneLine(document.text.string(in: range.prefix(bytes: 600)))
    var pieces = [
      SheetRow.Piece(
        text: String(repeating: " ", count: digits - number.count) + number + "  ",
        face: .paneCount
      ),
      SheetRow.Piece(text: isBelowHeading && !isHeading ? "  " : "", face: .text),
    ]
    if let sign = sign(in: range, article) {
      pieces.append(SheetRow.Piece(text: "\(sign.rawValue) ", face: Face(sign)))
    }
    pieces.append(SheetRow.Piece(text: text, face: Face(kind)))
    writer.add(SheetRow(pieces), to: .text(range, isPassage: true))
    if kind == .heading { isBelowHeading = true }
  }
  return writer.content
}

/// The blocks that are listed: all of them, of a book the headings or as many as can be looked over.
private func outlineRows(_ article: OpenArticle) -> [Int] {
  let blocks = article.document.blocks
  let most = 5000
  guard blocks.count > most else { return Array(0..<blocks.count) }
  let headings = (0..<blocks.count).filter {
    blocks.kinds[$0] == .heading || blocks.kinds[$0] == .headline
  }
  if headings.count > 1 { return Array(headings.prefix(most)) }
  return Array(stride(from: 0, to: blocks.count, by: blocks.count / most + 1))
}

/// The sign of the evidence that begins in a block.
private func sign(in range: Range<UInt32>, _ article: OpenArticle) -> GutterSign? {
  guard let signs = article.findings?.signs else { return nil }
  var index = signs.partitioningIndex { $0.sentence.lowerBound >= range.lowerBound }
  var found: GutterSign?
  while index < signs.count, signs[index].sentence.lowerBound < range.upperBound {
    if let here = signs[index].sign(for: nil) {
      found = found == nil || found == here ? here : .both
    }
    index += 1
  }
  return found
}
