internal import Analysis
internal import Export
internal import Ingest
internal import Library
internal import Prose
internal import Reader
internal import Screen
internal import Themes

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Opens what the arguments name: on the terminal, or as text where standard output is none.
/// - Returns: The exit status.
func openArticles(
  _ arguments: [[UInt8]],
  theme: Theme? = nil,
  isLinear: Bool = false,
  keeps: Bool = true,
  wantsSample: Bool = false
) -> Int32 {
  let sources: [ArticleSource]
  do {
    sources = try listArticles(arguments.map(withoutFileScheme))
  } catch {
    complain(error.description)
    return 1
  }
  if sources.isEmpty, keeps, !wantsSample, isTerminal(0), isTerminal(1),
    let library = libraryArticles()
  {
    return showLibrary(library, theme, isLinear)
  }
  let opened =
    wantsSample ? [.article(sampleArticle())] : sources.isEmpty ? [defaultSource()] : sources
  return isTerminal(1) ? showArticles(opened, theme, isLinear, keeps) : printArticles(opened)
}

/// Opens the feeds in the reader.
/// - Returns: The exit status; nil where the terminal cannot show them.
func openFeeds() -> Int32? {
  let configuration = Configuration.read() ?? Configuration()
  do throws(ReadingError) {
    return try runReader(
      ArticleShelf([]),
      [],
      Looks(configuration, theme: nil),
      configuration,
      keeps: true,
      beginsWithFeeds: true
    )
  } catch {
    complain(error.description)
    return nil
  }
}

/// Lists the library's articles in the reader; none is opened before it is asked for.
/// - Returns: The exit status.
private func showLibrary(_ library: ListedLibrary, _ theme: Theme?, _ isLinear: Bool) -> Int32 {
  startReader(
    ArticleShelf(library.sources, stored: library.stored),
    library.listed,
    theme,
    isLinear,
    true,
    library.store
  )
}

/// Opens the articles in the reader; where none of them can be read, nothing is drawn.
/// - Returns: The exit status.
private func showArticles(
  _ sources: [ArticleSource],
  _ theme: Theme?,
  _ isLinear: Bool,
  _ keeps: Bool
) -> Int32 {
  var errors: [OpeningError] = []
  for row in sources.indices {
    do {
      let first = try LoadingLine.show(sources[row]) { goesOn throws(OpeningError) in
        try beginLoading(sources[row], goesOn: goesOn)
      }
      let shelf = ArticleShelf(sources, first: (row, first))
      return startReader(shelf, [], theme, isLinear, keeps)
    } catch {
      errors.append(error)
    }
  }
  for error in errors { complain(error.description) }
  return 1
}

/// Hands over to the reader; on a terminal that cannot show it, the articles are printed as text.
private func startReader(
  _ shelf: ArticleShelf,
  _ listed: [ReaderState.Listed],
  _ theme: Theme?,
  _ isLinear: Bool,
  _ keeps: Bool,
  _ library: ArticleStore? = nil
) -> Int32 {
  var configuration = Configuration.read() ?? Configuration()
  if isLinear { configuration.style.isLinear = true }
  do throws(ReadingError) {
    let looks = Looks(configuration, theme: theme)
    return try runReader(
      shelf,
      listed,
      looks,
      configuration,
      keeps: keeps,
      library: library
    )
  } catch {
    complain(error.description)
    return printArticles(shelf.sources)
  }
}

/// What is read when nothing is named: standard input where something is piped in, else the sample.
private func defaultSource() -> ArticleSource {
  var status = stat()
  guard fstat(0, &status) == 0 else { return .article(sampleArticle()) }
  switch status.st_mode & S_IFMT {
  case S_IFIFO, S_IFREG, S_IFSOCK: return .standardInput
  default: return .article(sampleArticle())
  }
}

/// Prints the articles one after the other as text.
/// - Returns: The exit status.
private func printArticles(_ sources: [ArticleSource]) -> Int32 {
  var status: Int32 = 0
  var isFirst = true
  for source in sources {
    do {
      let article = try loadArticle(source)
      if article.isForSubscribers {
        complain("\(source.location) is for subscribers, it says; this may not be all of it.")
      }
      if !isFirst { printOut(separator) }
      isFirst = false
      printOut(
        plainText(
          of: article.text,
          article.blocks ?? findBlocks(in: article.text, lexicon: References.builtIn.lexicon)
        )
      )
    } catch {
      complain(error.description)
      status = 1
    }
  }
  return status
}

/// What stands between two articles.
private let separator = "\n* * *\n\n"
