internal import Prose

/// Puts the documents of a text's windows together, in text order.
struct JoinedWindows {
  private struct EntityKey: Hashable {
    let type: EntityType
    let name: String
  }

  private struct JoinedEntity {
    let type: EntityType
    var names = JoinedNames()
    var country: CountryCode?
    var coordinates: Coordinates?
    var kind: PlaceKind?
  }

  private let text: SourceText
  private let blocks: Blocks
  private var tokens = Tokens()
  private var sentences = Sentences()
  private var mentions = Mentions()
  private var entityOfMention: [ID<Entity>] = []
  private var actorOfMention: [ID<NewsActor>?] = []
  private var placeOfMention: [ID<Place>?] = []
  private var entities: [JoinedEntity] = []
  private var entityRows: [EntityKey: Int] = [:]
  private var countryNames: [CountryCode: String] = [:]
  private var actors = JoinedParts<ActorKind>()
  private var places = JoinedParts<PlaceKind>()
  private var quotations: [JoinedQuotation] = []
  private var issues: [JoinedIssue] = []
  private var times = Times()
  private var tokensOfLanguage: [String: Int] = [:]

  init(_ text: SourceText, _ blocks: Blocks) {
    self.text = text
    self.blocks = blocks
    tokens.reserveCapacity(text.count / 4)
  }

  // MARK: - Adding

  /// Adds the findings of the next window.
  mutating func add(_ window: Document) {
    let shift = TokenShift(tokens: tokens.count, sentences: sentences.count)
    tokensOfLanguage[window.language, default: 0] += window.tokens.count
    for token in 0..<window.tokens.count {
      tokens.append(window.tokens.kinds[token], window.tokens.bytes(of: token))
    }
    for (row, range) in window.sentences.tokens.enumerated() {
      sentences.append(shift(range), block: Int(window.sentences.blocks[row]))
    }
    countryNames.merge(window.locations.countryNames) { known, _ in known }
    let entityRows = window.allEntities.map { addEntity($0, shift) }
    let actorRows = window.allActors.map { addActor($0, entityRows, shift) }
    let placeRows = window.allPlaces.map { addPlace($0, entityRows, shift) }
    for row in 0..<window.mentions.count {
      mentions.append(
        shift(window.mentions.tokens[row]),
        head: shift(window.mentions.heads[row]),
        form: window.mentions.forms[row],
        type: window.mentions.types[row]
      )
      entityOfMention.append(ID(row: entityRows[window.entities.ofMention[row].index]))
      actorOfMention.append(window.actors.ofMention[row].map { ID(row: actorRows[$0.index]) })
      placeOfMention.append(window.places.ofMention[row].map { ID(row: placeRows[$0.index]) })
    }
    for row in 0..<window.quotations.count {
      quotations.append(JoinedQuotation(window.quotations, row, actorRows, shift))
    }
    for row in 0..<window.issues.count {
      issues.append(JoinedIssue(window, row, actorRows, shift))
    }
    for row in 0..<window.times.count {
      times.append(
        shift(window.times.tokens[row]),
        kind: window.times.kinds[row],
        value: window.times.values[row],
        days: window.times.days[row],
        clause: window.times.clauses[row].map { shift($0) },
        why: window.times.why[row]
      )
    }
  }

  private mutating func addEntity(_ entity: Entity, _ shift: TokenShift) -> Int {
    let document = entity.document
    let name = folded(entity.name)
    let key = EntityKey(type: entity.type, name: name)
    let row = entityRows[key] ?? entities.count
    if row == entities.count {
      entityRows[key] = row
      entities.append(JoinedEntity(type: entity.type))
    }
    entities[row].names.add(shift(document.entities.names[entity.id.index]), key: name)
    for alias in document.entities.aliases[entity.id.index] {
      entities[row].names.add(shift(alias), key: folded(document.string(alias)))
    }
    entities[row].country = entities[row].country ?? entity.country
    entities[row].coordinates = entities[row].coordinates ?? entity.coordinates
    entities[row].kind = entities[row].kind ?? document.locations.kinds[entity.id.index]
    return row
  }

  private mutating func addActor(
    _ actor: NewsActor,
    _ entityRows: [Int],
    _ shift: TokenShift
  ) -> Int {
    let (document, id) = (actor.document, actor.id.index)
    let row = actors.row(entityRows[actor.entity.index], actor.kind, country: actor.country)
    actors.update(row) { part in
      part.names.add(shift(document.actors.names[id]), key: folded(actor.name))
      for alias in document.actors.aliases[id] {
        part.names.add(shift(alias), key: folded(document.string(alias)))
      }
      for role in document.actors.roles[id] {
        part.roles.add(shift(role), key: folded(document.string(role)))
      }
      part.salience += actor.salience
    }
    return row
  }

  private mutating func addPlace(
    _ place: Place,
    _ entityRows: [Int],
    _ shift: TokenShift
  ) -> Int {
    let (document, id) = (place.document, place.id.index)
    let name = folded(place.name)
    let row = places.row(
      entityRows[place.entity.index],
      place.kind,
      name: name,
      country: place.country,
      coordinates: place.coordinates
    )
    places.update(row) { part in
      part.names.add(shift(document.places.names[id]), key: name)
      for alias in document.places.aliases[id] {
        part.names.add(shift(alias), key: folded(document.string(alias)))
      }
      part.salience += place.salience
    }
    return row
  }

  // MARK: - All together

  /// The whole text's document; its language is that of most of its words.
  var document: Document {
    let rankedActors = actors.ranked
    let actorPlaces = Analysis.places(of: rankedActors)
    let rankedPlaces = places.ranked
    let placePlaces = Analysis.places(of: rankedPlaces)
    var joinedEntities = Entities(ofMention: entityOfMention)
    var locations = Locations()
    for entity in entities {
      joinedEntities.append(
        name: entity.names.ranges[0],
        type: entity.type,
        aliases: Array(entity.names.ranges.dropFirst())
      )
      locations.append(
        country: entity.country,
        coordinates: entity.coordinates,
        kind: entity.kind
      )
    }
    for (code, name) in countryNames { locations.name(code, name) }
    let (issues, positions) = tables(of: self.issues, actorPlaces)
    return Document(
      text: text,
      language: language,
      blocks: blocks,
      tokens: tokens,
      sentences: sentences,
      mentions: mentions,
      entities: joinedEntities,
      locations: locations,
      actors: actorTable(rankedActors, actorPlaces),
      places: placeTable(rankedPlaces, placePlaces),
      quotations: table(of: quotations, actorPlaces),
      times: times,
      issues: issues,
      positions: positions
    )
  }

  private var language: String {
    let most = tokensOfLanguage.max { left, right in
      left.value < right.value || left.value == right.value && left.key > right.key
    }
    return most?.key ?? "und"
  }

  private func actorTable(
    _ ranked: [(row: Int, salience: Float)],
    _ place: [Int]
  ) -> NewsActors {
    var table = NewsActors(ofMention: actorOfMention.map { $0.map { ID(row: place[$0.index]) } })
    for (row, salience) in ranked {
      let part = actors.parts[row]
      table.append(
        entity: ID(row: part.entity),
        name: part.names.ranges[0],
        kind: part.kind,
        roles: part.roles.ranges,
        aliases: Array(part.names.ranges.dropFirst()),
        country: part.country,
        salience: salience
      )
    }
    return table
  }

  private func placeTable(_ ranked: [(row: Int, salience: Float)], _ place: [Int]) -> Places {
    var table = Places(ofMention: placeOfMention.map { $0.map { ID(row: place[$0.index]) } })
    for (row, salience) in ranked {
      let part = places.parts[row]
      table.append(
        entity: ID(row: part.entity),
        name: part.names.ranges[0],
        kind: part.kind,
        aliases: Array(part.names.ranges.dropFirst()),
        country: part.country,
        coordinates: part.coordinates,
        salience: salience
      )
    }
    return table
  }
}
