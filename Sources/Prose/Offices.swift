public enum OfficeTime: String, CaseIterable, Sendable {
  case former
  case current
  case future
}

/// A role that someone has or had, with where the text says so.
public struct Office: Sendable {
  /// The role as written, which is its evidence: "former justice minister of Norway".
  public let tokens: TokenRange
  public let time: OfficeTime
  /// Whose it is, as far as the role names them: a country, an employer.
  public let holders: [ID<Entity>]
}

extension Document {
  /// The roles that the text gives an actor; none where a person has written others.
  public func offices(of actor: ID<NewsActor>) -> [Office] {
    guard corrected.actorRoles[actor] == nil else { return [] }
    return actors.roles[actor.index].map { role in
      var holders: [ID<Entity>] = []
      for row in mentions.rows(in: role)
      where mentions.forms[row] == .name && mentions.types[row] != .person {
        let entity = entities.ofMention[row]
        if !holders.contains(entity) { holders.append(entity) }
      }
      return Office(tokens: role, time: officeTime(role), holders: holders)
    }
  }

  /// What the role's own words say of its time, or the verb before it: "Ana Ruiz, who was mayor".
  private func officeTime(_ role: TokenRange) -> OfficeTime {
    for token in role.rows {
      let word = lowercased(token)
      if Self.formerly.contains(word) || word.hasPrefix("ex-") { return .former }
      if Self.yetToCome.contains(word) || word.hasSuffix("-elect") { return .future }
    }
    var before = Int(role.first) - 1
    while before >= 0, ["a", "an", "the", "as"].contains(lowercased(before)) { before -= 1 }
    guard before >= 0 else { return .current }
    switch lowercased(before) {
    case "was", "were", "served": return .former
    case "been": return before > 0 && lowercased(before - 1) == "had" ? .former : .current
    default: return .current
    }
  }

  private func lowercased(_ token: Int) -> String {
    text.string(in: tokens.bytes(of: token)).lowercased()
  }

  private static let formerly: Set<String> = [
    "former", "ex", "then", "late", "onetime", "one-time", "erstwhile", "previous", "until",
    "from", "formerly", "ousted", "deposed", "retired",
  ]
  private static let yetToCome: Set<String> = ["incoming", "elect", "designate", "future"]
}
