/// A run of tokens, half-open: every span that the analysis finds is one.
///
/// Bytes follow from tokens in constant time (`Tokens.bytes(of:)`), so no table stores both.
public struct TokenRange: Hashable, Sendable, Comparable {
  public let first: UInt32
  public let end: UInt32

  /// - Precondition: `first < end`. An empty run is not a finding.
  @inlinable
  public init(_ first: UInt32, _ end: UInt32) {
    precondition(first < end, "a token range holds a token")
    self.first = first
    self.end = end
  }

  @inlinable
  public init(_ range: Range<Int>) {
    self.init(UInt32(range.lowerBound), UInt32(range.upperBound))
  }

  /// The rows as indices into the token table.
  @inlinable public var rows: Range<Int> { Int(first)..<Int(end) }
  @inlinable public var count: Int { Int(end - first) }

  @inlinable
  public func contains(_ token: Int) -> Bool { rows.contains(token) }

  @inlinable
  public func contains(_ other: TokenRange) -> Bool {
    first <= other.first && other.end <= end
  }

  @inlinable
  public func overlaps(_ other: TokenRange) -> Bool {
    first < other.end && other.first < end
  }

  /// In text order; of two that start together the shorter one first.
  @inlinable
  public static func < (left: Self, right: Self) -> Bool {
    (left.first, left.end) < (right.first, right.end)
  }
}
