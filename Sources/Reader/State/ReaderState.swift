import Prose
import Screen

/// All that the reader knows and shows.
public struct ReaderState: Sendable {
  enum View: Sendable {
    case list
    case article
    case feeds
    /// What was found in the library.
    case library
  }

  var size = Size(columns: 80, rows: 24)
  var view: View
  var list: ListState
  var feeds = FeedsState()
  var library = LibraryState()
  var article: OpenArticle?
  /// The row asked for and not yet there.
  var opening: Int?
  /// What is remembered of articles that were open before, by row.
  var remembered: [Int: RememberedArticle] = [:]
  var panes = PanesState()
  /// Cards and views over the text, the uppermost last.
  var sheets: [Sheet] = []
  /// Letters on what can be reached on the screen.
  var hints: Hints?
  var selection: Selection?
  /// The color in which was marked last.
  var markColor = Highlight.Color.yellow
  /// Where a press of the mouse in the text began.
  var pressed: Point?
  /// Whether the last key went along the way back: then Tab goes forward.
  var wentBack = false
  /// Coasts and borders for the map, as lines from place to place; empty until they have come.
  var coastlines: [[Coordinates]] = []
  /// The themes to choose from; empty until they have come.
  var themes = ThemeChoices()
  var switches = Switches()
  var search = SearchState()
  var pending = PendingKeys()
  var prompt: Prompt?
  /// An edit that is being put together, question by question.
  var draft: EditDraft?
  var history = PromptHistory()
  /// The first line shown of the help; nil where it is closed.
  var helpTop: Int?
  var message: Message?
  /// What `n` and `N` repeat.
  var repeats: Repeats?
  var lastRequest = 0
  var paneHeights: PaneHeights?
  /// Whether the open article is read anew whenever its file changes.
  var isWatching = false
  /// How text is set.
  public var style = ReadingStyle()
  /// What keys mean; nil where no configuration changes that.
  public var keymaps: Keymaps?

  enum Repeats: Sendable {
    case search
    case focus
  }

  /// What is known of an article before it is opened.
  public struct Listed: Equatable, Sendable {
    public var title: String
    /// As 2026-01-29.
    public var day: String
    /// Its site, whether it is unread, who and what it is about.
    public var detail: String

    public init(title: String, day: String, detail: String) {
      self.title = title
      self.day = day
      self.detail = detail
    }
  }

  /// A reader of the articles at `locations`, by whose rows it asks for them.
  ///
  /// Where they are `listed` it begins with the list, even of one.
  public init(
    locations: [String],
    listed: [Listed] = [],
    style: ReadingStyle = ReadingStyle(),
    keymaps: Keymaps? = nil,
    beginsWithFeeds: Bool = false
  ) {
    self.style = style
    self.keymaps = keymaps
    list = ListState(locations: locations)
    for (row, article) in listed.enumerated() where row < list.entries.count {
      list.entries[row].title = article.title
      list.entries[row].day = article.day
      list.entries[row].detail = article.detail
    }
    view = beginsWithFeeds ? .feeds : locations.count == 1 && listed.isEmpty ? .article : .list
    feeds.isHome = beginsWithFeeds
  }

  /// What has the keys.
  var context: Command.Context {
    if view == .feeds || listsFeedArticles { return .feeds }
    return selection == nil ? .reading : .selection
  }

  /// What each article is known by.
  public var locations: [String] { list.entries.map(\.location) }

  /// The row of the article on the screen.
  public var openRow: Int? { article?.row }
}

/// One sentence for the last row; the next key takes it away.
struct Message: Equatable, Sendable {
  var text: String
  var isError = false
}

/// Which kinds of highlights are shown.
struct Switches: Equatable, Sendable {
  var actors = true
  var places = true
  var issues = true
  var quotations = true
  var times = true

  var areAllOff: Bool {
    self == Switches(actors: false, places: false, issues: false, quotations: false, times: false)
  }

  static let off = Switches(
    actors: false,
    places: false,
    issues: false,
    quotations: false,
    times: false
  )
}

/// The list of the articles given.
struct ListState: Sendable {
  struct Entry: Sendable {
    let location: String
    /// Known once it has been open.
    var title: String?
    var problem: String?
    /// Where the list is of feeds.
    var feedArticle: FeedArticle?
    /// What stands before the title; nil for its number.
    var day: String?
    /// What stands behind the title; nil for the name of the file.
    var detail: String?
  }

  var entries: [Entry]
  var selected = 0
  var top = 0

  init(locations: [String]) {
    entries = locations.map { Entry(location: $0) }
  }

  mutating func append(location: String, title: String) {
    entries.append(Entry(location: location, title: title))
  }
}
