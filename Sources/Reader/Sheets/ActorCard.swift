import Prose
import Screen

/// Who it is, what it goes by, where it appears, what it said and where it stands; every line a jump.
func actorCard(
  _ state: ReaderState,
  _ findings: Findings,
  _ id: ID<NewsActor>,
  columns: Int
) -> SheetContent {
  let document = findings.document
  let actor = document.allActors[id.index]
  let mentions = document.ranges(of: actor.mentions)
  var writer = SheetWriter(
    columns: columns,
    title: actor.name,
    note: [
      actor.isCorrected ? "\(correctionSign) corrected" : nil, actor.kind.rawValue,
      document.countryName(actor.country),
    ]
    .compactMap { $0 }.filter { $0 != actor.name }.joined(separator: " · ")
  )
  writeRoles(document, id, into: &writer)
  writeAppearances(state, mentions, findings, into: &writer)
  writeQuotations(document, id, into: &writer)
  writePositions(document, id, into: &writer)
  writeMentions(actor.mentions, document, into: &writer)
  writeRecord(state, .actor(actor.name), into: &writer)
  return writer.content
}

/// Roles, each where it is told, then the other names, each where it is used first.
private func writeRoles(
  _ document: Document,
  _ id: ID<NewsActor>,
  into writer: inout SheetWriter
) {
  if let roles = document.corrected.actorRoles[id] {
    for role in roles { writer.paragraph("\(role) \(correctionSign)", face: .text, most: 2) }
  }
  for role in document.actors.roles[id.index] where document.corrected.actorRoles[id] == nil {
    writer.paragraph(
      document.string(role),
      face: .text,
      most: 2,
      to: .text(document.tokens.bytes(of: role), isPassage: false)
    )
  }
  let name = document.name(of: id)
  var seen: Set<String> = [name]
  for alias in document.actors.aliases[id.index] {
    let text = document.string(alias)
    guard seen.insert(text).inserted else { continue }
    writer.add(
      SheetRow([
        SheetRow.Piece(text: seen.count == 2 ? "also  " : "      ", face: .paneDetail),
        SheetRow.Piece(text: text, face: Face(document.actors.kinds[id.index])),
      ]),
      to: .text(document.tokens.bytes(of: alias), isPassage: false)
    )
  }
}

/// Where along the text it is mentioned, as a strip as wide as the card; for a screen reader only how often.
func writeAppearances(
  _ state: ReaderState,
  _ mentions: [Range<UInt32>],
  _ findings: Findings,
  into writer: inout SheetWriter
) {
  guard let first = mentions.first else { return }
  writer.blank()
  let count = findings.counted(mentions.count, "mention")
  let room = min(72, writer.columns - Screen.columns(of: count) - 3)
  guard room >= 8, !state.style.isLinear else {
    writer.add(
      SheetRow([SheetRow.Piece(text: count, face: .paneDetail)]),
      to: .text(first, isPassage: false)
    )
    return
  }
  let strip = Strip(mentions, in: findings.body, columns: room)
  let blocks = strip.counts.indices.map { strip.counts[$0] == 0 ? "▁" : strip.block($0) }
  // Runs of the same face are one piece.
  var pieces: [SheetRow.Piece] = []
  for (index, block) in blocks.enumerated() {
    let face: Face = strip.counts[index] == 0 ? .strip : .stripFocus
    if pieces.last?.face == face {
      pieces[pieces.count - 1].text.append(block)
    } else {
      pieces.append(SheetRow.Piece(text: String(block), face: face))
    }
  }
  pieces.append(SheetRow.Piece(text: "  " + count, face: .paneDetail))
  writer.add(SheetRow(pieces), to: .text(first, isPassage: false))
}

private func writeQuotations(
  _ document: Document,
  _ id: ID<NewsActor>,
  into writer: inout SheetWriter
) {
  let rows = (0..<document.quotations.count).filter { document.quotations.actors[$0] == id }
  guard !rows.isEmpty else { return }
  writer.section("SAID", rows.count)
  for row in rows { writeQuotation(document, row, into: &writer) }
}

/// What was said, over three rows at most.
func writeQuotation(
  _ document: Document,
  _ row: Int,
  indent: Int = 0,
  into writer: inout SheetWriter
) {
  let range = document.tokens.bytes(of: document.quotations.content(row))
  let isDirect = document.quotations.kinds[row] != .indirect
  // What stands between the parts was not said.
  let parts = document.quotations.parts[row].map { document.string($0) }
  writer.paragraph(
    parts.joined(separator: " … "),
    face: isDirect ? .quotation : .text,
    lead: [SheetRow.Piece(text: isDirect ? "" : "… ", face: .paneDetail)],
    indent: indent,
    to: .text(range, isPassage: true)
  )
}

private func writePositions(
  _ document: Document,
  _ id: ID<NewsActor>,
  into writer: inout SheetWriter
) {
  let positions = document.allIssues.flatMap(\.positions).filter { $0.actor == id }
  guard !positions.isEmpty else { return }
  writer.section("STANDS", positions.count)
  for position in positions {
    let sign = position.stance.sign
    let label = document.label(of: position.issue)
    writer.add(
      SheetRow(
        [
          SheetRow.Piece(text: "\(sign.symbol) ", face: Face(sign)),
          SheetRow.Piece(text: label, face: .issue),
        ],
        note: stanceWords(position)
      ),
      to: .sheet(.card(.issue(position.issue)))
    )
    for sentence in position.evidence {
      writer.paragraph(
        document.sentenceText(sentence),
        face: .paneDetail,
        indent: 2,
        to: document.target(sentence)
      )
    }
  }
}

/// "demands · implicit"; of what is not told nothing.
func stanceWords(_ position: Position) -> String {
  let stance = position.stance == .unspecified ? "side not told" : position.stance.rawValue
  let sign = position.isCorrected ? [String(correctionSign)] : []
  return ([stance] + position.status.names + sign).joined(separator: " · ")
}

/// Every sentence with a mention, as one row.
func writeMentions(
  _ mentions: [ID<Mention>],
  _ document: Document,
  into writer: inout SheetWriter
) {
  guard !mentions.isEmpty else { return }
  writer.section("MENTIONED", mentions.count)
  for mention in mentions {
    writer.add(
      mentionRow(mention, document, columns: writer.columns),
      to: .text(document.range(of: mention), isPassage: false)
    )
  }
}

/// The mention with what stands around it, the name itself in sight.
private func mentionRow(_ mention: ID<Mention>, _ document: Document, columns: Int) -> SheetRow {
  let range = document.range(of: mention)
  let sentence = document.sentence(of: mention).map { document.range(of: $0) } ?? range
  let before = onOneLine(document.text.string(in: sentence.lowerBound..<range.lowerBound))
  let name = onOneLine(document.text.string(in: range))
  let after = document.text.string(
    in: range.upperBound..<max(range.upperBound, sentence.upperBound)
  )
  let face: Face =
    document.actors.ofMention[mention.index].map { Face(document.actors.kinds[$0.index]) } ?? .place
  // A third of the row is for what comes before.
  let room = max(0, columns / 3 - 2)
  var lead = before
  if Screen.columns(of: lead) > room {
    var words = before.split(separator: " ")
    while words.count > 1, Screen.columns(of: words.joined(separator: " ")) > room - 2 {
      words.removeFirst()
    }
    lead = words.isEmpty ? "" : "… " + words.joined(separator: " ")
    if Screen.columns(of: lead) > room { lead = "…" }
  }
  return SheetRow([
    SheetRow.Piece(text: lead.isEmpty ? "" : lead + " ", face: .paneDetail),
    SheetRow.Piece(text: name, face: face),
    SheetRow.Piece(text: after.first?.isWhitespace == true ? " " : "", face: .paneDetail),
    SheetRow.Piece(text: onOneLine(after), face: .paneDetail),
  ])
}
