internal import Prose
internal import Reference

/// Reads stances off the verbs of a sentence.
struct StandFinder: Sendable {
  let stage: Stage

  var clauses: Clauses { stage.clauses }
  var lexed: Lexed { stage.lexed }

  func stands(in sentence: TokenRange, row: Int) -> [Stand] {
    var stands: [Stand] = []
    for group in clauses.groups(in: sentence) {
      if let stand = polled(group, sentence, row) ?? strike(group, sentence, row)
        ?? unwilling(group, sentence, row)
        ?? verbStand(group, sentence, row) ?? phraseStand(group, sentence, row)
      {
        stands.append(stand)
      } else if let stand = ought(group, row) {
        stands.append(stand)
      }
      if let stand = voicedStand(group, sentence, row) { stands.append(stand) }
    }
    for phrase in clauses.phrases(in: sentence) {
      if let stand = ownedStand(phrase, sentence, row) { stands.append(stand) }
    }
    if let stand = despite(sentence, row) { stands.append(stand) }
    return stands
  }

  // MARK: - Verbs

  /// A verb or verb phrase that shows a stance, and where what it is about begins.
  func stanceVerb(_ group: VerbGroup) -> (stance: Stance, cue: TokenRange)? {
    for token in group.tokens.rows {
      if let phrase = lexed.phrase(at: token, .clearStances),
        let stance = StanceWords.stance(of: phrase.classes, lexed.lower(token))
      {
        return (stance, phrase.tokens)
      }
    }
    let last = group.end - 1
    if ClosedWords.be.contains(lexed.lower(group.main)) || clauses.tag(group.main) == .auxiliary,
      let adjective = against(behind: last)
    {
      return adjective
    }
    if let vote = vote(group) { return vote }
    if let doubt = unpersuaded(group) { return doubt }
    let word = lexed.lower(group.main)
    if ["ask", "tell", "told", "advis", "want", "appeal", "beg", "implor", "plead", "press"]
      .contains(stem(word)),
      asksSomeone(group)
    {
      return (.demands, TokenRange(group.main..<group.main + 1))
    }
    if isReadyToTake(group) { return (.supports, TokenRange(group.main..<group.main + 1)) }
    if let phrase = lexed.phrase(at: group.main, .rejectVerbs), Self.waving.contains(stem(word)) {
      return (.rejects, phrase.tokens)
    }
    guard let stance = StanceWords.stance(of: lexed.classes[group.main], word) else {
      // "attacked the plan": what fights a measure is against it.
      guard lexed.isAny(group.main, .opposeVerbs), !group.isPassive,
        !lexed.isToken(group.main, in: Self.hindering), let object = clauses.object(of: group),
        lexed.isAny(object.head, .measureNouns)
          || object.tokens.rows.contains(where: stage.topics.isPlanned)
      else { return nil }
      return (.opposes, TokenRange(group.main..<group.main + 1))
    }
    return (stance, TokenRange(group.main..<group.main + 1))
  }

  /// "is not convinced": of what, the text need not say again.
  func unpersuaded(_ group: VerbGroup) -> (stance: Stance, cue: TokenRange)? {
    let last = group.end - 1
    let isDenied =
      group.isNegated && lexed.isToken(group.main, in: ["convinced", "persuaded", "impressed"])
    if isDenied { return (.doubts, TokenRange(group.main..<group.main + 1)) }
    guard ClosedWords.be.contains(lexed.lower(group.main)) || lexed.isToken(group.main, "remains")
    else { return nil }
    let token = last + 1
    let isDoubt =
      lexed.isToken(
        token,
        in: ["unconvinced", "unpersuaded", "unimpressed", "skeptical", "sceptical"]
      )
      || group.isNegated && lexed.isToken(token, in: ["convinced", "persuaded", "impressed"])
    return isDoubt ? (.doubts, TokenRange(token..<token + 1)) : nil
  }

  /// "voted 31 to 14 in favor of", "voted narrowly to reject": the count stands before the side.
  private func vote(_ group: VerbGroup) -> (stance: Stance, cue: TokenRange)? {
    guard lexed.isToken(group.main, in: ["vote", "voted", "votes", "voting"]), !group.isPassive
    else { return nil }
    let sentence = clauses.sentence(of: group.start)
    var token = clauses.behindTime(group.main + 1, sentence)
    let limit = min(token + 7, sentence.rows.upperBound)
    while token < limit {
      switch clauses.tag(token) {
      case .number, .adverb, .hyphen: token += 1
      case .preposition
      where lexed.isToken(token, in: ["to", "by"]) && clauses.tag(token + 1) == .number:
        token += 1
      case .preposition
      where lexed.isToken(token, in: ["for", "against"]) && token > group.main + 1:
        let stance: Stance = lexed.isToken(token, "for") ? .supports : .opposes
        return (stance, TokenRange(group.main..<token + 1))
      case .preposition where lexed.isToken(token, "in"):
        guard lexed.isToken(token + 1, in: ["favor", "favour"]), lexed.isToken(token + 2, "of")
        else {
          return nil
        }
        return (.supports, TokenRange(group.main..<token + 3))
      default: return nil
      }
    }
    return nil
  }

  /// "would accept monitors", "is ready to accept them".
  private func isReadyToTake(_ group: VerbGroup) -> Bool {
    guard lexed.isToken(group.main, in: ["accept", "agree"]), !group.isNegated, !group.isPassive
    else {
      return false
    }
    if let modal = group.modal { return lexed.isToken(modal, in: ["would", "will"]) }
    return group.form == .infinitive
      && lexed.isToken(group.start - 1, in: ["ready", "willing", "prepared"])
  }

  /// First words of phrases for setting aside what someone asks: "brushed aside", "shrugged off".
  private static let waving: Set<String> = [
    "brush", "shrug", "wav", "shoot", "shot", "vote", "throw",
  ]

  /// Verbs by which something, not somebody, stands in the way.
  private static let hindering: WordSet = [
    "delay", "delayed", "delays", "delaying", "stall", "stalled", "stalls", "hinder", "hindered",
    "impede", "impeded", "impedes",
  ]

  /// Who is asked: behind the verb, or behind its "to" or "on".
  private func addressee(of group: VerbGroup) -> NounPhrase? {
    if let object = clauses.object(of: group) { return object }
    guard lexed.isToken(group.end, in: ["to", "on", "upon", "with"]),
      let phrase = clauses.phrase(at: group.end + 1), phrase.start == group.end + 1
    else { return nil }
    return phrase
  }

  /// "asked the governments not to".
  private func asksSomeone(_ group: VerbGroup) -> Bool {
    guard !group.isPassive, let object = addressee(of: group) else { return false }
    let sentence = clauses.sentence(of: group.start)
    return infinitive(behind: object, clauses.postmodified(object, in: sentence), sentence) != nil
  }

  /// "is strongly against", "was firmly opposed to".
  private func against(behind last: Int) -> (stance: Stance, cue: TokenRange)? {
    var token = last + 1
    while clauses.tag(token) == .adverb { token += 1 }
    if lexed.isToken(token, "against") { return (.opposes, TokenRange(token..<token + 1)) }
    if lexed.isToken(token, "opposed"), lexed.isToken(token + 1, "to") {
      return (.opposes, TokenRange(token..<token + 2))
    }
    if lexed.isToken(token, in: ["unconvinced", "convinced"]),
      lexed.isToken(token + 1, in: ["by", "of"])
    {
      return lexed.isToken(token, "unconvinced") ? (.doubts, TokenRange(token..<token + 2)) : nil
    }
    if lexed.isToken(token, "unhappy"), lexed.isToken(token + 1, in: ["with", "about"]) {
      return (.opposes, TokenRange(token..<token + 2))
    }
    return nil
  }

  private func verbStand(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> Stand? {
    guard let (verb, cue) = stanceVerb(group), !isHypothetical(group, sentence),
      !isOfNotAll(group),
      var stance = group.isNegated && verb != .doubts ? StanceWords.negated(verb) : verb,
      let turned = turned(stance, by: group, sentence)
    else { return nil }
    stance = turned
    let isFeeling = unpersuaded(group) != nil
    let actors =
      isFeeling
      ? clauses.subject(of: group).map { stage.agents(of: $0) } ?? [] : stage.sides(of: group)
    guard !actors.isEmpty, let object = object(of: group, cue, stance, sentence) else { return nil }
    return Stand(
      actors: actors,
      stance: object.stance,
      topic: object.topic,
      cue: cue,
      sentence: row,
      status: status(group, actors),
      owners: isBlame(cue, object.topic) ? [] : object.owners.filter { !actors.contains($0) },
      rule: isEnding(verb, object)
        ? .opposedAct : isRefusal(group, object.stance, cue) ? .pressedDemand : .opposedStances,
      why: group.isPassive || group.form == .past ? .passive : .verb,
      bodies: clauses.subject(of: group).map(stage.bodies) ?? []
    )
  }

  /// Whether someone demands that an act end which the text says is another's.
  private func isEnding(_ verb: Stance, _ object: Object) -> Bool {
    verb == .demands && object.stance == .opposes
      && clauses.phrase(at: object.topic.label.rows.lowerBound)?.possessor != nil
  }

  /// Whether what is refused are "calls" or "demands", so that someone makes them.
  private func isRefusal(_ group: VerbGroup, _ stance: Stance, _ cue: TokenRange) -> Bool {
    guard stance == .rejects, let object = clauses.phrase(at: max(group.end, cue.rows.upperBound))
    else {
      return false
    }
    return asked(in: object) != nil
  }

  /// Whether a deed is condemned, which nobody need defend, and not a plan.
  private func isBlame(_ cue: TokenRange, _ topic: Topic) -> Bool {
    ["condemn", "denounc", "decry", "deplor", "slam", "slamm", "blast", "attack", "boycott"]
      .contains(stage.stem(cue.rows.lowerBound))
      && !topic.label.rows.contains { lexed.isAny($0, .measureNouns) }
  }

  /// What a verb that governs this one makes of its stance: "refused to support".
  private func turned(_ stance: Stance, by group: VerbGroup, _ sentence: TokenRange) -> Stance? {
    guard group.form != .progressive || !isOpen(group, sentence) else { return nil }
    guard group.form == .infinitive, let governor = clauses.governor(of: group, sentence) else {
      return stance
    }
    let classes = lexed.classes[governor.main]
    let word = stage.stem(governor.main)
    if isOpen(group, sentence) { return nil }
    if ["refus", "declin", "fail"].contains(word) {
      return stance.sign == .plus ? .rejects : nil
    }
    // Someone else is asked to: no stance of their own.
    if governor.end < group.start, classes.contains(.demandVerbs), word != "want" { return nil }
    if governor.isNegated { return StanceWords.negated(stance) }
    return isHypothetical(governor, sentence) ? nil : stance
  }

  private func status(_ group: VerbGroup, _ actors: [ID<NewsActor>]) -> Status {
    var status: Status = []
    if isPast(group) { status.insert(.past) }
    if isHearsay(group) { status.insert(.unconfirmed) }
    if let row = stage.quotationOf[group.main], let speaker = stage.quotations.actors[row],
      !actors.contains(speaker)
    {
      status.insert(.attributed)
    }
    if actors.allSatisfy({ stage.isKnown($0) && stage.actors.kinds[$0.index] == .source }) {
      status.insert(.anonymous)
    }
    return status
  }
}
