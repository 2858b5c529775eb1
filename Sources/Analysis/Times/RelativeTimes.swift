internal import Prose

// Weekdays, and times told from day 0.
extension TimeFinder {
  /// 1 for Monday to 7 for Sunday.
  func weekdayNumber(_ token: Int) -> Int? {
    guard isCapitalized(token) else { return nil }
    return Self.weekdays[word(token)]
  }

  private static let weekdays: [String: Int] = [
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
    "sunday": 7,
    "mon.": 1, "tue.": 2, "tues.": 2, "wed.": 3, "thu.": 4, "thur.": 4, "thurs.": 4, "fri.": 5,
    "sat.": 6,
    "sun.": 7,
  ]

  /// `Thursday`, `last Thursday`, `Thursday night`.
  func weekday(at token: Int) -> FoundTime? {
    let modifier = word(token)
    let isModified = ["last", "next", "this", "previous", "coming"].contains(modifier)
    let name = isModified ? token + 1 : token
    guard let weekday = weekdayNumber(name) else { return nil }
    let end = partOfDay(name + 1) ? name + 2 : name + 1
    let isFuture =
      ["next", "this", "coming"].contains(modifier) || !isModified && isFuture(around: token)
    var days = anchor.days(toWeekday: weekday, isFuture: isFuture)
    if days == 0, modifier == "last" || modifier == "previous" { days = -7 }
    if days == 0, modifier == "next" { days = 7 }
    return FoundTime(end, days: days.map { $0...$0 }, anchor)
  }

  private func partOfDay(_ token: Int) -> Bool {
    ["morning", "afternoon", "evening", "night", "mornings", "lunchtime"].contains(word(token))
  }

  /// `yesterday`, `last night`, `this morning`, `the day before yesterday`.
  func relativeDay(at token: Int) -> FoundTime? {
    switch word(token) {
    case "today": return dayTime(token + 1, 0)
    case "tonight": return FoundTime(token + 1, days: 0...0, anchor)
    case "yesterday": return dayTime(token + 1, -1)
    case "tomorrow": return dayTime(token + 1, 1)
    case "overnight": return FoundTime(token + 1, days: -1...0, anchor)
    case "last" where word(token + 1) == "night" || word(token + 1) == "evening":
      return FoundTime(token + 2, days: -1 ... -1, anchor)
    case "this" where partOfDay(token + 1): return FoundTime(token + 2, days: 0...0, anchor)
    case "day" where word(token + 1) == "before" && word(token + 2) == "yesterday":
      return FoundTime(token + 3, days: -2 ... -2, anchor)
    case "day" where word(token + 1) == "after" && word(token + 2) == "tomorrow":
      return FoundTime(token + 3, days: 2...2, anchor)
    default: return nil
    }
  }

  private func dayTime(_ end: Int, _ day: Int) -> FoundTime {
    FoundTime(partOfDay(end) ? end + 1 : end, days: day...day, anchor)
  }

  /// `last weekend`, `earlier this week`, `next month`, `last January`, `end of the year`.
  func relativePeriod(at token: Int) -> FoundTime? {
    var next = token
    var part: Part?
    switch word(next) {
    case "earlier", "early": part = .earlier
    case "later", "late": part = .later
    case "end", "beginning", "start", "middle":
      guard word(next + 1) == "of" else { return nil }
      part = .some
      next += 1
    default: break
    }
    if part != nil { next += 1 }
    if part != nil, word(next) == "in" { next += 1 }
    let step: Int
    switch word(next) {
    case _ where part != nil && monthNumber(next) != nil:
      return monthPart(at: next)
    case "this": step = 0
    case "the" where part != nil: step = 0
    case "last", "previous": step = -1
    case "next", "coming": step = 1
    case "weekend"
    where word(token - 1) == "the" && ["over", "during", "at"].contains(word(token - 2)):
      return FoundTime(token + 1, days: nearestWeekend(isFuture(around: token)), anchor)
    default: return nil
    }
    // "the middle of the season" is no time that a calendar knows.
    if word(next) == "the", ["season", "semester"].contains(word(next + 1)) { return nil }
    guard let found = period(next + 1, step) else { return nil }
    return part.map { narrowed(found, to: $0, step: step) } ?? found
  }

  /// Behind `end of` and the like: `February`, `February 2026`, of which part it is not told to the day.
  private func monthPart(at token: Int) -> FoundTime? {
    guard let month = monthNumber(token) else { return nil }
    if let found = calendarDate(at: token), found.end > token + 1 { return found }
    return inNearestYear(token + 1, month, monthTense(at: token))
  }

  private enum Part {
    case earlier
    case later
    case some
  }

  private func period(_ token: Int, _ step: Int) -> FoundTime? {
    let end = token + 1
    switch word(token) {
    case "week": return FoundTime(end, days: anchor.week(step), anchor)
    case "weekend": return FoundTime(end, days: anchor.weekend(step), anchor)
    case "month":
      guard let month = anchor.month(step) else { return FoundTime(end, .date) }
      return FoundTime(end, year: month.year, month: month.month, anchor)
    case "year":
      guard let date = anchor.date else { return FoundTime(end, .date) }
      return FoundTime(end, year: date.year + step, anchor)
    case "day" where step == 0: return FoundTime(end, days: 0...0, anchor)
    case "decade", "century", "quarter", "spring", "summer", "autumn", "fall", "winter", "season",
      "semester":
      return FoundTime(end, .date)
    default:
      guard let month = monthNumber(token) else { return nil }
      let tense: Tense? = step > 0 ? .future : step < 0 ? .past : monthTense(at: token)
      return inNearestYear(end, month, tense)
    }
  }

  /// The part of a period that `earlier` and `later` leave: up to the day before day 0, or from the day after.
  private func narrowed(_ found: FoundTime, to part: Part, step: Int) -> FoundTime {
    guard step == 0, let days = found.days, days.contains(0), part != .some else {
      return FoundTime(found.end, found.kind)
    }
    let isDay = days.count == 1
    if isDay { return found }
    switch part {
    case .earlier:
      return FoundTime(found.end, days: days.lowerBound...max(days.lowerBound, -1), anchor)
    default: return FoundTime(found.end, days: min(1, days.upperBound)...days.upperBound, anchor)
    }
  }

  private func nearestWeekend(_ isFuture: Bool) -> ClosedRange<Int>? {
    guard let weekday = anchor.weekday else { return nil }
    return anchor.weekend(isFuture || weekday >= 6 ? 0 : -1)
  }

  /// `two days ago`, `in three weeks`.
  func countedFromNow(at token: Int) -> FoundTime? {
    let isAhead = word(token) == "in"
    guard let count = count(at: isAhead ? token + 1 : token), let unit = unit(count.end) else {
      return nil
    }
    let end = count.end + 1
    if isAhead {
      guard isFuture(around: token), unit.days > 0, let value = count.value, count.isExact else {
        return nil
      }
      let days = Int(value) * unit.days
      return FoundTime(end, days: unit.days > 7 ? nil : days...days, anchor)
    }
    guard word(end) == "ago" else { return nil }
    guard let value = count.value, count.isExact, value == value.rounded() else {
      return FoundTime(end + 1, .date)
    }
    let back = Int(min(value, 10_000))
    switch unit.letter {
    case "D", "W":
      let days = -back * unit.days
      return FoundTime(end + 1, days: days...days, anchor)
    case "M" where !unit.isTime:
      guard let month = anchor.month(-back) else { return FoundTime(end + 1, .date) }
      return FoundTime(end + 1, .date, value: padded(month.year, 4) + "-" + padded(month.month, 2))
    case "Y":
      guard let year = anchor.date?.year, year - back * unit.years > 0 else {
        return FoundTime(end + 1, .date)
      }
      return FoundTime(end + 1, .date, value: unit.years == 1 ? padded(year - back, 4) : nil)
    default:
      return FoundTime(end + 1, .time)
    }
  }

  /// `recent`, `soon`, `coming weeks`.
  func vague(at token: Int) -> FoundTime? {
    switch word(token) {
    case "recent", "coming":
      if unit(token + 1) != nil, word(token + 1).hasSuffix("s") {
        return FoundTime(token + 2, .vague)
      }
      return word(token) == "recent" ? FoundTime(token + 1, .vague) : nil
    case "recently", "lately", "nowadays": return FoundTime(token + 1, .vague)
    case "soon" where word(token - 1) != "as" && word(token + 1) != "as":
      return FoundTime(token + 1, .vague)
    case "shortly" where word(token + 1) != "after" && word(token + 1) != "before":
      return FoundTime(token + 1, .vague)
    case "these" where word(token + 1) == "days": return FoundTime(token + 2, .vague)
    case "long" where word(token + 1) == "ago": return FoundTime(token + 2, .vague)
    default: return nil
    }
  }
}
