/// What a page says about its article in data for machines: JSON-LD, the head's properties, microdata.
struct PageLabels {
  /// The objects of JSON-LD that are articles, the likeliest first.
  private(set) var articles: [LooseJSON] = []
  /// All objects by their address, for those that others name only by it.
  private var objects: [String: LooseJSON] = [:]
  /// The head's names and properties, in small letters, and what they say.
  private(set) var properties: [String: [String]] = [:]
  private(set) var documentTitle: String?
  private(set) var language: String?
  /// The page's own address.
  private(set) var address: String?

  init(_ tree: MarkupTree) {
    let script = tree.name("script")
    let meta = tree.name("meta")
    let title = tree.name("title")
    let link = tree.name("link")
    let type = tree.name("type")
    let (content, keys) = (
      tree.name("content"), ["property", "name", "itemprop", "http-equiv"].map { tree.name($0) }
    )
    var data: [LooseJSON] = []
    for row in 0..<tree.count {
      switch tree.name(of: row) {
      case meta:
        guard let value = tree.string(of: row, content), !value.isEmpty, value.utf8.count < 4000
        else { continue }
        for key in keys {
          guard let name = tree.string(of: row, key) else { continue }
          for name in name.lowercased().split(whereSeparator: \.isWhitespace) {
            properties[String(name), default: []].append(value)
          }
        }
      case link:
        if address == nil, tree.string(of: row, "rel") == "canonical" {
          address = tree.string(of: row, "href")
        }
      case title:
        if documentTitle == nil { documentTitle = collapsed(tree.allText(of: row)) }
      case script:
        guard let value = tree.string(of: row, type), value.lowercased().contains("ld+json"),
          let json = LooseJSON(Array(tree.allText(of: row).utf8))
        else { continue }
        data.append(json)
      default: continue
      }
    }
    address = address ?? property("og:url")
    if tree.count > 0 { language = tree.string(of: 0, "lang") ?? tree.string(of: 0, "xml:lang") }
    if language?.isEmpty ?? true {
      language = property("content-language", "og:locale", "language")
    }
    for json in data { collect(json, depth: 0) }
    articles = articles.enumerated().sorted {
      let (first, second) = (Self.rank($0.element), Self.rank($1.element))
      return (first, $0.offset) < (second, $1.offset)
    }.map(\.element)
  }

  /// The first value of the first of `names` that the head gives.
  func property(_ names: String...) -> String? {
    for name in names {
      if let value = properties[name]?.lazy.map(collapsed).first(where: { !$0.isEmpty }) {
        return value
      }
    }
    return nil
  }

  /// The article's text as JSON-LD gives it, with markup where it gives some.
  var articleBody: String? {
    articles.lazy.compactMap { $0["articleBody"]?.string }
      .max { $0.utf8.count < $1.utf8.count }
  }

  /// Whether the page says that its article is not free to read.
  var isForSubscribers: Bool {
    let told = articles.lazy.compactMap { article -> Bool? in
      switch article["isAccessibleForFree"] {
      case .word(let word)?, .string(let word)?: word.lowercased() == "false"
      default: nil
      }
    }.first
    return told ?? (property("article:content_tier") == "locked")
  }

  /// The first text of that name in an article's object.
  func articleText(_ name: String) -> String? {
    articles.lazy.compactMap { $0[name]?.items.first?.string }.map { collapsed(plain($0)) }
      .first { !$0.isEmpty }
  }

  /// The names of those whom a field of the article's object names.
  func articleNames(_ field: String) -> [String] {
    for article in articles {
      let found = (article[field]?.items ?? []).flatMap { names(of: $0, depth: 0) }
      if !found.isEmpty { return found }
    }
    return []
  }

  private func names(of value: LooseJSON, depth: Int) -> [String] {
    if let name = value.string { return name.hasPrefix("http") ? [] : [collapsed(plain(name))] }
    if let name = value["name"] {
      return name.items.compactMap { $0.string.map { collapsed(plain($0)) } }.filter { !$0.isEmpty }
    }
    if depth < 2, let address = value["@id"]?.string, let other = objects[address] {
      return names(of: other, depth: depth + 1)
    }
    return []
  }

  private mutating func collect(_ json: LooseJSON, depth: Int) {
    guard depth < 6 else { return }
    for item in json.items {
      guard case .object(let fields) = item else { continue }
      if let address = item["@id"]?.string, fields.count > 1, objects[address] == nil {
        objects[address] = item
      }
      if Self.rank(item) < 9 { articles.append(item) }
      for name in ["@graph", "mainEntity", "mainEntityOfPage", "hasPart"] {
        if let inner = item[name] { collect(inner, depth: depth + 1) }
      }
    }
  }

  /// How likely an object is the page's article; 9 where it is none.
  private static func rank(_ json: LooseJSON) -> Int {
    let types = (json["@type"]?.items ?? []).compactMap(\.string)
    if types.contains(where: { $0.hasSuffix("Article") && $0 != "Article" || $0 == "BlogPosting" })
    {
      return 0
    }
    if types.contains("Article") { return 1 }
    if types.contains(where: {
      ["Report", "Review", "Recipe", "CreativeWork", "LiveBlogPosting"].contains($0)
    }) {
      return 2
    }
    if types.contains(where: { ["WebPage", "VideoObject"].contains($0) }) { return 5 }
    return 9
  }
}

/// The text with its white space as single spaces, none at its ends, and without what a line must not hold: controls
/// and characters that reorder it.
func collapsed(_ text: String) -> String {
  let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  let isPlain = line.utf8.allSatisfy { $0 >= 32 && $0 < 127 }
  return isPlain ? line : String(String.UnicodeScalarView(line.unicodeScalars.filter(isShown)))
}

private func isShown(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<32, 127..<160, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: false
  default: true
  }
}

/// The text without tags and with the commonest entities undone.
func plain(_ text: String) -> String {
  guard text.contains(where: { $0 == "<" || $0 == "&" }) else { return text }
  guard
    let tree = try? Array(text.utf8).withUnsafeBufferPointer({
      try MarkupTree($0, as: .html, limits: MarkupLimits(depth: 64, nodes: 20_000))
    }), tree.count > 0
  else { return text }
  return tree.allText(of: 0)
}
