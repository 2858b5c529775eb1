import Screen

/// Shows the feeds, whatever is on the screen.
func showFeeds(_ state: inout ReaderState) -> [Effect] {
  state.opening = nil
  state.selection = nil
  state.view = .feeds
  return [.loadFeeds]
}

/// Takes in the feeds as they are now; the selected one stays so.
func tookFeeds(_ state: inout ReaderState, _ rows: [FeedRow]) {
  let selected = state.selectedFeed?.query
  state.feeds.all = rows
  if let selected, let row = state.feeds.rows.firstIndex(where: { $0.query == selected }) {
    state.feeds.selected = row
  }
  if let open = state.feeds.open, let row = rows.first(where: { $0.query == open.query }) {
    state.feeds.open = row
  }
}

/// Takes in the articles that were asked for.
func tookEntries(_ state: inout ReaderState, _ query: String, _ articles: [FeedArticle]) {
  guard state.feeds.open != nil, query == state.feeds.query else { return }
  let selected = state.selectedFeedArticle?.id
  state.article = nil
  state.remembered = [:]
  state.closeSheets()
  state.library = LibraryState()
  state.list = ListState(locations: articles.map(\.location))
  for (row, article) in articles.enumerated() {
    state.list.entries[row].title = article.title
    state.list.entries[row].feedArticle = article
  }
  state.list.selected = selected.flatMap { id in articles.firstIndex { $0.id == id } } ?? 0
  state.view = .list
  if articles.isEmpty {
    state.message = Message(text: nothingListed(state.feeds))
  }
}

/// Why a list has no articles, and what to do.
private func nothingListed(_ feeds: FeedsState) -> String {
  if !feeds.entryFilter.isEmpty { return "No article answers to that; & takes another filter." }
  guard let open = feeds.open, open.feed != nil else { return "Nothing here; R asks all feeds." }
  return open.problem.map(onOneLine) ?? "This feed has no articles yet; R asks for them."
}

/// Takes in who and what an article is about.
func tookAbout(_ state: inout ReaderState, _ id: Int64, _ about: String) {
  guard let row = state.list.entries.firstIndex(where: { $0.feedArticle?.id == id }) else { return }
  state.list.entries[row].feedArticle?.about = about
}

/// Enter on a feed: its articles.
func openFeed(_ state: inout ReaderState) -> [Effect] {
  guard let feed = state.selectedFeed else { return [] }
  state.feeds.open = feed
  state.feeds.entryFilter = ""
  return [.loadEntries(query: state.feeds.query)]
}

/// `q` in the list of a feed's articles: the feeds again.
func closeFeed(_ state: inout ReaderState) -> [Effect] {
  state.feeds.open = nil
  return showFeeds(&state)
}

func moveFeeds(_ state: inout ReaderState, _ distance: Distance) {
  let selected = state.feeds.selected + distance.rows(height: state.listHeight)
  state.feeds.selected = min(max(0, selected), max(0, state.feeds.rows.count - 1))
}

/// `r` and `R`: asks the selected feed, or all of them, for what is new.
func refresh(_ state: inout ReaderState, all: Bool) -> [Effect] {
  if all { return [.refreshFeeds([])] }
  let feed = state.view == .feeds ? state.selectedFeed : state.feeds.open
  guard let id = feed?.feed else { return [.refreshFeeds([])] }
  return [.refreshFeeds([id])]
}

/// `A`: marks all articles of the feed as read.
func markFeedRead(_ state: inout ReaderState) -> [Effect] {
  if state.listsFeedArticles {
    let ids = state.list.entries.compactMap(\.feedArticle).filter { !$0.isRead }.map(\.id)
    for row in state.list.entries.indices { state.list.entries[row].feedArticle?.isRead = true }
    state.message = Message(text: ids.isEmpty ? "All is read." : "\(ids.count) marked as read.")
    return [.markRead(ids, isRead: true)]
  }
  guard let feed = state.selectedFeed else { return [] }
  return [.markFeedRead(query: feed.query)]
}

/// `N`: marks the selected article as read, or as unread again.
func toggleRead(_ state: inout ReaderState) -> [Effect] {
  guard let article = state.selectedFeedArticle else { return [] }
  state.list.entries[state.list.selected].feedArticle?.isRead.toggle()
  return [.markRead([article.id], isRead: !article.isRead)]
}

/// `s`: puts the selected article by for later, or no longer.
func toggleLater(_ state: inout ReaderState) -> [Effect] {
  guard let article = state.selectedFeedArticle else { return [] }
  state.list.entries[state.list.selected].feedArticle?.isLater.toggle()
  state.message = Message(text: article.isLater ? "No longer put by." : "Put by for later.")
  return [.keepForLater(article.id, !article.isLater)]
}

/// `n`: the next article that is unread, or the next feed that has one.
func nextUnread(_ state: inout ReaderState) -> [Effect] {
  if state.view == .feeds {
    let rows = state.feeds.rows
    let next = rows.indices.first { $0 > state.feeds.selected && rows[$0].unread > 0 }
    guard let row = next ?? rows.indices.first(where: { rows[$0].unread > 0 }) else {
      state.message = Message(text: "All is read.")
      return []
    }
    state.feeds.selected = row
    return []
  }
  let unread = state.list.entries.indices.filter {
    state.list.entries[$0].feedArticle?.isRead == false
  }
  guard let row = unread.first(where: { $0 > state.list.selected }) ?? unread.first else {
    state.message = Message(text: "All is read.")
    return []
  }
  state.list.selected = row
  return []
}

/// `o` and `O`: shows the selected article's page in the browser; `O` marks it as read too.
func openInBrowser(_ state: inout ReaderState, marksRead: Bool) -> [Effect] {
  guard let article = state.selectedFeedArticle else { return [] }
  guard article.location.hasPrefix("https://") || article.location.hasPrefix("http://") else {
    state.message = Message(text: "The feed gives this article no address.", isError: true)
    return []
  }
  let effects = openLink(&state, article.location)
  guard marksRead, !article.isRead else { return effects }
  state.list.entries[state.list.selected].feedArticle?.isRead = true
  return effects + [.markRead([article.id], isRead: true)]
}

/// `&`: asks for what the list is to be filtered by.
func openFilter(_ state: inout ReaderState, _ invocation: Invocation) -> [Effect] {
  guard state.view == .feeds || state.listsFeedArticles else { return [] }
  state.prompt = Prompt(.filter)
  state.prompt?.replace(state.view == .feeds ? state.feeds.filter : state.feeds.entryFilter)
  guard !invocation.text.isEmpty else { return [] }
  state.prompt?.replace(invocation.text)
  return acceptFilter(&state)
}

func acceptFilter(_ state: inout ReaderState) -> [Effect] {
  guard let text = state.prompt?.text else { return [] }
  state.prompt = nil
  if state.view == .feeds {
    state.feeds.filter = text
    state.feeds.selected = 0
    return []
  }
  state.feeds.entryFilter = onOneLine(text)
  return [.loadEntries(query: state.feeds.query)]
}

/// Who opens an article has read it.
func markOpened(_ state: inout ReaderState, row: Int) -> [Effect] {
  guard state.list.entries.indices.contains(row),
    let article = state.list.entries[row].feedArticle, !article.isRead
  else { return [] }
  state.list.entries[row].feedArticle?.isRead = true
  return [.markRead([article.id], isRead: true)]
}

/// Selects the feed that is pressed; once more opens it.
func pressFeeds(_ state: inout ReaderState, _ point: Point) -> [Effect] {
  let body = state.layout.body
  let row = state.feeds.top + point.row - (body.endRow - state.listHeight)
  guard body.contains(point), row >= state.feeds.top, state.feeds.rows.indices.contains(row) else {
    return []
  }
  if state.feeds.selected == row { return openFeed(&state) }
  state.feeds.selected = row
  return []
}
