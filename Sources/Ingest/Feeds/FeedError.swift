/// Why something could not be read as a feed.
public enum FeedError: Error, Equatable, Sendable {
  /// Nothing in it, or white space alone.
  case empty(location: String)
  /// `feeds` are the addresses that the page names as its feeds.
  case page(location: String, feeds: [String])
  case notAFeed(location: String, found: String)
  case brokenJSON(location: String, reason: String)
}

extension FeedError: CustomStringConvertible {
  /// One sentence: what happened, and what to do next.
  public var description: String {
    switch self {
    case .empty(let location):
      "\(location) is empty; try again later, or check the address."
    case .page(let location, let feeds):
      feeds.first.map { "\(location) is a page, not a feed; its feed is at \($0)." }
        ?? "\(location) is a page, not a feed; open it in a browser and look for its RSS or Atom link."
    case .notAFeed(let location, let found):
      "\(location) holds \(found), not a feed; look on the site for its RSS or Atom link."
    case .brokenJSON(let location, let reason):
      "\(location) is no feed that can be read: it \(reason); tell its publisher, or try its other formats."
    }
  }
}
