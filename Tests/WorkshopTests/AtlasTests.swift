import Foundation
import Reference
import Testing

@testable import broadsheet_workshop

struct AtlasTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/CReference", directoryHint: .isDirectory)

  @Test func `the atlas in the program is the one that was built from the lists here`() throws {
    try Seal(folder: Self.folder).check()
  }

  @Test func `a changed list breaks the seal`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for path in ["tables", "gazetteer"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: path),
        withIntermediateDirectories: true
      )
    }
    for path in [
      "tables/atlas.bin", "tables/coastlines.bin", "gazetteer/inputs.tsv", "gazetteer/regions.tsv",
    ] {
      try Data(path.utf8).write(to: folder.appending(path: path))
    }
    let seal = Seal(folder: folder)
    #expect(throws: SourceError.missing(file: "tables/atlas.sha256")) { try seal.check() }
    try seal.write()
    try seal.check()
    try Data("other".utf8).write(to: folder.appending(path: "gazetteer/regions.tsv"))
    #expect(throws: SourceError.unsealed("gazetteer/regions.tsv")) { try seal.check() }
  }

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000),
      "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"
    ),
  ])
  func `the digest is the standard's`(text: String, digest: String) {
    #expect(sha256(Array(text.utf8)) == digest)
  }

  @Test func `a file of another edition is refused`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("abc".utf8).write(to: folder.appending(path: "a.tsv"))
    let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    func inputs(_ digest: String) -> AtlasInputs {
      AtlasInputs(SourceFile(name: "inputs.tsv", text: "maps\ta.tsv\t\(digest)\nmaps\tb.tsv\t0\n"))
    }
    #expect(try inputs(digest).text("a.tsv", of: "maps", in: folder) == "abc")
    #expect(throws: SourceError.otherThanListed(file: "a.tsv")) {
      try inputs("0").read("a.tsv", of: "maps", in: folder)
    }
    #expect(throws: SourceError.notFound(file: "b.tsv", folder: folder.path)) {
      try inputs("0").read("b.tsv", of: "maps", in: folder)
    }
    #expect(throws: SourceError.unlisted(file: "c.tsv")) {
      try inputs("0").read("c.tsv", of: "maps", in: folder)
    }
  }

  /// Names that share much and little, are short and long, and are borne by one place and by many.
  private static let manyPlaces: [AtlasPlace] = {
    var state: UInt64 = 7
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let parts = ["ba", "bar", "lo", "san", "ton", "x", "north of the wide and windy river "]
    return (0..<3_000).map { row in
      AtlasPlace(
        name: (0...random(5)).map { _ in parts[random(parts.count)] }.joined(),
        otherNames: row % 3 == 0 ? ["Other \(random(40))", "Lone \(row)"] : [],
        kind: Gazetteer.Kind.allCases[random(6)],
        country: ["VL", "TS", ""][random(3)],
        region: ["", "Upper Land", "Lower Land"][random(3)],
        latitude: row % 50 == 0 ? .nan : Float(random(18_001)) / 100 - 90,
        longitude: Float(random(36_001)) / 100 - 180,
        population: random(3_000_000)
      )
    }
  }()

  @Test func `every place is found by all its names, as it was put in`() throws {
    let atlas = Atlas(TableBytes(keeping: packAtlas(Self.manyPlaces)))
    for place in Self.manyPlaces.prefix(500) {
      for name in [place.name] + place.otherNames {
        let match = atlas.places(called: placeKey(name))
        let rows = name == place.name ? Array(match.owned) : match.others
        #expect(
          rows.contains { row in
            let point = atlas.point(of: row)
            let isThere =
              point.map {
                abs($0.latitude - place.latitude) < 0.01
                  && abs($0.longitude - place.longitude) < 0.01
              } ?? place.latitude.isNaN
            return isThere && atlas.kind(of: row) == place.kind
              && atlas.region(of: row) ?? "" == place.region
              && atlas.sizeClass(of: row) == Atlas.sizeClass(population: place.population)
          } || rows.count == 255
        )
      }
    }
    for name in ["", "ba ", "sanx!", "north", "zzz"] {
      let isListed = Self.manyPlaces.contains { place in
        ([place.name] + place.otherNames).contains { placeKey($0) == name }
      }
      #expect(atlas.places(called: name).isEmpty == !isListed)
    }
    #expect(atlas.beginsLonger("other") && atlas.beginsLonger("north of the wide"))
    #expect(!atlas.beginsLonger("wide") && !atlas.beginsLonger("othe"))
  }

  @Test func `an atlas of nothing finds nothing`() {
    let atlas = Atlas(TableBytes(keeping: packAtlas([])))
    #expect(atlas.places(called: "anselm").isEmpty && !atlas.beginsLonger("port"))
  }

  @Test func `outlines come out as they went in, far steps and all`() throws {
    let lines = "0,0 0.5,-0.25 10,-80 -170.01,89.99\n179.99,1 180,1.01\n"
    let table = try packCoastlines([("a", lines), ("b", ""), ("c", "1,1 2,2"), ("d", "")])
    let coastlines = Coastlines(TableBytes(keeping: table))
    var found: [[Coastlines.Point]] = []
    coastlines.forEachLine(of: .coast) { found.append(Array($0)) }
    let expected: [[(Float, Float)]] = [
      [(0, 0), (0.5, -0.25), (10, -80), (-170.01, 89.99)], [(179.99, 1), (180, 1.01)],
    ]
    #expect(
      found == expected.map { $0.map { Coastlines.Point(longitude: $0.0, latitude: $0.1) } }
    )
    coastlines.forEachLine(of: .borders) { _ in Issue.record("a line of an empty layer") }
  }

  @Test(arguments: ["0,0 181,0", "0,0 1", "a,b c,d", "-180,0 180,0"])
  func `an outline that leaves the globe is refused`(line: String) {
    #expect(throws: SourceError.self) { try packCoastlines([("a", line)]) }
  }

  @Test func `a region has the name that most of its cities give it, or the list`() throws {
    func city(_ name: String, _ code: String, _ north: Float) -> GeoNamesCity {
      GeoNamesCity(
        name: name,
        latitude: north,
        longitude: 20,
        countrycode: "VL",
        population: 9_000,
        admin1code: code,
        alternatenames: ["Sankt " + name]
      )
    }
    var names = RegionNames(
      [city("Anselm", "1", 10), city("Kessel", "1", 11), city("Brandt", "2", 12)],
      given: SourceFile(name: "regions.tsv", text: "VL\t2\tSouthland\n")
    )
    for (name, north, region) in [
      ("Anselm", Float(10), "Upper Land"), ("Sankt Kessel", 11, "Upper Land"),
      ("Brandt", 12, "Lower Land"), ("Anselm", 40, "Far Land"), ("Nowhere", 10, "Far Land"),
    ] {
      names.vote(
        city: name,
        country: "VL",
        latitude: north,
        longitude: 20,
        region: region,
        weight: 1
      )
    }
    #expect(names.name(country: "VL", code: "1") == "Upper Land")
    #expect(names.name(country: "VL", code: "2") == "Southland")
    #expect(names.name(country: "VL", code: "3") == "")
    #expect(names.name(country: "TS", code: "1") == "")
  }

  @Test func `only names that an English text could hold are taken`() {
    let city = GeoNamesCity(
      name: "Anselm",
      latitude: 0,
      longitude: 0,
      countrycode: "VL",
      population: 5_000,
      admin1code: "",
      alternatenames: [
        "ANS", "Ansélm", "anselmu", "Ансельм", "Port Anselm", "Anselm 2", "A",
        "One Of Far Too Many",
      ]
    )
    #expect(city.usableNames == ["Ansélm", "Port Anselm"])
  }

  @Test func `a region's own name leads to the English one`() {
    var subdivisions = Subdivisions()
    subdivisions.add(
      "<subdivision type=\"vl9\">Oberland</subdivision>\n<subdivision type=\"vl8\" draft=\"x\">Ober &amp; Unter</subdivision>",
      isEnglish: false
    )
    subdivisions.add("\t<subdivision type=\"vl9\">Upper Land²</subdivision>", isEnglish: true)
    #expect(subdivisions.englishName(of: "OBERLAND", in: "VL") == "Upper Land")
    #expect(subdivisions.englishName(of: "Upper Land", in: "VL") == "Upper Land")
    #expect(subdivisions.englishName(of: "Oberland", in: "TS") == nil)
    #expect(subdivisions.englishName(of: "Ober & Unter", in: "VL") == nil)
  }
}
