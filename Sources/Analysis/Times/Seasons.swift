internal import Prose

// Seasons, feasts, quarters of a year and parts of a day that no number tells.
extension TimeFinder {
  /// The words that such expressions begin with.
  static let seasonal: Set<String> = seasons.union(feasts).union(daytimes).union(ordinals)
    .union(["quarter"])

  private static let seasons: Set<String> = ["spring", "summer", "autumn", "winter"]
  private static let feasts: Set<String> = [
    "easter", "christmas", "ramadan", "thanksgiving", "passover", "diwali", "hanukkah", "pentecost",
  ]
  private static let daytimes: Set<String> = [
    "evening", "nightfall", "dawn", "dusk", "daybreak", "sunrise", "sunset",
  ]
  private static let ordinals: Set<String> = ["first", "second", "third", "fourth"]

  /// What stands before a time, and seldom before a spring or a feast that is none.
  private static let leading: Set<String> = [
    "in", "by", "before", "after", "until", "till", "since", "over", "during", "at", "around",
    "from",
  ]

  /// `spring 2027`, `the autumn`, `by Easter`, `the third quarter`, `by evening`, `half past seven`.
  func season(at token: Int) -> FoundTime? {
    let first = word(token)
    if first == "half" || first == "quarter" { return clockInWords(token, first) }
    guard Self.seasonal.contains(first) else { return nil }
    let isLed =
      Self.leading.contains(word(token - 1))
      || word(token - 1) == "the" && Self.leading.contains(word(token - 2))
    if Self.seasons.contains(first) {
      if let year = digits(token + 1), (1900...2100).contains(year) {
        // Which days a season has, nobody says; the year is told.
        return FoundTime(token + 2, .date, value: "\(year)")
      }
      return isLed && endsPhrase(token + 1) ? FoundTime(token + 1, .vague) : nil
    }
    if Self.feasts.contains(first) {
      guard isLed, isCapitalized(token), endsPhrase(token + 1) else { return nil }
      return FoundTime(token + 1, .vague)
    }
    if Self.daytimes.contains(first) {
      return Self.leading.contains(word(token - 1)) && endsPhrase(token + 1)
        ? FoundTime(token + 1, .vague) : nil
    }
    guard word(token + 1) == "quarter", word(token - 1) == "the",
      Self.leading.contains(word(token - 2)) || word(token - 2) == "for", endsPhrase(token + 2)
    else { return nil }
    return FoundTime(token + 2, .vague)
  }

  /// Whether no noun goes on, as in "by Christmas markets".
  private func endsPhrase(_ token: Int) -> Bool {
    guard sentence.contains(token) else { return true }
    if word(token) == "of" { return false }
    switch clauses.tag(token) {
    case .noun, .name, .hyphen, .possessive: return false
    default: return true
    }
  }

  private static let hours: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
  ]

  /// `half past seven`, `quarter to nine`: which half of the day it is, is not told.
  private func clockInWords(_ token: Int, _ first: String) -> FoundTime? {
    let joint = word(token + 1)
    let hour = Self.hours[word(token + 2)] ?? digits(token + 2) ?? 0
    guard joint == "past" || first == "quarter" && joint == "to", (1...12).contains(hour) else {
      return nil
    }
    return FoundTime(token + 3, .time)
  }
}
