internal import Prose
internal import Reference

/// What one party holds on one issue, all places together.
private struct Party {
  let actor: ID<NewsActor>
  var stance: Stance
  var status: Status
  var sentences: Set<Int>
  var cue: TokenRange
  var why: PositionRule
}

/// Writes the drafts as tables, the most salient first.
func tables(of drafts: [IssueDraft], _ stage: Stage) -> (Issues, Positions) {
  var issues = Issues()
  var positions = Positions()
  let rated = drafts.compactMap { draft -> (draft: IssueDraft, label: Topic, salience: Float)? in
    guard let label = label(of: draft, stage) else { return nil }
    return (draft, label, salience(of: draft, label, stage))
  }
  .sorted { left, right in
    (left.salience, right.label.label.first) > (right.salience, left.label.label.first)
  }
  for (row, rated) in rated.enumerated() {
    let parties = parties(of: rated.draft, stage)
    issues.append(
      label: rated.label.label,
      alsoCalled: others(of: rated.draft, than: rated.label, stage),
      salience: rated.salience,
      status: status(of: parties),
      evidence: rated.draft.sentences.map { ID<Sentence>(row: $0) },
      why: (rated.draft.rule ?? .opposedStances).rawValue
    )
    for party in parties {
      positions.append(
        issue: ID(row: row),
        actor: party.actor,
        stance: party.stance,
        status: party.status,
        evidence: party.sentences.sorted().map { ID<Sentence>(row: $0) },
        cue: party.cue,
        why: party.why.rawValue
      )
    }
  }
  return (issues, positions)
}

// MARK: - Parties

private func parties(of draft: IssueDraft, _ stage: Stage) -> [Party] {
  var parties: [Party] = []
  func note(_ actor: ID<NewsActor>, _ stand: Stand) {
    guard stage.isKnown(actor) else { return }
    if let index = parties.firstIndex(where: { $0.actor == actor }) {
      parties[index].sentences.insert(stand.sentence)
      if parties[index].stance.sign == .none, stand.stance.sign != .none {
        parties[index].stance = stand.stance
        parties[index].cue = stand.cue
        parties[index].why = stand.why
      }
      parties[index].status = parties[index].status.intersection(stand.status)
    } else {
      parties.append(
        Party(
          actor: actor,
          stance: stand.stance,
          status: stand.status,
          sentences: [stand.sentence],
          cue: stand.cue,
          why: stand.why
        )
      )
    }
  }
  // Where the sides are told, a union that is split over it is no side.
  let sides = draft.isTwoSided ? Set(draft.stands.flatMap(\.actors)) : nil
  for dispute in draft.disputes {
    for actor in dispute.actors where sides?.contains(actor) != false {
      note(
        actor,
        Stand(
          actors: [actor],
          stance: .unspecified,
          topic: dispute.topic,
          cue: dispute.cue,
          sentence: dispute.sentence,
          status: [],
          why: .party
        )
      )
    }
  }
  for stand in draft.stands {
    // Who speaks in office speaks for a body that is a party already.
    if let body = stand.bodies.first(where: { body in parties.contains { $0.actor == body } }) {
      note(body, stand)
    } else {
      for actor in stand.actors { note(actor, stand) }
    }
  }
  return parties
}

/// What holds of all positions on an issue: told by nobody who is named, not confirmed, or of the past.
private func status(of parties: [Party]) -> Status {
  guard let first = parties.first else { return [] }
  return parties.dropFirst().reduce(first.status) { $0.intersection($1.status) }
    .intersection([.anonymous, .unconfirmed, .past])
}

// MARK: - Label

private func label(of draft: IssueDraft, _ stage: Stage) -> Topic? {
  let named = draft.disputes.map(\.topic).filter { !$0.isAnaphor }
  if let first = named.first { return first }
  // A poll asks for the matter itself.
  if let poll = draft.stands.first(where: { $0.rule == .poll }), !poll.topic.isAnaphor {
    return poll.topic
  }
  return draft.topics.filter { !$0.isAnaphor }.max { left, right in
    fitness(left, stage) < fitness(right, stage)
  }
}

/// How well a wording names the matter: short, more than a general noun, in words that the text repeats.
private func fitness(_ topic: Topic, _ stage: Stage) -> Double {
  var score = 0.0
  let lexed = stage.lexed
  let count = topic.label.count
  if topic.stems.count == 1, topic.label.rows.contains(where: { lexed.isAny($0, .measureNouns) }) {
    score -= 0.5
  }
  if count > 8 { score -= 0.1 * Double(count - 8) }
  score += 0.25 * Double(min(topic.stems.count, 4))
  let repeats = stage.topics.count(withAnyOf: topic.stems, upTo: 10)
  score += 0.05 * Double(repeats)
  if stage.clauses.tag(topic.label.rows.lowerBound) == .verb { score -= 0.2 }
  return score
}

private func others(of draft: IssueDraft, than label: Topic, _ stage: Stage) -> [TokenRange] {
  var seen: Set<String> = [stage.lexed.key(label.label)]
  var others: [TokenRange] = []
  for topic in draft.topics where !topic.isAnaphor {
    if seen.insert(stage.lexed.key(topic.label)).inserted { others.append(topic.label) }
  }
  return others.sorted()
}

// MARK: - Salience

private func salience(of draft: IssueDraft, _ label: Topic, _ stage: Stage) -> Float {
  var salience: Float = 0.3
  let lexed = stage.lexed
  var sawLead = false
  for row in 0..<lexed.sentences.count {
    let kind = lexed.blocks.kinds[Int(lexed.sentences.blocks[row])]
    let isLead = kind == .paragraph && !sawLead
    guard kind == .headline || isLead else {
      if sawLead { break }
      continue
    }
    if isLead { sawLead = true }
    let stems = stage.topics.stems(ofSentence: row)
    let shared = draft.topics.map { $0.stems.intersection(stems).count }.max() ?? 0
    if shared >= min(2, label.stems.count) { salience += 0.2 }
  }
  if draft.disputes.contains(where: { $0.rule == .contentious || $0.rule == .listedDispute }) {
    salience += 0.2
  }
  salience += 0.02 * Float(min(draft.sentences.count, 8))
  return min(salience, 1)
}
