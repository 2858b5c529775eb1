internal import Prose

// Times of day.
extension TimeFinder {
  /// `6 p.m.`, `10:30 GMT`, `noon`.
  func clock(at token: Int) -> FoundTime? {
    switch word(token) {
    case "noon", "midday": return FoundTime(token + 1, .time, value: "T12:00")
    case "midnight": return FoundTime(token + 1, .time, value: "T00:00")
    default: break
    }
    guard sentence.contains(token), lexed.tokens.kinds[token] == .number,
      let time = hourAndMinute(token)
    else { return nil }
    var hour = time.hour
    let minute = time.minute
    var next = token + 1
    var isClock = word(token).contains(":") && Self.before.contains(word(token - 1))
    let half = word(next).filter { $0 != "." }
    if half == "am" || half == "pm" {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (half == "pm" ? 12 : 0)
      next += 1
      isClock = true
    } else if word(next) == "o'clock" {
      next += 1
      isClock = true
    }
    var suffix = ""
    if Self.zones.contains(word(next)) {
      guard isClock || word(token).utf8.count >= 4 else { return nil }
      if word(next) == "gmt" || word(next) == "utc" { suffix = "Z" }
      next += 1
      isClock = true
    } else if word(next) == "local", word(next + 1) == "time" {
      next += 2
      isClock = true
    }
    guard isClock, hour < 24, minute < 60 else { return nil }
    return FoundTime(next, .time, value: "T\(padded(hour, 2)):\(padded(minute, 2))\(suffix)")
  }

  /// `10:30`, `10.30`, `1030` before a zone, `6`.
  private func hourAndMinute(_ token: Int) -> (hour: Int, minute: Int)? {
    let text = word(token)
    let parts = text.split(whereSeparator: { $0 == ":" || $0 == "." })
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count else { return nil }
    if parts.count == 2 || parts.count == 3, parts[1].utf8.count == 2 {
      return (numbers[0], numbers[1])
    }
    guard parts.count == 1 else { return nil }
    if text.utf8.count == 4 { return (numbers[0] / 100, numbers[0] % 100) }
    return text.utf8.count <= 2 ? (numbers[0], 0) : nil
  }

  private static let before: Set<String> = [
    "at", "by", "from", "until", "till", "to", "since", "around", "about", "before", "after",
    "between", "and",
    "-", "–",
  ]

  private static let zones: Set<String> = [
    "gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "bst", "cet", "cest",
    "eet", "eest",
    "msk", "ist", "jst", "aest", "aedt", "et", "pt",
  ]
}
