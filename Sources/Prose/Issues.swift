/// A party's attitude to an issue, relative to its label as worded.
public enum Stance: String, CaseIterable, Sendable {
  case supports
  case proposes
  case demands
  case asserts
  case opposes
  case rejects
  case denies
  case doubts
  case neutral
  case unspecified

  public var sign: StanceSign {
    switch self {
    case .supports, .proposes, .demands, .asserts: .plus
    case .opposes, .rejects, .denies, .doubts: .minus
    case .neutral, .unspecified: .none
    }
  }
}

public enum StanceSign: Sendable {
  case plus
  case minus
  /// Takes no side, or its side is not told.
  case none

  /// `+`, `−` or `?`.
  public var symbol: Character {
    switch self {
    case .plus: "+"
    case .minus: "−"
    case .none: "?"
    }
  }
}

/// What restricts a position or an issue.
public struct Status: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  public static let past = Status(rawValue: 1)
  public static let implicit = Status(rawValue: 2)
  public static let attributed = Status(rawValue: 4)
  public static let anonymous = Status(rawValue: 8)
  public static let unconfirmed = Status(rawValue: 16)

  /// The names of the schema, in a fixed order.
  public var names: [String] {
    let all: [(Status, String)] = [
      (.past, "past"), (.implicit, "implicit"), (.attributed, "attributed"),
      (.anonymous, "anonymous"), (.unconfirmed, "unconfirmed"),
    ]
    return all.filter { contains($0.0) }.map(\.1)
  }
}

/// Matters on which the article shows disagreement, in order of salience.
public struct Issues: Sendable {
  /// The noun phrase of the text that names the matter.
  public private(set) var labels: [TokenRange] = []
  /// Other phrases of the text for it.
  public private(set) var alsoCalled = Ragged<TokenRange>()
  /// How central the issue is to the article, 0...1.
  public private(set) var salience: [Float] = []
  public private(set) var status: [Status] = []
  /// The sentences that show the dispute, in text order.
  public private(set) var evidence = Ragged<ID<Sentence>>()
  /// The name of the rule or model that found it.
  public private(set) var why: [String] = []

  public init() {}

  public var count: Int { labels.count }

  public mutating func append(
    label: TokenRange,
    alsoCalled: [TokenRange],
    salience: Float,
    status: Status,
    evidence: [ID<Sentence>],
    why: String
  ) {
    labels.append(label)
    self.alsoCalled.append(alsoCalled)
    self.salience.append(salience)
    self.status.append(status)
    self.evidence.append(evidence)
    self.why.append(why)
  }
}

/// Who stands where, ordered by issue.
public struct Positions: Sendable {
  public private(set) var issues: [ID<Issue>] = []
  public private(set) var actors: [ID<NewsActor>] = []
  public private(set) var stances: [Stance] = []
  public private(set) var status: [Status] = []
  /// The sentences that show this party's stance, in text order.
  public private(set) var evidence = Ragged<ID<Sentence>>()
  /// The word or phrase that carries the stance.
  public private(set) var cues: [TokenRange] = []
  /// The name of the rule or model that read the stance.
  public private(set) var why: [String] = []

  public init() {}

  public var count: Int { issues.count }

  public mutating func append(
    issue: ID<Issue>,
    actor: ID<NewsActor>,
    stance: Stance,
    status: Status,
    evidence: [ID<Sentence>],
    cue: TokenRange,
    why: String
  ) {
    precondition(issue >= (issues.last ?? issue), "positions are ordered by issue")
    issues.append(issue)
    actors.append(actor)
    stances.append(stance)
    self.status.append(status)
    self.evidence.append(evidence)
    cues.append(cue)
    self.why.append(why)
  }

  /// The positions on one issue.
  public func rows(of issue: ID<Issue>) -> Range<Int> {
    let first = issues.partitioningIndex { $0 >= issue }
    let end = issues.partitioningIndex { $0 > issue }
    return first..<end
  }
}

public struct Issue: Sendable {
  public let document: Document
  public let id: ID<Issue>

  public var label: String { document.label(of: id) }
  /// Where the label stands, in bytes.
  public var range: Range<UInt32> { document.tokens.bytes(of: document.issues.labels[id.index]) }
  public var alsoCalled: [String] { document.issues.alsoCalled[id.index].map(document.string) }
  public var salience: Float { document.issues.salience[id.index] }
  public var status: Status { document.issues.status[id.index] }
  public var evidence: ArraySlice<ID<Sentence>> { document.issues.evidence[id.index] }
  public var why: String { document.issues.why[id.index] }
  public var positions: [Position] {
    document.positions.rows(of: id).map { Position(document: document, id: ID(row: $0)) }
  }
}

public struct Position: Sendable {
  public let document: Document
  public let id: ID<Position>

  public var issue: ID<Issue> { document.positions.issues[id.index] }
  public var actor: ID<NewsActor> { document.positions.actors[id.index] }
  public var stance: Stance { document.positions.stances[id.index] }
  public var status: Status { document.positions.status[id.index] }
  public var evidence: ArraySlice<ID<Sentence>> { document.positions.evidence[id.index] }
  public var cue: TokenRange { document.positions.cues[id.index] }
  public var why: String { document.positions.why[id.index] }
}
