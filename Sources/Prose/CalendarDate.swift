/// A day of the Gregorian calendar, without zone.
public struct CalendarDate: Hashable, Sendable, Comparable {
  public let year: Int
  public let month: Int
  public let day: Int

  /// Nil for a day that does not exist.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2026-01-29`, with or without a time of day behind it.
  public init?(iso text: String) {
    let digits = Array(text.utf8.prefix(10))
    guard digits.count == 10, digits[4] == 45, digits[7] == 45 else { return nil }
    if text.utf8.count > 10 {
      let next = text.utf8[text.utf8.index(text.utf8.startIndex, offsetBy: 10)]
      guard next == UInt8(ascii: "T") || next == UInt8(ascii: " ") else { return nil }
    }
    guard let year = Int(String(decoding: digits[0..<4], as: UTF8.self)),
      let month = Int(String(decoding: digits[5..<7], as: UTF8.self)),
      let day = Int(String(decoding: digits[8..<10], as: UTF8.self))
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01.
  /// - Note: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
  public var dayNumber: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day that is `dayNumber` days after 1970-01-01; nil outside years 1 to 9999.
  public init?(dayNumber: Int) {
    let shifted = dayNumber + 719_468
    guard shifted >= 0 else { return nil }
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
      month: month,
      day: dayOfYear - (153 * part + 2) / 5 + 1
    )
  }

  /// 1 for Monday to 7 for Sunday, as in ISO 8601.
  public var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }

  /// `2026-01-29`.
  public var iso: String {
    func padded(_ number: Int, _ digits: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}
