public import Prose
public import Screen

/// What happened: the only way that anything reaches the reader's state.
public enum Event: Sendable {
  /// The screen is there. The first event; answered by opening a single article, or by the list of several.
  case started(Size)
  case input(Input)
  /// The article asked for by `Effect.openArticle(row:)`; its document holds text and blocks alone.
  case opened(row: Int, Article, Document)
  /// The beginning of a long one; `extended` follows. `expected` is its length in bytes, where that is known.
  case begun(row: Int, Article, Document, expected: Int?)
  /// More of the article that was begun, as its writer goes on; `extended` follows when all of it is there.
  case grown(row: Int, Article, Document)
  /// All of the article that was begun.
  case extended(row: Int, Article, Document)
  /// The file of an article that is watched is another one now.
  case changed(row: Int)
  /// It could not be opened; `message` is one sentence.
  case failed(row: Int, message: String)
  /// The analysis asked for by `Effect.analyze`. A request that is no longer the newest is dropped.
  case analyzed(request: Int, Document)
  /// A part of what `Effect.search` asked for. A request that is no longer the newest is dropped.
  case found(request: Int, SearchReport)
  /// The note that `Effect.edit` gave to an editor, as it came back; nil, and a sentence why, where none could be run.
  case edited(String?, problem: String?)
  /// The answer to `Effect.write`; `problem` is one sentence.
  case wrote(path: String, problem: String?)
  /// A sentence for the last row.
  case told(String, isError: Bool)
  /// Coasts and borders for the map, as lines from place to place: what `Effect.loadCoastlines` asked for.
  case coastlines([[Coordinates]])
  /// The themes there are and the one that is shown: what `Effect.chooseTheme` asked for.
  case themes([ThemeChoice], shown: String, wanted: String)
  /// What was marked in an article, and the first byte on the screen, when it was last open.
  case recalled(row: Int, [MarkedPassage], place: UInt32?)
  /// The feeds as they are now.
  case feeds([FeedRow])
  /// What answers to the query of `Effect.loadEntries`.
  case entries(query: String, [FeedArticle])
  /// Who and what an article of a feed is about, in a few words.
  case about(entry: Int64, String)
  /// The edits to the findings of an article that were kept when it was last open.
  case recalledEdits(row: Int, [MadeEdit])
  /// What the library has that answers to the query of `Effect.searchLibrary`.
  case libraryHits(query: String, [LibraryHit], isBestFirst: Bool, hasMore: Bool)
  /// Why the library could not be searched, in one sentence.
  case queryRefused(query: String, String)
  /// Where an article has what `Effect.findPassage` asked for.
  case passage(row: Int, TextAnchor)
  /// What `Effect.loadRecord` asked for.
  case record(row: Int, LibrarySubject, LibraryRecord)
  /// The program is in the foreground again after `Effect.suspend`.
  case resumed
}

/// What the reader asks the world to do.
public enum Effect: Equatable, Sendable {
  /// Answered by `Event.opened` or `Event.failed`.
  case openArticle(row: Int)
  /// The same, from the file as it is now.
  case reloadArticle(row: Int)
  /// Tell by `Event.changed` whenever the article's file does; nil for none any more.
  case watchArticle(row: Int?)
  /// Analyze the open article; answered by `Event.analyzed`.
  ///
  /// `window` is in bytes and paragraph-aligned: all of the text, or a part of one over 1 MB.
  case analyze(request: Int, window: Range<UInt32>)
  /// Search the open article beside the screen; answered by `Event.found`, the last time with all of it done.
  ///
  /// A newer search calls an older one off.
  case search(SearchRequest)
  case stopSearch
  /// Puts a text on the clipboard.
  case copy(String)
  /// Gives a text to the user's editor; answered by `Event.edited`.
  case edit(String)
  /// Writes a file, over one that is there only if it `replaces` it; answered by `Event.wrote`.
  case write(path: String, text: String, replaces: Bool)
  /// Shows an address of the web in a browser.
  case openLink(String)
  /// Answered by `Event.coastlines`.
  case loadCoastlines
  /// Answered by `Event.themes`; `wanted` is handed through.
  case chooseTheme(wanted: String)
  /// Show the theme of that name; nil for the one that was shown when choosing began.
  case showTheme(String?)
  /// Keep what is marked in an article: all of it, in text order.
  case keepMarks(row: Int, [MarkedPassage])
  /// Answered by `Event.feeds`.
  case loadFeeds
  /// Answered by `Event.entries`.
  case loadEntries(query: String)
  /// Ask feeds for what is new, all where none is named; answered by `Event.feeds` and a sentence.
  case refreshFeeds([Int64])
  case markRead([Int64], isRead: Bool)
  /// Mark all that answers to a query as read; answered by `Event.feeds`.
  case markFeedRead(query: String)
  /// Put an article of a feed by for later, or no longer.
  case keepForLater(Int64, Bool)
  /// Keep the edits to an article's findings: all of them, in the order they were made.
  case keepEdits(row: Int, [MadeEdit])
  /// Answered by `Event.libraryHits` or `Event.queryRefused`.
  case searchLibrary(query: String, limit: Int)
  /// An article of the library has a row of its own now, by which it will be asked for.
  case addArticle(row: Int, article: Int64, location: String)
  /// Answered by `Event.passage`, if there is one.
  case findPassage(row: Int, article: Int64, query: String)
  /// What the library has of an actor or an issue of the article in that row; answered by `Event.record`.
  case loadRecord(row: Int, LibrarySubject)
  /// Draw the whole screen anew.
  case redraw
  case suspend
  case quit
}
