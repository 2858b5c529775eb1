internal import CReference

/// Words and phrases with their classes, from `CReference/lexicons`.
///
/// Layout: header; a `StringTable` with values of two bytes, each the row of a set of classes; padding to eight; the
/// sets, eight bytes each. Many thousand words share some hundred sets.
public struct Lexicon: Sendable {
  public static let format = "BLEX"
  public static let version: UInt32 = 2
  public static let builtIn = Lexicon(TableBytes(broadsheet_lexicon()))

  public let bytes: TableBytes
  private let table: StringTable
  /// Where the sets of classes begin.
  private let sets: Int

  public init(_ bytes: TableBytes) {
    precondition(bytes.format == Self.format && bytes.version == Self.version, "a lexicon table")
    self.bytes = bytes
    table = StringTable(bytes, at: TableBytes.headerCount, isNarrow: true)
    sets = (table.end + 7) & ~7
  }

  public var count: Int { table.count }

  /// The classes of a lower-case word or phrase; empty for one that is not listed.
  public func classes(of key: UnsafeBufferPointer<UInt8>) -> WordClasses {
    guard let row = table.value(of: key) else { return [] }
    return WordClasses(rawValue: bytes.load(UInt64.self, at: sets + 8 * Int(row)))
  }

  public func classes(of key: String) -> WordClasses {
    var key = key
    return key.withUTF8 { classes(of: $0) }
  }
}
