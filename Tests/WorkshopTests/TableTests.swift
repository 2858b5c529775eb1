import Foundation
import Reference
import Testing

@testable import broadsheet_workshop

struct TableTests {
  private static let sources = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/CReference")

  @Test func `the lexicon in the program is what its sources give`() throws {
    let built = try buildLexicon(from: Self.sources.appending(path: "lexicons"))
    let kept = try Data(contentsOf: Self.sources.appending(path: "tables/lexicon.bin"))
    #expect(kept == Data(built), "run `swift run broadsheet-workshop tables`")
  }

  @Test func `the gazetteer in the program is what its sources give`() throws {
    let built = try buildGazetteer(from: Self.sources.appending(path: "gazetteer"))
    let kept = try Data(contentsOf: Self.sources.appending(path: "tables/gazetteer.bin"))
    #expect(kept == Data(built), "run `swift run broadsheet-workshop tables`")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/share/unicode/UnicodeData.txt")))
  func `the characters in the program are what Unicode's files give`() throws {
    let built = try buildCharacters(from: URL(filePath: "/usr/share/unicode"))
    let kept = try Data(contentsOf: Self.sources.appending(path: "tables/characters.bin"))
    #expect(kept == Data(built), "run `swift run broadsheet-workshop characters`")
  }

  @Test func `files that are not Unicode's are refused`() {
    #expect(throws: SourceError.self) {
      try buildCharacters(from: Self.sources.appending(path: "lexicons"))
    }
  }

  @Test func `a word in two files has both classes, in all its forms`() throws {
    let lexicon = Lexicon(
      TableBytes(
        keeping: try buildLexicon([
          (.speechVerbs, SourceFile(name: "a.txt", text: "# inflect: verb\nclaim\n")),
          (.commonWords, SourceFile(name: "b.txt", text: "# inflect: none\nclaims\nclaims desk\n")),
        ])
      )
    )
    #expect(lexicon.classes(of: "claim") == [.speechVerbs])
    #expect(lexicon.classes(of: "claims") == [.speechVerbs, .commonWords, .beginsPhrase])
    #expect(lexicon.classes(of: "claims desk") == [.commonWords])
    #expect(lexicon.classes(of: "desk") == [])
  }

  @Test(arguments: [
    ("lech wałęsa", "lech walesa"), ("đặng", "dang"), ("søren", "soren"), ("şahin", "sahin"),
    ("þór", "thor"), ("weiß", "weiss"),
  ])
  func `a name is found without its accents where its file says so`(
    name: String,
    plain: String
  ) throws {
    for head in ["# accents: optional\n", ""] {
      let lexicon = Lexicon(
        TableBytes(
          keeping: try buildLexicon([
            (.people, SourceFile(name: "a.txt", text: head + "# inflect: none\n\(name)\trole\n"))
          ])
        )
      )
      #expect(lexicon.classes(of: name) == [.people])
      #expect(lexicon.classes(of: plain) == (head.isEmpty ? [] : [.people]))
    }
  }

  @Test func `the lists of names are sorted and repeat nothing`() throws {
    let names: [WordClass] = [.organizations, .people, .surnames, .maleNames, .femaleNames]
    for file in names.flatMap(\.fileNames) {
      let source = try SourceFile(Self.sources.appending(path: "lexicons/\(file).txt"))
      let words = source.lines.map { Array($0[0].unicodeScalars) }
      let isRising = zip(words, words.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) }
      #expect(isRising, "\(file).txt")
    }
  }

  @Test(arguments: [
    (
      "# no inflection\nword\n",
      SourceError.malformed(file: "a.txt", line: 1, expected: "# inflect: none, noun or verb")
    ),
    ("# inflect: none\nWord\n", .malformed(file: "a.txt", line: 2, expected: "a lower-case word")),
  ])
  func `a mistake in a word list is told with its line`(text: String, error: SourceError) {
    #expect(throws: error) {
      try buildLexicon([(.commonWords, SourceFile(name: "a.txt", text: text))])
    }
  }

  @Test func `a gazetteer ranks countries before cities and knows peoples and seats`() throws {
    let gazetteer = Gazetteer(
      TableBytes(
        keeping: try buildGazetteer(
          countries: SourceFile(
            name: "countries.tsv",
            text:
              "VL\tVelia\tPort Anselm\t10\t20.5\t4000000\tthe Veles\tVelian; Velians\tPort Anselm; White Hall\n"
          ),
          places: SourceFile(
            name: "places.tsv",
            text: """
              Port Anselm\tcity\tVL\t10.5\t20\t90000\t\tAnselm
              Velia\tcity\tVL\t11\t21\t1000\t\t

              """
          ),
          peoples: SourceFile(name: "peoples.tsv", text: "Anselmer\tPort Anselm\tVL\nReefers\t\t\n")
        )
      )
    )
    let velia = try #require(gazetteer.match("velia"))
    #expect(velia.candidates.map { gazetteer.kind(of: $0.place) } == [.country, .city])
    let seat = try #require(gazetteer.match("port anselm"))
    #expect(seat.candidates.map(\.naming).contains(.seat))
    #expect(seat.candidates.contains { gazetteer.flags(of: $0.place) == .capital })
    let white = try #require(gazetteer.match("white"))
    #expect(white.candidates.isEmpty && white.beginsLonger)
    let people = try #require(gazetteer.match("anselmer")?.candidates.first)
    #expect(people.naming == .demonym && gazetteer.latitude(of: people.place) == 10.5)
    let landless = try #require(gazetteer.match("reefers")?.candidates.first)
    #expect(gazetteer.latitude(of: landless.place).isNaN)
    #expect(gazetteer.match("atlantis") == nil)
    #expect(gazetteer.countryName(UInt16(86) << 8 | 76) == "Velia")
    #expect(gazetteer.countryName(0) == nil)
  }

  @Test func `a people of an unknown place is refused with its line`() {
    #expect(throws: SourceError.unknownPlace(file: "peoples.tsv", line: 1, name: "Nowhere")) {
      try buildGazetteer(
        countries: SourceFile(name: "countries.tsv", text: ""),
        places: SourceFile(name: "places.tsv", text: ""),
        peoples: SourceFile(name: "peoples.tsv", text: "Nowherian\tNowhere\t\n")
      )
    }
  }
}
