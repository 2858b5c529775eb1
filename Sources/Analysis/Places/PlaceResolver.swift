internal import Prose
internal import Reference

/// Decides which of the places that a name can mean the article means: one for each chain.
///
/// Everything speaks in points, about one for a factor of five in likelihood. The first round judges each
/// name by itself, the later ones beside what the others came out as.
struct PlaceResolver {
  private static let rounds = 3

  private struct Candidate {
    let sense: PlaceSense
    /// What does not depend on the other places.
    let points: Float
  }

  private struct Name {
    let chain: Int
    /// A place, not a people.
    let isPlace: Bool
    /// It stands where places stand, or has a word that says what it is.
    let isScene: Bool
    let isVague: Bool
    let candidates: [Candidate]
    let holders: [Containment.Holder]
  }

  private struct Neighbor {
    let chain: Int
    let sense: PlaceSense
  }

  /// So many names before and behind, and so many regions of a country, are looked at.
  private static let reach = 24

  private let tables: PlaceSenses
  private let context: PlaceContext
  private var names: [Name] = []
  private(set) var resolved: [Int: PlaceSense] = [:]
  /// The kinds that the words beside the names say.
  private(set) var kinds: [Int: PlaceKind] = [:]

  init(tables: PlaceSenses, context: PlaceContext) {
    self.tables = tables
    self.context = context
  }

  /// Adds a chain that can mean `place.senses`, of which it is said that `holders` hold it.
  mutating func add(
    _ chain: Int,
    isPlace: Bool,
    isScene: Bool,
    _ place: PlaceName,
    _ holders: [Containment.Holder]
  ) {
    kinds[chain] = place.kind
    let candidates = place.senses.map { sense in
      Candidate(sense: sense, points: points(sense, place.kind))
    }
    names.append(
      Name(
        chain: chain,
        isPlace: isPlace,
        isScene: isScene || place.kind != nil,
        isVague: place.isVague,
        candidates: candidates,
        holders: holders
      )
    )
  }

  /// Adds a chain of whose place there is no doubt.
  mutating func settle(_ chain: Int, as sense: PlaceSense) { resolved[chain] = sense }

  mutating func resolve() {
    let settled = resolved
    for round in 0..<Self.rounds {
      let before = resolved
      let regions = familiarRegions(before)
      resolved = settled
      for (row, name) in names.enumerated() {
        guard name.candidates.count > 1 else {
          resolved[name.chain] = name.candidates.first?.sense
          continue
        }
        let near = round == 0 ? [] : neighbors(ofName: row, before)
        let best = name.candidates.map { candidate in
          let sense = candidate.sense
          var points = candidate.points
          if round > 0 {
            points += self.points(sense, heldBy: name.holders, before)
            points += self.points(sense, name.chain, beside: near, regions[sense.country] ?? [])
          }
          return (sense: sense, points: points)
        }.max { $0.points < $1.points }
        resolved[name.chain] = best?.sense
      }
      if round > 0, isSame(before, resolved) { break }
    }
    for name in names where name.isPlace { resolved[name.chain] = checked(name) }
  }

  /// The regions that the article names of each country, the first so many.
  private func familiarRegions(_ resolved: [Int: PlaceSense]) -> [UInt16: [Neighbor]] {
    var regions: [UInt16: [Neighbor]] = [:]
    for name in names {
      guard let sense = resolved[name.chain], sense.kind == .region, sense.isFamiliar,
        regions[sense.country]?.count ?? 0 < Self.reach
      else { continue }
      regions[sense.country, default: []].append(Neighbor(chain: name.chain, sense: sense))
    }
    return regions
  }

  /// What the names before and behind came out as: a long text is not one landscape.
  private func neighbors(ofName row: Int, _ resolved: [Int: PlaceSense]) -> [Neighbor] {
    names[max(0, row - Self.reach)..<min(names.count, row + Self.reach + 1)].compactMap { name in
      guard name.chain != names[row].chain, let sense = resolved[name.chain] else { return nil }
      return Neighbor(chain: name.chain, sense: sense)
    }
  }

  private func isSame(_ left: [Int: PlaceSense], _ right: [Int: PlaceSense]) -> Bool {
    left.count == right.count
      && left.allSatisfy { chain, sense in
        right[chain]?.coordinates == sense.coordinates && right[chain]?.country == sense.country
      }
  }

  // MARK: - Points

  private func points(_ sense: PlaceSense, _ kind: PlaceKind?) -> Float {
    var points = Float(sense.size) * 0.45
    if sense.isFamiliar { points += 2.5 }
    if sense.isCapital { points += 4 }
    if sense.isOtherName { points -= 1.5 }
    if sense.naming != .name { points -= 3 }
    switch sense.kind {
    case .country: points += 6
    case .region: points += 2
    case .water, .other, .facility: points += 1
    case .city: break
    }
    if let kind { points += sense.kind == kind ? 5 : kind == .water ? -5 : -1 }
    let share = context.share(of: sense.country)
    if share > 0 { points += 1.5 + 3.5 * share }
    return points
  }

  private func points(
    _ sense: PlaceSense,
    heldBy holders: [Containment.Holder],
    _ resolved: [Int: PlaceSense]
  ) -> Float {
    holders.reduce(0) { points, holder in
      guard let region = resolved[holder.chain], isHolder(region), tables.isIn(sense, region)
      else { return points }
      return max(points, holder.strength.rawValue)
    }
  }

  private func points(
    _ sense: PlaceSense,
    _ chain: Int,
    beside neighbors: [Neighbor],
    _ regions: [Neighbor]
  ) -> Float {
    guard sense.kind != .country else { return 0 }
    var points: Float = 0
    var others = 0
    var isInOther = false
    for region in regions where region.chain != chain {
      others += 1
      isInOther = isInOther || tables.isIn(sense, region.sense)
    }
    if isInOther { points += others == 1 ? 5 : 3 }
    var holdsPlace = false
    var nearest = Float.infinity
    for place in neighbors where place.sense.kind != .country && place.sense.kind != .region {
      if sense.kind == .region { holdsPlace = holdsPlace || tables.isIn(place.sense, sense) }
      if let distance = sense.distance(to: place.sense) { nearest = min(nearest, distance) }
    }
    if holdsPlace { points += 3 }
    if nearest < 300 { points += 3 * (1 - nearest / 300) }
    return points
  }

  private func isHolder(_ sense: PlaceSense) -> Bool {
    sense.kind == .region || sense.kind == .country
  }

  /// What came out, unless the text says that the place is in another country, or hardly anything speaks for it.
  private func checked(_ name: Name) -> PlaceSense? {
    let found = resolved[name.chain]
    let holder = name.holders.lazy.compactMap { holder in
      resolved[holder.chain].map { (sense: $0, strength: holder.strength) }
    }.first { isHolder($0.sense) && $0.sense.country != 0 }
    if let found {
      // "Bethel, Pennsylvania" is not the one in Connecticut, the only one on the list.
      if let holder, holder.strength == .stated, holder.sense.kind == .region,
        found.kind == .city, found.country == holder.sense.country,
        !tables.isIn(found, holder.sense),
        found.distance(to: holder.sense) ?? 0 > Self.farAway
      {
        return PlaceSense(unlistedIn: holder.sense.country)
      }
      if found.country == 0 || found.country == holder?.sense.country { return found }
      // "London, Ontario" is not that in England; "London, Germany's guest today" is.
      let isContradicted = holder?.strength == .stated && holder?.sense.kind == .region
      if found.isFamiliar, !isContradicted { return found }
      if let holder { return PlaceSense(unlistedIn: holder.sense.country) }
      // A town of which few have heard, in a country of which the article says nothing, is hardly meant.
      let isObscure = name.isVague || found.size < Self.wellKnownSize
      let isUncalledFor =
        context.share(of: found.country) == 0 && (context.total >= 2 || name.isVague)
      guard isObscure, isUncalledFor else { return found }
    }
    if let holder { return PlaceSense(unlistedIn: holder.sense.country) }
    return name.isScene ? context.mainCountry.map(PlaceSense.init(unlistedIn:)) : nil
  }

  /// In kilometers from a region's middle.
  private static let farAway: Float = 300

  /// 200,000 people.
  private static let wellKnownSize = Atlas.sizeClass(population: 200_000)
}
