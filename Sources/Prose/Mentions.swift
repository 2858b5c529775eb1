public enum MentionForm: String, CaseIterable, Sendable {
  case name
  /// A description by a common noun: "the Ukrainian President", "the company".
  case nominal
  case pronoun
}

public enum MentionType: String, CaseIterable, Sendable {
  case person
  case organization
  case location
  /// An adjective or noun made from a country or people: "Russian", "the French".
  case nationality
  case group
}

/// Spans that refer to someone or something, in text order.
public struct Mentions: Sendable {
  /// A name alone, without title, article or possessive; a nominal from determiner to head.
  public private(set) var tokens: [TokenRange] = []
  /// The head word; for a name the whole name.
  public private(set) var heads: [TokenRange] = []
  public private(set) var forms: [MentionForm] = []
  public private(set) var types: [MentionType] = []

  public init() {}

  public var count: Int { tokens.count }

  public mutating func append(
    _ tokens: TokenRange,
    head: TokenRange,
    form: MentionForm,
    type: MentionType
  ) {
    self.tokens.append(tokens)
    heads.append(head)
    forms.append(form)
    types.append(type)
  }

  /// The mentions that begin within `range`.
  public func rows(in range: TokenRange) -> Range<Int> {
    let first = tokens.partitioningIndex { $0.first >= range.first }
    let end = tokens.partitioningIndex { $0.first >= range.end }
    return first..<max(first, end)
  }
}

public struct Mention: Sendable {
  public let document: Document
  public let id: ID<Mention>

  public var tokens: TokenRange { document.mentions.tokens[id.index] }
  /// The mention's place in the article, in bytes.
  public var range: Range<UInt32> { document.tokens.bytes(of: tokens) }
  public var head: Range<UInt32> { document.tokens.bytes(of: document.mentions.heads[id.index]) }
  public var form: MentionForm { document.mentions.forms[id.index] }
  public var type: MentionType { document.mentions.types[id.index] }
  public var entity: ID<Entity> { document.entities.ofMention[id.index] }
  public var actor: ID<NewsActor>? { document.actors.ofMention[id.index] }
  public var place: ID<Place>? { document.places.ofMention[id.index] }
}
