/// The first day that a line of text names, as an ISO date; nil where it names none.
///
/// It knows days written with a month's name, in the languages of the list, and in figures where their order is
/// plain: 2026-01-29, 29.1.2026, 29/01/2026 where one of the two is past twelve.
func dayNamed(in text: String) -> String? {
  var run = 0
  let hasYear = text.utf8.contains { byte in
    run = byte >= 48 && byte <= 57 ? run + 1 : 0
    return run == 4
  }
  guard hasYear else { return nil }
  let parts = tokens(of: text)
  for index in parts.indices {
    if let day = spelled(parts, at: index) ?? inFigures(parts, at: index) { return day }
  }
  return nil
}

/// Months by the first letters of their names, which differ from all others by then.
private let monthNames: [(month: Int, beginnings: String)] = [
  (1, "january januar jan enero janvier gennaio janeiro ene jänner gen styczn leden ocak янв"),
  (
    2, "february februar feb febrero février fevrier fevereiro febbraio fev fév luty únor şubat фев"
  ),
  (3, "march märz mar marzo mars março marco mrz maart marzec březn mart март мар"),
  (4, "april apr abril avril aprile abr avr kwiecie duben dubn nisan апр"),
  (5, "may mai mayo maggio maio mag mei maj květ mayıs мая май"),
  (6, "june juni jun junio juin giugno junho giu czerw červn haziran июн"),
  (7, "july juli jul julio juillet luglio julho lug lip červenc temmuz июл"),
  (8, "august aug agosto août aout ago sierp srpn ağustos авг"),
  (9, "september sep sept septiembre septembre settembre setembro set wrze září eylül сен"),
  (10, "october oktober oct okt octubre octobre ottobre outubro ott out paździer říjn ekim окт"),
  (11, "november nov noviembre novembre novembro listopad kasım ноя"),
  (
    12,
    "december dezember dec dez diciembre décembre decembre dicembre dezembro dic déc grud prosin aralık дек"
  ),
]
private let months: [String: Int] = {
  var result: [String: Int] = [:]
  for (month, names) in monthNames {
    for name in names.split(separator: " ") { result[String(name)] = month }
  }
  return result
}()

private enum Part {
  case number(Int, digits: Int)
  case word(String)
  case sign(Character)
}

private func tokens(of text: String) -> [Part] {
  var result: [Part] = []
  var word = ""
  func end() {
    guard !word.isEmpty else { return }
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty {
      result.append(.number(Int(digits.prefix(9)) ?? 0, digits: digits.count))
      // "29th", "1st", "10Oct"
      let rest = word.dropFirst(digits.count)
      if rest.count > 2 { result.append(.word(String(rest))) }
    } else {
      result.append(.word(word))
    }
    word = ""
  }
  for character in text.prefix(300) {
    if character.isLetter || character.isNumber {
      word += character.lowercased()
    } else {
      end()
      if !character.isWhitespace { result.append(.sign(character)) }
    }
  }
  end()
  return result
}

private func month(_ part: Part?) -> Int? {
  guard case .word(let word)? = part else { return nil }
  if let known = months[word] { return known }
  // Inflected: Polish "stycznia", Russian "января".
  guard word.count > 3 else { return nil }
  for length in stride(from: min(word.count - 1, 7), through: 3, by: -1) {
    if let known = months[String(word.prefix(length))], word.count - length <= 3 { return known }
  }
  return nil
}

/// Day, month and year around a month's name.
private func spelled(_ parts: [Part], at index: Int) -> String? {
  guard let month = month(parts[index]) else { return nil }
  let before = parts[..<index].reversed().filter(isInk).prefix(1)
  let behind = parts[(index + 1)...].prefix(6).filter(isInk)
  // 29 January 2026, 29. Januar 2026, 29 de enero de 2026
  if case .number(let day, _)? = before.first, (1...31).contains(day),
    let year = behind.first(where: isYear).flatMap(number)
  {
    if case .number(_, let digits)? = behind.first, digits == 4 { return iso(year, month, day) }
  }
  // January 29, 2026
  if behind.count >= 2, case .number(let day, let digits) = behind[0], digits <= 2,
    (1...31).contains(day), isYear(behind[1]), let year = number(behind[1])
  {
    return iso(year, month, day)
  }
  return nil
}

/// Whether it counts: a number, or a word that is more than a link between numbers.
private func isInk(_ part: Part) -> Bool {
  switch part {
  case .number: true
  case .word(let word):
    !["de", "del", "of", "th", "st", "nd", "rd", "the", "a", "à"].contains(word)
  case .sign: false
  }
}

private func number(_ part: Part) -> Int? {
  if case .number(let value, _) = part { return value }
  return nil
}

private func isYear(_ part: Part) -> Bool {
  if case .number(let value, let digits) = part {
    return digits == 4 && (1900...2100).contains(value)
  }
  return false
}

/// Three numbers with the same sign between them.
private func inFigures(_ parts: [Part], at index: Int) -> String? {
  guard index + 4 < parts.count, case .number(let first, let firstDigits) = parts[index],
    case .sign(let sign) = parts[index + 1],
    case .number(let second, let secondDigits) = parts[index + 2],
    case .sign(sign) = parts[index + 3],
    case .number(let third, let thirdDigits) = parts[index + 4],
    "-/.".contains(sign), secondDigits <= 2
  else { return nil }
  if firstDigits == 4, thirdDigits <= 2 { return iso(first, second, third) }
  guard firstDigits <= 2, thirdDigits == 4 else { return nil }
  if sign == "." || first > 12 { return iso(third, second, first) }
  return second > 12 ? iso(third, first, second) : nil
}

private func iso(_ year: Int, _ month: Int, _ day: Int) -> String? {
  guard (1900...2100).contains(year), (1...12).contains(month), (1...31).contains(day) else {
    return nil
  }
  let two = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
  return "\(year)-\(two(month))-\(two(day))"
}
