public enum EntityType: String, CaseIterable, Sendable {
  case person
  case organization
  case location
  case group
}

/// Who and what the mentions refer to: one coreference chain a row, in order of first mention.
public struct Entities: Sendable {
  /// The fullest name in the text.
  public private(set) var names: [TokenRange] = []
  public private(set) var types: [EntityType] = []
  /// Every other form of the name, each once, in text order.
  public private(set) var aliases = Ragged<TokenRange>()
  /// For each row of `Mentions`, whom it refers to.
  public let ofMention: [ID<Entity>]

  public init(ofMention: [ID<Entity>] = []) {
    self.ofMention = ofMention
  }

  public var count: Int { names.count }

  public mutating func append(name: TokenRange, type: EntityType, aliases: [TokenRange]) {
    names.append(name)
    types.append(type)
    self.aliases.append(aliases)
  }
}

public struct Entity: Sendable {
  public let document: Document
  public let id: ID<Entity>

  public var name: String { document.string(document.entities.names[id.index]) }
  public var type: EntityType { document.entities.types[id.index] }
  public var aliases: [String] { document.entities.aliases[id.index].map(document.string) }
  public var country: CountryCode? { document.locations.countries[id.index] }
  public var coordinates: Coordinates? { document.locations.coordinates[id.index] }
}

extension Document {
  public var allEntities: [Entity] {
    (0..<entities.count).map { Entity(document: self, id: ID(row: $0)) }
  }
}
