public import Prose

/// An article of the library as the reader's lists show it.
public struct LibraryArticle: Hashable, Sendable {
  public var id: Int64
  /// Its file or its address.
  public var location: String
  public var title: String
  /// As 2026-01-29.
  public var day: String
  /// Its site, its marks, whether it is unread; in a few words.
  public var detail: String

  public init(id: Int64, location: String, title: String, day: String, detail: String) {
    self.id = id
    self.location = location
    self.title = title
    self.day = day
    self.detail = detail
  }
}

/// An article that answers to what was looked for in the library.
public struct LibraryHit: Equatable, Sendable {
  public struct Piece: Equatable, Sendable {
    public var text: String
    /// Whether it is what was looked for.
    public var isMatch: Bool

    public init(text: String, isMatch: Bool) {
      self.text = text
      self.isMatch = isMatch
    }
  }

  public var article: LibraryArticle
  /// The passage that shows why.
  public var snippet: [Piece]

  public init(article: LibraryArticle, snippet: [Piece]) {
    self.article = article
    self.snippet = snippet
  }
}

/// Who or what the library has a record of.
public enum LibrarySubject: Hashable, Sendable {
  case actor(String)
  case issue(String)
}

/// What the library has of somebody or something in other articles than the open one, the newest first.
public struct LibraryRecord: Equatable, Sendable {
  public struct Quotation: Equatable, Sendable {
    public var article: LibraryArticle
    public var said: TextAnchor

    public init(article: LibraryArticle, said: TextAnchor) {
      self.article = article
      self.said = said
    }
  }

  public struct Position: Equatable, Sendable {
    public var article: LibraryArticle
    /// On an actor's card the issue, on an issue's card the actor.
    public var name: String
    public var stance: Stance
    public var evidence: [String]
    public var isCorrected: Bool

    public init(
      article: LibraryArticle,
      name: String,
      stance: Stance,
      evidence: [String],
      isCorrected: Bool
    ) {
      self.article = article
      self.name = name
      self.stance = stance
      self.evidence = evidence
      self.isCorrected = isCorrected
    }
  }

  /// In how many articles; the first of them follow.
  public var articleCount: Int
  public var articles: [LibraryArticle]
  public var quotations: [Quotation]
  public var positions: [Position]

  public init(
    articleCount: Int = 0,
    articles: [LibraryArticle] = [],
    quotations: [Quotation] = [],
    positions: [Position] = []
  ) {
    self.articleCount = articleCount
    self.articles = articles
    self.quotations = quotations
    self.positions = positions
  }
}

/// What was looked for in the library and found, and the way there and back.
struct LibraryState: Sendable {
  var query = ""
  var hits: [LibraryHit] = []
  var isBestFirst = false
  var hasMore = false
  var selected = 0
  var top = 0
  /// What was asked for and is not answered yet.
  var awaited: String?
  /// Where the search was called, to which `q` leads back.
  var origin: Origin?
  /// The list's row of the hit that is read.
  var openedRow: Int?
  /// A passage that is to be gone to as soon as it is known and its article is there.
  var goal: (row: Int, passage: TextAnchor?)?
  /// Articles that were opened from a card of another, and that one's row.
  var returns: [(opened: Int, from: Int)] = []
  /// What has come for the cards of the open article; so few that they are gone through.
  var records: [(subject: LibrarySubject, record: LibraryRecord)] = []

  struct Origin: Sendable {
    let view: ReaderState.View
    let row: Int?
  }

  func record(_ subject: LibrarySubject) -> LibraryRecord? {
    records.first { $0.subject == subject }?.record
  }
}

extension ReaderState {
  /// Whether the open article is one that was found in the library.
  var readsHit: Bool {
    view == .article && library.openedRow != nil && library.openedRow == article?.row
  }

  /// Rows of the screen for each hit: its article, and the passage.
  static let hitRows = 2

  /// The hits that the screen has room for.
  var hitHeight: Int { max(1, listHeight / Self.hitRows) }

  /// Keeps the selected hit on the screen.
  mutating func settleLibrary() {
    let count = library.hits.count
    library.selected = min(max(0, library.selected), max(0, count - 1))
    library.top = min(library.top, library.selected)
    library.top = max(library.top, library.selected - hitHeight + 1)
    library.top = max(0, min(library.top, count - hitHeight))
  }
}
