import Prose

/// A passage that is marked, as it goes to where marks are kept, and as it comes from there.
public struct MarkedPassage: Equatable, Sendable {
  /// The reader's own number for it; nil where this session has not seen it.
  public var number: Int?
  /// What it is known by outside; nil while it has not been there.
  public var key: String?
  /// In bytes of the text as it is on the screen.
  public var range: Range<UInt32>
  public var quote: String
  /// One of yellow, green, blue, rose, violet; any other is shown as the first.
  public var color: String
  public var note: String
  /// Whether the text no longer has it.
  public var isLost: Bool

  public init(
    number: Int? = nil,
    key: String? = nil,
    range: Range<UInt32>,
    quote: String,
    color: String,
    note: String,
    isLost: Bool
  ) {
    self.number = number
    self.key = key
    self.range = range
    self.quote = quote
    self.color = color
    self.note = note
    self.isLost = isLost
  }
}

extension Highlights {
  /// All of them, as they are to be kept.
  var passages: [MarkedPassage] {
    all.map { highlight in
      MarkedPassage(
        number: highlight.number,
        key: highlight.key,
        range: highlight.range,
        quote: highlight.quote,
        color: highlight.color.name,
        note: highlight.note,
        isLost: highlight.isLost
      )
    }
  }
}

extension Highlight.Color {
  init(named name: String) {
    self = Self.allCases.first { $0.name == name } ?? .yellow
  }
}

extension ReaderState {
  /// The first byte of the open article that is on the screen.
  public var place: UInt32? { article?.top }

  /// Whether the end of the open article is on the screen.
  public var showsEnd: Bool { article != nil && isAtEnd }

  /// Asks for what is marked to be kept, where it has changed since it last was.
  mutating func askToKeepMarks() -> Effect? {
    guard let article, article.highlights.version != article.keptVersion else { return nil }
    self.article?.keptVersion = article.highlights.version
    return .keepMarks(row: article.row, article.highlights.passages)
  }
}

/// Takes in what was marked, and where the reader was, when the article was last open.
func recalled(
  _ state: inout ReaderState,
  _ row: Int,
  _ passages: [MarkedPassage],
  _ place: UInt32?
) {
  guard let article = state.article, article.row == row else { return }
  let hasMoved = article.top != article.document.blocks.starts.first ?? 0 || article.current != nil
  state.article?.highlights.take(passages, of: article.document.text)
  guard let place, !hasMoved, Int(place) < article.document.text.count, place > 0 else { return }
  state.putOnTop(place)
}
