internal import Prose
internal import Reference

extension Clauses {
  /// The end of `phrase` with the prepositional phrases, gerunds and infinitives that narrow it.
  func postmodified(_ phrase: NounPhrase, in sentence: TokenRange) -> Int {
    var end = phrase.end
    for _ in 0..<6 {
      guard sentence.contains(end) else { break }
      if tag(end) == .preposition, narrows(end) {
        guard let next = governed(by: end, sentence) else { break }
        end = next
      } else if tag(end) == .infinitive, let group = group(at: end) {
        end = objectEnd(of: group, sentence)
      } else {
        break
      }
    }
    return end
  }

  /// The phrase with all that belongs to it; `acrossCommas` takes an apposition or relative clause too.
  func extended(_ phrase: NounPhrase, in sentence: TokenRange, acrossCommas: Bool) -> TokenRange {
    var end = postmodified(phrase, in: sentence)
    guard acrossCommas, sentence.contains(end), tag(end) == .comma else {
      return TokenRange(phrase.start..<end)
    }
    if let apposed = self.phrase(at: end + 1), apposed.start == end + 1,
      tag(apposed.head) != .pronoun
    {
      let apposedEnd = postmodified(apposed, in: sentence)
      let next = tag(apposedEnd)
      if next == .comma || next == .mark || next == .quote || !sentence.contains(apposedEnd) {
        end = apposedEnd
      }
    }
    return TokenRange(phrase.start..<end)
  }

  /// Behind adverbs and "on Tuesday" from `token` on.
  func behindTime(_ token: Int, _ sentence: TokenRange) -> Int {
    var token = token
    for _ in 0..<4 where sentence.contains(token) {
      if tag(token) == .adverb {
        token += 1
      } else if lexed.isToken(token, "on"), lexed.isAny(token + 1, .weekdays) {
        token += 2
      } else if lexed.isAny(token, .weekdays) {
        token += 1
      } else if let phrase = phrase(at: token), phrase.start == token, isSpan(phrase) {
        token = phrase.end + (lexed.isToken(phrase.end, in: ["ago", "earlier"]) ? 1 : 0)
      } else {
        break
      }
    }
    return token
  }

  /// "two years" before "ago", "last week", "this month": when, and not what.
  private func isSpan(_ phrase: NounPhrase) -> Bool {
    let units: WordSet = [
      "years", "year", "months", "month", "weeks", "week", "days", "hours", "decades", "night",
    ]
    guard lexed.isToken(phrase.head, in: units) else { return false }
    return lexed.isToken(phrase.end, in: ["ago", "earlier"])
      || lexed.isToken(phrase.start, in: ["last", "this"])
  }

  /// Prepositions that narrow the noun before them, rather than the verb.
  private func narrows(_ token: Int) -> Bool {
    lexed.isToken(
      token,
      in: [
        "of", "for", "in", "on", "over", "from", "with", "to", "about", "between", "at",
        "within", "by", "against", "into", "toward", "towards", "among",
      ]
    )
  }

  /// Where what the preposition at `token` governs ends; nil where it governs no phrase and no gerund.
  private func governed(by token: Int, _ sentence: TokenRange) -> Int? {
    let next = token + 1
    guard sentence.contains(next) else { return nil }
    if let phrase = phrase(at: next), phrase.start == next, !lexed.isAny(phrase.head, .weekdays) {
      return phrase.end
    }
    if let group = group(at: next), group.start == next, group.form == .progressive {
      return objectEnd(of: group, sentence)
    }
    return nil
  }

  /// Where the object of `group` ends, with the prepositional phrases behind it; else the group's own end.
  func objectEnd(of group: VerbGroup, _ sentence: TokenRange) -> Int {
    var end = group.end
    for _ in 0..<6 {
      guard sentence.contains(end) else { break }
      if let phrase = phrase(at: end), phrase.start == end {
        guard end == group.end || tag(end) != .pronoun else { break }
        end = phrase.end
      } else if tag(end) == .preposition, narrows(end) {
        guard let next = governed(by: end, sentence) else { break }
        end = next
      } else if tag(end) == .infinitive, let next = self.group(at: end) {
        guard end > group.start else { break }
        end = next.end
      } else {
        break
      }
    }
    return end
  }

  /// Who does what a passive verb says: behind "by", right behind the verb or from `token` on.
  func agent(of group: VerbGroup, from token: Int? = nil) -> Subject? {
    let sentence = sentence(of: group.start)
    var by = token ?? group.end
    if token == nil {
      while sentence.contains(by), tag(by) == .adverb { by += 1 }
    } else {
      while sentence.contains(by), !lexed.isToken(by, "by") || phrase(at: by + 1)?.start != by + 1 {
        guard tag(by) != .comma, tag(by) != .complementizer, tag(by) != .mark else { return nil }
        by += 1
      }
    }
    guard sentence.contains(by), lexed.isToken(by, "by"), let phrase = phrase(at: by + 1),
      phrase.start == by + 1
    else { return nil }
    return Subject(tokens: extended(phrase, in: sentence, acrossCommas: false), heads: [phrase])
  }

  /// The phrase right behind `group`, its object.
  func object(of group: VerbGroup) -> NounPhrase? {
    guard let phrase = phrase(at: group.end), phrase.start == group.end else { return nil }
    return phrase
  }
}
