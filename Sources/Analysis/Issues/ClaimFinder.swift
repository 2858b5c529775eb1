internal import Prose
internal import Reference

/// A denial: who denies, and what where the text says it there; nil for "these allegations".
struct Denial: Sendable {
  let actors: [ID<NewsActor>]
  let topic: Topic?
  let cue: TokenRange
  let sentence: Int
}

/// Two statements by different sides of which one says what the other says is not so.
struct Contradiction: Sendable {
  let plus: Statement
  let minus: Statement
}

/// One verb of what someone says, with its object.
struct Statement: Sendable {
  let actor: ID<NewsActor>
  let topic: Topic
  let verb: String
  let objects: Set<String>
  let isNegated: Bool
  let cue: TokenRange
  let sentence: Int
  let isQuoted: Bool
}

/// Finds what is claimed and what is denied.
struct ClaimFinder: Sendable {
  let stage: Stage

  private var clauses: Clauses { stage.clauses }
  private var lexed: Lexed { stage.lexed }

  // MARK: - Statements

  /// What each named speaker says, verb by verb.
  func statements() -> [Statement] {
    var statements: [Statement] = []
    for row in 0..<stage.quotations.count {
      guard let actor = stage.quotations.actors[row] else { continue }
      for part in stage.quotations.parts[row] {
        for group in clauses.groups(in: part) {
          let sentence = clauses.sentence(of: group.start)
          let end = clauses.objectEnd(of: group, sentence)
          guard clauses.tag(group.main) == .verb, let topic = stage.topics.topic(of: group) else {
            continue
          }
          statements.append(
            Statement(
              actor: actor,
              topic: topic,
              verb: stage.stem(group.main),
              objects: end > group.end
                ? stage.topics.stems(in: TokenRange(group.end..<end)) : [],
              isNegated: group.isNegated,
              cue: stage.quotations.cues[row] ?? TokenRange(group.main..<group.main + 1),
              sentence: lexed.sentence(of: group.main),
              isQuoted: stage.quotations.kinds[row] == .direct
            )
          )
        }
      }
    }
    return statements
  }

  /// The pairs of statements in which one side denies what the other says.
  func contradictions(_ statements: [Statement]) -> [Contradiction] {
    var found: [Contradiction] = []
    // How one votes is no statement of fact.
    for minus in statements
    where minus.isNegated && !minus.objects.isEmpty && !minus.verb.hasPrefix("vot") {
      let plus = statements.first { plus in
        !plus.isNegated && plus.actor != minus.actor && plus.verb == minus.verb
          && !plus.objects.isDisjoint(with: minus.objects)
      }
      if let plus { found.append(Contradiction(plus: plus, minus: minus)) }
    }
    return found
  }

  // MARK: - Denials

  private static let claims: WordSet = [
    "allegation", "allegations", "claim", "claims", "accusation", "accusations", "charge",
    "charges", "report", "reports", "wrongdoing", "assertion", "assertions",
  ]

  /// What one can be said to have or have done.
  private static let deniable: WordSet = [
    "involvement", "responsibility", "role", "knowledge", "existence", "link", "links",
    "connection", "connections", "guilt", "fault", "findings", "finding", "account", "version",
    "figures", "suggestion", "suggestions", "complicity", "interference", "murder", "rape",
    "fraud", "theft", "assault", "manslaughter", "corruption", "bribery", "collusion",
  ]

  func denials() -> [Denial] {
    var denials: [Denial] = []
    for (row, sentence) in lexed.sentences.tokens.enumerated()
    where !lexed.has(sentence.rows.lowerBound, .boilerplate) {
      for group in clauses.groups(in: sentence) {
        // A headline's "Ministry denies leak" is told below with who it is.
        if let denial = denial(group, sentence, row),
          denial.actors.contains(where: stage.isKnown) || !lexed.has(group.main, .heading)
        {
          denials.append(denial)
        }
      }
    }
    return denials
  }

  private func denial(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> Denial? {
    let isDenying = ["deny", "deni", "refut", "disput"].contains(stage.stem(group.main))
    let isRejecting = ["reject", "dismiss"].contains(stage.stem(group.main))
    guard isDenying || isRejecting, !group.isNegated, group.modal == nil else { return nil }
    let actors = stage.sides(of: group)
    guard !actors.isEmpty else { return nil }
    let cue = TokenRange(group.main..<group.main + 1)
    if group.isPassive {
      // "The claim that schools were consulted was rejected by the union."
      guard let head = clauses.subject(of: group)?.heads.first,
        lexed.isToken(head.head, in: Self.claims), let topic = clauseTopic(head.end, sentence)
      else { return nil }
      return Denial(actors: actors, topic: topic, cue: cue, sentence: row)
    }
    let token = group.end
    if let phrase = clauses.phrase(at: token), phrase.start == token {
      guard lexed.isToken(phrase.head, in: Self.claims) else {
        guard isDenying, isDeniable(phrase) else { return nil }
        return Denial(
          actors: actors,
          topic: stage.topics.topic(of: phrase),
          cue: cue,
          sentence: row
        )
      }
      // "denied claims that it": what is claimed follows.
      let topic = clauseTopic(phrase.end, sentence)
      // "dismissed the criticism" denies no claim.
      if isRejecting, topic == nil, lexed.isToken(phrase.head, in: VoiceWords.criticism) {
        return nil
      }
      return Denial(actors: actors, topic: topic, cue: cue, sentence: row)
    }
    guard isDenying, let topic = clauseTopic(token, sentence) else { return nil }
    return Denial(actors: actors, topic: topic, cue: cue, sentence: row)
  }

  /// Whether it is a fact that is denied, and not a favor: "denied any irregularities" against "denied her a visa".
  private func isDeniable(_ phrase: NounPhrase) -> Bool {
    if lexed.isToken(phrase.head, in: Self.deniable) { return true }
    let isAny = lexed.isToken(phrase.start, in: ["any", "all"]) && phrase.tokens.count > 1
    let isBare =
      clauses.tag(phrase.start) == .noun && clauses.tag(phrase.head) == .noun
      && !lexed.endsIn("s", phrase.head)
    return (isAny || isBare) && !lexed.isToken(phrase.head, in: Self.favors)
  }

  private static let favors: WordSet = [
    "access", "entry", "permission", "bail", "visa", "visas", "asylum", "request", "requests",
    "appeal", "appeals", "application", "motion", "treatment", "leave", "rights", "help", "aid",
    "chance", "support", "medicine", "water", "food",
  ]

  private func clauseTopic(_ token: Int, _ sentence: TokenRange) -> Topic? {
    guard sentence.contains(token) else { return nil }
    if let group = clauses.group(at: token), group.start == token, group.form == .progressive {
      return stage.topics.topic(of: group)
    }
    if lexed.isToken(token, "of"), let phrase = clauses.phrase(at: token + 1) {
      return stage.topics.topic(of: phrase)
    }
    guard clauses.tag(token) == .complementizer else { return nil }
    return clauses.groups(in: TokenRange(token..<sentence.rows.upperBound))
      .first { $0.form == .finite }
      .flatMap { stage.topics.topic(of: $0) }
  }

  // MARK: - Ultimatums

  private static let pressing: WordSet = [
    "strike", "boycott", "refuse", "refuses", "refused", "occupy", "block", "blockade",
    "protest", "fight", "withhold",
  ]

  /// Whether something is refused or fought over until then: "will not talk until" against "stay at home until".
  private func isPressed(_ sentence: TokenRange, before marker: Int) -> Bool {
    (sentence.rows.lowerBound..<marker).contains { token in
      clauses.tags[token] == .negation || lexed.isToken(token, in: Self.pressing)
        || lexed.isToken(token, "no")
    }
  }

  /// "will strike if the talks do not resume", "unless the broadcasts stop".
  func ultimatum(in sentence: TokenRange, row: Int) -> Stand? {
    for group in clauses.groups(in: sentence) {
      let word = lexed.lower(group.main)
      guard StanceWords.endingVerbs.contains(word) || StanceWords.endingVerbs.contains(stem(word)),
        let subject = clauses.subject(of: group)
      else { continue }
      let marker = subject.tokens.rows.lowerBound - 1
      let isCondition =
        lexed.isToken(marker, "if") && group.isNegated
        || lexed.isToken(marker, in: ["unless", "until"]) && !group.isNegated
      guard isCondition, sentence.contains(marker),
        !lexed.isToken(marker, "until") || isPressed(sentence, before: marker)
      else { continue }
      // "drops plans" is a phrase of its own, and its object still what is dropped.
      let named = clauses.object(of: group) ?? clauses.phrase(at: group.main + 1)
      let object = named ?? subject.heads[0]
      guard let topic = stage.topics.topic(of: object) else { continue }
      let owners = named == nil ? [] : stage.agents(of: subject)
      var actors: [ID<NewsActor>] = []
      if let quotation = stage.quotationOf[group.main] {
        actors = stage.quotations.actors[quotation].map { [$0] } ?? []
      } else if let main = clauses.groups(in: sentence).first(where: { $0.form == .finite }) {
        actors = stage.agents(of: main)
      }
      guard !actors.isEmpty else { continue }
      return Stand(
        actors: actors,
        stance: .opposes,
        topic: topic,
        cue: TokenRange(marker..<marker + 1),
        sentence: row,
        status: [],
        owners: owners.filter { !actors.contains($0) },
        rule: .ultimatum,
        why: .ultimatum
      )
    }
    return nil
  }
}
