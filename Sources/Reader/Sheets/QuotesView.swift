import Prose
import Screen

/// All quotations by speaker, in the order of the actors' pane; those of nobody known last.
func quotesContent(_ findings: Findings, columns: Int) -> SheetContent {
  let document = findings.document
  let quotations = document.quotations
  var writer = SheetWriter(
    columns: columns,
    title: "QUOTES",
    note: findings.counted(quotations.count, "quotation")
  )
  var rows: [ID<NewsActor>: [Int]] = [:]
  for row in 0..<quotations.count {
    if let actor = quotations.actors[row] { rows[actor, default: []].append(row) }
  }
  for actor in rows.keys.sorted() {
    let own = rows[actor] ?? []
    writer.blank()
    var heading = SheetRow([
      SheetRow.Piece(
        text: document.name(of: actor),
        face: Face(document.actors.kinds[actor.index])
      )
    ])
    if let role = document.roles(of: actor).first {
      heading.pieces.append(SheetRow.Piece(text: "  " + role, face: .paneDetail))
    }
    heading.note = "\(own.count)"
    writer.add(heading, to: .sheet(.card(.actor(actor))))
    for row in own { writeQuotation(document, row, indent: 2, into: &writer) }
  }
  let others = (0..<quotations.count).filter { quotations.actors[$0] == nil }
  guard !others.isEmpty else { return writer.content }
  writer.section("SPEAKER NOT TOLD", others.count)
  for row in others {
    if let source = quotations.sources[row] {
      writer.add(
        SheetRow([SheetRow.Piece(text: document.string(source), face: .quotationSpeaker)]),
        to: .text(document.tokens.bytes(of: source), isPassage: false)
      )
    }
    writeQuotation(document, row, indent: 2, into: &writer)
  }
  return writer.content
}
