internal import Prose
internal import Reference

/// What the article says of where it is set.
struct PlaceContext {
  /// How often each country is named, by itself, its people, its seat or its regions.
  private(set) var countries: [UInt16: Float] = [:]
  /// How many such mentions there are.
  private(set) var total: Float = 0

  init(_ known: [KnownPlace], _ gazetteer: Gazetteer) {
    for place in known {
      guard let country = country(of: place, gazetteer) else { continue }
      countries[country, default: 0] += 1
      total += 1
    }
  }

  /// The share of the countries' mentions that are of this one.
  func share(of country: UInt16) -> Float {
    guard total > 0, let count = countries[country] else { return 0 }
    return count / total
  }

  /// The country in which most of the article is set; nil where none has two thirds of the countries' mentions.
  var mainCountry: UInt16? {
    guard let (country, count) = countries.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      count >= 2, count * 3 >= total * 2
    else { return nil }
    return country
  }

  /// The country for which a name speaks; nil for a city's name, which needs context rather than gives it, and
  /// for one that two countries or regions bear.
  private func country(of place: KnownPlace, _ gazetteer: Gazetteer) -> UInt16? {
    let best = place.candidates[0]
    let country = gazetteer.packedCountry(of: best.place)
    let kind = gazetteer.kind(of: best.place)
    guard country != 0, kind == .country || kind == .region || best.naming != .name else {
      return nil
    }
    let isShared = place.candidates.contains { other in
      other.naming == .name && [.country, .region].contains(gazetteer.kind(of: other.place))
        && gazetteer.packedCountry(of: other.place) != country
    }
    return isShared ? nil : country
  }
}

/// Reads from the words around a name what holds it: "Odessa, Texas", "Iraq's Mosul", "the Iraqi town of Ranya".
struct Containment {
  enum Strength: Float {
    /// "Odessa, Texas", "Odessa (Texas)".
    case stated = 10
    /// "Odessa in Texas", "Texas' Odessa", "Odessa, in Ector County, Texas".
    case told = 7
    /// "The Iraqi town of Ranya".
    case described = 5
  }

  struct Holder {
    let chain: Int
    let strength: Strength
  }

  private let lexed: Lexed
  private let places: [Int: KnownPlace]
  /// For a token the row of the mention that begins or ends there.
  private var starts: [Int: Int] = [:]
  private var ends: [Int: Int] = [:]
  private let linked: Linked

  init(_ linked: Linked, _ lexed: Lexed, _ places: [Int: KnownPlace]) {
    self.linked = linked
    self.lexed = lexed
    self.places = places
    let mentions = linked.mentions
    for row in 0..<mentions.count where mentions.forms[row] == .name {
      guard mentions.types[row] == .location || mentions.types[row] == .nationality else {
        continue
      }
      starts[mentions.tokens[row].rows.lowerBound] = row
      ends[mentions.tokens[row].rows.upperBound] = row
    }
  }

  /// Whether the name stands where places stand: "in Xanthoria", "near the Xan".
  func isScene(_ name: TokenRange) -> Bool {
    let before = name.rows.lowerBound - 1
    let preposition = lexed.isToken(before, "the") ? before - 1 : before
    return lexed.isToken(preposition, in: scenePrepositions)
  }

  /// What is said to hold the place at `name`, nearest first.
  func holders(of name: TokenRange) -> [Holder] {
    var holders: [Holder] = []
    let end = lexed.extended(name, places).rows.upperBound
    if let next = location(behind: end), !isListed(from: end) {
      holders.append(Holder(chain: chain(next.row), strength: next.strength))
      let farther = linked.mentions.tokens[next.row].rows.upperBound
      if lexed.isToken(farther, ","), let last = location(at: farther + 1) {
        holders.append(Holder(chain: chain(last), strength: .told))
      }
    }
    if let before = holder(before: name.rows.lowerBound) { holders.append(before) }
    return holders
  }

  /// Whether a row of places that ends in "and" goes on here.
  private func isListed(from end: Int) -> Bool {
    var token = end
    while lexed.isToken(token, ","), let row = location(at: token + 1) {
      token = linked.mentions.tokens[row].rows.upperBound
    }
    guard token > end else { return false }
    if lexed.isToken(token, ",") { token += 1 }
    guard lexed.isToken(token, "and") || lexed.isToken(token, "or") else { return false }
    return locationPastSmallWords(token + 1) != nil
  }

  private func chain(_ row: Int) -> Int { linked.entities.ofMention[row].index }

  private func location(at token: Int) -> Int? {
    starts[token].flatMap { linked.mentions.types[$0] == .location ? $0 : nil }
  }

  private func location(behind end: Int) -> (row: Int, strength: Strength)? {
    if lexed.isToken(end, ",") || lexed.isToken(end, "(") {
      if let row = location(at: end + 1) { return (row, .stated) }
      return lexed.isToken(end + 1, "in")
        ? locationPastSmallWords(end + 2).map { ($0, .told) } : nil
    }
    return lexed.isToken(end, "in") ? locationPastSmallWords(end + 1).map { ($0, .told) } : nil
  }

  /// "In Texas", "in the northern Sinai".
  private func locationPastSmallWords(_ first: Int) -> Int? {
    for token in first..<first + 3 {
      if let row = location(at: token) { return row }
      guard lexed.isToken(token, "the") || lexed.isAny(token, .locationModifiers) else { break }
    }
    return nil
  }

  private func holder(before start: Int) -> Holder? {
    if lexed.isToken(start - 1, in: ["'s", "'"]), let row = ends[start - 1],
      linked.mentions.types[row] == .location
    {
      return Holder(chain: chain(row), strength: .told)
    }
    // Only words that say what the place is may stand between: "the Iraqi border town of Ranya".
    for token in stride(from: start, through: max(0, start - 5), by: -1) {
      if let row = ends[token], linked.mentions.types[row] == .nationality {
        return Holder(chain: chain(row), strength: .described)
      }
      guard lexed.isToken(token - 1, "of") || isKindWord(token - 1) else { break }
    }
    return nil
  }

  private func isKindWord(_ token: Int) -> Bool {
    !lexed.has(token, .capitalized)
      && lexed.isAny(token, [.regionWords, .facilityWords, .waterWords, .locationModifiers])
  }
}

private let scenePrepositions: WordSet = [
  "in", "at", "near", "outside", "inside", "around", "from", "to", "into", "toward", "towards",
  "across",
  "through", "throughout", "via", "off",
]
