internal import Prose

/// An issue in the making: one matter with all that speaks of it.
struct IssueDraft: Sendable {
  /// The wordings of the matter in text order.
  var topics: [Topic] = []
  var stands: [Stand] = []
  var disputes: [Dispute] = []
  /// Taken in by another draft.
  var isMerged = false
  var rule: IssueRule?

  var sentences: [Int] {
    Set(stands.map(\.sentence) + disputes.map(\.sentence)).sorted()
  }

  func actors(_ sign: StanceSign) -> Set<ID<NewsActor>> {
    Set(stands.filter { $0.stance.sign == sign }.flatMap(\.actors))
  }

  /// Whether two different actors stand on either side.
  var isTwoSided: Bool {
    let plus = actors(.plus)
    let minus = actors(.minus)
    return plus.contains { one in minus.contains { $0 != one } }
  }

  mutating func merge(_ other: IssueDraft) {
    topics += other.topics
    stands += other.stands
    disputes += other.disputes
    rule = rule ?? other.rule
  }
}
