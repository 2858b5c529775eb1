internal import Prose
internal import Reference

/// A noun phrase without what follows its head: "the Ukrainian president's new plan".
struct NounPhrase: Sendable {
  /// From determiner to head.
  let tokens: TokenRange
  /// The last word, which says what it is.
  let head: Int
  /// Whose it is, where a possessive says so: "Bolivia" in "Bolivia's demands".
  let possessor: TokenRange?

  var end: Int { tokens.rows.upperBound }
  var start: Int { tokens.rows.lowerBound }
}

extension WordTag {
  fileprivate var continuesPhrase: Bool {
    switch self {
    case .noun, .name, .adjective, .number, .hyphen: true
    default: false
    }
  }

  fileprivate var beginsPhrase: Bool {
    switch self {
    case .noun, .name, .adjective, .number, .determiner, .possessive: true
    default: false
    }
  }
}

/// Joins tagged words into noun phrases, from left to right.
func findNounPhrases(_ tags: [WordTag], in lexed: Lexed) -> [NounPhrase] {
  var phrases: [NounPhrase] = []
  for sentence in lexed.sentences.tokens {
    let end = sentence.rows.upperBound
    var token = sentence.rows.lowerBound
    while token < end {
      if tags[token] == .pronoun {
        phrases.append(
          NounPhrase(tokens: TokenRange(token..<token + 1), head: token, possessor: nil)
        )
        token += 1
      } else if tags[token].beginsPhrase, let phrase = phrase(at: token, end, tags, lexed) {
        phrases.append(phrase)
        token = phrase.end
      } else {
        token += 1
      }
    }
  }
  return phrases
}

private func phrase(at start: Int, _ end: Int, _ tags: [WordTag], _ lexed: Lexed) -> NounPhrase? {
  var token = start
  var head: Int?
  var possessor: TokenRange?
  // Two determiners at most: "all the plans", "both their houses".
  while token < end, token < start + 3, tags[token] == .determiner || tags[token] == .possessive {
    token += 1
  }
  scan: while token < end {
    if head != nil, beginsTime(token, end, lexed) { break }
    switch tags[token] {
    case .noun, .name:
      head = token
      token += 1
    case .adjective, .number:
      token += 1
    case .hyphen where token > start && lexed.has(token, .touchesPrevious):
      token += 1
    case .possessive where head == token - 1 && isMark(token, lexed):
      possessor = TokenRange(start..<token)
      head = nil
      token += 1
    case .quote where opensInside(token, end, tags, lexed):
      token += 1
    case .quote where closesInside(token, start, head, lexed):
      token += 1
    default:
      break scan
    }
  }
  if let last = nounLikeAdjective(before: token, start, tags, lexed), last > head ?? start {
    return NounPhrase(tokens: TokenRange(start..<last + 1), head: last, possessor: possessor)
  }
  guard let head else {
    // "these", "both", "the three": a determiner or number that stands alone.
    guard token == start + 1, tags[start] == .determiner || tags[start] == .number else {
      return nil
    }
    guard !lexed.isToken(start, in: ["the", "a", "an", "no", "every"]) else { return nil }
    return NounPhrase(tokens: TokenRange(start..<token), head: start, possessor: nil)
  }
  return NounPhrase(tokens: TokenRange(start..<head + 1), head: head, possessor: possessor)
}

/// "the military", "the secretary general": what looks like an adjective and ends a phrase with a determiner.
private func nounLikeAdjective(
  before end: Int,
  _ start: Int,
  _ tags: [WordTag],
  _ lexed: Lexed
) -> Int? {
  let last = end - 1
  guard last > start, tags[start] == .determiner || tags[start] == .possessive,
    tags[last] == .adjective, tags[last - 1] != .hyphen
  else { return nil }
  let word = lexed.lower(last)
  return ["al", "ent", "ant", "ary", "ic", "ish"].contains { word.hasSuffix($0) } ? last : nil
}

/// "last year" behind a noun tells when, and is no part of it; nor are the days in "the vote days before".
private func beginsTime(_ token: Int, _ end: Int, _ lexed: Lexed) -> Bool {
  token + 1 < end
    && lexed.isToken(token, in: ["days", "weeks", "hours", "months", "minutes", "years"])
    && lexed.isToken(token + 1, in: ["before", "after", "ahead"])
    || token + 1 < end && lexed.isToken(token, in: ["last", "next"])
      && (lexed.isAny(token + 1, [.weekdays, .months])
        || lexed.isToken(token + 1, in: ["year", "month", "week", "night", "summer", "winter"]))
}

private func isMark(_ token: Int, _ lexed: Lexed) -> Bool {
  lexed.isToken(token, in: ["'s", "'"])
}

/// A quotation mark inside a phrase: 'a "strong rationale"'.
private func opensInside(_ token: Int, _ end: Int, _ tags: [WordTag], _ lexed: Lexed) -> Bool {
  guard token + 1 < end, tags[token + 1].continuesPhrase, lexed.tokens.touchesNext(token) else {
    return false
  }
  return token > 0 && !lexed.has(token, .touchesPrevious) && tags[token - 1] == .determiner
}

private func closesInside(_ token: Int, _ start: Int, _ head: Int?, _ lexed: Lexed) -> Bool {
  guard head == nil, lexed.has(token, .touchesPrevious) else { return false }
  return (start..<token).contains { lexed.string($0) == lexed.string(token) }
}
