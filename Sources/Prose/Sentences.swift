/// Sentences in text order: they cover every token once, and none spans two blocks.
public struct Sentences: Sendable {
  /// The sentences' tokens.
  public private(set) var tokens: [TokenRange] = []
  /// The row of the block each stands in.
  public private(set) var blocks: [UInt32] = []

  public init() {}

  @inlinable public var count: Int { tokens.count }

  public mutating func append(_ range: TokenRange, block: Int) {
    tokens.append(range)
    blocks.append(UInt32(block))
  }

  /// The sentence that holds `token`.
  @inlinable
  public func sentence(at token: Int) -> Int? {
    let row = tokens.partitioningIndex { $0.end > UInt32(token) }
    return row < count ? row : nil
  }
}

public struct Sentence: Sendable {
  public let document: Document
  public let id: ID<Sentence>

  public var tokens: TokenRange { document.sentences.tokens[id.index] }
  /// The sentence's place in the article, in bytes.
  public var range: Range<UInt32> { document.tokens.bytes(of: tokens) }
  public var block: ID<Block> { ID(row: document.sentences.blocks[id.index]) }
}
