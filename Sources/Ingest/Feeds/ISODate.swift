internal import Prose

/// Reads ISO 8601 in its forms: basic and extended, ordinal, truncated, with or without time and zone.
func isoMoment(_ bytes: [UInt8]) -> Moment? {
  let trimmed = bytes.drop(while: isSpace)
  guard let first = trimmed.first, isDigit(first) || first == UInt8(ascii: "-") else { return nil }
  var reader = DigitReader(rest: trimmed)
  guard let day = isoDay(&reader) else { return nil }
  var rest = reader.rest
  while let last = rest.last, isSpace(last) { rest = rest.dropLast() }
  guard !rest.isEmpty else { return Moment(day: day, seconds: 0, zoneMinutes: 0) }
  guard
    rest.first == UInt8(ascii: "T") || rest.first == UInt8(ascii: "t")
      || isSpace(rest[rest.startIndex])
  else { return nil }
  rest = rest.dropFirst().drop(while: isSpace)
  return isoTime(rest, of: day)
}

/// The day that a date begins with; what it leaves out is the first.
private func isoDay(_ reader: inout DigitReader) -> CalendarDate? {
  if reader.take("-") {
    // Without century: -03-12, -0312, -03.
    guard let year = reader.number(2) else { return nil }
    _ = reader.take("-")
    return CalendarDate(year: 2000 + year, month: reader.number(2) ?? 1, day: 1)
  }
  switch reader.digitCount {
  case 8...:
    guard let year = reader.number(4), let month = reader.number(2), let day = reader.number(2)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  case 7:
    guard let year = reader.number(4), let day = reader.number(3) else { return nil }
    return ordinal(day, of: year)
  case 6:
    guard let year = reader.number(2), let month = reader.number(2), let day = reader.number(2)
    else { return nil }
    return CalendarDate(year: fullYear(year, digits: 2), month: month, day: day)
  case 5:
    guard let year = reader.number(2), let day = reader.number(3) else { return nil }
    return ordinal(day, of: fullYear(year, digits: 2))
  case 4:
    guard let year = reader.number(4) else { return nil }
    return dayBehindYear(year, &reader)
  case 2:
    guard let year = reader.number(2), reader.rest.first == UInt8(ascii: "-") else { return nil }
    return dayBehindYear(fullYear(year, digits: 2), &reader)
  default: return nil
  }
}

/// What stands behind the year: -12-31, -12, -365, -W05-4, or nothing.
private func dayBehindYear(_ year: Int, _ reader: inout DigitReader) -> CalendarDate? {
  let mark: Unicode.Scalar = reader.rest.first == UInt8(ascii: "/") ? "/" : "-"
  guard reader.take(mark) else { return CalendarDate(year: year, month: 1, day: 1) }
  if reader.take("W") || reader.take("w") {
    guard let week = reader.number(2), (1...53).contains(week),
      let january = CalendarDate(year: year, month: 1, day: 4)
    else { return nil }
    let weekday = reader.take("-") ? reader.number(1) ?? 0 : 1
    guard (1...7).contains(weekday) else { return nil }
    let monday = january.dayNumber - january.weekday + 1
    return CalendarDate(dayNumber: monday + (week - 1) * 7 + weekday - 1)
  }
  if reader.digitCount == 3 { return reader.number(3).flatMap { ordinal($0, of: year) } }
  guard let month = reader.number(min(2, max(1, reader.digitCount))) else { return nil }
  guard reader.take(mark) || reader.digitCount == 2 else {
    return CalendarDate(year: year, month: month, day: 1)
  }
  guard let day = reader.number(min(2, max(1, reader.digitCount))) else { return nil }
  return CalendarDate(year: year, month: month, day: day)
}

private func ordinal(_ day: Int, of year: Int) -> CalendarDate? {
  guard let first = CalendarDate(year: year, month: 1, day: 1),
    let found = CalendarDate(dayNumber: first.dayNumber + day - 1), found.year == year
  else { return nil }
  return found
}

/// Reads a time and its zone: 10:14, 101455, 10:14:55.25-08:00, 16:31 EST.
private func isoTime(_ text: ArraySlice<UInt8>, of day: CalendarDate) -> Moment? {
  var reader = DigitReader(rest: text)
  guard let hour = reader.number(min(2, max(1, reader.digitCount))) else { return nil }
  var minute = 0
  var second = 0
  if reader.take(":") || reader.digitCount >= 2 {
    guard let number = reader.number(2) else { return nil }
    minute = number
    if reader.take(":") || reader.digitCount >= 2 {
      guard let number = reader.number(2) else { return nil }
      second = number
    }
  }
  if reader.take(".") || reader.take(",") { reader.rest = reader.rest.drop(while: isDigit) }
  guard let seconds = secondsOfDay(hour, minute, second) else { return nil }
  let behind = lowercase(reader.rest.filter { !isSpace($0) })
  // Halves of the day are words, not zones.
  guard behind != Array("am".utf8), behind != Array("pm".utf8) else { return nil }
  guard let zone = zoneMinutes(Array(reader.rest)) else { return nil }
  return Moment(day: day, seconds: seconds, zoneMinutes: zone)
}
