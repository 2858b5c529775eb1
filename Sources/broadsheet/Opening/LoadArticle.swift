internal import Fetch
internal import Ingest
internal import Library
internal import Prose

/// Why something could not be opened, from wherever it was to come.
enum OpeningError: Error, Equatable {
  case unreadable(IngestError)
  case unfetched(FetchError)
  case unreadableFeed(FeedError)
  case library(LibraryError)
  /// What was to be an article is a list of them.
  case feed(location: String)
}

extension OpeningError: CustomStringConvertible {
  var description: String {
    switch self {
    case .unreadable(let error): error.description
    case .unfetched(let error): error.description
    case .unreadableFeed(let error): error.description
    case .library(let error): error.description
    case .feed(let location):
      "\(location) is a feed, not an article; broadsheet feeds read prints what is in it."
    }
  }
}

/// What this program says to servers that it is.
let userAgent = "Broadsheet/\(Broadsheet.version) (news reader for the terminal; libcurl)"

/// Opens an article for the screen: a page of the web is fetched, of a long file the beginning is read.
///
/// `goesOn` is asked about ten times a second while something loads; false calls it off.
func beginLoading(
  _ source: ArticleSource,
  goesOn: (FetchProgress) -> Bool = { _ in true }
) throws(OpeningError) -> ArticleOpening {
  if case .address(let address) = source {
    return .whole(try fetchArticle(address, goesOn: goesOn))
  }
  do {
    return try beginArticle(source)
  } catch {
    throw explained(error, source)
  }
}

/// Reads an article whole, wherever it is.
func loadArticle(_ source: ArticleSource) throws(OpeningError) -> Article {
  if case .address(let address) = source { return try fetchArticle(address) }
  do {
    return try readArticle(source)
  } catch {
    throw explained(error, source)
  }
}

/// Reads a feed, wherever it is.
func loadFeed(_ source: ArticleSource) throws(OpeningError) -> Feed {
  if case .address(let address) = source {
    let fetched = try fetched(FetchRequest(address, kind: .feed))
    do {
      return try readFeed(
        fetched.body,
        location: address,
        charset: fetched.charset,
        base: fetched.address
      )
    } catch {
      throw .unreadableFeed(error)
    }
  }
  let bytes: [UInt8]
  do {
    bytes = try readRawBytes(source)
  } catch {
    throw .unreadable(error)
  }
  do {
    return try readFeed(bytes, location: source.location)
  } catch {
    throw .unreadableFeed(error)
  }
}

/// Fetches a page and takes the article out of it.
func fetchArticle(
  _ address: String,
  goesOn: (FetchProgress) -> Bool = { _ in true }
) throws(OpeningError) -> Article {
  let fetched = try fetched(FetchRequest(address), goesOn: goesOn)
  let feedTypes = [
    "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml",
  ]
  if let type = fetched.mediaType, feedTypes.contains(type) { throw .feed(location: address) }
  do {
    return try readArticle(bytes: fetched.body, location: address, charset: fetched.charset)
  } catch .markup(_, .xml) where isFeed(fetched) {
    throw .feed(location: address)
  } catch {
    throw .unreadable(error)
  }
}

/// A file's XML may be a feed.
private func explained(_ error: IngestError, _ source: ArticleSource) -> OpeningError {
  guard case .markup(let location, .xml) = error, case .file = source,
    let bytes = try? readRawBytes(source), (try? readFeed(bytes, location: location)) != nil
  else { return .unreadable(error) }
  return .feed(location: location)
}

private func isFeed(_ fetched: Fetched) -> Bool {
  (try? readFeed(fetched.body, location: fetched.address, charset: fetched.charset)) != nil
}

private func fetched(
  _ request: FetchRequest,
  goesOn: (FetchProgress) -> Bool = { _ in true }
) throws(OpeningError) -> Fetched {
  do {
    return try fetch(request, userAgent: userAgent, goesOn: goesOn)
  } catch {
    throw .unfetched(error)
  }
}

/// An argument with the path of a `file://` address in its place; others as they are.
func withoutFileScheme(_ argument: [UInt8]) -> [UInt8] {
  guard argument.count > 7, argument[4] == UInt8(ascii: ":") else { return argument }
  return filePath(ofAddress: String(decoding: argument, as: UTF8.self)) ?? argument
}
