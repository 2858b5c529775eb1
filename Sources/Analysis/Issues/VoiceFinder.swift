internal import Prose
internal import Reference

/// Finds voices for and against in what people say and do.
struct VoiceFinder: Sendable {
  let stage: Stage

  var clauses: Clauses { stage.clauses }
  var lexed: Lexed { stage.lexed }

  /// All voices of the text, in no order.
  func voices() -> [Voice] {
    var voices = quoted()
    let modality = StandFinder(stage: stage)
    for (row, sentence) in lexed.sentences.tokens.enumerated()
    where !lexed.has(sentence.rows.lowerBound, .boilerplate)
      && !lexed.isToken(sentence.rows.upperBound - 1, "?")
    {
      for group in clauses.groups(in: sentence) {
        var found: [Voice] = []
        found += votes(group, sentence, row)
        found += resistance(group, sentence, row)
        found += towardsActor(group, sentence, row)
        found += attitude(group, sentence, row)
        found += asksForTime(group, sentence, row)
        found += undoing(group, sentence, row)
        found += rebuttal(group, sentence, row)
        found += takesNoSide(group, sentence, row)
        found += permits(group, sentence, row)
        // Only of the few that are found it is asked whether they hold.
        if !found.isEmpty, !modality.isHypothetical(group, sentence),
          !modality.isOpen(group, sentence)
        {
          voices += found
        }
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
      let isGood = isFor || lexed.isAny(token, .goodWords) && isPredicate(token)
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
}
