internal import Prose

/// Reads dates that name their month or put words around their numbers.
///
/// `Thu, 01 Jan 2004 19:48:21 GMT`, `Sun Jan  4 16:29:06 2004`, `Fri, 2006/09/15 08:19:53 EDT`,
/// `2004년 05월 28일 오후 01:31:15`, `31 December 2003, 10:14 pm`: the time is what holds a colon, the month
/// what is named, the year the number that can be nothing else.
func wordyMoment(_ bytes: [UInt8]) -> Moment? {
  let parts = DateParts(bytes)
  guard let day = parts.day, let seconds = parts.seconds else { return nil }
  return Moment(day: day, seconds: seconds, zoneMinutes: parts.zone)
}

/// What is found in a date, read from left to right.
private struct DateParts {
  private var numbers: [(value: Int, digits: Int)] = []
  private var month: Int?
  /// How many numbers stand before the month's name.
  private var monthPlace = 0
  private var time: [Int] = []
  private var isAfternoon: Bool?
  private(set) var zone = 0

  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let byte = rest.first {
      if isDigit(byte) {
        takeNumber(&rest)
      } else if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"), takeOffset(&rest) {
        break
      } else if isWordByte(byte) {
        let word = rest.prefix { isWordByte($0) || $0 == UInt8(ascii: "/") }
        rest = rest[word.endIndex...]
        if !takeWord(lowercase(word), rest: &rest) { break }
      } else if byte == UInt8(ascii: "(") {
        break
      } else {
        rest = rest.dropFirst()
      }
    }
  }

  private mutating func takeNumber(_ rest: inout ArraySlice<UInt8>) {
    let digits = rest.prefix(while: isDigit)
    rest = rest[digits.endIndex...]
    guard let number = decimal(digits) else { return }
    guard rest.first == UInt8(ascii: ":"), time.isEmpty else {
      numbers.append((number, digits.count))
      return
    }
    time = [number]
    while rest.first == UInt8(ascii: ":"), time.count < 3 {
      let next = rest.dropFirst().prefix(while: isDigit)
      rest = rest[next.endIndex...]
      time.append(decimal(next) ?? -1)
    }
    if rest.first == UInt8(ascii: ".") { rest = rest.dropFirst().drop(while: isDigit) }
  }

  /// Takes a zone's offset behind the time; false where it is none.
  private mutating func takeOffset(_ rest: inout ArraySlice<UInt8>) -> Bool {
    let offset = rest.dropFirst().prefix { isDigit($0) || $0 == UInt8(ascii: ":") }
    guard !time.isEmpty, offset.contains(where: isDigit),
      let minutes = zoneMinutes(Array(rest[rest.startIndex..<offset.endIndex]))
    else { return false }
    zone = minutes
    rest = rest[offset.endIndex...]
    // The C library's form has the year last.
    if let year = rest.drop(while: isSpace).split(separator: 32).first, let number = decimal(year) {
      numbers.append((number, year.count))
    }
    return true
  }

  /// - Returns: Whether what follows is still of the date.
  private mutating func takeWord(_ word: [UInt8], rest: inout ArraySlice<UInt8>) -> Bool {
    let tables = TimeTables.builtIn
    switch String(decoding: word, as: UTF8.self) {
    case "am", "오전", "午前", "上午":
      isAfternoon = false
      return true
    case "pm", "오후", "午後", "下午":
      isAfternoon = true
      return true
    case "t" where !numbers.isEmpty && time.isEmpty:
      return true
    default: break
    }
    if !time.isEmpty {
      let name = word.split(separator: UInt8(ascii: "/")).last.map { Array($0) } ?? word
      if let minutes = tables.zones[name] {
        zone = minutes
        // GMT+2 counts from there.
        return true
      }
    }
    // Days of the week begin like months in places: Mar is Tuesday in Spanish. A month stands beside its day.
    if month == nil, let number = tables.month(word), !numbers.isEmpty || !isWeekday(rest) {
      month = number
      monthPlace = numbers.count
    }
    return true
  }

  /// Whether a word before `rest` is a day of the week, since a number and another word follow.
  private func isWeekday(_ rest: ArraySlice<UInt8>) -> Bool {
    let rest = rest.drop { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") || isSpace($0) }
    let behind = rest.drop(while: isDigit).drop { isSpace($0) || $0 == UInt8(ascii: "-") }
    guard rest.first.map(isDigit) == true else { return false }
    let word = behind.prefix(while: isWordByte)
    return TimeTables.builtIn.month(lowercase(word)) != nil
  }

  var day: CalendarDate? {
    var numbers = numbers
    if let month {
      guard !numbers.isEmpty else { return nil }
      guard numbers.count > 1 else {
        // The month and one number: a year, if it can be one.
        guard numbers[0].digits == 4 else { return nil }
        return CalendarDate(year: numbers[0].value, month: month, day: 1)
      }
      // The year has four digits, or more than a day can have, or stands last.
      let yearPlace =
        numbers.firstIndex { $0.digits >= 3 || $0.value > 31 } ?? 1
      let year = numbers.remove(at: yearPlace)
      return CalendarDate(
        year: fullYear(year.value, digits: year.digits),
        month: month,
        day: numbers[0].value
      )
    }
    guard numbers.count >= 3 else { return nil }
    if numbers[0].digits == 4 {
      return CalendarDate(year: numbers[0].value, month: numbers[1].value, day: numbers[2].value)
    }
    // Without a name the American order, unless it cannot be.
    let year = fullYear(numbers[2].value, digits: numbers[2].digits)
    return CalendarDate(year: year, month: numbers[0].value, day: numbers[1].value)
      ?? CalendarDate(year: year, month: numbers[1].value, day: numbers[0].value)
  }

  var seconds: Int? {
    guard let first = time.first else { return 0 }
    var hour = first
    if let isAfternoon, (1...12).contains(hour) { hour = hour % 12 + (isAfternoon ? 12 : 0) }
    return secondsOfDay(hour, time.count > 1 ? time[1] : 0, time.count > 2 ? time[2] : 0)
  }
}

private func isWordByte(_ byte: UInt8) -> Bool {
  byte >= 0x80 || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
}
