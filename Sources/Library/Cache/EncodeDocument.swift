internal import Prose

/// The form of the cache; one of another form is not read but made anew.
let cacheForm: UInt8 = 3

/// A document's tables as bytes, without its text.
///
/// Spans of tokens are told by the distance from the one before, so that most take two bytes.
func encoded(_ document: Document) -> [UInt8] {
  var writer = ByteWriter()
  writer.string(document.language)
  writer.put(document.blocks)
  writer.put(document.tokens)
  writer.number(document.sentences.count)
  var spans = SpanWriter()
  for row in 0..<document.sentences.count {
    spans.put(document.sentences.tokens[row], &writer)
    writer.number(document.sentences.blocks[row])
  }
  writer.putMentions(document)
  writer.putEntities(document)
  writer.putActors(document)
  writer.putPlaces(document)
  writer.putQuotations(document.quotations)
  writer.putTimes(document.times)
  writer.putIssues(document)
  return [cacheForm] + checksum(writer.bytes) + writer.bytes
}

/// Eight bytes that change when any byte does: FNV-1a.
func checksum(_ bytes: some Sequence<UInt8>) -> [UInt8] {
  var sum: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
  return (0..<8).map { UInt8(truncatingIfNeeded: sum >> (8 * UInt64($0))) }
}

/// Writes spans by where they begin behind the one before.
private struct SpanWriter {
  private var last: UInt32 = 0

  mutating func put(_ span: TokenRange, _ writer: inout ByteWriter) {
    writer.signed(Int32(bitPattern: span.first &- last))
    writer.number(span.end - span.first)
    last = span.first
  }
}

extension ByteWriter {
  fileprivate mutating func put(_ tokens: Tokens) {
    number(tokens.count)
    var end: UInt32 = 0
    for row in 0..<tokens.count {
      // Most tokens are words behind one space: kind, gap and length fit into a byte for them.
      let gap = tokens.starts[row] - end
      let length = tokens.ends[row] - tokens.starts[row]
      let kind = UInt32(tokens.kinds[row].rawValue)
      number(length << 4 | min(gap, 1) << 3 | kind)
      if gap > 0 { number(gap) }
      end = tokens.ends[row]
    }
  }

  fileprivate mutating func span(_ span: TokenRange) {
    number(span.first)
    number(span.end - span.first)
  }

  fileprivate mutating func span(_ span: TokenRange?) {
    optional(span?.first)
    if let span { number(span.end - span.first) }
  }

  fileprivate mutating func spans(_ spans: ArraySlice<TokenRange>) {
    number(spans.count)
    for span in spans { self.span(span) }
  }

  fileprivate mutating func ids<Element>(_ ids: ArraySlice<ID<Element>>) {
    number(ids.count)
    for id in ids { number(id.row) }
  }

  fileprivate mutating func country(_ country: CountryCode?) {
    number(UInt32(country?.packed ?? 0))
  }

  fileprivate mutating func coordinates(_ coordinates: Coordinates?) {
    number(coordinates == nil ? 0 : 1)
    guard let coordinates else { return }
    float(coordinates.latitude)
    float(coordinates.longitude)
  }

  fileprivate mutating func putMentions(_ document: Document) {
    let mentions = document.mentions
    number(mentions.count)
    var spans = SpanWriter()
    for row in 0..<mentions.count {
      spans.put(mentions.tokens[row], &self)
      number(mentions.heads[row].first - mentions.tokens[row].first)
      number(mentions.heads[row].count)
      option(mentions.forms[row])
      option(mentions.types[row])
      number(document.entities.ofMention[row].row)
      optional(document.actors.ofMention[row]?.row)
      optional(document.places.ofMention[row]?.row)
    }
  }

  fileprivate mutating func putEntities(_ document: Document) {
    number(document.entities.count)
    for row in 0..<document.entities.count {
      span(document.entities.names[row])
      option(document.entities.types[row])
      spans(document.entities.aliases[row])
      country(document.locations.countries[row])
      coordinates(document.locations.coordinates[row])
      optional(
        document.locations.kinds[row].map { UInt32(PlaceKind.allCases.firstIndex(of: $0) ?? 0) }
      )
      string(document.locations.regions[row] ?? "")
    }
    let names = document.locations.countryNames.sorted { $0.key.packed < $1.key.packed }
    number(names.count)
    for (code, name) in names {
      country(code)
      string(name)
    }
  }

  fileprivate mutating func putActors(_ document: Document) {
    let actors = document.actors
    number(actors.count)
    for row in 0..<actors.count {
      number(actors.entities[row].row)
      span(actors.names[row])
      option(actors.kinds[row])
      spans(actors.roles[row])
      spans(actors.aliases[row])
      country(actors.countries[row])
      float(actors.salience[row])
    }
  }

  fileprivate mutating func putPlaces(_ document: Document) {
    let places = document.places
    number(places.count)
    for row in 0..<places.count {
      number(places.entities[row].row)
      span(places.names[row])
      option(places.kinds[row])
      spans(places.aliases[row])
      country(places.countries[row])
      coordinates(places.coordinates[row])
      float(places.salience[row])
    }
  }

  fileprivate mutating func putQuotations(_ quotations: Quotations) {
    number(quotations.count)
    for row in 0..<quotations.count {
      spans(quotations.parts[row])
      span(quotations.sources[row])
      span(quotations.cues[row])
      option(quotations.kinds[row])
      optional(quotations.actors[row]?.row)
      string(quotations.why[row])
    }
  }

  fileprivate mutating func putTimes(_ times: Times) {
    number(times.count)
    for row in 0..<times.count {
      span(times.tokens[row])
      option(times.kinds[row])
      string(times.values[row] ?? "")
      number(times.days[row] == nil ? 0 : 1)
      if let days = times.days[row] {
        signed(Int32(clamping: days.lowerBound))
        signed(Int32(clamping: days.upperBound))
      }
      span(times.clauses[row])
      string(times.why[row])
    }
  }

  fileprivate mutating func putIssues(_ document: Document) {
    let issues = document.issues
    number(issues.count)
    for row in 0..<issues.count {
      span(issues.labels[row])
      spans(issues.alsoCalled[row])
      float(issues.salience[row])
      number(UInt32(issues.status[row].rawValue))
      ids(issues.evidence[row])
      string(issues.why[row])
    }
    let positions = document.positions
    number(positions.count)
    for row in 0..<positions.count {
      number(positions.issues[row].row)
      number(positions.actors[row].row)
      option(positions.stances[row])
      number(UInt32(positions.status[row].rawValue))
      ids(positions.evidence[row])
      span(positions.cues[row])
      string(positions.why[row])
    }
  }
}
