internal import Ingest
internal import Prose
internal import Reader

/// What came of opening an article.
enum OpenedArticle {
  case whole(Article)
  case begun(Article, ArticleRest)
  /// One sentence that says why not.
  case failure(String)
}

/// The articles given, and what of them is in memory: standard input gives its text once, but may be opened again.
final class ArticleShelf {
  private(set) var sources: [ArticleSource]
  /// By row, the articles of feeds that the list is of; empty for others.
  private(set) var entries: [Int64] = []
  /// By row, the numbers of those that are read from the library.
  private(set) var stored: [Int: Int64]
  /// Pages of the web as they were fetched, so that coming back to one does not wait.
  private var fetched: [Int: Article] = [:]
  /// The first one that could be opened, before there was a screen.
  private var first: (row: Int, opening: ArticleOpening)?

  init(
    _ sources: [ArticleSource],
    stored: [Int: Int64] = [:],
    first: (row: Int, opening: ArticleOpening)? = nil
  ) {
    self.sources = sources
    self.stored = stored
    self.first = first
    if let first { hold(first.row, first.opening) }
  }

  /// Puts a list of articles of feeds in the place of what there was.
  func replace(_ articles: [FeedArticle]) {
    sources = articles.map { .address($0.location) }
    entries = articles.map(\.id)
    stored = [:]
    fetched = [:]
    first = nil
  }

  /// Gives an article of the library the next row.
  func add(_ article: Int64, _ location: String) {
    let source = librarySource(location)
    if case .address = source { stored[sources.count] = article }
    sources.append(source)
  }

  /// The number of an article that has to be read from the library before it can be opened; nil for others.
  func articleToLoad(_ row: Int) -> Int64? { fetched[row] == nil ? stored[row] : nil }

  /// The number of an article of a feed.
  func entry(_ row: Int) -> Int64? { entries.indices.contains(row) ? entries[row] : nil }

  /// The address of an article that has to be fetched before it can be opened; nil for others.
  func addressToFetch(_ row: Int, anew: Bool) -> String? {
    guard case .address(let address) = sources[row] else { return nil }
    return fetched[row] == nil || anew ? address : nil
  }

  func open(_ row: Int) -> OpenedArticle {
    if let article = fetched[row], first?.row != row { return .whole(article) }
    do {
      let opening: ArticleOpening
      if let first, first.row == row {
        opening = first.opening
        self.first = nil
      } else {
        opening = try beginLoading(sources[row])
      }
      hold(row, opening)
      switch opening {
      case .whole(let article): return .whole(article)
      case .begun(let article, let rest): return .begun(article, rest)
      }
    } catch {
      return .failure(error.description)
    }
  }

  /// Keeps an article that cannot be read again, or not without waiting.
  func keep(_ article: Article, row: Int) {
    if sources.indices.contains(row), case .address = sources[row] { fetched[row] = article }
    guard sources.indices.contains(row), sources[row].location == article.location,
      article.location == ArticleSource.standardInputLocation
    else { return }
    sources[row] = .article(article)
  }

  private func hold(_ row: Int, _ opening: ArticleOpening) {
    switch opening {
    case .whole(let article), .begun(let article, _): keep(article, row: row)
    }
  }
}
