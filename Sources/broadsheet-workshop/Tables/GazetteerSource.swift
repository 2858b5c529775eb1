internal import Foundation
internal import Reference

/// Builds the gazetteer from `countries.tsv`, `places.tsv` and `peoples.tsv`.
func buildGazetteer(from folder: URL) throws -> [UInt8] {
  try buildGazetteer(
    countries: SourceFile(folder.appending(path: "countries.tsv")),
    places: SourceFile(folder.appending(path: "places.tsv")),
    peoples: SourceFile(folder.appending(path: "peoples.tsv"))
  )
}

func buildGazetteer(
  countries: SourceFile,
  places: SourceFile,
  peoples: SourceFile
) throws -> [UInt8] {
  var source = GazetteerSource()
  for line in countries.lines { try source.addCountry(line, of: countries.name) }
  for line in places.lines { try source.addPlace(line, of: places.name) }
  for line in peoples.lines { try source.addPeople(line, of: peoples.name) }
  return source.table()
}

private struct GazetteerSource {
  private struct Row {
    var latitude: Float
    var longitude: Float
    var code: String
    var kind: Gazetteer.Kind
    var flags: Gazetteer.Flags
    var population: UInt32
    var country: Int?
  }

  private struct Naming {
    let row: Int
    let naming: Gazetteer.Naming
    /// The name by which the tables list the place, not another spelling.
    let isMain: Bool
  }

  private var rows: [Row] = []
  private var names: [String: [Naming]] = [:]
  private var countryRows: [String: Int] = [:]
  private var capitals: [String: String] = [:]
  private var countryNames: [(code: String, name: String)] = []

  mutating func addCountry(_ line: SourceFile.Line, of file: String) throws {
    guard line[0].utf8.count == 2, let latitude = Float(line[3]), let longitude = Float(line[4]),
      let population = UInt32(line[5])
    else {
      throw SourceError.malformed(
        file: file,
        line: line.number,
        expected: "code, name, capital, latitude, longitude and population"
      )
    }
    let row = rows.count
    countryRows[line[0]] = row
    capitals[line[0]] = line[2]
    countryNames.append((line[0], line[1]))
    rows.append(
      Row(
        latitude: latitude,
        longitude: longitude,
        code: line[0],
        kind: .country,
        flags: [],
        population: population,
        country: nil
      )
    )
    name(line[1], row, .name, isMain: true)
    for other in line.list(6) { name(other, row, .name, isMain: true) }
    for demonym in line.list(7) { name(demonym, row, .demonym, isMain: true) }
    for seat in line.list(8) { name(seat, row, .seat, isMain: true) }
  }

  mutating func addPlace(_ line: SourceFile.Line, of file: String) throws {
    guard let kind = Gazetteer.Kind.allCases.first(where: { "\($0)" == line[1] }),
      let latitude = Float(line[3]), let longitude = Float(line[4]),
      let population = UInt64(line[5].isEmpty ? "0" : line[5]),
      line[2].isEmpty || countryRows[line[2]] != nil
    else {
      throw SourceError.malformed(
        file: file,
        line: line.number,
        expected: "name, kind, known country, latitude, longitude and population"
      )
    }
    let row = rows.count
    let isCapital = kind == .city && capitals[line[2]] == line[0]
    rows.append(
      Row(
        latitude: latitude,
        longitude: longitude,
        code: line[2],
        kind: kind,
        flags: isCapital ? .capital : [],
        population: UInt32(clamping: population),
        country: countryRows[line[2]]
      )
    )
    name(line[0], row, .name, isMain: true)
    for other in line.list(7) { name(other, row, .name, isMain: false) }
  }

  mutating func addPeople(_ line: SourceFile.Line, of file: String) throws {
    guard line[1].isEmpty else {
      let known = (names[tableKey(line[1])] ?? []).filter { $0.naming == .name }
      let place =
        known.first { line[2].isEmpty || rows[$0.row].code == line[2] } ?? known.first
      guard let place else {
        throw SourceError.unknownPlace(file: file, line: line.number, name: line[1])
      }
      name(line[0], place.row, .demonym, isMain: true)
      return
    }
    // A people without a land of its own is a row without coordinates.
    let row = rows.count
    rows.append(
      Row(
        latitude: .nan,
        longitude: .nan,
        code: line[2],
        kind: .other,
        flags: [],
        population: 0,
        country: countryRows[line[2]]
      )
    )
    name(line[0], row, .demonym, isMain: true)
  }

  private mutating func name(
    _ text: String,
    _ row: Int,
    _ naming: Gazetteer.Naming,
    isMain: Bool
  ) {
    let key = tableKey(text)
    guard !key.isEmpty,
      names[key]?.contains(where: { $0.row == row && $0.naming == naming }) != true
    else { return }
    names[key, default: []].append(Naming(row: row, naming: naming, isMain: isMain))
  }

  func table() -> [UInt8] {
    var writer = TableWriter(format: Gazetteer.format, version: Gazetteer.version)
    let candidateCount = names.values.reduce(0) { $0 + $1.count }
    writer.append(UInt32(rows.count))
    writer.append(UInt32(candidateCount))
    for row in rows {
      writer.append(row.latitude.bitPattern)
      writer.append(row.longitude.bitPattern)
      writer.append(packed(row.code))
      writer.append(row.kind.rawValue)
      writer.append(row.flags.rawValue)
      writer.append(row.population)
      writer.append(UInt32(row.country.map { $0 + 1 } ?? 0))
    }
    var values: [String: UInt64] = [:]
    var first: UInt64 = 0
    for (key, found) in names.sorted(by: { $0.key < $1.key }) {
      let ranked = found.sorted { rank($0) > rank($1) }
      for naming in ranked {
        writer.append(UInt32(naming.row) | UInt32(naming.naming.rawValue) << 30)
      }
      values[key, default: 0] |= first | UInt64(ranked.count) << 32
      first += UInt64(ranked.count)
      for prefix in key.phrasePrefixes {
        values[prefix, default: 0] |= WordClasses.beginsPhrase.rawValue
      }
    }
    writer.pad(to: 8)
    writer.append(values)
    appendCountryNames(to: &writer)
    return writer.finished()
  }

  /// ISO 3166-1 letters, the first in the high byte; 0 for none.
  private func packed(_ code: String) -> UInt16 {
    code.utf8.reduce(0) { $0 << 8 | UInt16($1) }
  }

  private func appendCountryNames(to writer: inout TableWriter) {
    writer.append(UInt32(countryNames.count))
    var start: UInt32 = 0
    for country in countryNames {
      writer.append(packed(country.code))
      writer.append(UInt16(country.name.utf8.count))
      writer.append(start)
      start += UInt32(country.name.utf8.count)
    }
    for country in countryNames { for byte in country.name.utf8 { writer.append(byte) } }
  }

  /// What a name is taken for where nothing else decides: countries, then fame, which population stands for.
  private func rank(_ naming: Naming) -> (Int, Int, UInt32, Int) {
    let row = rows[naming.row]
    let kind =
      switch row.kind {
      case .country: 3
      case .city where row.flags.contains(.capital): 2
      default: 1
      }
    return (kind, naming.isMain ? 1 : 0, row.population, -naming.row)
  }
}
