internal import CReference

/// The weights by which pronouns choose what they refer to; `broadsheet-workshop train-antecedents` trains them.
///
/// Behind the header: the number of rows (pronoun forms) and of columns (features), four bytes each, and the weights row by
/// row, two bytes each, in 256ths.
public struct AntecedentModel: Sendable {
  public static let format = "BANT"
  public static let version: UInt32 = 1
  /// What a weight of 1 is in the table.
  public static let unit: Float = 256

  public static let builtIn = AntecedentModel(TableBytes(broadsheet_antecedents()))

  public let bytes: TableBytes
  public let rowCount: Int
  public let columnCount: Int

  public init(_ bytes: TableBytes) {
    precondition(
      bytes.format == Self.format && bytes.version == Self.version,
      "a table of antecedents"
    )
    self.bytes = bytes
    rowCount = Int(bytes.load(UInt32.self, at: TableBytes.headerCount))
    columnCount = Int(bytes.load(UInt32.self, at: TableBytes.headerCount + 4))
  }

  public func weight(_ row: Int, _ column: Int) -> Float {
    let offset = TableBytes.headerCount + 8 + 2 * (row * columnCount + column)
    return Float(bytes.load(Int16.self, at: offset)) / Self.unit
  }
}
