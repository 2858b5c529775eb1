internal import Prose
internal import Reference

extension StandFinder {
  private static let voices: WordSet = [
    "express", "voic", "rais", "signal", "signall", "announc", "declar", "reiterat", "repeat",
    "renew", "stat", "register", "lodg", "mak", "made", "make", "issu", "extend", "submit", "hav",
    "has", "have", "had", "show", "reaffirm", "offer", "giv", "gave", "withdraw", "back", "launch",
  ]

  /// "expressed skepticism about the plan", "renewed its invitation to".
  func voicedStand(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> Stand? {
    guard Self.voices.contains(stage.stem(group.main)), !group.isNegated, !group.isPassive,
      !isHypothetical(group, sentence),
      let phrase = clauses.object(of: group),
      let stance = StanceWords.stance(ofNoun: lexed.lower(phrase.head))
    else { return nil }
    let actors = stage.sides(of: group)
    // "expressed reservations" without object is about what the text is at.
    let pointing =
      stance.sign == .minus
      ? stage.topics.pointer(phrase).map { (topic: $0, owners: [ID<NewsActor>]()) } : nil
    guard !actors.isEmpty, let topic = topic(of: phrase, stance, sentence) ?? pointing else {
      return nil
    }
    return Stand(
      actors: actors,
      stance: stance,
      topic: topic.topic,
      cue: TokenRange(phrase.head..<phrase.head + 1),
      sentence: row,
      status: [],
      owners: topic.owners.filter { !actors.contains($0) },
      why: .voicedNoun,
      bodies: clauses.subject(of: group).map(stage.bodies) ?? []
    )
  }

  /// What someone keeps who will not end it: "refused to lift the ban" is for the ban.
  func keptTopic(_ inner: VerbGroup) -> (topic: Topic, owners: [ID<NewsActor>])? {
    guard StanceWords.endingVerbs.contains(lexed.lower(inner.main)), !inner.isNegated,
      let ended = clauses.object(of: inner), let topic = stage.topics.topic(of: ended)
    else { return nil }
    return (topic, stage.owners(of: ended))
  }

  /// "has no plans to pay for it", "has no intention of stopping".
  func unwilling(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> Stand? {
    guard ["have", "has", "had", "see", "sees", "saw"].contains(lexed.lower(group.main)),
      !group.isNegated, !isHypothetical(group, sentence), let phrase = clauses.object(of: group),
      lexed.isToken(phrase.start, "no"),
      lexed.isToken(
        phrase.head,
        in: ["plan", "plans", "intention", "intentions", "desire", "wish", "reason", "need"]
      )
    else { return nil }
    var next = phrase.end
    if lexed.isToken(next, "for"), let matter = clauses.phrase(at: next + 1),
      matter.start == next + 1, let topic = stage.topics.topic(of: matter)
    {
      // "sees no need for outsiders"
      let actors = stage.sides(of: group)
      guard !actors.isEmpty else { return nil }
      return Stand(
        actors: actors,
        stance: .rejects,
        topic: topic,
        cue: TokenRange(phrase.start..<phrase.head + 1),
        sentence: row,
        status: [],
        why: .unwilling
      )
    }
    if lexed.isToken(next, "of") { next += 1 }
    guard sentence.contains(next), let inner = clauses.group(at: next), inner.start == next,
      inner.form == .infinitive || inner.form == .progressive,
      let topic = stage.topics.topic(of: inner)
    else { return nil }
    let actors = stage.sides(of: group)
    guard !actors.isEmpty else { return nil }
    let kept = keptTopic(inner)
    return Stand(
      actors: actors,
      stance: kept == nil ? .rejects : .supports,
      topic: kept?.topic ?? topic,
      cue: TokenRange(phrase.start..<phrase.head + 1),
      sentence: row,
      status: [],
      why: .unwilling
    )
  }

  /// "Bolivia's demands", "his calls for a ban", "the resistance of the church".
  func ownedStand(_ phrase: NounPhrase, _ sentence: TokenRange, _ row: Int) -> Stand? {
    guard let stance = StanceWords.stance(ofNoun: lexed.lower(phrase.head)),
      lexed.isWord(phrase.head), clauses.tag(phrase.head) == .noun
    else { return nil }
    let actors = stage.owners(of: phrase)
    guard !actors.isEmpty, let topic = topic(of: phrase, stance, sentence) else { return nil }
    return Stand(
      actors: actors,
      stance: stance,
      topic: topic.topic,
      cue: TokenRange(phrase.head..<phrase.head + 1),
      sentence: row,
      status: .implicit,
      owners: topic.owners.filter { !actors.contains($0) },
      why: .ownedNoun
    )
  }

  /// What an attitude's noun is about: behind "about", "for", "to"; a proposal is a matter itself.
  private func topic(
    of phrase: NounPhrase,
    _ stance: Stance,
    _ sentence: TokenRange
  )
    -> (topic: Topic, owners: [ID<NewsActor>])?
  {
    if stance == .proposes
      || stance == .demands && lexed.isAny(phrase.head, .measureNouns)
        && !lexed.isToken(phrase.end, "for")
    {
      return stage.topics.topic(of: phrase).map { ($0, []) }
    }
    guard
      lexed.isToken(
        phrase.end,
        in: ["about", "over", "on", "to", "for", "of", "against", "regarding", "at"]
      )
    else { return nil }
    let next = phrase.end + 1
    if let object = clauses.phrase(at: next), object.start == next {
      if StanceWords.endings.contains(lexed.lower(object.head)),
        lexed.isToken(object.end, in: ["to", "of"]),
        let ended = clauses.phrase(at: object.end + 1)
      {
        return stage.topics.topic(of: ended).map { ($0, stage.owners(of: ended)) }
      }
      return stage.topics.topic(of: object).map { ($0, stage.owners(of: object)) }
    }
    if let inner = clauses.group(at: next), inner.start == next, inner.form == .progressive {
      return stage.topics.topic(of: inner).map { ($0, []) }
    }
    return nil
  }

  /// "despite the resistance of the church", "in spite of objections from": against what the sentence tells.
  func despite(_ sentence: TokenRange, _ row: Int) -> Stand? {
    guard
      let marker = sentence.rows.first(where: { token in
        lexed.isToken(token, "despite")
          || lexed.isToken(token, "spite") && lexed.isToken(token + 1, "of")
      })
    else { return nil }
    let start = lexed.isToken(marker, "spite") ? marker + 2 : marker + 1
    guard let phrase = clauses.phrase(at: start),
      let stance = StanceWords.stance(ofNoun: lexed.lower(phrase.head)), stance.sign == .minus
    else { return nil }
    var actors = stage.owners(of: phrase)
    if actors.isEmpty, lexed.isToken(phrase.end, in: ["of", "from", "by", "among"]),
      let holder = clauses.phrase(at: phrase.end + 1)
    {
      actors = stage.agents(of: Subject(tokens: holder.tokens, heads: [holder]))
    }
    guard !actors.isEmpty, let matter = mainMatter(of: sentence, outside: marker) else {
      return nil
    }
    return Stand(
      actors: actors,
      stance: stance,
      topic: matter.topic,
      cue: TokenRange(phrase.head..<phrase.head + 1),
      sentence: row,
      status: [],
      owners: matter.makers.filter { !actors.contains($0) },
      rule: .despite,
      why: .despite
    )
  }

  /// Done despite the opposition of someone who is no known actor.
  func despiteUnknown(_ sentence: TokenRange, _ row: Int) -> Dispute? {
    guard
      let marker = sentence.rows.first(where: { token in
        lexed.isToken(token, "despite")
          || lexed.isToken(token, "spite") && lexed.isToken(token + 1, "of")
      })
    else { return nil }
    let start = lexed.isToken(marker, "spite") ? marker + 2 : marker + 1
    guard let phrase = clauses.phrase(at: start),
      StanceWords.stance(ofNoun: lexed.lower(phrase.head)) == .opposes,
      let matter = mainMatter(of: sentence, outside: marker)
    else { return nil }
    return Dispute(
      topic: matter.topic,
      actors: [],
      cue: TokenRange(phrase.head..<phrase.head + 1),
      sentence: row,
      rule: .despite
    )
  }

  /// What the sentence's main verb is about, and who does it.
  private func mainMatter(
    of sentence: TokenRange,
    outside marker: Int
  )
    -> (topic: Topic, makers: [ID<NewsActor>])?
  {
    let groups = clauses.groups(in: sentence)
    guard
      let main = groups.first(where: { group in
        group.form == .finite && (group.start > marker || group.end <= marker)
      })
    else { return nil }
    if main.isPassive {
      guard let phrase = clauses.subject(of: main)?.heads.first,
        let topic = stage.topics.topic(of: phrase)
      else { return nil }
      return (topic, stage.agents(of: main))
    }
    let makers = stage.agents(of: main)
    // "have started asking schools to pay": the last verb of the chain says what is done.
    var last = main
    while let next = clauses.group(at: clauses.behindTime(last.end, sentence)),
      next.start > last.start, next.form != .finite
    {
      last = next
    }
    guard let object = clauses.object(of: last) else {
      return stage.topics.topic(of: last).map { ($0, makers) }
    }
    let end = clauses.postmodified(object, in: sentence)
    if lexed.isToken(object.end, "to"), end > object.end,
      let topic = stage.topics.topic(
        object.start..<end,
        head: object.head,
        extent: object.start..<end
      )
    {
      return (topic, makers)
    }
    return stage.topics.topic(of: object).map { ($0, makers) }
  }
}
