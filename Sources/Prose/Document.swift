/// Everything known about one article, behind one reference: views of it cost one retain.
public final class Document: Sendable {
  public let text: SourceText
  /// The BCP 47 tag of the language the text is in: "en", or another that is not analyzed.
  public let language: String
  public let blocks: Blocks
  public let tokens: Tokens
  public let sentences: Sentences
  public let mentions: Mentions
  public let entities: Entities
  public let locations: Locations
  public let actors: NewsActors
  public let places: Places
  public let quotations: Quotations
  public let times: Times
  public let issues: Issues
  public let positions: Positions
  /// What in the tables is a person's doing.
  public let corrected: Corrected
  /// The way back from actors and places to their mentions.
  public let index: MentionIndex

  /// Tables that are left out are empty: what no layer has looked for.
  public init(
    text: SourceText,
    language: String,
    blocks: Blocks,
    tokens: Tokens = Tokens(),
    sentences: Sentences = Sentences(),
    mentions: Mentions = Mentions(),
    entities: Entities = Entities(),
    locations: Locations = Locations(),
    actors: NewsActors = NewsActors(),
    places: Places = Places(),
    quotations: Quotations = Quotations(),
    times: Times = Times(),
    issues: Issues = Issues(),
    positions: Positions = Positions(),
    corrected: Corrected = Corrected()
  ) {
    precondition(entities.ofMention.count == mentions.count, "every mention has its entity")
    precondition(actors.ofMention.count == mentions.count, "an actor or nil for every mention")
    precondition(places.ofMention.count == mentions.count, "a place or nil for every mention")
    precondition(locations.count == entities.count, "a location for every entity")
    self.text = text
    self.language = language
    self.blocks = blocks
    self.tokens = tokens
    self.sentences = sentences
    self.mentions = mentions
    self.entities = entities
    self.locations = locations
    self.actors = actors
    self.places = places
    self.quotations = quotations
    self.times = times
    self.issues = issues
    self.positions = positions
    self.corrected = corrected
    index = MentionIndex(actors: actors, places: places)
  }

  /// An article that is not analyzed yet: its text and blocks alone, in a language not yet known.
  public convenience init(text: SourceText, blocks: Blocks) {
    self.init(text: text, language: "und", blocks: blocks)
  }

  /// The text of `range`, with a line break inside it as a space.
  public func string(_ range: TokenRange) -> String {
    let string = text.string(in: tokens.bytes(of: range))
    guard string.utf8.contains(where: { $0 == 10 || $0 == 13 }) else { return string }
    return string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  public var allActors: [NewsActor] {
    (0..<actors.count).map { NewsActor(document: self, id: ID(row: $0)) }
  }
  public var allPlaces: [Place] {
    (0..<places.count).map { Place(document: self, id: ID(row: $0)) }
  }
  public var allIssues: [Issue] {
    (0..<issues.count).map { Issue(document: self, id: ID(row: $0)) }
  }
  public var allMentions: [Mention] {
    (0..<mentions.count).map { Mention(document: self, id: ID(row: $0)) }
  }
  public var allQuotations: [Quotation] {
    (0..<quotations.count).map { Quotation(document: self, id: ID(row: $0)) }
  }
}

/// For each actor and each place its mentions, in text order.
public struct MentionIndex: Sendable {
  public let actorMentions: [[ID<Mention>]]
  public let placeMentions: [[ID<Mention>]]

  init(actors: NewsActors, places: Places) {
    var ofActor = [[ID<Mention>]](repeating: [], count: actors.count)
    for (row, actor) in actors.ofMention.enumerated() {
      if let actor { ofActor[actor.index].append(ID(row: row)) }
    }
    var ofPlace = [[ID<Mention>]](repeating: [], count: places.count)
    for (row, place) in places.ofMention.enumerated() {
      if let place { ofPlace[place.index].append(ID(row: row)) }
    }
    actorMentions = ofActor
    placeMentions = ofPlace
  }
}
