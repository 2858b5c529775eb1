internal import Reference

/// A place on its way into the atlas.
struct AtlasPlace {
  var name: String
  var otherNames: [String] = []
  var kind: Gazetteer.Kind
  /// ISO 3166-1; empty for none.
  var country: String
  /// The first-level region, as English calls it; empty for none.
  var region = ""
  var latitude: Float
  var longitude: Float
  var population = 0
}
