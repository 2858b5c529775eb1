internal import CReference

/// Words and phrases with their classes, from `CReference/lexicons`.
public struct Lexicon: Sendable {
  public static let format = "BLEX"
  public static let version: UInt32 = 1
  public static let builtIn = Lexicon(TableBytes(broadsheet_lexicon()))

  public let bytes: TableBytes
  private let table: StringTable

  public init(_ bytes: TableBytes) {
    precondition(bytes.format == Self.format && bytes.version == Self.version, "a lexicon table")
    self.bytes = bytes
    table = StringTable(bytes, at: TableBytes.headerCount)
  }

  public var count: Int { table.count }

  /// The classes of a lower-case word or phrase; empty for one that is not listed.
  public func classes(of key: UnsafeBufferPointer<UInt8>) -> WordClasses {
    WordClasses(rawValue: table.value(of: key) ?? 0)
  }

  public func classes(of key: String) -> WordClasses {
    WordClasses(rawValue: table.value(of: key) ?? 0)
  }
}
