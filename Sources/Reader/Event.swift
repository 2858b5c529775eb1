public import Prose
public import Screen

/// What happened: the only way that anything reaches the reader's state.
public enum Event: Sendable {
  /// The screen is there. The first event; answered by opening a single article, or by the list of several.
  case started(Size)
  case input(Input)
  /// The article asked for by `Effect.openArticle(row:)`; its document holds text and blocks alone.
  case opened(row: Int, Article, Document)
  /// It could not be opened; `message` is one sentence.
  case failed(row: Int, message: String)
  /// The analysis asked for by `Effect.analyze`. A request that is no longer the newest is dropped.
  case analyzed(request: Int, Document)
  /// The program is in the foreground again after `Effect.suspend`.
  case resumed
}

/// What the reader asks the world to do.
public enum Effect: Equatable, Sendable {
  /// Answered by `Event.opened` or `Event.failed`.
  case openArticle(row: Int)
  /// Analyze the open article; answered by `Event.analyzed`.
  ///
  /// `window` is in bytes and paragraph-aligned: all of the text, or a part of one over 1 MB.
  case analyze(request: Int, window: Range<UInt32>)
  /// Draw the whole screen anew.
  case redraw
  case suspend
  case quit
}
