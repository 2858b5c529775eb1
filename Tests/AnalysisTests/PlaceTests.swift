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
}
