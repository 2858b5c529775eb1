internal import Prose
internal import Reference

/// What the names and descriptions refer to, with what only the later layers need to know.
struct Linked: Sendable {
  let mentions: Mentions
  let entities: Entities
  /// For each entity what its chain holds: roles, the gazetteer's row.
  let chains: [Chain]
}

/// Joins names into chains and adds what else refers to them: titles, descriptions, pronouns, and those without a name.
///
/// Without `tags` nothing is added, and nobody's roles are looked for.
func link(
  _ names: Mentions,
  _ knownPlaces: [KnownPlace],
  _ tags: Tags?,
  in lexed: Lexed,
  references: References
) -> Linked {
  let (names, credited) = names.split { lexed.has($0.rows.lowerBound, .boilerplate) }
  guard let tags else {
    var builder = chains(of: names, knownPlaces, in: lexed, references.gazetteer)
    builder.add(names: credited)
    return tables(of: builder, lexed)
  }
  var reading = ActorReading(names, knownPlaces, tags, in: lexed, references: references)
  if let ground = PronounGround(&reading) {
    var resolver = ground.resolver(model: references.antecedents)
    for mention in ground.descriptions() { reading.builder.add(mention) }
    for token in ground.pronouns {
      resolver.advance(to: token)
      guard let form = lexed.pronounForm(token, ground.grammar),
        let referent = resolver.resolve(token, form),
        let chain = resolver.discourse.referents[referent].chain
      else { continue }
      reading.builder.add(pronoun: token, chain: chain)
    }
    let relatives = RelativeFinder(lexed, ground.grammar, resolver.discourse)
    for mention in relatives.find() { reading.builder.add(mention) }
  }
  let speakers = SpeakerFinder(lexed, reading.grammar.tags, reading.builder)
  for (token, chain) in speakers.find() { reading.builder.add(pronoun: token, chain: chain) }
  reading.builder.add(names: credited)
  for mention in nestedPlaces(in: reading.builder, lexed) { reading.builder.add(mention) }
  return tables(of: reading.builder, lexed)
}

extension Mentions {
  /// Those that `isOther` says no to, and those that it says yes to.
  fileprivate func split(_ isOther: (TokenRange) -> Bool) -> (Mentions, Mentions) {
    var (first, other) = (Mentions(), Mentions())
    for row in 0..<count {
      if isOther(tokens[row]) {
        other.append(tokens[row], head: heads[row], form: forms[row], type: types[row])
      } else {
        first.append(tokens[row], head: heads[row], form: forms[row], type: types[row])
      }
    }
    return (first, other)
  }
}

/// What all actors but pronouns are found with, and those found.
struct ActorReading {
  let lexed: Lexed
  var grammar: Grammar
  let chunks: Chunks
  var builder: ChainBuilder

  init(
    _ names: Mentions,
    _ knownPlaces: [KnownPlace],
    _ tags: Tags,
    in lexed: Lexed,
    references: References
  ) {
    self.lexed = lexed
    grammar = Grammar(lexed, tags, references: references)
    chunks = chunk(tags, lexed.sentences)
    builder = chains(of: names, knownPlaces, in: lexed, references.gazetteer)
    addOthers(to: &builder, names, lexed)
    let descriptions = DescriptionFinder(
      lexed,
      grammar.tags,
      chunks,
      builder,
      gazetteer: references.gazetteer
    )
    for mention in descriptions.find() { builder.add(mention) }
    addBodies(to: &builder, names, grammar.tags, lexed)
  }
}

/// The chains of names.
private func chains(
  of names: Mentions,
  _ knownPlaces: [KnownPlace],
  in lexed: Lexed,
  _ gazetteer: Gazetteer
) -> ChainBuilder {
  let places = Dictionary(
    knownPlaces.map { (Int($0.tokens.first), $0) },
    uniquingKeysWith: { first, _ in first }
  )
  var builder = ChainBuilder(lexed: lexed, gazetteer: gazetteer, places: places)
  builder.add(names: names)
  return builder
}

/// Adds people's roles, titles, and actors without a name.
private func addOthers(to builder: inout ChainBuilder, _ names: Mentions, _ lexed: Lexed) {
  var isNamed = [Bool](repeating: false, count: lexed.count)
  for name in names.tokens { for token in name.rows { isNamed[token] = true } }
  for token in 1..<max(1, lexed.count) where !isNamed[token] && builder.isFamily(token) {
    guard !lexed.has(token, .boilerplate) else { continue }
    builder.add(name: TokenRange(token..<token + 1), type: .group)
    isNamed[token] = true
  }
  addRoles(to: &builder, lexed, isNamed)
  let nominals = NominalFinder(lexed: lexed, isNamed: isNamed)
  addTitles(nominals.titles(), to: &builder, lexed)
  addUnnamed(nominals.unnamedActors(), to: &builder, lexed)
}

private func addRoles(to builder: inout ChainBuilder, _ lexed: Lexed, _ isNamed: [Bool]) {
  var isPerson = [Bool](repeating: false, count: lexed.count)
  for mention in builder.mentions where mention.type == .person {
    for token in mention.tokens.rows { isPerson[token] = true }
  }
  let finder = RoleFinder(lexed: lexed, isNamed: isNamed, isPerson: isPerson)
  for mention in builder.mentions where mention.type == .person {
    for role in [finder.role(before: mention.tokens), finder.role(behind: mention.tokens)] {
      if let role { builder.addRole(role, to: mention.chain) }
    }
    if let gender = finder.gender(before: mention.tokens) {
      builder.setGender(gender, of: mention.chain)
    }
  }
}

/// Refers each title to the person last mentioned before it whose role it repeats.
private func addTitles(
  _ titles: [NominalFinder.Nominal],
  to builder: inout ChainBuilder,
  _ lexed: Lexed
) {
  let people = builder.mentions.filter { $0.type == .person }
  for title in titles {
    let head = lexed.lower(Int(title.head.first))
    let holder = people.last { mention in
      mention.tokens < title.tokens
        && builder.chains[mention.chain].roles.contains { role in
          lexed.isToken(role.rows.upperBound - 1, head)
            || role.rows.contains { lexed.isToken($0, head) && lexed.isToken($0 + 1, "of") }
        }
    }
    guard let holder else { continue }
    builder.add(
      LinkedMention(
        tokens: title.tokens,
        head: title.head,
        form: .nominal,
        type: .person,
        chain: holder.chain
      )
    )
  }
}

private func addUnnamed(
  _ nominals: [NominalFinder.Nominal],
  to builder: inout ChainBuilder,
  _ lexed: Lexed
) {
  let taken = builder.mentions.filter { $0.form == .nominal }.map(\.tokens)
  for nominal in nominals where !taken.contains(where: { $0.overlaps(nominal.tokens) }) {
    let head = nominal.head.rows.lowerBound
    let isBody = lexed.isAny(head, .organizationWords) && !lexed.isAny(head, .personNouns)
    let type: EntityType = nominal.isPlural ? .group : isBody ? .organization : .person
    let chain = builder.unnamed(nominal.tokens, key: lexed.key(nominal.core), type: type)
    builder.add(
      LinkedMention(
        tokens: nominal.tokens,
        head: nominal.head,
        form: .nominal,
        type: type.mentionType,
        chain: chain
      )
    )
  }
}

/// Adds bodies without a name; "the union" is the one that was last spoken of, and none where a named one is at hand.
private func addBodies(
  to builder: inout ChainBuilder,
  _ names: Mentions,
  _ tags: Tags,
  _ lexed: Lexed
) {
  var isTaken = [Bool](repeating: false, count: lexed.count)
  for mention in builder.mentions { for token in mention.tokens.rows { isTaken[token] = true } }
  var isNamed = [Bool](repeating: false, count: lexed.count)
  for name in names.tokens { for token in name.rows { isNamed[token] = true } }
  /// For each noun the chain of the body last called so.
  var latest: [UInt64: Int] = [:]
  for nominal in NominalFinder(lexed: lexed, isNamed: isNamed).unnamedBodies()
  where !isTaken[Int(nominal.head.first)] && tags[Int(nominal.head.first)].isNoun {
    let noun = lexed.hashes[Int(nominal.head.first)]
    let isBare =
      nominal.core.count == 1 && nominal.tokens.rows.upperBound == nominal.head.rows.upperBound
    let known = isBare ? latest[noun] : nil
    if isBare, known == nil {
      let named = names.tokens.indices.contains { row in
        names.types[row] == .organization && names.tokens[row] < nominal.tokens
          && !lexed.isAny(Int(names.tokens[row].first), .media)
          && lexed.sentence(of: Int(names.tokens[row].first)) + 3
            >= lexed.sentence(of: Int(nominal.tokens.first))
      }
      guard !named, !lexed.isAny(Int(nominal.head.first), .groupNouns) else { continue }
    }
    let chain =
      known
      ?? builder.unnamed(nominal.tokens, key: lexed.key(nominal.core), type: .organization)
    latest[noun] = chain
    builder.add(
      LinkedMention(
        tokens: nominal.tokens,
        head: nominal.head,
        form: .nominal,
        type: .organization,
        chain: chain
      )
    )
  }
}

private func tables(of builder: ChainBuilder, _ lexed: Lexed) -> Linked {
  let sorted = builder.mentions.sorted { $0.tokens < $1.tokens }
  var mentions = Mentions()
  for mention in sorted {
    mentions.append(mention.tokens, head: mention.head, form: mention.form, type: mention.type)
  }
  var entities = Entities(ofMention: sorted.map { ID(row: $0.chain) })
  for chain in builder.chains {
    let name = lexed.fullest(chain.forms) ?? chain.forms[0]
    entities.append(
      name: name,
      type: chain.type,
      aliases: chain.forms.filter { $0 != name }.sorted()
    )
  }
  return Linked(mentions: mentions, entities: entities, chains: builder.chains)
}
