internal import Ingest
internal import Library
internal import Prose

/// How an article is loaded from the library, beside the loop.
func storedArticle(_ id: Int64, _ door: LibraryDoor) -> FetchDesk.Loading {
  { _ throws(OpeningError) in
    do throws(LibraryError) {
      guard let stored = try door.store().stored(id) else {
        throw LibraryError.unknownArticle("\(id)")
      }
      return stored.article
    } catch {
      throw .library(error)
    }
  }
}

/// Whether what an article is known by can be fetched.
func isWebAddress(_ location: String) -> Bool {
  location.hasPrefix("https://") || location.hasPrefix("http://")
}
