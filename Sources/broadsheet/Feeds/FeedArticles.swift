internal import Analysis
internal import Ingest
internal import Library
internal import Prose
internal import Reader

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

func feedRow(_ feed: KeptFeed) -> FeedRow {
  let folders = feed.folders.joined(separator: " / ")
  let tags = feed.tags.map { "#" + $0 }.joined(separator: " ")
  return FeedRow(
    feed: feed.id,
    title: feed.title,
    query: "feed:\"\(feed.address.filter { $0 != "\"" })\"",
    note: [folders, tags].filter { !$0.isEmpty }.joined(separator: "  "),
    count: feed.count,
    unread: feed.unreadCount,
    problem: feed.problem
  )
}

func feedArticle(_ entry: ListedEntry) -> FeedArticle {
  FeedArticle(
    id: entry.id,
    title: entry.title,
    source: entry.source,
    location: location(of: entry),
    day: String(entry.time.prefix(10)),
    isRead: entry.isRead,
    isLater: entry.isLater,
    about: entry.analyzer == analyzerVersion ? words(entry.actors, entry.issues) : ""
  )
}

private func location(of entry: ListedEntry) -> String { entry.link ?? "feed://\(entry.id)" }

/// The article as far as its feed has it.
func article(_ kept: KeptEntry) -> Article? {
  var entry = FeedEntry()
  entry.title = kept.listed.title
  entry.author = kept.listed.author
  entry.published = kept.listed.published
  entry.content = kept.html
  return readEntry(entry, site: kept.listed.source, location: location(of: kept.listed))
}

/// The article analyzed, at once.
func analyzed(_ article: Article) -> Document {
  analyze(
    article.text,
    blocks: document(of: article).blocks,
    date: article.published.flatMap(CalendarDate.init(iso:)),
    language: article.language
  )
}

/// Who and what a document is about.
func about(_ document: Document) -> EntryAbout {
  var about = EntryAbout()
  let actors = document.actors
  for row in 0..<actors.count {
    about.actors.append(document.string(actors.names[row]))
    about.aliases += actors.aliases[row].map { document.string($0) }
  }
  for row in 0..<document.places.count {
    about.places.append(document.string(document.places.names[row]))
  }
  for row in 0..<document.issues.count {
    about.issues.append(document.string(document.issues.labels[row]))
  }
  for row in 0..<document.quotations.count {
    if let actor = document.quotations.actors[row] {
      about.speakers.append(document.string(actors.names[actor.index]))
    }
  }
  return about
}

func words(of about: EntryAbout) -> String { words(about.actors, about.issues) }

/// The first actors, then the first issues.
func words(_ actors: [String], _ issues: [String]) -> String {
  [actors.prefix(3), issues.prefix(2)].filter { !$0.isEmpty }
    .map { $0.joined(separator: ", ") }.joined(separator: " · ")
}

/// Sleeps for a thousandth of a second.
func broadsheetPause() { usleep(1000) }
