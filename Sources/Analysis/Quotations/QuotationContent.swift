internal import Prose
internal import Reference

// Where what is said ends.
extension QuotationAssembler {
  /// Where what is said from `start` on ends: at the next report, or where the writer speaks again.
  func contentEnd(
    from start: Int,
    _ report: Report,
    _ sentence: TokenRange,
    _ reports: [Report]
  ) -> Int {
    var end = sentence.rows.upperBound
    var token = start
    if let source = report.source, source.tokens.rows.lowerBound > start {
      // "accused of misleading parliament by the party"
      end = source.tokens.rows.lowerBound - 1
    }
    if report.kind == .noun, let outer = outerVerb(behind: start, sentence) { return outer }
    while token < end {
      if spanOf[token] != nil {
        token += 1
        continue
      }
      if lexed.isToken(token, ";"), token > start { return token }
      let isComma = clauses.tag(token) == .comma || lexed.isToken(token, in: ["–", "—"])
      if isComma, token > start {
        if report.kind != .colon, isVerdict(behind: token, end) { return token }
        var next = token + 1
        if clauses.tag(next) == .conjunction || isContrast(next) { next += 1 }
        if begins(next, reports, report) { return token }
        if lexed.isToken(token + 1, in: Self.writerWords), hasVerb(behind: token, end),
          hasVerb(behind: start - 1, token)
        {
          return token
        }
      } else if token > start, lexed.isToken(token, in: ["and", "but", "while"]),
        reports.contains(where: { next in
          next.kind.isVerb && next.frame.rows.contains(token + 1) && next.cue != report.cue
            && next.contentStart != nil
            && (next.source == nil || next.source?.tokens == report.source?.tokens)
        })
      {
        return token
      }
      token += 1
    }
    return end
  }

  /// Whether the writer goes on with what others make of it: ", a charge her office dismissed", ", which he denies".
  private func isVerdict(behind comma: Int, _ end: Int) -> Bool {
    let opener = comma + 1
    if lexed.isToken(opener, "which") || lexed.isToken(opener, "something") {
      guard let group = clauses.groups(from: opener, to: end).first else { return false }
      return lexed.isAny(group.main, [.denyVerbs, .rejectVerbs]) && group.start > opener + 1
    }
    // "a charge Spain dismissed": the noun stands right behind, or behind an adjective.
    return lexed.isToken(opener, in: ["a", "an"])
      && (lexed.isToken(opener + 1, in: StanceWords.claims)
        || clauses.phrase(at: opener).map { lexed.isToken($0.head, in: StanceWords.claims) } == true)
  }

  /// Where "was met with laughter" begins in "his claim that the dam is safe was met with laughter".
  private func outerVerb(behind start: Int, _ sentence: TokenRange) -> Int? {
    let groups = clauses.groups(in: TokenRange(start..<sentence.rows.upperBound))
      .filter { $0.form == .finite }
    guard let first = groups.first else { return nil }
    return groups.dropFirst().first { group in
      let before = group.start - 1
      switch clauses.tag(before) {
      case .conjunction, .comma, .relative, .complementizer, .subordinator, .quote: return false
      default: return clauses.phrase(at: before).map { $0.start < first.end } ?? true
      }
    }?.start
  }

  private static let writerWords: WordSet = [
    "while", "whereas", "although", "though", "as", "even", "after", "despite",
  ]

  private func isContrast(_ token: Int) -> Bool {
    lexed.isToken(token, in: ["while", "but", "although", "though", "whereas"])
  }

  private func begins(_ token: Int, _ reports: [Report], _ current: Report) -> Bool {
    reports.contains { other in
      other.cue != current.cue && other.cue > current.cue
        && (other.frame.rows.lowerBound == token || other.cue.rows.lowerBound == token)
        && (other.contentStart != nil || other.kind == .accordingTo)
    }
  }

  private func hasVerb(behind token: Int, _ end: Int) -> Bool {
    guard token + 1 < end else { return false }
    return clauses.groups(in: TokenRange(token + 1..<end)).contains { $0.form == .finite }
  }
}
