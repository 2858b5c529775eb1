internal import Prose
internal import Reference

/// Finds voices for and against in what people say and do.
struct VoiceFinder: Sendable {
  let stage: Stage

  private var clauses: Clauses { stage.clauses }
  private var lexed: Lexed { stage.lexed }

  /// All voices of the text, in no order.
  func voices() -> [Voice] {
    var voices = quoted()
    let modality = StandFinder(stage: stage)
    for (row, sentence) in lexed.sentences.tokens.enumerated()
    where !lexed.has(sentence.rows.lowerBound, .boilerplate)
      && !lexed.isToken(sentence.rows.upperBound - 1, "?")
    {
      for group in clauses.groups(in: sentence)
      where !modality.isHypothetical(group, sentence) && !modality.isOpen(group, sentence) {
        voices += votes(group, sentence, row)
        voices += resistance(group, sentence, row)
        voices += towardsActor(group, sentence, row)
        voices += attitude(group, sentence, row)
        voices += asksForTime(group, sentence, row)
        voices += undoing(group, sentence, row)
        voices += rebuttal(group, sentence, row)
        voices += takesNoSide(group, sentence, row)
        voices += permits(group, sentence, row)
      }
    }
    return voices
  }

  // MARK: - What is said

  private func quoted() -> [Voice] {
    var voices: [Voice] = []
    for row in 0..<stage.quotations.count {
      guard let actor = stage.quotations.actors[row], !stage.isDenied(row) else { continue }
      if let voice = bySelf(actor, row) { voices.append(voice) }
      for part in stage.quotations.parts[row] {
        var token = part.rows.lowerBound
        while token < part.rows.upperBound {
          let sentence = lexed.sentence(of: token)
          let end = min(part.rows.upperBound, lexed.sentences.tokens[sentence].rows.upperBound)
          let range = TokenRange(token..<end)
          if !isAsked(range), !isConditional(range) {
            if let voice = judging(range, actor, sentence) ?? telling(range, actor, sentence) {
              voices.append(voice)
            }
          }
          token = end
        }
      }
    }
    return voices
  }

  /// What "critics" or "supporters" say is against or for.
  private func bySelf(_ actor: ID<NewsActor>, _ quotation: Int) -> Voice? {
    guard let source = stage.quotations.sources[quotation],
      stage.actors.kinds[actor.index] == .group || stage.actors.kinds[actor.index] == .source,
      let head = source.rows.first(where: {
        lexed.isToken($0, in: VoiceWords.opponents) || lexed.isToken($0, in: VoiceWords.proponents)
      })
    else { return nil }
    let sentence = lexed.sentence(of: head)
    return voice(
      actor,
      lexed.isToken(head, in: VoiceWords.opponents) ? .opposes : .supports,
      TokenRange(head..<head + 1),
      sentence,
      lexed.sentences.tokens[sentence],
      isClear: true
    )
  }

  /// "was right" and "is welcome", not "the right to act" and "would welcome".
  private func isPredicate(_ token: Int) -> Bool {
    guard lexed.isToken(token, in: ["right", "welcome", "fair", "needed", "pleased"]) else {
      return true
    }
    var before = token - 1
    while clauses.tag(before) == .adverb { before -= 1 }
    return clauses.tag(before) == .auxiliary
  }

  private func isAsked(_ range: TokenRange) -> Bool {
    range.rows.suffix(3).contains { lexed.isToken($0, "?") }
  }

  private func isConditional(_ range: TokenRange) -> Bool {
    range.rows.contains { lexed.isToken($0, in: ["if", "unless", "without"]) }
  }

  /// "It is a mistake", "long overdue".
  private func judging(
    _ range: TokenRange,
    _ actor: ID<NewsActor>,
    _ sentence: Int
  ) -> Voice? {
    var clear = 0
    var vague = 0
    var clearCue: Int?
    var cue: Int?
    for token in range.rows {
      let isAgainst = lexed.isToken(token, in: VoiceWords.against)
      let isFor = lexed.isToken(token, in: VoiceWords.for) && isPredicate(token)
      let isBad = isAgainst || lexed.isAny(token, .badWords)
      let isGood = isFor || lexed.isAny(token, .goodWords)
      guard isBad != isGood, clauses.tags[token] != .name else { continue }
      let isNegated = (max(range.rows.lowerBound, token - 3)..<token)
        .contains { clauses.tags[$0] == .negation || lexed.isToken($0, in: ["no", "nor"]) }
      let value = (isBad ? -1 : 1) * (isNegated ? -1 : 1)
      vague += value
      cue = cue ?? token
      if isAgainst || isFor {
        clear += value
        clearCue = clearCue ?? token
      }
    }
    guard vague != 0, let token = clearCue ?? cue else { return nil }
    // "called the refusal an insult"
    let start = range.rows.lowerBound
    let isOfRefusal = (max(start - 5, 0)..<token).contains {
      lexed.isToken($0, in: VoiceWords.refusals)
    }
    let sign = (clear != 0 ? clear : vague) * (isOfRefusal ? -1 : 1)
    return Voice(
      actor: actor,
      stance: sign < 0 ? .opposes : .supports,
      cue: TokenRange(token..<token + 1),
      sentence: sentence,
      stems: stage.topics.stems(in: range),
      isClear: clear != 0,
      isPointing: isPointing(range),
      why: .evaluation
    )
  }

  /// "The demand would bankrupt the company": what it will do.
  private func telling(
    _ range: TokenRange,
    _ actor: ID<NewsActor>,
    _ sentence: Int
  ) -> Voice? {
    for group in clauses.groups(in: range) where !group.isPassive {
      let isForeseen =
        group.form == .finite
        && (group.modal.map { lexed.isToken($0, in: ["will", "would", "'ll", "'d"]) } == true
          || lexed.lower(group.main).hasSuffix("s"))
      guard isForeseen, let subject = clauses.subject(of: group)?.heads.first else { continue }
      let word = stage.stem(group.main)
      let isHarm = VoiceWords.harming.contains(word)
      // "merging Oak Street and Riverside would save a million"
      let gerund = clauses.groups(in: range).last {
        $0.form == .progressive && $0.end <= subject.start && $0.end + 6 > subject.start
      }
      guard isHarm || VoiceWords.helping.contains(word),
        clauses.tag(subject.head) != .name || gerund != nil,
        !lexed.isToken(subject.head, in: ["we", "i", "they", "he", "she", "you"])
      else { continue }
      return Voice(
        actor: actor,
        stance: isHarm != group.isNegated ? .opposes : .supports,
        cue: TokenRange(group.main..<group.main + 1),
        sentence: sentence,
        stems: stage.topics.stems(
          in: TokenRange((gerund?.start ?? subject.start)..<max(group.end, subject.end))
        ),
        isClear: false,
        isPointing: lexed.isToken(subject.head, in: ["it", "this", "that"]),
        why: .effect
      )
    }
    return nil
  }

  private func isPointing(_ range: TokenRange) -> Bool {
    for group in clauses.groups(in: range) where group.form == .finite {
      guard let subject = clauses.subject(of: group)?.heads.first else { continue }
      if lexed.isToken(subject.head, in: ["it", "this", "that"]) { return true }
    }
    return false
  }

  // MARK: - What is done

  /// "who voted against", "she would vote in favor".
  private func votes(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> [Voice] {
    guard stage.stem(group.main) == "vot", !group.isPassive, !group.isNegated else { return [] }
    let token = group.main + 1
    let isFavor =
      lexed.isToken(token, "in") && lexed.isToken(token + 1, in: ["favor", "favour"])
    let end = isFavor ? token + 2 : token + 1
    guard isFavor || lexed.isToken(token, in: ["for", "against"]) else { return [] }
    let isBare =
      !sentence.contains(end) || clauses.tag(end) == .comma || clauses.tag(end) == .mark
      || clauses.tag(end) == .quote
      || lexed.isToken(end, in: ["it", "them", "and", "but", "while"])
    guard isBare else { return [] }
    return stage.agents(of: group).map { actor in
      voice(
        actor,
        lexed.isToken(token, "against") ? .opposes : .supports,
        TokenRange(group.main..<end),
        row,
        TokenRange(group.start..<end),
        isClear: true
      )
    }
  }

  /// "threatened legal action", "would seek a judicial review", "will blockade the harbor".
  private func resistance(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> [Voice] {
    guard !group.isPassive, !group.isNegated, group.form != .past else { return [] }
    let word = stage.stem(group.main)
    var cue: TokenRange?
    if VoiceWords.resisting.contains(word) {
      cue = TokenRange(group.main..<group.main + 1)
    } else if ["go", "gon", "gone", "went", "go"].contains(word)
      || lexed.isToken(group.main, "gone"),
      lexed.isToken(group.end, "to"), lexed.isToken(group.end + 1, "court")
    {
      cue = TokenRange(group.main..<group.end + 2)
    } else if ["tak", "take", "took", "taken"].contains(word),
      let object = clauses.object(of: group),
      lexed.isToken(object.end, "to"),
      lexed.isToken(object.head, "case") && clauses.phrase(at: object.end + 1) != nil
        || lexed.isToken(object.end + 1, "court")
    {
      cue = TokenRange(group.main..<object.end)
    } else if VoiceWords.turning.contains(word), let object = clauses.object(of: group),
      lexed.isToken(object.head, in: VoiceWords.resistance)
        || isLegal(object) || isChallenge(object, sentence)
    {
      cue = TokenRange(group.main..<object.end)
    }
    guard let cue else { return [] }
    return stage.agents(of: group).map {
      voice($0, .opposes, cue, row, sentence, isClear: true)
    }
  }

  private func isLegal(_ object: NounPhrase) -> Bool {
    lexed.isToken(object.head, in: ["action", "review", "challenge"])
      && lexed.isToken(object.head - 1, in: ["legal", "court", "judicial", "industrial"])
  }

  /// "gathered 1,100 signatures against", "a campaign against".
  private func isChallenge(_ object: NounPhrase, _ sentence: TokenRange) -> Bool {
    lexed.isToken(object.head, in: ["signatures", "petition", "campaign", "rally", "march"])
      && lexed.isToken(object.end, "against")
  }

  /// "a move" in "a move that France condemned".
  private func antecedent(of group: VerbGroup, _ sentence: TokenRange) -> NounPhrase? {
    guard let subject = clauses.subject(of: group) else { return nil }
    let relative = subject.tokens.rows.lowerBound - 1
    guard sentence.contains(relative), clauses.tag(relative) == .relative,
      lexed.isToken(relative, in: ["that", "which"])
    else { return nil }
    return clauses.matter(before: relative, sentence)
  }

  /// "promised to reopen the wards", "would scrap the plan".
  private func undoing(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> [Voice] {
    guard VoiceWords.undoing.contains(stage.stem(group.main)), !group.isPassive,
      !group.isNegated, let object = clauses.object(of: group),
      clauses.tag(object.head) == .noun, let topic = stage.topics.topic(of: object)
    else { return [] }
    if let modal = group.modal,
      !lexed.isToken(modal, in: ["will", "would", "'ll", "'d", "must", "should"])
    {
      return []
    }
    if group.form == .infinitive {
      guard let governor = clauses.governor(of: group, sentence), !governor.isNegated,
        !lexed.isAny(governor.main, .rejectVerbs)
      else { return [] }
    }
    let agents =
      stage.quotationOf[group.main].flatMap { stage.quotations.actors[$0] }.map { [$0] }
      ?? stage.agents(of: group)
    return agents.map { actor in
      var voice = voice(
        actor,
        .opposes,
        TokenRange(group.main..<group.main + 1),
        row,
        TokenRange(group.start..<object.end),
        isClear: false
      )
      voice.object = topic
      return voice
    }
  }

  /// "Skippers disagree.", "rejected that argument": against what was said last.
  private func rebuttal(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> [Voice] {
    guard !group.isNegated, !group.isPassive, group.modal == nil, group.form != .infinitive else {
      return []
    }
    let word = stage.stem(group.main)
    let isBare =
      ["disagre", "disagree"].contains(word)
      && (!sentence.contains(group.end) || clauses.tag(group.end) == .mark
        || clauses.tag(group.end) == .comma || lexed.isToken(group.end, "with"))
    let isRejected =
      ["reject", "dismiss", "disput"].contains(word)
      && (clauses.object(of: group).map { lexed.isToken($0.head, in: VoiceWords.arguments) }
        ?? lexed.isToken(group.end, "that"))
    guard isBare || isRejected else { return [] }
    return stage.agents(of: group).map { actor in
      var voice = voice(
        actor,
        .opposes,
        TokenRange(group.main..<group.main + 1),
        row,
        sentence,
        isClear: true
      )
      voice.isRebuttal = true
      return voice
    }
  }

  /// "has asked the board to wait a year".
  private func asksForTime(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> [Voice] {
    guard lexed.isAny(group.main, .demandVerbs), !group.isNegated, !group.isPassive,
      let inner = clauses.groups(in: sentence).first(where: { $0.start >= group.end }),
      inner.form == .infinitive, inner.start < group.end + 8,
      VoiceWords.delaying.contains(stage.stem(inner.main))
    else { return [] }
    return stage.agents(of: group).map {
      voice($0, .opposes, TokenRange(inner.main..<inner.main + 1), row, sentence, isClear: true)
    }
  }

  /// "said she was undecided", "has not taken a position".
  private func takesNoSide(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> [Voice] {
    let isUndecided =
      ClosedWords.be.contains(lexed.lower(group.main))
      && lexed.isToken(group.end, in: ["undecided", "neutral"])
    let isAside =
      group.isNegated && ["tak", "taken", "take"].contains(stage.stem(group.main))
      && clauses.object(of: group).map {
        lexed.isToken($0.head, in: ["position", "side", "sides", "stance"])
      } == true
    guard isUndecided || isAside else { return [] }
    let agents =
      stage.quotationOf[group.main].flatMap { stage.quotations.actors[$0] }.map { [$0] }
      ?? stage.agents(of: group)
    return agents.map {
      voice($0, .neutral, group.tokens, row, sentence, isClear: true)
    }
  }

  /// "has recommended approval", "gave the go-ahead", "refused permission".
  private func permits(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> [Voice] {
    guard !group.isNegated, !group.isPassive, group.modal == nil, group.form != .infinitive,
      let object = clauses.object(of: group),
      lexed.isToken(object.head, in: ["approval", "permission", "consent", "go-ahead", "refusal"])
        || lexed.isToken(object.head, "ahead")
    else { return [] }
    let stem = stage.stem(group.main)
    let isGiving = ["recommend", "giv", "gave", "give", "grant", "back"].contains(stem)
    let isRefusing = ["refus", "deny", "deni", "withhold", "withheld"].contains(stem)
    guard isGiving || isRefusing else { return [] }
    let isFor = isGiving != lexed.isToken(object.head, "refusal")
    return stage.agents(of: group).map {
      voice($0, isFor ? .supports : .opposes, group.tokens, row, sentence, isClear: true)
    }
  }

  /// "hailed the ban", "dismissed the criticism".
  private func attitude(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> [Voice] {
    guard !group.isNegated, group.form != .infinitive, group.modal == nil,
      let stance = StanceWords.attitude(of: lexed.classes[group.main]),
      let object = group.isPassive || group.form == .past
        ? clauses.subject(of: group)?.heads.first
        : clauses.object(of: group) ?? antecedent(of: group, sentence),
      clauses.tag(object.head) == .noun || lexed.isToken(object.head, in: ["it", "this"]),
      let topic = stage.topics.topic(of: object)
    else { return [] }
    let isRefusal =
      lexed.isToken(object.head, in: VoiceWords.refusals)
      && object.end == topic.label.rows.upperBound
    let isReply = lexed.isToken(object.head, in: VoiceWords.criticism)
    if isReply, stance.sign != .minus { return [] }
    // "dismissed a complaint by two groups": who complains is against it.
    let owners = isReply ? stage.owners(of: object) : []
    return owners.map { voice($0, .opposes, object.tokens, row, sentence, isClear: true) }
      + stage.agents(of: group).map { actor in
        var voice = voice(
          actor,
          isReply ? .supports : isRefusal ? stance.sign == .minus ? .supports : .opposes : stance,
          TokenRange(group.main..<group.main + 1),
          row,
          sentence,
          isClear: isReply
        )
        voice.object = topic
        return voice
      }
  }

  /// "accused the minister of", "Environmental groups back the minister".
  private func towardsActor(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> [Voice] {
    let word = stage.stem(group.main)
    let isBlame = VoiceWords.blaming.contains(word)
    guard isBlame || VoiceWords.siding.contains(word), !group.isNegated, group.modal == nil else {
      return []
    }
    let whom =
      group.isPassive || group.form == .past
      ? clauses.subject(of: group)?.heads.first : clauses.object(of: group)
    guard let whom,
      let target = stage.roster.actors(of: Subject(tokens: whom.tokens, heads: [whom])).first
    else { return [] }
    return stage.agents(of: group).filter { $0 != target }.map { actor in
      var voice = voice(
        actor,
        isBlame ? .opposes : .supports,
        TokenRange(group.main..<group.main + 1),
        row,
        sentence,
        isClear: true
      )
      voice.target = target
      return voice
    }
  }

  private func voice(
    _ actor: ID<NewsActor>,
    _ stance: Stance,
    _ cue: TokenRange,
    _ row: Int,
    _ range: TokenRange,
    isClear: Bool
  ) -> Voice {
    Voice(
      actor: actor,
      stance: stance,
      cue: cue,
      sentence: row,
      stems: stage.topics.stems(in: range),
      isClear: isClear,
      why: .conduct
    )
  }
}
