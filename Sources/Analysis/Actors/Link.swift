internal import Prose
internal import Reference

/// What the names and descriptions refer to, with what only the later layers need to know.
struct Linked: Sendable {
  let mentions: Mentions
  let entities: Entities
  /// For each entity what its chain holds: roles, the gazetteer's row.
  let chains: [Chain]
}

/// Joins names into chains and adds what else refers to them: titles, pronouns, and those without a name.
///
/// With `namesAlone` nothing is added, and nobody's roles are looked for.
func link(
  _ names: Mentions,
  _ knownPlaces: [KnownPlace],
  namesAlone: Bool = false,
  in lexed: Lexed,
  gazetteer: Gazetteer
) -> Linked {
  let places = Dictionary(
    knownPlaces.map { (Int($0.tokens.first), $0) },
    uniquingKeysWith: { first, _ in first }
  )
  var builder = ChainBuilder(lexed: lexed, gazetteer: gazetteer, places: places)
  var isNamed = [Bool](repeating: false, count: lexed.count)
  for row in 0..<names.count {
    for token in names.tokens[row].rows { isNamed[token] = true }
    builder.add(name: names.tokens[row], type: names.types[row])
  }
  guard !namesAlone else { return tables(of: builder, lexed) }
  addRoles(to: &builder, lexed, isNamed)
  let nominals = NominalFinder(lexed: lexed, isNamed: isNamed)
  addTitles(nominals.titles(), to: &builder, lexed)
  addUnnamed(nominals.unnamedActors(), to: &builder, lexed)
  let people = builder.mentions.filter { $0.type == .person && !builder.chains[$0.chain].isUnnamed }
    .sorted { $0.tokens < $1.tokens }
  for pronoun in PronounResolver(lexed: lexed).resolve(people, chains: builder.chains) {
    builder.add(pronoun)
  }
  return tables(of: builder, lexed)
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
    let type: EntityType = nominal.isPlural ? .group : .person
    let chain = builder.unnamed(nominal.tokens, key: lexed.key(nominal.core), type: type)
    builder.add(
      LinkedMention(
        tokens: nominal.tokens,
        head: nominal.head,
        form: .nominal,
        type: nominal.isPlural ? .group : .person,
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
