internal import CReference

/// The dependency parser's weights: behind the header the slack, four bytes, and a `WeightTable` whose classes are the transitions.
public struct ParserModel: Sendable {
  public static let format = "BPAR"
  public static let version: UInt32 = 1

  public static let builtIn = ParserModel(TableBytes(broadsheet_parser()))

  public let bytes: TableBytes
  /// How far behind the best a parse may fall and still be followed.
  public let slack: Int32
  public let weights: WeightTable

  public init(_ bytes: TableBytes) {
    precondition(bytes.format == Self.format && bytes.version == Self.version, "a parser's table")
    self.bytes = bytes
    slack = bytes.load(Int32.self, at: TableBytes.headerCount)
    weights = WeightTable(bytes, at: TableBytes.headerCount + 4)
  }
}
