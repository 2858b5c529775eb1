internal import Ingest
internal import Library
internal import Prose
internal import Reader

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// So many articles are listed when the program is begun with none, those opened last.
private let mostListed = 200

/// The library's articles, the one opened last first; nil where there is none to read, or the library cannot be read,
/// which is said.
///
/// A file is read as it is now; what is no file any more, or an address, as it was stored.
func libraryArticles() -> (sources: [ArticleSource], listed: [ReaderState.Listed])? {
  do throws(LibraryError) {
    guard let store = try ArticleStore.existing(path: ArticleStore.defaultPath(environment)) else {
      return nil
    }
    var sources: [ArticleSource] = []
    var listed: [ReaderState.Listed] = []
    for article in try store.recent(limit: mostListed) {
      if article.location.hasPrefix("/"), access(article.location, R_OK) == 0 {
        sources.append(.file(path: Array(article.location.utf8)))
      } else if let stored = try store.stored(article.id) {
        sources.append(.article(stored.article))
      } else {
        continue
      }
      listed.append(ReaderState.Listed(title: article.title, detail: detail(of: article)))
    }
    return sources.isEmpty ? nil : (sources, listed)
  } catch {
    complain(error.description)
    return nil
  }
}

/// The day, the site, marks, and whether it is unread.
private func detail(of article: ListedArticle) -> String {
  var parts = [article.day]
  if let site = article.site, !site.isEmpty { parts.append(printable(site)) }
  if article.highlightCount > 0 {
    parts.append(article.highlightCount == 1 ? "1 mark" : "\(article.highlightCount) marks")
  }
  if !article.isRead { parts.append("unread") }
  return parts.joined(separator: " · ")
}
