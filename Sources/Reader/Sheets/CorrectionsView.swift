import Prose
import Screen

/// What the reader has corrected, in the order it was made; what found nothing to change stands there too.
func correctionsContent(_ article: OpenArticle, columns: Int) -> SheetContent {
  var writer = SheetWriter(
    columns: columns,
    title: "CORRECTIONS",
    note: "x take back   Enter go there"
  )
  for made in article.highlights.edits {
    guard let number = made.number else { continue }
    let isLost = article.orphans.contains(number)
    let first = writer.content.rows.count
    writer.paragraph(
      words(of: made.edit),
      face: isLost ? .boilerplate : .text,
      lead: [SheetRow.Piece(text: "\(correctionSign) ", face: .paneDetail)]
    )
    if isLost {
      writer.add(
        SheetRow(
          [SheetRow.Piece(text: "finds nothing in the text as it is now", face: .paneDetail)],
          indent: 2
        )
      )
    }
    writer.spot(first..<writer.content.rows.count, .edit(number))
  }
  return writer.content
}

/// An edit in a line of words.
func words(of edit: Edit) -> String {
  let subject = edit.subject?.name ?? ""
  let object = edit.object?.name ?? ""
  let passage = edit.passages.map { "“\(onOneLine($0.quote))”" }.joined(separator: ", ")
  let value = edit.value.split(separator: "\n").joined(separator: "; ")
  return switch edit.action {
  case .merge: "\(subject) is \(object)"
  case .split: "\(passage) is not \(subject)"
  case .rename: "\(subject) is called \(value)"
  case .kind: "\(subject) is of the kind \(value)"
  case .roles: "\(subject) is \(value.isEmpty ? "without a role" : value)"
  case .toPlace: "\(subject) is a place: \(value)"
  case .toActor: "\(subject) acts: \(value)"
  case .delete: "\(subject) is no \(edit.subject?.kind.rawValue ?? "finding")"
  case .add: "\(passage) is a \(value)"
  case .addMention: "\(passage) means \(subject)"
  case .dropMention: "\(passage) means nobody"
  case .addIssue: "an issue is \(value.isEmpty ? passage : value)"
  case .position: "\(object) \(value): \(subject)"
  case .dropPosition: "\(object) has no part in \(subject)"
  case .addEvidence: "\(passage) shows where \(object) stands on \(subject)"
  case .dropEvidence: "\(passage) does not show where \(object) stands on \(subject)"
  }
}
