internal import Reference

/// What English calls the first-level regions that GeoNames knows by codes alone.
///
/// A region's code has the name by which the lists here or Natural Earth place most of its cities; where neither tells, or
/// where they count regions differently, `regions.tsv` says it.
struct RegionNames {
  private struct Code: Hashable {
    let country: String
    let code: String
  }

  private struct CityName: Hashable {
    let country: String
    let key: String
  }

  private var given: [Code: String] = [:]
  private var votes: [Code: [String: Int]] = [:]
  private var cities: [CityName: [Int]] = [:]
  private let all: [GeoNamesCity]

  init(_ cities: [GeoNamesCity], given: SourceFile) {
    all = cities
    for line in given.lines { self.given[Code(country: line[0], code: line[1])] = line[2] }
    for (row, city) in cities.enumerated() {
      for key in Set(([city.name] + city.usableNames).map(placeKey)) {
        self.cities[CityName(country: city.countrycode, key: key), default: []].append(row)
      }
    }
  }

  mutating func give(_ name: String, country: String, code: String) {
    given[Code(country: country, code: code)] = name
  }

  /// Counts a city that is said to be in `region`.
  mutating func vote(
    city: String,
    country: String,
    latitude: Float,
    longitude: Float,
    region: String,
    weight: Int
  ) {
    let known = cities[CityName(country: country, key: placeKey(city))] ?? []
    let near = known.map { row in
      let city = all[row]
      return (
        row: row,
        distance: approximateDistance(city.latitude, city.longitude, latitude, longitude)
      )
    }.min { $0.distance < $1.distance }
    guard let near, near.distance < 50 else { return }
    let code = Code(country: country, code: all[near.row].admin1code)
    votes[code, default: [:]][region, default: 0] += weight
  }

  /// Empty where nothing tells.
  func name(country: String, code: String) -> String {
    let code = Code(country: country, code: code)
    if let name = given[code] { return name }
    guard let votes = votes[code],
      let (name, count) = votes.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      count * 10 >= votes.values.reduce(0, +) * 6
    else { return "" }
    return name
  }
}
