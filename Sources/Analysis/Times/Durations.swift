internal import Prose

/// A unit of time.
struct TimeUnit {
  /// ISO 8601's letter.
  let letter: Character
  /// Behind ISO 8601's `T`.
  let isTime: Bool
  /// How many of the letter's unit it is.
  let factor: Double

  /// Whole days; 0 for less than one, 30 for a month, 365 for a year.
  var days: Int {
    if isTime { return 0 }
    switch letter {
    case "D": return 1
    case "W": return 7 * Int(factor)
    case "M": return 30
    default: return 365 * Int(factor)
    }
  }

  var years: Int { letter == "Y" ? Int(factor) : 0 }

  /// `P3D`, `PT1.5H`.
  func duration(_ count: Double) -> String {
    let amount = count * factor
    let whole = Int(amount)
    let number = Double(whole) == amount ? String(whole) : String(amount)
    return "P\(isTime ? "T" : "")\(number)\(letter)"
  }
}

// Durations, frequencies and times of day.
extension TimeFinder {
  func unit(_ token: Int) -> TimeUnit? {
    Self.units[word(token)]
  }

  static let units: [String: TimeUnit] = {
    let singular: [String: TimeUnit] = [
      "second": TimeUnit(letter: "S", isTime: true, factor: 1),
      "minute": TimeUnit(letter: "M", isTime: true, factor: 1),
      "hour": TimeUnit(letter: "H", isTime: true, factor: 1),
      "day": TimeUnit(letter: "D", isTime: false, factor: 1),
      "night": TimeUnit(letter: "D", isTime: false, factor: 1),
      "week": TimeUnit(letter: "W", isTime: false, factor: 1),
      "fortnight": TimeUnit(letter: "W", isTime: false, factor: 2),
      "month": TimeUnit(letter: "M", isTime: false, factor: 1),
      "year": TimeUnit(letter: "Y", isTime: false, factor: 1),
      "decade": TimeUnit(letter: "Y", isTime: false, factor: 10),
      "century": TimeUnit(letter: "Y", isTime: false, factor: 100),
    ]
    var units = singular
    for (name, unit) in singular { units[name + "s"] = unit }
    units["centuries"] = singular["century"]
    return units
  }()

  /// How many, and whether it is said exactly.
  struct Count {
    let value: Double?
    let isExact: Bool
    let end: Int
  }

  /// `four`, `24`, `nearly four`, `two and a half`, `a few`.
  func count(at token: Int) -> Count? {
    if Self.modifiers.contains(word(token)) {
      return simpleCount(at: token + 1).map { Count(value: $0.value, isExact: false, end: $0.end) }
    }
    if lexed.isToken(token, in: ["more", "less", "at", "up", "as"]) {
      let pair = word(token) + " " + word(token + 1)
      guard ["more than", "less than", "at least", "up to", "as many"].contains(pair) else {
        return nil
      }
      let start = pair == "as many" ? token + 3 : token + 2
      return simpleCount(at: start).map { Count(value: $0.value, isExact: false, end: $0.end) }
    }
    return simpleCount(at: token)
  }

  static let modifiers: Set<String> = [
    "nearly", "almost", "about", "around", "roughly", "approximately", "some", "over", "under",
    "just", "only",
    "barely",
  ]

  private func simpleCount(at token: Int) -> Count? {
    let first = word(token)
    if sentence.contains(token), lexed.tokens.kinds[token] == .number {
      guard let number = Double(first.filter { $0 != "," }), number < 1_000_000 else { return nil }
      return Count(value: number, isExact: true, end: token + 1)
    }
    switch first {
    case "half":
      guard word(token + 1) == "a" || word(token + 1) == "an" else { return nil }
      return Count(value: 0.5, isExact: true, end: token + 2)
    case "a" where word(token + 1) == "few":
      return Count(value: nil, isExact: false, end: token + 2)
    case "a" where word(token + 1) == "couple" && word(token + 2) == "of":
      return Count(value: nil, isExact: false, end: token + 3)
    case "a" where word(token + 1) == "dozen":
      return Count(value: 12, isExact: true, end: token + 2)
    case "a", "an", "one": return half(Count(value: 1, isExact: true, end: token + 1))
    case "several", "many", "few": return Count(value: nil, isExact: false, end: token + 1)
    default: break
    }
    guard let value = Self.cardinals[first] else { return nil }
    if value >= 20, value < 100, isHyphen(token + 1), let ones = Self.cardinals[word(token + 2)],
      ones < 10
    {
      return Count(value: value + ones, isExact: true, end: token + 3)
    }
    return half(Count(value: value, isExact: true, end: token + 1))
  }

  /// With `and a half`.
  private func half(_ count: Count) -> Count {
    guard let value = count.value, word(count.end) == "and", word(count.end + 1) == "a",
      word(count.end + 2) == "half"
    else { return count }
    return Count(value: value + 0.5, isExact: count.isExact, end: count.end + 3)
  }

  private static let cardinals: [String: Double] = [
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "one": 1,
  ]

  private static let directions = ["past": -1, "last": -1, "next": 1, "coming": 1, "following": 1]

  /// `three weeks`, `nearly four-year`, `past two days`, `months` after *for*.
  func duration(at token: Int) -> FoundTime? {
    if let direction = Self.directions[word(token)] {
      return directed(token + 1, direction)
    }
    if ["for", "in", "within"].contains(word(token - 1)), word(token).hasSuffix("s"),
      unit(token) != nil
    {
      return FoundTime(token + 1, .duration)
    }
    if let unit = unit(token), isHyphen(token + 1), word(token + 2) == "long" {
      return FoundTime(token + 3, .duration, value: unit.duration(1))
    }
    guard let count = count(at: token) else { return nil }
    let isJoined = isHyphen(count.end)
    let place = isJoined ? count.end + 1 : count.end
    guard let unit = unit(place) else { return nil }
    // Ages: 14-year-old, 14 years old.
    if isHyphen(place + 1), word(place + 2) == "old" { return nil }
    if word(place + 1) == "old" { return nil }
    let isSingleWord = word(token) == "a" || word(token) == "an"
    if isSingleWord, !isJoined {
      guard ["for", "after", "within", "during", "over", "under"].contains(word(token - 1)),
        unit.letter != "S"
      else { return nil }
    }
    if count.value == 1, unit.letter == "S" { return nil }
    let end = isHyphen(place + 1) && word(place + 2) == "long" ? place + 3 : place + 1
    return FoundTime(end, .duration, value: count.isExact ? count.value.map(unit.duration) : nil)
  }

  /// Behind `past`, `next` and the like.
  private func directed(_ token: Int, _ direction: Int) -> FoundTime? {
    let isBare = word(token - 1) == "past" && unit(token) != nil
    let count = isBare ? Count(value: 1, isExact: true, end: token) : count(at: token)
    guard let count, let unit = unit(count.end), unit.letter != "S" else { return nil }
    let value = count.isExact ? count.value.map(unit.duration) : nil
    var days: ClosedRange<Int>?
    if let number = count.value, count.isExact, unit.days == 1 || unit.days == 7 {
      let span = Int(number) * unit.days
      days = direction < 0 ? -span...0 : 0...span
    }
    return FoundTime(count.end + 1, .duration, value: value, days: days)
  }

  /// `daily`, `every two weeks`, `twice a day`.
  func frequency(at token: Int) -> FoundTime? {
    if let value = Self.adverbs[word(token)] {
      // Half of a newspaper's name.
      if isCapitalized(token), isCapitalized(token + 1) || isCapitalized(token - 1) { return nil }
      return FoundTime(token + 1, .frequency, value: value)
    }
    switch word(token) {
    case "every", "each": return repeated(token)
    case "once", "twice":
      return perUnit(token + 1)
    default:
      if isCapitalized(token), word(token).hasSuffix("days"),
        Self.weekdayPlurals.contains(word(token))
      {
        return FoundTime(token + 1, .frequency)
      }
      guard let count = count(at: token), word(count.end) == "times" else { return nil }
      return perUnit(count.end + 1)
    }
  }

  private func repeated(_ token: Int) -> FoundTime? {
    var next = token + 1
    let isOther = word(next) == "other" || word(next) == "single"
    if isOther { next += 1 }
    if weekdayNumber(next) != nil
      || ["morning", "evening", "afternoon", "weekend", "summer", "winter", "spring"].contains(
        word(next)
      )
    {
      return FoundTime(next + 1, .frequency)
    }
    if let unit = unit(next) {
      let value = word(next - 1) == "other" ? unit.duration(2) : unit.duration(1)
      return FoundTime(next + 1, .frequency, value: "R/" + value)
    }
    guard word(token) == "every", let count = count(at: next), let unit = unit(count.end) else {
      return nil
    }
    return FoundTime(count.end + 1, .frequency, value: count.value.map { "R/" + unit.duration($0) })
  }

  /// Behind `twice` or `three times`: `a day`.
  private func perUnit(_ token: Int) -> FoundTime? {
    guard ["a", "an", "per", "each", "every"].contains(word(token)), unit(token + 1) != nil else {
      return nil
    }
    return FoundTime(token + 2, .frequency)
  }

  static let adverbs: [String: String] = [
    "daily": "R/P1D", "nightly": "R/P1D", "weekly": "R/P1W", "monthly": "R/P1M", "yearly": "R/P1Y",
    "annually": "R/P1Y", "annual": "R/P1Y", "hourly": "R/PT1H", "fortnightly": "R/P2W",
    "quarterly": "R/P3M",
  ]

  private static let weekdayPlurals: Set<String> = [
    "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays",
  ]
}
