internal import Prose
internal import Reference

/// Finds the titles and roles that stand directly before and behind people's names.
struct RoleFinder: Sendable {
  let lexed: Lexed
  /// For each token, whether a name covers it.
  let isNamed: [Bool]
  /// For each token, whether a person's name covers it.
  let isPerson: [Bool]

  private static let longest = 8

  /// "Kremlin foreign policy aide" before "Yuri Ushakov"; nil where no title stands there.
  func role(before name: TokenRange) -> TokenRange? {
    let end = name.rows.lowerBound
    let sentence = lexed.sentences.tokens[lexed.sentence(of: end)]
    guard let head = headStart(endingAt: end, in: sentence) else {
      return role(beforeComma: end - 1, name, in: sentence)
    }
    var start = head
    while start > sentence.rows.lowerBound, end - start < Self.longest, belongsToRole(start - 1) {
      start -= 1
    }
    // A possessive or hyphen at the start has lost the name that it belongs to.
    while start < head, !lexed.isWord(start) || lexed.isToken(start, in: ["'s", "'", "and", "of"]) {
      start += 1
    }
    return TokenRange(start..<end)
  }

  /// "Kremlin foreign policy aide" in "Yuri Ushakov, the Kremlin's foreign policy aide,".
  func role(behind name: TokenRange) -> TokenRange? {
    let comma = name.rows.upperBound
    let sentence = lexed.sentences.tokens[lexed.sentence(of: name.rows.lowerBound)]
    guard lexed.isToken(comma, ","), sentence.contains(comma) else { return nil }
    var start = comma + 1
    // "Ana Ruiz, who was defense minister"
    if lexed.isToken(start, "who") {
      guard let behind = behindRelative(start + 1) else { return nil }
      start = behind
    }
    if lexed.isToken(start, in: ["a", "an", "the", "his", "her", "their", "its"]) { start += 1 }
    // In "Ana Ruiz, President-elect Bea Lund's choice," the title is the other's.
    guard let head = lastRoleNoun(from: start, in: sentence),
      !sentence.contains(head) || !isPerson[head]
    else { return nil }
    // What follows the role's noun belongs to it only by "of", "for", "at", "in".
    var close = head
    if lexed.isToken(head, in: ["of", "for", "at", "in", "on", "to"]) {
      while sentence.contains(close), close - start < 12, !lexed.isToken(close, in: Self.ends) {
        close += 1
      }
    } else if let behind = behindTime(head, in: sentence) {
      close = behind
    }
    return start < close ? TokenRange(start..<close) : nil
  }

  /// Behind "until 2024", "since 2019" or "from 2014 to 2019"; nil where no such time begins.
  private func behindTime(_ start: Int, in sentence: TokenRange) -> Int? {
    func isNumber(_ token: Int) -> Bool {
      sentence.contains(token) && lexed.tokens.kinds[token] == .number
    }
    guard sentence.contains(start), isNumber(start + 1) else { return nil }
    if lexed.isToken(start, in: ["until", "since"]) { return start + 2 }
    guard lexed.isToken(start, in: ["from", "between"]), isNumber(start + 3),
      lexed.isToken(start + 2, in: ["to", "until", "and", "-", "–"])
    else { return nil }
    return start + 4
  }

  /// "then mayor of Lyon" in "the then mayor of Lyon, Paul Ravel,"; nil where no such title ends with a comma before the name.
  private func role(
    beforeComma comma: Int,
    _ name: TokenRange,
    in sentence: TokenRange
  )
    -> TokenRange?
  {
    let next = name.rows.upperBound
    guard sentence.contains(comma), lexed.isToken(comma, ","),
      !sentence.contains(next) || lexed.isToken(next, in: [",", ".", ")", ";"])
    else { return nil }
    let reach = max(sentence.rows.lowerBound, comma - 8)..<comma
    var end = comma
    if let of = reach.last(where: { lexed.isToken($0, "of") }), of > reach.lowerBound,
      of + 1 < comma, (of + 1..<comma).allSatisfy({ isNamed[$0] || lexed.isToken($0, "the") })
    {
      end = of
    }
    guard let head = headStart(endingAt: end, in: sentence) else { return nil }
    var start = head
    while start > sentence.rows.lowerBound, end - start < Self.longest, belongsToRole(start - 1) {
      start -= 1
    }
    while start < head, !lexed.isWord(start) || lexed.isToken(start, in: ["'s", "'", "and", "of"]) {
      start += 1
    }
    let isOwned = (start..<head).contains { lexed.isToken($0, in: ["'s", "'"]) }
    let isMarked =
      sentence.contains(start - 1)
      && lexed.isToken(
        start - 1,
        in: ["the", "a", "an", "his", "her", "its", "their", "then", "'s"]
      )
    guard isOwned || isMarked else { return nil }
    if sentence.contains(start - 1), lexed.isToken(start - 1, "then") { start -= 1 }
    return TokenRange(start..<comma)
  }

  /// Behind "is", "was", "has been" or "served as"; nil for another verb.
  private func behindRelative(_ verb: Int) -> Int? {
    if lexed.isToken(verb, in: ["is", "was", "became"]) { return verb + 1 }
    if lexed.isToken(verb, in: ["has", "had"]), lexed.isToken(verb + 1, "been") { return verb + 2 }
    return lexed.isToken(verb, in: ["serves", "served"]) && lexed.isToken(verb + 1, "as")
      ? verb + 2 : nil
  }

  private static let ends: WordSet = [",", ".", ";", "—", "–", ")", "("]

  /// The end of the last role noun in the noun phrase that begins at `start`; nil where a clause begins there.
  private func lastRoleNoun(from start: Int, in sentence: TokenRange) -> Int? {
    var head: Int?
    var token = start
    while sentence.contains(token), token - start < 10, !lexed.isToken(token, in: Self.ends) {
      if let span = lexed.span(at: token, .roleNouns), !isNamed[token] {
        head = span.rows.upperBound
        token = span.rows.upperBound
        continue
      }
      if lexed.isAny(token, [.pronouns, .modals, .negations]) { return head == nil ? nil : head }
      if lexed.isAny(token, .functionWords), !lexed.isToken(token, in: ["'s", "-", "and"]) {
        break
      }
      token += 1
    }
    return head
  }

  /// Where the role noun that ends directly before `end` begins.
  private func headStart(endingAt end: Int, in sentence: TokenRange) -> Int? {
    for start in max(sentence.rows.lowerBound, end - 5)..<max(sentence.rows.lowerBound, end) {
      guard let span = lexed.span(at: start, [.roleNouns, .honorifics]),
        span.rows.upperBound == end,
        !isCourtesy(span), !isNamed[start],
        // "The elder Ruiz" is the older of two.
        !(lexed.isToken(start, "elder") && lexed.isToken(start - 1, "the"))
      else { continue }
      return start
    }
    return nil
  }

  /// "Mr" and the like are forms of address, not roles.
  private func isCourtesy(_ span: TokenRange) -> Bool {
    lexed.isToken(span.rows.lowerBound, in: Self.courtesies)
  }

  private func belongsToRole(_ token: Int) -> Bool {
    if isPerson[token] { return false }
    if isNamed[token] || lexed.isAny(token, [.roleModifiers, .roleNouns]) { return true }
    // "The White House of President Ruiz" is no role of hers.
    if lexed.isToken(token, "of") {
      return token > 0 && !isNamed[token - 1]
        && lexed.isAny(token - 1, [.roleModifiers, .roleNouns])
    }
    if lexed.isToken(token, in: ["'s", "-", "'", "and"]) {
      return token > 0
        && (isNamed[token - 1] || lexed.isAny(token - 1, [.roleModifiers, .roleNouns]))
    }
    guard lexed.isWord(token) else { return false }
    return !lexed.isAny(
      token,
      [.functionWords, .pronouns, .modals, .speechVerbs, .negations, .weekdays, .months]
    )
      && !lexed.endsIn("ly", token)
  }

  // MARK: - Gender

  private static let courtesies: WordSet = [
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "mx", "mx.", "dr", "dr.", "sir", "dame",
  ]

  /// What the title before a name says of the person's gender.
  func gender(before name: TokenRange) -> Gender? {
    let before = name.rows.lowerBound - 1
    if lexed.isToken(before, in: Self.male) { return .male }
    if lexed.isToken(before, in: Self.female) { return .female }
    return lexed.genderOfNoun(before)
  }

  private static let male: WordSet = [
    "mr", "mr.", "sir", "lord", "king", "prince", "spokesman", "chairman", "congressman",
    "businessman", "councilman", "brother", "father", "pope", "actor", "sheikh", "emir", "sultan",
    "baron", "duke",
  ]
  private static let female: WordSet = [
    "mrs", "mrs.", "ms", "ms.", "miss", "dame", "lady", "queen", "princess", "spokeswoman",
    "chairwoman", "congresswoman", "businesswoman", "councilwoman", "sister", "mother", "actress",
    "baroness", "duchess", "sheikha",
  ]
}
