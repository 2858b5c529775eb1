internal import Reference

/// Packs places as `Atlas` reads them.
func packAtlas(_ places: [AtlasPlace]) -> [UInt8] {
  var owned: [String: [Int]] = [:]
  var others: [String: Set<Int>] = [:]
  for (row, place) in places.enumerated() {
    let key = placeKey(place.name)
    guard !key.isEmpty, key.utf8.count <= 255 else { continue }
    owned[key, default: []].append(row)
    for other in Set(place.otherNames.map(placeKey))
    where other != key && !other.isEmpty && other.utf8.count <= 255 {
      others[other, default: []].insert(row)
    }
  }
  let keys = Set(owned.keys).union(others.keys).map { Array($0.utf8) }
    .sorted { $0.lexicographicallyPrecedes($1) }
  let order = { (left: Int, right: Int) in
    (places[right].population, left) < (places[left].population, right)
  }
  let names = keys.map { key in
    let text = String(decoding: key, as: UTF8.self)
    return AtlasName(
      key: key,
      owned: Array((owned[text] ?? []).sorted(by: order).prefix(255)),
      others: Array((others[text] ?? []).sorted(by: order).prefix(255))
    )
  }
  return AtlasWriter(places: places, names: names).table()
}

private struct AtlasName {
  let key: [UInt8]
  let owned: [Int]
  let others: [Int]
}

private struct AtlasWriter {
  private struct Division: Hashable {
    let country: String
    let name: String
  }

  private let places: [AtlasPlace]
  private let names: [AtlasName]
  /// The places in the order of their rows.
  private let order: [Int]
  private let rows: [Int: Int]
  private let divisions: [Division]

  init(places: [AtlasPlace], names: [AtlasName]) {
    self.places = places
    self.names = names
    order = names.flatMap(\.owned)
    rows = Dictionary(uniqueKeysWithValues: zip(order, order.indices))
    divisions = Set(order.map { Division(country: places[$0].country, name: places[$0].region) })
      .sorted { ($0.country, $0.name) < ($1.country, $1.name) }
  }

  func table() -> [UInt8] {
    var writer = TableWriter(format: Atlas.format, version: Atlas.version)
    let (index, entries) = packedNames()
    let divisionNames = TableBytes.headerCount + 4 * 7 + 8 * (divisions.count + 1)
    let nameBytes = divisions.flatMap { Array($0.name.utf8) }
    let indexStart = divisionNames + nameBytes.count + Atlas.placeStride * order.count
    writer.append(UInt32(names.count))
    writer.append(UInt32(order.count))
    writer.append(UInt32(divisions.count))
    writer.append(UInt32(index.count))
    writer.append(UInt32(divisionNames))
    writer.append(UInt32(indexStart))
    writer.append(UInt32(indexStart + 8 * index.count))
    var start: UInt32 = 0
    for division in divisions + [Division(country: "", name: "")] {
      writer.append(start)
      writer.append(division.country.utf8.reduce(UInt16(0)) { $0 << 8 | UInt16($1) })
      writer.append(UInt16(0))
      start += UInt32(division.name.utf8.count)
    }
    for byte in nameBytes { writer.append(byte) }
    let divisionRows = Dictionary(uniqueKeysWithValues: zip(divisions, divisions.indices))
    for row in order {
      let place = places[row]
      let isPlaced = !place.latitude.isNaN && !place.longitude.isNaN
      writer.append(isPlaced ? UInt16(((place.latitude + 90) / 180 * 65_535).rounded()) : .max)
      writer.append(isPlaced ? UInt16(((place.longitude + 180) / 360 * 65_535).rounded()) : .max)
      let division = Division(country: place.country, name: place.region)
      writer.append(UInt16(divisionRows[division] ?? 0))
      writer.append(
        place.kind.rawValue << 5 | UInt8(Atlas.sizeClass(population: place.population))
      )
    }
    for block in index {
      writer.append(block.start)
      writer.append(block.firstPlace)
    }
    for byte in entries { writer.append(byte) }
    return writer.finished()
  }

  private func packedNames() -> (
    index: [(start: UInt32, firstPlace: UInt32)], entries: [UInt8]
  ) {
    var index: [(start: UInt32, firstPlace: UInt32)] = []
    var entries: [UInt8] = []
    var place = 0
    var last: [UInt8] = []
    for (row, name) in names.enumerated() {
      if row % Atlas.blockCount == 0 {
        index.append((UInt32(entries.count), UInt32(place)))
        last = []
      }
      let shared = min(zip(last, name.key).prefix { $0 == $1 }.count, 15)
      let rest = name.key.dropFirst(shared)
      entries.append(UInt8(shared << 4 | min(rest.count, 15)))
      if rest.count >= 15 { entries.append(UInt8(rest.count)) }
      entries.append(contentsOf: rest)
      entries.append(UInt8(min(name.owned.count, 7) | min(name.others.count, 7) << 3))
      if name.owned.count >= 7 { entries.append(UInt8(name.owned.count)) }
      if name.others.count >= 7 { entries.append(UInt8(name.others.count)) }
      for other in name.others {
        let row = rows[other] ?? 0
        entries.append(UInt8(row & 0xFF))
        entries.append(UInt8(row >> 8 & 0xFF))
        entries.append(UInt8(row >> 16))
      }
      place += name.owned.count
      last = name.key
    }
    return (index, entries)
  }
}
