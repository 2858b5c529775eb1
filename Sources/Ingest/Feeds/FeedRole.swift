/// What an open element is to the reader of a feed.
enum FeedRole: Equatable {
  /// The document, or an element that holds feeds or entries: `rss`, `RDF`, `channel`, `feed`.
  case feed
  case entry
  /// Its name or mail tells who wrote it.
  case person(rank: Int)
  case name, mail
  /// Its text goes to a slot; `kind` is what the text is where no attribute says.
  case field(FeedSlot, rank: Int, kind: FeedTextKind)
  /// Its children count as its parent's.
  case transparent
  /// Nothing in it is the feed's or the entry's own.
  case ignored
}

extension FeedRole {
  /// What a child element is.
  ///
  /// Its name is without prefix and in lower case.
  init(_ name: String, _ vocabulary: FeedVocabulary, in parent: FeedRole, isAtom: Bool) {
    switch parent {
    case .ignored, .name, .mail, .field:
      self = .ignored
    case .person:
      switch name {
      case "name": self = .name
      case "email": self = .mail
      default: self = .ignored
      }
    case .feed, .entry, .transparent:
      self = Self.child(name, vocabulary, isAtom: isAtom) ?? .ignored
    }
  }

  private static func child(
    _ name: String,
    _ vocabulary: FeedVocabulary,
    isAtom: Bool
  ) -> Self? {
    switch vocabulary {
    case .rss, .atom:
      // Atom's words in RSS are second.
      let rank = vocabulary == .atom && !isAtom ? 1 : 0
      return core(name, rank: rank, isAtom: vocabulary == .atom || isAtom)
    case .dublinCore:
      return switch name {
      case "title": .field(.title, rank: 2, kind: .unknown)
      case "creator", "author": .field(.author, rank: 1, kind: .plain)
      case "date": .field(.published, rank: 2, kind: .plain)
      case "description": .field(.summary, rank: 2, kind: .unknown)
      case "identifier": .field(.id, rank: 2, kind: .plain)
      case "language": .field(.language, rank: 1, kind: .plain)
      case "subject": .field(.category, rank: 0, kind: .plain)
      default: nil
      }
    case .dublinCoreTerms:
      return switch name {
      case "issued", "available": .field(.published, rank: 1, kind: .plain)
      case "created": .field(.published, rank: 3, kind: .plain)
      case "modified": .field(.updated, rank: 1, kind: .plain)
      case "title": .field(.title, rank: 2, kind: .unknown)
      case "creator": .field(.author, rank: 1, kind: .plain)
      case "abstract", "description": .field(.summary, rank: 2, kind: .unknown)
      default: nil
      }
    case .content:
      return name == "encoded" ? .field(.content, rank: 0, kind: .html) : nil
    case .media:
      return switch name {
      case "group": .transparent
      case "title": .field(.title, rank: 3, kind: .unknown)
      case "description": .field(.summary, rank: 4, kind: .unknown)
      default: nil
      }
    case .iTunes:
      return switch name {
      case "title": .field(.title, rank: 3, kind: .unknown)
      case "author": .field(.author, rank: 2, kind: .plain)
      case "summary": .field(.summary, rank: 3, kind: .unknown)
      case "subtitle": .field(.summary, rank: 5, kind: .unknown)
      default: nil
      }
    case .xhtml:
      return name == "body" || name == "div" ? .field(.content, rank: 1, kind: .html) : nil
    case .rdf:
      return name == "rdf" ? .feed : nil
    case .other:
      return nil
    }
  }

  /// The words of RSS and Atom themselves.
  private static func core(_ name: String, rank: Int, isAtom: Bool) -> Self? {
    switch name {
    case "rss", "rdf", "channel", "feed": .feed
    case "item", "entry": .entry
    case "title": .field(.title, rank: rank, kind: isAtom ? .plain : .unknown)
    case "link": .field(.link, rank: rank, kind: .plain)
    case "guid", "id": .field(.id, rank: rank, kind: .plain)
    case "description", "summary", "subtitle", "tagline", "abstract":
      .field(.summary, rank: rank, kind: isAtom ? .plain : .unknown)
    case "content": .field(.content, rank: rank, kind: isAtom ? .plain : .unknown)
    case "author" where isAtom: .person(rank: rank)
    case "author", "managingeditor": .field(.author, rank: rank, kind: .plain)
    case "pubdate", "published", "issued": .field(.published, rank: rank, kind: .plain)
    case "date": .field(.published, rank: 2, kind: .plain)
    case "created": .field(.published, rank: 3, kind: .plain)
    case "updated", "modified", "lastbuilddate": .field(.updated, rank: rank, kind: .plain)
    case "language": .field(.language, rank: 0, kind: .plain)
    case "category": .field(.category, rank: 0, kind: .plain)
    default: nil
    }
  }

  /// The words that stand beside each other in RSS: where one begins within another's text, that one was not ended.
  static let siblings: Set<String> = [
    "item", "pubdate", "guid", "description", "category", "comments", "enclosure", "author",
    "lastbuilddate", "managingeditor", "language", "channel",
  ]
}
