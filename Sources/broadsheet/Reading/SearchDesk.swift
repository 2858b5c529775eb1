internal import Prose
internal import Reader
internal import Search
internal import Synchronization
internal import Terminal

/// Has the open article searched beside the loop: one search at a time, called off by the next.
final class SearchDesk: Sendable {
  private let queue: EventQueue
  /// The number of the search that is wanted; 0 for none.
  private let wanted = Atomic<Int>(0)

  init(queue: EventQueue) {
    self.queue = queue
  }

  /// Begins a search; what is under way ends without another word.
  func begin(_ request: SearchRequest, in document: Document) {
    wanted.store(request.request, ordering: .relaxed)
    let isStarted = runInBackground { [self] in
      run(request, document)
      document.text.rest()
    }
    // Without threads the reader waits, but gets its answer.
    if !isStarted { run(request, document) }
  }

  func stop() {
    wanted.store(0, ordering: .relaxed)
  }

  private func run(_ request: SearchRequest, _ document: Document) {
    guard request.isExpression else {
      searchPlain(request, document.text, isInstead: false, problem: nil)
      return
    }
    do {
      let expression = try RegularExpression(request.query, ignoresCase: request.ignoresCase)
      search(expression, request, document)
    } catch .noLibrary {
      searchPlain(
        request,
        document.text,
        isInstead: true,
        problem: "Regular expressions need the library PCRE2 (libpcre2-8), which is not installed."
      )
    } catch {
      // While it is typed it is none yet; and who looks for “(sic” finds that.
      searchPlain(request, document.text, isInstead: true, problem: nil)
    }
  }

  private func goesOn(_ request: SearchRequest) -> Bool {
    wanted.load(ordering: .relaxed) == request.request
  }

  private func tell(_ request: SearchRequest, _ report: SearchReport) {
    guard goesOn(request) else { return }
    queue.post(.found(request: request.request, report))
  }

  private func search(
    _ expression: RegularExpression,
    _ request: SearchRequest,
    _ document: Document
  ) {
    var found = 0
    var costly = 0
    let paragraphs = (0..<document.blocks.count).map { document.blocks.range($0) }
    var isDone = false
    document.text.withBytes { bytes in
      Search.search(
        expression,
        in: bytes,
        paragraphs: paragraphs,
        from: request.origin,
        limit: mostMatches,
        goesOn: { goesOn(request) },
        tell: { progress in
          found += progress.matches.count
          costly += progress.costlyParagraphs
          isDone = progress.isDone
          let isLast = progress.isDone && (found > 0 || costly > 0)
          guard !progress.matches.isEmpty || isLast else { return }
          tell(
            request,
            SearchReport(
              matches: progress.matches,
              isDone: isLast,
              problem: isLast && costly > 0 ? tooCostly(costly) : nil
            )
          )
        }
      )
    }
    // What is no expression in the reader's mind, as “$3” or “Why?”, is found as it stands.
    if isDone, found == 0, costly == 0 {
      searchPlain(request, document.text, isInstead: true, problem: nil)
    }
  }

  private func tooCostly(_ paragraphs: Int) -> String {
    let words = paragraphs == 1 ? "one paragraph was" : "\(paragraphs) paragraphs were"
    return "The expression tries too many ways: \(words) given up. A simpler one finds everything."
  }

  /// Looks for the text as it stands, from where the reader is to the end, then from the beginning.
  private func searchPlain(
    _ request: SearchRequest,
    _ text: SourceText,
    isInstead: Bool,
    problem: String?
  ) {
    guard let pattern = LiteralPattern(request.query) else { return }
    let origin = min(Int(request.origin), text.count)
    var found = 0
    var told: ContinuousClock.Instant?
    var unsaid: [Range<UInt32>] = []
    for part in [origin..<text.count, 0..<origin] {
      var start = part.lowerBound
      while start < part.upperBound {
        guard goesOn(request) else { return }
        let end = min(part.upperBound, start + stretch)
        let matches = pattern.matches(
          in: text,
          beginningIn: start..<end,
          limit: mostMatches - found
        )
        found += matches.count
        unsaid += matches
        // A match may reach into the next stretch: none begins within it.
        start = max(end, matches.last.map { Int($0.upperBound) } ?? end)
        let isDue = told.map { $0.duration(to: .now) > .milliseconds(30) } ?? true
        if !unsaid.isEmpty, isDue {
          tell(request, SearchReport(matches: unsaid, isDone: false, isPlain: isInstead))
          unsaid = []
          told = .now
        }
        if found >= mostMatches { break }
      }
      // What was found before the origin stands before it.
      if !unsaid.isEmpty {
        tell(request, SearchReport(matches: unsaid, isDone: false, isPlain: isInstead))
        unsaid = []
      }
    }
    tell(request, SearchReport(matches: [], isDone: true, isPlain: isInstead, problem: problem))
  }
}

/// So many that nobody steps through them.
private let mostMatches = 1_000_000
/// Bytes that are looked through at a stretch: a millisecond or so.
private let stretch = 1 << 20
