public import Prose

/// What an article of a feed says, as plain text on one line.
public func plainText(ofEntry entry: FeedEntry) -> String {
  guard let html = entry.content ?? entry.summary else { return "" }
  return markupParagraphs(Array(html.utf8)).map { String(decoding: $0, as: UTF8.self) }
    .joined(separator: " ")
}

/// The article that a feed itself holds: what stands there of it, without looking for page matter.
/// - Parameters:
///   - entry: What the feed has of it.
///   - site: What the feed calls itself.
///   - location: Its page, or what else it is known by.
/// - Returns: The article with its title as the headline; nil where there is neither a title nor a text.
public func readEntry(
  _ entry: FeedEntry,
  site: String?,
  location: String
) -> Article? {
  let title = singleLine(Array((entry.title ?? "").utf8))
  let html = Array((entry.content ?? entry.summary ?? "").utf8)
  var draft = ArticleDraft(base: location)
  draft.add(.headline, Array(title.utf8))
  if let units = units(of: html) {
    for unit in units { draft.add(unit) }
  } else {
    for paragraph in markupParagraphs(html) { draft.add(.paragraph, paragraph) }
  }
  guard !draft.text.isEmpty else { return nil }
  var article = Article(
    location: location,
    format: .html,
    title: title.isEmpty ? nil : title,
    byline: entry.author.map { [$0] } ?? [],
    site: site,
    published: entry.published,
    text: SourceText(draft.text),
    blocks: draft.blocks
  )
  article.links = draft.links
  return article
}

/// The paragraphs, lists, quotations and links of a piece of HTML; nil where this machine has no parser.
private func units(of html: [UInt8]) -> [PageUnit]? {
  let limits = MarkupLimits(depth: 64, nodes: 200_000)
  guard
    let tree = try? html.withUnsafeBufferPointer({
      try MarkupTree($0, as: .html, limits: limits)
    })
  else { return nil }
  let evidence = Array(repeating: ClassEvidence(), count: tree.count)
  return flatten(tree, roles: tagRoles(of: tree), evidence: evidence)
}

/// The paragraphs of a piece of HTML, each on a line.
private func markupParagraphs(_ html: [UInt8]) -> [[UInt8]] {
  var paragraphs: [[UInt8]] = []
  var bytes: [UInt8] = []
  func end() {
    let line = singleLine(bytes)
    if !line.isEmpty { paragraphs.append(Array(line.utf8)) }
    bytes = []
  }
  var hidden: String?
  var scanner = MarkupScanner(html)
  while let piece = scanner.next() {
    switch piece {
    case .text(let range): if hidden == nil { appendResolved(html[range], to: &bytes) }
    case .literal(let range): if hidden == nil { bytes.append(contentsOf: html[range]) }
    case .open(let name, _, let isEmpty):
      let name = String(decoding: html[name], as: UTF8.self).lowercased()
      if blockNames.contains(name) { end() }
      if hidden == nil, !isEmpty, name == "script" || name == "style" { hidden = name }
    case .close(let name):
      let name = String(decoding: html[name], as: UTF8.self).lowercased()
      if blockNames.contains(name) { end() }
      if hidden == name { hidden = nil }
    }
  }
  end()
  return paragraphs
}
