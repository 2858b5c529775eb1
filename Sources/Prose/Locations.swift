/// A country's two letters of ISO 3166-1, packed.
public struct CountryCode: Hashable, Sendable {
  public let packed: UInt16

  /// Nil unless `letters` is two capital ASCII letters.
  public init?(_ letters: String) {
    let bytes = Array(letters.utf8)
    guard bytes.count == 2, bytes.allSatisfy({ (65...90).contains($0) }) else { return nil }
    packed = UInt16(bytes[0]) << 8 | UInt16(bytes[1])
  }

  /// As a table holds it: the first letter in the high byte; nil for 0.
  public init?(packed: UInt16) {
    guard packed != 0 else { return nil }
    self.packed = packed
  }

  public var letters: String {
    String(decoding: [UInt8(packed >> 8), UInt8(packed & 0xFF)], as: UTF8.self)
  }
}

/// A point on the earth in degrees, north and east positive.
public struct Coordinates: Hashable, Sendable {
  public let latitude: Float
  public let longitude: Float

  public init(latitude: Float, longitude: Float) {
    self.latitude = latitude
    self.longitude = longitude
  }
}

public enum PlaceKind: String, CaseIterable, Sendable {
  case country
  case region
  case city
  case water
  case facility
  case other
}

/// Where entities are: one row for each row of `Entities`.
///
/// A person's country may be known too.
public struct Locations: Sendable {
  public private(set) var countries: [CountryCode?] = []
  public private(set) var coordinates: [Coordinates?] = []
  /// Nil for what is no place at all.
  public private(set) var kinds: [PlaceKind?] = []
  /// The first-level region that a place is in: "Texas", "Odesa Oblast"; nil where none is known.
  public private(set) var regions: [String?] = []
  /// What the countries of the rows are called.
  public private(set) var countryNames: [CountryCode: String] = [:]

  public init() {}

  public var count: Int { countries.count }

  public mutating func append(
    country: CountryCode?,
    coordinates: Coordinates?,
    kind: PlaceKind?,
    region: String? = nil
  ) {
    countries.append(country)
    self.coordinates.append(coordinates)
    kinds.append(kind)
    regions.append(region)
  }

  public mutating func name(_ country: CountryCode, _ name: String) {
    countryNames[country] = name
  }
}
