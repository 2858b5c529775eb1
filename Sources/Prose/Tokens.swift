public enum TokenKind: UInt8, Sendable {
  case word
  case number
  case punctuation
  case symbol
  /// A web address, an e-mail address, a handle or a hashtag.
  case address
}

/// Words and marks in text order.
///
/// They cover every block but for its white space. Words are split as in Universal Dependencies: `US-led` is three tokens, `Zelensky’s` and `don't` two.
public struct Tokens: Sendable {
  public private(set) var starts: [UInt32] = []
  public private(set) var ends: [UInt32] = []
  public private(set) var kinds: [TokenKind] = []

  public init() {}

  @inlinable public var count: Int { starts.count }

  public mutating func reserveCapacity(_ count: Int) {
    starts.reserveCapacity(count)
    ends.reserveCapacity(count)
    kinds.reserveCapacity(count)
  }

  /// Empties the table; its room stays.
  public mutating func removeAll() {
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    kinds.removeAll(keepingCapacity: true)
  }

  /// Adds a token behind all others; `range` is in bytes.
  public mutating func append(_ kind: TokenKind, _ range: Range<UInt32>) {
    starts.append(range.lowerBound)
    ends.append(range.upperBound)
    kinds.append(kind)
  }

  /// The token's place in the text, in bytes.
  @inlinable
  public func bytes(of token: Int) -> Range<UInt32> { starts[token]..<ends[token] }

  /// From the first token's first byte to behind the last one's last.
  @inlinable
  public func bytes(of range: TokenRange) -> Range<UInt32> {
    starts[Int(range.first)]..<ends[Int(range.end) - 1]
  }

  /// Whether no space stands between `token` and the next one.
  @inlinable
  public func touchesNext(_ token: Int) -> Bool {
    token + 1 < count && ends[token] == starts[token + 1]
  }

  /// The tokens that share a byte with `bytes`; nil where there is none.
  public func tokens(in bytes: Range<UInt32>) -> TokenRange? {
    let first = ends.partitioningIndex { $0 > bytes.lowerBound }
    let end = starts.partitioningIndex { $0 >= bytes.upperBound }
    return first < end ? TokenRange(first..<end) : nil
  }
}

/// A token seen through its document.
public struct Token: Sendable {
  public let document: Document
  public let id: ID<Token>

  /// The token's place in the article, in bytes.
  public var range: Range<UInt32> { document.tokens.bytes(of: id.index) }
  public var kind: TokenKind { document.tokens.kinds[id.index] }
}
