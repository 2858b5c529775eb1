public import Prose
public import Reference

/// The layers a caller can ask for by name; each brings those it needs.
public enum Layer: String, CaseIterable, Sendable {
  case blocks
  case sentences
  case names
  case actors
  case places
  case quotations
  case times
  case issues

  /// Layers that need to know which mentions are one and who of them acts.
  static let restOnRoles: Set<Layer> = [.actors, .places, .quotations, .issues]
}

/// The read-only tables that the layers consult.
public struct References: Sendable {
  public let lexicon: Lexicon
  public let gazetteer: Gazetteer
  public let atlas: Atlas
  public let names: NameWeights
  public let tagger: TaggerModel
  public let parser: ParserModel
  public let antecedents: AntecedentModel

  public init(
    lexicon: Lexicon,
    gazetteer: Gazetteer,
    atlas: Atlas,
    names: NameWeights,
    tagger: TaggerModel,
    parser: ParserModel,
    antecedents: AntecedentModel
  ) {
    self.lexicon = lexicon
    self.gazetteer = gazetteer
    self.atlas = atlas
    self.names = names
    self.tagger = tagger
    self.parser = parser
    self.antecedents = antecedents
  }

  public static var builtIn: References {
    References(
      lexicon: .builtIn,
      gazetteer: .builtIn,
      atlas: .builtIn,
      names: .builtIn,
      tagger: .builtIn,
      parser: .builtIn,
      antecedents: .builtIn
    )
  }
}

/// Reads an article: reading this function is reading the design.
///
/// - Parameters:
///   - text: The article; any bytes at all.
///   - blocks: Its blocks where its format has settled them; nil for plain text.
///   - date: The day it reports from, to which weekdays and the like are anchored.
///   - window: The part to analyze, in bytes and paragraph-aligned; nil for all of the text, which is read in windows
///     of its own where it is longer than `longestWholeText`.
///   - told: The language that the source says it is in, for a text that shows none.
///   - layers: Which findings to make; a layer that is not asked for leaves its tables empty.
///   - references: The tables to consult.
/// - Returns: All findings; none but blocks and sentences where the language is not English.
public func analyze(
  _ text: SourceText,
  blocks: Blocks? = nil,
  date: CalendarDate? = nil,
  window: Range<UInt32>? = nil,
  language told: String? = nil,
  layers: Set<Layer> = Set(Layer.allCases),
  references: References = .builtIn
) -> Document {
  let blocks = blocks ?? findBlocks(in: text, lexicon: references.lexicon)
  guard window != nil || text.count <= longestWholeText else {
    return analyzeInWindows(text, blocks, date: date, layers: layers, references: references)
  }
  let tokens = tokenize(text, blocks, in: window ?? text.range, lexicon: references.lexicon)
  let sentences = segment(tokens, blocks, in: text, lexicon: references.lexicon)
  let shown = detectLanguage(tokens, blocks, in: text)
  let language = shown == "und" ? told ?? shown : shown
  guard language == "en", !layers.isSubset(of: [.blocks, .sentences]) else {
    return Document(
      text: text,
      language: language,
      blocks: blocks,
      tokens: tokens,
      sentences: sentences
    )
  }
  let lexed = lookUp(tokens, sentences, blocks, in: text, lexicon: references.lexicon)
  guard layers.contains(.names) || !layers.isDisjoint(with: Layer.restOnRoles) else {
    let times =
      layers.contains(.times)
      ? findTimes(in: plainClauses(in: lexed, Mentions(), references), date: date) : Times()
    return Document(
      text: text,
      language: language,
      blocks: blocks,
      tokens: tokens,
      sentences: sentences,
      times: times
    )
  }
  let known = findKnownPlaces(in: lexed, gazetteer: references.gazetteer)
  let names = findNames(
    in: lexed,
    knownPlaces: known,
    gazetteer: references.gazetteer,
    weights: references.names
  )
  let asksForRoles = !layers.isDisjoint(with: Layer.restOnRoles)
  let tags = asksForRoles ? partsOfSpeech(in: lexed, names, tagger: references.tagger) : nil
  let linked = link(names, known, tags, in: lexed, references: references)
  let (mentions, entities) = (linked.mentions, linked.entities)
  let locations = locate(
    linked,
    known,
    in: lexed,
    gazetteer: references.gazetteer,
    atlas: references.atlas
  )
  guard let tags else {
    let times =
      layers.contains(.times)
      ? findTimes(in: plainClauses(in: lexed, names, references), date: date) : Times()
    return Document(
      text: text,
      language: language,
      blocks: blocks,
      tokens: tokens,
      sentences: sentences,
      mentions: mentions,
      entities: entities,
      locations: locations,
      actors: NewsActors(ofMention: Array(repeating: nil, count: mentions.count)),
      places: Places(ofMention: Array(repeating: nil, count: mentions.count)),
      times: times
    )
  }
  let (actors, places) = castRoles(
    linked,
    locations,
    known,
    tags,
    in: lexed,
    gazetteer: references.gazetteer
  )
  let asksForQuotations = layers.contains(.quotations) || layers.contains(.issues)
  let clauses =
    asksForQuotations || layers.contains(.times) ? findClauses(in: lexed, mentions, tags) : nil
  let times =
    layers.contains(.times) ? clauses.map { findTimes(in: $0, date: date) } ?? Times() : Times()
  let quotations =
    asksForQuotations
    ? clauses.map { findQuotations(in: $0, mentions, entities, actors) } ?? Quotations()
    : Quotations()
  let (issues, positions) =
    layers.contains(.issues)
    ? clauses.map { findIssues(in: $0, mentions, entities, actors, quotations) }
      ?? (Issues(), Positions()) : (Issues(), Positions())
  return Document(
    text: text,
    language: language,
    blocks: blocks,
    tokens: tokens,
    sentences: sentences,
    mentions: mentions,
    entities: entities,
    locations: locations,
    actors: actors,
    places: places,
    quotations: layers.contains(.quotations) ? quotations : Quotations(),
    times: times,
    issues: issues,
    positions: positions
  )
}

/// The clauses where nobody asks who acts: names are enough for them.
private func plainClauses(in lexed: Lexed, _ names: Mentions, _ references: References) -> Clauses {
  findClauses(in: lexed, names, partsOfSpeech(in: lexed, names, tagger: references.tagger))
}
