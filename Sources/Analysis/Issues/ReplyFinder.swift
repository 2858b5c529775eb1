internal import Prose
internal import Reference

/// Finds answers that say what they answer only by pointing at it: "rejected the accusation", "disputes this", ", which
/// the company denies", "a charge her office dismissed", "called the claims baseless".
///
/// What they point at is what someone else was reported to say shortly before.
struct ReplyFinder: Sendable {
  let stage: Stage

  private var clauses: Clauses { stage.clauses }
  private var lexed: Lexed { stage.lexed }

  /// The stems of verbs by which someone says that what was said is not so.
  private static let denying: WordSet = [
    "deny", "deni", "disput", "refut", "rebut", "rebutt", "contest", "contradict", "reject",
    "dismiss", "rubbish", "repudiat", "challeng",
  ]
  /// The same of those who only doubt it.
  private static let doubting: WordSet = ["doubt", "question"]
  private static let naming: WordSet = [
    "call", "brand", "label", "dub", "describ", "denounc", "dismiss", "reject",
  ]

  /// The stems of verbs by which someone claims what others may say is not so.
  private static let alleging: WordSet = [
    "accus", "alleg", "claim", "charg", "assert", "insist", "maintain", "contend", "report",
  ]

  /// An answer with where it stands and from where back what it answers is to be looked for.
  private struct Reply {
    let actors: [ID<NewsActor>]
    let cue: TokenRange
    let sentence: Int
    /// What it answers ends before this token.
    let limit: Int
    /// Whether it may turn down no more than criticism: "dismissed the charge" where nobody alleged anything.
    let isSoft: Bool
    /// How many sentences what it answers may stand back.
    let reach: Int
    /// The noun it points with, where that is a kind of writing.
    var writing: Int?
  }

  /// The claims that are answered, each with its answer.
  ///
  /// Beside a disputed matter, criticism that is waved away is a reason in that dispute and no matter of its own.
  func drafts(besideMatter: Bool) -> [IssueDraft] {
    var drafts: [IssueDraft] = []
    for (row, sentence) in lexed.sentences.tokens.enumerated()
    where !lexed.has(sentence.rows.lowerBound, .boilerplate) {
      for group in clauses.groups(in: sentence) {
        guard let reply = untruth(group, sentence, row) ?? reply(group, sentence, row),
          !(besideMatter && reply.isSoft), let draft = draft(of: reply),
          draft.stands.contains(where: { $0.actors.contains(where: stage.isKnown) })
        else { continue }
        drafts.append(draft)
      }
    }
    return drafts
  }

  // MARK: - What answers

  private func isCriticism(_ group: VerbGroup) -> Bool {
    let object =
      group.isPassive ? clauses.subject(of: group)?.heads.first : clauses.object(of: group)
    return object.map {
      lexed.isToken($0.head, in: VoiceWords.criticism)
        && !lexed.isToken($0.head, in: ["accusation", "accusations"])
    } == true
  }

  private static let untruths: WordSet = [
    "lie", "lies", "untrue", "false", "nonsense", "untruth", "wrong", "rubbish", "invented",
    "fabrication", "baseless", "absurd", "ridiculous",
  ]

  /// "That is a lie," said by the one who is accused; "It is simply not true".
  private func untruth(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> Reply? {
    guard let quotation = stage.quotationOf[group.main], group.form == .finite,
      stage.quotations.kinds[quotation] != .indirect,
      let actor = stage.quotations.actors[quotation],
      ClosedWords.be.contains(lexed.lower(group.main)) || lexed.isToken(group.main, "'s"),
      let subject = clauses.subject(of: group)?.heads.first, subject.tokens.count == 1,
      lexed.isToken(subject.head, in: ["that", "this", "it", "these", "they"])
    else { return nil }
    let end = min(group.end + 4, sentence.rows.upperBound)
    let isUntrue =
      !group.isNegated
      && (group.end..<max(end, group.end)).contains { lexed.isToken($0, in: Self.untruths) }
      || group.isNegated && (group.end..<max(end, group.end)).contains { lexed.isToken($0, "true") }
    guard isUntrue else { return nil }
    return Reply(
      actors: [actor],
      cue: TokenRange(group.main..<group.main + 1),
      sentence: row,
      limit: stage.quotations.content(quotation).rows.lowerBound,
      isSoft: false,
      reach: 1
    )
  }

  private func reply(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> Reply? {
    guard !group.isNegated, group.modal == nil, clauses.tag(group.main) == .verb,
      !lexed.isToken(sentence.rows.upperBound - 1, "?")
    else { return nil }
    let stem = stage.stem(group.main)
    let isDenying = Self.denying.contains(stem)
    let isDoubting = Self.doubting.contains(stem)
    guard isDenying || isDoubting || Self.naming.contains(stem) else { return nil }
    let cue = TokenRange(group.main..<group.main + 1)
    let isSoft = ["reject", "dismiss", "rubbish"].contains(stem) && isCriticism(group)
    if group.isPassive || group.form == .past {
      // "The claim was rejected by the union."
      guard isDenying, let head = clauses.subject(of: group)?.heads.first, points(head) else {
        return nil
      }
      let actors = stage.sides(of: group)
      guard !actors.isEmpty else { return nil }
      return Reply(
        actors: actors,
        cue: cue,
        sentence: row,
        limit: head.start,
        isSoft: isSoft,
        reach: 2
      )
    }
    guard group.form == .finite else { return nil }
    let actors = stage.sides(of: group)
    guard !actors.isEmpty, let subject = clauses.subject(of: group) else { return nil }
    let limit = min(subject.tokens.rows.lowerBound, group.start)
    if let object = clauses.object(of: group) {
      guard isDenying || isDoubting || isBad(from: object.start, sentence) else { return nil }
      if points(object), isDenying || isDoubting || isBad(from: object.end, sentence) {
        let writing = lexed.isToken(object.head, in: Self.writings) ? object.head : nil
        let isHard = lexed.isToken(
          object.head,
          in: ["accusation", "accusations", "allegation", "allegations", "claim", "claims"]
        )
        return Reply(
          actors: actors,
          cue: cue,
          sentence: row,
          limit: limit,
          isSoft: isSoft && !isHard,
          reach: 3,
          writing: writing
        )
      }
      if isDenying, object.tokens.count == 1,
        lexed.isToken(object.head, in: ["this", "that", "it", "these", "them"])
      {
        return Reply(
          actors: actors,
          cue: cue,
          sentence: row,
          limit: limit,
          isSoft: false,
          reach: 1
        )
      }
      // "a charge her office dismissed as noise"
      guard lexed.isToken(object.start - 1, "as") else { return nil }
    }
    if lexed.isToken(group.end, in: ["this", "that"]),
      !sentence.contains(group.end + 1) || clauses.tag(group.end + 1) == .mark
        || clauses.tag(group.end + 1) == .comma
    {
      return isDenying
        ? Reply(actors: actors, cue: cue, sentence: row, limit: limit, isSoft: false, reach: 1)
        : nil
    }
    if lexed.isToken(group.end, "that"), lexed.isToken(group.end + 1, in: StanceWords.claims),
      isDenying || isBad(from: group.end + 2, sentence)
    {
      return Reply(
        actors: actors,
        cue: cue,
        sentence: row,
        limit: limit,
        isSoft: isSoft,
        reach: 3
      )
    }
    return relative(group, limit, actors, isDenying, sentence, row)
  }

  /// ", which the company denies", "a charge her office dismissed as noise".
  private func relative(
    _ group: VerbGroup,
    _ limit: Int,
    _ actors: [ID<NewsActor>],
    _ isDenying: Bool,
    _ sentence: TokenRange,
    _ row: Int
  ) -> Reply? {
    guard isDenying || isBad(from: group.end, sentence) else { return nil }
    let before = limit - 1
    let cue = TokenRange(group.main..<group.main + 1)
    if sentence.contains(before - 1), lexed.isToken(before, "which"),
      clauses.tag(before - 1) == .comma
    {
      return Reply(
        actors: actors,
        cue: cue,
        sentence: row,
        limit: before - 1,
        isSoft: false,
        reach: 0
      )
    }
    // "a charge Spain dismissed", read as one phrase.
    if lexed.isToken(limit, in: ["a", "an"]), lexed.isToken(limit + 1, in: StanceWords.claims),
      clauses.tag(before) == .comma
    {
      return Reply(
        actors: actors,
        cue: cue,
        sentence: row,
        limit: before,
        isSoft: false,
        reach: 0
      )
    }
    var end = before
    if clauses.tag(end) == .relative || lexed.isToken(end, "that") { end -= 1 }
    guard sentence.contains(end), let phrase = clauses.phrase(at: end), phrase.end == end + 1,
      lexed.isToken(phrase.head, in: StanceWords.claims),
      lexed.isToken(phrase.start, in: ["a", "an"]), clauses.tag(phrase.start - 1) == .comma
    else { return nil }
    return Reply(
      actors: actors,
      cue: cue,
      sentence: row,
      limit: phrase.start - 1,
      isSoft: false,
      reach: 0
    )
  }

  /// "the accusation", "that figure", "those claims", "her allegations".
  private func points(_ phrase: NounPhrase) -> Bool {
    guard lexed.isToken(phrase.head, in: StanceWords.claims) else { return false }
    let next = phrase.end
    // "the claim that", "rumors on social media that": say themselves what is claimed.
    let far = clauses.postmodified(phrase, in: clauses.sentence(of: phrase.start))
    for token in [next, far]
    where clauses.tag(token) == .complementizer || lexed.isToken(token, in: ["that", "of"]) {
      return false
    }
    if phrase.possessor != nil { return true }
    return clauses.tag(phrase.start) == .possessive
      || lexed.isToken(
        phrase.start,
        in: ["the", "this", "that", "these", "those", "such", "both", "all", "any"]
      )
      || phrase.tokens.count == 1 && (clauses.tag(next) == .mark || clauses.tag(next) == .comma)
  }

  /// Nouns for what is written, whose author is the noun itself: "a study concluded that".
  private static let writings: WordSet = [
    "study", "survey", "analysis", "report", "reports", "poll", "forecast", "estimate",
    "estimates", "findings", "finding",
  ]

  private func isBad(from start: Int, _ sentence: TokenRange) -> Bool {
    (start..<max(start, min(start + 5, sentence.rows.upperBound))).contains {
      lexed.isAny($0, .badWords)
        || lexed.isToken($0, "without")
          && lexed.isToken($0 + 1, in: ["merit", "basis", "foundation", "substance"])
    }
  }

  // MARK: - What is answered

  private func draft(of reply: Reply) -> IssueDraft? {
    let quotations = stage.quotations
    var best: Int?
    for row in 0..<quotations.count {
      let content = quotations.content(row)
      guard content.rows.lowerBound < reply.limit, let cue = quotations.cues[row],
        cue.rows.lowerBound < reply.limit
      else { continue }
      let sentence = lexed.sentence(of: max(content.rows.lowerBound, cue.rows.lowerBound))
      guard sentence <= reply.sentence, sentence + reply.reach >= reply.sentence,
        quotations.actors[row].map({ !reply.actors.contains($0) })
          ?? (sentence + 1 >= reply.sentence || reply.writing != nil),
        isWriting(row, reply.writing),
        !reply.isSoft || reply.writing != nil
          || Self.alleging.contains(stage.stem(cue.rows.lowerBound))
      else { continue }
      best = row
    }
    guard let row = best,
      let topic = topic(of: quotations.content(row), before: reply.limit, about: reply.actors)
    else { return nil }
    var draft = IssueDraft(topics: [topic], rule: .claimDenied)
    if let actor = quotations.actors[row], let cue = quotations.cues[row] {
      draft.stands.append(stand([actor], .asserts, topic, cue, .claim))
    }
    draft.stands.append(
      Stand(
        actors: reply.actors,
        stance: .denies,
        topic: topic,
        cue: reply.cue,
        sentence: reply.sentence,
        status: [],
        why: .reply
      )
    )
    return draft
  }

  /// Whether what is said stands in the writing that is pointed at, where one is.
  private func isWriting(_ row: Int, _ noun: Int?) -> Bool {
    guard let noun else { return true }
    guard let source = stage.quotations.sources[row] else { return false }
    return source.rows.contains { stage.stem($0) == stage.stem(noun) }
  }

  private func stand(
    _ actors: [ID<NewsActor>],
    _ stance: Stance,
    _ topic: Topic,
    _ cue: TokenRange,
    _ why: PositionRule
  ) -> Stand {
    Stand(
      actors: actors,
      stance: stance,
      topic: topic,
      cue: cue,
      sentence: lexed.sentence(of: cue.rows.lowerBound),
      status: [],
      why: why
    )
  }

  /// What the first statement in `content` says: its verb with its object.
  private func topic(
    of content: TokenRange,
    before limit: Int,
    about actors: [ID<NewsActor>]
  ) -> Topic? {
    let end = min(content.rows.upperBound, max(limit, content.rows.lowerBound + 1))
    let groups = clauses.groups(in: TokenRange(content.rows.lowerBound..<end))
    // What is said of the one who answers goes before what is said of others.
    let own = groups.first { group in
      group.form == .finite && !group.isNegated
        && !Set(clauses.subject(of: group).map { stage.roster.actors(of: $0) } ?? [])
          .isDisjoint(with: actors)
    }
    let plain = groups.first { $0.form != .infinitive && !$0.isNegated }
    guard let group = own ?? plain ?? groups.first else { return nil }
    let isBare =
      clauses.tag(group.main) != .verb
      || clauses.objectEnd(of: group, clauses.sentence(of: group.start)) == group.end
    // "was wrong", "had fallen": the verb alone names no matter.
    if isBare, let head = clauses.subject(of: group)?.heads.first, content.contains(head.head),
      clauses.tag(head.head) == .noun, let topic = stage.topics.topic(of: head), !topic.isAnaphor
    {
      return topic
    }
    return stage.topics.topic(of: group)
  }
}
