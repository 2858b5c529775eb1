import Prose
import Screen

/// The parties by side, each with the sentence that shows its stance.
func issueCard(
  _ state: ReaderState,
  _ findings: Findings,
  _ id: ID<Issue>,
  columns: Int
) -> SheetContent {
  let document = findings.document
  let issue = document.allIssues[id.index]
  var writer = SheetWriter(
    columns: columns,
    title: issue.label,
    note: ((issue.isCorrected ? ["\(correctionSign) corrected"] : []) + ["issue"]
      + issue.status.names).joined(separator: " · ")
  )
  for name in document.issues.alsoCalled[id.index] {
    writer.add(
      SheetRow([
        SheetRow.Piece(text: "also  ", face: .paneDetail),
        SheetRow.Piece(text: document.string(name), face: .issue),
      ]),
      to: .text(document.tokens.bytes(of: name), isPassage: false)
    )
  }
  writer.reason("why  " + issue.why, cue: nil, in: document, indent: 0)
  let sides: [(StanceSign, String)] = [
    (.plus, "FOR"), (.minus, "AGAINST"), (.none, "SIDE NOT TOLD"),
  ]
  var shown: Set<ID<Sentence>> = []
  for (sign, name) in sides {
    let positions = issue.positions.filter { $0.stance.sign == sign }
    guard !positions.isEmpty else { continue }
    writer.section(name, Set(positions.map(\.actor)).count)
    for position in positions {
      writer.add(
        SheetRow(
          [
            SheetRow.Piece(text: "\(sign.symbol) ", face: Face(sign)),
            SheetRow.Piece(
              text: document.name(of: position.actor),
              face: Face(document.actors.kinds[position.actor.index])
            ),
          ],
          note: stanceWords(position)
        ),
        to: .sheet(.card(.actor(position.actor)))
      )
      writer.reason(position.why, cue: position.cue, in: document)
      for sentence in position.evidence {
        shown.insert(sentence)
        writer.paragraph(
          document.sentenceText(sentence),
          face: .text,
          indent: 2,
          most: 4,
          to: document.target(sentence)
        )
      }
    }
  }
  let others = issue.evidence.filter { !shown.contains($0) }
  if !others.isEmpty { writer.section("ALSO SHOWS THE DISPUTE", others.count) }
  for sentence in others {
    writer.paragraph(
      document.sentenceText(sentence),
      face: .text,
      most: 4,
      to: document.target(sentence)
    )
  }
  writeRecord(state, .issue(issue.label), into: &writer)
  return writer.content
}
