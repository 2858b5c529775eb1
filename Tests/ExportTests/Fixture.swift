import Prose
import TestKit

/// A document made by hand from marked prose, one paragraph a line, a sentence each.
///
/// Labels of marks: `p` a person, `o` an organization, `l` a place, `q` a quotation, `t` a time, `i` an issue. All
/// persons act and all places are places; every quotation and every position is the first actor's.
func document(_ marked: String) -> Document {
  let prose = MarkedProse(marked)
  let text = SourceText(prose.text)
  var blocks = Blocks()
  var tokens = Tokens()
  var sentences = Sentences()
  var start: UInt32 = 0
  for line in prose.text.split(separator: "\n", omittingEmptySubsequences: false) {
    let end = start + UInt32(line.utf8.count)
    if start < end {
      let first = tokens.count
      blocks.append(blocks.count == 0 ? .headline : .paragraph, start..<end)
      for word in line.split(separator: " ") {
        let offset = UInt32(
          prose.text.utf8.distance(from: prose.text.startIndex, to: word.startIndex)
        )
        tokens.append(.word, offset..<offset + UInt32(word.utf8.count))
      }
      sentences.append(TokenRange(first..<tokens.count), block: blocks.count - 1)
    }
    start = end + 1
  }
  let marks = prose.marks.compactMap { mark in
    tokens.tokens(in: mark.range).map { (label: mark.label, tokens: $0) }
  }
  return fill(text, blocks, tokens, sentences, marks)
}

private func fill(
  _ text: SourceText,
  _ blocks: Blocks,
  _ tokens: Tokens,
  _ sentences: Sentences,
  _ marks: [(label: String, tokens: TokenRange)]
) -> Document {
  let types: [String: MentionType] = ["p": .person, "o": .organization, "l": .location]
  let named = marks.filter { types[$0.label] != nil }
  var mentions = Mentions()
  var entities = Entities(ofMention: named.indices.map { ID(row: $0) })
  var locations = Locations()
  var actorOf = [ID<NewsActor>?](repeating: nil, count: named.count)
  var placeOf = [ID<Place>?](repeating: nil, count: named.count)
  for (row, mark) in named.enumerated() {
    let isPlace = mark.label == "l"
    mentions.append(mark.tokens, head: mark.tokens, form: .name, type: types[mark.label] ?? .group)
    entities.append(
      name: mark.tokens,
      type: isPlace ? .location : mark.label == "p" ? .person : .organization,
      aliases: []
    )
    locations.append(
      country: isPlace ? CountryCode("DK") : nil,
      coordinates: isPlace ? Coordinates(latitude: 55.1, longitude: 14.7) : nil,
      kind: isPlace ? .city : nil,
      region: isPlace ? "Hovedstaden" : nil
    )
    if mark.label == "p" { actorOf[row] = ID(row: actorOf.compactMap(\.self).count) }
    if isPlace { placeOf[row] = ID(row: placeOf.compactMap(\.self).count) }
  }
  var actors = NewsActors(ofMention: actorOf)
  var places = Places(ofMention: placeOf)
  for (row, mark) in named.enumerated() {
    if mark.label == "p" {
      actors.append(
        entity: ID(row: row),
        name: mark.tokens,
        kind: .person,
        roles: [TokenRange(0, 1)],
        aliases: [],
        country: nil,
        salience: 0.5
      )
    } else if mark.label == "l" {
      places.append(
        entity: ID(row: row),
        name: mark.tokens,
        kind: .city,
        aliases: [mark.tokens],
        country: CountryCode("DK"),
        coordinates: Coordinates(latitude: 55.1, longitude: 14.7),
        salience: 0.25
      )
    }
  }
  var quotations = Quotations()
  var times = Times()
  var issues = Issues()
  var positions = Positions()
  for mark in marks {
    let sentence =
      sentences.sentence(at: Int(mark.tokens.first)).map { [ID<Sentence>(row: $0)] } ?? []
    switch mark.label {
    case "q":
      quotations.append(
        parts: [mark.tokens],
        source: actors.count > 0 ? actors.names[0] : nil,
        cue: nil,
        kind: .direct,
        actor: actors.count > 0 ? ID(row: 0) : nil,
        why: "test of saying"
      )
    case "t":
      let isFirst = times.count == 0
      times.append(
        mark.tokens,
        kind: .date,
        value: isFirst ? nil : "2026-01-29",
        days: isFirst ? nil : 0...1,
        clause: isFirst ? nil : sentence.first.map { sentences.tokens[$0.index] },
        why: "test of time"
      )
    case "i":
      let issue = ID<Issue>(row: issues.count)
      issues.append(
        label: mark.tokens,
        alsoCalled: [mark.tokens],
        salience: 1,
        status: [.past],
        evidence: sentence,
        why: "test"
      )
      positions.append(
        issue: issue,
        actor: ID(row: 0),
        stance: .rejects,
        status: [.attributed, .anonymous],
        evidence: sentence,
        cue: mark.tokens,
        why: "test of stance"
      )
    default: break
    }
  }
  return Document(
    text: text,
    language: "en",
    blocks: blocks,
    tokens: tokens,
    sentences: sentences,
    mentions: mentions,
    entities: entities,
    locations: locations,
    actors: actors,
    places: places,
    quotations: quotations,
    times: times,
    issues: issues,
    positions: positions
  )
}
