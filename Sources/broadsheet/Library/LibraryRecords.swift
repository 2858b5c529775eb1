internal import Library
internal import Prose
internal import Reader

/// What the reader's lists show of an article.
func libraryArticle(_ article: ListedArticle) -> LibraryArticle {
  LibraryArticle(
    id: article.id,
    location: article.location,
    title: printable(article.title),
    day: article.day,
    detail: detail(of: article)
  )
}

/// The site, marks, and whether it is unread.
func detail(of article: ListedArticle) -> String {
  var parts: [String] = []
  if let site = article.site, !site.isEmpty { parts.append(printable(site)) }
  if article.highlightCount > 0 {
    parts.append(article.highlightCount == 1 ? "1 mark" : "\(article.highlightCount) marks")
  }
  if !article.isRead { parts.append("unread") }
  return parts.joined(separator: " · ")
}

func libraryHit(_ hit: Hit) -> LibraryHit {
  LibraryHit(
    article: libraryArticle(hit.article),
    snippet: hit.snippet.map {
      LibraryHit.Piece(text: printable($0.text), isMatch: $0.isMatch)
    }
  )
}

/// What the library has of an actor or an issue in other articles than the one of that number.
func libraryRecord(
  _ store: ArticleStore,
  _ subject: LibrarySubject,
  except article: Int64
) throws(LibraryError) -> LibraryRecord {
  let card: LibraryCard
  var isActor = true
  switch subject {
  case .actor(let name):
    guard let actor = try store.actor(named: name, in: article) else { return LibraryRecord() }
    card = try store.card(ofActor: actor, except: article)
  case .issue(let label):
    isActor = false
    card = try store.card(ofIssue: label, except: article)
  }
  return LibraryRecord(
    articleCount: card.articleCount,
    articles: card.articles.map(libraryArticle),
    quotations: card.quotations.map { quotation in
      LibraryRecord.Quotation(
        article: libraryArticle(quotation.article),
        said: TextAnchor(quote: quotation.said, start: quotation.start, end: quotation.start)
      )
    },
    positions: card.positions.map { position in
      LibraryRecord.Position(
        article: libraryArticle(position.article),
        name: isActor ? position.issue : position.actor,
        stance: Stance(rawValue: position.stance) ?? .unspecified,
        evidence: position.evidence,
        isCorrected: position.isCorrected
      )
    }
  )
}
