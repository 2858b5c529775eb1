internal import Prose
internal import Reference

// Voices in what people do.
extension VoiceFinder {
  /// "who voted against", "she would vote in favor".
  func votes(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> [Voice] {
    guard stage.stem(group.main).hasPrefix("vot"), !group.isPassive, !group.isNegated else {
      return []
    }
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
  func resistance(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> [Voice] {
    guard !group.isPassive, !group.isNegated, group.form != .past else { return [] }
    let word = stage.stem(group.main)
    var cue: TokenRange?
    if VoiceWords.resisting.contains(word) {
      cue = TokenRange(group.main..<group.main + 1)
    } else if ["go", "went", "gone"].contains(word), lexed.isToken(group.main + 1, "to"),
      lexed.isToken(group.main + 2, "court")
    {
      cue = TokenRange(group.main..<group.main + 3)
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
  func undoing(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> [Voice] {
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
      voice(
        actor,
        .opposes,
        TokenRange(group.main..<group.main + 1),
        row,
        TokenRange(group.start..<object.end),
        isClear: false,
        object: topic
      )
    }
  }

  /// "Skippers disagree.", "rejected that argument": against what was said last.
  func rebuttal(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> [Voice] {
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
      voice(
        actor,
        .opposes,
        TokenRange(group.main..<group.main + 1),
        row,
        sentence,
        isClear: true,
        isRebuttal: true
      )
    }
  }

  /// "has asked the board to wait a year".
  func asksForTime(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> [Voice] {
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
  func takesNoSide(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> [Voice] {
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
  func permits(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> [Voice] {
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
  func attitude(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> [Voice] {
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
    let shown: Stance =
      if isReply {
        .supports
      } else if isRefusal {
        stance.sign == .minus ? .supports : .opposes
      } else {
        stance
      }
    // "dismissed a complaint by two groups": who complains is against it.
    let owners = isReply ? stage.owners(of: object) : []
    return owners.map { voice($0, .opposes, object.tokens, row, sentence, isClear: true) }
      + stage.agents(of: group).map { actor in
        voice(
          actor,
          shown,
          TokenRange(group.main..<group.main + 1),
          row,
          sentence,
          isClear: isReply,
          object: topic
        )
      }
  }

  /// "accused the minister of", "Environmental groups back the minister".
  func towardsActor(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> [Voice] {
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
      voice(
        actor,
        isBlame ? .opposes : .supports,
        TokenRange(group.main..<group.main + 1),
        row,
        sentence,
        isClear: true,
        target: target
      )
    }
  }

  func voice(
    _ actor: ID<NewsActor>,
    _ stance: Stance,
    _ cue: TokenRange,
    _ row: Int,
    _ range: TokenRange,
    isClear: Bool,
    target: ID<NewsActor>? = nil,
    object: Topic? = nil,
    isRebuttal: Bool = false
  ) -> Voice {
    Voice(
      actor: actor,
      stance: stance,
      cue: cue,
      sentence: row,
      stems: stage.topics.stems(in: range),
      target: target,
      isClear: isClear,
      object: object,
      isRebuttal: isRebuttal,
      why: .conduct
    )
  }
}
