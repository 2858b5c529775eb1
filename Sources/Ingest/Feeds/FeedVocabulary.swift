/// Whose word an element's name is.
enum FeedVocabulary {
  /// RSS in any version.
  case rss
  case atom
  case dublinCore
  case dublinCoreTerms
  case content
  case media
  case iTunes
  case rdf
  case xhtml
  case other

  /// The vocabulary of a namespace; feeds spell the addresses loosely.
  init(namespace: String) {
    var name = namespace.trimmedOfSpace().lowercased()
    while let last = name.last, last == "/" || last == "#" { name.removeLast() }
    for scheme in ["http://", "https://"] where name.hasPrefix(scheme) {
      name.removeFirst(scheme.count)
    }
    self = Self.namespaces[name] ?? .other
  }

  /// The vocabulary that a prefix stands for where nobody declared it.
  init(prefix: String) {
    self = Self.prefixes[prefix.lowercased()] ?? .other
  }

  private static let namespaces: [String: Self] = [
    "": .rss, "purl.org/rss/1.0": .rss, "purl.org/net/rss1.1": .rss,
    "my.netscape.com/rdf/simple/0.9": .rss, "channel.netscape.com/rdf/simple/0.9": .rss,
    "my.netscape.com/publish/formats/rss-0.91.dtd": .rss, "backend.userland.com/rss": .rss,
    "backend.userland.com/rss2": .rss, "backend.userland.com/rss091": .rss,
    "backend.userland.com/rss092": .rss, "backend.userland.com/rss093": .rss,
    "backend.userland.com/rss094": .rss, "blogs.law.harvard.edu/tech/rss": .rss,
    "cyber.law.harvard.edu/rss": .rss, "cyber.law.harvard.edu/rss/rss.html": .rss,
    "purl.org/dc/elements/1.1": .dublinCore, "purl.org/dc/elements/1.0": .dublinCore,
    "purl.org/dc/terms": .dublinCoreTerms, "purl.org/rss/1.0/modules/content": .content,
    "search.yahoo.com/mrss": .media, "www.rssboard.org/media-rss": .media,
    "www.itunes.com/dtds/podcast-1.0.dtd": .iTunes, "example.com/dtds/podcast-1.0.dtd": .iTunes,
    "www.w3.org/1999/02/22-rdf-syntax-ns": .rdf, "www.w3.org/1999/xhtml": .xhtml,
    "www.w3.org/2005/atom": .atom, "purl.org/atom/ns": .atom, "purl.org/atom": .atom,
    "purl.org/pie": .atom, "purl.org/echo": .atom, "purl.org/necho": .atom,
  ]

  private static let prefixes: [String: Self] = [
    "rss": .rss, "atom": .atom, "dc": .dublinCore, "dcterms": .dublinCoreTerms,
    "content": .content, "media": .media, "itunes": .iTunes, "rdf": .rdf, "xhtml": .xhtml,
  ]
}
