internal import Prose
internal import Reference

extension StandFinder {
  private static let parts: [String: Int] = [
    "quarter": 25, "third": 33, "fifth": 20, "tenth": 10, "half": 50, "majority": 60,
    "minority": 40, "most": 60,
  ]

  /// "Only a quarter of residents favor the bridge", "58 percent of voters back the tax": fewer than half doubt it.
  func polled(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> Stand? {
    guard group.form == .finite, !group.isPassive,
      let (verb, cue) = stanceVerb(group), verb == .supports || verb == .opposes,
      let (share, holder) = share(before: group, sentence)
    else { return nil }
    let actors = stage.agents(of: Subject(tokens: holder.tokens, heads: [holder]))
    let start = clauses.behindTime(max(group.end, cue.rows.upperBound), sentence)
    let topic: Topic? =
      if let object = clauses.phrase(at: start), object.start == start {
        stage.topics.topic(of: object)
      } else if let inner = clauses.group(at: start), inner.start == start, inner.form != .finite {
        stage.topics.topic(of: inner)
      } else {
        nil
      }
    guard !actors.isEmpty, let topic else { return nil }
    let isFor = (verb == .supports) != group.isNegated
    return Stand(
      actors: actors,
      stance: share < 50 ? (isFor ? .doubts : .supports) : (isFor ? .supports : .opposes),
      topic: topic,
      cue: cue,
      sentence: row,
      status: .implicit,
      rule: .poll,
      why: .poll
    )
  }

  /// The percentage before `group`, and of whom it is.
  private func share(
    before group: VerbGroup,
    _ sentence: TokenRange
  )
    -> (share: Int, holder: NounPhrase)?
  {
    for token in (max(sentence.rows.lowerBound, group.start - 8)..<group.start).reversed()
    where lexed.isToken(token, "of") {
      guard let holder = clauses.phrase(at: token + 1), holder.end <= group.start else { continue }
      if token > 0, let part = Self.parts[lexed.lower(token - 1)] { return (part, holder) }
      if lexed.isToken(token - 1, in: ["percent", "%", "cent"]) {
        let number = lexed.isToken(token - 1, "cent") ? token - 3 : token - 2
        guard sentence.contains(number), let share = Int(lexed.lower(number)) else { return nil }
        return (share, holder)
      }
    }
    return nil
  }
}
