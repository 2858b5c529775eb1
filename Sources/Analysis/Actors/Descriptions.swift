internal import Prose
internal import Reference

/// Refers definite descriptions to the names they stand for: "the company", "the museum", "the country", "the 42-year-old".
///
/// A description goes back to the latest name that holds its noun, that was described by it, or that is of the kind it
/// means, unless something without a name was brought up under the same noun since.
struct DescriptionFinder {
  let lexed: Lexed
  let tags: Tags
  let chunks: Chunks
  let gazetteer: Gazetteer
  private let chains: [Chain]
  /// The mentions that stand, in text order.
  private let mentions: [LinkedMention]
  private let isTaken: [Bool]
  /// For each chain the nouns that it was described by.
  private var nouns: [Int: Set<UInt64>] = [:]

  /// How many sentences a description of a kind reaches back, and one that repeats a word of the name.
  private static let (reach, wideReach) = (3, 12)

  init(
    _ lexed: Lexed,
    _ tags: Tags,
    _ chunks: Chunks,
    _ builder: ChainBuilder,
    gazetteer: Gazetteer
  ) {
    self.lexed = lexed
    self.tags = tags
    self.chunks = chunks
    self.gazetteer = gazetteer
    chains = builder.chains
    mentions = builder.mentions.filter { $0.type != .nationality }.sorted { $0.tokens < $1.tokens }
    var isTaken = [Bool](repeating: false, count: lexed.count)
    for mention in mentions { for token in mention.tokens.rows { isTaken[token] = true } }
    self.isTaken = isTaken
    for mention in mentions where mention.form == .name { noteNouns(of: mention) }
  }

  /// The noun of "Ana Ruiz, a lawyer," and of "Ana Ruiz is a lawyer", and the last words of titles.
  private mutating func noteNouns(of mention: LinkedMention) {
    for role in chains[mention.chain].roles {
      nouns[mention.chain, default: []].insert(lexed.hashes[role.rows.upperBound - 1])
    }
    let next = mention.tokens.rows.upperBound
    guard next + 1 < lexed.count, lexed.isToken(next, in: [",", "is", "was", "are", "were"]),
      lexed.isToken(next + 1, in: ["a", "an", "the"]), let row = chunks.chunk(at: next + 1)
    else { return }
    nouns[mention.chain, default: []].insert(lexed.hashes[Int(chunks.heads[row])])
  }

  /// The descriptions with the chains they refer to, in text order.
  func find() -> [LinkedMention] {
    var found: [LinkedMention] = []
    /// Where each noun last brought up something without a name.
    var unnamed: [UInt64: Int] = [:]
    for row in 0..<chunks.count where chunks.kinds[row] == .noun {
      let tokens = chunks.tokens[row]
      let head = Int(chunks.heads[row])
      guard !lexed.has(head, .boilerplate), !tokens.rows.contains(where: { isTaken[$0] }) else {
        continue
      }
      if isDefinite(tokens), let mention = resolve(tokens, head, unnamed[lexed.hashes[head]]) {
        found.append(mention)
      } else if tags[head].isNoun, !isDefinite(tokens) {
        unnamed[lexed.hashes[head]] = head
      }
    }
    return found + predications() + ages()
  }

  /// "A lawyer" in "Ana Ruiz, a lawyer," and "Ana Ruiz is a lawyer".
  private func predications() -> [LinkedMention] {
    mentions.compactMap { mention in
      guard mention.form == .name, mention.type == .person || mention.type == .organization else {
        return nil
      }
      let next = mention.tokens.rows.upperBound
      let isApposed = lexed.isToken(next, ",")
      guard isApposed || lexed.isToken(next, in: ["is", "was"]),
        lexed.isToken(next + 1, in: ["a", "an", "the"]), let row = chunks.chunk(at: next + 1),
        chunks.kinds[row] == .noun, chunks.tokens[row].rows.lowerBound == next + 1
      else { return nil }
      let tokens = chunks.tokens[row]
      let head = Int(chunks.heads[row])
      guard tags[head] == .noun, head == tokens.rows.upperBound - 1,
        !tokens.rows.contains(where: { isTaken[$0] }), !lexed.has(head, .boilerplate),
        isKind(head, of: mention.type),
        !isApposed || lexed.isToken(head + 1, in: Self.appositionEnds)
      else { return nil }
      return LinkedMention(
        tokens: tokens,
        head: TokenRange(head..<head + 1),
        form: .nominal,
        type: mention.type,
        chain: mention.chain
      )
    }
  }

  /// What follows an apposition: its end, or what narrows it.
  private static let appositionEnds: WordSet = [
    ",", ".", ";", ")", "of", "for", "in", "at", "who", "that", "which", "from", "with",
  ]

  /// Whether the noun says what such a name's bearer is.
  private func isKind(_ head: Int, of type: MentionType) -> Bool {
    guard type == .person else {
      return lexed.isAny(head, .organizationWords) || lexed.isToken(head, in: Self.bodies)
        || lexed.isToken(head, in: Self.businesses)
    }
    return lexed.isAny(head, [.personNouns, .roleNouns, .sourceNouns])
      || lexed.genderOfNoun(head) != nil || lexed.endsIn("ist", head) || lexed.endsIn("ian", head)
  }

  private func isDefinite(_ tokens: TokenRange) -> Bool {
    tokens.count > 1 && lexed.isToken(tokens.rows.lowerBound, in: ["the", "this", "that"])
  }

  private func resolve(_ tokens: TokenRange, _ head: Int, _ unnamed: Int?) -> LinkedMention? {
    guard head == tokens.rows.upperBound - 1, tags[head] != .pluralNoun,
      !isNarrowed(tokens.rows.upperBound)
    else { return nil }
    let isBare = tokens.count == 2
    let sentence = lexed.sentence(of: head)
    for mention in mentions.reversed() where mention.form == .name && Int(mention.head.first) < head
    {
      if let unnamed, unnamed > Int(mention.head.first) { return nil }
      let distance = sentence - lexed.sentence(of: Int(mention.head.first))
      guard distance <= Self.wideReach else { return nil }
      let chain = chains[mention.chain]
      let repeats =
        nouns[mention.chain]?.contains(lexed.hashes[head]) == true && chain.type != .location
        || chain.type != .person && holds(chain, head) && modifiersAgree(tokens, chain)
      if repeats || isBare && distance <= Self.reach && means(head, chain) {
        return LinkedMention(
          tokens: tokens,
          head: TokenRange(head..<head + 1),
          form: .nominal,
          type: chain.type.mentionType,
          chain: mention.chain
        )
      }
    }
    return nil
  }

  /// "the company that", "the bank of the river": what follows says which one.
  private func isNarrowed(_ next: Int) -> Bool {
    lexed.isToken(next, in: ["of", "that", "which", "who", "whose", "where", "-"])
      || next < lexed.count && isTaken[next] && lexed.has(next, .capitalized)
  }

  /// Whether the name has the noun as one of its words.
  private func holds(_ chain: Chain, _ head: Int) -> Bool {
    chain.forms.contains { form in
      form.count > 1 && form.rows.contains { lexed.hashes[$0] == lexed.hashes[head] }
    }
  }

  private func modifiersAgree(_ tokens: TokenRange, _ chain: Chain) -> Bool {
    tokens.rows.dropFirst().dropLast().allSatisfy { token in
      chain.forms.contains { form in
        form.rows.contains { lexed.hashes[$0] == lexed.hashes[token] }
      }
    }
  }

  /// Whether the noun means things of the chain's kind.
  private func means(_ head: Int, _ chain: Chain) -> Bool {
    switch chain.type {
    case .organization:
      guard !chain.isUnnamed else { return false }
      if lexed.isToken(head, in: Self.bodies) { return true }
      return lexed.isToken(head, in: Self.businesses)
        && !chain.forms.contains { form in
          form.rows.contains { lexed.isToken($0, in: Self.authorities) }
        }
    case .location:
      if lexed.isToken(head, in: ["country", "nation"]) { return isCountry(chain) }
      return lexed.isToken(head, in: ["city", "town", "village"]) && !isCountry(chain)
    case .person, .group: return false
    }
  }

  private func isCountry(_ chain: Chain) -> Bool {
    chain.place.map { gazetteer.kind(of: $0) == .country } ?? false
  }

  private static let bodies: WordSet = ["organization", "organisation", "agency", "group", "body"]
  private static let businesses: WordSet = [
    "company", "firm", "airline", "carmaker", "automaker", "retailer", "manufacturer", "maker",
    "giant",
    "startup", "start-up", "corporation", "club", "team", "side", "franchise", "broadcaster",
    "newspaper", "magazine", "paper", "publisher", "chain", "brand", "charity", "lender", "label",
    "studio", "band", "party", "site", "website",
  ]
  /// Words of names that no business and no club has.
  private static let authorities: WordSet = [
    "ministry", "department", "court", "parliament", "senate", "congress", "council", "commission",
    "government", "police", "university", "committee", "army", "navy", "church", "nations",
    "assembly",
    "hospital", "school", "treasury", "house",
  ]

  // MARK: - Ages

  /// "the 42-year-old" where no noun follows: the person named last.
  private func ages() -> [LinkedMention] {
    var found: [LinkedMention] = []
    var token = 5
    while token < lexed.count {
      defer { token += 1 }
      guard lexed.isToken(token, "old"), lexed.isToken(token - 2, "year"),
        lexed.isToken(token - 5, "the"), lexed.tokens.kinds[token - 4] == .number,
        !(token + 1 < lexed.count && (tags[token + 1].isNoun || tags[token + 1].isAdjective)),
        !lexed.has(token, .boilerplate)
      else { continue }
      let person = mentions.last { mention in
        mention.type == .person && Int(mention.head.first) < token
          && lexed.sentence(of: token) - lexed.sentence(of: Int(mention.head.first)) <= Self.reach
      }
      guard let person else { continue }
      found.append(
        LinkedMention(
          tokens: TokenRange(token - 5..<token + 1),
          head: TokenRange(token..<token + 1),
          form: .nominal,
          type: .person,
          chain: person.chain
        )
      )
    }
    return found
  }
}

extension EntityType {
  var mentionType: MentionType {
    switch self {
    case .person: .person
    case .organization: .organization
    case .location: .location
    case .group: .group
    }
  }
}
