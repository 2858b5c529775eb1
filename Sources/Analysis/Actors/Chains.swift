internal import Prose
internal import Reference

/// A mention on its way into the tables.
struct LinkedMention: Sendable {
  let tokens: TokenRange
  let head: TokenRange
  let form: MentionForm
  let type: MentionType
  /// The row of its chain.
  let chain: Int
}

enum Gender: Sendable {
  case male
  case female
}

/// All that refers to one entity, while it is being put together.
struct Chain: Sendable {
  var type: EntityType
  /// The name forms in text order, folded.
  var keys: [String] = []
  /// Where each form of the name first stands.
  var forms: [TokenRange] = []
  /// Titles and roles as written, each once.
  var roles: [TokenRange] = []
  /// The gazetteer's row, for a country and for a people.
  var place: Int?
  /// Nil where neither name nor title tells.
  var gender: Gender?
  /// An unnamed speaker or an unnamed group.
  var isUnnamed = false
}

extension Lexed {
  /// The form by which to call someone: the first with the most words, one in capitals (a dateline's) only for want of another.
  func fullest(_ forms: [TokenRange]) -> TokenRange? {
    forms.max { left, right in
      if isShouted(left) != isShouted(right) { return isShouted(left) }
      return left.count < right.count || left.count == right.count && left.first > right.first
    }
  }
}

extension Lexed {
  /// Whether a name is in capitals though it is no acronym's length.
  func isShouted(_ name: TokenRange) -> Bool {
    tokens.bytes(of: name).count > 4
      && name.rows.allSatisfy { !has($0, .capitalized) || has($0, .allCapitals) }
  }

  /// Whether two runs of tokens have the same key.
  func isSame(_ left: TokenRange, _ right: TokenRange) -> Bool {
    left.count == right.count
      && zip(left.rows, right.rows).allSatisfy { hashes[$0] == hashes[$1] }
  }

  /// Adds a name's form to those noted if it is new; one in capitals gives way to the same in lower case.
  func note(_ form: TokenRange, in forms: inout [TokenRange]) {
    guard let row = forms.firstIndex(where: { isSame($0, form) }) else {
      forms.append(form)
      return
    }
    if isShouted(forms[row]), !isShouted(form) { forms[row] = form }
  }
}

/// Joins names into chains, in text order.
struct ChainBuilder {
  let lexed: Lexed
  let gazetteer: Gazetteer
  let places: [Int: KnownPlace]
  private(set) var chains: [Chain] = []
  private(set) var mentions: [LinkedMention] = []
  private var chainOfKey: [String: Int] = [:]
  private var chainOfPlace: [Int: Int] = [:]
  private var people = PeopleIndex()
  private var bodies = BodyIndex()

  init(lexed: Lexed, gazetteer: Gazetteer, places: [Int: KnownPlace]) {
    self.lexed = lexed
    self.gazetteer = gazetteer
    self.places = places
  }

  mutating func add(name tokens: TokenRange, type given: MentionType) {
    let isFamily = tokens.count == 1 && given != .nationality && isFamily(tokens.rows.lowerBound)
    let type = isFamily ? .group : settledType(tokens, given)
    let chain = half(ofCountry: tokens, type) ?? chain(of: tokens, type)
    mentions.append(
      LinkedMention(tokens: tokens, head: tokens, form: .name, type: type, chain: chain)
    )
    let key = lexed.key(tokens)
    if !chains[chain].keys.contains(key) { chains[chain].keys.append(key) }
    // A place's people is called after it; that is not what the place is called.
    if type != .nationality || chains[chain].forms.isEmpty {
      lexed.note(tokens, in: &chains[chain].forms)
    }
    if chains[chain].type == .organization {
      bodies.note(tokens, key.filter { $0 != "." }, acronym(tokens), as: chain, lexed)
    }
  }

  mutating func add(names: Mentions) {
    for row in 0..<names.count { add(name: names.tokens[row], type: names.types[row]) }
  }

  private mutating func chain(of tokens: TokenRange, _ type: MentionType) -> Int {
    switch type {
    case .person: person(tokens)
    case .organization: organization(tokens)
    case .location: location(tokens)
    case .nationality: nationality(tokens)
    case .group: named(tokens, as: .group)
    }
  }

  /// What a name is where the text says more than the name's own words.
  private func settledType(_ tokens: TokenRange, _ given: MentionType) -> MentionType {
    if isSurname(tokens, given) { return .person }
    if given == .location, tokens.count == 1,
      tokens.rows.allSatisfy({ lexed.has($0, .allCapitals) }),
      places[tokens.rows.lowerBound]?.name.count == 1,
      bodies.hasAcronym(lexed.lower(tokens.rows.lowerBound))
    {
      return .organization
    }
    if given == .person || given == .organization, isLand(tokens) { return .location }
    return given
  }

  /// Whether the text says that the name is a place's: "Burnside is a suburb".
  private func isLand(_ name: TokenRange) -> Bool {
    let verb = name.rows.upperBound
    guard lexed.isToken(verb, in: ["is", "was"]), lexed.isToken(verb + 1, in: ["a", "an"]) else {
      return false
    }
    var token = verb + 2
    // Small letters only: "is a former Lyon midfielder" says nothing of a land.
    while token < verb + 6, token < lexed.count, lexed.isWord(token),
      !lexed.has(token, .capitalized), !lexed.isAny(token, .functionWords)
    {
      if lexed.isAny(token, [.regionWords, .waterWords]) {
        return lexed.isToken(token + 1, in: ["in", "of", "located", "situated", "on", "near"])
      }
      token += 1
    }
    return false
  }

  /// In an article on North Korea "the North" is that country.
  private func half(ofCountry tokens: TokenRange, _ type: MentionType) -> Int? {
    let first = tokens.rows.lowerBound
    guard tokens.count == 1, type == .location || type == .organization,
      lexed.isToken(first, in: ["north", "south"]), lexed.isToken(first - 1, "the")
    else { return nil }
    return chainOfPlace.values.filter { chain in
      chains[chain].forms.contains { form in
        form.count == 2 && lexed.hashes[form.rows.lowerBound] == lexed.hashes[first]
      }
    }.max()
  }

  mutating func add(_ mention: LinkedMention) { mentions.append(mention) }

  mutating func add(pronoun token: Int, chain: Int) {
    let tokens = TokenRange(token..<token + 1)
    let type: MentionType =
      switch chains[chain].type {
      case .person: .person
      case .organization: .organization
      case .location: .location
      case .group: .group
      }
    add(LinkedMention(tokens: tokens, head: tokens, form: .pronoun, type: type, chain: chain))
  }

  mutating func addRole(_ role: TokenRange, to chain: Int) {
    let key = lexed.key(role)
    guard !chains[chain].roles.contains(where: { lexed.key($0) == key }) else { return }
    chains[chain].roles.append(role)
  }

  mutating func setGender(_ gender: Gender, of chain: Int) { chains[chain].gender = gender }

  /// The chain of an unnamed actor with this key, a new one for a new key.
  mutating func unnamed(_ tokens: TokenRange, key: String, type: EntityType) -> Int {
    let key = "unnamed " + key
    if let known = chainOfKey[key] { return known }
    chainOfKey[key] = chains.count
    chains.append(Chain(type: type, keys: [key], forms: [tokens], isUnnamed: true))
    return chains.count - 1
  }

  // MARK: - People

  /// Whether what looks like a place or a body is the surname of a person who was named in full: "Fillmore" after "Charles
  /// Fillmore", where neither the gazetteer nor a preposition makes it a place.
  private func isSurname(_ tokens: TokenRange, _ type: MentionType) -> Bool {
    let first = tokens.rows.lowerBound
    guard type == .location || type == .organization, tokens.count == 1, places[first] == nil,
      !lexed.has(first, .allCapitals),
      !lexed.isToken(first - 1, in: ["in", "at", "near", "to", "from", "the"])
    else { return false }
    let word = lexed.lower(first)
    return people.hasSurname(word) && chainOfKey["organization " + word] == nil
      && chainOfKey["location " + word] == nil
  }

  /// Whether a word with a capital means all who bear a name: "the Clintons" where a Clinton was named.
  func isFamily(_ token: Int) -> Bool {
    guard lexed.isToken(token - 1, "the"), lexed.has(token, .capitalized),
      lexed.endsIn("s", token)
    else { return false }
    let word = lexed.lower(token)
    guard !people.hasSurname(word) else { return false }
    return people.hasSurname(String(word.dropLast()))
      || word.hasSuffix("es") && people.hasSurname(String(word.dropLast(2)))
  }

  private mutating func person(_ tokens: TokenRange) -> Int {
    let name = PersonName(tokens, in: lexed)
    let chain = people.find(name) { chains[$0].gender } ?? new(Chain(type: .person))
    people.note(name, as: chain)
    if chains[chain].gender == nil { chains[chain].gender = name.titled ?? gender(ofName: tokens) }
    if name.isWhole { shareSurname(of: name, before: tokens) }
    return chain
  }

  /// In "Bill and Hillary Clinton" both are called Clinton.
  private mutating func shareSurname(of name: PersonName, before tokens: TokenRange) {
    let start = tokens.rows.lowerBound
    guard let other = mentions.last, other.type == .person, other.tokens.count == 1,
      other.tokens.rows.upperBound == start - 1, lexed.isToken(start - 1, in: ["and", "&"]),
      lexed.isAny(start - 2, [.maleNames, .femaleNames]),
      chains[other.chain].forms.allSatisfy({ $0.count == 1 })
    else { return }
    people.note(
      PersonName(words: [lexed.lower(start - 2), name.last]),
      as: other.chain
    )
  }

  private func gender(ofName tokens: TokenRange) -> Gender? {
    let first = tokens.rows.lowerBound
    // A name of one word may be the family's.
    if tokens.count == 1, lexed.isAny(first, .surnames) { return nil }
    switch (lexed.isAny(first, .maleNames), lexed.isAny(first, .femaleNames)) {
    case (true, false): return .male
    case (false, true): return .female
    default: return nil
    }
  }

  // MARK: - Organizations and places

  private mutating func organization(_ tokens: TokenRange) -> Int {
    let key = lexed.key(tokens)
    if let known = chainOfKey["organization " + key] { return known }
    let chain = relatedOrganization(tokens, key) ?? new(Chain(type: .organization))
    chainOfKey["organization " + key] = chain
    return chain
  }

  /// An organization of which `tokens` is the acronym, the expansion, or the name cut short.
  private func relatedOrganization(_ tokens: TokenRange, _ key: String) -> Int? {
    if let bracketed = bracketed(tokens) { return bracketed }
    let acronym = self.acronym(tokens)
    let letters = key.contains(".") ? key.filter { $0 != "." } : key
    let letterCount = letters.count
    return bodies.sharing(tokens, letters, acronym, lexed).last { row in
      zip(chains[row].forms, chains[row].keys).contains { form, known in
        if let acronym, form.count == 1, acronym.utf8.first == known.utf8.first,
          acronym == known.filter({ $0 != "." })
        {
          return true
        }
        if tokens.count == 1, form.count > 1, form.count >= letterCount,
          form.rows.count(where: { lexed.has($0, .capitalized) }) == letterCount,
          let other = self.acronym(form), other == letters
        {
          return true
        }
        return isCut(tokens, of: form) || isCut(form, of: tokens)
      }
    }
  }

  /// The organization directly before, of which `tokens` in brackets are the acronym or the expansion: "Movimento 5 Stelle
  /// (M5S)".
  ///
  /// Half of the letters are enough: an expansion may be a translation.
  private func bracketed(_ tokens: TokenRange) -> Int? {
    let start = tokens.rows.lowerBound
    guard let other = mentions.last, other.type == .organization,
      lexed.isToken(start - 1, "("), other.tokens.rows.upperBound == start - 1
    else { return nil }
    let (short, long) =
      tokens.count < other.tokens.count ? (tokens, other.tokens) : (other.tokens, tokens)
    let row = short.rows.lowerBound
    guard short.count == 1, long.count > 1, lexed.has(row, .allCapitals) else { return nil }
    var initials = long.rows.compactMap { lexed.lower($0).first }
    let letters = lexed.lower(row).filter { $0 != "." }
    let told = letters.filter { letter in
      guard let found = initials.firstIndex(of: letter) else { return false }
      initials.remove(at: found)
      return true
    }
    return told.count * 2 >= letters.count ? other.chain : nil
  }

  /// Whether `tokens` are some words in a row of `longer`, or its first or last word and no ordinary one.
  ///
  /// What a body is ("the Commission") means the last that was named in full.
  private func isCut(_ tokens: TokenRange, of longer: TokenRange) -> Bool {
    guard tokens.count < longer.count else { return false }
    let rows = longer.rows
    if tokens.count > 1 {
      return (rows.lowerBound...rows.upperBound - tokens.count).contains {
        lexed.isSame(tokens, TokenRange($0..<$0 + tokens.count))
      }
    }
    let first = tokens.rows.lowerBound
    let stands = rows.contains { row in
      lexed.hashes[row] == lexed.hashes[first]
        && (row == rows.lowerBound || row == rows.upperBound - 1 || lexed.isToken(row + 1, "of"))
    }
    guard stands else { return false }
    if lexed.isAny(first, .organizationWords) { return lexed.isToken(first - 1, "the") }
    return places[first] == nil
      && !lexed.isAny(first, [.commonWords, .roleModifiers, .functionWords])
  }

  /// The first letters of a name of two words or more, small words left out.
  private func acronym(_ tokens: TokenRange) -> String? {
    let letters = tokens.rows.filter { lexed.has($0, .capitalized) }
      .compactMap { lexed.lower($0).first }
    return letters.count >= 2 ? String(letters) : nil
  }

  private mutating func location(_ tokens: TokenRange) -> Int {
    guard let known = places[tokens.rows.lowerBound], known.name == tokens,
      let candidate = known.candidates.first(where: { $0.naming == .name }),
      gazetteer.kind(of: candidate.place) == .country
    else {
      // "Lombardy" and "the Lombardy region" are one.
      let isRegion = places[tokens.rows.lowerBound]?.candidates.first.map {
        gazetteer.kind(of: $0.place) == .region
      }
      return named(isRegion == true ? tokens : lexed.extended(tokens, places), as: .location)
    }
    return chain(ofPlace: candidate.place, type: .location)
  }

  private mutating func nationality(_ tokens: TokenRange) -> Int {
    guard let known = places[tokens.rows.lowerBound] else { return named(tokens, as: .group) }
    let place = known.candidates[0].place
    let isLand = !gazetteer.latitude(of: place).isNaN
    return chain(ofPlace: place, type: isLand ? .location : .group)
  }

  private mutating func chain(ofPlace place: Int, type: EntityType) -> Int {
    if let known = chainOfPlace[place] { return known }
    let chain = new(Chain(type: type, place: place))
    chainOfPlace[place] = chain
    return chain
  }

  private mutating func named(_ tokens: TokenRange, as type: EntityType) -> Int {
    let key = type.rawValue + " " + lexed.key(tokens)
    if let known = chainOfKey[key] { return known }
    let chain = new(Chain(type: type))
    chainOfKey[key] = chain
    return chain
  }

  private mutating func new(_ chain: Chain) -> Int {
    chains.append(chain)
    return chains.count - 1
  }
}
