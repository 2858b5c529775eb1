internal import Prose

/// A moment as `2004-01-01T19:48:21Z`, read from any form that dates take in feeds; nil for what is none.
///
/// RFC 822 with its many misspellings, RFC 3339 and ISO 8601 with what they let be left out, the C library's and
/// other programs' forms, month names of several languages. What is left out of a time is zero; a time without zone
/// is of Greenwich; a date without day is the first.
public func feedDate(_ text: String) -> String? {
  let bytes = Array(text.utf8.prefix(128))
  return (isoMoment(bytes) ?? wordyMoment(bytes))?.iso
}

/// A day and a time of day with its zone.
struct Moment {
  let day: CalendarDate
  let seconds: Int
  /// East of Greenwich.
  let zoneMinutes: Int

  /// Nil where the zone takes it out of the years that have four digits.
  var iso: String? {
    let total = seconds - zoneMinutes * 60
    let days = Int((Double(total) / 86_400).rounded(.down))
    guard let day = CalendarDate(dayNumber: day.dayNumber + days) else { return nil }
    let rest = total - days * 86_400
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(day.iso)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }
}

/// A time of day in seconds; a leap second, and 24:00, are what follows them.
func secondsOfDay(_ hour: Int, _ minute: Int, _ second: Int) -> Int? {
  guard (0...24).contains(hour), (0..<60).contains(minute), (0...60).contains(second),
    hour < 24 || minute + second == 0
  else { return nil }
  return hour * 3600 + minute * 60 + second
}

/// Reads digits from the front of a text.
struct DigitReader {
  var rest: ArraySlice<UInt8>

  mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: byte) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// The number that the next `count` digits are; nil, without a step, where there are fewer.
  mutating func number(_ count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, let number = decimal(digits) else { return nil }
    rest = rest.dropFirst(count)
    return number
  }

  /// How many digits come next.
  var digitCount: Int { rest.prefix { isDigit($0) }.count }
}

/// The number that decimal digits are; nil for anything else, and for more of them than any date has.
func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
  guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy(isDigit) else { return nil }
  return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
}

/// The year that a number of so many digits means.
/// - Note: RFC 2822, section 4.3.
func fullYear(_ number: Int, digits: Int) -> Int {
  switch digits {
  case ...2: number < 70 ? number + 2000 : number + 1900
  case 3: number + 1900
  default: number
  }
}
