extension DraftTables {
  // MARK: Who is who

  mutating func mergeActors(_ from: Int, _ to: Int) {
    for row in mentions.indices where mentions[row].actor == from {
      mentions[row].actor = to
      if mentions[row].entity == actors[from].entity { mentions[row].entity = actors[to].entity }
    }
    for row in speakers.indices where speakers[row] == from { speakers[row] = to }
    for row in positions.indices where positions[row].actor == from { positions[row].actor = to }
    let old = actors[from]
    add(aliases: [old.name] + old.aliases, toActor: to)
    actors[to].roles += old.roles.filter { role in
      !actors[to].roles.contains { string($0) == string(role) }
    }
    actors[to].country = actors[to].country ?? old.country
    actors[to].salience = min(1, actors[to].salience + old.salience)
    actors[to].isCorrected = true
    actors[from].isGone = true
    joinPositions()
  }

  mutating func mergePlaces(_ from: Int, _ to: Int) {
    for row in mentions.indices where mentions[row].place == from {
      mentions[row].place = to
      if mentions[row].entity == places[from].entity { mentions[row].entity = places[to].entity }
    }
    let names = [places[from].name] + places[from].aliases
    for name in names
    where !([places[to].name] + places[to].aliases).contains(where: { string($0) == string(name) })
    {
      places[to].aliases.append(name)
    }
    places[to].salience = min(1, places[to].salience + places[from].salience)
    places[to].isCorrected = true
    places[from].isGone = true
  }

  /// Makes an actor of those of another one's mentions that stand at `ranges`, with what was said and stood for there.
  mutating func split(_ row: Int, _ ranges: [TokenRange]) throws(EditProblem) {
    let split = mentions.indices.filter { mention in
      mentions[mention].actor == row && ranges.contains(mentions[mention].tokens)
    }
    let all = mentions.count { $0.actor == row }
    guard !split.isEmpty, split.count < all else { throw .unknown }
    let new = append(like: row, of: split)
    actors[new].salience = actors[row].salience * Float(split.count) / Float(all)
    actors[row].salience -= actors[new].salience
    for mention in split {
      mentions[mention].actor = new
      mentions[mention].entity = actors[new].entity
      mentions[mention].isCorrected = true
    }
    let taken = split.map { mentions[$0].tokens }
    for quotation in speakers.indices where speakers[quotation] == row {
      guard let source = document.quotations.sources[quotation],
        taken.contains(where: { $0.overlaps(source) })
      else { continue }
      speakers[quotation] = new
    }
    // A stance goes with the mentions that stand where it is shown.
    for position in positions.indices where positions[position].actor == row {
      let shown = positions[position].evidence.map { document.sentences.tokens[$0.index] }
      func count(_ actor: Int) -> Int {
        mentions.count { mention in
          mention.actor == actor && shown.contains { $0.contains(mention.tokens) }
        }
      }
      if count(new) > 0, count(row) == 0 { positions[position].actor = new }
    }
    tidyNames(row)
    actors[row].isCorrected = true
  }

  /// An actor of the same kind as another, called by the fullest of these mentions.
  private mutating func append(like row: Int, of rows: [Int]) -> Int {
    let name = fullestName(rows) ?? actors[row].name
    let old = entities[actors[row].entity]
    entities.append(
      EntityRow(name: name, type: old.type, aliases: [], country: nil, coordinates: nil)
    )
    var actor = actors[row]
    actor.entity = entities.count - 1
    actor.name = name
    actor.written = nil
    actor.writtenRoles = nil
    actor.roles = []
    actor.aliases = []
    actor.isCorrected = true
    actors.append(actor)
    add(
      aliases: rows.filter { mentions[$0].form == .name }.map { mentions[$0].tokens },
      toActor: actors.count - 1
    )
    return actors.count - 1
  }

  private func fullestName(_ rows: [Int]) -> TokenRange? {
    let names = rows.filter { mentions[$0].form == .name }
    return (names.isEmpty ? rows : names).map { mentions[$0].tokens }
      .max { ($0.count, $1.first) < ($1.count, $0.first) }
  }

  private mutating func add(aliases: [TokenRange], toActor row: Int) {
    var known = Set(([actors[row].name] + actors[row].aliases).map(string))
    for alias in aliases where known.insert(string(alias)).inserted {
      actors[row].aliases.append(alias)
    }
  }

  /// Takes from an actor the names that none of its mentions has any more.
  private mutating func tidyNames(_ row: Int) {
    let rows = mentions.indices.filter { mentions[$0].actor == row }
    guard !rows.isEmpty else { return removeActor(row) }
    let words = Set(rows.map { string(mentions[$0].tokens) })
    let left = actors[row].aliases.filter { words.contains(string($0)) }
    actors[row].aliases = left
    if !words.contains(string(actors[row].name)), let name = fullestName(rows) {
      actors[row].name = name
      actors[row].aliases = left.filter { string($0) != string(name) }
    }
  }

  mutating func removeActor(_ row: Int) {
    actors[row].isGone = true
    for mention in mentions.indices where mentions[mention].actor == row {
      mentions[mention].actor = nil
      mentions[mention].isCorrected = true
    }
    for quotation in speakers.indices where speakers[quotation] == row { speakers[quotation] = nil }
  }

  // MARK: Places that act, and actors that do not

  mutating func turnToPlace(_ row: Int, _ kind: PlaceKind?) throws(EditProblem) {
    let actor = actors[row]
    let entity = entities[actor.entity]
    let known = places.indices.first { places[$0].entity == actor.entity && !places[$0].isGone }
    let place = known ?? places.count
    if known == nil {
      places.append(
        PlaceRow(
          entity: actor.entity,
          name: actor.name,
          written: actor.written,
          kind: kind ?? entity.kind ?? .other,
          aliases: actor.aliases,
          country: actor.country,
          coordinates: entity.coordinates,
          salience: actor.salience
        )
      )
      entities[actor.entity].type = .location
    }
    let own = mentions.indices.filter { mentions[$0].actor == row }
    removeActor(row)
    for mention in own { mentions[mention].place = place }
    places[place].isCorrected = true
  }

  mutating func turnToActor(_ row: Int, _ kind: ActorKind?) throws(EditProblem) {
    let place = places[row]
    let known = actors.indices.first { actors[$0].entity == place.entity && !actors[$0].isGone }
    let actor = known ?? actors.count
    if known == nil {
      actors.append(
        ActorRow(
          entity: place.entity,
          name: place.name,
          written: place.written,
          kind: kind ?? (place.kind == .country ? .government : .organization),
          roles: [],
          aliases: place.aliases,
          country: place.country,
          salience: place.salience
        )
      )
    }
    for mention in mentions.indices where mentions[mention].place == row {
      mentions[mention].place = nil
      mentions[mention].actor = actor
      mentions[mention].isCorrected = true
    }
    places[row].isGone = true
    actors[actor].isCorrected = true
  }

  // MARK: Mentions

  mutating func assign(_ tokens: TokenRange, toActor row: Int) {
    let mention = takeMention(tokens, entity: actors[row].entity)
    if let old = mentions[mention].actor, old != row {
      mentions[mention].actor = row
      tidyNames(old)
    }
    mentions[mention].actor = row
    mentions[mention].place = nil
    if mentions[mention].form == .name { add(aliases: [tokens], toActor: row) }
  }

  mutating func assign(_ tokens: TokenRange, toPlace row: Int) {
    let mention = takeMention(tokens, entity: places[row].entity)
    let old = mentions[mention].actor
    mentions[mention].actor = nil
    mentions[mention].place = row
    if let old { tidyNames(old) }
  }

  mutating func dropMentions(_ ranges: [TokenRange]) throws(EditProblem) {
    var found = false
    for row in mentions.indices where ranges.contains(mentions[row].tokens) {
      guard mentions[row].actor != nil || mentions[row].place != nil else { continue }
      found = true
      let (actor, place) = (mentions[row].actor, mentions[row].place)
      mentions[row].actor = nil
      mentions[row].place = nil
      mentions[row].isCorrected = true
      if let actor { tidyNames(actor) }
      if let place, !mentions.contains(where: { $0.place == place }) { places[place].isGone = true }
    }
    if !found { throw .unknown }
  }

  /// Makes the words at the first range an actor or a place of its own, and those at the others its mentions.
  mutating func add(_ ranges: [TokenRange], kind: String) throws(EditProblem) {
    guard let name = ranges.first else { throw .unknown }
    let place = PlaceKind(rawValue: kind)
    let actor = ActorKind(rawValue: kind)
    guard place != nil || actor != nil else { throw .unknown }
    entities.append(
      EntityRow(
        name: name,
        type: actor?.entityType ?? .location,
        aliases: [],
        country: nil,
        coordinates: nil,
        kind: place
      )
    )
    let entity = entities.count - 1
    if let place {
      places.append(
        PlaceRow(entity: entity, name: name, kind: place, aliases: [], salience: 0)
      )
      places[places.count - 1].isCorrected = true
      for range in ranges { assign(range, toPlace: places.count - 1) }
      places[places.count - 1].salience = share(of: ranges.count, places.map(\.salience)) { row in
        mentions.count { $0.place == row }
      }
    } else if let actor {
      actors.append(
        ActorRow(entity: entity, name: name, kind: actor, roles: [], aliases: [], salience: 0)
      )
      actors[actors.count - 1].isCorrected = true
      for range in ranges { assign(range, toActor: actors.count - 1) }
      actors[actors.count - 1].salience = share(of: ranges.count, actors.map(\.salience)) { row in
        mentions.count { $0.actor == row }
      }
    }
  }

  /// How salient so many mentions make a new one, as the most salient one's make that.
  private func share(of count: Int, _ saliences: [Float], _ mentioned: (Int) -> Int) -> Float {
    guard let top = saliences.indices.max(by: { saliences[$0] < saliences[$1] }),
      saliences[top] > 0, mentioned(top) > 0
    else { return 0.5 }
    return min(1, saliences[top] * Float(count) / Float(mentioned(top)))
  }

  /// The row of the mention there, which may be a new one.
  private mutating func takeMention(_ tokens: TokenRange, entity: Int) -> Int {
    if let row = mentions.firstIndex(where: { $0.tokens == tokens }) {
      mentions[row].entity = entity
      mentions[row].isCorrected = true
      return row
    }
    let form = form(of: tokens)
    let last = TokenRange(tokens.end - 1, tokens.end)
    mentions.append(
      MentionRow(
        tokens: tokens,
        head: form == .nominal ? last : tokens,
        form: form,
        type: entities[entity].type.mentionType,
        entity: entity,
        isCorrected: true
      )
    )
    return mentions.count - 1
  }

  /// A name has a capital letter in it, behind a word that begins the sentence; a pronoun is told by the list.
  private func form(of tokens: TokenRange) -> MentionForm {
    let words = string(tokens)
    if tokens.count == 1, pronouns.contains(words.lowercased()) { return .pronoun }
    let start = document.sentences.sentence(at: tokens.rows.lowerBound)
      .map { document.sentences.tokens[$0].first }
    let determined = words.lowercased().hasPrefix("the ") || words.lowercased().hasPrefix("a ")
    let rest =
      tokens.first == start && determined
      ? words.drop { $0 != " " } : words[...]
    return rest.contains(where: \.isUppercase) ? .name : .nominal
  }
}

/// The third person's, which stand for somebody who was named.
private let pronouns: Set<String> = [
  "he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself", "they",
  "them", "their", "theirs", "themselves", "who", "whom", "whose", "which",
]

extension EntityType {
  fileprivate var mentionType: MentionType {
    switch self {
    case .person: .person
    case .organization: .organization
    case .location: .location
    case .group: .group
    }
  }
}
