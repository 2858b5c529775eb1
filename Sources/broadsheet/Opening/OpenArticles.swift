internal import Analysis
internal import Export
internal import Ingest
internal import Prose
internal import Screen
internal import Themes

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Opens what the arguments name: on the terminal, or as text where standard output is none.
/// - Returns: The exit status.
func openArticles(_ arguments: [[UInt8]], theme: Theme? = nil) -> Int32 {
  let sources: [ArticleSource]
  do {
    sources = try listArticles(arguments)
  } catch {
    complain(error.description)
    return 1
  }
  let opened = sources.isEmpty ? [defaultSource()] : sources
  return isTerminal(1) ? showArticles(opened, theme: theme) : printArticles(opened)
}

/// Opens the articles in the reader; where none of them can be read, nothing is drawn.
/// - Returns: The exit status.
private func showArticles(_ sources: [ArticleSource], theme: Theme?) -> Int32 {
  let given = sources
  var sources = sources
  // Standard input gives its text once, but an article of the list may be opened again.
  for (row, source) in sources.enumerated() {
    guard case .standardInput = source, let article = try? readArticle(source) else { continue }
    sources[row] = .article(article)
  }
  var errors: [IngestError] = []
  for row in sources.indices {
    do {
      // Kept for the reader, which asks for the first one at once.
      sources[row] = .article(try readArticle(sources[row]))
      return startReader(sources, given, theme: theme)
    } catch {
      errors.append(error)
    }
  }
  for error in errors { complain(error.description) }
  return 1
}

/// Hands over to the reader; on a terminal that cannot show it, the articles are printed as text.
///
/// Some of the `sources` are read already; they are as they were `given` where an article is to be read anew.
private func startReader(
  _ sources: [ArticleSource],
  _ given: [ArticleSource],
  theme: Theme?
) -> Int32 {
  do throws(ReadingError) {
    return try runReader(
      locations: sources.map(\.location),
      theme: theme ?? .standard
    ) { row, anew in
      // Standard input gave its text once.
      if anew, case .standardInput = given[row] {
        return .failure("Standard input cannot be read again.")
      }
      return openedArticle(anew ? given[row] : sources[row])
    }
  } catch {
    complain(error.description)
    return printArticles(sources)
  }
}

private func openedArticle(_ source: ArticleSource) -> OpenedArticle {
  do {
    return .article(try readArticle(source))
  } catch {
    return .failure(error.description)
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
      let article = try readArticle(source)
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
