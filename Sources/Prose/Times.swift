public enum TimeKind: String, CaseIterable, Sendable {
  case date
  case time
  case duration
  case frequency
  case vague
}

/// Time expressions in text order.
public struct Times: Sendable {
  public private(set) var tokens: [TokenRange] = []
  public private(set) var kinds: [TimeKind] = []
  /// ISO 8601; nil where the article gives no anchor.
  ///
  /// Never an invented date.
  public private(set) var values: [String?] = []
  /// Days counted from the day the article reports from, both ends included.
  public private(set) var days: [ClosedRange<Int>?] = []
  /// The clause that tells what happens then; nil where the sentence has none.
  public private(set) var clauses: [TokenRange?] = []
  /// The name of the rule that found it, and from what it counts.
  public private(set) var why: [String] = []

  public init() {}

  public var count: Int { tokens.count }

  public mutating func append(
    _ tokens: TokenRange,
    kind: TimeKind,
    value: String?,
    days: ClosedRange<Int>?,
    clause: TokenRange?,
    why: String
  ) {
    self.tokens.append(tokens)
    kinds.append(kind)
    values.append(value)
    self.days.append(days)
    clauses.append(clause)
    self.why.append(why)
  }
}

/// A time expression.
///
/// Not `Time`, which would read as an instant.
public struct TimeExpression: Sendable {
  public let document: Document
  public let id: ID<TimeExpression>

  public var tokens: TokenRange { document.times.tokens[id.index] }
  public var range: Range<UInt32> { document.tokens.bytes(of: tokens) }
  public var kind: TimeKind { document.times.kinds[id.index] }
  public var value: String? { document.times.values[id.index] }
  public var days: ClosedRange<Int>? { document.times.days[id.index] }
  public var clause: TokenRange? { document.times.clauses[id.index] }
  public var why: String { document.times.why[id.index] }
}

extension Document {
  public var allTimes: [TimeExpression] {
    (0..<times.count).map { TimeExpression(document: self, id: ID(row: $0)) }
  }
}
