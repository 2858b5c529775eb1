import Testing

@testable import Reference

struct AtlasTests {
  private static let atlas = Atlas.builtIn

  @Test func `the atlas and the coastlines are whole`() {
    for bytes in [Self.atlas.bytes, Coastlines.builtIn.bytes] {
      #expect(bytes.checksum == bytes.statedChecksum)
    }
    #expect(Self.atlas.nameCount > 270_000)
    #expect(Self.atlas.placeCount > 170_000)
    #expect(Self.atlas.bytes.count <= 4_000_000)
  }

  @Test(arguments: [
    ("springfield", "US", "Illinois", Float(39.8), Float(-89.6)),
    ("springfield", "US", "Missouri", 37.2, -93.3),
    ("cologne", "DE", "North Rhine-Westphalia", 50.9, 7.0),
    ("st denis", "FR", "Île-de-France", 48.9, 2.4),
    ("deir ez zor", "SY", "Deir el-Zour Province", 35.3, 40.1),
  ])
  func `a city has its country, region and point`(
    key: String,
    country: String,
    region: String,
    latitude: Float,
    longitude: Float
  ) throws {
    let rows = Self.atlas.places(called: key).rows
    let row = try #require(
      rows.first { Self.atlas.region(of: $0) == region && letters($0) == country }
    )
    let point = try #require(Self.atlas.point(of: row))
    #expect(abs(point.latitude - latitude) < 0.2 && abs(point.longitude - longitude) < 0.2)
    #expect(Self.atlas.kind(of: row) == .city)
  }

  @Test func `a county has its state but no point`() throws {
    let rows = Self.atlas.places(called: "harris county").rows
    #expect(Set(rows.compactMap(Self.atlas.region)) == ["Georgia", "Texas"])
    #expect(rows.allSatisfy { Self.atlas.point(of: $0) == nil && letters($0) == "US" })
  }

  @Test func `a name's places come from the largest on`() {
    let owned = Self.atlas.places(called: "springfield").owned
    let sizes = owned.map(Self.atlas.sizeClass)
    #expect(sizes.count > 10)
    #expect(sizes == sizes.sorted(by: >))
    #expect(Self.atlas.sizeClass(called: "springfield") == sizes.first)
  }

  @Test(arguments: ["", " ", "zzzzzz", "springfiel", "springfieldx", "\u{10FFFF}", "!"])
  func `a name that is not listed has no places`(key: String) {
    #expect(Self.atlas.places(called: key).isEmpty)
    #expect(Self.atlas.sizeClass(called: key) == nil)
  }

  @Test func `the atlas knows which names go on`() {
    #expect(Self.atlas.beginsLonger("new"))
    #expect(Self.atlas.beginsLonger("deir ez"))
    #expect(!Self.atlas.beginsLonger("springfiel"))
    #expect(!Self.atlas.beginsLonger("zzzzzz"))
  }

  @Test(arguments: [
    (0, 0), (999, 0), (1_000, 1), (1_999, 1), (2_000, 2), (5_000, 3), (10_000, 4), (499_999, 8),
    (500_000, 9), (38_000_000, 14), (5_000_000_000, 21), (Int.max / 4, 21),
  ])
  func `sizes go up in steps of one, two and five`(population: Int, sizeClass: Int) {
    #expect(Atlas.sizeClass(population: population) == sizeClass)
    #expect(Atlas.population(sizeClass: sizeClass) <= population)
  }

  @Test(arguments: [
    ("Saint-Denis", "st denis"), ("St. Denis", "st denis"), ("ST DENIS", "st denis"),
    ("Sana'a", "sanaa"), ("Sana’a", "sanaa"), ("Łódź", "lodz"), ("Straße", "strasse"),
    ("Thừa Thiên–Huế", "thua thien hue"), ("Al Ḩasakah", "al hasakah"),
    ("Mount  Elgon", "mt elgon"),
    ("Mountain View", "mountain view"), ("Zu\u{308}rich", "zurich"), ("Москва", "москва"),
    ("Winston-Salem, N.C.", "winston salem nc"), ("", ""), ("--", ""), ("’", ""),
  ])
  func `spellings of one name have one key`(name: String, key: String) {
    #expect(placeKey(name) == key)
  }

  @Test(arguments: [Float(-60), 0, 30, 50, 65])
  func `a degree is as long as it should be`(latitude: Float) {
    #expect(abs(approximateDistance(latitude, 10, latitude + 1, 10) - 111.2) < 0.1)
    let across = approximateDistance(latitude, 179.5, latitude, -179.5)
    let cosine: [Float: Float] = [-60: 0.5, 0: 1, 30: 0.866, 50: 0.6428, 65: 0.4226]
    #expect(abs(across - 111.2 * (cosine[latitude] ?? 0)) < 0.5)
  }

  private func letters(_ row: Int) -> String {
    let packed = Self.atlas.packedCountry(of: row)
    return String(decoding: [UInt8(packed >> 8), UInt8(packed & 0xFF)], as: UTF8.self)
  }
}

struct CoastlineTests {
  private static let coastlines = Coastlines.builtIn

  @Test(arguments: [
    (Coastlines.Layer.coast, 134, 5_127), (.borders, 186, 2_832), (.fineCoast, 1_429, 60_392),
    (.fineBorders, 362, 19_676),
  ])
  func `a layer has all its lines, on the globe`(
    layer: Coastlines.Layer,
    lines: Int,
    points: Int
  ) {
    var (lineCount, pointCount) = (0, 0)
    Self.coastlines.forEachLine(of: layer) { line in
      lineCount += 1
      pointCount += line.count
      #expect(line.count > 1)
      #expect(line.allSatisfy { abs($0.longitude) <= 180 && abs($0.latitude) <= 90 })
    }
    #expect(lineCount <= lines && lineCount > lines * 9 / 10)
    #expect(pointCount <= points && pointCount > points * 99 / 100)
  }

  @Test func `the coast passes by Gibraltar and not through the Sahara`() {
    var (isNearGibraltar, isInSahara) = (false, false)
    Self.coastlines.forEachLine(of: .fineCoast) { line in
      for point in line {
        let north = point.latitude
        let east = point.longitude
        if approximateDistance(north, east, 36.1, -5.4) < 30 { isNearGibraltar = true }
        if approximateDistance(north, east, 23, 10) < 500 { isInSahara = true }
      }
    }
    #expect(isNearGibraltar && !isInSahara)
  }

  @Test func `the coarse outlines are small`() {
    var end = 0
    for layer in [Coastlines.Layer.coast, .borders] {
      end = max(end, Self.coastlines.range(of: layer).upperBound)
    }
    #expect(end < 150_000)
  }
}
