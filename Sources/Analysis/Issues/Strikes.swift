internal import Prose
internal import Reference

extension StandFinder {
  /// What is asked for rather than fought where people strike over it.
  private static let goods: WordSet = [
    "pay", "wages", "wage", "salaries", "salary", "conditions", "jobs", "safety", "hours",
    "pensions", "pension", "staffing", "overtime", "benefits",
  ]

  /// "walked out on Monday over night shifts", "are on strike over pay", "downed tools over the dismissal".
  func strike(_ group: VerbGroup, _ sentence: TokenRange, _ row: Int) -> Stand? {
    guard !group.isNegated, !group.isPassive, !isHypothetical(group, sentence),
      let end = strikeEnd(group, sentence)
    else { return nil }
    var token = end
    let limit = min(end + 9, sentence.rows.upperBound)
    while token < limit, !lexed.isToken(token, in: ["over", "against"]) {
      guard clauses.tag(token) != .comma, clauses.tag(token) != .mark else { return nil }
      token += 1
    }
    guard token < limit else { return nil }
    let topic: Topic?
    var owners: [ID<NewsActor>] = []
    var isGood = false
    if let phrase = clauses.phrase(at: token + 1), phrase.start == token + 1 {
      topic = stage.topics.topic(of: phrase)
      owners = stage.owners(of: phrase)
      isGood = lexed.isToken(phrase.head, in: Self.goods)
    } else {
      topic = nil
    }
    let actors = stage.sides(of: group)
    guard let topic, !topic.isAnaphor, !actors.isEmpty else { return nil }
    return Stand(
      actors: actors,
      stance: isGood ? .unspecified : .opposes,
      topic: topic,
      cue: TokenRange(group.main..<end),
      sentence: row,
      status: [],
      owners: owners.filter { !actors.contains($0) },
      rule: .strike,
      why: .strike
    )
  }

  /// Where the words for a strike end that begin with `group`'s verb.
  private func strikeEnd(_ group: VerbGroup, _ sentence: TokenRange) -> Int? {
    let next = group.main + 1
    guard sentence.contains(next) else { return nil }
    switch stage.stem(group.main) {
    case "walk": return lexed.isToken(next, in: ["out", "off"]) ? next + 1 : nil
    case "strike", "strik", "struck", "picket": return group.main + 1
    case "down": return lexed.isToken(next, "tools") ? next + 1 : nil
    default:
      guard
        lexed.isToken(
          group.main,
          in: [
            "is", "are", "was", "were", "be", "been", "go", "goes", "went", "gone", "going",
            "remain",
            "stay", "came", "come",
          ]
        )
      else { return nil }
      return lexed.isToken(next, in: ["on", "out"]) && lexed.isToken(next + 1, "strike")
        ? next + 2
        : lexed.isToken(next + 1, "on") && lexed.isToken(next + 2, "strike") ? next + 3 : nil
    }
  }
}
