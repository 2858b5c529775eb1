internal import Fetch
internal import Ingest
internal import Prose
internal import Reader
internal import Synchronization
internal import Terminal

/// Has a page fetched beside the loop: one at a time, called off by the next.
final class FetchDesk: Sendable {
  private let queue: EventQueue
  /// The number of the page that is wanted; 0 for none.
  private let wanted = Atomic<Int>(0)
  private let last = Atomic<Int>(0)
  /// Set while the reader's own wish to stop is on its way.
  private let isStopped = Atomic<Bool>(false)

  init(queue: EventQueue) {
    self.queue = queue
  }

  /// Loads an article; asks what it is given whether to go on.
  typealias Loading = @Sendable ((FetchProgress) -> Bool) throws(OpeningError) -> Article

  /// Begins to load; answered by `Event.opened` or `Event.failed`.
  func begin(_ row: Int, _ address: String) {
    begin(row, address) { goesOn throws(OpeningError) in
      try fetchArticle(address, goesOn: goesOn)
    }
  }

  /// The same, loaded as `loading` does.
  func begin(_ row: Int, _ address: String, _ loading: @escaping Loading) {
    let number = last.add(1, ordering: .relaxed).newValue
    isStopped.store(false, ordering: .relaxed)
    wanted.store(number, ordering: .relaxed)
    let isStarted = runInBackground { [self] in run(row, address, number, loading) }
    // Without threads the reader waits, but gets its answer.
    if !isStarted { run(row, address, number, loading) }
  }

  /// Stops what is loading, which then has failed.
  /// - Returns: Whether something was.
  func stop() -> Bool {
    guard wanted.load(ordering: .relaxed) != 0 else { return false }
    isStopped.store(true, ordering: .relaxed)
    return true
  }

  /// Stops what is loading without another word, since something else is wanted.
  func callOff() {
    wanted.store(0, ordering: .relaxed)
  }

  private func run(_ row: Int, _ address: String, _ number: Int, _ loading: @escaping Loading) {
    var told = 0
    let event: Event
    do {
      let article = try loading { progress in
        // Each tenth of a megabyte is news.
        let amount = progress.received / 100_000
        if amount > told, wanted.load(ordering: .relaxed) == number {
          told = amount
          queue.post(.told(loadingSentence(address, progress), isError: false))
        }
        return wanted.load(ordering: .relaxed) == number && !isStopped.load(ordering: .relaxed)
      }
      let document = document(of: article)
      event = .opened(row: row, article, document)
    } catch {
      event = .failed(row: row, message: error.description)
    }
    let isWanted = wanted.compareExchange(
      expected: number,
      desired: 0,
      ordering: .relaxed
    ).exchanged
    if isWanted { queue.post(event) }
  }
}

/// How far a page is, in one sentence.
func loadingSentence(_ address: String, _ progress: FetchProgress) -> String {
  let received = "\(progress.received / 1000) kB"
  guard progress.received > 0 else { return "\(address) is being loaded; Escape stops that." }
  guard let expected = progress.expected, expected > progress.received else {
    return "\(address) is being loaded, \(received) so far; Escape stops that."
  }
  return "\(address) is being loaded, \(received) of \(expected / 1000) kB; Escape stops that."
}
