internal import Prose
internal import Reference

/// Finds country, kind and coordinates of every entity that the gazetteer knows.
///
/// Of several places with one name it takes the one in a country that the article speaks of, or whose name
/// follows ("Odessa, Texas"), and among those the best known. A person's country is that of the title.
func locate(
  _ linked: Linked,
  _ knownPlaces: [KnownPlace],
  in lexed: Lexed,
  gazetteer: Gazetteer
) -> Locations {
  let resolver = PlaceResolver(
    lexed: lexed,
    gazetteer: gazetteer,
    places: Dictionary(
      knownPlaces.map { (Int($0.tokens.first), $0) },
      uniquingKeysWith: { first, _ in first }
    ),
    focus: countryFocus(knownPlaces, gazetteer)
  )
  var locations = Locations()
  for chain in linked.chains {
    switch chain.type {
    case .location, .group:
      let place = chain.place ?? resolver.place(of: chain)
      let kind = chain.isUnnamed ? nil : place.map(resolver.kind) ?? .other
      locations.append(
        country: place.flatMap { CountryCode(packed: gazetteer.packedCountry(of: $0)) },
        coordinates: place.flatMap(resolver.coordinates),
        kind: chain.type == .location ? resolver.kindByWords(of: chain) ?? kind : nil
      )
    case .person:
      locations.append(country: resolver.country(ofRoles: chain), coordinates: nil, kind: nil)
    case .organization:
      locations.append(country: nil, coordinates: nil, kind: nil)
    }
  }
  for code in Set(locations.countries.compactMap(\.self)) {
    if let name = gazetteer.countryName(code.packed) { locations.name(code, name) }
  }
  return locations
}

/// How often the article names each country, by itself, its people or its seat.
private func countryFocus(_ known: [KnownPlace], _ gazetteer: Gazetteer) -> [UInt16: Int] {
  var focus: [UInt16: Int] = [:]
  for place in known {
    let best = place.candidates[0].place
    guard gazetteer.kind(of: best) == .country || place.candidates[0].naming != .name else {
      continue
    }
    focus[gazetteer.packedCountry(of: best), default: 0] += 1
  }
  return focus
}

private struct PlaceResolver {
  let lexed: Lexed
  let gazetteer: Gazetteer
  let places: [Int: KnownPlace]
  let focus: [UInt16: Int]

  func place(of chain: Chain) -> Int? {
    for form in chain.forms.sorted(by: { $0.count > $1.count }) {
      guard let known = places[form.rows.lowerBound], known.name == form else { continue }
      let named = known.candidates.filter { $0.naming == .name }
      if let best = named.max(by: { score($0, form) < score($1, form) }) { return best.place }
      return known.candidates[0].place
    }
    return nil
  }

  private func score(_ candidate: Gazetteer.Candidate, _ form: TokenRange) -> Double {
    let place = candidate.place
    let country = gazetteer.packedCountry(of: place)
    var score = 0.0
    switch gazetteer.kind(of: place) {
    case .country: score += 12
    case .region: score += 2
    default: break
    }
    if gazetteer.flags(of: place).contains(.capital) { score += 3 }
    var people = gazetteer.population(of: place)
    while people > 10 {
      score += 1
      people /= 4
    }
    if country != 0, let times = focus[country] { score += 4 + Double(min(times, 4)) }
    if let container = container(behind: form) {
      score += gazetteer.packedCountry(of: container) == country ? 10 : -4
    }
    return score
  }

  /// The region or country in "Odessa, Texas".
  private func container(behind form: TokenRange) -> Int? {
    guard lexed.isToken(form.rows.upperBound, ","), let next = places[form.rows.upperBound + 1],
      !next.isDemonym
    else { return nil }
    let place = next.candidates[0].place
    return [.region, .country].contains(gazetteer.kind(of: place)) ? place : nil
  }

  func kind(_ place: Int) -> PlaceKind {
    switch gazetteer.kind(of: place) {
    case .country: .country
    case .region: .region
    case .city: .city
    case .water: .water
    case .facility: .facility
    case .other: .other
    }
  }

  /// What the words beside the name say: "Donetsk region", "Lake Chad", "Zaporizhzhia nuclear power plant".
  func kindByWords(of chain: Chain) -> PlaceKind? {
    for form in chain.forms {
      let whole = lexed.extended(form, places)
      let last = whole.rows.upperBound - 1
      guard whole.count > 1 else { continue }
      if lexed.isAny(last, .facilityWords) { return .facility }
      if lexed.isAny(last, .regionWords) { return .region }
      if lexed.isAny(last, .waterWords) || lexed.isAny(whole.rows.lowerBound, .waterWords) {
        return .water
      }
    }
    return nil
  }

  func coordinates(_ place: Int) -> Coordinates? {
    let latitude = gazetteer.latitude(of: place)
    guard !latitude.isNaN else { return nil }
    return Coordinates(latitude: latitude, longitude: gazetteer.longitude(of: place))
  }

  /// The first country that a person's titles name.
  func country(ofRoles chain: Chain) -> CountryCode? {
    for role in chain.roles {
      for token in role.rows {
        guard let place = places[token] else { continue }
        let code = CountryCode(packed: gazetteer.packedCountry(of: place.candidates[0].place))
        if let code { return code }
      }
    }
    return nil
  }
}
