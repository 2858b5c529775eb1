import Prose
import Screen

@testable import Reader

/// A reader at work: keys go in, screens come out.
struct Session {
  var state: ReaderState
  private(set) var effects: [Effect] = []

  init(locations: [String] = ["articles/strait.txt"], columns: Int = 110, rows: Int = 30) {
    state = ReaderState(locations: locations)
    send(.started(Size(columns: columns, rows: rows)))
  }

  /// With the strait article open and analyzed.
  static func reading(columns: Int = 110, rows: Int = 30) -> Session {
    var session = Session(columns: columns, rows: rows)
    session.open(Strait.article, Strait.builder.opened)
    session.analyze(Strait.builder.analyzed)
    return session
  }

  mutating func send(_ event: Event) {
    effects += update(&state, event)
  }

  mutating func open(_ article: Article, _ document: Document, row: Int = 0) {
    send(.opened(row: row, article, document))
  }

  mutating func analyze(_ document: Document) {
    send(.analyzed(request: state.article?.request ?? 0, document))
  }

  /// Types keys as the command table writes them.
  mutating func type(_ keys: String) {
    for key in parseKeys(keys) { send(.input(.key(key))) }
  }

  /// Presses and lets go.
  mutating func click(column: Int, row: Int) {
    let point = Point(column: column, row: row)
    send(.input(.mouse(Mouse(.press, at: point))))
    send(.input(.mouse(Mouse(.release, at: point))))
  }

  /// Presses at one place, moves and lets go at another.
  mutating func drag(from start: Point, to end: Point) {
    send(.input(.mouse(Mouse(.press, at: start))))
    send(.input(.mouse(Mouse(.drag, at: end))))
    send(.input(.mouse(Mouse(.release, at: end))))
  }

  mutating func takeEffects() -> [Effect] {
    defer { effects = [] }
    return effects
  }

  var frame: Frame { render(state, size: state.size) }
  var screen: String { frame.text }

  /// The first row of the text.
  var top: UInt32 { state.article?.top ?? 0 }

  /// The text that the reader stands on.
  var current: String? {
    guard let article = state.article, let current = article.current else { return nil }
    return article.document.text.string(in: current)
  }
}
