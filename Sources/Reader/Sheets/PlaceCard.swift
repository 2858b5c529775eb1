import Prose
import Screen

/// What kind of place it is, where it lies and who acts there.
func placeCard(
  _ state: ReaderState,
  _ findings: Findings,
  _ id: ID<Place>,
  columns: Int
) -> SheetContent {
  let document = findings.document
  let place = document.allPlaces[id.index]
  let country = document.countryName(place.country).flatMap { $0 == place.name ? nil : $0 }
  var note = [place.kind == .other ? nil : place.kind.rawValue, country].compactMap { $0 }
  if place.isCorrected { note.insert("\(correctionSign) corrected", at: 0) }
  if let coordinates = place.coordinates { note.append(coordinateWords(coordinates)) }
  var writer = SheetWriter(columns: columns, title: place.name, note: note.joined(separator: " · "))
  var seen: Set<String> = [place.name]
  for alias in document.places.aliases[id.index] {
    let text = document.string(alias)
    guard seen.insert(text).inserted else { continue }
    writer.add(
      SheetRow([
        SheetRow.Piece(text: seen.count == 2 ? "also  " : "      ", face: .paneDetail),
        SheetRow.Piece(text: text, face: .place),
      ]),
      to: .text(document.tokens.bytes(of: alias), isPassage: false)
    )
  }
  // A map without coasts would tell nothing.
  if let coordinates = place.coordinates, columns >= 24, !state.coastlines.isEmpty,
    !state.style.isLinear
  {
    writer.blank()
    writeMap(state, around: coordinates, named: place.name, into: &writer)
  }
  writeAppearances(state, document.ranges(of: place.mentions), findings, into: &writer)
  writeActors(document, at: place.mentions, into: &writer)
  writeMentions(place.mentions, document, into: &writer)
  return writer.content
}

/// "55.7° N 12.6° E".
func coordinateWords(_ coordinates: Coordinates) -> String {
  func degrees(_ value: Float, _ positive: String, _ negative: String) -> String {
    let tenths = Int((abs(value) * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)° \(value < 0 ? negative : positive)"
  }
  return degrees(coordinates.latitude, "N", "S") + " " + degrees(coordinates.longitude, "E", "W")
}

/// Those who are named in a sentence with the place, by how often.
private func writeActors(
  _ document: Document,
  at mentions: [ID<Mention>],
  into writer: inout SheetWriter
) {
  var sentences: [ID<NewsActor>: [ID<Sentence>]] = [:]
  var seen: Set<ID<Sentence>> = []
  for sentence in mentions.compactMap({ document.sentence(of: $0) })
  where seen.insert(sentence).inserted {
    for row in document.mentions.rows(in: document.sentences.tokens[sentence.index]) {
      guard let actor = document.actors.ofMention[row], sentences[actor]?.last != sentence else {
        continue
      }
      sentences[actor, default: []].append(sentence)
    }
  }
  guard !sentences.isEmpty else { return }
  writer.section("WHO IS NAMED WITH IT", sentences.count)
  let actors = sentences.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
  var shown: ID<Sentence>?
  for (actor, sentences) in actors {
    writer.add(
      SheetRow(
        [
          SheetRow.Piece(
            text: document.name(of: actor),
            face: Face(document.actors.kinds[actor.index])
          )
        ],
        note: "\(sentences.count)"
      ),
      to: .sheet(.card(.actor(actor)))
    )
    // Those who stand in one sentence are listed above it once.
    if let first = sentences.first, first != shown {
      shown = first
      writer.paragraph(
        document.sentenceText(first),
        face: .paneDetail,
        indent: 2,
        most: 2,
        to: document.target(first)
      )
    }
  }
}
