internal import Prose
internal import Reference

/// Where within a sentence another clause begins.
private struct ClauseCut {
  enum Kind {
    /// "because", "when", "after" before a clause of its own, a dash or a semicolon.
    case aside
    /// "and", "but" before a verb.
    case joined
    /// "that" before what is said, or what is said without it.
    case content
    /// "which", ", held last week": about the phrase before it.
    case relative
    /// Behind such an insertion, where the clause around it goes on.
    case resumed
  }

  let token: Int
  let kind: Kind
}

// The part of a sentence that tells one event.
extension Clauses {
  /// The clause that `range` belongs to, with what it reports; nil where its sentence has no verb.
  ///
  /// "talks, held last weekend" for "last weekend" in "The union said that talks, held last weekend, had failed."
  func eventClause(around range: TokenRange, in sentence: TokenRange) -> TokenRange? {
    let cuts = clauseCuts(in: sentence)
    var index = cuts.lastIndex { $0.token <= range.rows.lowerBound }
    var start = index.map { cuts[$0].token } ?? sentence.rows.lowerBound
    var next = index.map { $0 + 1 } ?? 0
    var end = next < cuts.count ? cuts[next].token : sentence.rows.upperBound
    // A part without a verb belongs to the one it leads in, or else to the one before it.
    while !hasVerb(start, end), next < cuts.count || index != nil {
      if let own = index, cuts[own].kind == .joined || next == cuts.count {
        index = own > 0 ? own - 1 : nil
        start = index.map { cuts[$0].token } ?? sentence.rows.lowerBound
      } else {
        next += 1
        end = next < cuts.count ? cuts[next].token : sentence.rows.upperBound
      }
    }
    guard hasVerb(start, end) else { return nil }
    let verb = verbs(start, end).last
    if let own = index {
      start = beginning(of: own, cuts, sentence)
    }
    if let verb, next < cuts.count, isReporting(verb),
      cuts[next].kind == .content || lexed.isToken(cuts[next].token, "that")
    {
      end = sentence.rows.upperBound
    } else if let verb, next == cuts.count, isReporting(verb),
      closesReport(verb, start, sentence)
    {
      start = sentence.rows.lowerBound
    } else if let inner = reduced(range, start, end, sentence) {
      return trimmed(inner)
    }
    return trimmed(TokenRange(start..<end))
  }

  private func verbs(_ start: Int, _ end: Int) -> ArraySlice<VerbGroup> {
    guard start < end else { return [] }
    return groups(in: TokenRange(start..<end))
  }

  /// Whether a verb stands there, also one that the groups leave out since it may be a noun or an adjective.
  private func hasVerb(_ start: Int, _ end: Int) -> Bool {
    !verbs(start, end).isEmpty || start < end && (start..<end).contains(where: isFinite)
  }

  private func isFinite(_ token: Int) -> Bool {
    guard token < lexed.count else { return false }
    switch partsOfSpeech[token] {
    case .pastVerb, .presentVerb, .thirdPersonVerb: return true
    default: return false
    }
  }

  private func isReporting(_ group: VerbGroup) -> Bool {
    lexed.isAny(group.main, [.speechVerbs, .attitudeVerbs, .assertVerbs, .denyVerbs])
  }

  /// Whether what is said stands before "Ana Ruiz said on Thursday".
  private func closesReport(_ verb: VerbGroup, _ start: Int, _ sentence: TokenRange) -> Bool {
    guard lexed.isAny(verb.main, .speechVerbs) else { return false }
    var token = verb.start - 1
    while token > start, tag(token) != .comma, tag(token) != .quote { token -= 1 }
    return token > start && token > sentence.rows.lowerBound
      && !verbs(sentence.rows.lowerBound, token).isEmpty || tag(start - 1) == .quote
      || tag(start) == .quote
  }

  /// Where the clause of a cut begins: an insertion with what it is about, a resumed clause where it was broken off.
  private func beginning(of index: Int, _ cuts: [ClauseCut], _ sentence: TokenRange) -> Int {
    switch cuts[index].kind {
    case .relative:
      var before = cuts[index].token - 1
      if tag(before) == .comma { before -= 1 }
      guard sentence.contains(before), let phrase = phrase(at: before) else {
        return cuts[index].token
      }
      return phrase.start
    case .resumed:
      let outer = cuts[..<index].lastIndex { $0.kind != .relative && $0.kind != .resumed }
      return outer.map { cuts[$0].token } ?? sentence.rows.lowerBound
    default: return cuts[index].token
    }
  }

  /// "the deal signed in 2019" for a time before the main verb of "the deal signed in 2019 was scrapped".
  private func reduced(
    _ range: TokenRange,
    _ start: Int,
    _ end: Int,
    _ sentence: TokenRange
  ) -> TokenRange? {
    let groups = verbs(start, end)
    guard let first = groups.first, let second = groups.dropFirst().first,
      first.tokens.count == 1, first.form != .infinitive, second.form == .finite,
      first.end <= range.rows.lowerBound, range.rows.upperBound <= second.start,
      let phrase = phrase(at: first.start - 1), phrase.end == first.start, phrase.start >= start
    else { return nil }
    return TokenRange(phrase.start..<second.start)
  }

  /// Without the marks and joining words at its ends.
  private func trimmed(_ range: TokenRange) -> TokenRange? {
    var (start, end) = (range.rows.lowerBound, range.rows.upperBound)
    while start < end {
      switch tag(start) {
      case .comma, .mark, .conjunction, .complementizer: start += 1
      case .preposition where cut(at: start, sentence(of: start)) == .aside: start += 1
      default:
        guard lexed.isToken(start, in: Self.dashes) else {
          return closed(start, end)
        }
        start += 1
      }
    }
    return nil
  }

  private func closed(_ start: Int, _ end: Int) -> TokenRange? {
    var end = end
    while end > start,
      tag(end - 1) == .comma || tag(end - 1) == .mark
        || lexed.isToken(end - 1, in: Self.dashes)
    {
      end -= 1
    }
    return end > start ? TokenRange(start..<end) : nil
  }

  /// Prepositions that join a clause of its own.
  private static let joints: WordSet = ["after", "before", "since", "until", "as"]

  private static let dashes: WordSet = ["–", "—", "--"]

  // MARK: - Cuts

  private func clauseCuts(in sentence: TokenRange) -> [ClauseCut] {
    var cuts: [ClauseCut] = []
    // An insertion opened by a comma: it ends at the next comma behind its verb.
    var insertion: Int?
    var token = sentence.rows.lowerBound + 1
    while token < sentence.rows.upperBound {
      if let opened = insertion, tag(token) == .comma, !verbs(opened, token).isEmpty {
        insertion = nil
        if !verbs(token, sentence.rows.upperBound).isEmpty {
          cuts.append(ClauseCut(token: token, kind: .resumed))
          token += 1
          continue
        }
      }
      if let kind = cut(at: token, sentence) {
        cuts.append(ClauseCut(token: token, kind: kind))
        if kind == .relative { insertion = tag(token - 1) == .comma ? token : nil }
      }
      token += 1
    }
    return cuts
  }

  private func cut(at token: Int, _ sentence: TokenRange) -> ClauseCut.Kind? {
    switch tag(token) {
    case .complementizer: return .content
    case .relative: return .relative
    case .subordinator: return .aside
    case .conjunction:
      return lexed.isToken(token, in: ["and", "but", "or"]) && beginsClause(token + 1, sentence)
        ? .joined : nil
    case .preposition:
      guard lexed.isToken(token, in: Self.joints) else {
        return nil
      }
      if let group = group(at: token + 1), group.start == token + 1, group.form == .progressive {
        return .aside
      }
      return beginsClause(token + 1, sentence, withSubject: true) ? .aside : nil
    case .mark:
      return lexed.isToken(token, in: [";", ":"]) || lexed.isToken(token, in: Self.dashes)
        ? .aside : nil
    default: break
    }
    if lexed.isToken(token, in: Self.dashes) { return .aside }
    guard let group = group(at: token - 1) else {
      // ", held last weekend,": a verb right behind a comma and a noun.
      guard tag(token - 1) == .comma, let verb = self.group(at: token), verb.start == token,
        verb.form != .infinitive, phrase(at: token - 2) != nil
      else { return nil }
      return .relative
    }
    // "said talks will resume": what is said, without "that".
    guard group.end == token, isReporting(group), !group.isPassive else { return nil }
    return beginsClause(behindTime(token, sentence), sentence, withSubject: true) ? .content : nil
  }

  /// Whether a verb, or a subject with its verb, begins at `token`.
  private func beginsClause(
    _ token: Int,
    _ sentence: TokenRange,
    withSubject: Bool = false
  ) -> Bool {
    var token = token
    while sentence.contains(token), tag(token) == .adverb { token += 1 }
    guard sentence.contains(token) else { return false }
    if !withSubject, let group = group(at: token), group.start == token {
      return group.form == .finite
    }
    if !withSubject, isFinite(token) { return true }
    guard let phrase = phrase(at: token), phrase.start == token else { return false }
    // A verb that may be a noun stands at the end of the phrase: "the board met".
    if phrase.tokens.count > 1, isFinite(phrase.end - 1) { return true }
    var end = postmodified(phrase, in: sentence)
    while sentence.contains(end), tag(end) == .adverb { end += 1 }
    guard sentence.contains(end) else { return false }
    return group(at: end).map { $0.start == end && $0.form == .finite } ?? isFinite(end)
  }
}
