/// A passage that a person has marked, with what finds it again in a text that has changed.
///
/// The W3C Web Annotation Data Model calls the first three TextQuoteSelector (exact, prefix, suffix) and the next two
/// TextPositionSelector.
public struct Annotation: Equatable, Sendable {
  /// Told apart by it in every copy: a UUID in small letters.
  public var id: String
  public var quote: String
  public var prefix: String
  public var suffix: String
  /// In Unicode code points, end exclusive.
  public var start: Int
  public var end: Int
  public var color: String
  public var note: String
  /// ISO 8601, UTC.
  public var created: String
  public var changed: String
  /// Whether the text no longer has the passage; the position is where it was.
  public var isOrphaned: Bool

  public init(
    id: String,
    quote: String,
    prefix: String = "",
    suffix: String = "",
    start: Int,
    end: Int,
    color: String,
    note: String = "",
    created: String,
    changed: String,
    isOrphaned: Bool = false
  ) {
    self.id = id
    self.quote = quote
    self.prefix = prefix
    self.suffix = suffix
    self.start = start
    self.end = end
    self.color = color
    self.note = note
    self.created = created
    self.changed = changed
    self.isOrphaned = isOrphaned
  }
}

/// What a person has marked in an article, and what that article is known by.
public struct AnnotatedArticle: Equatable, Sendable {
  public var location: String
  public var title: String
  public var byline: [String]
  public var site: String?
  public var published: String?
  public var tags: [String]
  public var annotations: [Annotation]
  public var corrections: [Correction]

  public init(
    location: String,
    title: String,
    byline: [String] = [],
    site: String? = nil,
    published: String? = nil,
    tags: [String] = [],
    annotations: [Annotation],
    corrections: [Correction] = []
  ) {
    self.location = location
    self.title = title
    self.byline = byline
    self.site = site
    self.published = published
    self.tags = tags
    self.annotations = annotations
    self.corrections = corrections
  }
}
