internal import Prose
internal import Reference

/// A dispute that the text itself names.
struct Dispute: Sendable {
  let topic: Topic
  /// Those between whom it is, where the sentence says so.
  let actors: [ID<NewsActor>]
  let cue: TokenRange
  let sentence: Int
  let rule: IssueRule
}

/// Finds disputes that the text names: "disagree over A, B and C", "a row over X", "the most contentious issue is X".
struct DisputeFinder: Sendable {
  let stage: Stage

  private var clauses: Clauses { stage.clauses }
  private var lexed: Lexed { stage.lexed }

  private static let prepositions: WordSet = ["over", "about", "on", "regarding", "concerning"]
  private static let verbs: WordSet = [
    "disagre", "disagree", "differ", "clash", "quarrel", "wrangl", "feud", "spar", "haggl",
    "squabbl", "argu", "stumbl", "stall", "founder", "snag", "deadlock",
  ]
  private static let states: WordSet = ["odds", "loggerheads", "divided", "split", "apart"]
  private static let nouns: WordSet = [
    "dispute", "disputes", "row", "disagreement", "disagreements", "controversy", "controversies",
    "standoff", "rift", "feud", "quarrel", "spat", "wrangle", "wrangling", "squabble", "deadlock",
    "impasse", "differences", "argument", "clash", "debate", "split", "tensions", "contention",
    "battle", "walkout", "walkouts", "stoppage", "stoppages",
  ]

  func disputes(in sentence: TokenRange, row: Int) -> [Dispute] {
    var disputes: [Dispute] = []
    for group in clauses.groups(in: sentence) { disputes += verbDisputes(group, sentence, row) }
    disputes += verbless(sentence, row)
    for phrase in clauses.phrases(in: sentence) {
      if let dispute = nounDispute(phrase, sentence, row) { disputes.append(dispute) }
    }
    for group in clauses.groups(in: sentence) {
      if let dispute = contentious(group, sentence, row) { disputes.append(dispute) }
      if let dispute = drawn(group, sentence, row) ?? dividing(group, sentence, row) {
        disputes.append(dispute)
      }
    }
    return disputes
  }

  /// A headline's "Brussels and Oslo at odds over fishing".
  private func verbless(_ sentence: TokenRange, _ row: Int) -> [Dispute] {
    guard lexed.has(sentence.rows.lowerBound, .heading),
      let state = sentence.rows.first(where: { token in
        lexed.isToken(token, in: ["odds", "loggerheads"]) && lexed.isToken(token - 1, "at")
          && clauses.group(at: token - 2) == nil
      }), lexed.isToken(state + 1, in: Self.prepositions)
    else { return [] }
    let actors =
      state > sentence.rows.lowerBound
      ? stage.roster.actors(in: TokenRange(sentence.rows.lowerBound..<state)) : []
    return list(from: state + 2, sentence).map {
      Dispute(
        topic: $0,
        actors: actors,
        cue: TokenRange(state..<state + 1),
        sentence: row,
        rule: .namedDispute
      )
    }
  }

  /// "a data center divides the valley": what it is about stands before the verb.
  private func dividing(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> Dispute? {
    guard lexed.isToken(group.main, in: ["divides", "divided", "divide", "splits", "split"]),
      !group.isPassive, !group.isNegated, group.form == .finite,
      let object = clauses.object(of: group),
      lexed.isAny(object.head, [.groupNouns, .personNouns, .organizationWords, .roleNouns])
        || lexed.isToken(
          object.head,
          in: ["opinion", "town", "village", "valley", "city", "country", "nation", "island"]
        ),
      let subject = clauses.subject(of: group)?.heads.first, clauses.tag(subject.head) == .noun,
      let topic = stage.topics.topic(of: subject), !topic.isAnaphor
    else { return nil }
    return Dispute(
      topic: topic,
      actors: [],
      cue: TokenRange(group.main..<group.main + 1),
      sentence: row,
      rule: .namedDispute
    )
  }

  private func verbDisputes(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> [Dispute] {
    var cue = group.main
    var token = group.main + 1
    if let mutual = mutual(group, sentence) {
      token = mutual
      // "traded accusations in parliament on Wednesday over"
      while sentence.contains(token), token < mutual + 8,
        !lexed.isToken(token, in: ["over", "about", "for", "of"])
      {
        guard clauses.tag(token) != .comma, clauses.tag(token) != .mark else { break }
        token += 1
      }
    } else if !Self.verbs.contains(stage.stem(group.main)) {
      token = group.main + 1
      // "are at odds over", "remain divided on"
      while sentence.contains(token), token < group.end + 3,
        !lexed.isToken(token, in: Self.states)
      {
        token += 1
      }
      let isState = lexed.isToken(group.main, in: ["divided", "split"])
      guard isState || lexed.isToken(token, in: Self.states) else { return [] }
      if isState {
        token = group.main + 1
      } else {
        cue = token
        token += 1
      }
    }
    token = clauses.behindTime(behindOpponent(token, sentence), sentence)
    let isMutual = mutual(group, sentence) != nil
    guard sentence.contains(token), !group.isNegated,
      lexed.isToken(token, in: Self.prepositions)
        || isMutual && lexed.isToken(token, in: ["for", "of"])
    else { return [] }
    let actors = parties(of: group, sentence, before: token)
    let topics = list(from: token + 1, sentence)
    return topics.map {
      Dispute(
        topic: $0,
        actors: actors,
        cue: TokenRange(cue..<cue + 1),
        sentence: row,
        rule: topics.count > 1 ? .listedDispute : .namedDispute
      )
    }
  }

  /// Behind "each other" in "blamed each other for", "blame" in "traded blame over".
  private func mutual(_ group: VerbGroup, _ sentence: TokenRange) -> Int? {
    let stem = stage.stem(group.main)
    let next = group.main + 1
    if ["blam", "accus"].contains(stem), lexed.isToken(next, in: ["each", "one"]),
      lexed.isToken(next + 1, in: ["other", "another"])
    {
      return next + 2
    }
    if ["trad", "exchang", "swap", "swapp"].contains(stem),
      lexed.isToken(next, in: ["blame", "accusations", "barbs", "insults", "recriminations"])
    {
      return next + 1
    }
    return nil
  }

  /// Behind "with the union" in "clashed with the union over".
  private func behindOpponent(_ token: Int, _ sentence: TokenRange) -> Int {
    var token = token
    while sentence.contains(token), clauses.tag(token) == .adverb { token += 1 }
    guard lexed.isToken(token, in: ["with", "between"]), let phrase = clauses.phrase(at: token + 1),
      phrase.start == token + 1
    else { return token }
    return phrase.end
  }

  private func parties(
    of group: VerbGroup,
    _ sentence: TokenRange,
    before token: Int
  )
    -> [ID<NewsActor>]
  {
    var actors = stage.agents(of: group)
    for actor in stage.roster.actors(in: TokenRange(group.start..<max(token, group.end)))
    where !actors.contains(actor) {
      actors.append(actor)
    }
    return actors
  }

  /// The phrases of a list, each with what narrows it.
  private func list(from start: Int, _ sentence: TokenRange) -> [Topic] {
    var topics: [Topic] = []
    var isJoined = false
    var token = start
    while sentence.contains(token), topics.count < 8 {
      if lexed.isToken(token, in: ["whether", "how", "who", "when"]) {
        let rest = TokenRange(token..<sentence.rows.upperBound)
        guard let group = clauses.groups(in: rest).first, let topic = stage.topics.topic(of: group)
        else { break }
        topics.append(topic)
        token = clauses.objectEnd(of: group, sentence)
        guard lexed.isToken(token, "and"), lexed.isToken(token + 1, in: Self.prepositions) else {
          break
        }
        token += 2
        continue
      }
      let end: Int
      if let phrase = clauses.phrase(at: token), phrase.start == token,
        let topic = stage.topics.topic(of: phrase)
      {
        end = clauses.postmodified(phrase, in: sentence)
        // "over three matters: control of the posts, …" lists behind the colon.
        if topics.isEmpty, lexed.isToken(end, ":") {
          let listed = list(from: end + 1, sentence)
          if listed.count > 1 { return listed }
        }
        topics.append(topic)
      } else if let group = clauses.group(at: token), group.start == token,
        group.form == .progressive, let topic = stage.topics.topic(of: group)
      {
        end = clauses.objectEnd(of: group, sentence)
        topics.append(topic)
      } else {
        break
      }
      token = end
      // "the posts at Sel and Imra, the exchange of": the second name belongs to the first.
      if topics.count == 1, lexed.isToken(token, "and"), clauses.tag(token - 1) == .name,
        clauses.tag(token + 1) == .name, let second = clauses.phrase(at: token + 1),
        clauses.tag(second.end) == .comma
      {
        token = second.end
      }
      let hasComma = clauses.tag(token) == .comma
      if hasComma { token += 1 }
      let hasAnd = lexed.isToken(token, in: ["and", "or"])
      if hasAnd { isJoined = true }
      if hasAnd { token += 1 }
      guard hasComma || hasAnd else { break }
      if lexed.isToken(token, in: Self.prepositions) { token += 1 }
      // A clause behind "and" is no member of the list.
      if let next = clauses.phrase(at: token), next.start == token,
        clauses.group(at: clauses.postmodified(next, in: sentence))?.form == .finite
      {
        break
      }
    }
    // Without "and" what follows a comma is no member: "over the fee, four days before the vote".
    return isJoined ? topics : Array(topics.prefix(1))
  }

  private func nounDispute(_ phrase: NounPhrase, _ sentence: TokenRange, _ row: Int) -> Dispute? {
    guard lexed.isToken(phrase.head, in: Self.nouns), clauses.tag(phrase.head) == .noun else {
      return nil
    }
    var token = phrase.end
    let limit = min(phrase.end + 14, sentence.rows.upperBound)
    while token < limit, !lexed.isToken(token, in: ["over", "about", "surrounding"]),
      !(token == phrase.end && lexed.isToken(token, "on")
        && !lexed.isToken(phrase.head, in: ["clash", "battle", "split"]))
    {
      if clauses.tag(token) == .comma || clauses.tag(token) == .mark { return nil }
      token += 1
    }
    guard token < limit, let matter = clauses.phrase(at: token + 1), matter.start == token + 1,
      clauses.tag(matter.head) != .number, !lexed.isAny(matter.head, [.weekdays, .months]),
      let topic = stage.topics.topic(of: matter)
    else { return nil }
    return Dispute(
      topic: topic,
      actors: stage.roster.actors(in: TokenRange(phrase.start..<token)),
      cue: TokenRange(phrase.head..<phrase.head + 1),
      sentence: row,
      rule: .namedDispute
    )
  }

  private static let drawing: Set<String> = [
    "attract", "draw", "drew", "drawn", "fac", "spark", "prompt", "provok", "stir", "stirr",
  ]
  private static let reactions: WordSet = [
    "criticism", "opposition", "outrage", "protest", "protests", "condemnation", "backlash",
    "controversy", "anger", "outcry", "objections", "resistance", "row", "dispute", "fury",
  ]

  /// "The plan drew criticism from the union": what is criticized, and by whom.
  private func drawn(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> Dispute? {
    guard Self.drawing.contains(stage.stem(group.main)), !group.isNegated, !group.isPassive,
      let object = clauses.object(of: group), lexed.isToken(object.head, in: Self.reactions),
      let subject = clauses.subject(of: group)?.heads.first, clauses.tag(subject.head) == .noun,
      let topic = stage.topics.topic(of: subject)
    else { return nil }
    return Dispute(
      topic: topic,
      actors: [],
      cue: TokenRange(object.head..<object.head + 1),
      sentence: row,
      rule: .namedDispute
    )
  }

  private static let contentious: WordSet = [
    "contentious", "controversial", "divisive", "contested", "disputed", "thorny",
  ]
  private static let questions: WordSet = [
    "issue", "question", "point", "topic", "matter", "obstacle", "problem", "block",
  ]

  /// "The most contentious issue is territory", "the plan is controversial".
  private func contentious(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> Dispute? {
    guard group.form == .finite, !group.isNegated,
      ClosedWords.be.contains(lexed.lower(group.main)) || lexed.isToken(group.main, "remains")
        || lexed.isToken(group.main, "remain") || clauses.tag(group.main) == .auxiliary,
      let subject = clauses.subject(of: group), let head = subject.heads.first
    else { return nil }
    let cue = head.tokens.rows.first { lexed.isToken($0, in: Self.contentious) }
    let isSticking =
      lexed.isToken(head.head, in: ["point", "points", "block"])
      && head.tokens.rows.contains { lexed.isToken($0, in: ["sticking", "stumbling"]) }
    if cue != nil && lexed.isToken(head.head, in: Self.questions) || isSticking {
      guard let matter = clauses.phrase(at: group.end), matter.start == group.end,
        let topic = stage.topics.topic(of: matter)
      else { return nil }
      let word = cue ?? head.head
      return Dispute(
        topic: topic,
        actors: [],
        cue: TokenRange(word..<word + 1),
        sentence: row,
        rule: .contentious
      )
    }
    var token = group.end
    while sentence.contains(token), clauses.tag(token) == .adverb { token += 1 }
    guard lexed.isToken(token, in: Self.contentious),
      clauses.phrase(at: token)?.head ?? token == token,
      let topic = stage.topics.topic(of: head)
    else { return nil }
    return Dispute(
      topic: topic,
      actors: [],
      cue: TokenRange(token..<token + 1),
      sentence: row,
      rule: .contentious
    )
  }
}
