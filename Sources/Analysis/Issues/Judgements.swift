internal import Prose
internal import Reference

extension StandFinder {
  private static let naming: Set<String> = [
    "call", "brand", "label", "dub", "describ", "denounc", "dismiss", "condemn", "prais", "hail",
  ]

  /// "The fee is unfair", said by someone; "called the ruling \"dangerous\"".
  func judgements(in sentence: TokenRange, row: Int) -> [Stand] {
    clauses.groups(in: sentence).compactMap { group in
      predicated(group, sentence, row) ?? named(group, sentence, row)
    }
  }

  /// A measure that is good or bad in the words of whoever is quoted.
  private func predicated(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> Stand? {
    guard let quotation = stage.quotationOf[group.main],
      let speaker = stage.quotations.actors[quotation] ?? stage.stranger(quotation),
      ClosedWords.be.contains(lexed.lower(group.main)) || lexed.isToken(group.main, "'s"),
      let subject = clauses.subject(of: group)?.heads.first,
      lexed.isAny(subject.head, .measureNouns), let topic = stage.topics.topic(of: subject),
      let (judgement, token) = judgement(from: group.end, sentence, within: 4)
    else { return nil }
    guard
      let stance = group.isNegated
        ? turned(judgement)
        : stage.isDenied(quotation) ? (judgement == .opposes ? .supports : nil) : judgement
    else { return nil }
    return Stand(
      actors: [speaker],
      stance: stance,
      topic: topic,
      cue: TokenRange(token..<token + 1),
      sentence: row,
      status: [],
      why: .judgement
    )
  }

  private func turned(_ stance: Stance) -> Stance? { stance == .supports ? .opposes : nil }

  private func named(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> Stand? {
    guard Self.naming.contains(stage.stem(group.main)), !group.isPassive, !group.isNegated,
      let object = clauses.object(of: group), clauses.tag(object.head) != .name,
      let topic = stage.topics.topic(of: object)
    else { return nil }
    let end = clauses.postmodified(object, in: sentence)
    guard let (stance, token) = judgement(from: end, sentence, within: 3) else { return nil }
    let actors = stage.sides(of: group)
    guard !actors.isEmpty else { return nil }
    return Stand(
      actors: actors,
      stance: stance,
      topic: topic,
      cue: TokenRange(token..<token + 1),
      sentence: row,
      status: [],
      owners: stage.owners(of: object).filter { !actors.contains($0) },
      why: .judgement,
      bodies: clauses.subject(of: group).map(stage.bodies) ?? []
    )
  }

  /// The first word that judges within the next few.
  private func judgement(
    from start: Int,
    _ sentence: TokenRange,
    within count: Int
  )
    -> (stance: Stance, token: Int)?
  {
    for token in start..<min(start + count, sentence.rows.upperBound) {
      let isBad = lexed.isAny(token, .badWords)
      let isGood = lexed.isAny(token, .goodWords)
      if isBad != isGood { return (isBad ? .opposes : .supports, token) }
      if clauses.tag(token) == .comma || clauses.tag(token) == .conjunction { return nil }
    }
    return nil
  }
}
