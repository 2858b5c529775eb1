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
  var text: [UInt8] = []
  var blocks = Blocks()
  var links: [ArticleLink] = []
  let base = baseAddress(page) ?? location
  func add(_ kind: BlockKind, _ bytes: [UInt8], _ found: [PageLink] = []) {
    guard !bytes.isEmpty else { return }
    if !text.isEmpty { text.append(contentsOf: [10, 10]) }
    let start = UInt32(text.count)
    text.append(contentsOf: bytes)
    blocks.append(kind, start..<UInt32(text.count))
    for link in found {
      guard let address = linkTarget(link.address, base: base) else { continue }
      let range = start + UInt32(link.range.lowerBound)..<start + UInt32(link.range.upperBound)
      links.append(ArticleLink(range, to: address))
    }
  }
  if let title { add(.headline, Array(title.utf8)) }
  for unit in body { add(unit.kind, unit.text, unit.links) }
  var article = Article(
    location: location,
    format: .html,
    title: title,
    byline: findByline(page),
    site: findSite(page.labels),
    published: findDate(page),
    text: SourceText(text),
    blocks: blocks
  )
  article.links = links
  return article
}

/// Where a link leads, with nothing in it but signs that an address may have; nil where that is not of the web.
private func linkTarget(_ text: String, base: String) -> String? {
  guard !text.hasPrefix("#"), let address = webAddress(text, base: base) else { return nil }
  let scheme = address.prefix { $0 != ":" }.lowercased()
  guard scheme == "https" || scheme == "http" else { return nil }
  var result = scheme
  for byte in address.utf8.dropFirst(scheme.utf8.count) {
    let isPlain = byte > 0x20 && byte < 0x7F && !"\"<>\\^`{|}".utf8.contains(byte)
    result += isPlain ? String(UnicodeScalar(byte)) : escaped(byte)
  }
  return result
}

private func escaped(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return "%" + (digits.count < 2 ? "0" : "") + digits
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
