internal import Ingest
internal import Prose

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
  /// The first one that could be opened, before there was a screen.
  private var first: (row: Int, opening: ArticleOpening)?

  init(_ sources: [ArticleSource], first: (row: Int, opening: ArticleOpening)? = nil) {
    self.sources = sources
    self.first = first
    if let first { hold(first.row, first.opening) }
  }

  func open(_ row: Int) -> OpenedArticle {
    do {
      let opening: ArticleOpening
      if let first, first.row == row {
        opening = first.opening
        self.first = nil
      } else {
        opening = try beginArticle(sources[row])
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

  /// Keeps an article that cannot be read again.
  func keep(_ article: Article, row: Int) {
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
