internal import Prose
internal import Reference

/// Finds country, kind and coordinates of every entity that is a place or bears its name.
///
/// A person's country is that of the title.
func locate(
  _ linked: Linked,
  _ knownPlaces: [KnownPlace],
  in lexed: Lexed,
  gazetteer: Gazetteer,
  atlas: Atlas
) -> Locations {
  let places = Dictionary(
    knownPlaces.map { (Int($0.tokens.first), $0) },
    uniquingKeysWith: { first, _ in first }
  )
  let tables = PlaceSenses(gazetteer: gazetteer, atlas: atlas)
  let resolver = resolvePlaces(linked, places, PlaceContext(knownPlaces, gazetteer), lexed, tables)
  var locations = Locations()
  for (row, chain) in linked.chains.enumerated() {
    switch chain.type {
    case .location, .group:
      let sense = resolver.resolved[row]
      let kind = chain.isUnnamed ? nil : sense?.kind ?? .other
      locations.append(
        country: sense.flatMap { CountryCode(packed: $0.country) },
        coordinates: sense?.coordinates,
        kind: chain.type == .location ? resolver.kinds[row] ?? kind : nil,
        region: sense.flatMap(tables.region)
      )
    case .person:
      locations.append(
        country: country(ofRoles: chain, places, gazetteer),
        coordinates: nil,
        kind: nil
      )
    case .organization:
      locations.append(country: nil, coordinates: nil, kind: nil)
    }
  }
  for code in Set(locations.countries.compactMap(\.self)) {
    if let name = gazetteer.countryName(code.packed) { locations.name(code, name) }
  }
  return locations
}

private func resolvePlaces(
  _ linked: Linked,
  _ places: [Int: KnownPlace],
  _ context: PlaceContext,
  _ lexed: Lexed,
  _ tables: PlaceSenses
) -> PlaceResolver {
  let mentions = linked.mentions
  var namings: [Int: [Int]] = [:]
  for row in 0..<mentions.count where mentions.forms[row] == .name {
    namings[linked.entities.ofMention[row].index, default: []].append(row)
  }
  let reader = PlaceNameReader(lexed: lexed, places: places, tables: tables)
  let containment = Containment(linked, lexed, places)
  var resolver = PlaceResolver(tables: tables, context: context)
  /// Whether a country's chain is only called by a name that a region has too: "Georgia".
  func isShared(_ chain: Chain, _ namings: [Int]) -> Bool {
    guard namings.allSatisfy({ mentions.types[$0] == .location }) else { return false }
    return chain.forms.contains { form in
      places[form.rows.lowerBound]?.candidates.contains { candidate in
        candidate.naming == .name && tables.gazetteer.kind(of: candidate.place) == .region
      } == true
    }
  }
  for (row, chain) in linked.chains.enumerated() where !chain.isUnnamed {
    guard chain.type == .location || chain.type == .group else { continue }
    let namings = namings[row] ?? []
    var place = PlaceName()
    if let known = chain.place, !isShared(chain, namings) {
      resolver.settle(row, as: tables.sense(ofGazetteer: known, naming: .name, name: ""))
      continue
    }
    for form in chain.forms.sorted(by: { $0.count > $1.count }) where place.senses.isEmpty {
      let read = reader.read(form)
      place.kind = place.kind ?? read.kind
      place.senses = read.senses
      place.isVague = read.isVague
    }
    let named = place.senses.filter { $0.naming == .name }
    if !named.isEmpty { place.senses = named }
    let holders = namings.prefix(8).flatMap { containment.holders(of: mentions.tokens[$0]) }
    resolver.add(
      row,
      isPlace: chain.type == .location,
      isScene: namings.contains { containment.isScene(mentions.tokens[$0]) },
      place,
      holders.filter { $0.chain != row }
    )
  }
  resolver.resolve()
  return resolver
}

/// The first country that a person's titles name.
private func country(
  ofRoles chain: Chain,
  _ places: [Int: KnownPlace],
  _ gazetteer: Gazetteer
) -> CountryCode? {
  for role in chain.roles {
    for token in role.rows {
      guard let place = places[token] else { continue }
      let code = CountryCode(packed: gazetteer.packedCountry(of: place.candidates[0].place))
      if let code { return code }
    }
  }
  return nil
}
