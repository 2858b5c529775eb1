internal import Prose

/// What of a feed or an entry is told in one of several ways.
enum FeedSlot: Hashable {
  case title, link, id, author, published, updated, summary, content, language, category
}

/// A feed or an entry whose elements come in.
///
/// Elements that tell the same thing are ranked, 0 before 1: of those of the same rank the first that tells
/// something counts, of dates the last.
struct FeedDraft {
  private var values: [FeedSlot: (rank: Int, value: String)] = [:]
  private(set) var categories: [String] = []
  /// What relative addresses in its texts are relative to.
  var base: String?

  subscript(slot: FeedSlot) -> String? { values[slot]?.value }

  mutating func note(_ value: String?, as slot: FeedSlot, rank: Int) {
    guard let value else { return }
    if slot == .category {
      if !value.isEmpty, categories.count < 256 { categories.append(value) }
      return
    }
    if let known = values[slot] {
      let isDate = slot == .published || slot == .updated
      // What is empty stands only until something comes.
      if known.value.isEmpty ? value.isEmpty : value.isEmpty || rank > known.rank { return }
      if !known.value.isEmpty, rank == known.rank, !isDate { return }
    }
    values[slot] = (rank, value)
  }

  func feed() -> Feed {
    var feed = Feed()
    feed.title = self[.title]
    feed.link = self[.link]
    feed.id = self[.id]
    feed.description = self[.summary]
    feed.author = self[.author]
    feed.updated = self[.updated] ?? self[.published]
    feed.language = self[.language]
    return feed
  }

  func entry() -> FeedEntry {
    var entry = FeedEntry()
    entry.title = self[.title]
    entry.link = self[.link]
    entry.id = self[.id]
    entry.author = self[.author]
    entry.published = self[.published] ?? self[.updated]
    entry.updated = self[.updated]
    entry.summary = self[.summary]
    entry.content = self[.content]
    entry.base = base
    entry.categories = categories
    return entry
  }
}
