internal import Prose
internal import Reference

/// Finds the names of people, organizations and places, and nationalities.
///
/// Running text is read first; what it shows decides what a title-case headline, an unlisted word or the
/// second mention of a name is.
/// - Returns: Mentions of form `name`, in text order, without overlaps.
func findNames(in lexed: Lexed, knownPlaces: [KnownPlace]) -> Mentions {
  let places = Dictionary(
    knownPlaces.map { (Int($0.tokens.first), $0) },
    uniquingKeysWith: { first, _ in first }
  )
  let candidates = NameCandidates(lexed: lexed, places: places)
  let weigher = NameWeigher(lexed: lexed, places: places)

  var found: [Candidate] = []
  for sentence in lexed.sentences.tokens
  where !lexed.has(Int(sentence.first), .boilerplate) && !isTitleCase(sentence, in: lexed) {
    for range in candidates.candidates(in: sentence) {
      found.append(Candidate(tokens: range, key: lexed.key(range), evidence: weigher.weigh(range)))
    }
  }
  let memory = NameMemory(found, lexed: lexed)
  var names: [(TokenRange, MentionType)] = found.compactMap { candidate in
    type(of: candidate, memory, places).map { (candidate.tokens, $0) }
  }
  for sentence in lexed.sentences.tokens
  where !lexed.has(Int(sentence.first), .boilerplate) && isTitleCase(sentence, in: lexed) {
    names.append(contentsOf: namesInTitleCase(sentence, lexed, memory, places, weigher))
  }
  names.sort { $0.0 < $1.0 }

  var mentions = Mentions()
  for (tokens, type) in names {
    mentions.append(tokens, head: tokens, form: .name, type: type)
  }
  return mentions
}

/// A run of words that may be a name, with what its place in the text says.
struct Candidate {
  let tokens: TokenRange
  let key: String
  let evidence: NameEvidence
}

/// What the article's running text has shown of its names.
struct NameMemory {
  private(set) var evidence: [String: NameEvidence] = [:]
  /// Last words of people's names of two words or more.
  private(set) var surnames: Set<String> = []
  /// Names by their first word, for finding them where capitals say nothing.
  private(set) var keysByFirstWord: [String: Set<String>] = [:]

  init(_ candidates: [Candidate], lexed: Lexed) {
    for candidate in candidates {
      evidence[candidate.key, default: NameEvidence()] += candidate.evidence
    }
    for candidate in candidates {
      let first = lexed.lower(Int(candidate.tokens.first))
      keysByFirstWord[first, default: []].insert(candidate.key)
      if candidate.tokens.count > 1, evidence[candidate.key]?.best?.type == .person {
        surnames.insert(lexed.lower(candidate.tokens.rows.upperBound - 1))
      }
    }
  }
}

private func type(
  of candidate: Candidate,
  _ memory: NameMemory,
  _ places: [Int: KnownPlace]
) -> MentionType? {
  if let place = places[Int(candidate.tokens.first)], place.name == candidate.tokens,
    place.isDemonym
  {
    return .nationality
  }
  if candidate.tokens.count == 1, memory.surnames.contains(candidate.key),
    candidate.evidence.location < 2.5 || candidate.evidence.person > 0
  {
    return .person
  }
  return memory.evidence[candidate.key]?.best?.type
}

/// Whether most words are capitalized, so that capitals do not tell names.
func isTitleCase(_ sentence: TokenRange, in lexed: Lexed) -> Bool {
  var words = 0
  var capitals = 0
  for token in sentence.rows where lexed.isWord(token) && !lexed.isAny(token, .functionWords) {
    words += 1
    if lexed.has(token, .capitalized) { capitals += 1 }
  }
  let enough = lexed.has(Int(sentence.first), .heading) ? 3 : 5
  return words >= enough && capitals * 10 >= words * 8
}

/// The names of a sentence in title case or capitals: those that the text or the tables know.
private func namesInTitleCase(
  _ sentence: TokenRange,
  _ lexed: Lexed,
  _ memory: NameMemory,
  _ places: [Int: KnownPlace],
  _ weigher: NameWeigher
) -> [(TokenRange, MentionType)] {
  var names: [(TokenRange, MentionType)] = []
  var token = sentence.rows.lowerBound
  while token < sentence.rows.upperBound {
    guard lexed.has(token, .capitalized), !lexed.isAny(token, [.functionWords, .pronouns]) else {
      token += 1
      continue
    }
    let found = knownName(at: token, sentence, lexed, memory, places, weigher)
    if let found { names.append(found) }
    token = found?.0.rows.upperBound ?? token + 1
  }
  return names
}

private func knownName(
  at token: Int,
  _ sentence: TokenRange,
  _ lexed: Lexed,
  _ memory: NameMemory,
  _ places: [Int: KnownPlace],
  _ weigher: NameWeigher
) -> (TokenRange, MentionType)? {
  let keys = memory.keysByFirstWord[lexed.lower(token)] ?? []
  var longest: TokenRange?
  for end in token + 1..<max(token + 2, min(sentence.rows.upperBound, token + 8) + 1)
  where end <= sentence.rows.upperBound {
    let range = TokenRange(token..<end)
    if keys.contains(lexed.key(range)) { longest = range }
  }
  if let longest, let type = memory.evidence[lexed.key(longest)]?.best?.type {
    return (longest, type)
  }
  if memory.surnames.contains(lexed.lower(token)) {
    return (TokenRange(token..<token + 1), .person)
  }
  if let place = places[token] { return (place.name, place.isDemonym ? .nationality : .location) }
  if let listed = lexed.span(at: token, [.organizations, .media]) {
    return (listed, .organization)
  }
  // Two words of which the first is a given name and the second no ordinary word.
  if lexed.isAny(token, NameWeigher.givenNames), lexed.has(token + 1, .capitalized),
    sentence.contains(token + 1), !lexed.isAny(token + 1, [.commonWords, .functionWords])
  {
    return (TokenRange(token..<token + 2), .person)
  }
  return nil
}
