public enum ChunkKind: UInt8, Sendable {
  /// A noun with what stands before it: determiner, numbers, adjectives, nouns; or a pronoun.
  case noun
  /// A verb with its auxiliaries, the infinitive's *to* and the adverbs among them.
  case verb
}

/// Base phrases in text order: none holds another, none overlaps another, none crosses its sentence's end.
public struct Chunks: Sendable {
  public private(set) var kinds: [ChunkKind] = []
  public private(set) var tokens: [TokenRange] = []
  /// The token that carries the chunk's meaning: the last noun, the last verb.
  public private(set) var heads: [UInt32] = []

  public init() {}

  public var count: Int { kinds.count }

  /// Adds a chunk behind all others; `head` is one of its tokens.
  public mutating func append(_ kind: ChunkKind, _ range: TokenRange, head: Int) {
    precondition(range.contains(head), "a chunk holds its head")
    kinds.append(kind)
    tokens.append(range)
    heads.append(UInt32(head))
  }

  /// The chunk that holds `token`.
  public func chunk(at token: Int) -> Int? {
    let row = tokens.partitioningIndex { $0.end > UInt32(token) }
    return row < count && tokens[row].contains(token) ? row : nil
  }
}
