internal import Library
internal import Synchronization

/// Opens the library once for all who ask for it, on whichever thread.
final class LibraryDoor: Sendable {
  private let kept = Mutex<ArticleStore?>(nil)

  /// The library if it is open already: who is in a hurry does not wait for that.
  var openStore: ArticleStore? { kept.withLock { $0 } }

  init(_ store: ArticleStore? = nil) {
    kept.withLock { $0 = store }
  }

  func store() throws(LibraryError) -> ArticleStore {
    try kept.withLock { store throws(LibraryError) in
      if let store { return store }
      let new = try ArticleStore(path: ArticleStore.defaultPath(environment))
      store = new
      return new
    }
  }
}
