/// Where things happen, in order of salience.
public struct Places: Sendable {
  public private(set) var entities: [ID<Entity>] = []
  public private(set) var names: [TokenRange] = []
  public private(set) var kinds: [PlaceKind] = []
  public private(set) var aliases = Ragged<TokenRange>()
  public private(set) var countries: [CountryCode?] = []
  public private(set) var coordinates: [Coordinates?] = []
  /// How central the place is to the article, 0...1.
  public private(set) var salience: [Float] = []
  /// For each row of `Mentions`, the place it names; nil where it acts or is no place.
  public let ofMention: [ID<Place>?]

  public init(ofMention: [ID<Place>?] = []) {
    self.ofMention = ofMention
  }

  public var count: Int { entities.count }

  public mutating func append(
    entity: ID<Entity>,
    name: TokenRange,
    kind: PlaceKind,
    aliases: [TokenRange],
    country: CountryCode?,
    coordinates: Coordinates?,
    salience: Float
  ) {
    entities.append(entity)
    names.append(name)
    kinds.append(kind)
    self.aliases.append(aliases)
    countries.append(country)
    self.coordinates.append(coordinates)
    self.salience.append(salience)
  }
}

public struct Place: Sendable {
  public let document: Document
  public let id: ID<Place>

  public var entity: ID<Entity> { document.places.entities[id.index] }
  public var name: String { document.name(of: id) }
  public var kind: PlaceKind { document.places.kinds[id.index] }
  public var aliases: [String] { document.places.aliases[id.index].map(document.string) }
  public var country: CountryCode? { document.places.countries[id.index] }
  public var coordinates: Coordinates? { document.places.coordinates[id.index] }
  /// The first-level region that it is in; nil where none is known, and for a region and a country.
  public var region: String? { document.locations.regions[entity.index] }
  public var salience: Float { document.places.salience[id.index] }
  /// In text order.
  public var mentions: [ID<Mention>] { document.index.placeMentions[id.index] }
}
