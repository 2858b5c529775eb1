internal import Prose
internal import Reference

/// Decides for each mention whether it acts or is where something happens, and lists both in order of salience.
///
/// A seat of government that acts is its state; a person, an organization and an unnamed speaker always act.
func castRoles(
  _ linked: Linked,
  _ locations: Locations,
  _ knownPlaces: [KnownPlace],
  _ tags: Tags,
  in lexed: Lexed,
  gazetteer: Gazetteer
) -> (NewsActors, Places) {
  var cast = Cast(
    linked: linked,
    locations: locations,
    lexed: lexed,
    tags: tags,
    gazetteer: gazetteer,
    places: Dictionary(
      knownPlaces.map { (Int($0.tokens.first), $0) },
      uniquingKeysWith: { first, _ in first }
    )
  )
  cast.assign()
  return (cast.actors(), cast.scenes())
}

private struct Cast {
  /// What makes two mentions one actor.
  private enum ActorKey: Hashable {
    case chain(Int)
    case state(UInt16)
  }

  /// What makes two mentions one place: "eastern Ukraine" is not "Ukraine".
  private struct SceneKey: Hashable {
    let chain: Int
    let modifier: String
  }

  /// What a place's name does.
  private struct Casting {
    let row: Int
    let part: Part
    /// The words around it say so.
    let isTold: Bool
  }

  private struct Role<Key: Hashable> {
    let key: Key
    var mentions: [Int] = []
    /// The names under which it stands in the text, in text order.
    var forms: [TokenRange] = []
  }

  let linked: Linked
  let locations: Locations
  let lexed: Lexed
  let tags: Tags
  let gazetteer: Gazetteer
  let places: [Int: KnownPlace]

  private var actorRoles: [Role<ActorKey>] = []
  private var sceneRoles: [Role<SceneKey>] = []
  private let prominence: Prominence
  private var actorRow: [ActorKey: Int] = [:]
  private var sceneRow: [SceneKey: Int] = [:]

  init(
    linked: Linked,
    locations: Locations,
    lexed: Lexed,
    tags: Tags,
    gazetteer: Gazetteer,
    places: [Int: KnownPlace]
  ) {
    self.linked = linked
    self.locations = locations
    self.lexed = lexed
    self.tags = tags
    self.gazetteer = gazetteer
    self.places = places
    prominence = Prominence(lexed, tags)
  }

  private var mentions: Mentions { linked.mentions }

  private func chain(of mention: Int) -> Int { linked.entities.ofMention[mention].index }

  // MARK: - Assigning

  mutating func assign() {
    var isNamed = [Bool](repeating: false, count: lexed.count)
    for row in 0..<mentions.count where mentions.forms[row] == .name {
      for token in mentions.tokens[row].rows { isNamed[token] = true }
    }
    let caster = Caster(lexed: lexed, tags: tags, isNamed: isNamed)
    var run: [Casting] = []
    for row in 0..<mentions.count where takesPart(row, isNamed, caster) {
      switch mentions.types[row] {
      case .person, .organization, .group:
        // Who wrote the article takes no part in what it tells.
        if !caster.isInByline(mentions.tokens[row]) { addActor(.chain(chain(of: row)), row) }
      case .nationality:
        if isState(row), caster.isPeopleActing(mentions.tokens[row]) {
          addActor(actorKey(ofPlace: row), row)
        }
      case .location where mentions.forms[row] != .name:
        // "the country", "it": not one of several that are named in a row.
        cast([casting(of: row, caster)], caster)
      case .location:
        if let last = run.last, !isJoined(last.row, row) {
          cast(run, caster)
          run = []
        }
        run.append(casting(of: row, caster))
      }
    }
    cast(run, caster)
  }

  /// Not who took a picture, and not a place within a body's name.
  private func takesPart(_ row: Int, _ isNamed: [Bool], _ caster: Caster) -> Bool {
    let tokens = mentions.tokens[row]
    if lexed.has(tokens.rows.lowerBound, .boilerplate) || caster.isAgency(tokens) { return false }
    return mentions.forms[row] != .nominal || mentions.types[row] != .location
      || !tokens.rows.allSatisfy { isNamed[$0] }
  }

  /// Casts places that are named in a row: "in Russia and Ukraine", "Moscow and Kyiv may have agreed".
  ///
  /// They go together: with the first where a preposition governs it, else with the verb behind the last.
  private mutating func cast(_ run: [Casting], _ caster: Caster) {
    guard let first = run.first, let last = run.last else { return }
    let isSubject =
      last.part == .acts && first.part != .describes
      && !caster.isGoverned(mentions.tokens[first.row])
    // Three in a row of which nothing tells are a list of places.
    let isList = run.count > 2 && !run.contains(where: \.isTold) && !isVerb(behind: last.row)
    let isActing = isList && caster.isJoined(mentions.tokens[first.row])
    for casting in run {
      var part = casting.part
      if part != .describes, first.part != .describes, canAct(casting.row) {
        part = isSubject ? .acts : first.part
      }
      if isList { part = isActing && canAct(casting.row) ? .acts : .isScene }
      if part == .acts { addActor(actorKey(ofPlace: casting.row), casting.row) }
      if part == .isScene { addScene(casting.row) }
    }
  }

  private func isVerb(behind row: Int) -> Bool {
    var next = mentions.tokens[row].rows.upperBound
    if next < lexed.count, tags[next].isPunctuation, tags[next] != .terminal { next += 1 }
    return next < lexed.count && (tags[next].isVerb || tags[next] == .modal)
  }

  private func isJoined(_ left: Int, _ right: Int) -> Bool {
    let between = mentions.tokens[left].rows.upperBound..<mentions.tokens[right].rows.lowerBound
    return between.count <= 3 && !between.isEmpty
      && between.allSatisfy { lexed.isToken($0, in: ["and", "or", "the", ","]) }
      && !lexed.isToken(between.lowerBound, "the")
  }

  private func casting(of row: Int, _ caster: Caster) -> Casting {
    let name = mentions.tokens[row]
    let told = caster.part(of: name, isState: isState(row))
    guard canAct(row) else {
      let part = caster.isSide(name) ? .acts : told == .describes ? Part.describes : .isScene
      return Casting(row: row, part: part, isTold: told != nil)
    }
    return Casting(row: row, part: told ?? (isState(row) ? .acts : .isScene), isTold: told != nil)
  }

  private func candidates(_ row: Int) -> [Gazetteer.Candidate] {
    guard let known = places[mentions.tokens[row].rows.lowerBound],
      known.name == mentions.tokens[row],
      known.tokens == known.name
    else { return [] }
    return known.candidates
  }

  /// A country, or a seat that is no city: what acts unless something says that it is a scene.
  private func isState(_ row: Int) -> Bool {
    let kind = locations.kinds[chain(of: row)]
    return kind == .country
      || kind != .city && candidates(row).contains { $0.naming == .seat }
  }

  /// "Brussels backed the plan": the union that has its seat there.
  private func isUnionSeat(_ row: Int) -> Bool {
    let name = mentions.tokens[row]
    return name.count == 1 && lexed.isToken(name.rows.lowerBound, in: CastingWords.unionSeats)
  }

  private func canAct(_ row: Int) -> Bool {
    isState(row) || isUnionSeat(row) || locations.kinds[chain(of: row)] == .region
      || lexed.isToken(mentions.tokens[row].rows.upperBound - 1, in: CastingWords.realms)
      || candidates(row).contains { $0.naming == .seat }
  }

  private func actorKey(ofPlace row: Int) -> ActorKey {
    if isUnionSeat(row) {
      let union = linked.chains.firstIndex { chain in
        chain.type == .organization && chain.keys.contains { CastingWords.union.contains($0) }
      }
      return .chain(union ?? chain(of: row))
    }
    let found = candidates(row)
    if let seat = found.first(where: { $0.naming == .seat }) {
      return .state(gazetteer.packedCountry(of: seat.place))
    }
    if locations.kinds[chain(of: row)] == .country,
      let country = locations.countries[chain(of: row)]
    {
      return .state(country.packed)
    }
    return .chain(chain(of: row))
  }

  private mutating func addActor(_ key: ActorKey, _ mention: Int) {
    let row = actorRow[key] ?? actorRoles.count
    if row == actorRoles.count {
      actorRow[key] = row
      actorRoles.append(Role(key: key))
    }
    actorRoles[row].mentions.append(mention)
    guard namesItsEntity(mention) else { return }
    lexed.note(mentions.tokens[mention], in: &actorRoles[row].forms)
  }

  private mutating func addScene(_ mention: Int) {
    var name = sceneName(mention)
    var modifier = ""
    let before = name.rows.lowerBound - 1
    // What ends the sentence before, as a heading without a mark does, is no part of the name.
    let sentence = lexed.sentences.tokens[lexed.sentence(of: name.rows.lowerBound)]
    if sentence.contains(before), lexed.isAny(before, .locationModifiers),
      !lexed.has(before, .capitalized),
      !lexed.isAny(before, .functionWords)
    {
      modifier = lexed.lower(before)
      name = TokenRange(before..<name.rows.upperBound)
    }
    let key = SceneKey(chain: chain(of: mention), modifier: modifier)
    let row = sceneRow[key] ?? sceneRoles.count
    if row == sceneRoles.count {
      sceneRow[key] = row
      sceneRoles.append(Role(key: key))
    }
    sceneRoles[row].mentions.append(mention)
    // Asked before the row is written to: a method called meanwhile would copy all rows.
    guard namesItsEntity(mention) else { return }
    lexed.note(name, in: &sceneRoles[row].forms)
  }

  /// The name with what it is: "Donetsk region"; but "a Pennsylvania plant" is in Pennsylvania, and not what that is called.
  private func sceneName(_ mention: Int) -> TokenRange {
    let (bare, kind) = (mentions.tokens[mention], locations.kinds[chain(of: mention)])
    let name = lexed.extended(bare, places)
    let isLand = kind == .country || kind == .region
    return isLand && places[bare.rows.lowerBound]?.tokens != name
      && lexed.span(at: bare.rows.upperBound, .regionWords) == nil ? bare : name
  }

  /// Whether a mention's words are a name, or for want of one what an unnamed actor is called.
  private func namesItsEntity(_ mention: Int) -> Bool {
    mentions.forms[mention] == .name || linked.chains[chain(of: mention)].isUnnamed
  }

  // MARK: - Tables

  func actors() -> NewsActors {
    let named = actorRoles.filter { !$0.forms.isEmpty }
    let ranked = ranked(named)
    var ofMention = [ID<NewsActor>?](repeating: nil, count: mentions.count)
    for (row, ranked) in ranked.enumerated() {
      for mention in ranked.role.mentions { ofMention[mention] = ID(row: row) }
    }
    var actors = NewsActors(ofMention: ofMention)
    for (role, salience) in ranked {
      let entity = entity(of: role)
      let name = actorName(role, entity)
      let chain = linked.chains[entity]
      actors.append(
        entity: ID(row: entity),
        name: name,
        kind: kind(role, chain),
        roles: chain.type == .person ? chain.roles : [],
        aliases: role.forms.filter { lexed.key($0) != lexed.key(name) }.sorted(),
        country: locations.countries[entity],
        salience: salience
      )
    }
    return actors
  }

  /// For a state, the chain of its country's own name if the text has one.
  private func entity(of role: Role<ActorKey>) -> Int {
    switch role.key {
    case .chain(let chain): chain
    case .state(let code):
      linked.chains.indices.first { row in
        locations.kinds[row] == .country && locations.countries[row]?.packed == code
          && hasName(row)
      } ?? chain(of: role.mentions[0])
    }
  }

  private func hasName(_ chain: Int) -> Bool {
    (0..<mentions.count).contains { self.chain(of: $0) == chain && mentions.types[$0] == .location }
  }

  private func actorName(_ role: Role<ActorKey>, _ entity: Int) -> TokenRange {
    let own = role.forms.filter { form in
      linked.chains[entity].forms.contains(form)
        && !(form.count == 1 && lexed.isToken(form.rows.lowerBound, in: ["north", "south"]))
    }
    let pool = own.isEmpty ? role.forms : own
    if case .state = role.key {
      // "Russia" rather than "the Russians", wherever it stands.
      return own.first { !isPeople($0) }
        ?? linked.chains[entity].forms.first { !isPeople($0) }
        ?? role.forms.first { !isPeople($0) } ?? role.forms[0]
    }
    return lexed.fullest(pool) ?? pool[0]
  }

  private func isPeople(_ name: TokenRange) -> Bool {
    places[name.rows.lowerBound]?.isDemonym == true
  }

  private func kind(_ role: Role<ActorKey>, _ chain: Chain) -> ActorKind {
    if case .state = role.key { return .government }
    switch chain.type {
    case .person: return chain.isUnnamed ? .source : .person
    case .organization: return .organization
    case .location: return .government
    case .group: return .group
    }
  }

  func scenes() -> Places {
    let ranked = ranked(sceneRoles.filter { !$0.forms.isEmpty })
    var ofMention = [ID<Place>?](repeating: nil, count: mentions.count)
    for (row, ranked) in ranked.enumerated() {
      for mention in ranked.role.mentions { ofMention[mention] = ID(row: row) }
    }
    var places = Places(ofMention: ofMention)
    for (role, salience) in ranked {
      let chain = role.key.chain
      let name =
        lexed.fullest(role.forms) ?? role.forms[0]
      places.append(
        entity: ID(row: chain),
        name: name,
        kind: role.key.modifier.isEmpty ? locations.kinds[chain] ?? .other : .region,
        aliases: aliases(of: role, besides: name),
        country: locations.countries[chain],
        coordinates: locations.coordinates[chain],
        salience: salience
      )
    }
    return places
  }

  /// The other forms, and the bare name of a place whose name holds what it is: "Donetsk" for "Donetsk region".
  private func aliases(of role: Role<SceneKey>, besides name: TokenRange) -> [TokenRange] {
    var aliases = role.forms.filter { $0 != name }
    guard role.key.modifier.isEmpty else { return aliases.sorted() }
    for form in [name] + aliases {
      guard
        let bare = role.mentions.lazy.map({ mentions.tokens[$0] }).first(where: {
          form.contains($0) && $0 != form
        }),
        !([name] + aliases).contains(where: { lexed.key($0) == lexed.key(bare) })
      else { continue }
      aliases.append(bare)
    }
    return aliases.sorted()
  }

  // MARK: - Salience

  /// By salience, which grows with the mentions, more so in the headline, at the start, as a subject and as who speaks.
  private func ranked<Key>(_ roles: [Role<Key>]) -> [(role: Role<Key>, salience: Float)] {
    let weights = roles.map { role in
      role.mentions.reduce(Float(0)) { $0 + prominence.weight(of: $1, in: mentions) }
    }
    let most = max(weights.max() ?? 1, 1)
    return zip(roles, weights)
      .map { (role: $0, salience: $1 / most) }
      .sorted { left, right in
        left.salience > right.salience
          || left.salience == right.salience && left.role.mentions[0] < right.role.mentions[0]
      }
  }
}
