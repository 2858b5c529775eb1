internal import Prose
internal import Reference

// Which matters have two sides.
extension IssueGrouping {
  // MARK: - Voices

  /// Sets those who praise or blame a matter against the stance of others on it.
  mutating func answer(with evaluations: [Evaluation]) {
    for row in drafts.indices where !drafts[row].isMerged {
      let shown = drafts[row].stands.filter { Self.telling.contains($0.why) && !$0.topic.isAnaphor }
      let signs = Set(shown.map(\.stance.sign)).subtracting([.none])
      guard !signs.isEmpty else { continue }
      for voice in evaluations where !voice.refused.isEmpty && isRefused(drafts[row], by: voice) {
        drafts[row].stands.append(voice.stand)
      }
      guard isMeasured(drafts[row]), isInLead(drafts[row]) else { continue }
      for isAnswer in [true, false] {
        // Those on the same side count once there are two.
        guard isAnswer || drafts[row].isTwoSided(beside: stage.isKnown) else { continue }
        for voice in evaluations where voice.refused.isEmpty {
          guard isAnswer != signs.contains(voice.stand.stance.sign),
            Set(voice.stand.actors).isDisjoint(with: drafts[row].stands.flatMap(\.actors)),
            !drafts[row].sentences.contains(voice.stand.sentence), isAbout(voice, drafts[row])
          else { continue }
          drafts[row].stands.append(voice.stand)
        }
      }
    }
  }

  /// Whether what one side demands is what someone else says is not to be.
  private func isRefused(_ draft: IssueDraft, by voice: Evaluation) -> Bool {
    draft.stands.contains { stand in
      stand.stance == .demands && !stand.topic.isAnaphor
        && Set(stand.actors).isDisjoint(with: voice.stand.actors)
        && !stand.topic.heads.isDisjoint(with: voice.refused)
    }
      && Set(voice.stand.actors).isDisjoint(with: draft.stands.flatMap(\.actors))
  }

  private static let telling: Set<PositionRule> = [
    .verb, .passive, .voicedNoun, .judgement, .ought,
  ]

  private func isMeasured(_ draft: IssueDraft) -> Bool {
    draft.topics.contains { topic in
      !topic.isAnaphor && self.topics.isMeasure(topic)
    }
  }

  private func isAbout(_ voice: Evaluation, _ draft: IssueDraft) -> Bool {
    let isNamed = draft.topics.contains { topic in
      !topic.isAnaphor && !topic.heads.isDisjoint(with: voice.stand.topic.stems)
        && topic.stems.intersection(voice.stand.topic.stems).count >= min(2, topic.stems.count)
    }
    let isSubject = voice.subject.map { stem in
      draft.topics.contains { !$0.isAnaphor && $0.stems.contains(stem) }
    }
    return isNamed || isSubject == true
      || voice.isPointing
        && draft.sentences.contains { abs($0 - voice.stand.sentence) <= 3 }
  }

  /// Whether the headline or the first paragraph speaks of the matter.
  private func isInLead(_ draft: IssueDraft) -> Bool {
    let heads = draft.topics.filter { !$0.isAnaphor }.reduce(into: Set<String>()) {
      $0.formUnion($1.heads)
    }
    let nouns = Set(
      draft.topics.filter { !$0.isAnaphor }.flatMap { topic in
        topic.label.rows.filter { lexed.isAny($0, .measureNouns) }.map(stage.stem)
      }
    )
    var sawLead = false
    for row in 0..<lexed.sentences.count {
      let kind = lexed.blocks.kinds[Int(lexed.sentences.blocks[row])]
      let isLead = kind == .paragraph && !sawLead
      guard kind == .headline || isLead else {
        if sawLead { break }
        continue
      }
      if isLead { sawLead = true }
      let said = topics.stems(ofSentence: row)
      if !said.isDisjoint(with: heads) || kind == .headline && !said.isDisjoint(with: nouns) {
        return true
      }
    }
    return false
  }

  // MARK: - Two sides

  /// The drafts that show a dispute, each with the rule that says so.
  mutating func settled() -> [IssueDraft] {
    drafts.filter { draft in
      !draft.isMerged
        && (!draft.disputes.isEmpty
          || draft.stands.contains {
            $0.rule == .strike || $0.actors.contains(where: stage.isKnown)
          })
    }.compactMap { draft in
      var draft = draft
      addOwners(to: &draft)
      guard let rule = rule(of: draft) else { return nil }
      draft.rule = rule
      return draft
    }
  }

  func rule(of draft: IssueDraft) -> IssueRule? {
    if let rule = draft.rule { return rule }
    if let stand = draft.stands.first(where: {
      [.despite, .ultimatum, .opposedAct, .strike, .pressedDemand].contains($0.rule)
    }) {
      return stand.rule
    }
    if draft.isTwoSided(beside: stage.isKnown) { return .opposedStances }
    if draft.stands.contains(where: isPressed) { return .pressedDemand }
    let minus = draft.stands.filter {
      $0.stance.sign == .minus && !$0.topic.isAnaphor && $0.actors.contains(where: stage.isKnown)
    }
    if minus.contains(where: { $0.rule == .poll && mentions(of: $0.topic) >= 2 }) { return .poll }
    let isOpening = isInLead(draft)
    return minus.contains { isAgainstMeasure($0, isOpening) } ? .opposedMeasure : nil
  }

  private static let pressure: WordSet = [
    "strike", "strikes", "lawsuit", "ultimatum", "threat", "threaten", "threatened",
    "threatening", "threatens", "sue", "sued", "slowly", "ignored", "ignoring", "ignores",
    "unanswered", "unmet", "protest", "protests", "walkout", "boycott",
  ]

  /// Whether a demand stands beside a threat, or is told to be unmet.
  private func isPressed(_ stand: Stand) -> Bool {
    guard stand.stance == .demands, !stand.topic.isAnaphor else { return false }
    let next = stand.sentence + 1
    if next < lexed.sentences.count, isUnanswered(lexed.sentences.tokens[next], by: stand.owners) {
      return true
    }
    let sentence = lexed.sentences.tokens[stand.sentence]
    return sentence.rows.contains { token in
      !stand.topic.extent.contains(token) && lexed.isToken(token, in: Self.pressure)
        && !lexed.isToken(token - 1, in: ["the", "this", "that"])
        || lexed.isToken(token, "legal") && lexed.isToken(token + 1, "action")
    }
  }

  /// Whether those who are asked ignore it, as in "The county has ignored their letters".
  private func isUnanswered(_ sentence: TokenRange, by owners: [ID<NewsActor>]) -> Bool {
    stage.clauses.groups(in: sentence).contains { group in
      lexed.isToken(group.main, in: ["ignored", "ignores", "ignoring"])
        && !Set(stage.agents(of: group)).isDisjoint(with: owners)
    }
  }

  /// Whether someone is against a plan or act of which the text speaks elsewhere too.
  private func isAgainstMeasure(_ stand: Stand, _ isOpening: Bool) -> Bool {
    guard stage.topics.isMeasure(stand.topic) else { return false }
    return mentions(of: stand.topic) >= (isOpening ? 1 : 2)
  }

  /// How many other sentences have the topic's head or two of its words.
  private func mentions(of topic: Topic) -> Int {
    var count = 0
    let noun = topic.label.rows.first { lexed.isAny($0, .measureNouns) }.map(stage.stem) ?? ""
    let own = lexed.sentence(of: topic.label.rows.lowerBound)
    for row in topics.sentences(withAnyOf: topic.stems.union(topic.heads))
    where row != own && !lexed.has(Int(lexed.sentences.tokens[row].first), .boilerplate) {
      let shared = topics.stems(ofSentence: row).intersection(topic.stems)
      if shared.count >= 2 || !shared.isDisjoint(with: topic.heads) || shared.contains(noun) {
        count += 1
      }
    }
    return count
  }

  /// Whose plan others are against is for it.
  private func addOwners(to draft: inout IssueDraft) {
    var known = Set(draft.stands.flatMap(\.actors))
    for stand in draft.stands where stand.stance.sign == .minus {
      for owner in stand.owners where !known.contains(owner) {
        known.insert(owner)
        draft.stands.append(
          Stand(
            actors: [owner],
            stance: .supports,
            topic: stand.topic,
            cue: stand.cue,
            sentence: stand.sentence,
            status: .implicit,
            why: .owner
          )
        )
      }
    }
  }
}
