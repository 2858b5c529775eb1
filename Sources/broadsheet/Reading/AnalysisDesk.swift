internal import Analysis
internal import Library
internal import Prose
internal import Reader
internal import Terminal

/// Has articles analyzed beside the loop: one at a time, and of those that wait only the newest.
///
/// A thread each, and not a task: the pool's threads linger, and wake up seconds later to end.
struct AnalysisDesk {
  struct Order: Sendable {
    let request: Int
    let window: Range<UInt32>
    let article: Article
    let document: Document
  }

  private let queue: EventQueue
  private let door: LibraryDoor
  private var waiting: Order?
  private var underWay: Range<UInt32>?

  init(queue: EventQueue, door: LibraryDoor) {
    self.queue = queue
    self.door = door
  }

  /// Whether an answer that the reader waits for comes in a moment, and nothing should compete with it.
  var isAlmostDone: Bool { underWay.map { $0.count <= Self.shortWindow } ?? false }

  /// In bytes; a window of this length takes some hundredths of a second.
  private static let shortWindow = 16_384

  /// Takes an order; an older one that still waits is dropped, since nobody wants its answer any more.
  mutating func take(_ order: Order) {
    waiting = order
  }

  /// Notes that an answer has come; returns the part of the text that it is of, in bytes.
  mutating func noteAnswer() -> Range<UInt32>? {
    defer { underWay = nil }
    return underWay
  }

  /// Begins with what waits, if nothing is under way.
  mutating func begin() {
    guard underWay == nil, let order = waiting else { return }
    waiting = nil
    underWay = order.window
    let (queue, door) = (queue, door)
    let work: @Sendable () -> Void = {
      queue.post(.analyzed(request: order.request, order.kept(door) ?? order.analyzed()))
    }
    // Without threads the reader waits, but gets its answer.
    if !runInBackground(work) { work() }
  }
}

extension AnalysisDesk.Order {
  /// The analysis as the library has it, where that is open and has it; anything else is faster done than waited for.
  fileprivate func kept(_ door: LibraryDoor) -> Document? {
    guard let store = door.openStore, let location = libraryLocation(of: article) else {
      return nil
    }
    return try? store.analysis(at: location, text: article.text, analyzer: analyzerVersion)
  }

  fileprivate func analyzed() -> Document {
    analyze(
      article.text,
      blocks: document.blocks,
      date: article.published.flatMap(CalendarDate.init(iso:)),
      window: window == article.text.range ? nil : window,
      language: article.language
    )
  }
}
