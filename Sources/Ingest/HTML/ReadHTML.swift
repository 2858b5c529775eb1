internal import Prose

/// Reads a page of the web as an article.
///
/// The bytes are as they came; `charset` is what the server said they are. It throws where the machine has no libxml2, or the page holds no text.
func readHTML(
  _ bytes: UnsafeBufferPointer<UInt8>,
  charset: String? = nil,
  location: String
) throws(IngestError) -> Article {
  let decoded = decodeMarkup(bytes, charset: charset, as: .html)
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
  func add(_ kind: BlockKind, _ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    if !text.isEmpty { text.append(contentsOf: [10, 10]) }
    let start = UInt32(text.count)
    text.append(contentsOf: bytes)
    blocks.append(kind, start..<UInt32(text.count))
  }
  if let title { add(.headline, Array(title.utf8)) }
  for unit in body { add(unit.kind, unit.text) }
  return Article(
    location: location,
    format: .html,
    title: title,
    byline: findByline(page),
    site: findSite(page.labels),
    published: findDate(page),
    text: SourceText(text),
    blocks: blocks
  )
}
