internal import Prose
internal import Reference

// What a stance is about.
extension StandFinder {
  typealias Object = (topic: Topic, stance: Stance, owners: [ID<NewsActor>])

  func object(
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
      // "a review, which he has refused to set up"
      if clauses.object(of: inner) == nil, stance == .rejects,
        let matter = relativeObject(of: group, stance, sentence)
      {
        return matter
      }
      return verbObject(inner, stance, owners: [])
    }
    if sentence.contains(token), clauses.tag(token) == .complementizer {
      return clauseObject(behind: token, stance, sentence)
    }
    return relativeObject(of: group, stance, sentence)
      ?? somethingObject(of: group, stance, sentence)
  }

  private static let ideas: WordSet = [
    "idea", "move", "step", "proposal", "plan", "demand", "option", "offer", "request",
    "suggestion",
    "call", "measure",
  ]

  /// ", something the mayor ruled out": what the sentence said before.
  private func somethingObject(
    of group: VerbGroup,
    _ stance: Stance,
    _ sentence: TokenRange
  ) -> Object? {
    guard let subject = clauses.subject(of: group) else { return nil }
    let token = subject.tokens.rows.lowerBound - 1
    guard sentence.contains(token - 1), let phrase = clauses.phrase(at: token),
      lexed.isToken(token, "something")
        || lexed.isToken(phrase.start, in: ["a", "an"])
          && lexed.isToken(phrase.head, in: Self.ideas),
      clauses.tag(phrase.start - 1) == .comma || lexed.isToken(phrase.start - 1, in: ["–", "—"]),
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
    // To turn down a complaint is to be for what it is about, which the voices tell.
    if stance.sign == .minus, lexed.isToken(phrase.head, in: VoiceWords.criticism) { return nil }
    if stance == .asserts { return accusation(phrase, sentence) }
    guard clauses.tag(phrase.head) != .name || phrase.possessor != nil,
      let topic = stage.topics.topic(of: phrase)
    else { return nil }
    return (topic, stance, stage.owners(of: phrase))
  }

  func infinitive(
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
    if stance == .demands, !inner.isNegated, let side = siding(inner) { return side }
    if stance == .rejects, !inner.isNegated, let side = siding(inner), side.stance == .supports {
      // "refused to support the ban"
      return (side.topic, .rejects, side.owners)
    }
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
    if lexed.isToken(group.main, "give"), lexed.isToken(group.main + 1, "up") { return true }
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
