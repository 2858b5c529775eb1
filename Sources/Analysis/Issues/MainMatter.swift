internal import Prose
internal import Reference

/// Brings the voices of an article together in the matter that it opens with.
struct MainMatter {
  let stage: Stage
  /// Who plans or carries out something.
  let conduct: [Stand]
  /// Stands on "the decision" that found nothing before them to point at.
  let unplaced: [Stand]
  /// Matters of which only one side was found.
  let oneSided: [IssueDraft]

  private let opening: [Int]
  private let openingStems: Set<String>
  private let voices: [Voice]

  private var lexed: Lexed { stage.lexed }
  private var topics: Topics { stage.topics }

  init(_ stage: Stage, conduct: [Stand], unplaced: [Stand], oneSided: [IssueDraft]) {
    self.stage = stage
    self.conduct = conduct
    self.unplaced = unplaced
    self.oneSided = oneSided
    opening = Self.opening(stage.lexed)
    openingStems = opening.reduce(into: []) { $0.formUnion(stage.topics.stems(ofSentence: $1)) }
    voices = VoiceFinder(stage: stage).voices().sorted { left, right in
      (left.isClear ? 0 : 1, left.cue.first) < (right.isClear ? 0 : 1, right.cue.first)
    }
  }

  /// The headline and the first paragraph, of a long one the first two sentences.
  private static func opening(_ lexed: Lexed) -> [Int] {
    var rows: [Int] = []
    var lead: UInt32?
    for row in 0..<lexed.sentences.count {
      let block = UInt32(lexed.sentences.blocks[row])
      switch lexed.blocks.kinds[Int(block)] {
      case .headline:
        rows.append(row)
      case .paragraph:
        guard lead == nil || lead == block, rows.count < 4 else { return rows }
        lead = block
        rows.append(row)
      default:
        continue
      }
      if rows.count >= 3 { break }
    }
    return rows
  }

  /// Adds the voices to the draft that the article opens with; where there is none, makes it if it has two sides.
  func complete(_ drafts: inout [IssueDraft]) {
    if let row = main(of: drafts) {
      let elsewhere = drafts.indices.filter { $0 != row }.flatMap { drafts[$0].stands }
      gather(into: &drafts[row], elsewhere)
    } else if let draft = opened(beside: drafts) {
      drafts.append(draft)
    }
  }

  private func main(of drafts: [IssueDraft]) -> Int? {
    drafts.indices.filter { row in
      drafts[row].rule != .claimDenied && drafts[row].rule != .contradiction
        && drafts[row].topics.contains(where: isOpening)
    }
    .max { drafts[$0].stands.count < drafts[$1].stands.count }
  }

  /// Whether the opening speaks of the topic.
  private func isOpening(_ topic: Topic) -> Bool {
    guard !topic.isAnaphor else { return false }
    if opening.contains(lexed.sentence(of: topic.label.rows.lowerBound)) { return true }
    let shared = topic.stems.intersection(openingStems)
    return !topic.heads.isDisjoint(with: shared) && shared.count >= min(2, topic.stems.count)
  }

  // MARK: - Gathering

  private func gather(into draft: inout IssueDraft, _ elsewhere: [Stand]) {
    guard let topic = draft.topics.first(where: { !$0.isAnaphor }) else { return }
    if draft.rule != .openingMatter {
      for stand in owners() where likeness(stand.topic, draft.topics) >= 0.6 {
        for actor in stand.actors where side(of: actor, in: draft) == nil {
          draft.stands.append(stand)
        }
      }
    }
    for stand in conduct + oneSided.flatMap(\.stands) where takesUp(stand, draft.topics) {
      for actor in stand.actors where side(of: actor, in: draft) == nil {
        draft.stands.append(stand)
      }
    }
    for voice in voices where voice.target == nil && !voice.isRebuttal {
      guard voice.isClear || isAbout(voice, draft.topics) else { continue }
      join(voice, voice.stance, topic, &draft, elsewhere)
    }
    for voice in voices where voice.isRebuttal {
      let before = draft.stands
        .filter { stand in
          stand.stance.sign != .none && stand.sentence <= voice.sentence
            && stand.sentence + 4 >= voice.sentence && stand.cue.first < voice.cue.first
            && !stand.actors.contains(voice.actor)
        }
        .max { $0.cue.first < $1.cue.first }
      guard let before else { continue }
      join(voice, before.stance.sign == .plus ? .opposes : .supports, topic, &draft, elsewhere)
    }
    for voice in voices {
      guard let target = voice.target, let side = side(of: target, in: draft) else { continue }
      let isFor = (side == .plus) == (voice.stance == .supports)
      join(voice, isFor ? .supports : .opposes, topic, &draft, elsewhere)
    }
  }

  /// "announced the ban" where the matter is a ban; "offered 9 percent" where it is an offer.
  private func takesUp(_ stand: Stand, _ wordings: [Topic]) -> Bool {
    if isBridge(stand.topic) { return true }
    if stand.topic.isAnaphor {
      return wordings.contains { !$0.stems.isDisjoint(with: stand.topic.stems) }
    }
    let verb = stage.stem(stand.cue.rows.lowerBound)
    return wordings.contains { topic in
      topic.heads.contains(verb)
        && StanceWords.stance(ofNoun: lexed.lower(topic.label.rows.upperBound - 1)) != nil
    }
  }

  /// "defended the increase", "criticized the tie-up": a new word with "the" for what the text is about.
  private func isBridge(_ topic: Topic) -> Bool {
    let label = topic.label.rows
    guard !topic.isAnaphor, label.count == 1, topic.stems.count == 1,
      lexed.isToken(label.lowerBound - 1, in: ["the", "this"]),
      stage.clauses.tag(label.lowerBound) == .noun,
      !lexed.isToken(label.lowerBound, in: VoiceWords.criticism),
      !lexed.isToken(label.lowerBound, in: StanceWords.claims),
      !lexed.isAny(label.lowerBound, [.personNouns, .groupNouns, .roleNouns, .organizationWords])
    else { return false }
    let own = lexed.sentence(of: label.lowerBound)
    return topics.sentences(withAnyOf: topic.stems).allSatisfy { $0 >= own }
  }

  private func join(
    _ voice: Voice,
    _ stance: Stance,
    _ topic: Topic,
    _ draft: inout IssueDraft,
    _ elsewhere: [Stand]
  ) {
    if let side = side(of: voice.actor, in: draft), side != stance.sign { return }
    let isTaken = elsewhere.contains {
      $0.sentence == voice.sentence && $0.actors.contains(voice.actor)
    }
    let isKnown = draft.stands.contains {
      $0.sentence == voice.sentence && $0.actors.contains(voice.actor)
    }
    guard !isTaken, !isKnown else { return }
    draft.stands.append(
      Stand(
        actors: [voice.actor],
        stance: stance,
        topic: topic,
        cue: voice.cue,
        sentence: voice.sentence,
        status: [],
        why: voice.target == nil ? voice.why : .alliance
      )
    )
  }

  private func side(of actor: ID<NewsActor>, in draft: IssueDraft) -> StanceSign? {
    draft.stands.first { $0.actors.contains(actor) && $0.stance.sign != .none }?.stance.sign
  }

  /// Whether a voice that could be about anything is about this.
  private func isAbout(_ voice: Voice, _ wordings: [Topic]) -> Bool {
    if let object = voice.object {
      let head = object.label.rows.upperBound - 1
      // ", a step that the union welcomed"
      let isApposed =
        object.label.count == 1 && lexed.isToken(head, in: VoiceWords.steps)
        && lexed.isToken(head - 1, in: ["a", "an"])
      if object.isAnaphor || isApposed {
        return lexed.isToken(head, in: VoiceWords.steps)
          || wordings.contains { !$0.stems.isDisjoint(with: object.stems) }
      }
      return wordings.contains { topics.likeness($0, object) >= 0.6 }
    }
    return voice.isPointing
      || wordings.contains { topic in
        !topic.heads.isDisjoint(with: voice.stems)
          || topic.label.rows.contains {
            lexed.isAny($0, .measureNouns) && voice.stems.contains(stage.stem($0))
          }
      }
  }

  // MARK: - Making

  /// The matter of the opening with the most parties on two sides; nil where it has but one.
  private func opened(beside drafts: [IssueDraft]) -> IssueDraft? {
    let elsewhere = drafts.flatMap(\.stands)
    var best: IssueDraft?
    for candidate in candidates() {
      let isKnown = drafts.contains { draft in
        draft.topics.contains { likeness($0, candidate) >= 0.6 }
      }
      guard !isKnown else { continue }
      var draft = IssueDraft(topics: candidate, rule: .openingMatter)
      for stand in conduct + owners()
      where !stand.topic.isAnaphor && likeness(stand.topic, candidate) >= 0.6 {
        add(stand, to: &draft)
      }
      for other in oneSided
      where other.topics.contains(where: { likeness($0, candidate) >= 0.5 }) {
        for stand in other.stands { add(stand, to: &draft) }
      }
      for stand in unplaced where stand.stance.sign != .none { add(stand, to: &draft) }
      guard draft.isTwoSided || !draft.stands.isEmpty else { continue }
      gather(into: &draft, elsewhere)
      guard draft.isTwoSided, isContested(draft) else { continue }
      if parties(draft) > best.map(parties) ?? 0 { best = draft }
    }
    return best
  }

  private func likeness(_ topic: Topic, _ wordings: [Topic]) -> Double {
    wordings.map { topics.likeness(topic, $0) }.max() ?? 0
  }

  /// Those whose decision or plan the opening names: "the ministry's decision to ban".
  private func owners() -> [Stand] {
    var stands: [Stand] = []
    for row in opening {
      for phrase in stage.clauses.phrases(in: lexed.sentences.tokens[row])
      where lexed.isAny(phrase.head, .measureNouns) {
        guard let topic = topics.topic(of: phrase) else { continue }
        let actors = stage.owners(of: phrase)
        guard !actors.isEmpty else { continue }
        stands.append(
          Stand(
            actors: actors,
            stance: .supports,
            topic: topic,
            cue: TokenRange(phrase.head..<phrase.head + 1),
            sentence: row,
            status: .implicit,
            why: .owner
          )
        )
      }
    }
    return stands
  }

  private func add(_ stand: Stand, to draft: inout IssueDraft) {
    for actor in stand.actors {
      if let side = side(of: actor, in: draft), side != stand.stance.sign { return }
    }
    draft.stands.append(stand)
    if !stand.topic.isAnaphor { draft.topics.append(stand.topic) }
  }

  private func parties(_ draft: IssueDraft) -> Int {
    draft.actors(.plus).count + draft.actors(.minus).count
  }

  /// Whether someone is clearly against it.
  private func isContested(_ draft: IssueDraft) -> Bool {
    draft.stands.contains { $0.stance.sign == .minus && $0.why != .effect && $0.why != .evaluation }
  }

  /// What the opening's acts and nouns for measures name, wordings of one matter together.
  private func candidates() -> [[Topic]] {
    var found: [Topic] = []
    for stand in conduct where opening.contains(stand.sentence) && !stand.topic.isAnaphor {
      found.append(stand.topic)
    }
    for row in opening {
      let sentence = lexed.sentences.tokens[row]
      for phrase in stage.clauses.phrases(in: sentence)
      where lexed.isAny(phrase.head, .measureNouns) {
        // "wolf hunt can go ahead, court rules" tells who says so.
        let isSource =
          lexed.has(phrase.start, .heading) && phrase.end == sentence.rows.upperBound
          && stage.clauses.tag(phrase.start - 1) == .comma
        guard !isSource else { continue }
        if let topic = topics.topic(of: phrase), !topic.isAnaphor { found.append(topic) }
      }
    }
    for draft in oneSided { found += draft.topics.filter(isOpening) }
    found += repeated()
    var groups: [[Topic]] = []
    for topic in found where topics.count(withAnyOf: topic.heads, upTo: 2) >= 2 {
      if let row = groups.firstIndex(where: { $0.contains { isOne($0, topic) } }) {
        groups[row].append(topic)
      } else {
        groups.append([topic])
      }
    }
    return groups
  }

  /// What headline and lead both speak of, and the text goes on about.
  private func repeated() -> [Topic] {
    guard let first = opening.first, opening.count > 1 else { return [] }
    let lead = opening.dropFirst().reduce(into: Set<String>()) {
      $0.formUnion(topics.stems(ofSentence: $1))
    }
    return stage.clauses.phrases(in: lexed.sentences.tokens[first]).compactMap { phrase in
      let stem = stage.stem(phrase.head)
      guard stage.clauses.tag(phrase.head) == .noun, lead.contains(stem),
        topics.count(withAnyOf: [stem], upTo: 3) >= 3,
        stage.roster.actor(of: phrase) == nil, !lexed.isAny(phrase.head, .roleNouns),
        // "wolf hunt can go ahead, court rules"
        stage.clauses.tag(phrase.start - 1) != .comma
      else { return nil }
      return topics.topic(of: phrase)
    }
  }

  /// Whether two wordings of the opening share what either is about.
  private func isOne(_ left: Topic, _ right: Topic) -> Bool {
    !left.heads.isDisjoint(with: right.stems) || !right.heads.isDisjoint(with: left.stems)
  }
}
