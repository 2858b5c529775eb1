/// How a time was read: the name that a person reads under "why".
enum TimeRule: String, Sendable {
  case calendar = "date of the calendar"
  case weekday = "weekday"
  case day = "day told from another day"
  case period = "period told from a day"
  case counted = "count of days or longer from a day"
  case frequency = "how often it happens"
  case duration = "how long it lasts"
  case clock = "time of day"
  case vague = "time that is not told exactly"

  /// With the day that it was counted from.
  func why(_ origin: String, isAnchored: Bool) -> String {
    isAnchored ? "\(rawValue), counted from \(origin)" : rawValue
  }
}

extension TimeAnchor {
  /// What day 0 is known from.
  func origin(isGiven: Bool) -> String {
    if isGiven { return "the article's date" }
    return date == nil ? "the weekday of the lead" : "the date line"
  }
}
