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
    if let phrase = lexed.phrase(at: group.main, .rejectVerbs), Self.waving.contains(stem(word)) {
      return (.rejects, phrase.tokens)
    }
    guard let stance = StanceWords.stance(of: lexed.classes[group.main], word) else {
      // "attacked the plan": what fights a measure is against it.
      guard lexed.isAny(group.main, .opposeVerbs), !group.isPassive,
        !lexed.isToken(group.main, in: Self.hindering), let object = clauses.object(of: group),
        lexed.isAny(object.head, .measureNouns)
      else { return nil }
      return (.opposes, TokenRange(group.main..<group.main + 1))
    }
    return (stance, TokenRange(group.main..<group.main + 1))
  }

  /// "is not convinced": of what, the text need not say again.
  private func unpersuaded(_ group: VerbGroup) -> (stance: Stance, cue: TokenRange)? {
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
    var token = group.main + 1
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
    let actors = stage.sides(of: group)
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
    ["condemn", "denounc", "decry", "deplor", "slam", "slamm", "blast", "attack"]
      .contains(stage.stem(cue.rows.lowerBound))
      && !topic.label.rows.contains { lexed.isAny($0, .measureNouns) }
  }

  /// Whether it is only possible, conditional or asked.
  func isHypothetical(_ group: VerbGroup, _ sentence: TokenRange) -> Bool {
    if let modal = group.modal,
      lexed.isToken(modal, in: ["may", "might", "could", "can", "should", "must", "ca"])
    {
      return true
    }
    // "would oppose it if": only then.
    if let modal = group.modal, lexed.isToken(modal, in: ["would", "'d"]),
      sentence.rows.contains(where: { lexed.isToken($0, in: ["if", "unless"]) })
    {
      return true
    }
    let start = clauses.subject(of: group).map { $0.tokens.rows.lowerBound } ?? group.start
    for marker in [start - 1, group.start - 1, group.start - 2]
    where lexed.isToken(marker, in: ["if", "unless", "whether"]) {
      return true
    }
    return lexed.isToken(sentence.rows.upperBound - 1, "?")
  }

  /// What a verb that governs this one makes of its stance: "refused to support".
  private func turned(_ stance: Stance, by group: VerbGroup, _ sentence: TokenRange) -> Stance? {
    guard group.form == .infinitive, let governor = clauses.governor(of: group, sentence) else {
      return stance
    }
    let classes = lexed.classes[governor.main]
    let word = stage.stem(governor.main)
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

  // MARK: - What it is about

  private typealias Object = (topic: Topic, stance: Stance, owners: [ID<NewsActor>])

  private func object(
    of group: VerbGroup,
    _ cue: TokenRange,
    _ stance: Stance,
    _ sentence: TokenRange
  ) -> Object? {
    if stance == .doubts, unpersuaded(group) != nil {
      var token = cue.rows.upperBound
      if lexed.isToken(token, in: ["by", "of", "about"]) { token += 1 }
      if token > cue.rows.upperBound, let phrase = clauses.phrase(at: token), phrase.start == token
      {
        return nounObject(phrase, stance, sentence)
      }
      let word = TokenRange(cue.rows.upperBound - 1..<cue.rows.upperBound)
      let pointed = NounPhrase(tokens: word, head: word.rows.lowerBound, possessor: nil)
      return stage.topics.pointer(pointed).map { ($0, stance, []) }
    }
    if group.isPassive || group.form == .past { return passiveObject(of: group, stance, sentence) }
    var token = max(group.end, cue.rows.upperBound)
    if token == cue.rows.upperBound, clauses.tag(token - 1) == .infinitive { token -= 1 }
    token = clauses.behindTime(token, sentence)
    if stance == .demands, lexed.isToken(token, in: ["to", "on", "upon", "with"]),
      let phrase = clauses.phrase(at: token + 1), phrase.start == token + 1
    {
      return nounObject(phrase, stance, sentence)
    }
    if sentence.contains(token), let phrase = clauses.phrase(at: token), phrase.start == token {
      return nounObject(phrase, stance, sentence)
    }
    if sentence.contains(token), let inner = clauses.group(at: token), inner.start == token,
      inner.form == .infinitive || inner.form == .progressive
    {
      return verbObject(inner, stance, owners: [])
    }
    if sentence.contains(token), clauses.tag(token) == .complementizer {
      return clauseObject(behind: token, stance, sentence)
    }
    return relativeObject(of: group, stance, sentence)
      ?? somethingObject(of: group, stance, sentence)
  }

  /// ", something the mayor ruled out": what the sentence said before.
  private func somethingObject(
    of group: VerbGroup,
    _ stance: Stance,
    _ sentence: TokenRange
  ) -> Object? {
    guard let subject = clauses.subject(of: group) else { return nil }
    let token = subject.tokens.rows.lowerBound - 1
    guard sentence.contains(token - 1), lexed.isToken(token, "something"),
      clauses.tag(token - 1) == .comma, let phrase = clauses.phrase(at: token),
      let topic = stage.topics.pointer(phrase)
    else { return nil }
    return (topic, stance, [])
  }

  private func nounObject(_ phrase: NounPhrase, _ stance: Stance, _ sentence: TokenRange) -> Object?
  {
    if stance == .rejects || stance == .opposes || stance == .supports,
      let asked = asked(in: phrase)
    {
      return (asked.topic, stance, stage.owners(of: phrase) + asked.owners)
    }
    // "asked the governments not to turn away boats"
    let end = clauses.postmodified(phrase, in: sentence)
    if stance == .demands {
      if let inner = infinitive(behind: phrase, end, sentence) {
        var owners = stage.agents(of: Subject(tokens: phrase.tokens, heads: [phrase]))
        for actor in stage.roster.actors(
          in: TokenRange(phrase.start..<max(inner.start, phrase.end))
        )
        where !owners.contains(actor) {
          owners.append(actor)
        }
        if StanceWords.endingVerbs.contains(lexed.lower(inner.main)), !inner.isNegated,
          clauses.object(of: inner) == nil, clauses.tag(phrase.head) == .noun, owners.isEmpty,
          let topic = stage.topics.topic(of: phrase)
        {
          return (topic, .opposes, [])
        }
        return verbObject(inner, stance, owners: owners)
      }
      if !stage.roster.actors(of: Subject(tokens: phrase.tokens, heads: [phrase])).isEmpty,
        clauses.tag(phrase.head) == .name
      {
        return nil
      }
    }
    if stance == .demands || stance == .proposes,
      StanceWords.endings.contains(lexed.lower(phrase.head)),
      lexed.isToken(phrase.end, in: ["to", "of", "on"]),
      let ended = clauses.phrase(at: phrase.end + 1), ended.start == phrase.end + 1,
      let topic = stage.topics.topic(of: ended)
    {
      return (topic, .opposes, stage.owners(of: ended))
    }
    if stance == .asserts { return accusation(phrase, sentence) }
    guard clauses.tag(phrase.head) != .name || phrase.possessor != nil,
      let topic = stage.topics.topic(of: phrase)
    else { return nil }
    return (topic, stance, stage.owners(of: phrase))
  }

  private func infinitive(
    behind phrase: NounPhrase,
    _ end: Int,
    _ sentence: TokenRange
  )
    -> VerbGroup?
  {
    for start in [phrase.end, end] {
      let token = clauses.behindTime(start, sentence)
      guard sentence.contains(token) else { continue }
      if let group = clauses.group(at: token), group.start == token, group.form == .infinitive {
        return group
      }
      if clauses.tag(token) == .negation, let group = clauses.group(at: token) { return group }
    }
    // "appealed to Velia and Tessaly not to": behind the last of those asked.
    var token = end
    for _ in 0..<4 where lexed.isToken(token, in: ["and", ",", "or"]) {
      guard let next = clauses.phrase(at: token + 1), next.start == token + 1 else { break }
      token = next.end
      while sentence.contains(token), clauses.tag(token) == .name { token += 1 }
      if let group = clauses.group(at: token), group.start == token,
        group.form == .infinitive || clauses.tag(token) == .negation
      {
        return group
      }
    }
    // A postmodified phrase may have swallowed its infinitive.
    return clauses.groups(in: TokenRange(phrase.start..<max(end, phrase.end))).first {
      $0.form == .infinitive && $0.start >= phrase.end
    }
  }

  /// What is asked for in "calls for his resignation", "demands to stop the work".
  func asked(in phrase: NounPhrase) -> (topic: Topic, owners: [ID<NewsActor>])? {
    guard lexed.isToken(phrase.head, in: Self.askings) else { return nil }
    let sentence = clauses.sentence(of: phrase.start)
    var token = phrase.end
    // "calls from the opposition for", "demands by unions to"
    var owners: [ID<NewsActor>] = []
    if lexed.isToken(token, in: ["from", "by", "of"]), let holder = clauses.phrase(at: token + 1),
      holder.start == token + 1
    {
      owners = stage.agents(of: Subject(tokens: holder.tokens, heads: [holder]))
      token = holder.end
    }
    guard sentence.contains(token) else { return nil }
    if lexed.isToken(token, "for"), let object = clauses.phrase(at: token + 1),
      object.start == token + 1, let topic = stage.topics.topic(of: object)
    {
      return (topic, owners)
    }
    if let inner = clauses.group(at: token), inner.start == token, inner.form == .infinitive,
      let topic = stage.topics.topic(of: inner)
    {
      return (topic, owners)
    }
    return nil
  }

  private static let askings: WordSet = [
    "call", "calls", "demand", "demands", "request", "requests", "appeal", "appeals", "plea",
    "pleas", "pressure",
  ]

  /// "accused Bolivia of threatening the regime": what it is said to do.
  private func accusation(_ phrase: NounPhrase, _ sentence: TokenRange) -> Object? {
    // "accused the army of Velia of striking": what it did follows the last "of".
    let end =
      (phrase.end..<min(phrase.end + 7, sentence.rows.upperBound)).last { token in
        lexed.isToken(token, "of")
          && clauses.group(at: behindMark(token + 1)).map {
            $0.start == behindMark(token + 1) && $0.form == .progressive
          } == true
      } ?? phrase.end
    guard lexed.isToken(end, "of") else { return nil }
    let owners = stage.roster.actors(of: Subject(tokens: phrase.tokens, heads: [phrase]))
    if let inner = clauses.group(at: behindMark(end + 1)), inner.start == behindMark(end + 1),
      let topic = stage.topics.topic(of: inner)
    {
      return (topic, .asserts, owners)
    }
    guard let act = clauses.phrase(at: end + 1), act.start == end + 1,
      let topic = stage.topics.topic(of: act)
    else { return nil }
    return (topic, .asserts, owners)
  }

  /// Behind a quotation mark that stands at `token`.
  private func behindMark(_ token: Int) -> Int { clauses.tag(token) == .quote ? token + 1 : token }

  /// To demand that something ends is to oppose it.
  private func verbObject(_ inner: VerbGroup, _ stance: Stance, owners: [ID<NewsActor>]) -> Object?
  {
    let isEnding = StanceWords.endingVerbs.contains(lexed.lower(inner.main)) || isDiscarding(inner)
    if stance == .demands, isEnding, !inner.isNegated {
      if let ended = clauses.object(of: inner), let topic = stage.topics.topic(of: ended) {
        return (topic, .opposes, owners + stage.owners(of: ended))
      }
      if let next = clauses.group(at: inner.end), next.start == inner.end,
        let topic = stage.topics.topic(of: next)
      {
        return (topic, .opposes, owners)
      }
    }
    if stance == .rejects || stance == .demands, let pointed = pointed(by: inner, stance) {
      return pointed
    }
    if stance == .rejects, isEnding, let kept = keptTopic(inner) {
      return (kept.topic, .supports, kept.owners)
    }
    if stance == .demands, !inner.isNegated, let side = siding(inner) { return side }
    guard let topic = stage.topics.topic(of: inner) else { return nil }
    return (topic, stance == .demands && inner.isNegated ? .opposes : stance, owners)
  }

  private static let taking: Set<String> = [
    "accept", "back", "support", "sign", "approv", "endors", "do", "allow", "consider", "discuss",
  ]

  /// "refused to accept it", "urged her colleagues to think again": of what was said before.
  private func pointed(by inner: VerbGroup, _ stance: Stance) -> Object? {
    let word: Int
    let next = inner.main + 1
    let stem = stage.stem(inner.main)
    if stance == .rejects, Self.taking.contains(stem),
      lexed.isToken(next, in: ["it", "that", "this", "them"])
    {
      word = next
    } else if stance == .demands, !inner.isNegated,
      lexed.isToken(inner.main, "think") && lexed.isToken(next, "again")
        || ["reconsid", "reconsider", "rethink"].contains(stem) && clauses.object(of: inner) == nil
    {
      word = inner.main
    } else {
      return nil
    }
    let phrase = NounPhrase(tokens: TokenRange(word..<word + 1), head: word, possessor: nil)
    return stage.topics.pointer(phrase).map { ($0, stance == .demands ? .opposes : stance, []) }
  }

  /// "throw the scheme out", "vote the budget down", "tear up the contract".
  private func isDiscarding(_ group: VerbGroup) -> Bool {
    let particles: WordSet
    switch stage.stem(group.main) {
    case "throw": particles = ["out"]
    case "vote", "vot", "turn", "strike", "strik", "shoot": particles = ["down"]
    case "tear", "rip": particles = ["up"]
    case "call": particles = ["off"]
    default: return false
    }
    if lexed.isToken(group.main + 1, in: particles) { return true }
    guard let object = clauses.object(of: group) else { return false }
    return lexed.isToken(object.end, in: particles)
  }

  /// "urged members to vote against the bill", "called on voters to back it": who asks is on that side.
  private func siding(_ inner: VerbGroup) -> Object? {
    guard let (side, cue) = stanceVerb(inner), [.opposes, .rejects, .supports].contains(side),
      let object = clauses.phrase(at: max(inner.end, cue.rows.upperBound)),
      clauses.tag(object.head) != .name, let topic = stage.topics.topic(of: object)
    else { return nil }
    return (topic, side == .supports ? .supports : .opposes, stage.owners(of: object))
  }

  /// "demanded that the troops withdraw from the islands": the verb with its object.
  private func clauseObject(behind token: Int, _ stance: Stance, _ sentence: TokenRange) -> Object?
  {
    let rest = TokenRange(token..<sentence.rows.upperBound)
    guard let inner = clauses.groups(in: rest).first(where: { $0.form == .finite }),
      let topic = stage.topics.topic(of: inner)
    else { return nil }
    let subject = clauses.subject(of: inner)
    if inner.isPassive, let head = subject?.heads.first, let topic = stage.topics.topic(of: head) {
      // "recommended that the request be backed", "demanded that the tax be scrapped"
      let isEnding = lexed.isAny(inner.main, .rejectVerbs)
      return (topic, isEnding ? .opposes : stance, stage.owners(of: head))
    }
    let owners = subject.map { stage.roster.actors(of: $0) } ?? []
    return (topic, stance == .demands && inner.isNegated ? .opposes : stance, owners)
  }

  /// "a policy which both have criticized": what the relative clause is about.
  private func relativeObject(
    of group: VerbGroup,
    _ stance: Stance,
    _ sentence: TokenRange
  )
    -> Object?
  {
    guard let subject = clauses.subject(of: group) else { return nil }
    var token = subject.tokens.rows.lowerBound - 1
    while sentence.contains(token), token > subject.tokens.rows.lowerBound - 10,
      clauses.tag(token) != .relative
    {
      token -= 1
    }
    guard sentence.contains(token), clauses.tag(token) == .relative,
      lexed.isToken(token, in: ["which", "that"])
    else { return nil }
    guard let phrase = clauses.matter(before: token, sentence) else { return nil }
    guard let topic = stage.topics.topic(of: phrase) else { return nil }
    var owners = stage.owners(of: phrase)
    if let maker = clauses.group(at: phrase.start - 1) { owners += stage.agents(of: maker) }
    return (topic, stance, owners)
  }

  private func passiveObject(
    of group: VerbGroup,
    _ stance: Stance,
    _ sentence: TokenRange
  )
    -> Object?
  {
    let phrase: NounPhrase?
    if group.form == .past {
      phrase = clauses.phrase(at: group.start - 1)
    } else {
      phrase = clauses.subject(of: group)?.heads.first
    }
    guard let phrase, sentence.contains(phrase.start), clauses.tag(phrase.head) != .name,
      let topic = stage.topics.topic(of: phrase)
    else { return nil }
    return (topic, stance, stage.owners(of: phrase))
  }
}
