internal import CReference

/// The dependency parser's weights.
///
/// Behind the header the slack, four bytes; an `ActionWeights` whose classes are the parser's actions; padding to four; and a
/// `WeightTable` whose classes are the relations, from which an arc takes its own once it is made.
public struct ParserModel: Sendable {
  public static let format = "BPAR"
  public static let version: UInt32 = 2

  public static let builtIn = ParserModel(TableBytes(broadsheet_parser()))

  public let bytes: TableBytes
  /// How far behind the best a parse may fall and still be followed.
  public let slack: Int32
  public let actions: ActionWeights
  public let relations: WeightTable

  public init(_ bytes: TableBytes) {
    precondition(bytes.format == Self.format && bytes.version == Self.version, "a parser's table")
    self.bytes = bytes
    slack = bytes.load(Int32.self, at: TableBytes.headerCount)
    actions = ActionWeights(bytes, at: TableBytes.headerCount + 4)
    relations = WeightTable(bytes, at: (actions.end + 3) & ~3)
  }
}
