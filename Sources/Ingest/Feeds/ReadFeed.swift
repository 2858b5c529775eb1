public import Prose

/// Reads a feed: RSS in all its versions, Atom, JSON Feed.
///
/// Broken XML is read as far as it can be understood; no entity is expanded, nothing outside is asked for.
/// - Parameters:
///   - bytes: The feed as it came.
///   - location: Its path or address, for messages.
///   - charset: The encoding that the HTTP header tells.
///   - base: The address that it came from, which relative ones belong to; nil for a file.
/// - Returns: The feed, with its entries in their order.
/// - Throws: Where it is no feed at all.
public func readFeed(
  _ bytes: [UInt8],
  location: String,
  charset: String? = nil,
  base: String? = nil
) throws(FeedError) -> Feed {
  let text = decodeText(bytes, charset: charset, declared: declaredCharset(bytes, in: .xml))
  guard let first = text.first(where: { !isSpace($0) }) else { throw .empty(location: location) }
  if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
    do throws(RecordError) {
      if let feed = try readJSONFeed(text, base: base) { return feed }
    } catch {
      throw .brokenJSON(location: location, reason: error.description)
    }
    throw .notAFeed(location: location, found: "JSON")
  }
  var reader = XMLFeedReader(text, base: base)
  if let feed = reader.read() { return feed }
  if let feeds = feedsOfPage(text, base: base) { throw .page(location: location, feeds: feeds) }
  throw .notAFeed(location: location, found: first == UInt8(ascii: "<") ? "XML" : "text")
}

/// The addresses of the feeds that a page names in its head; nil for what is no page.
private func feedsOfPage(_ text: [UInt8], base: String?) -> [String]? {
  var scanner = MarkupScanner(text)
  var isPage = false
  var feeds: [String] = []
  while let piece = scanner.next() {
    guard case .open(let name, let attributes, _) = piece else { continue }
    switch String(decoding: text[name], as: UTF8.self).lowercased() {
    case "html", "head", "meta": isPage = true
    case "body": return isPage ? feeds : nil
    case "link":
      var values: [String: String] = [:]
      for attribute in attributes {
        let name = String(decoding: text[attribute.name], as: UTF8.self).lowercased()
        values[name] = String(decoding: resolved(text[attribute.value]), as: UTF8.self)
      }
      let kinds = ["application/rss+xml", "application/atom+xml", "application/feed+json"]
      let isFeed = values["type"].map { kinds.contains($0.lowercased()) } ?? false
      if isFeed, let address = values["href"], let link = webAddress(address, base: base) {
        feeds.append(link)
      }
    default: break
    }
  }
  return isPage ? feeds : nil
}
