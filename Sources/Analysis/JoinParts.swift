internal import Prose

/// Names under which something stands, the first found first, each once.
struct JoinedNames {
  private(set) var ranges: [TokenRange] = []
  private var keys: [String] = []

  mutating func add(_ range: TokenRange, key: String) {
    guard !keys.contains(key) else { return }
    ranges.append(range)
    keys.append(key)
  }
}

/// The actors or the places of several windows: equal ones are one.
struct JoinedParts<Kind: Hashable> {
  struct Part {
    let entity: Int
    let kind: Kind
    var names = JoinedNames()
    var roles = JoinedNames()
    let country: CountryCode?
    let coordinates: Coordinates?
    /// Summed over the windows.
    var salience: Float = 0
  }

  private struct Key: Hashable {
    let entity: Int
    let kind: Kind
    let name: String
  }

  private(set) var parts: [Part] = []
  private var rows: [Key: Int] = [:]

  /// The row of the part of this entity and kind, and with this name where one is given; a new one for want of it.
  mutating func row(
    _ entity: Int,
    _ kind: Kind,
    name: String = "",
    country: CountryCode?,
    coordinates: Coordinates? = nil
  ) -> Int {
    let key = Key(entity: entity, kind: kind, name: name)
    if let known = rows[key] { return known }
    rows[key] = parts.count
    parts.append(Part(entity: entity, kind: kind, country: country, coordinates: coordinates))
    return parts.count - 1
  }

  mutating func update(_ row: Int, _ change: (inout Part) -> Void) { change(&parts[row]) }

  /// The rows by salience, which is scaled so that the first one's is 1.
  var ranked: [(row: Int, salience: Float)] {
    let most = max(parts.lazy.map(\.salience).max() ?? 1, .leastNormalMagnitude)
    return parts.indices.map { (row: $0, salience: parts[$0].salience / most) }
      .sorted { $0.salience > $1.salience || $0.salience == $1.salience && $0.row < $1.row }
  }
}

/// For each row where it stands in `order`.
func places<Row>(of order: [(row: Int, Row)]) -> [Int] {
  var places = [Int](repeating: 0, count: order.count)
  for (place, entry) in order.enumerated() { places[entry.row] = place }
  return places
}
