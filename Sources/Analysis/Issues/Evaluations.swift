internal import Prose
internal import Reference

/// A sentence of what someone says that is all praise or all blame.
struct Evaluation: Sendable {
  let stand: Stand
  /// Whether what it speaks of is only "it", "this" or "that".
  let isPointing: Bool
  /// The stems of the subject of which is said that it is not to be: "a recount was not foreseen by law".
  var refused: Set<String> = []
  /// The stem of its subject, where that is "the" with one noun.
  var subject: String?
}

/// Finds praise and blame for or against a matter that by themselves make no issue: they answer a stance that the text shows.
struct EvaluationFinder: Sendable {
  let stage: Stage

  private var clauses: Clauses { stage.clauses }
  private var lexed: Lexed { stage.lexed }

  /// Verbs for what nobody wants to come of a plan, and for what its makers promise.
  private static let harming: Set<String> = [
    "destroy", "harm", "hurt", "damag", "ruin", "kill", "threaten", "endanger", "worsen",
    "undermin", "weaken", "wreck", "punish", "flood", "plung", "halv", "jeopardis", "jeopardiz",
    "rob", "strip", "scar", "crippl", "suffer", "drive", "backfir", "cost",
  ]
  private static let helping: Set<String> = [
    "creat", "bring", "sav", "boost", "improv", "protect", "eas", "strengthen", "benefit",
    "reviv", "secur", "attract", "moderniz", "modernis", "enabl", "deserv",
  ]
  private static let outlooks: WordSet = ["will", "would", "could", "'ll", "'d", "can", "may"]

  func evaluations() -> [Evaluation] {
    var evaluations: [Evaluation] = []
    for row in 0..<stage.quotations.count {
      guard let actor = stage.quotations.actors[row] ?? stage.stranger(row), !stage.isDenied(row)
      else { continue }
      for part in stage.quotations.parts[row] {
        var token = part.rows.lowerBound
        while token < part.rows.upperBound {
          let sentence = lexed.sentence(of: token)
          let end = min(part.rows.upperBound, lexed.sentences.tokens[sentence].rows.upperBound)
          let range = TokenRange(token..<end)
          let isOpen = range.rows.contains { lexed.isToken($0, in: ["if", "unless", "?"]) }
          if !isOpen, let evaluation = evaluation(range, by: actor, sentence) {
            evaluations.append(evaluation)
          }
          if let refusal = refusal(range, by: actor, sentence) { evaluations.append(refusal) }
          token = end
        }
      }
    }
    return evaluations
  }

  private func evaluation(
    _ range: TokenRange,
    by actor: ID<NewsActor>,
    _ sentence: Int
  ) -> Evaluation? {
    // "It would be a mistake if the fleet moved" is no word on anything that is planned.
    let isSupposed =
      points(range) && range.rows.contains { lexed.isToken($0, in: ["if", "unless"]) }
    guard !isSupposed else { return nil }
    var score = 0
    var cue: Int?
    for token in range.rows {
      var value = value(of: token)
      guard value != 0 else { continue }
      if isNegated(token, range) { value = -value }
      score += value
      if cue == nil { cue = token }
    }
    // "lifting the ban would bring jobs": good of its end is no good of it.
    let isEnding = clauses.groups(in: range).first.map {
      $0.form != .finite && $0.start == range.rows.lowerBound
        && StanceWords.ends(lexed.lower($0.main))
    }
    if isEnding == true { score = -score }
    guard score != 0, let cue,
      let topic = stage.topics.topic(range.rows, head: cue, extent: range.rows)
    else { return nil }
    let stand = Stand(
      actors: [actor],
      stance: score < 0 ? .opposes : .supports,
      topic: topic,
      cue: TokenRange(cue..<cue + 1),
      sentence: sentence,
      status: [],
      why: .evaluation
    )
    return Evaluation(stand: stand, isPointing: points(range), subject: subject(of: range))
  }

  private static let refusing: WordSet = [
    "impossible", "unnecessary", "premature", "unrealistic", "unthinkable", "unacceptable",
  ]

  /// "said a recount was not foreseen", "called new talks impossible".
  private func refusal(_ range: TokenRange, by actor: ID<NewsActor>, _ sentence: Int) -> Evaluation?
  {
    for group in clauses.groups(in: range) where group.form == .finite {
      guard let head = clauses.subject(of: group)?.heads.first, range.contains(head.head),
        clauses.tag(head.head) == .noun
      else { continue }
      let isBe =
        group.isPassive || ClosedWords.be.contains(lexed.lower(group.main))
      let cue = (group.end..<min(group.end + 3, range.rows.upperBound)).first {
        lexed.isToken($0, in: Self.refusing)
      }
      guard isBe, group.isNegated || cue != nil,
        let topic = stage.topics.topic(of: head)
      else { continue }
      let stand = Stand(
        actors: [actor],
        stance: .rejects,
        topic: topic,
        cue: cue.map { TokenRange($0..<$0 + 1) } ?? TokenRange(group.main..<group.main + 1),
        sentence: sentence,
        status: [],
        why: .evaluation
      )
      return Evaluation(stand: stand, isPointing: false, refused: [stage.stem(head.head)])
    }
    return nil
  }

  private func value(of token: Int) -> Int {
    let isBad = lexed.isAny(token, .badWords)
    let isGood = lexed.isAny(token, .goodWords)
    if isBad != isGood { return isBad ? -1 : 1 }
    // "would bring jobs", "will destroy the meadows": what is to come of it.
    if lexed.isToken(token, "needed"), let group = clauses.group(at: token), group.isPassive {
      return 1
    }
    guard clauses.tag(token) == .verb, let group = clauses.group(at: token), group.main == token,
      let modal = group.modal, lexed.isToken(modal, in: Self.outlooks), !group.isPassive
    else { return 0 }
    let stem = stage.stem(token)
    if Self.harming.contains(stem) { return -1 }
    return Self.helping.contains(stem) ? 1 : 0
  }

  private func isNegated(_ token: Int, _ range: TokenRange) -> Bool {
    if let group = clauses.group(at: token), group.main == token { return group.isNegated }
    return (max(range.rows.lowerBound, token - 3)..<token)
      .contains { clauses.tags[$0] == .negation || lexed.isToken($0, in: ["no", "nothing"]) }
  }

  private func subject(of range: TokenRange) -> String? {
    guard let group = clauses.groups(in: range).first(where: { $0.form == .finite }),
      let head = clauses.subject(of: group)?.heads.first, head.tokens.count == 2,
      lexed.isToken(head.start, in: ["the", "this"]), clauses.tag(head.head) == .noun
    else { return nil }
    return stage.stem(head.head)
  }

  /// Whether the subject of its first verb is "it", "this" or "that".
  private func points(_ range: TokenRange) -> Bool {
    guard let group = clauses.groups(in: range).first(where: { $0.form == .finite }),
      let head = clauses.subject(of: group)?.heads.first
    else { return false }
    if head.tokens.count == 2, lexed.isToken(head.start, in: ["the", "this"]),
      lexed.isToken(head.head, in: StanceWords.generalMatters)
    {
      return true
    }
    guard head.tokens.count == 1 else { return false }
    return lexed.isToken(head.head, in: ["it", "this", "that", "they", "these"])
  }
}
