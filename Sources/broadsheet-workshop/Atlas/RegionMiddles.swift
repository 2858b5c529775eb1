internal import Reference

/// The middles of regions as their cities' map shows them: a table's own point may lie at a region's edge.
struct RegionMiddles {
  private struct Region: Hashable {
    let country: String
    let key: String
  }

  /// Half degrees.
  private struct Cell: Hashable {
    let north: Int
    let east: Int
  }

  /// So many cells with a city tell a middle.
  private static let leastCells = 4

  private var cells: [Region: Set<Cell>] = [:]

  init(_ cities: [AtlasPlace]) {
    for city in cities where !city.region.isEmpty {
      let region = Region(country: city.country, key: placeKey(city.region))
      let cell = Cell(
        north: Int((city.latitude * 2).rounded(.down)),
        east: Int((city.longitude * 2).rounded(.down))
      )
      cells[region, default: []].insert(cell)
    }
  }

  /// The mean of the cells that hold a city; nil where they are few, or lie on both sides of the date line.
  func middle(of region: String, in country: String) -> (latitude: Float, longitude: Float)? {
    let known = cells[Region(country: country, key: placeKey(region))] ?? []
    let east = known.map(\.east)
    guard known.count >= Self.leastCells, let west = east.min(), let last = east.max(),
      last - west < 180
    else { return nil }
    let count = Float(known.count)
    return (
      latitude: (Float(known.reduce(0) { $0 + $1.north }) / count + 0.5) / 2,
      longitude: (Float(east.reduce(0, +)) / count + 0.5) / 2
    )
  }
}
