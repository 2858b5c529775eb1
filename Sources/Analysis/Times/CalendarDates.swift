internal import Prose
internal import Reference

// Dates of the calendar: days, months, years, decades, centuries.
extension TimeFinder {
  func calendarDate(at token: Int) -> FoundTime? {
    var start = token
    if weekdayNumber(token) != nil {
      // Thursday, January 29 is one date.
      start += 1
      if word(start) == "," { start += 1 }
      if word(start) == "the" { start += 1 }
      guard digits(start) != nil || ordinal(start) != nil || monthNumber(start) != nil else {
        return nil
      }
      guard let found = dayAndMonth(at: start), found.kind == .date else { return nil }
      return found
    }
    if let found = isoDate(at: token) ?? dayAndMonth(at: token) ?? monthAlone(at: token) {
      return found
    }
    return slashedDate(at: token) ?? decade(at: token) ?? century(at: token) ?? yearAlone(at: token)
  }

  func monthNumber(_ token: Int) -> Int? {
    guard isCapitalized(token) else { return nil }
    var word = word(token)
    if word.hasSuffix(".") { word.removeLast() }
    return Self.months[word]
  }

  private static let months: [String: Int] = [
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3,
    "apr": 4,
    "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
  ]

  /// `1st` to `31st`.
  private func ordinal(_ token: Int) -> Int? {
    let word = word(token)
    guard ["st", "nd", "rd", "th"].contains(where: word.hasSuffix) else { return nil }
    return Int(word.dropLast(2)).flatMap { (1...31).contains($0) ? $0 : nil }
  }

  private func day(_ token: Int) -> Int? {
    let day = ordinal(token) ?? (word(token).utf8.count <= 2 ? digits(token) : nil)
    return day.flatMap { (1...31).contains($0) ? $0 : nil }
  }

  /// A year of four digits.
  private func year(_ token: Int) -> Int? {
    guard word(token).utf8.count == 4, let year = digits(token), (1000...2199).contains(year) else {
      return nil
    }
    return year
  }

  private func isoDate(at token: Int) -> FoundTime? {
    guard let year = year(token), isHyphen(token + 1), word(token + 2).utf8.count == 2,
      isHyphen(token + 3),
      let month = digits(token + 2), word(token + 4).utf8.count >= 2,
      lexed.tokens.touchesNext(token), lexed.tokens.touchesNext(token + 2),
      let day = Int(word(token + 4).prefix(2)),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    return FoundTime(token + 5, date: date, anchor)
  }

  /// `29 January 2026`, `29th of January`, `Jan. 29, 2026`, `January 29-31`, `January 2026`.
  private func dayAndMonth(at token: Int) -> FoundTime? {
    if let first = day(token) {
      var next = token + 1
      var last = first
      if isHyphen(next), let other = day(next + 1) {
        last = other
        next += 2
      }
      if word(next) == "of" { next += 1 }
      guard let month = monthNumber(next) else { return nil }
      return dated(token, next + 1, month, first, last)
    }
    guard let month = monthNumber(token) else { return nil }
    if let first = day(token + 1) {
      var next = token + 2
      var last = first
      if isHyphen(next), let other = day(next + 1) {
        last = other
        next += 2
      }
      return dated(token, next, month, first, last)
    }
    let next = word(token + 1) == "," ? token + 2 : token + 1
    return year(next).map { FoundTime(next + 1, year: $0, month: month, anchor) }
  }

  /// A day or days of a month, with the year where it stands behind `end`, else in the year that tense and day 0 tell.
  private func dated(_ start: Int, _ end: Int, _ month: Int, _ first: Int, _ last: Int) -> FoundTime
  {
    let next = word(end) == "," ? end + 1 : end
    var date: CalendarDate?
    var behind = end
    if let year = year(next) {
      behind = next + 1
      date = CalendarDate(year: year, month: month, day: first)
    } else {
      date = nearest(month, first, tense(around: start))
    }
    guard let date else { return FoundTime(behind, .date) }
    guard last > first, let other = CalendarDate(year: date.year, month: month, day: last) else {
      return FoundTime(behind, date: date, anchor)
    }
    return FoundTime(
      behind,
      .date,
      value: "\(date.iso)/\(other.iso)",
      days: anchor.days(from: date, to: other)
    )
  }

  /// The last such day, the next one, or, where the tense is not told, the nearer of the two.
  private func nearest(_ month: Int, _ day: Int, _ tense: Tense?) -> CalendarDate? {
    guard let today = anchor.date else { return nil }
    let candidates = [-1, 0, 1].compactMap {
      CalendarDate(year: today.year + $0, month: month, day: day)
    }
    switch tense {
    case .past: return candidates.last { $0 <= today }
    case .future: return candidates.first { $0 >= today }
    case nil:
      return candidates.min {
        abs($0.dayNumber - today.dayNumber) < abs($1.dayNumber - today.dayNumber)
      }
    }
  }

  /// A month without day or year, where the words before it show that it is none of the names that months lend.
  private func monthAlone(at token: Int) -> FoundTime? {
    var word = word(token)
    if word.hasPrefix("mid-") {
      word.removeFirst(4)
      guard let month = Self.months[word] else { return nil }
      return inNearestYear(token + 1, month, monthTense(at: token))
    }
    guard let month = monthNumber(token) else { return nil }
    let before = self.word(token - 1)
    let isName = ["may", "march", "april", "june", "august"].contains(word)
    let isShort = word.utf8.count <= 4 && !["may", "june", "july"].contains(word)
    let prepositions: Set<String> = [
      "in", "since", "until", "till", "early", "late", "during", "through", "mid",
    ]
    let others: Set<String> = [
      "by", "from", "to", "of", "between", "before", "after", "and", "around",
    ]
    guard prepositions.contains(before) || !isName && !isShort && others.contains(before) else {
      return nil
    }
    return inNearestYear(token + 1, month, monthTense(at: token))
  }

  /// The tense of what happens in the month at `token`; where no verb tells, what its preposition says of it.
  func monthTense(at token: Int) -> Tense? {
    if let tense = tense(around: token) { return tense }
    for before in (token - 4..<token).reversed() {
      switch word(before) {
      case "by", "until", "till", "before": return .future
      case "since": return .past
      case "the", "of", "end", "start", "middle", "beginning", "early", "late": continue
      default: return nil
      }
    }
    return nil
  }

  /// The last month of that name, the next one, or, where nothing tells, the nearer if it is near.
  func inNearestYear(_ end: Int, _ month: Int, _ tense: Tense?) -> FoundTime {
    guard let today = anchor.date else { return FoundTime(end, .date) }
    var year = today.year
    switch tense {
    case .future: if month < today.month { year += 1 }
    case .past: if month > today.month { year -= 1 }
    case nil:
      let ahead = (month - today.month + 12) % 12
      // Half a year away it may be either: no date is invented.
      guard ahead <= 4 || ahead >= 8 else { return FoundTime(end, .date) }
      if ahead <= 4, month < today.month { year += 1 }
      if ahead >= 8, month > today.month { year -= 1 }
    }
    return FoundTime(end, year: year, month: month, anchor)
  }

  /// `05/29/1987`, read where only one order of day and month is possible.
  private func slashedDate(at token: Int) -> FoundTime? {
    let parts = word(token).split(separator: "/").compactMap { Int($0) }
    guard parts.count == 3, (1000...2199).contains(parts[2]), parts[0] <= 31, parts[1] <= 31 else {
      return nil
    }
    let monthFirst = CalendarDate(year: parts[2], month: parts[0], day: parts[1])
    let dayFirst = CalendarDate(year: parts[2], month: parts[1], day: parts[0])
    if monthFirst == nil && dayFirst == nil { return nil }
    if let date = monthFirst ?? dayFirst,
      monthFirst == nil || dayFirst == nil || monthFirst == dayFirst
    {
      return FoundTime(token + 1, date: date, anchor)
    }
    return FoundTime(token + 1, .date)
  }

  /// `1990s`; `’90s` too, whose century nobody says.
  private func decade(at token: Int) -> FoundTime? {
    let word = word(token)
    guard word.hasSuffix("0s") else { return nil }
    if word.utf8.count == 5, let year = Int(word.dropLast()), (1000...2190).contains(year) {
      return FoundTime(token + 1, .date, value: "\(year)/\(year + 9)")
    }
    let isShort = word.utf8.count == 3 || word.utf8.count == 4 && word.hasPrefix("'")
    guard isShort, self.word(token - 1) == "the" || word.hasPrefix("'") else { return nil }
    return FoundTime(token + 1, .date)
  }

  /// `19th century`, `21st-century`.
  private func century(at token: Int) -> FoundTime? {
    let word = word(token)
    guard ["st", "nd", "rd", "th"].contains(where: word.hasSuffix),
      let number = Int(word.dropLast(2)), (1...22).contains(number)
    else { return nil }
    let next = isHyphen(token + 1) ? token + 2 : token + 1
    guard self.word(next) == "century" else { return nil }
    return FoundTime(
      next + 1,
      .date,
      value: padded(number * 100 - 99, 4) + "/" + padded(number * 100, 4)
    )
  }

  /// A year that a preposition or its noun shows to be one.
  private func yearAlone(at token: Int) -> FoundTime? {
    guard let year = year(token), !isCounted(token + 1) else { return nil }
    let before = word(token - 1)
    let isSure = ["in", "since", "until", "till", "during", "early", "late", "mid"].contains(before)
    let isLikely: Set<String> = [
      "by", "from", "of", "to", "before", "after", "and", "around", "the", "its", "their", "his",
      "her", "a", "(",
      "between", "through", "–", "-",
    ]
    guard isSure || (1900...2099).contains(year) && isLikely.contains(before) else { return nil }
    if before == "-" || before == "–" || before == "and" {
      guard self.year(token - 2) != nil else { return nil }
    }
    return FoundTime(token + 1, year: year, anchor)
  }

  /// Whether the word is something that a number before it counts: a plural, a unit.
  private func isCounted(_ token: Int) -> Bool {
    let word = word(token)
    if ["%", "people", "men", "women", "children", "per", "percent", "million", "km", "euros"]
      .contains(word)
    {
      return true
    }
    return word.hasSuffix("s") && !word.hasSuffix("'s") && !word.hasSuffix("ss")
      && !isCapitalized(token)
      && !lexed.isAny(token, .functionWords)
  }
}
