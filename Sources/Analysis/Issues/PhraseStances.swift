internal import Prose
internal import Reference

// Stances that a verb shows together with words that do not stand right behind it.
extension StandFinder {
  /// A stance found with what it is about.
  typealias Shown = (stance: Stance, topic: Topic, cue: TokenRange, owners: [ID<NewsActor>])

  func phraseStand(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> Stand? {
    guard !group.isNegated, !isHypothetical(group, sentence), group.form != .past,
      let shown = discarded(group, sentence) ?? pointed(group, sentence) ?? blamed(group, sentence)
        ?? insisted(group, sentence) ?? offered(group, sentence) ?? reacted(group, sentence)
        ?? declared(group, sentence)
    else { return nil }
    // Someone else is asked to: no stance of the subject's own.
    if group.form == .infinitive, let governor = clauses.governor(of: group, sentence),
      lexed.isAny(governor.main, .demandVerbs) || governor.isNegated
    {
      return nil
    }
    let actors = stage.sides(of: group)
    guard !actors.isEmpty else { return nil }
    return Stand(
      actors: actors,
      stance: shown.stance,
      topic: shown.topic,
      cue: shown.cue,
      sentence: row,
      status: isPast(group) ? .past : [],
      owners: shown.owners.filter { !actors.contains($0) },
      why: .verb,
      bodies: clauses.subject(of: group).map(stage.bodies) ?? []
    )
  }

  /// "has ruled that out", "turned the offer down", "brushed it aside".
  private func discarded(_ group: VerbGroup, _ sentence: TokenRange) -> Shown? {
    guard !group.isPassive, let particles = Self.particles[stage.stem(group.main)] else {
      return nil
    }
    let start = group.main + 1
    if lexed.isToken(start, "that") || lexed.isToken(start, "this"),
      lexed.isToken(start + 1, in: particles)
    {
      let word = TokenRange(start..<start + 1)
      let phrase = NounPhrase(tokens: word, head: start, possessor: nil)
      return stage.topics.pointer(phrase).map {
        (.rejects, $0, TokenRange(group.main..<group.main + 1), [])
      }
    }
    guard let object = clauses.phrase(at: start), object.start == start,
      lexed.isToken(object.end, in: particles),
      let topic = stage.topics.topic(of: object)
    else { return nil }
    return (.rejects, topic, TokenRange(group.main..<group.main + 1), stage.owners(of: object))
  }

  /// "rejects that as a job killer", "opposes this.": of what was said before.
  private func pointed(_ group: VerbGroup, _ sentence: TokenRange) -> Shown? {
    let token = group.end
    guard !group.isPassive, lexed.isToken(token, in: ["that", "this", "it"]),
      !sentence.contains(token + 1) || lexed.isToken(token + 1, "as")
        || clauses.tag(token + 1) == .mark || clauses.tag(token + 1) == .comma,
      let (stance, cue) = stanceVerb(group), stance.sign != .none, stance != .denies,
      stance != .asserts
    else { return nil }
    let word = TokenRange(token..<token + 1)
    let phrase = NounPhrase(tokens: word, head: token, possessor: nil)
    return stage.topics.pointer(phrase).map { (stance, $0, cue, []) }
  }

  private static let particles: [String: WordSet] = [
    "rul": ["out"], "rule": ["out"], "turn": ["down"], "throw": ["out"], "threw": ["out"],
    "brush": ["aside", "off"], "shoot": ["down"], "shot": ["down"], "vote": ["down"],
    "vot": ["down"], "wav": ["away", "aside"], "strike": ["down"], "struck": ["down"],
    "push": ["aside"],
  ]

  private static let blaming: Set<String> = [
    "sue", "su", "criticiz", "criticis", "attack", "slam", "slamm", "condemn", "blast", "rebuk",
    "confront", "challeng", "blam", "fault", "lambast", "censur", "prosecut", "accus",
  ]

  /// "sued the government over its approval of a dam": against what follows, which is the other's.
  private func blamed(_ group: VerbGroup, _ sentence: TokenRange) -> Shown? {
    guard !group.isPassive, Self.blaming.contains(stage.stem(group.main)),
      let object = clauses.object(of: group)
    else { return nil }
    let party = Subject(tokens: object.tokens, heads: [object])
    var token = object.end
    let limit = min(token + 6, sentence.rows.upperBound)
    while token < limit, !lexed.isToken(token, "over") {
      guard clauses.tag(token) == .preposition || clauses.phrase(at: token) != nil else {
        return nil
      }
      token += 1
    }
    guard token < limit, let phrase = clauses.phrase(at: token + 1), phrase.start == token + 1,
      let topic = approved(phrase) ?? stage.topics.topic(of: phrase)
    else { return nil }
    return (
      .opposes, topic, TokenRange(group.main..<group.main + 1),
      stage.agents(of: party) + stage.owners(of: phrase)
    )
  }

  /// What is approved, in "its approval of a dam".
  private func approved(_ phrase: NounPhrase) -> Topic? {
    guard
      lexed.isToken(
        phrase.head,
        in: ["approval", "handling", "use", "introduction", "adoption", "backing", "support"]
      ), lexed.isToken(phrase.end, in: ["of", "for"]),
      let inner = clauses.phrase(at: phrase.end + 1), inner.start == phrase.end + 1
    else { return nil }
    return stage.topics.topic(of: inner)
  }

  /// "insisted that the rebels give up their weapons": a bare verb, or one with "must", is a demand.
  private func insisted(_ group: VerbGroup, _ sentence: TokenRange) -> Shown? {
    guard ["insist", "ask", "request", "urg", "stipulat"].contains(stage.stem(group.main)),
      !group.isPassive, lexed.isToken(group.end, "that"),
      let inner = clauses.groups(from: group.end + 1, to: sentence.rows.upperBound).first,
      let subject = clauses.subject(of: inner), let topic = stage.topics.topic(of: inner)
    else { return nil }
    let isDemand: Bool
    if let modal = inner.modal {
      isDemand = lexed.isToken(modal, in: ["must", "should"])
    } else {
      isDemand =
        inner.start == inner.main && clauses.tag(inner.main) == .verb
        && (clauses.partsOfSpeech[inner.main] == .baseVerb || lexed.isToken(inner.main, "be")
          || clauses.partsOfSpeech[inner.main] == .presentVerb)
        && !lexed.endsIn("s", inner.main)
    }
    let others = stage.agents(of: subject)
    let own = stage.agents(of: group)
    guard isDemand, Set(others).isDisjoint(with: own) else { return nil }
    return (.demands, topic, TokenRange(group.main..<group.main + 1), others)
  }

  /// "have offered to pay for the plaque".
  private func offered(_ group: VerbGroup, _ sentence: TokenRange) -> Shown? {
    guard ["offer", "propos", "volunteer"].contains(stage.stem(group.main)), !group.isPassive,
      let inner = clauses.group(at: clauses.behindTime(group.end, sentence)),
      inner.start >= group.end,
      inner.form == .infinitive, let topic = stage.topics.topic(of: inner)
    else { return nil }
    return (.proposes, topic, TokenRange(group.main..<group.main + 1), [])
  }

  private static let staying: WordSet = [
    "stay", "remain", "continue", "survive", "stand", "keep", "kept", "built", "approved", "passed",
    "adopted", "preserved", "protected", "extended", "retained", "saved",
  ]
  private static let going: WordSet = [
    "go", "end", "stop", "fall", "scrapped", "dropped", "cancelled", "canceled", "abandoned",
    "shelved", "withdrawn", "rejected", "lifted", "repealed", "banned", "abolished", "removed",
    "closed", "halted", "stopped", "ended", "suspended", "reversed", "overturned", "demolished",
  ]

  /// "insists that the ban must stay", "said the tax should be scrapped": what ought to be, as someone says.
  func ought(_ group: VerbGroup, _ row: Int) -> Stand? {
    guard let modal = group.modal, lexed.isToken(modal, in: ["must", "should", "needs", "ought"]),
      group.form == .finite, let quotation = stage.quotationOf[group.main],
      stage.quotations.kinds[quotation] != .direct || !group.isNegated,
      let speaker = stage.quotations.actors[quotation] ?? stage.stranger(quotation),
      let subject = clauses.subject(of: group), let head = subject.heads.first,
      stage.quotationOf[head.head] == quotation
    else { return nil }
    let sentence = clauses.sentence(of: group.start)
    guard !lexed.isToken(sentence.rows.upperBound - 1, "?") else { return nil }
    let isStaying = lexed.isToken(group.main, in: Self.staying)
    let isGoing = lexed.isToken(group.main, in: Self.going)
    let others = stage.agents(of: subject)
    guard !others.contains(speaker) else { return nil }
    let topic: Topic?
    var stance: Stance
    if isStaying || isGoing, clauses.tag(head.head) == .noun,
      lexed.isAny(head.head, .measureNouns) || group.isPassive || others.isEmpty
    {
      topic = stage.topics.topic(of: head)
      stance = isStaying != group.isNegated ? .supports : .opposes
    } else {
      guard !others.isEmpty, clauses.tag(head.head) != .pronoun else { return nil }
      topic = stage.topics.topic(of: group)
      stance = group.isNegated ? .opposes : .demands
      if StanceWords.endingVerbs.contains(lexed.lower(group.main))
        || lexed.isToken(group.main, "lose"),
        let object = clauses.object(of: group), let ended = stage.topics.topic(of: object)
      {
        // Who should oppose a ban is not its owner.
        let owners = lexed.isAny(group.main, .opposeVerbs) ? [] : others
        return stand(speaker, group.isNegated ? .supports : .opposes, ended, modal, row, owners)
      }
    }
    guard let topic else { return nil }
    return stand(speaker, stance, topic, modal, row, isGoing ? others : [])
  }

  private func stand(
    _ speaker: ID<NewsActor>,
    _ stance: Stance,
    _ topic: Topic,
    _ modal: Int,
    _ row: Int,
    _ owners: [ID<NewsActor>]
  ) -> Stand {
    Stand(
      actors: [speaker],
      stance: stance,
      topic: topic,
      cue: TokenRange(modal..<modal + 1),
      sentence: row,
      status: [],
      owners: owners,
      why: .ought
    )
  }

  private static let feelings: WordSet = [
    "fury", "anger", "outrage", "dismay", "alarm", "horror", "disgust", "disbelief",
  ]

  /// "reacted with fury to plans to merge", "were furious about the closure".
  private func reacted(_ group: VerbGroup, _ sentence: TokenRange) -> Shown? {
    var token: Int
    let cue: Int
    if ["react", "respond"].contains(stage.stem(group.main)), lexed.isToken(group.end, "with"),
      let feeling = clauses.phrase(at: group.end + 1),
      lexed.isToken(feeling.head, in: Self.feelings)
    {
      cue = feeling.head
      token = feeling.end
    } else if ClosedWords.be.contains(lexed.lower(group.main)) {
      cue = group.end
      guard
        lexed.isToken(
          cue,
          in: ["furious", "angry", "outraged", "unhappy", "appalled", "dismayed", "upset"]
        )
      else { return nil }
      token = cue + 1
    } else {
      return nil
    }
    guard lexed.isToken(token, in: ["to", "at", "about", "over", "with", "by"]) else { return nil }
    token += 1
    guard let phrase = clauses.phrase(at: token), phrase.start == token,
      lexed.isAny(phrase.head, .measureNouns) || clauses.tag(phrase.head) == .noun,
      let topic = stage.topics.topic(of: phrase)
    else { return nil }
    return (.opposes, topic, TokenRange(cue..<cue + 1), stage.owners(of: phrase))
  }

  /// "have come out in favor", "spoke against", with nothing behind it: of what the text is at.
  private func declared(_ group: VerbGroup, _ sentence: TokenRange) -> Shown? {
    guard
      [
        "be", "is", "are", "was", "were", "been", "come", "came", "comes", "speak", "spoke", "vote",
        "voted",
      ].contains(lexed.lower(group.main))
    else { return nil }
    var token = group.main + 1
    while token < group.main + 4, clauses.tag(token) == .adverb || lexed.isToken(token, "out") {
      token += 1
    }
    let stance: Stance
    let end: Int
    if lexed.isToken(token, "in"), lexed.isToken(token + 1, in: ["favor", "favour"]) {
      (stance, end) = (.supports, token + 2)
    } else if lexed.isToken(token, in: ["against", "opposed"]) {
      (stance, end) = (.opposes, token + 1)
    } else {
      return nil
    }
    guard !sentence.contains(end) || clauses.tag(end) == .mark || clauses.tag(end) == .comma else {
      return nil
    }
    let word = TokenRange(end - 1..<end)
    let phrase = NounPhrase(tokens: word, head: end - 1, possessor: nil)
    return stage.topics.pointer(phrase).map { (stance, $0, TokenRange(token..<end), []) }
  }
}
