internal import Prose
internal import Reference

/// Finds weaker signs of a stance: they join an issue that others show, and make none.
struct ConductFinder: Sendable {
  let stage: Stage

  private var clauses: Clauses { stage.clauses }
  private var lexed: Lexed { stage.lexed }

  private static let conduct: WordSet = [
    "adopt", "pass", "announc", "launch", "introduc", "maintain", "continu", "begin", "began",
    "start", "renew", "vot", "sign", "approv", "plan", "propos", "push", "welcom", "prais",
    "promot", "seek", "want", "offer", "issu", "order", "agre", "agree", "decid", "impos", "unveil",
    "clear",
  ]

  /// Who carries out, plans or announces something.
  func conduct(in sentence: TokenRange, row: Int) -> [Stand] {
    var stands: [Stand] = []
    for group in clauses.groups(in: sentence)
    where group.form != .past && !group.isNegated
      && group.modal.map({ lexed.isToken($0, "will") }) != false
    {
      guard Self.conduct.contains(stage.stem(group.main)) else { continue }
      let actors = stage.agents(of: group)
      guard !actors.isEmpty else { continue }
      let topic: Topic?
      if let object = clauses.object(of: group), !group.isPassive {
        topic = stage.topics.topic(of: object)
      } else if let next = clauses.group(at: group.end), next.start == group.end,
        next.form != .finite
      {
        topic = stage.topics.topic(of: next)
      } else if group.isPassive, let head = clauses.subject(of: group)?.heads.first {
        topic = stage.topics.topic(of: head)
      } else {
        topic = nil
      }
      guard let topic, !lexed.isAny(topic.label.rows.lowerBound, [.weekdays, .months]) else {
        continue
      }
      stands.append(
        Stand(
          actors: actors,
          stance: .supports,
          topic: topic,
          cue: TokenRange(group.main..<group.main + 1),
          sentence: row,
          status: .implicit,
          why: .conduct
        )
      )
    }
    return stands
  }

  /// Whether what someone says judges as good or bad: one sentence of a quotation.
  func evaluations() -> [Stand] {
    var stands: [Stand] = []
    for row in 0..<stage.quotations.count {
      guard let actor = stage.quotations.actors[row] else { continue }
      for part in stage.quotations.parts[row] {
        var token = part.rows.lowerBound
        while token < part.rows.upperBound {
          let sentence = lexed.sentence(of: token)
          let end = min(part.rows.upperBound, lexed.sentences.tokens[sentence].rows.upperBound)
          let range = TokenRange(token..<end)
          if let stand = evaluation(range, by: actor, sentence) { stands.append(stand) }
          token = end
        }
      }
    }
    return stands
  }

  private func evaluation(_ range: TokenRange, by actor: ID<NewsActor>, _ sentence: Int) -> Stand? {
    var score = 0
    var cue: Int?
    for token in range.rows {
      let isBad = lexed.isAny(token, .badWords)
      let isGood = lexed.isAny(token, .goodWords)
      guard isBad != isGood else { continue }
      let isNegated = (max(range.rows.lowerBound, token - 3)..<token)
        .contains { clauses.tags[$0] == .negation || lexed.isToken($0, "no") }
      score += (isBad ? -1 : 1) * (isNegated ? -1 : 1)
      if cue == nil { cue = token }
    }
    guard score != 0, let cue,
      let topic = stage.topics.topic(range.rows, head: cue, extent: range.rows)
    else { return nil }
    return Stand(
      actors: [actor],
      stance: score < 0 ? .opposes : .supports,
      topic: topic,
      cue: TokenRange(cue..<cue + 1),
      sentence: sentence,
      status: [],
      why: .evaluation
    )
  }
}
