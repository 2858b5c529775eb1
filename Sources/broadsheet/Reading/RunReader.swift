internal import Ingest
internal import Library
internal import Prose
internal import Reader
internal import Screen
internal import Terminal
internal import Themes

/// Why nothing could be read on a screen.
enum ReadingError: Error, CustomStringConvertible {
  case terminal(TerminalError)
  case noDescriptors

  var description: String {
    switch self {
    case .terminal(let error): error.description
    case .noDescriptors: "too many files are open; close some programs and try again."
    }
  }
}

/// Shows articles on the terminal until the reader has had enough.
///
/// - Parameters:
///   - shelf: The articles; the reader asks for them by row.
///   - listed: What is known of them before they are opened; empty where that is nothing.
///   - looks: How it looks.
///   - configuration: What the reader's own file asks for.
///   - keeps: Whether the library keeps what is read and marked.
///   - library: The library, where it is open already.
///   - beginsWithFeeds: Whether the feeds come first.
/// - Returns: The exit status. A signal that ends the program ends it here, with the terminal restored.
/// - Throws: Before anything is drawn.
func runReader(
  _ shelf: ArticleShelf,
  _ listed: [ReaderState.Listed],
  _ looks: Looks,
  _ configuration: Configuration,
  keeps: Bool,
  library: ArticleStore? = nil,
  beginsWithFeeds: Bool = false
) throws(ReadingError) -> Int32 {
  guard let queue = EventQueue() else { throw .noDescriptors }
  let terminal: TextTerminal
  do {
    terminal = try TextTerminal(
      theme: looks.theme,
      colorless: .monochrome,
      asksForBackground: looks.pair != nil
    )
  } catch {
    throw .terminal(error)
  }
  let door = LibraryDoor(library)
  var loop = ReadingLoop(
    terminal: terminal,
    queue: queue,
    shelf: shelf,
    looks: looks,
    door: door,
    library: keeps ? LibraryDesk(queue: queue, door: door) : nil,
    state: ReaderState(
      locations: shelf.sources.map(\.location),
      listed: listed,
      style: configuration.style,
      keymaps: configuration.keymaps,
      beginsWithFeeds: beginsWithFeeds
    )
  )
  return loop.run(telling: looks.mistakes + configuration.mistakes.map(\.description))
}

/// The loop: waits, takes in all that happened, does what that asks for, paints once.
private struct ReadingLoop {
  private let terminal: TextTerminal
  private let queue: EventQueue
  private let shelf: ArticleShelf
  private var watcher: FileWatcher?
  private let looks: Looks
  private var themes: ThemeShelf
  private let door: LibraryDoor
  private let library: LibraryDesk?
  /// Rows whose articles are on the screen and not yet given to the library.
  private var unkept: [(row: Int, article: Article, document: Document)] = []
  /// What was found in them, which is on the screen first too.
  private var unkeptFindings: [(row: Int, document: Document)] = []
  private var clock = ReadingClock()
  private var state: ReaderState
  private var desk: AnalysisDesk
  private var rests: RestDesk
  private let searches: SearchDesk
  private let fetches: FetchDesk
  private let feeds: FeedDesk
  /// The article last opened, and its row.
  private var opened: (row: Int, article: Article, document: Document)?
  /// Whether it is a part of a text that is still being written.
  private var isGrowing = false
  private var status: Int32?

  /// Keys held down must not keep the screen from following for longer than this.
  private static let mostMerged = 64

  init(
    terminal: TextTerminal,
    queue: EventQueue,
    shelf: ArticleShelf,
    looks: Looks,
    door: LibraryDoor,
    library: LibraryDesk?,
    state: ReaderState
  ) {
    self.terminal = terminal
    self.queue = queue
    self.shelf = shelf
    self.looks = looks
    themes = ThemeShelf(looks.theme)
    self.door = door
    self.library = library
    self.state = state
    desk = AnalysisDesk(queue: queue, door: door)
    rests = RestDesk(queue: queue)
    searches = SearchDesk(queue: queue)
    fetches = FetchDesk(queue: queue)
    feeds = FeedDesk(queue: queue)
  }

  mutating func run(telling mistakes: [String]) -> Int32 {
    take(.started(terminal.size))
    if let first = mistakes.first {
      let more =
        mistakes.count == 1 ? "" : " (\(mistakes.count - 1) more; broadsheet config --check)"
      take(.told(first + more, isError: true))
    }
    while status == nil {
      terminal.draw(render(state, size: terminal.size))
      // The text is on the screen before anything else competes with it.
      rests.begin()
      desk.begin()
      // The names get their colors first; the library needs as long as that, on the same processors.
      if !desk.isAlmostDone { keepOpened() }
      takeIn(terminal.wait(alsoOn: queue.descriptor))
      // What has come meanwhile is painted together.
      for _ in 0..<Self.mostMerged where status == nil {
        let more = terminal.wait(blocks: false)
        if more.isEmpty { break }
        takeIn(more)
      }
    }
    leaveArticle()
    feeds.finish()
    // Before the terminal is the shell's again: a key typed then may make the system drop what restores it.
    library?.finish()
    terminal.close()
    return status ?? 0
  }

  /// Gives the library what has been opened, once it is on the screen.
  private mutating func keepOpened() {
    guard let library else { return }
    for (row, article, document) in unkept { library.open(row, article, document) }
    for (row, document) in unkeptFindings { library.keepFindings(document, row: row) }
    (unkept, unkeptFindings) = ([], [])
  }

  /// Has the library note where the reader was, and for how long.
  private mutating func leaveArticle() {
    keepOpened()
    guard let library, let row = state.openRow, let place = state.place else { return }
    library.leave(row: row, at: place, seconds: clock.taken(), showedEnd: state.showsEnd)
  }

  /// Takes in what the terminal told; nothing from it means that other threads have something.
  private mutating func takeIn(_ events: [TerminalEvent]) {
    if events.isEmpty {
      for event in queue.drain() {
        if case .analyzed(_, let document) = event {
          keepFindings(document, of: desk.noteAnswer())
        }
        switch event {
        case .entries(let query, let articles) where state.awaits(query):
          fetches.callOff()
          leaveArticle()
          opened = nil
          shelf.replace(articles)
        case .extended(let row, let article, let document):
          shelf.keep(article, row: row)
          if opened?.row == row { (opened, isGrowing) = ((row, article, document), false) }
          unkept.append((row, article, document))
        case .grown(let row, let article, let document):
          shelf.keep(article, row: row)
          if opened?.row == row { (opened, isGrowing) = ((row, article, document), true) }
        default: break
        }
        if case .opened(let row, let article, let document) = event {
          leaveArticle()
          unkept.append((row, article, document))
          shelf.keep(article, row: row)
          (opened, isGrowing) = ((row, article, document), false)
        }
        take(event)
      }
    }
    if !events.isEmpty { clock.tick() }
    for event in events where status == nil {
      switch event {
      case .input(.key(.escape)) where fetches.stop() || feeds.stop(): continue
      case .input(let input): take(.input(input))
      case .resumed: take(.resumed)
      case .background(let isDark):
        if let fitting = looks.theme(isDark: isDark), let theme = themes.take(fitting: fitting) {
          terminal.change(theme: theme)
        }
      case .ended(let signal):
        if let signal {
          leaveArticle()
          library?.finish()
          terminal.die(by: signal)
        }
        status = 1
      }
    }
  }

  private mutating func take(_ event: Event) {
    for effect in update(&state, event) {
      switch effect {
      case .openArticle(let row): openArticle(row, anew: false)
      case .reloadArticle(let row): openArticle(row, anew: true)
      case .watchArticle(let row): watch(row)
      case .analyze(let request, let window): order(request, window)
      case .search(let request):
        if let opened, opened.row == state.openRow { searches.begin(request, in: opened.document) }
      case .stopSearch: searches.stop()
      case .copy(let text):
        if let problem = copyText(text, on: terminal) { take(.told(problem, isError: true)) }
      case .edit(let text): take(editText(text, on: terminal))
      case .write(let path, let text, let replaces):
        take(.wrote(path: path, problem: writeFile(path, text, replaces: replaces)))
      case .openLink(let address):
        let (sentence, isError) = openAddress(address, on: terminal)
        take(.told(sentence, isError: isError))
      case .loadCoastlines: take(.coastlines(coastlines()))
      case .chooseTheme(let wanted): take(themeEvent(wanted))
      case .showTheme(let name):
        if let theme = themes.take(name) {
          terminal.change(theme: theme)
        } else {
          take(.told("The theme \(name ?? "") is no longer there.", isError: true))
        }
      case .keepMarks(let row, let passages):
        keepOpened()
        library?.keepMarks(passages, row: row)
      case .loadFeeds: feeds.loadFeeds()
      case .loadEntries(let query): feeds.loadEntries(query)
      case .refreshFeeds(let wanted): feeds.refresh(wanted)
      case .markRead(let entries, let isRead): feeds.setRead(isRead, entries)
      case .markFeedRead(let query): feeds.markRead(query)
      case .keepForLater(let entry, let isLater): feeds.setLater(isLater, entry)
      case .keepEdits(let row, let edits):
        keepOpened()
        library?.keepEdits(edits, row: row)
      case .searchLibrary(let query, let limit):
        if let library {
          keepOpened()
          library.search(query, limit: limit)
        } else {
          take(.queryRefused(query: query, "There is no library while --no-library is given."))
        }
      case .addArticle(_, let article, let location): shelf.add(article, location)
      case .findPassage(let row, let article, let query):
        library?.findPassage(article, query, row: row)
      case .loadRecord(let row, let subject):
        keepOpened()
        library?.loadRecord(subject, row: row)
      case .redraw: terminal.redraw()
      case .suspend: terminal.suspend()
      case .quit: status = 0
      }
    }
  }

  private mutating func watch(_ row: Int?) {
    watcher = nil
    guard let row else { return }
    let queue = queue
    watcher = FileWatcher(state.locations[row]) { queue.post(.changed(row: row)) }
    if watcher == nil {
      take(
        .told(
          "This article cannot be watched: it is no file, or the system does not let us.",
          isError: true
        )
      )
    }
  }

  private mutating func themeEvent(_ wanted: String) -> Event {
    guard terminal.hasColors else {
      return .told(
        "There are no colors to choose: the terminal has none, or NO_COLOR is set.",
        isError: true
      )
    }
    return .themes(themes.choices(), shown: themes.shown.name, wanted: wanted)
  }

  private mutating func openArticle(_ row: Int, anew: Bool) {
    fetches.callOff()
    if let entry = shelf.entry(row) {
      let location = shelf.sources[row].location
      take(.told("\(location) is being loaded; Escape stops that.", isError: false))
      fetches.begin(row, location, feeds.loading(entry, prefersPage: anew))
      return
    }
    if let article = shelf.articleToLoad(row), !anew {
      fetches.begin(row, shelf.sources[row].location, storedArticle(article, door))
      return
    }
    if shelf.stored[row] != nil, anew, !isWebAddress(shelf.sources[row].location) {
      take(
        .failed(
          row: row,
          message: "This article cannot be read anew: its file is no longer there."
        )
      )
      return
    }
    if let address = shelf.addressToFetch(row, anew: anew) {
      take(.told("\(address) is being loaded; Escape stops that.", isError: false))
      fetches.begin(row, address)
    } else {
      take(openedArticle(row, anew: anew))
    }
  }

  private mutating func openedArticle(_ row: Int, anew: Bool) -> Event {
    if anew, case .article = shelf.sources[row] {
      return .failed(row: row, message: "This article cannot be read anew: it comes from no file.")
    }
    leaveArticle()
    switch shelf.open(row) {
    case .failure(let message):
      return .failed(row: row, message: message)
    case .whole(let article):
      let document = note(article, row)
      if case .article = shelf.sources[row], article.location == sampleArticle().location {
        // What comes with the program is there anyway.
      } else {
        unkept.append((row, article, document))
      }
      return .opened(row: row, article, document)
    case .begun(let article, let rest):
      let document = note(article, row)
      rests.take(row, article, document, rest)
      return .begun(row: row, article, document, expected: rest.expectedByteCount)
    }
  }

  /// Finds an article's paragraphs.
  private mutating func note(_ article: Article, _ row: Int) -> Document {
    let document = document(of: article)
    (opened, isGrowing) = ((row, article, document), false)
    return document
  }

  /// Has the library keep an analysis that is of all the text.
  private mutating func keepFindings(_ document: Document, of window: Range<UInt32>?) {
    guard library != nil, let opened, window == document.text.range, !isGrowing,
      opened.row == state.openRow,
      opened.document.text.isIdentical(to: document.text), document.text.count <= longestKept
    else { return }
    unkeptFindings.append((opened.row, document))
    if let entry = shelf.entry(opened.row) { feeds.keepAbout(entry, document) }
  }

  private mutating func order(_ request: Int, _ window: Range<UInt32>) {
    guard let opened, opened.row == state.openRow else { return }
    desk.take(
      AnalysisDesk.Order(
        request: request,
        window: window,
        article: opened.article,
        document: opened.document
      )
    )
  }
}

/// Longer texts are analyzed in parts, of which the library keeps none.
private let longestKept = 1_000_000
