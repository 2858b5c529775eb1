internal import CReference

/// The world's places with all their names: cities above 1,000 people, regions, waters, mountains.
///
/// The gazetteer says which names news knows and what they stand for; the atlas only where a place is that
/// something else has found to be one. Its names are many ordinary words and surnames too.
///
/// Behind the header seven numbers of four bytes: how many names, places, divisions and name blocks there are, and where
/// the divisions' names, the name blocks' index and the names begin. Then the divisions, eight bytes each (where its name
/// begins, four; the country as two letters packed, two; two of padding), one more to end the last name; their names; the
/// places, seven bytes each (latitude and longitude as fractions of half a circle and a whole one, two each, all bits set for an unknown point; the division, two; the kind in
/// three bits and the size class in five); the index, eight bytes for each block of `blockCount` names (where it begins,
/// the first place that it owns); the names in byte order, each: a byte whose high half says how much it shares
/// with the one before and whose low half how long the rest is (15: the next byte says it); the rest; a byte with
/// how many places it owns (low three bits) and how many others it refers to (next three; 7: a byte of its own
/// follows, in this order); the others' rows, three bytes each. A name owns the places that are called so first:
/// their rows follow those that the name before owns.
public struct Atlas: Sendable {
  public static let format = "BATL"
  public static let version: UInt32 = 1
  public static let placeStride = 7
  public static let blockCount = 32
  public static let builtIn = Atlas(TableBytes(broadsheet_atlas()))

  public let bytes: TableBytes
  public let nameCount: Int
  public let placeCount: Int
  public let divisionCount: Int
  private let blocks: Int
  private let divisions: Int
  private let divisionNames: Int
  private let places: Int
  private let index: Int
  private let names: Int

  public init(_ bytes: TableBytes) {
    precondition(bytes.format == Self.format && bytes.version == Self.version, "an atlas table")
    self.bytes = bytes
    func number(_ row: Int) -> Int {
      Int(bytes.load(UInt32.self, at: TableBytes.headerCount + 4 * row))
    }
    nameCount = number(0)
    placeCount = number(1)
    divisionCount = number(2)
    blocks = number(3)
    divisionNames = number(4)
    index = number(5)
    names = number(6)
    divisions = TableBytes.headerCount + 4 * 7
    places = index - Self.placeStride * placeCount
  }

  /// The places that a name can mean, each list from the largest on.
  public struct Match: Sendable {
    /// Those that are called so first.
    public let owned: Range<Int>
    /// Those for which it is another name.
    public let others: [Int]

    public var rows: [Int] { Array(owned) + others }
    public var isEmpty: Bool { owned.isEmpty && others.isEmpty }
  }

  /// The places called `key`, which is in the form of `placeKey`; none for a name that is not listed.
  public func places(called key: String) -> Match {
    var key = key
    return key.withUTF8 { key in
      guard let found = seek(key), found.isWhole, found.common == key.count else {
        return Match(owned: 0..<0, others: [])
      }
      return match(found.entry)
    }
  }

  /// Whether a listed name goes on behind these words.
  public func beginsLonger(_ key: String) -> Bool {
    var key = key + " "
    return key.withUTF8 { key in
      seek(key)?.common == key.count
    }
  }

  /// The size class of the largest place called `key`; nil for a name that is not listed.
  public func sizeClass(called key: String) -> Int? {
    places(called: key).rows.map(sizeClass).max()
  }

  // MARK: - Places

  /// Degrees, north and east positive, good to a third of a kilometer; nil where only region or country are known.
  public func point(of place: Int) -> (latitude: Float, longitude: Float)? {
    let north = bytes.load(UInt16.self, at: places + Self.placeStride * place)
    let east = bytes.load(UInt16.self, at: places + Self.placeStride * place + 2)
    guard (north, east) != (.max, .max) else { return nil }
    return (Float(north) * (180 / 65_535) - 90, Float(east) * (360 / 65_535) - 180)
  }

  public func kind(of place: Int) -> Gazetteer.Kind {
    Gazetteer.Kind(rawValue: kindAndSize(place) >> 5) ?? .other
  }

  /// 0 for unknown, then a step for each of 1,000, 2,000, 5,000, 10,000 people and so on that it reaches.
  public func sizeClass(of place: Int) -> Int { Int(kindAndSize(place) & 31) }

  /// ISO 3166-1 letters, the first in the high byte; 0 where a place has no country.
  public func packedCountry(of place: Int) -> UInt16 {
    bytes.load(UInt16.self, at: divisions + 8 * division(place) + 4)
  }

  /// The first-level region that the place is in; nil where none is known.
  public func region(of place: Int) -> String? {
    let division = divisions + 8 * division(place)
    let start = Int(bytes.load(UInt32.self, at: division))
    let end = Int(bytes.load(UInt32.self, at: division + 8))
    guard start < end else { return nil }
    return String(
      decoding: UnsafeRawBufferPointer(
        start: bytes.pointer + divisionNames + start,
        count: end - start
      ),
      as: UTF8.self
    )
  }

  /// The class of a place with so many people.
  public static func sizeClass(population: Int) -> Int {
    var size = 0
    var step = 1_000
    for factor in sizeSteps where population >= step {
      size += 1
      step = step * factor.multiplier / factor.divisor
    }
    return size
  }

  /// The fewest people of a class; 0 for class 0.
  public static func population(sizeClass: Int) -> Int {
    guard sizeClass > 0 else { return 0 }
    return sizeSteps.prefix(sizeClass - 1).reduce(1_000) { $0 * $1.multiplier / $1.divisor }
  }

  /// From 1 to 2, from 2 to 5, from 5 to 10, seven times over.
  private static let sizeSteps = (0..<21).map { row in
    (multiplier: row % 3 == 1 ? 5 : 2, divisor: row % 3 == 1 ? 2 : 1)
  }

  private func kindAndSize(_ place: Int) -> UInt8 {
    bytes.load(UInt8.self, at: places + Self.placeStride * place + 6)
  }

  private func division(_ place: Int) -> Int {
    Int(bytes.load(UInt16.self, at: places + Self.placeStride * place + 4))
  }

  // MARK: - Names

  /// A name's places: those it owns, and where those are listed to which it refers.
  private struct Entry {
    let owned: Range<Int>
    let others: Int
    let otherCount: Int
  }

  private func match(_ entry: Entry) -> Match {
    Match(
      owned: entry.owned,
      others: (0..<entry.otherCount).map { row in
        let at = entry.others + 3 * row
        return Int(bytes.load(UInt16.self, at: at)) | Int(bytes.load(UInt8.self, at: at + 2)) << 16
      }
    )
  }

  /// The first name that is no less than `key`, or nil: where its places are, and how many of its bytes are `key`'s.
  private func seek(
    _ key: UnsafeBufferPointer<UInt8>
  ) -> (entry: Entry, common: Int, isWhole: Bool)? {
    var low = 0
    var high = blocks
    while low < high {
      let middle = (low + high) / 2
      if key.lexicographicallyPrecedes(firstName(middle)) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    // The last block that begins no later than the key; the one behind it may begin with what follows it.
    for block in max(low - 1, 0)..<min(low + 1, blocks) {
      var at = names + Int(bytes.load(UInt32.self, at: index + 8 * block))
      var place = Int(bytes.load(UInt32.self, at: index + 8 * block + 4))
      // How many bytes the name before has in common with the key, which is greater than it.
      var common = 0
      for _ in 0..<min(Self.blockCount, nameCount - block * Self.blockCount) {
        let shared = Int(byte(at) >> 4)
        let rest = number(&at, from: byte(at) & 15, escape: 15)
        let start = at
        at += rest
        let counts = byte(at)
        let owned = number(&at, from: counts & 7, escape: 7)
        let others = counts >> 3 == 7 ? Int(byte(at)) : Int(counts >> 3)
        if counts >> 3 == 7 { at += 1 }
        let entry = Entry(owned: place..<place + owned, others: at, otherCount: others)
        at += 3 * others
        place += owned
        // It differs from the key where the one before does.
        if shared > common { continue }
        common = shared
        while common < key.count, common - shared < rest,
          byte(start + common - shared) == key[common]
        { common += 1 }
        let isAtEnd = common - shared == rest
        if common == key.count { return (entry, common, isAtEnd) }
        if !isAtEnd, byte(start + common - shared) > key[common] { return (entry, common, false) }
      }
    }
    return nil
  }

  /// A count that a few bits hold, or the byte behind them where they are all set; steps past both.
  private func number(_ at: inout Int, from bits: UInt8, escape: UInt8) -> Int {
    at += 1
    guard bits == escape else { return Int(bits) }
    at += 1
    return Int(byte(at - 1))
  }

  private func firstName(_ block: Int) -> UnsafeRawBufferPointer {
    let at = names + Int(bytes.load(UInt32.self, at: index + 8 * block))
    let rest = Int(byte(at) & 15)
    return rest == 15
      ? UnsafeRawBufferPointer(start: bytes.pointer + at + 2, count: Int(byte(at + 1)))
      : UnsafeRawBufferPointer(start: bytes.pointer + at + 1, count: rest)
  }

  private func byte(_ at: Int) -> UInt8 { bytes.load(UInt8.self, at: at) }
}
