import Testing

@testable import Reference

struct TableTests {
  @Test func `the built tables are whole`() {
    for bytes in [
      Lexicon.builtIn.bytes, Gazetteer.builtIn.bytes, TaggerModel.builtIn.bytes,
      ParserModel.builtIn.bytes, Characters.builtIn.bytes, AntecedentModel.builtIn.bytes,
      NameWeights.builtIn.bytes, Atlas.builtIn.bytes, Coastlines.builtIn.bytes,
    ] {
      #expect(bytes.checksum == bytes.statedChecksum)
    }
    #expect(Lexicon.builtIn.count > 10_000)
    #expect(Gazetteer.builtIn.nameCount > 5_000)
  }

  @Test(arguments: [
    ("said", WordClasses.speechVerbs),
    ("prime minister", .roleNouns),
    ("mr", .honorifics),
    ("thursday", .weekdays),
    ("rejected", .rejectVerbs),
    ("disagree", .disputeVerbs),
    ("power plant", .facilityWords),
    ("support our journalism", .boilerplatePhrases),
    ("bundestag", .organizations),
    ("verkhovna rada", .organizations),
    ("desmond tutu", .people),
  ])
  func `the lexicon knows the words that rules stand on`(word: String, classes: WordClasses) {
    #expect(Lexicon.builtIn.classes(of: word).isSuperset(of: classes))
  }

  @Test(arguments: [
    ("kyiv", Gazetteer.Kind.city, "UA"),
    ("ukraine", .country, "UA"),
    ("abu dhabi", .city, "AE"),
    ("lagos", .city, "NG"),
    ("bavaria", .region, "DE"),
    ("texas", .region, "US"),
  ])
  func `the gazetteer takes a name for its best known place`(
    name: String,
    kind: Gazetteer.Kind,
    country: String
  ) throws {
    let gazetteer = Gazetteer.builtIn
    let match = try #require(gazetteer.match(name))
    let place = try #require(match.candidates.first { $0.naming == .name }).place
    #expect(gazetteer.kind(of: place) == kind)
    let packed = gazetteer.packedCountry(of: place)
    #expect(String(decoding: [UInt8(packed >> 8), UInt8(packed & 0xFF)], as: UTF8.self) == country)
  }

  @Test(arguments: [
    (0x41, CharacterClass.letter, WordBreak.letter, true, false),
    (0xE9, .letter, .letter, false, true),
    (0x2019, .apostrophe, .midNumberLetter, false, false),
    (0x2E, .period, .midNumberLetter, false, false),
    (0x35, .digit, .numeric, false, false),
    (0x3000, .space, .segmentSpace, false, false),
    (0x6771, .ideograph, .other, false, false),
    (0x1F1FA, .regional, .regionalIndicator, false, false),
    (0x200D, .joiner, .joiner, false, false),
    (0xFEFF, .invisible, .format, false, false),
    (0x1F680, .symbol, .other, false, false),
    (0x110000, .symbol, .other, false, false),
  ])
  func `a character has its traits`(
    value: UInt32,
    characterClass: CharacterClass,
    wordBreak: WordBreak,
    isUpper: Bool,
    isLower: Bool
  ) {
    let traits = Characters.builtIn.traits(of: value)
    #expect(traits.characterClass == characterClass)
    #expect(traits.wordBreak == wordBreak)
    #expect(traits.isUpper == isUpper && traits.isLower == isLower)
    #expect(traits.isPictographic == (value == 0x1F680))
  }

  @Test func `every word class has a bit of its own and a file name`() {
    let bits = Set(WordClass.allCases.map { WordClasses($0).rawValue })
    #expect(bits.count == WordClass.allCases.count)
    #expect(bits.allSatisfy { $0 & WordClasses.beginsPhrase.rawValue == 0 })
    #expect(WordClass.organizationEndings.fileName == "organization-endings")
  }
}
