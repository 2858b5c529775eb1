internal import Library
internal import Prose
internal import Reader
internal import Synchronization
internal import Terminal

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Keeps in the library what is read and marked, beside the loop and in order: reading never waits for the disk.
///
/// The library is opened with the first article that is on the screen. Where it cannot be, that is said once, and
/// reading goes on without.
final class LibraryDesk: Sendable {
  private typealias Job = @Sendable (inout LibraryShelf) -> Void

  private struct Work {
    var jobs: [Job] = []
    var isBusy = false
    var shelf: LibraryShelf
  }

  private let work: Mutex<Work>

  init(queue: EventQueue, door: LibraryDoor) {
    work = Mutex(Work(shelf: LibraryShelf(queue: queue, door: door)))
  }

  /// Keeps an article that was opened, and tells the loop what was marked in it.
  func open(_ row: Int, _ article: Article, _ document: Document) {
    add {
      $0.open(row, article, document)
      article.text.rest()
    }
  }

  /// Keeps what was found in an article.
  func keepFindings(_ document: Document, row: Int) {
    add { $0.keepFindings(document, row) }
  }

  func keepMarks(_ passages: [MarkedPassage], row: Int) {
    add { $0.keepMarks(passages, row) }
  }

  func keepEdits(_ edits: [MadeEdit], row: Int) {
    add { $0.keepEdits(edits, row) }
  }

  /// Notes where the reader was when the article was left.
  func leave(row: Int, at place: UInt32, seconds: Double, showedEnd: Bool) {
    add { $0.leave(row, place, seconds, showedEnd) }
  }

  func search(_ query: String, limit: Int) {
    add { $0.search(query, limit) }
  }

  func findPassage(_ article: Int64, _ query: String, row: Int) {
    add { $0.findPassage(article, query, row) }
  }

  func loadRecord(_ subject: LibrarySubject, row: Int) {
    add { $0.loadRecord(subject, row) }
  }

  /// Waits until all is kept, but no longer than some seconds.
  func finish() {
    for _ in 0..<5000 {
      if work.withLock({ !$0.isBusy && $0.jobs.isEmpty }) { return }
      usleep(1000)
    }
  }

  private func add(_ job: @escaping Job) {
    let isIdle = work.withLock { work in
      work.jobs.append(job)
      defer { work.isBusy = true }
      return !work.isBusy
    }
    guard isIdle else { return }
    // Without threads the reader waits, but nothing is lost.
    if !runInBackground({ [self] in run() }) { run() }
  }

  private func run() {
    while true {
      let next = work.withLock { work -> (Job, LibraryShelf)? in
        guard !work.jobs.isEmpty else {
          work.isBusy = false
          return nil
        }
        return (work.jobs.removeFirst(), work.shelf)
      }
      guard let (job, shelf) = next else { return }
      // The shelf is this thread's alone while it is busy.
      var changed = shelf
      job(&changed)
      let result = changed
      work.withLock { $0.shelf = result }
    }
  }
}
