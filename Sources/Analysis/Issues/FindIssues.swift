internal import Prose
internal import Reference

/// Finds what is disputed, by whom, and the sentences that show it.
///
/// An issue needs two sides, or a dispute that the text names: one-sided praise and blame make none. What its rule
/// was stands in `why`.
func findIssues(
  in clauses: Clauses,
  _ mentions: Mentions,
  _ entities: Entities,
  _ actors: NewsActors,
  _ quotations: Quotations
) -> (Issues, Positions) {
  let stage = Stage(clauses, mentions, entities, actors, quotations)
  let disputeFinder = DisputeFinder(stage: stage)
  let standFinder = StandFinder(stage: stage)
  let claimFinder = ClaimFinder(stage: stage)
  let conductFinder = ConductFinder(stage: stage)
  let matters = Matters(stage)
  var disputes: [Dispute] = []
  var stands: [Stand] = []
  var conduct: [Stand] = []
  for (row, sentence) in stage.lexed.sentences.tokens.enumerated()
  where !stage.lexed.has(sentence.rows.lowerBound, .boilerplate) {
    disputes += disputeFinder.disputes(in: sentence, row: row)
    let found = standFinder.stands(in: sentence, row: row)
    stands += found
    if !found.contains(where: { $0.rule == .despite }),
      let dispute = standFinder.despiteUnknown(sentence, row)
    {
      disputes.append(dispute)
    }
    for judgement in standFinder.judgements(in: sentence, row: row) {
      if judgement.topic.isAnaphor, !pointsBack(judgement.topic, matters, stage) {
        conduct.append(judgement)
      } else {
        stands.append(judgement)
      }
    }
    if let ultimatum = claimFinder.ultimatum(in: sentence, row: row) { stands.append(ultimatum) }
    conduct += conductFinder.conduct(in: sentence, row: row)
  }
  var grouping = IssueGrouping(stage, makers: conduct, matters: matters)
  for dispute in disputes { grouping.add(dispute) }
  for stand in stands where stand.stance != .denies && stand.stance != .asserts {
    grouping.add(stand)
  }
  grouping.addMakers()
  grouping.nameContrasts()
  grouping.joinRepetitions()
  grouping.settlePending()
  let evaluations = EvaluationFinder(stage: stage).evaluations()
  grouping.answer(with: evaluations)
  var drafts = grouping.settled()
  drafts += joinHeadline(
    claimDrafts(claimFinder, stands.filter { $0.stance == .asserts }, stage),
    stage
  )
  let replies = ReplyFinder(stage: stage)
    .drafts(besideMatter: drafts.contains { !$0.disputes.isEmpty || $0.isTwoSided })
  drafts += replies.filter { reply in !drafts.contains { answers($0, reply, stage) } }
  drafts += (VersionFinder(stage: stage).versions() + ChargeFinder(stage: stage).drafts())
    .filter { draft in !drafts.contains { isSame($0, draft, stage) } }
  addPointers(conduct, to: &drafts)
  for index in drafts.indices {
    addVoices(conduct.filter { !$0.topic.isAnaphor }, to: &drafts[index], stage)
    addEvaluations(evaluations.map(\.stand), to: &drafts[index])
  }
  MainMatter(
    stage,
    conduct: conduct,
    unplaced: grouping.unplaced,
    oneSided: grouping.oneSided()
  )
  .complete(&drafts)
  return tables(of: drafts, stage)
}

/// Whether what "the plan" or "the demand" points back to can be told.
private func pointsBack(_ topic: Topic, _ matters: Matters, _ stage: Stage) -> Bool {
  if matters.antecedent(of: topic) != nil { return true }
  switch StanceWords.stance(ofNoun: stage.lexed.lower(topic.label.rows.upperBound - 1)) {
  case .demands, .proposes: return true
  default: return false
  }
}

/// Whether a draft holds the answer of `reply` already, or its matter.
private func answers(_ draft: IssueDraft, _ reply: IssueDraft, _ stage: Stage) -> Bool {
  isSame(draft, reply, stage)
    || draft.stands.contains { stand in reply.stands.contains { $0.cue == stand.cue } }
}

/// Joins a headline's denial with the same one's denial in the lead: two wordings of one matter.
private func joinHeadline(_ drafts: [IssueDraft], _ stage: Stage) -> [IssueDraft] {
  var drafts = drafts
  for row in drafts.indices {
    guard let denial = drafts[row].stands.first(where: { $0.stance == .denies }),
      stage.lexed.has(denial.cue.rows.lowerBound, .heading),
      let lead = drafts.indices.first(where: { other in
        other != row && !drafts[other].isMerged
          && drafts[other].stands.contains {
            $0.stance == .denies && $0.sentence > denial.sentence
              && $0.sentence <= denial.sentence + 2 && $0.actors == denial.actors
          }
      })
    else { continue }
    drafts[lead].merge(drafts[row])
    drafts[row].isMerged = true
  }
  return drafts.filter { !$0.isMerged }
}

private func isSame(_ left: IssueDraft, _ right: IssueDraft, _ stage: Stage) -> Bool {
  left.topics.contains { one in
    right.topics.contains { stage.topics.likeness(one, $0) >= 0.6 }
  }
}

/// Denials with the claims they deny, and statements that contradict each other.
private func claimDrafts(
  _ finder: ClaimFinder,
  _ accusations: [Stand],
  _ stage: Stage
) -> [IssueDraft] {
  var drafts: [IssueDraft] = []
  let statements = finder.statements()
  for denial in finder.denials() {
    guard let draft = draft(of: denial, statements, accusations, stage),
      draft.stands.contains(where: { $0.actors.contains(where: stage.isKnown) })
    else { continue }
    drafts.append(draft)
    if denial.topic?.isAnaphor != false { drafts += replies(to: draft, denial, statements, stage) }
  }
  for pair in finder.contradictions(statements) {
    guard
      !drafts.contains(where: { draft in
        draft.topics.contains { stage.topics.likeness($0, pair.plus.topic) >= 0.6 }
      })
    else { continue }
    drafts.append(
      IssueDraft(
        topics: [pair.plus.topic, pair.minus.topic],
        stands: [stand(pair.plus, .asserts, .version), stand(pair.minus, .denies, .version)],
        rule: .contradiction
      )
    )
  }
  return drafts
}

/// What the denying side says of things that the other side told: one version against another.
private func replies(
  to draft: IssueDraft,
  _ denial: Denial,
  _ statements: [Statement],
  _ stage: Stage
) -> [IssueDraft] {
  guard let claimant = draft.stands.first(where: { $0.stance == .asserts })?.actors.first else {
    return []
  }
  var drafts: [IssueDraft] = []
  for reply in statements
  where denial.actors.contains(reply.actor) && reply.sentence >= denial.sentence
    && !reply.isNegated
  {
    let sentence = stage.lexed.sentences.tokens[reply.sentence]
    let nouns = stage.clauses.phrases(in: sentence).filter { stage.clauses.tag($0.head) == .noun }
    for claim in statements where claim.actor == claimant && claim.sentence < reply.sentence {
      let told = stage.clauses.phrases(in: stage.lexed.sentences.tokens[claim.sentence])
      let shared = told.first { phrase in
        stage.clauses.tag(phrase.head) == .noun
          && nouns.contains { stage.lexed.lower($0.head) == stage.lexed.lower(phrase.head) }
      }
      guard let shared, let topic = stage.topics.topic(of: shared),
        !drafts.contains(where: { $0.topics[0].heads == topic.heads })
      else { continue }
      drafts.append(
        IssueDraft(
          topics: [topic],
          stands: [stand(claim, .asserts, .version), stand(reply, .rejects, .version)],
          rule: .contradiction
        )
      )
      break
    }
  }
  return drafts
}

private func stand(_ statement: Statement, _ stance: Stance, _ why: PositionRule) -> Stand {
  Stand(
    actors: [statement.actor],
    stance: stance,
    topic: statement.topic,
    cue: statement.cue,
    sentence: statement.sentence,
    status: [],
    why: why
  )
}

private func draft(
  of denial: Denial,
  _ statements: [Statement],
  _ accusations: [Stand],
  _ stage: Stage
) -> IssueDraft? {
  let claims = statements.filter { claim in
    !denial.actors.contains(claim.actor) && !claim.isNegated
      && ["claim", "alleg", "charg", "accus"].contains(
        stage.stem(claim.cue.rows.lowerBound)
      )
  }
  guard let topic = denial.topic, !topic.isAnaphor else {
    // "these allegations": the first claim that someone else makes.
    if let claim = claims.first(where: { $0.sentence <= denial.sentence }) {
      var draft = IssueDraft(topics: [claim.topic], rule: .claimDenied)
      draft.stands = claims.filter { $0.actor == claim.actor }.prefix(3).map {
        stand($0, .asserts, .claim)
      }
      draft.stands.append(denied(denial, claim.topic))
      return draft
    }
    guard let accusation = accusations.last(where: { $0.sentence <= denial.sentence }) else {
      return nil
    }
    return IssueDraft(
      topics: [accusation.topic],
      stands: [accusation, denied(denial, accusation.topic)],
      rule: .claimDenied
    )
  }
  var draft = IssueDraft(topics: [topic], stands: [denied(denial, topic)], rule: .claimDenied)
  for claim in claims where stage.topics.likeness(claim.topic, topic) >= 0.5 {
    draft.stands.append(stand(claim, .asserts, .claim))
  }
  for accusation in accusations where stage.topics.likeness(accusation.topic, topic) >= 0.5 {
    draft.stands.append(accusation)
  }
  // "denied any irregularities": whatever was alleged right before.
  if draft.stands.count == 1,
    stage.lexed.isToken(topic.label.rows.lowerBound - 1, in: ["any", "all"]),
    let claim = claims.last(where: {
      $0.sentence <= denial.sentence && $0.sentence + 3 >= denial.sentence
    })
  {
    draft.stands.append(stand(claim, .asserts, .claim))
  }
  return draft
}

private func denied(_ denial: Denial, _ topic: Topic) -> Stand {
  Stand(
    actors: denial.actors,
    stance: .denies,
    topic: topic,
    cue: denial.cue,
    sentence: denial.sentence,
    status: [],
    why: .denial
  )
}

/// Adds those who judge, in a sentence that they speak, what the matter is about.
private func addEvaluations(_ voices: [Stand], to draft: inout IssueDraft) {
  guard draft.rule != .claimDenied, draft.rule != .contradiction else { return }
  let topics = draft.topics.filter { !$0.isAnaphor }
  for voice in voices {
    let known = Set(draft.stands.flatMap(\.actors))
    guard known.isDisjoint(with: voice.actors) else { continue }
    let isAbout = topics.contains { topic in
      !topic.heads.isDisjoint(with: voice.topic.stems)
        && topic.stems.intersection(voice.topic.stems).count >= min(2, topic.stems.count)
    }
    if isAbout { draft.stands.append(voice) }
  }
}

/// Adds who judges "the move" to the matter that was spoken of last.
private func addPointers(_ voices: [Stand], to drafts: inout [IssueDraft]) {
  // "It" may be anything.
  for voice in voices where voice.topic.isAnaphor && !voice.topic.stems.isEmpty {
    let isPlaced = drafts.contains { draft in
      draft.stands.contains { $0.sentence == voice.sentence && $0.actors == voice.actors }
    }
    guard !isPlaced else { continue }
    let nearest = drafts.indices
      .filter { row in
        drafts[row].rule != .claimDenied && drafts[row].rule != .contradiction
          && (drafts[row].stands.count > 1 || !drafts[row].disputes.isEmpty)
          && Set(drafts[row].stands.flatMap(\.actors)).isDisjoint(with: voice.actors)
      }
      .compactMap { row in
        drafts[row].sentences.last { $0 <= voice.sentence }.map { (row: row, sentence: $0) }
      }
      .max { $0.sentence < $1.sentence }
    if let nearest { drafts[nearest.row].stands.append(voice) }
  }
}

/// Adds those who act or speak for or against the matter without a word that shows it by itself.
private func addVoices(_ voices: [Stand], to draft: inout IssueDraft, _ stage: Stage) {
  guard draft.rule != .claimDenied, draft.rule != .contradiction else { return }
  for voice in voices {
    let known = Set(draft.stands.flatMap(\.actors))
    guard known.isDisjoint(with: voice.actors) else { continue }
    let likeness = draft.topics.map { stage.topics.likeness($0, voice.topic) }.max() ?? 0
    if likeness >= 0.6 { draft.stands.append(voice) }
  }
}
