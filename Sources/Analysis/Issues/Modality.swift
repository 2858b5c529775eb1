internal import Prose
internal import Reference

// Whether a stance holds at all: what is possible, conditional, asked, denied or yet to come is none.
extension StandFinder {
  /// Whether it is only possible, conditional or asked.
  func isHypothetical(_ group: VerbGroup, _ sentence: TokenRange) -> Bool {
    if let modal = group.modal,
      lexed.isToken(modal, in: ["may", "might", "could", "can", "should", "must", "ca"])
    {
      return true
    }
    // "would oppose it if": only then.
    if let modal = group.modal, lexed.isToken(modal, in: ["would", "'d"]),
      sentence.rows.contains(where: { lexed.isToken($0, in: ["if", "unless"]) })
    {
      return true
    }
    if isInverted(group, sentence) || isDenied(group, sentence) { return true }
    let start = clauses.subject(of: group).map { $0.tokens.rows.lowerBound } ?? group.start
    for marker in [start - 1, group.start - 1, group.start - 2]
    where lexed.isToken(marker, in: ["if", "unless", "whether"]) {
      return true
    }
    return lexed.isToken(sentence.rows.upperBound - 1, "?")
  }

  /// "Should Japan oppose the ban, …", "Had the union agreed, …": a condition without "if".
  private func isInverted(_ group: VerbGroup, _ sentence: TokenRange) -> Bool {
    let first = sentence.rows.lowerBound
    let opener = clauses.tag(first) == .quote ? first + 1 : first
    guard lexed.isToken(opener, in: ["should", "had", "were"]), group.start <= opener + 8,
      let subject = clauses.phrase(at: opener + 1), subject.start == opener + 1
    else { return false }
    let comma = (opener..<sentence.rows.upperBound).first { clauses.tag($0) == .comma }
    return comma.map { group.start < $0 } ?? false
  }

  /// "denied that it opposes the ban".
  private func isDenied(_ group: VerbGroup, _ sentence: TokenRange) -> Bool {
    guard group.form == .finite, let subject = clauses.subject(of: group) else { return false }
    let that = subject.tokens.rows.lowerBound - 1
    guard sentence.contains(that - 1), lexed.isToken(that, in: ["that"]),
      let denial = clauses.group(at: that - 1)
    else { return false }
    return ["deny", "deni", "disput", "refut", "doubt"].contains(stage.stem(denial.main))
      && !denial.isNegated
  }

  private static let pondering: Set<String> = [
    "consider", "mull", "weigh", "contemplat", "ponder", "discuss", "debat", "avoid", "explor",
    "regret",
  ]
  private static let expecting: WordSet = [
    "expected", "likely", "unlikely", "reluctant", "hesitant", "loath", "tempted", "free",
    "supposed", "unable", "able",
  ]

  /// Whether the verb before leaves open that it is so: "has yet to", "is expected to", "stopped short of".
  func isOpen(_ group: VerbGroup, _ sentence: TokenRange) -> Bool {
    var before = group.start - 1
    while sentence.contains(before), clauses.tag(before) == .adverb, !lexed.isToken(before, "yet") {
      before -= 1
    }
    guard sentence.contains(before) else { return false }
    if lexed.isToken(before, "yet") || lexed.isToken(before, in: Self.expecting) { return true }
    if lexed.isToken(before, "of"), lexed.isToken(before - 1, "short") { return true }
    guard let governor = clauses.group(at: before) else { return false }
    return Self.pondering.contains(stage.stem(governor.main))
      || lexed.isToken(governor.main, in: Self.expecting)
  }
}
