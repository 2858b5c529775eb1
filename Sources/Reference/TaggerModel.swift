internal import CReference

/// The part-of-speech tagger's words and weights.
///
/// Behind the header: the number of word kinds and the slack, four bytes each; for each kind its tag if it has one tag only, else
/// 255, one byte each; padding to four; the words (`WordBuckets`: each word's kind); the weights
/// (`WeightTable`: its classes are the tags).
public struct TaggerModel: Sendable {
  public static let format = "BTAG"
  public static let version: UInt32 = 1

  public static let builtIn = TaggerModel(TableBytes(broadsheet_tagger()))

  public let bytes: TableBytes
  public let words: WordBuckets
  public let weights: WeightTable
  /// How far behind the best a way to tag may fall and still be followed.
  public let slack: Int32
  private let kinds: Int

  public init(_ bytes: TableBytes) {
    precondition(bytes.format == Self.format && bytes.version == Self.version, "a tagger's table")
    self.bytes = bytes
    slack = bytes.load(Int32.self, at: TableBytes.headerCount + 4)
    kinds = TableBytes.headerCount + 8
    let kindCount = Int(bytes.load(UInt32.self, at: TableBytes.headerCount))
    words = WordBuckets(bytes, at: (kinds + kindCount + 3) & ~3)
    weights = WeightTable(bytes, at: words.end)
  }

  /// The only tag of the words of `kind`; 255 for words that have several.
  @inline(__always)
  public func onlyTag(ofKind kind: UInt16) -> UInt8 {
    bytes.load(UInt8.self, at: kinds + Int(kind))
  }
}
