internal import Prose
internal import Reference

/// A place where the text says that someone says, thinks or wants something.
struct Report: Sendable {
  let kind: QuotationRule
  let cue: TokenRange
  /// From the first of source and cue to the end of the last.
  let frame: TokenRange
  let source: Subject?
  /// Where what is said behind the cue begins; nil where nothing there looks like it.
  let contentStart: Int?
  /// The cue is so clearly one of speaking that what stands before it can be its content.
  let isSpeech: Bool
}

/// Finds reports: verbs, nouns and adjectives of saying and thinking with their sources.
struct ReportFinder {
  let clauses: Clauses
  /// For each token, whether it stands in quotation marks.
  let isQuoted: [Bool]

  var lexed: Lexed { clauses.lexed }

  /// The reports of a sentence that stand outside quotation marks, in text order.
  func reports(in sentence: TokenRange) -> [Report] {
    var found: [Report] = []
    for token in sentence.rows where !isQuoted[token] {
      if let report = accordingTo(token, sentence) { found.append(report) }
      if let report = nounReport(token, sentence) { found.append(report) }
    }
    for group in clauses.groups(in: sentence) where !isQuoted[group.main] {
      if let report = verbReport(group, sentence) ?? adjectiveReport(group, sentence) {
        found.append(report)
      }
    }
    if let report = colonReport(sentence) { found.append(report) }
    return joined(found.sorted { $0.cue < $1.cue })
  }

  /// Gives "said the offer was low and recommended that" one speaker: an offer recommends nothing.
  private func joined(_ reports: [Report]) -> [Report] {
    var reports = reports
    for row in reports.indices.dropFirst() {
      let (before, report) = (reports[row - 1], reports[row])
      guard report.kind == .verb, let source = report.source, let start = before.contentStart,
        before.kind == .verb, before.source != nil,
        source.tokens.rows.lowerBound >= start, source.tokens.rows.upperBound <= report.cue.first,
        lexed.isToken(report.cue.rows.lowerBound - 1, in: ["and", "but"]),
        clauses.tag(source.heads[0].head) == .noun,
        lexed.isAny(source.heads[0].head, .measureNouns)
          || !lexed.isAny(
            source.heads[0].head,
            [.roleNouns, .personNouns, .organizationWords, .groupNouns]
          )
            && !lexed.endsIn("s", source.heads[0].head)
      else { continue }
      reports[row] = Report(
        kind: .verb,
        cue: report.cue,
        frame: report.cue,
        source: before.source,
        contentStart: report.contentStart,
        isSpeech: report.isSpeech
      )
    }
    return reports
  }

  // MARK: - Verbs

  /// What can stand with "that": speech, thought, demand and their opposites.
  private static let reporting: WordClasses = [
    .speechVerbs, .attitudeVerbs, .assertVerbs, .demandVerbs, .denyVerbs, .doubtVerbs,
    .proposeVerbs,
  ]
  /// What can stand with "to".
  private static let wishing: WordClasses = [.attitudeVerbs, .proposeVerbs, .demandVerbs]

  private func verbReport(_ group: VerbGroup, _ sentence: TokenRange) -> Report? {
    let isSpeech = lexed.isAny(group.main, .speechVerbs)
    guard isSpeech || lexed.isAny(group.main, Self.reporting) else { return nil }
    let subject = clauses.subject(of: group)
    // "reports of a deal, claims the palace denied": a noun in apposition, whoever made them.
    if subject == nil, group.form == .finite, group.tokens.count == 1,
      lexed.endsIn("s", group.main),
      clauses.tag(group.start - 1) == .comma
    {
      return nil
    }
    if let report = accusation(group, subject, sentence) { return report }
    let agent = group.isPassive ? clauses.agent(of: group) : nil
    let start = contentStart(of: group, isSpeech: isSpeech, behind: agent, sentence)
    guard start != nil || isSpeech && group.form != .infinitive else { return nil }
    if let start, clauses.tag(start) == .infinitive {
      // A wish counts with the one who has it.
      guard group.form == .finite, subject != nil else { return nil }
    }
    if group.isPassive {
      // "is said to be", "was told that": the speaker is not named, or stands behind "by".
      guard let start, clauses.tag(start) == .complementizer else { return nil }
      return report(.passive, group, source: agent, start, isSpeech)
    }
    return report(.verb, group, source: subject, start, isSpeech)
  }

  /// "accused the board of hiding the letters", "was accused of taking bribes".
  private func accusation(
    _ group: VerbGroup,
    _ subject: Subject?,
    _ sentence: TokenRange
  ) -> Report? {
    guard lexed.isToken(group.main, in: ["accused", "accuses", "accuse", "accusing"]) else {
      return nil
    }
    var token = group.end
    if !group.isPassive, let object = clauses.object(of: group) { token = object.end }
    let end = min(token + 7, sentence.rows.upperBound)
    while token < end,
      !(lexed.isToken(token, "of")
        && [token + 1, token + 2].contains { start in
          (start == token + 1 || clauses.tag(token + 1) == .quote)
            && clauses.group(at: start).map { $0.start == start && $0.form == .progressive } == true
        })
    {
      token += 1
    }
    guard token < end else { return nil }
    let agent = group.isPassive ? clauses.agent(of: group, from: token) : nil
    return report(.accusation, group, source: group.isPassive ? agent : subject, token, false)
  }

  private func report(
    _ kind: QuotationRule,
    _ group: VerbGroup,
    source: Subject?,
    _ start: Int?,
    _ isSpeech: Bool
  ) -> Report {
    let cue =
      lexed.phrase(at: group.main, .speechVerbs)?.tokens
      ?? TokenRange(group.main..<group.main + 1)
    var frame = TokenRange(group.start..<max(group.end, cue.rows.upperBound))
    if let source, group.form == .finite, sharesClause(source, group) {
      frame = TokenRange(
        min(frame.first, source.tokens.first),
        max(frame.end, source.tokens.end)
      )
    }
    return Report(
      kind: kind,
      cue: cue,
      frame: frame,
      source: source,
      contentStart: start,
      isSpeech: isSpeech
    )
  }

  /// Whether no other finite verb stands between source and verb, so that both frame what is said.
  private func sharesClause(_ source: Subject, _ group: VerbGroup) -> Bool {
    let sourceEnd = source.tokens.rows.upperBound
    guard sourceEnd <= group.start else { return true }
    return group.start - sourceEnd <= 4
  }

  /// Where what is said begins behind the verb.
  private func contentStart(
    of group: VerbGroup,
    isSpeech: Bool,
    behind agent: Subject?,
    _ sentence: TokenRange
  ) -> Int? {
    var token = group.end
    if let phrase = lexed.phrase(at: group.main, .verbs) { token = phrase.tokens.rows.upperBound }
    if let agent { token = agent.tokens.rows.upperBound }
    if wishesOfOthers(group, token, sentence) { return token }
    token = skipAddressee(token, group, sentence)
    token = skipAdverbials(token, sentence)
    guard sentence.contains(token) else { return nil }
    if lexed.isToken(token, ":"), sentence.contains(token + 1) { return token + 1 }
    if clauses.tag(token) == .comma, sentence.contains(token + 1),
      clauses.tag(token + 1) == .quote, isQuoted[token + 1]
    {
      return isSpeech ? token + 1 : nil
    }
    switch clauses.tag(token) {
    case .complementizer:
      // "ruled that out": no clause follows.
      return beginsPhrase(token + 1, sentence) ? token : nil
    case .determiner where lexed.isToken(token, "that"): return token
    case .subordinator:
      return lexed.isToken(token, in: ["whether", "how", "why"]) ? token : nil
    case .quote: return isSpeech && isQuoted[token] ? token : nil
    case .infinitive:
      return lexed.isAny(group.main, Self.wishing) && !group.isPassive ? token : nil
    default:
      guard isSpeech || lexed.isAny(group.main, .attitudeVerbs) else { return nil }
      return beginsClause(token, sentence) ? token : nil
    }
  }

  /// "expects the bank to raise rates", "wants the tax to go": who is to do it belongs to what is wished.
  private func wishesOfOthers(_ group: VerbGroup, _ token: Int, _ sentence: TokenRange) -> Bool {
    guard lexed.isToken(group.main, in: Self.expecting), !group.isPassive,
      let phrase = clauses.phrase(at: token), phrase.start == token
    else { return false }
    let end = max(clauses.postmodified(phrase, in: sentence), phrase.end)
    return sentence.contains(phrase.end) && clauses.tag(phrase.end) == .infinitive
      || clauses.groups(from: phrase.end, to: end).contains { $0.form == .infinitive }
      || sentence.contains(end) && clauses.tag(end) == .infinitive
  }

  private static let expecting: WordSet = [
    "expect", "expects", "expected", "want", "wants", "wanted", "prefer", "prefers",
  ]

  /// Behind "reporters" in "told reporters that".
  private func skipAddressee(_ token: Int, _ group: VerbGroup, _ sentence: TokenRange) -> Int {
    var token = token
    if lexed.isToken(token, in: ["to", "with"]), let phrase = clauses.phrase(at: token + 1),
      phrase.start == token + 1, lexed.isAny(group.main, .speechVerbs)
    {
      return phrase.end
    }
    guard let phrase = clauses.phrase(at: token), phrase.start == token else { return token }
    let end = phrase.end
    guard sentence.contains(end) else { return token }
    let takesAddressee = lexed.isAny(group.main, [.demandVerbs, .speechVerbs])
    switch clauses.tag(end) {
    case .complementizer where !lexed.isToken(end + 1, in: ["would", "will", "is", "was"]):
      token = end
    case .infinitive where takesAddressee: token = end
    case .quote where isQuoted[end]: token = end
    case .mark where lexed.isToken(end, ":"): token = end
    case .comma where clauses.tag(end + 1) == .quote && isQuoted[end + 1]: token = end
    case .preposition:
      // "told reporters at the Kremlin that"
      let far = clauses.postmodified(phrase, in: sentence)
      if sentence.contains(far), clauses.tag(far) == .complementizer || lexed.isToken(far, ":") {
        token = far
      }
    default:
      // "told Axios Zelensky was": an addressee before a clause without "that".
      if lexed.isToken(group.main, in: ["told", "tell", "tells", "telling"]),
        beginsClause(end, sentence)
      {
        token = end
      }
    }
    return token
  }

  /// Behind "on Thursday", "earlier this week", "in a statement".
  private func skipAdverbials(_ start: Int, _ sentence: TokenRange) -> Int {
    var token = start
    for _ in 0..<4 {
      guard sentence.contains(token) else { break }
      if clauses.tag(token) == .adverb || lexed.isAny(token, .weekdays) {
        token += 1
      } else if clauses.tag(token) == .preposition, !lexed.isToken(token, "as"),
        let phrase = clauses.phrase(at: token + 1), phrase.start == token + 1
      {
        // Only where what is said follows: else the phrase belongs to it.
        let end = clauses.postmodified(phrase, in: sentence)
        guard sentence.contains(end) else { break }
        let tag = clauses.tag(end)
        guard
          tag == .complementizer || tag == .quote || tag == .comma || lexed.isToken(end, ":")
            || lexed.isAny(phrase.head, .weekdays) || lexed.isAny(phrase.head, .months)
        else { return token }
        token = end
      } else if let phrase = clauses.phrase(at: token), phrase.start == token,
        lexed.isToken(phrase.head, in: ["week", "month", "year", "morning", "evening", "day"])
      {
        token = phrase.end
      } else {
        break
      }
    }
    return token
  }

  /// Whether more follows than a particle and a mark.
  private func beginsPhrase(_ token: Int, _ sentence: TokenRange) -> Bool {
    sentence.contains(token)
      && !lexed.isToken(token, "as")
      && !(lexed.isToken(token, in: ["out", "down", "aside"])
        && (!sentence.contains(token + 1) || clauses.tag(token + 1) == .mark))
  }

  /// Whether a subject and its verb begin at `token`.
  func beginsClause(_ token: Int, _ sentence: TokenRange) -> Bool {
    guard sentence.contains(token) else { return false }
    if lexed.isToken(token, "there") { return true }
    if let group = clauses.group(at: token), group.start == token, group.form == .progressive {
      // "says adding the mineral is the simplest method": a gerund as subject.
      let end = clauses.objectEnd(of: group, sentence)
      return clauses.group(at: end).map { $0.start == end && $0.form == .finite } ?? false
    }
    guard let phrase = clauses.phrase(at: token), phrase.start == token else { return false }
    var end = clauses.postmodified(phrase, in: sentence)
    for _ in 0..<4 {
      guard sentence.contains(end) else { return false }
      if let group = clauses.group(at: end), group.start == end {
        return group.form == .finite || group.form == .past
      }
      switch clauses.tag(end) {
      case .adverb: end += 1
      case .conjunction, .comma, .preposition:
        guard let next = clauses.phrase(at: end + 1), next.start == end + 1 else {
          return clauses.tag(end + 1) == .relative ? hasFiniteVerb(from: end, sentence) : false
        }
        end = clauses.postmodified(next, in: sentence)
      case .relative: return hasFiniteVerb(from: end, sentence)
      default: return false
      }
    }
    return false
  }

  func hasFiniteVerb(from token: Int, _ sentence: TokenRange) -> Bool {
    guard token < sentence.rows.upperBound else { return false }
    return clauses.groups(in: TokenRange(token..<sentence.rows.upperBound)).contains {
      $0.form == .finite
    }
  }
}
