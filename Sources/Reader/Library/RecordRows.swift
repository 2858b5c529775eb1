import Prose
import Screen

/// Rows of each kind that a card shows of other articles; `L` finds the rest.
private let mostOfEach = 8

/// What the library has of somebody or something in other articles, below what the open one has.
func writeRecord(_ state: ReaderState, _ subject: LibrarySubject, into writer: inout SheetWriter) {
  guard let record = state.library.record(subject), record.articleCount > 0 else { return }
  writer.section("IN OTHER ARTICLES", record.articleCount)
  for article in record.articles.prefix(mostOfEach) {
    writer.add(
      SheetRow(
        [day(article), SheetRow.Piece(text: onOneLine(article.title), face: .text)],
        note: article.detail
      ),
      to: .elsewhere(article, nil)
    )
  }
  if record.articleCount > mostOfEach {
    let left = record.articleCount - min(mostOfEach, record.articles.count)
    let words = "and \(left) more: L \(query(subject)) finds them"
    writer.add(SheetRow([SheetRow.Piece(text: words, face: .paneDetail)], indent: dayColumns))
  }
  if !record.quotations.isEmpty {
    writer.section("SAID ELSEWHERE")
    for quotation in record.quotations.prefix(mostOfEach) {
      writer.paragraph(
        quotation.said.quote,
        face: .quotation,
        lead: [day(quotation.article)],
        to: .elsewhere(quotation.article, quotation.said)
      )
    }
  }
  guard !record.positions.isEmpty else { return }
  writer.section("STOOD ELSEWHERE")
  for position in record.positions.prefix(mostOfEach) { write(position, subject, into: &writer) }
}

private func write(
  _ position: LibraryRecord.Position,
  _ subject: LibrarySubject,
  into writer: inout SheetWriter
) {
  let sign = position.stance.sign
  let stance = position.stance == .unspecified ? "side not told" : position.stance.rawValue
  let face: Face = if case .actor = subject { .issue } else { .actor }
  let evidence = position.evidence.first.map { TextAnchor(quote: $0, start: 0, end: 0) }
  writer.add(
    SheetRow(
      [
        day(position.article), SheetRow.Piece(text: "\(sign.symbol) ", face: Face(sign)),
        SheetRow.Piece(text: onOneLine(position.name), face: face),
      ],
      note: position.isCorrected ? "\(stance) · \(correctionSign)" : stance
    ),
    to: .elsewhere(position.article, evidence)
  )
  guard let evidence else { return }
  writer.paragraph(evidence.quote, face: .paneDetail, indent: dayColumns, most: 2)
}

private let dayColumns = 13

private func day(_ article: LibraryArticle) -> SheetRow.Piece {
  SheetRow.Piece(text: padded(dayWords(article.day), dayColumns), face: .paneCount)
}

private func query(_ subject: LibrarySubject) -> String {
  switch subject {
  case .actor(let name): "actor:\"\(name)\""
  case .issue(let label): "issue:\"\(label)\""
  }
}

extension ReaderState {
  /// What a card is called in the library; nil for one that the library has no record of.
  func librarySubject(_ kind: Sheet.Kind) -> LibrarySubject? {
    guard case .card(let subject) = kind, let document = article?.findings?.document else {
      return nil
    }
    switch subject {
    case .actor(let id) where id.index < document.actors.count:
      return .actor(document.allActors[id.index].name)
    case .issue(let id) where id.index < document.issues.count:
      return .issue(document.allIssues[id.index].label)
    default: return nil
    }
  }

  /// Asks for what a card needs of the library, unless it has come already.
  func askForRecord(_ kind: Sheet.Kind) -> [Effect] {
    guard let row = article?.row, let subject = librarySubject(kind),
      library.record(subject) == nil
    else { return [] }
    return [.loadRecord(row: row, subject)]
  }
}

/// Takes in what the library has of somebody or something.
func tookRecord(
  _ state: inout ReaderState,
  _ row: Int,
  _ subject: LibrarySubject,
  _ record: LibraryRecord
) {
  guard state.article?.row == row else { return }
  state.library.records.removeAll { $0.subject == subject }
  state.library.records.append((subject, record))
}
