internal import Prose

/// What is known of day 0, the day that the article reports from.
struct TimeAnchor {
  /// 1 for Monday to 7 for Sunday.
  let weekday: Int?
  let date: CalendarDate?

  init(date: CalendarDate) {
    self.date = date
    weekday = date.weekday
  }

  init(weekday: Int?) {
    self.weekday = weekday
    date = nil
  }

  /// The days of the week, Monday to Sunday, that is `weeks` away from this one.
  func week(_ weeks: Int) -> ClosedRange<Int>? {
    weekday.map { 1 - $0 + 7 * weeks...7 - $0 + 7 * weeks }
  }

  /// Saturday and Sunday of the week that is `weeks` away.
  func weekend(_ weeks: Int) -> ClosedRange<Int>? {
    weekday.map { 6 - $0 + 7 * weeks...7 - $0 + 7 * weeks }
  }

  /// The last or the next day of that name; day 0 where it has it.
  func days(toWeekday other: Int, isFuture: Bool) -> Int? {
    guard let weekday else { return nil }
    let ahead = (other - weekday + 7) % 7
    return isFuture || ahead == 0 ? ahead : ahead - 7
  }

  func days(to other: CalendarDate) -> Int? {
    date.map { other.dayNumber - $0.dayNumber }
  }

  func days(from first: CalendarDate, to last: CalendarDate) -> ClosedRange<Int>? {
    guard let start = days(to: first), let end = days(to: last), start <= end else { return nil }
    return start...end
  }

  /// The date or the span of dates as ISO 8601 has it; nil without a date to count from.
  func value(_ days: ClosedRange<Int>?) -> String? {
    guard let days, let date, let first = CalendarDate(dayNumber: date.dayNumber + days.lowerBound),
      let last = CalendarDate(dayNumber: date.dayNumber + days.upperBound)
    else { return nil }
    return first == last ? first.iso : "\(first.iso)/\(last.iso)"
  }

  /// The month that is `months` away from that of day 0.
  func month(_ months: Int) -> (year: Int, month: Int)? {
    guard let date else { return nil }
    let count = date.year * 12 + date.month - 1 + months
    return (count / 12, count % 12 + 1)
  }
}

/// A time expression as it is found: where it ends, and what it says.
struct FoundTime {
  let end: Int
  let kind: TimeKind
  var value: String?
  var days: ClosedRange<Int>?
  var rule = TimeRule.calendar

  /// A stretch of days that counts from day 0.
  init(_ end: Int, days: ClosedRange<Int>?, _ anchor: TimeAnchor) {
    self.end = end
    kind = .date
    self.days = days
    value = anchor.value(days)
  }

  init(_ end: Int, _ kind: TimeKind, value: String? = nil, days: ClosedRange<Int>? = nil) {
    self.end = end
    self.kind = kind
    self.value = value
    self.days = days
  }

  /// A day that is named with its year.
  init(_ end: Int, date: CalendarDate, _ anchor: TimeAnchor) {
    self.init(end, .date, value: date.iso, days: anchor.days(to: date).map { $0...$0 })
  }

  /// A month that is named with its year.
  init(_ end: Int, year: Int, month: Int, _ anchor: TimeAnchor) {
    var days: ClosedRange<Int>?
    let count = CalendarDate.days(inMonth: month, of: year)
    if let first = CalendarDate(year: year, month: month, day: 1),
      let last = CalendarDate(year: year, month: month, day: count)
    {
      days = anchor.days(from: first, to: last)
    }
    self.init(end, .date, value: padded(year, 4) + "-" + padded(month, 2), days: days)
  }

  init(_ end: Int, year: Int, _ anchor: TimeAnchor) {
    var days: ClosedRange<Int>?
    if let first = CalendarDate(year: year, month: 1, day: 1),
      let last = CalendarDate(year: year, month: 12, day: 31)
    {
      days = anchor.days(from: first, to: last)
    }
    self.init(end, .date, value: padded(year, 4), days: days)
  }
}

func padded(_ number: Int, _ digits: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}
