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

/// Articles of the library to be read.
struct ListedLibrary {
  var sources: [ArticleSource] = []
  var listed: [ReaderState.Listed] = []
  /// By row, the numbers of those that are read from the library.
  var stored: [Int: Int64] = [:]
  let store: ArticleStore
}

/// Where an article of the library is read from: its file while that is there, else the library, where it is known by its
/// address.
func librarySource(_ location: String) -> ArticleSource {
  location.hasPrefix("/") && access(location, R_OK) == 0
    ? .file(path: Array(location.utf8)) : .address(location)
}

/// The library's articles, the one opened last first; nil where there is none to read, or the library cannot be read,
/// which is said.
///
/// A file is read as it is now; what is no file any more, or an address, as it was stored.
func libraryArticles() -> ListedLibrary? {
  do throws(LibraryError) {
    guard let store = try ArticleStore.existing(path: ArticleStore.defaultPath(environment)) else {
      return nil
    }
    var list = ListedLibrary(store: store)
    for article in try store.recent(limit: mostListed) {
      let source = librarySource(article.location)
      if case .address = source {
        // What was imported has marks, but no text to open.
        guard try store.hasText(article.id) else { continue }
        list.stored[list.sources.count] = article.id
      }
      list.sources.append(source)
      let about = try store.about(article.id)
      list.listed.append(
        ReaderState.Listed(
          title: printable(article.title),
          day: article.day,
          detail: [detail(of: article), words(about.actors, about.issues)]
            .filter { !$0.isEmpty }.joined(separator: " · ")
        )
      )
    }
    return list.sources.isEmpty ? nil : list
  } catch {
    complain(error.description)
    return nil
  }
}
