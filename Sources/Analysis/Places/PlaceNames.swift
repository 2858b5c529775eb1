internal import Prose
internal import Reference

/// What the words of a place's name say, apart from what it is called.
struct PlaceName: Sendable {
  /// What the words in it or beside it say that it is: "Donetsk region", "Lake Chad", "the town of Reading".
  var kind: PlaceKind?
  /// Every place that it can mean.
  var senses: [PlaceSense] = []
  /// The words mean much besides: a place that news does not know needs something else that speaks for it.
  var isVague = false
}

/// Looks up names as they stand in the text: with and without the words that say what they are.
struct PlaceNameReader {
  let lexed: Lexed
  let places: [Int: KnownPlace]
  let tables: PlaceSenses

  func read(_ form: TokenRange) -> PlaceName {
    let whole = lexed.extended(form, places)
    let kind = kindByWords(whole) ?? kindByWordsBefore(form)
    for range in whole == form ? [form] : [whole, form] {
      var senses = senses(range)
      // North, West and UN are villages too, but no text means those.
      if isNoName(range) { senses.removeAll { !$0.isFamiliar } }
      guard senses.isEmpty else {
        let isWord = range.count == 1 && lexed.isAny(range.rows.lowerBound, .commonWords)
        return PlaceName(kind: kind, senses: senses, isVague: isWord)
      }
    }
    return PlaceName(kind: kind, senses: sensesOfPart(form, kind), isVague: true)
  }

  /// A direction, a kind of place or an abbreviation, and nothing else.
  private func isNoName(_ range: TokenRange) -> Bool {
    guard range.count == 1 else { return false }
    let token = range.rows.lowerBound
    return lexed.isAny(token, Self.kindWords.union([.locationModifiers, .functionWords]))
      || lexed.has(token, .allCapitals) && lexed.tokens.bytes(of: token).count <= 4
  }

  private static let kindWords: WordClasses = [.facilityWords, .regionWords, .waterWords]

  private func senses(_ range: TokenRange) -> [PlaceSense] {
    tables.senses(key: lexed.key(range), text: lexed.string(range))
  }

  /// Of "Randwick Racecourse" or "Nyanza Province" the place that gives it its name, of "North Dallas" the whole.
  private func sensesOfPart(_ form: TokenRange, _ kind: PlaceKind?) -> [PlaceSense] {
    var part = form.rows
    while part.count > 1, let kinds = kindWords(endingAt: part) { part = part.dropLast(kinds) }
    while part.count > 1,
      lexed.isAny(part.lowerBound, [.locationModifiers, .regionWords, .waterWords])
        || lexed.isToken(part.lowerBound, in: ["of", "the"]) || !lexed.isWord(part.lowerBound)
    {
      part = part.dropFirst()
    }
    guard part.count < form.count else { return [] }
    var senses = senses(TokenRange(part)).filter { $0.naming == .name }
    switch kind {
    case .water: senses.removeAll { $0.kind != .water }
    case .region, .facility, .city, .country, .other, nil:
      for row in senses.indices where kind != .city { senses[row].kind = kind ?? .region }
    }
    return senses
  }

  /// How many of the last words say what the place is; nil for none.
  private func kindWords(endingAt part: Range<Int>) -> Int? {
    let longest = part.dropFirst().first { start in
      lexed.phrase(at: start, Self.kindWords)?.tokens.rows.upperBound == part.upperBound
    }
    if let longest { return part.upperBound - longest }
    return lexed.isAny(part.upperBound - 1, Self.kindWords) ? 1 : nil
  }

  private func kindByWords(_ whole: TokenRange) -> PlaceKind? {
    guard whole.count > 1 else { return nil }
    let last = whole.rows.upperBound - 1
    if lexed.isToken(last, in: townWords) { return .city }
    if lexed.isAny(last, .facilityWords) { return .facility }
    if lexed.isAny(last, .regionWords) { return .region }
    if lexed.isAny(last, .waterWords) || lexed.isAny(whole.rows.lowerBound, .waterWords) {
      return .water
    }
    return nil
  }

  /// "The town of Reading", "the province of Quebec".
  private func kindByWordsBefore(_ form: TokenRange) -> PlaceKind? {
    let before = form.rows.lowerBound - 1
    guard lexed.isToken(before, "of") else { return nil }
    if lexed.isToken(before - 1, in: townWords) { return .city }
    return lexed.isAny(before - 1, .regionWords) ? .region : nil
  }
}

private let townWords: WordSet = [
  "city", "town", "village", "township", "suburb", "hamlet", "settlement", "municipality",
]
