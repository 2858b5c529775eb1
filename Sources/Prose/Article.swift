public enum ArticleFormat: String, CaseIterable, Sendable {
  case text
  case markdown
  case html
}

/// A place in an article's text that leads to a page of the web.
public struct ArticleLink: Equatable, Sendable {
  /// In bytes of the text.
  public var range: Range<UInt32>
  public var address: String

  public init(_ range: Range<UInt32>, to address: String) {
    self.range = range
    self.address = address
  }
}

/// An article as it came in, before it is analyzed.
public struct Article: Sendable {
  /// The path, the address, or "-"; what a person would open it by.
  public var location: String
  public var format: ArticleFormat
  public var title: String?
  public var byline: [String]
  public var site: String?
  /// ISO 8601 as the source gives it, with or without time; nil where it gives none.
  public var published: String?
  /// The tag of the language that the source says it is in, such as `pt`; nil where it says none.
  public var language: String?
  /// Whether the source says that not all of it is free to read.
  public var isForSubscribers = false
  public var text: SourceText
  /// Settled by formats that mark their paragraphs; nil for plain text, whose blocks analysis finds.
  public var blocks: Blocks?
  /// In text order, of formats that have them; always of the web.
  public var links: [ArticleLink] = []

  public init(
    location: String,
    format: ArticleFormat = .text,
    title: String? = nil,
    byline: [String] = [],
    site: String? = nil,
    published: String? = nil,
    text: SourceText,
    blocks: Blocks? = nil
  ) {
    self.location = location
    self.format = format
    self.title = title
    self.byline = byline
    self.site = site
    self.published = published
    self.text = text
    self.blocks = blocks
  }
}
