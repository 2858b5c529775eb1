internal import CReference

/// Places and their names, from `CReference/gazetteer`.
///
/// Behind the header: the number of places and of candidates, four bytes each; the places, 20 bytes each
/// (latitude and longitude as 32-bit floats in degrees; country as two letters, kind, flags, population,
/// and the row of the country plus one or 0); the candidates, four bytes each (the naming in the two highest
/// bits, then the place's row); padding to eight; the names, a `StringTable` whose values hold where a name's
/// candidates begin (low 32 bits), how many there are (next 16), and `WordClasses.beginsPhrase`'s bit; then
/// the countries' names as they are written: their number, four bytes, and for each its two letters packed, how
/// many bytes its name has (two bytes each) and where in the bytes that follow it begins (four).
public struct Gazetteer: Sendable {
  public static let format = "BGAZ"
  public static let version: UInt32 = 3
  public static let placeStride = 20
  public static let builtIn = Gazetteer(TableBytes(broadsheet_gazetteer()))

  public enum Kind: UInt8, CaseIterable, Sendable {
    case country
    case region
    case city
    case water
    case facility
    case other
  }

  /// How a name stands for a place.
  public enum Naming: UInt8, Sendable {
    case name
    /// The people or the adjective: "Russian", "French".
    case demonym
    /// Where a state's government sits, and by which it is called: "the Kremlin".
    case seat
  }

  public struct Flags: OptionSet, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    public static let capital = Flags(rawValue: 1)
  }

  public struct Candidate: Sendable {
    public let place: Int
    public let naming: Naming
  }

  /// What is known of a name: its candidates, best known place first, and whether a longer name goes on.
  public struct Match: Sendable {
    public let candidates: [Candidate]
    public let beginsLonger: Bool
  }

  public let bytes: TableBytes
  private let names: StringTable
  public let placeCount: Int
  private let places: Int
  private let candidates: Int
  private let countryNames: Int

  public init(_ bytes: TableBytes) {
    precondition(
      bytes.format == Self.format && bytes.version == Self.version,
      "a gazetteer table"
    )
    self.bytes = bytes
    placeCount = Int(bytes.load(UInt32.self, at: TableBytes.headerCount))
    let candidateCount = Int(bytes.load(UInt32.self, at: TableBytes.headerCount + 4))
    places = TableBytes.headerCount + 8
    candidates = places + Self.placeStride * placeCount
    names = StringTable(bytes, at: (candidates + 4 * candidateCount + 7) & ~7)
    countryNames = names.end
  }

  public var nameCount: Int { names.count }

  /// Looks up a lower-case name, its words joined by one space; nil for one that is not listed and begins none.
  public func match(_ key: String) -> Match? {
    var key = key
    return key.withUTF8 { match($0) }
  }

  public func match(_ key: UnsafeBufferPointer<UInt8>) -> Match? {
    guard let value = names.value(of: key) else { return nil }
    let first = Int(value & 0xFFFF_FFFF)
    let count = Int(value >> 32 & 0xFFFF)
    let found = (first..<first + count).map { row in
      let packed = bytes.load(UInt32.self, at: candidates + 4 * row)
      return Candidate(
        place: Int(packed & 0x3FFF_FFFF),
        naming: Naming(rawValue: UInt8(packed >> 30)) ?? .name
      )
    }
    return Match(
      candidates: found,
      beginsLonger: value & WordClasses.beginsPhrase.rawValue != 0
    )
  }

  /// Degrees, north positive.
  public func latitude(of place: Int) -> Float {
    Float(bitPattern: bytes.load(UInt32.self, at: places + Self.placeStride * place))
  }

  /// Degrees, east positive.
  public func longitude(of place: Int) -> Float {
    Float(bitPattern: bytes.load(UInt32.self, at: places + Self.placeStride * place + 4))
  }

  /// ISO 3166-1 letters, the first in the high byte; 0 where a place has no country.
  public func packedCountry(of place: Int) -> UInt16 {
    bytes.load(UInt16.self, at: places + Self.placeStride * place + 8)
  }

  public func kind(of place: Int) -> Kind {
    Kind(rawValue: bytes.load(UInt8.self, at: places + Self.placeStride * place + 10)) ?? .other
  }

  public func flags(of place: Int) -> Flags {
    Flags(rawValue: bytes.load(UInt8.self, at: places + Self.placeStride * place + 11))
  }

  public func population(of place: Int) -> Int {
    Int(bytes.load(UInt32.self, at: places + Self.placeStride * place + 12))
  }

  /// What English news calls a country; nil for an unknown code.
  public func countryName(_ packed: UInt16) -> String? {
    let count = Int(bytes.load(UInt32.self, at: countryNames))
    for row in 0..<count {
      let entry = countryNames + 4 + 8 * row
      guard bytes.load(UInt16.self, at: entry) == packed else { continue }
      let start = countryNames + 4 + 8 * count + Int(bytes.load(UInt32.self, at: entry + 4))
      let length = Int(bytes.load(UInt16.self, at: entry + 2))
      return String(
        decoding: UnsafeRawBufferPointer(start: bytes.pointer + start, count: length),
        as: UTF8.self
      )
    }
    return nil
  }

  /// The row of the country that `place` is in; nil for a country itself and for what is in none.
  public func country(of place: Int) -> Int? {
    let row = bytes.load(UInt32.self, at: places + Self.placeStride * place + 16)
    return row == 0 ? nil : Int(row) - 1
  }
}
