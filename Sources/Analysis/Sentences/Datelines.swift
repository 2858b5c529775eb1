internal import Prose
internal import Reference

// Date lines that run into the text, as pages give them when their tags are stripped.
extension Segmenter {
  /// Whether a date line, `Monday, May 18, 2015`, ends or begins before `token` without a mark.
  ///
  /// At the start of a block the text follows it; at the end of one it follows a headline.
  mutating func endsDateline(before token: Int) -> Bool {
    if token == start + 6, startsUpper(token), isDateline(start) { return true }
    guard token + 6 == limit, startsUpper(token), isDateline(token) else { return false }
    return tokens.kinds[token - 1] != .punctuation && !classes(token - 1).contains(.functionWords)
  }

  /// Weekday, comma, month, day, comma, year.
  private mutating func isDateline(_ token: Int) -> Bool {
    guard token + 6 <= limit, first(token + 1) == 44, first(token + 4) == 44,
      tokens.kinds[token + 3] == .number, tokens.kinds[token + 5] == .number, length(token + 5) == 4
    else { return false }
    return classes(token).contains(.weekdays) && classes(token + 2).contains(.months)
  }
}
