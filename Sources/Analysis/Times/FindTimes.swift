internal import Prose
internal import Reference

/// Finds time expressions and anchors them to the day that the article reports from, day 0.
///
/// Day 0 is `date`; without one, the full date on the article's date line; without that, the weekday that the lead
/// reports from, of which no calendar date follows. A weekday with past tense is the last such day, with a future
/// or a plan the next. Boilerplate is left out.
/// - Parameters:
///   - clauses: The text's words, with the parts of sentences that tell what happens at a time.
///   - date: The day the article reports from, where it is known.
/// - Returns: Time expressions in text order, without overlaps.
func findTimes(in clauses: Clauses, date: CalendarDate?) -> Times {
  let lexed = clauses.lexed
  var times = Times()
  var finder = TimeFinder(clauses: clauses, anchor: TimeAnchor(weekday: nil))
  finder.anchor = date.map(TimeAnchor.init(date:)) ?? finder.statedAnchor()
  let origin = finder.anchor.origin(isGiven: date != nil)
  for sentence in lexed.sentences.tokens {
    let first = sentence.rows.lowerBound
    guard !lexed.shapes[first].contains(.boilerplate) else { continue }
    finder.sentence = sentence.rows
    var token = first
    while token < sentence.rows.upperBound {
      if let found = finder.time(at: token) {
        times.append(
          TokenRange(token..<found.end),
          kind: found.kind,
          value: found.value,
          days: found.days,
          clause: clauses.eventClause(around: TokenRange(token..<found.end), in: sentence),
          why: found.rule.why(origin, isAnchored: found.days != nil)
        )
        token = found.end
      } else {
        token += 1
      }
    }
  }
  return times
}

/// Looks for time expressions in one sentence.
struct TimeFinder {
  let clauses: Clauses
  var anchor: TimeAnchor
  var sentence: Range<Int> = 0..<0

  var lexed: Lexed { clauses.lexed }

  /// The longest expression that begins at `token`.
  func time(at token: Int) -> FoundTime? {
    guard canBegin(token) else { return nil }
    var best: FoundTime?
    for (found, rule) in [
      (calendarDate(at: token), TimeRule.calendar), (weekday(at: token), .weekday),
      (relativeDay(at: token), .day), (relativePeriod(at: token), .period),
      (countedFromNow(at: token), .counted), (frequency(at: token), .frequency),
      (duration(at: token), .duration), (clock(at: token), .clock), (vague(at: token), .vague),
      (season(at: token), .vague),
    ] {
      if let found, found.end > best?.end ?? token {
        best = found
        best?.rule = rule
      }
    }
    return best
  }

  /// Whether an expression can begin with the token: one look-up, since most tokens say no.
  private func canBegin(_ token: Int) -> Bool {
    switch lexed.tokens.kinds[token] {
    case .number: return true
    case .word:
      if lexed.isAny(token, [.months, .weekdays, .numberWords]) { return true }
      return lexed.isToken(token, in: Self.openings) || lexed.beginsWith("mid-", token)
    default: return false
    }
  }

  /// The words that expressions begin with, but for months, weekdays and numbers.
  private static let openings: WordSet = {
    var openings: Set<String> = [
      "last", "next", "this", "previous", "coming", "past", "following", "today", "tonight",
      "yesterday",
      "tomorrow", "overnight", "day", "earlier", "early", "later", "late", "end", "beginning",
      "start", "middle",
      "weekend", "in", "recent", "recently", "lately", "nowadays", "soon", "shortly", "these",
      "long", "noon",
      "midday", "midnight", "every", "each", "half", "a", "an", "several", "many", "few", "more",
      "less", "at",
      "up", "as",
    ]
    openings.formUnion(modifiers)
    openings.formUnion(adverbs.keys)
    openings.formUnion(units.keys)
    openings.formUnion(seasonal)
    return WordSet(openings)
  }()

  /// The token in lower case; empty outside the sentence.
  func word(_ token: Int) -> String {
    sentence.contains(token) ? lexed.lower(token) : ""
  }

  func isCapitalized(_ token: Int) -> Bool {
    sentence.contains(token) && lexed.shapes[token].contains(.capitalized)
  }

  /// The token's digits as a number; nil where it has other characters too.
  func digits(_ token: Int) -> Int? {
    guard sentence.contains(token), lexed.tokens.kinds[token] == .number else { return nil }
    return Int(word(token))
  }

  func isHyphen(_ token: Int) -> Bool {
    ["-", "‐", "‑", "–"].contains(word(token))
  }
}

// Day 0 as the article itself tells it.
extension TimeFinder {
  /// The date of the date line, or the weekday that the lead reports from.
  mutating func statedAnchor() -> TimeAnchor {
    var paragraphs = 0
    var weekdays: [Int] = []
    for (row, tokens) in lexed.sentences.tokens.enumerated() {
      sentence = tokens.rows
      let kind = lexed.blocks.kinds[Int(lexed.sentences.blocks[row])]
      guard kind == .dateline || kind == .paragraph else { continue }
      if kind == .dateline || paragraphs == 0, let date = firstFullDate(kind == .dateline) {
        return TimeAnchor(date: date)
      }
      guard kind == .paragraph else { continue }
      paragraphs += 1
      if let weekday = reportedWeekday() { weekdays.append(weekday) }
      if paragraphs == 2, let weekday = weekdays.first { return TimeAnchor(weekday: weekday) }
      if paragraphs == 12 { break }
    }
    return TimeAnchor(weekday: weekdays.first)
  }

  /// A full date in the sentence, or only at its start or in the date line that it begins with.
  private func firstFullDate(_ isAnywhere: Bool) -> CalendarDate? {
    for token in sentence.prefix(isAnywhere ? 40 : 1) {
      if let value = calendarDate(at: token)?.value, let date = CalendarDate(iso: value) {
        return date
      }
    }
    return isAnywhere ? nil : dateOfRunInDateline()
  }

  /// The date of `ARLBERG, 12 March 2026 —` and `ARLBERG (March 12, 2026) –`: behind names, and a dash behind it.
  private func dateOfRunInDateline() -> CalendarDate? {
    for token in sentence.dropFirst().prefix(8) {
      if let found = calendarDate(at: token),
        let date = found.value.flatMap(CalendarDate.init(iso:))
      {
        let next = word(found.end) == ")" ? found.end + 1 : found.end
        return ["—", "–", "-", "--"].contains(word(next)) ? date : nil
      }
      guard isCapitalized(token) || lexed.tokens.kinds[token] != .word else { return nil }
    }
    return nil
  }

  /// The weekday on which the sentence says that something was said or has happened.
  private func reportedWeekday() -> Int? {
    for token in sentence {
      guard isCapitalized(token), let weekday = weekdayNumber(token), isPast(around: token),
        !["last", "next", "previous", "every", "until", "for"].contains(word(token - 1))
      else { continue }
      return weekday
    }
    return nil
  }
}

// Tense, as far as it tells which of two days is meant.
extension TimeFinder {
  /// Whether what happens at `token`'s time is to come.
  func isFuture(around token: Int) -> Bool {
    tense(around: token) == .future
  }

  private func isPast(around token: Int) -> Bool {
    tense(around: token) != .future
  }

  enum Tense {
    case past
    case future
  }

  /// The tense of the verb next to `token`: on its left within the clause, on its right, or left of the clause.
  ///
  /// Nil where no verb tells.
  func tense(around token: Int) -> Tense? {
    if word(token - 1) == "for" { return .future }
    var outer: Tense?
    var isOuter = false
    var isWished = false
    for left in (max(sentence.lowerBound, token - 14)..<token).reversed() {
      if word(left) == "that" { isOuter = true }
      if clauses.tag(left) == .infinitive { isWished = true }
      // "promised to finish by May": when it was promised says nothing of when it will be done.
      if isWished, lexed.isToken(left, in: Self.wishes) { return .future }
      guard let tense = tense(of: left) else { continue }
      if !isOuter { return tense }
      outer = tense
      break
    }
    for right in token + 1..<max(token + 1, min(sentence.upperBound, token + 15)) {
      if let tense = tense(of: right) { return tense }
    }
    return outer
  }

  private func tense(of token: Int) -> Tense? {
    let word = word(token)
    if Self.futureWords.contains(word) { return .future }
    let isBe = ["are", "is", "be", "was", "were"].contains(word)
    if isBe, self.word(token + 1) == "to" || self.word(token + 1) == "due" { return .future }
    guard lexed.tokens.kinds[token] == .word else { return nil }
    if ["have", "has"].contains(word), clauses.group(at: token)?.main == token {
      // "have until June", not "have left": the present tells neither.
      return self.word(token + 1) == "to" ? .future : nil
    }
    if word.hasSuffix("ed") && word.utf8.count > 3 && !isCapitalized(token) { return .past }
    return Self.pastWords.contains(word) ? .past : nil
  }

  private static let futureWords: Set<String> = [
    "will", "'ll", "shall", "wo", "scheduled", "due", "planned", "expected", "set", "slated",
    "upcoming",
    "plans", "plan", "planning", "hopes", "intends", "going", "would", "postponed", "may", "might",
    "could", "must", "should", "wants", "aims", "vows", "pledges", "promises",
    // The present of what is planned: "talks resume on Sunday".
    "opens", "begins", "starts", "ends", "closes", "resumes", "meets", "votes", "expires",
    "returns", "begin", "resume",
  ]

  /// Verbs whose infinitive is still to come when they are said.
  private static let wishes: WordSet = [
    "agreed", "asked", "decided", "demanded", "expected", "hoped", "intended", "offered",
    "ordered", "planned", "pledged", "prepared", "promised", "proposed", "sought", "threatened",
    "told", "urged", "vowed", "wanted", "agree", "ask", "expect", "hope", "intend", "offer",
    "plan", "pledge", "promise", "seek", "urge", "want",
  ]

  private static let pastWords: Set<String> = [
    "said", "told", "was", "were", "had", "did", "came", "went", "took", "made", "met", "gave",
    "held", "began",
    "saw", "found", "won", "lost", "left", "sent", "struck", "hit", "killed", "fell", "rose",
    "wrote", "spoke",
    "called", "became", "has", "have", "says", "put", "cut", "shot", "fled", "broke", "got", "led",
  ]
}
