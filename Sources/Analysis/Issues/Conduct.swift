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
    "clear", "allow", "permit", "authoriz", "authoris", "defend",
  ]

  /// Who carries out, plans or announces something.
  func conduct(in sentence: TokenRange, row: Int) -> [Stand] {
    var stands: [Stand] = []
    for group in clauses.groups(in: sentence)
    where group.form != .past && !group.isNegated
      && group.modal.map({ lexed.isToken($0, "will") }) != false
    {
      guard Self.conduct.contains(stage.stem(group.main)), !isAgainst(group, sentence) else {
        continue
      }
      let actors = stage.agents(of: group)
      guard !actors.isEmpty else { continue }
      let topic: Topic?
      if let object = clauses.object(of: group), !group.isPassive {
        topic = stage.topics.topic(of: object)
      } else if let next = clauses.group(at: behindCount(group.end, sentence)),
        next.start >= group.end, next.form != .finite
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

  /// Behind "by 18 to 12" in "voted by 18 to 12 to shut".
  private func behindCount(_ start: Int, _ sentence: TokenRange) -> Int {
    var token = start
    while token < start + 6, sentence.contains(token + 1) {
      let isCount =
        clauses.tag(token) == .number || clauses.tag(token) == .adverb
        || clauses.tag(token) == .hyphen
        || clauses.tag(token) == .preposition && clauses.tag(token + 1) == .number
      guard isCount else { break }
      token += 1
    }
    return token
  }

  /// "voted against it", "began a campaign against": what is done is against the matter.
  private func isAgainst(_ group: VerbGroup, _ sentence: TokenRange) -> Bool {
    (group.end..<max(group.end, min(group.end + 6, sentence.rows.upperBound))).contains {
      lexed.isToken($0, "against")
    }
  }
}
