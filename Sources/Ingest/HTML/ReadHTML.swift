internal import Prose

/// Reads a page of the web as an article.
///
/// The bytes are as they came; `charset` is what the server said they are. It throws where the machine has no libxml2, or the page holds no text.
func readHTML(
  _ bytes: UnsafeBufferPointer<UInt8>,
  charset: String? = nil,
  location: String
) throws(IngestError) -> Article {
  let decoded = decodeText(
    bytes,
    charset: charset,
    declared: declaredCharset(bytes, in: .html)
  )
  let tree: MarkupTree
  do throws(MarkupError) {
    tree = try decoded.withUnsafeBufferPointer { bytes throws(MarkupError) in
      try MarkupTree(bytes, as: .html)
    }
  } catch {
    throw .noParser(location: location)
  }
  guard tree.count > 0 else { throw .empty(location: location) }
  let page = Page(tree)
  let body = extractBody(page)
  let title = page.title
  guard !body.isEmpty || title != nil else { throw .empty(location: location) }
  return compose(page, title: title, body: body, location: location)
}

/// The article with its text: the headline and each paragraph apart by an empty line.
private func compose(_ page: Page, title: String?, body: [PageUnit], location: String) -> Article {
  var draft = ArticleDraft(base: baseAddress(page) ?? location)
  if let title { draft.add(.headline, Array(title.utf8)) }
  for unit in body { draft.add(unit) }
  var article = Article(
    location: location,
    format: .html,
    title: title,
    byline: findByline(page),
    site: findSite(page.labels),
    published: findDate(page),
    text: SourceText(draft.text),
    blocks: draft.blocks
  )
  article.language = page.labels.language.flatMap(primaryLanguage)
  article.isForSubscribers = page.labels.isForSubscribers
  article.links = draft.links
  return article
}

/// "pt" of "pt-BR"; nil for what is no tag of a language.
private func primaryLanguage(_ tag: String) -> String? {
  let primary = tag.lowercased().prefix { $0 != "-" && $0 != "_" }
  let isTag = (2...3).contains(primary.count) && primary.allSatisfy { $0.isASCII && $0.isLetter }
  return isTag && primary != "und" ? String(primary) : nil
}

/// What the page says that its addresses are relative to.
private func baseAddress(_ page: Page) -> String? {
  let name = page.tree.name("base")
  let href = page.tree.name("href")
  guard name != MarkupTree.noName, href != MarkupTree.noName else { return nil }
  for row in 0..<page.tree.count where page.tree.name(of: row) == name {
    var address: String?
    page.tree.forEachAttribute(of: row) { attribute, value in
      if attribute == href { address = String(decoding: value, as: UTF8.self) }
    }
    if let address { return address }
  }
  return nil
}
