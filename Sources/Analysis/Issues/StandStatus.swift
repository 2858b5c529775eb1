internal import Prose
internal import Reference

// How sure a stance is, and whether it still holds.
extension StandFinder {
  /// Whether the text tells an earlier position: "previously rejected", "opposed it last year", "in 2019 she backed".
  func isPast(_ group: VerbGroup) -> Bool {
    if (group.start - 1..<group.main).contains(where: {
      lexed.isToken($0, in: ["previously", "once", "initially", "originally", "formerly"])
    }) {
      return true
    }
    guard group.form == .finite, group.modal == nil,
      !group.tokens.rows.contains(where: { lexed.isToken($0, in: ["has", "have", "is", "are"]) })
    else { return false }
    let sentence = clauses.sentence(of: group.start)
    var token = group.end
    while sentence.contains(token), token < group.end + 14, clauses.tag(token) != .complementizer,
      clauses.tag(token) != .comma
    {
      if endsBefore(token) { return true }
      token += 1
    }
    let first = sentence.rows.lowerBound
    return endsBefore(first) || lexed.isToken(first + 2, "ago") || lexed.isToken(first + 1, "ago")
  }

  /// Whether "last year", "in 2019" or "years ago" begins at the token.
  private func endsBefore(_ token: Int) -> Bool {
    if lexed.isToken(token, "last") {
      return lexed.isToken(
        token + 1,
        in: ["year", "month", "decade", "autumn", "spring", "summer"]
      )
    }
    if lexed.isToken(token, "in") {
      return lexed.tokens.kinds.indices.contains(token + 1)
        && lexed.tokens.kinds[token + 1] == .number
        && Int(lexed.lower(token + 1)).map { (1900...2100).contains($0) } == true
    }
    return lexed.isToken(token, in: ["years", "months", "decades"])
      && lexed.isToken(token + 1, in: ["ago", "earlier", "before"])
  }

  /// Whether it is only heard of: "reportedly backs", "is said to oppose".
  func isHearsay(_ group: VerbGroup) -> Bool {
    if (group.start - 1...group.end).contains(where: {
      lexed.isToken($0, in: ["reportedly", "allegedly", "apparently", "supposedly"])
    }) {
      return true
    }
    guard group.form == .infinitive,
      let governor = clauses.governor(of: group, clauses.sentence(of: group.start))
    else { return false }
    return governor.isPassive && governor.end == group.start
      && lexed.isToken(governor.main, in: ["said", "reported", "believed", "thought", "rumored"])
  }

  /// "Not all parents are against the plan": those who are are not told.
  func isOfNotAll(_ group: VerbGroup) -> Bool {
    guard let subject = clauses.subject(of: group) else { return false }
    let start = subject.tokens.rows.lowerBound
    return lexed.isToken(start - 1, "not")
      && lexed.isToken(start, in: ["all", "every", "everyone"])
  }
}
