import Prose
import Testing

struct PlaceTests {
  @Test(arguments: [
    ("He lives in Kyiv.", "Kyiv", PlaceKind.city, "UA"),
    ("The front runs through the Kharkiv region.", "Kharkiv region", .region, "UA"),
    (
      "Shells fell near the Zaporizhzhia nuclear power plant.", "Zaporizhzhia nuclear power plant",
      .facility, "UA"
    ),
    ("They met in Addis Ababa.", "Addis Ababa", .city, "ET"),
    ("Fighting goes on in northern Nigeria.", "northern Nigeria", .region, "NG"),
    ("A ferry sank in Lake Victoria.", "Lake Victoria", .water, ""),
    ("Fire broke out in Odessa, Texas.", "Odessa", .city, "US"),
    ("Fire broke out in Odessa. Ukraine sent help.", "Odessa", .city, "UA"),
  ])
  func `a place has kind and country`(
    text: String,
    name: String,
    kind: PlaceKind,
    country: String
  ) throws {
    let document = AnalyzedProse(text).document
    let place = try #require(document.allPlaces.first { $0.name == name })
    #expect(place.kind == kind)
    #expect(place.country == CountryCode(country))
    #expect(place.coordinates != nil)
  }

  @Test func `an unknown place has neither country nor coordinates`() throws {
    let document = AnalyzedProse("They met in Xanthoria.").document
    let place = try #require(document.allPlaces.first)
    #expect(place.name == "Xanthoria")
    #expect(place.country == nil && place.coordinates == nil)
  }

  @Test func `a place is not called by a dateline's capitals where the text has its name`() throws {
    let document = AnalyzedProse(
      "NAIROBI, Kenya — Floods closed two bridges.\nSchools in Nairobi stay open."
    ).document
    #expect(document.allPlaces.first { $0.kind == .city }?.name == "Nairobi")
  }

  @Test(arguments: [
    ("A storm hit Springfield, Illinois.", "Springfield", "US", Float(39.8), Float(-89.6)),
    ("A storm hit Springfield, in Clark County, Ohio.", "Springfield", "US", 39.9, -83.8),
    ("Snow fell on London, Ontario, overnight.", "London", "CA", 43.0, -81.2),
    ("A storm hit Springfield, Ohio.", "Springfield", "US", 39.9, -83.8),
    ("A storm hit Springfield in Oregon.", "Springfield", "US", 44.0, -123.0),
    ("Police closed roads in Paris, Lamar County, Texas.", "Paris", "US", 33.7, -95.6),
    ("Police closed roads in Paris. France is on alert.", "Paris", "FR", 48.9, 2.4),
    ("The French town of Saint-Denis elects a mayor.", "Saint-Denis", "FR", 48.9, 2.4),
    ("Snow fell on Moscow, Idaho, overnight.", "Moscow", "US", 46.7, -117.0),
    ("They flew from Valencia to Caracas, both in Venezuela.", "Valencia", "VE", 10.2, -68.0),
    ("They flew from Valencia to Madrid, both in Spain.", "Valencia", "ES", 39.5, -0.4),
  ])
  func `a name that many places bear is the one that the text speaks of`(
    text: String,
    name: String,
    country: String,
    latitude: Float,
    longitude: Float
  ) throws {
    let document = AnalyzedProse(text).document
    let place = try #require(document.allPlaces.first { $0.name == name })
    #expect(place.country == CountryCode(country))
    let point = try #require(place.coordinates)
    #expect(abs(point.latitude - latitude) < 0.5 && abs(point.longitude - longitude) < 0.5)
  }

  @Test(arguments: [
    ("A storm hit Springfield, Ohio.", "Springfield", "Ohio"),
    ("They met in Cologne. Germany is host.", "Cologne", "North Rhine-Westphalia"),
    ("They met in Kyiv.", "Kyiv", "Kyiv"),
  ])
  func `a city is in its region`(text: String, name: String, region: String) throws {
    let document = AnalyzedProse(text).document
    let place = try #require(document.allPlaces.first { $0.name == name })
    #expect(place.region == region)
  }

  @Test(arguments: ["North", "West", "UN", "Republic"])
  func `a word that is no name is no village`(word: String) {
    let text = "Officials in Seoul said that talks with the \(word) would go on in \(word)."
    let document = AnalyzedProse(text).document
    for entity in document.allEntities where entity.name == word {
      #expect(entity.coordinates == nil)
    }
  }

  @Test func `a small town in a country of which the text says nothing is not meant`() throws {
    let document = AnalyzedProse("Kenya and Uganda sent help to Narva-Joesuu.").document
    for entity in document.allEntities where entity.name == "Narva-Joesuu" {
      #expect(entity.coordinates == nil)
    }
    let near = AnalyzedProse("Estonia and Latvia sent help to Narva-Joesuu.").document
    let town = try #require(near.allEntities.first { $0.name == "Narva-Joesuu" })
    #expect(town.country == CountryCode("EE") && town.coordinates != nil)
  }

  @Test(arguments: [
    ("The storm crossed Alabama and Georgia before it reached Atlanta.", "US", PlaceKind.region),
    ("Protests went on in Georgia. Police in Tbilisi used tear gas.", "GE", .country),
    ("Protests went on in Georgia. Georgian police used tear gas.", "GE", .country),
  ])
  func `a name that a state and a country share is told by the rest`(
    text: String,
    country: String,
    kind: PlaceKind
  ) throws {
    let document = AnalyzedProse(text).document
    let place = try #require(document.allEntities.first { $0.name == "Georgia" })
    #expect(place.country == CountryCode(country))
    #expect(document.locations.kinds[place.id.index] == kind)
  }

  @Test func `states in a row do not hold each other`() throws {
    let text = "Fires burned in Washington, Oregon and Idaho, and near Seattle."
    let document = AnalyzedProse(text).document
    let oregon = try #require(document.allEntities.first { $0.name == "Oregon" })
    let washington = try #require(document.allEntities.first { $0.name == "Washington" })
    #expect(oregon.country == CountryCode("US") && washington.country == CountryCode("US"))
    #expect(washington.coordinates != oregon.coordinates)
  }

  @Test func `of a place that no table lists the text may still tell the country`() throws {
    let document = AnalyzedProse("A well ran dry in Xanthoria, Kenya.").document
    let place = try #require(document.allPlaces.first { $0.name == "Xanthoria" })
    #expect(place.country == CountryCode("KE") && place.coordinates == nil)
  }

  @Test(arguments: [
    ("Mr. Kent said that he would not resign.", "Kent"),
    ("Anna Reading asked the council for money.", "Anna Reading"),
    ("Judge Mobile ruled against the bank.", "Mobile"),
  ])
  func `a town's name alone does not make a place of a person`(text: String, name: String) {
    let document = AnalyzedProse(text).document
    #expect(!document.allPlaces.contains { $0.name == name })
    #expect(document.allEntities.filter { $0.type == .location }.isEmpty)
  }
}
