public enum ActorKind: String, CaseIterable, Sendable {
  case person
  case government
  case organization
  case group
  /// A single unnamed speaker: "an unnamed US official".
  case source
}

/// Those who act, in order of salience.
public struct NewsActors: Sendable {
  public private(set) var entities: [ID<Entity>] = []
  public private(set) var names: [TokenRange] = []
  public private(set) var kinds: [ActorKind] = []
  /// Titles and roles as written: "Kremlin spokesman".
  public private(set) var roles = Ragged<TokenRange>()
  /// Every other name form; a state's hold its seats.
  public private(set) var aliases = Ragged<TokenRange>()
  public private(set) var countries: [CountryCode?] = []
  /// How central the actor is to the article, 0...1.
  public private(set) var salience: [Float] = []
  /// For each row of `Mentions`, who acts by it; nil where it is a place or takes no part.
  public let ofMention: [ID<NewsActor>?]

  public init(ofMention: [ID<NewsActor>?] = []) {
    self.ofMention = ofMention
  }

  public var count: Int { entities.count }

  public mutating func append(
    entity: ID<Entity>,
    name: TokenRange,
    kind: ActorKind,
    roles: [TokenRange],
    aliases: [TokenRange],
    country: CountryCode?,
    salience: Float
  ) {
    entities.append(entity)
    names.append(name)
    kinds.append(kind)
    self.roles.append(roles)
    self.aliases.append(aliases)
    countries.append(country)
    self.salience.append(salience)
  }
}

public struct NewsActor: Sendable {
  public let document: Document
  public let id: ID<NewsActor>

  public var entity: ID<Entity> { document.actors.entities[id.index] }
  public var name: String { document.name(of: id) }
  public var kind: ActorKind { document.actors.kinds[id.index] }
  public var roles: [String] { document.roles(of: id) }
  public var aliases: [String] { document.actors.aliases[id.index].map(document.string) }
  public var country: CountryCode? { document.actors.countries[id.index] }
  public var salience: Float { document.actors.salience[id.index] }
  /// In text order.
  public var mentions: [ID<Mention>] { document.index.actorMentions[id.index] }
}
