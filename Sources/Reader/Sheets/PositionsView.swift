import Prose
import Screen

/// The matrix of actors by issues; each cell leads to its evidence.
func positionsContent(_ findings: Findings, columns: Int) -> SheetContent {
  let document = findings.document
  let issues = document.allIssues
  var parties: [ID<NewsActor>] = []
  for actor in document.positions.actors where !parties.contains(actor) { parties.append(actor) }
  parties.sort()
  var writer = SheetWriter(
    columns: columns,
    title: "POSITIONS",
    note: "+ for   − against   ± both   ? side not told"
  )
  let nameColumns = min(max(12, columns / 4), 26)
  // As many issues side by side as leave their names legible; the others follow below.
  let width = min(18, max(12, (columns - nameColumns) / max(1, issues.count)))
  let each = max(1, (columns - nameColumns) / width)
  for start in stride(from: 0, to: issues.count, by: each) {
    let part = Array(issues[start..<min(issues.count, start + each)])
    writer.blank()
    writeLabels(part, nameColumns, width, into: &writer)
    let here = parties.filter { party in
      part.contains { issue in issue.positions.contains { $0.actor == party } }
    }
    for party in here {
      writeParty(party, part, document, nameColumns, width, into: &writer)
    }
  }
  return writer.content
}

/// The issues' names, each over three rows at most above its column, and a rule.
private func writeLabels(
  _ issues: [Issue],
  _ nameColumns: Int,
  _ width: Int,
  into writer: inout SheetWriter
) {
  let labels = issues.map { wrapped($0.label, columns: width - 2) }
  let rows = min(3, labels.map(\.count).max() ?? 0)
  let first = writer.content.rows.count
  for row in 0..<rows {
    var pieces = [SheetRow.Piece(text: padded("", nameColumns), face: .paneDetail)]
    for label in labels {
      // Names stand on the rule, however many rows they take.
      let index = row - (rows - min(rows, label.count))
      var text = index >= 0 && index < label.count ? label[index] : ""
      if index == rows - 1, label.count > rows {
        text = truncated(label[index...].joined(separator: " "), columns: width - 2)
      }
      pieces.append(SheetRow.Piece(text: padded(text, width), face: .issue))
    }
    writer.add(SheetRow(pieces))
  }
  for (index, issue) in issues.enumerated() {
    let column = nameColumns + index * width
    writer.spot(
      first..<first + rows,
      .sheet(.card(.issue(issue.id))),
      columns: column..<column + width - 1
    )
  }
  let rule = String(repeating: "─", count: nameColumns + issues.count * width - 1)
  writer.add(SheetRow([SheetRow.Piece(text: rule, face: .border)]))
}

private func writeParty(
  _ party: ID<NewsActor>,
  _ issues: [Issue],
  _ document: Document,
  _ nameColumns: Int,
  _ width: Int,
  into writer: inout SheetWriter
) {
  let row = writer.content.rows.count..<writer.content.rows.count + 1
  let name = truncated(document.name(of: party), columns: nameColumns - 1)
  var pieces = [
    SheetRow.Piece(
      text: name,
      face: Face(document.actors.kinds[party.index])
    ),
    SheetRow.Piece(text: padded("", nameColumns - Screen.columns(of: name)), face: .text),
  ]
  writer.spot(row, .sheet(.card(.actor(party))), columns: 0..<nameColumns - 1)
  for (index, issue) in issues.enumerated() {
    let positions = issue.positions.filter { $0.actor == party }
    let sign = sign(of: positions)
    let face = sign.map { Face($0) } ?? .border
    pieces.append(SheetRow.Piece(text: " \(sign?.rawValue ?? "·")", face: face))
    pieces.append(SheetRow.Piece(text: padded("", width - 2), face: .text))
    guard let evidence = positions.first?.evidence.first else { continue }
    let column = nameColumns + index * width
    writer.spot(
      row,
      document.target(evidence),
      columns: column..<column + 3,
      preview: document.range(of: evidence)
    )
  }
  writer.add(SheetRow(pieces))
}

/// What a cell shows; nil where the party takes no part in the dispute.
private func sign(of positions: [Position]) -> GutterSign? {
  guard !positions.isEmpty else { return nil }
  let signs = positions.map(\.stance.sign)
  switch (signs.contains(.plus), signs.contains(.minus)) {
  case (true, true): return .both
  case (true, false): return .plus
  case (false, true): return .minus
  case (false, false): return .unsigned
  }
}

/// A text with blanks up to so many columns.
func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - columns(of: text)))
}
