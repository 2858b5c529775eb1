internal import Prose
internal import Reference

/// Finds the titles and roles that stand directly before and behind people's names.
struct RoleFinder: Sendable {
  let lexed: Lexed
  /// For each token, whether a name covers it.
  let isNamed: [Bool]

  private static let longest = 8

  /// "Kremlin foreign policy aide" before "Yuri Ushakov"; nil where no title stands there.
  func role(before name: TokenRange) -> TokenRange? {
    let end = name.rows.lowerBound
    let sentence = lexed.sentences.tokens[lexed.sentence(of: end)]
    guard let head = headStart(endingAt: end, in: sentence) else { return nil }
    var start = head
    while start > sentence.rows.lowerBound, end - start < Self.longest, belongsToRole(start - 1) {
      start -= 1
    }
    // A possessive or hyphen at the start has lost the name that it belongs to.
    while start < head, !lexed.isWord(start) || lexed.isToken(start, in: ["'s", "'"]) { start += 1 }
    return TokenRange(start..<end)
  }

  /// "Kremlin foreign policy aide" in "Yuri Ushakov, the Kremlin's foreign policy aide,".
  func role(behind name: TokenRange) -> TokenRange? {
    let comma = name.rows.upperBound
    let sentence = lexed.sentences.tokens[lexed.sentence(of: name.rows.lowerBound)]
    guard lexed.isToken(comma, ","), sentence.contains(comma) else { return nil }
    var start = comma + 1
    if lexed.isToken(start, in: ["a", "an", "the", "his", "her", "their", "its"]) { start += 1 }
    var end = start
    var head: Int?
    while sentence.contains(end), end - start < 12,
      !lexed.isToken(end, in: [",", ".", ";", "—", "–", ")", "("])
    {
      if head == nil, lexed.isAny(end, [.pronouns, .modals, .speechVerbs]) { return nil }
      if head == nil, let span = lexed.span(at: end, .roleNouns) { head = span.rows.upperBound }
      end += 1
    }
    guard let head, sentence.contains(end) else { return nil }
    // What follows the role's noun belongs to it only by "of", "for", "at", "in".
    let goesOn = lexed.isToken(head, in: ["of", "for", "at", "in", "on", "to"])
    let close = goesOn ? end : head
    return start < close ? TokenRange(start..<close) : nil
  }

  /// Where the role noun that ends directly before `end` begins.
  private func headStart(endingAt end: Int, in sentence: TokenRange) -> Int? {
    for start in max(sentence.rows.lowerBound, end - 5)..<max(sentence.rows.lowerBound, end) {
      guard let span = lexed.span(at: start, [.roleNouns, .honorifics]),
        span.rows.upperBound == end,
        !isCourtesy(span), !isNamed[start]
      else { continue }
      return start
    }
    return nil
  }

  /// "Mr" and the like tell a gender, not a role.
  private func isCourtesy(_ span: TokenRange) -> Bool {
    lexed.isToken(span.rows.lowerBound, in: Self.courtesies.union(["dr", "dr.", "sir", "dame"]))
  }

  private func belongsToRole(_ token: Int) -> Bool {
    if isNamed[token] || lexed.isAny(token, [.roleModifiers, .roleNouns]) { return true }
    if lexed.isToken(token, in: ["'s", "-", "'", "and", "of"]) {
      return token > 0
        && (isNamed[token - 1] || lexed.isAny(token - 1, [.roleModifiers, .roleNouns]))
    }
    guard lexed.isWord(token) else { return false }
    return !lexed.isAny(
      token,
      [.functionWords, .pronouns, .modals, .speechVerbs, .negations, .weekdays, .months]
    )
      && !lexed.lower(token).hasSuffix("ly")
  }

  // MARK: - Gender

  private static let courtesies: Set<String> = [
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "mx", "mx.",
  ]

  /// What the title before a name says of the person's gender.
  func gender(before name: TokenRange) -> Gender? {
    let before = name.rows.lowerBound - 1
    if lexed.isToken(before, in: Self.male) { return .male }
    if lexed.isToken(before, in: Self.female) { return .female }
    return nil
  }

  private static let male: Set<String> = [
    "mr", "mr.", "sir", "lord", "king", "prince", "spokesman", "chairman", "congressman",
    "businessman", "councilman", "brother", "father", "pope", "actor", "sheikh", "emir", "sultan",
    "baron", "duke",
  ]
  private static let female: Set<String> = [
    "mrs", "mrs.", "ms", "ms.", "miss", "dame", "lady", "queen", "princess", "spokeswoman",
    "chairwoman", "congresswoman", "businesswoman", "councilwoman", "sister", "mother", "actress",
    "baroness", "duchess", "sheikha",
  ]
}
