public enum QuotationKind: String, CaseIterable, Sendable {
  case direct
  case indirect
  case mixed
}

/// What is said and by whom, in text order.
///
/// Each row is an attribution with its evidence.
public struct Quotations: Sendable {
  /// One part or more in text order, quotation marks included.
  public private(set) var parts = Ragged<TokenRange>()
  /// The local noun phrase of the speaker ("he"); nil where the text names none.
  public private(set) var sources: [TokenRange?] = []
  /// The word that signals it ("said").
  public private(set) var cues: [TokenRange?] = []
  public private(set) var kinds: [QuotationKind] = []
  /// Who the source is.
  public private(set) var actors: [ID<NewsActor>?] = []
  /// The name of the rule that found it.
  public private(set) var why: [String] = []

  public init() {}

  public var count: Int { kinds.count }

  public mutating func append(
    parts: [TokenRange],
    source: TokenRange?,
    cue: TokenRange?,
    kind: QuotationKind,
    actor: ID<NewsActor>?,
    why: String
  ) {
    precondition(!parts.isEmpty, "a quotation has a part")
    self.parts.append(parts)
    sources.append(source)
    cues.append(cue)
    kinds.append(kind)
    actors.append(actor)
    self.why.append(why)
  }

  /// From the first part's start to the last one's end.
  public func content(_ row: Int) -> TokenRange {
    let parts = parts[row]
    return TokenRange(parts[parts.startIndex].first, parts[parts.endIndex - 1].end)
  }
}

public struct Quotation: Sendable {
  public let document: Document
  public let id: ID<Quotation>

  public var parts: [Range<UInt32>] {
    document.quotations.parts[id.index].map(document.tokens.bytes)
  }
  /// The hull of the parts, in bytes.
  public var range: Range<UInt32> {
    document.tokens.bytes(of: document.quotations.content(id.index))
  }
  public var source: TokenRange? { document.quotations.sources[id.index] }
  public var cue: TokenRange? { document.quotations.cues[id.index] }
  public var kind: QuotationKind { document.quotations.kinds[id.index] }
  public var actor: ID<NewsActor>? { document.quotations.actors[id.index] }
  public var why: String { document.quotations.why[id.index] }
}
