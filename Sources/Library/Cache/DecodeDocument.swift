internal import Prose

/// A document from the bytes of its tables; nil where they are damaged, of another form, or of another text.
func decodedDocument(_ bytes: [UInt8], of text: SourceText) -> Document? {
  guard bytes.count > 9, bytes[0] == cacheForm, Array(bytes[1..<9]) == checksum(bytes[9...]) else {
    return nil
  }
  var reader = DocumentReader(reader: ByteReader(Array(bytes[9...])), text: text)
  return try? reader.document()
}

/// Reads the tables in the order they were written, and looks at every row they point to.
private struct DocumentReader {
  var reader: ByteReader
  let text: SourceText
  private var tokenCount: UInt32 = 0
  private var last: UInt32 = 0

  init(reader: ByteReader, text: SourceText) {
    self.reader = reader
    self.text = text
  }

  mutating func document() throws(DamagedBytes) -> Document {
    let language = try reader.string()
    let blocks = try reader.blocks(upTo: UInt32(text.count))
    let tokens = try tokens()
    tokenCount = UInt32(tokens.count)
    var sentences = Sentences()
    last = 0
    for _ in 0..<(try reader.count()) {
      let span = try nearSpan()
      sentences.append(span, block: Int(try row(below: blocks.count)))
    }
    var mentions = Mentions()
    var entityRows: [ID<Entity>] = []
    var actorRows: [ID<NewsActor>?] = []
    var placeRows: [ID<Place>?] = []
    last = 0
    for _ in 0..<(try reader.count()) {
      let span = try nearSpan()
      let first = UInt64(span.first) + UInt64(try reader.number())
      let head = try range(first, try reader.number())
      mentions.append(
        span,
        head: head,
        form: try reader.option(MentionForm.self),
        type: try reader.option(MentionType.self)
      )
      entityRows.append(ID(row: try reader.number()))
      actorRows.append(try reader.optional().map(ID.init(row:)))
      placeRows.append(try reader.optional().map(ID.init(row:)))
    }
    let (entities, locations) = try entities(entityRows)
    let actors = try actors(actorRows, entities)
    let places = try places(placeRows, entities)
    let quotations = try quotations(actors)
    let times = try times()
    let (issues, positions) = try issues(actors, sentences)
    guard reader.isAtEnd,
      entityRows.allSatisfy({ $0.index < entities.count }),
      actorRows.allSatisfy({ $0.map { $0.index < actors.count } ?? true }),
      placeRows.allSatisfy({ $0.map { $0.index < places.count } ?? true })
    else { throw DamagedBytes() }
    return Document(
      text: text,
      language: language,
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

  private mutating func tokens() throws(DamagedBytes) -> Tokens {
    var tokens = Tokens()
    var end: UInt64 = 0
    for _ in 0..<(try reader.count()) {
      let packed = try reader.number()
      guard let kind = TokenKind(rawValue: UInt8(packed & 7)) else { throw DamagedBytes() }
      let start = end + (packed & 8 == 0 ? 0 : UInt64(try reader.number()))
      end = start + UInt64(packed >> 4)
      guard end <= UInt64(text.count) else { throw DamagedBytes() }
      tokens.append(kind, UInt32(start)..<UInt32(end))
    }
    return tokens
  }

  private mutating func entities(
    _ ofMention: [ID<Entity>]
  ) throws(DamagedBytes) -> (Entities, Locations) {
    var entities = Entities(ofMention: ofMention)
    var locations = Locations()
    for _ in 0..<(try reader.count()) {
      entities.append(
        name: try span(),
        type: try reader.option(EntityType.self),
        aliases: try spans()
      )
      let country = try country()
      let coordinates = try coordinates()
      var kind: PlaceKind?
      if let place = try reader.optional() {
        guard place < PlaceKind.allCases.count else { throw DamagedBytes() }
        kind = PlaceKind.allCases[Int(place)]
      }
      let region = try reader.string()
      locations.append(
        country: country,
        coordinates: coordinates,
        kind: kind,
        region: region.isEmpty ? nil : region
      )
    }
    for _ in 0..<(try reader.count()) {
      guard let code = try country() else { throw DamagedBytes() }
      locations.name(code, try reader.string())
    }
    return (entities, locations)
  }

  private mutating func actors(
    _ ofMention: [ID<NewsActor>?],
    _ entities: Entities
  ) throws(DamagedBytes) -> NewsActors {
    var actors = NewsActors(ofMention: ofMention)
    for _ in 0..<(try reader.count()) {
      actors.append(
        entity: ID(row: try row(below: entities.count)),
        name: try span(),
        kind: try reader.option(ActorKind.self),
        roles: try spans(),
        aliases: try spans(),
        country: try country(),
        salience: try reader.float()
      )
    }
    return actors
  }

  private mutating func places(
    _ ofMention: [ID<Place>?],
    _ entities: Entities
  ) throws(DamagedBytes) -> Places {
    var places = Places(ofMention: ofMention)
    for _ in 0..<(try reader.count()) {
      places.append(
        entity: ID(row: try row(below: entities.count)),
        name: try span(),
        kind: try reader.option(PlaceKind.self),
        aliases: try spans(),
        country: try country(),
        coordinates: try coordinates(),
        salience: try reader.float()
      )
    }
    return places
  }

  private mutating func quotations(_ actors: NewsActors) throws(DamagedBytes) -> Quotations {
    var quotations = Quotations()
    for _ in 0..<(try reader.count()) {
      let parts = try spans()
      guard !parts.isEmpty else { throw DamagedBytes() }
      let source = try optionalSpan()
      let cue = try optionalSpan()
      let kind = try reader.option(QuotationKind.self)
      let actor = try reader.optional()
      guard actor.map({ $0 < actors.count }) ?? true else { throw DamagedBytes() }
      quotations.append(
        parts: parts,
        source: source,
        cue: cue,
        kind: kind,
        actor: actor.map(ID.init(row:)),
        why: try reader.string()
      )
    }
    return quotations
  }

  private mutating func times() throws(DamagedBytes) -> Times {
    var times = Times()
    for _ in 0..<(try reader.count()) {
      let span = try span()
      let kind = try reader.option(TimeKind.self)
      let value = try reader.string()
      var days: ClosedRange<Int>?
      if try reader.number() == 1 {
        let from = Int(try reader.signed())
        let to = Int(try reader.signed())
        guard from <= to else { throw DamagedBytes() }
        days = from...to
      }
      times.append(
        span,
        kind: kind,
        value: value.isEmpty ? nil : value,
        days: days,
        clause: try optionalSpan(),
        why: try reader.string()
      )
    }
    return times
  }

  private mutating func issues(
    _ actors: NewsActors,
    _ sentences: Sentences
  ) throws(DamagedBytes) -> (Issues, Positions) {
    var issues = Issues()
    for _ in 0..<(try reader.count()) {
      issues.append(
        label: try span(),
        alsoCalled: try spans(),
        salience: try reader.float(),
        status: Status(rawValue: UInt8(truncatingIfNeeded: try reader.number())),
        evidence: try sentenceRows(sentences),
        why: try reader.string()
      )
    }
    var positions = Positions()
    for _ in 0..<(try reader.count()) {
      let issue = try row(below: issues.count)
      guard issue >= positions.issues.last?.row ?? 0 else { throw DamagedBytes() }
      positions.append(
        issue: ID(row: issue),
        actor: ID(row: try row(below: actors.count)),
        stance: try reader.option(Stance.self),
        status: Status(rawValue: UInt8(truncatingIfNeeded: try reader.number())),
        evidence: try sentenceRows(sentences),
        cue: try span(),
        why: try reader.string()
      )
    }
    return (issues, positions)
  }

  private mutating func sentenceRows(
    _ sentences: Sentences
  ) throws(DamagedBytes) -> [ID<Sentence>] {
    var rows: [ID<Sentence>] = []
    for _ in 0..<(try reader.count()) { rows.append(ID(row: try row(below: sentences.count))) }
    return rows
  }

  private mutating func row(below count: Int) throws(DamagedBytes) -> UInt32 {
    let row = try reader.number()
    guard row < count else { throw DamagedBytes() }
    return row
  }

  private func range(_ first: UInt64, _ count: UInt32) throws(DamagedBytes) -> TokenRange {
    let end = first + UInt64(count)
    guard count > 0, end <= UInt64(tokenCount) else { throw DamagedBytes() }
    return TokenRange(UInt32(first), UInt32(end))
  }

  private mutating func span() throws(DamagedBytes) -> TokenRange {
    try range(UInt64(try reader.number()), try reader.number())
  }

  private mutating func nearSpan() throws(DamagedBytes) -> TokenRange {
    let first = last &+ UInt32(bitPattern: try reader.signed())
    last = first
    return try range(UInt64(first), try reader.number())
  }

  private mutating func optionalSpan() throws(DamagedBytes) -> TokenRange? {
    guard let first = try reader.optional() else { return nil }
    return try range(UInt64(first), try reader.number())
  }

  private mutating func spans() throws(DamagedBytes) -> [TokenRange] {
    var spans: [TokenRange] = []
    for _ in 0..<(try reader.count()) { spans.append(try span()) }
    return spans
  }

  private mutating func country() throws(DamagedBytes) -> CountryCode? {
    CountryCode(packed: UInt16(truncatingIfNeeded: try reader.number()))
  }

  private mutating func coordinates() throws(DamagedBytes) -> Coordinates? {
    guard try reader.number() == 1 else { return nil }
    return Coordinates(latitude: try reader.float(), longitude: try reader.float())
  }
}
