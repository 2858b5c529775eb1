/// A feed as it was published.
public struct Feed: Equatable, Sendable {
  public var title: String?
  /// The address of the page that the feed belongs to.
  public var link: String?
  public var id: String?
  public var description: String?
  public var author: String?
  /// ISO 8601, in UTC.
  public var updated: String?
  public var language: String?
  public var entries: [FeedEntry] = []

  public init() {}
}

/// One article of a feed.
public struct FeedEntry: Equatable, Sendable {
  /// Plain text on one line.
  public var title: String?
  /// The address of its page, always of the web.
  public var link: String?
  /// What the feed calls it by.
  public var id: String?
  /// The name of its first author; his address where no name is given.
  public var author: String?
  /// ISO 8601, in UTC; where the feed only tells when it was changed, that.
  public var published: String?
  public var updated: String?
  /// HTML, as it came: hostile until it is read by a parser.
  public var summary: String?
  public var content: String?
  /// What relative addresses in `summary` and `content` are relative to.
  public var base: String?
  public var categories: [String] = []

  public init() {}

  /// What tells it from the feed's other entries when the feed is read again: its id, else its page, else what it says.
  public var identity: String {
    id ?? link ?? [title, published, summary].map { $0 ?? "" }.joined(separator: "\n")
  }
}
