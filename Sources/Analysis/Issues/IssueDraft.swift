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

  /// The same where one who is no known actor stands on a side: then the other side must speak for itself.
  func isTwoSided(beside isKnown: (ID<NewsActor>) -> Bool) -> Bool {
    for one in stands where one.stance.sign == .plus {
      for other in stands where other.stance.sign == .minus && one.actors != other.actors {
        let isPlusKnown = one.actors.contains(where: isKnown)
        let isMinusKnown = other.actors.contains(where: isKnown)
        if isPlusKnown, isMinusKnown {
          if one.actors.contains(where: { actor in other.actors.contains { $0 != actor } }) {
            return true
          }
        } else if isPlusKnown || isMinusKnown {
          // Whose demand it is need not be told what a stranger is against.
          let known = isPlusKnown ? one : other
          if known.why != .ownedNoun || known.stance != .demands { return true }
        }
      }
    }
    return false
  }

  mutating func merge(_ other: IssueDraft) {
    topics += other.topics
    stands += other.stands
    disputes += other.disputes
    rule = rule ?? other.rule
  }
}
