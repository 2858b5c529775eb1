internal import Prose
internal import Reference

// Reports by other words than verbs: "according to", nouns, adjectives, and a headline's colon.
extension ReportFinder {
  func accordingTo(_ token: Int, _ sentence: TokenRange) -> Report? {
    guard lexed.isToken(token, "according"), lexed.isToken(token + 1, "to"),
      let phrase = clauses.phrase(at: token + 2), phrase.start == token + 2
    else { return nil }
    var source = clauses.extended(phrase, in: sentence, acrossCommas: false)
    // "two people briefed on the talks", "a poll published on Monday": still who says it.
    if let group = clauses.group(at: source.rows.upperBound),
      group.start == source.rows.upperBound, group.tokens.count == 1,
      lexed.endsIn("ed", group.main) || lexed.endsIn("en", group.main)
        || lexed.endsIn("ing", group.main)
    {
      let end = clauses.behindTime(clauses.objectEnd(of: group, sentence), sentence)
      source = TokenRange(source.rows.lowerBound..<end)
    }
    var end = source.rows.upperBound
    if clauses.tag(end) == .comma { end += 1 }
    return Report(
      kind: .accordingTo,
      cue: TokenRange(token..<token + 2),
      frame: TokenRange(token..<source.rows.upperBound),
      source: Subject(tokens: source, heads: [phrase]),
      contentStart: sentence.contains(end) ? end : nil,
      isSpeech: true
    )
  }

  private static let reportNouns: WordSet = [
    "claim", "claims", "belief", "statement", "warning", "accusation", "allegation",
    "allegations", "suggestion", "argument", "assertion", "denial", "announcement", "promise",
    "pledge", "demand", "insistence", "view", "opinion", "hope", "hopes", "fear", "fears",
    "concern", "concerns", "conclusion", "admission", "contention", "complaint",
  ]

  /// "his claim that", "fears among farmers that".
  func nounReport(_ token: Int, _ sentence: TokenRange) -> Report? {
    guard lexed.isToken(token, in: Self.reportNouns), let phrase = clauses.phrase(at: token),
      phrase.head == token, clauses.tag(token + 1) == .complementizer,
      lexed.isToken(token + 1, "that")
    else { return nil }
    var source: Subject?
    if let possessor = phrase.possessor {
      source = Subject(
        tokens: possessor,
        heads: [NounPhrase(tokens: possessor, head: possessor.rows.upperBound - 1, possessor: nil)]
      )
    } else if clauses.tag(phrase.start) == .possessive {
      let pronoun = TokenRange(phrase.start..<phrase.start + 1)
      source = Subject(
        tokens: pronoun,
        heads: [NounPhrase(tokens: pronoun, head: phrase.start, possessor: nil)]
      )
    }
    guard let source else { return nil }
    return Report(
      kind: .noun,
      cue: TokenRange(token..<token + 1),
      frame: TokenRange(phrase.start..<token + 1),
      source: source,
      contentStart: token + 1,
      isSpeech: false
    )
  }

  private static let reportAdjectives: WordSet = [
    "confident", "certain", "sure", "convinced", "hopeful", "optimistic", "worried", "afraid",
    "concerned", "skeptical", "sceptical", "adamant", "aware", "clear", "disappointed", "pleased",
    "glad", "happy", "sorry", "angry", "alarmed", "delighted", "proud", "surprised", "doubtful",
    "fearful", "keen", "determined", "eager", "willing",
  ]

  /// "is confident that".
  func adjectiveReport(_ group: VerbGroup, _ sentence: TokenRange) -> Report? {
    let isBe = ClosedWords.be.contains(lexed.lower(group.main))
    var token = isBe ? group.main + 1 : group.main
    while sentence.contains(token), clauses.tag(token) == .adverb { token += 1 }
    guard lexed.isToken(token, in: Self.reportAdjectives),
      isBe || ClosedWords.be.contains(lexed.lower(group.tokens.rows.lowerBound)),
      let source = clauses.subject(of: group),
      !lexed.isToken(source.heads[0].head, in: ["it", "there", "this"])
    else { return nil }
    let next = token + 1
    guard sentence.contains(next) else { return nil }
    let takes =
      clauses.tag(next) == .complementizer || clauses.tag(next) == .infinitive
      || lexed.isToken(
        token,
        in: ["concerned", "confident", "worried", "afraid", "sure", "hopeful"]
      )
        && beginsClause(next, sentence)
    guard takes else { return nil }
    return Report(
      kind: .adjective,
      cue: TokenRange(token..<token + 1),
      frame: TokenRange(min(source.tokens.rows.lowerBound, group.start)..<token + 1),
      source: source,
      contentStart: next,
      isSpeech: false
    )
  }

  /// A headline's "Ruiz: we will not yield" and "We will not yield: Ruiz".
  func colonReport(_ sentence: TokenRange) -> Report? {
    let first = sentence.rows.lowerBound
    guard lexed.has(first, .heading) else { return nil }
    return colonBehindName(first, sentence) ?? colonBeforeName(sentence)
  }

  private func colonBehindName(_ first: Int, _ sentence: TokenRange) -> Report? {
    guard let phrase = clauses.phrase(at: first), phrase.start == first else { return nil }
    let end = clauses.postmodified(phrase, in: sentence)
    guard lexed.isToken(end, ":"), sentence.contains(end + 1),
      clauses.tag(phrase.head) == .name
        || speaks(phrase) && hasFiniteVerb(from: end + 1, sentence)
    else { return nil }
    return Report(
      kind: .colon,
      cue: TokenRange(end..<end + 1),
      frame: TokenRange(first..<end + 1),
      source: Subject(tokens: TokenRange(first..<end), heads: [phrase]),
      contentStart: end + 1,
      isSpeech: true
    )
  }

  private func colonBeforeName(_ sentence: TokenRange) -> Report? {
    guard let colon = sentence.rows.last(where: { lexed.isToken($0, in: [":", "–", "—"]) }),
      let phrase = clauses.phrase(at: colon + 1), phrase.start == colon + 1,
      clauses.postmodified(phrase, in: sentence) >= sentence.rows.upperBound,
      clauses.tag(phrase.head) == .name || speaks(phrase), phrase.tokens.count <= 6,
      clauses.groups(from: sentence.rows.lowerBound, to: colon).contains(where: {
        $0.form == .finite
      })
    else { return nil }
    return Report(
      kind: .colon,
      cue: TokenRange(colon..<colon + 1),
      frame: TokenRange(colon..<phrase.end),
      source: Subject(tokens: phrase.tokens, heads: [phrase]),
      contentStart: nil,
      isSpeech: true
    )
  }

  /// Whether the phrase is one of people or a body, so that what a colon joins to it is what they say.
  private func speaks(_ phrase: NounPhrase) -> Bool {
    lexed.isAny(phrase.head, [.roleNouns, .organizationWords, .personNouns, .groupNouns])
  }
}
