internal import Prose
internal import Reference

/// One of the places that a name can mean.
struct PlaceSense: Sendable {
  var kind: PlaceKind
  /// As the tables pack it; 0 for none.
  let country: UInt16
  /// Nil for a people without a land.
  let coordinates: Coordinates?
  /// As `Atlas.sizeClass` counts.
  let size: Int
  /// Its row in the atlas; nil for what only the gazetteer lists.
  var atlasRow: Int?
  let isCapital: Bool
  /// Listed in the gazetteer, which holds what news names.
  let isFamiliar: Bool
  /// The name is that of the people, or one by which news calls a government.
  let naming: Gazetteer.Naming
  /// The name is not what the place is called first.
  let isOtherName: Bool
  /// In the form of `placeKey`.
  let name: String

  init(
    kind: PlaceKind,
    country: UInt16,
    coordinates: Coordinates?,
    size: Int,
    atlasRow: Int?,
    isCapital: Bool,
    isFamiliar: Bool,
    naming: Gazetteer.Naming,
    isOtherName: Bool,
    name: String
  ) {
    self.kind = kind
    self.country = country
    self.coordinates = coordinates
    self.size = size
    self.atlasRow = atlasRow
    self.isCapital = isCapital
    self.isFamiliar = isFamiliar
    self.naming = naming
    self.isOtherName = isOtherName
    self.name = name
  }

  /// A place of which only the country is known.
  init(unlistedIn country: UInt16) {
    self.init(
      kind: .other,
      country: country,
      coordinates: nil,
      size: 0,
      atlasRow: nil,
      isCapital: false,
      isFamiliar: false,
      naming: .name,
      isOtherName: false,
      name: ""
    )
  }

  /// Kilometers; nil where either has no coordinates.
  func distance(to other: PlaceSense) -> Float? {
    guard let here = coordinates, let there = other.coordinates else { return nil }
    return approximateDistance(here.latitude, here.longitude, there.latitude, there.longitude)
  }
}

/// Looks names up in both tables.
struct PlaceSenses: Sendable {
  let gazetteer: Gazetteer
  let atlas: Atlas

  /// What a name can mean, each place once.
  ///
  /// - Parameters:
  ///   - key: As the gazetteer lists names, tokens between spaces.
  ///   - text: The name as it is written.
  /// - Returns: The gazetteer's places first; none for a name that neither table lists.
  func senses(key: String, text: String) -> [PlaceSense] {
    var name = placeKey(text)
    var senses = (gazetteer.match(key)?.candidates ?? []).map { sense($0, name) }
    var found = atlas.places(called: name)
    if found.isEmpty, name.hasPrefix("the ") {
      name.removeFirst(4)
      found = atlas.places(called: name)
    }
    for place in found.rows {
      let sense = sense(place, name, isOtherName: !found.owned.contains(place))
      if let known = senses.firstIndex(where: { isSame($0, sense) }) {
        senses[known].atlasRow = senses[known].atlasRow ?? place
      } else {
        senses.append(sense)
      }
    }
    return senses
  }

  func sense(ofGazetteer place: Int, naming: Gazetteer.Naming, name: String) -> PlaceSense {
    let latitude = gazetteer.latitude(of: place)
    return PlaceSense(
      kind: PlaceKind(gazetteer.kind(of: place)),
      country: gazetteer.packedCountry(of: place),
      coordinates: latitude.isNaN
        ? nil : Coordinates(latitude: latitude, longitude: gazetteer.longitude(of: place)),
      size: Atlas.sizeClass(population: gazetteer.population(of: place)),
      atlasRow: nil,
      isCapital: gazetteer.flags(of: place).contains(.capital),
      isFamiliar: true,
      naming: naming,
      isOtherName: false,
      name: name
    )
  }

  private func sense(_ candidate: Gazetteer.Candidate, _ name: String) -> PlaceSense {
    sense(ofGazetteer: candidate.place, naming: candidate.naming, name: name)
  }

  private func sense(_ place: Int, _ name: String, isOtherName: Bool) -> PlaceSense {
    PlaceSense(
      kind: PlaceKind(atlas.kind(of: place)),
      country: atlas.packedCountry(of: place),
      coordinates: atlas.point(of: place).map {
        Coordinates(latitude: $0.latitude, longitude: $0.longitude)
      },
      size: atlas.sizeClass(of: place),
      atlasRow: place,
      isCapital: false,
      isFamiliar: false,
      naming: .name,
      isOtherName: isOtherName,
      name: name
    )
  }

  /// Whether `region` is, by its name or by the map, the region or country that holds `place`.
  func isIn(_ place: PlaceSense, _ region: PlaceSense) -> Bool {
    guard place.country == region.country, place.country != 0 else { return false }
    if region.kind == .country { return true }
    if let name = self.region(of: place) {
      let (name, other) = (placeKey(name), region.name)
      return name == other || name.hasPrefix(other + " ") || other.hasPrefix(name + " ")
    }
    return (place.distance(to: region) ?? .infinity) < 200
  }

  /// The first-level region that a place is in; nil where none is known.
  func region(of place: PlaceSense) -> String? {
    place.atlasRow.flatMap(atlas.region)
  }

  /// Whether both tables mean one place.
  private func isSame(_ left: PlaceSense, _ right: PlaceSense) -> Bool {
    guard left.naming == .name, left.kind == right.kind, let distance = left.distance(to: right)
    else { return false }
    switch left.kind {
    case .country: return left.country == right.country
    case .region: return left.country == right.country && distance < 300
    case .city, .facility: return left.country == right.country && distance < 40
    case .water, .other: return distance < 300
    }
  }
}

extension PlaceKind {
  init(_ kind: Gazetteer.Kind) {
    switch kind {
    case .country: self = .country
    case .region: self = .region
    case .city: self = .city
    case .water: self = .water
    case .facility: self = .facility
    case .other: self = .other
    }
  }
}
