internal import Prose
internal import Reference

/// Makes an article's names agree with each other: what one mention shows, the others follow.
///
/// A name that is mostly of one kind is of that kind everywhere; the surname of someone named in full is that
/// person wherever it stands alone; and a name that running text shows is found in a headline whose capitals
/// tell nothing.
struct NameConsistency {
  typealias Name = (tokens: TokenRange, type: MentionType)

  let lexed: Lexed
  let isPlace: Set<TokenRange>

  func revised(_ names: [Name]) -> [Name] {
    var counts = WordTable(capacity: names.count, empty: KindCounts())
    for name in names { counts.update(lexed.hash(name.tokens)) { $0.add(name.type) } }
    let surnames = surnames(of: names)
    let agreed = names.map { name in
      (name.tokens, type(of: name, counts[lexed.hash(name.tokens)] ?? KindCounts(), surnames))
    }
    return agreed + missed(besides: agreed, counts, surnames)
  }

  /// The last words of people's names of two words or more, by hash.
  private func surnames(of names: [Name]) -> Set<UInt64> {
    Set(
      names.compactMap { name in
        name.type == .person && name.tokens.count > 1
          ? lexed.hashes[name.tokens.rows.upperBound - 1] : nil
      }
    )
  }

  private func type(
    of name: Name,
    _ counts: KindCounts,
    _ surnames: Set<UInt64>
  ) -> MentionType {
    if name.tokens.count == 1, surnames.contains(lexed.hashes[Int(name.tokens.first)]) {
      // "Lima said" is Ana Lima, if the article mostly speaks of her and not of the city.
      let isPlaceToo = isPlace.contains(name.tokens) && name.type == .location
      let isScene = isPlaceToo && (isLocative(name.tokens) || isMostlyScene(name.tokens))
      return isScene ? .location : .person
    }
    // "Judge Mobile" is nobody's town.
    if name.type == .location, name.tokens.count == 1, isAddressed(name.tokens) { return .person }
    let own = counts[name.type]
    if let most = counts.commonest, counts[most] >= 2 * own, counts[most] > 1 { return most }
    // A full name that is a person's as often as anything else is the person's.
    let isPersons = name.tokens.count > 1 && counts[.person] >= own
    return isPersons ? .person : name.type
  }

  /// Whether the form of address of a single person stands before the name: "Mr", "Judge".
  private func isAddressed(_ name: TokenRange) -> Bool {
    let before = Int(name.first) - 1
    return lexed.isAny(before, .honorifics) && lexed.has(before, .capitalized)
      && !lexed.has(Int(name.first), .startsSentence)
  }

  private static let locatives: WordSet = [
    "in", "at", "near", "from", "to", "outside", "inside", "around", "into", "across", "of",
  ]

  private func isLocative(_ name: TokenRange) -> Bool {
    lexed.isToken(Int(name.first) - 1, in: Self.locatives)
  }

  /// Whether the word stands behind a preposition of place in half of the spots where it stands alone.
  private func isMostlyScene(_ name: TokenRange) -> Bool {
    let hash = lexed.hashes[Int(name.first)]
    var alone = 0
    var locative = 0
    for token in 0..<lexed.count
    where lexed.hashes[token] == hash && !lexed.has(token - 1, .capitalized) {
      alone += 1
      if isLocative(TokenRange(token..<token + 1)) { locative += 1 }
    }
    return locative * 2 >= alone
  }

  /// Names that stand unmarked elsewhere in the article.
  private func missed(
    besides names: [Name],
    _ counts: WordTable<KindCounts>,
    _ surnames: Set<UInt64>
  ) -> [Name] {
    var isTaken = [Bool](repeating: false, count: lexed.count)
    var firstWords: [UInt64: Int] = [:]
    for name in names {
      for token in name.tokens.rows { isTaken[token] = true }
      let first = lexed.hashes[Int(name.tokens.first)]
      firstWords[first] = max(firstWords[first] ?? 0, name.tokens.count)
    }
    var found: [Name] = []
    for sentence in lexed.sentences.tokens where !lexed.has(Int(sentence.first), .boilerplate) {
      var token = sentence.rows.lowerBound
      while token < sentence.rows.upperBound {
        guard !isTaken[token], lexed.has(token, .capitalized) else {
          token += 1
          continue
        }
        let name =
          longestName(
            at: token,
            in: sentence,
            firstWords[lexed.hashes[token]] ?? 0,
            isTaken,
            counts
          )
          ?? surname(at: token, surnames)
        if let name { found.append(name) }
        token = name?.tokens.rows.upperBound ?? token + 1
      }
    }
    return found
  }

  private func longestName(
    at token: Int,
    in sentence: TokenRange,
    _ longest: Int,
    _ isTaken: [Bool],
    _ counts: WordTable<KindCounts>
  ) -> Name? {
    for count in stride(from: longest, through: 1, by: -1)
    where token + count <= sentence.rows.upperBound {
      let range = TokenRange(token..<token + count)
      guard !range.rows.contains(where: { isTaken[$0] }), let known = counts[lexed.hash(range)],
        let most = known.commonest,
        count > 1 || isNoOrdinaryWord(token)
      else { continue }
      return (range, most)
    }
    return nil
  }

  private func surname(at token: Int, _ surnames: Set<UInt64>) -> Name? {
    guard surnames.contains(lexed.hashes[token]), isNoOrdinaryWord(token) else { return nil }
    return (TokenRange(token..<token + 1), .person)
  }

  /// A single word is only filled in where it is not likely to be a common one.
  private func isNoOrdinaryWord(_ token: Int) -> Bool {
    !lexed.isAny(
      token,
      [.functionWords, .commonWords, .pronouns, .weekdays, .months, .honorifics, .roleNouns]
    )
  }
}

/// How often a name was found to be of each kind.
private struct KindCounts {
  private var counts = SIMD8<Int32>(repeating: 0)

  subscript(type: MentionType) -> Int { Int(counts[Self.row(type)]) }

  mutating func add(_ type: MentionType) { counts[Self.row(type)] &+= 1 }

  /// The kind counted most often; of equals the first in the alphabet, so that each run finds the same.
  var commonest: MentionType? {
    var best: MentionType?
    for type in Self.alphabet where self[type] > best.map({ self[$0] }) ?? 0 { best = type }
    return best
  }

  private static let alphabet = MentionType.allCases.sorted { $0.rawValue < $1.rawValue }

  private static func row(_ type: MentionType) -> Int {
    switch type {
    case .person: 0
    case .organization: 1
    case .location: 2
    case .nationality: 3
    case .group: 4
    }
  }
}
