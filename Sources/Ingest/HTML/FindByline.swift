internal import Prose

/// Who wrote the article.
func findByline(_ page: Page) -> [String] {
  let told = page.labels.articleNames("author")
  if !told.isEmpty { return clean(told) }
  let named = [
    "author", "parsely-author", "sailthru.author", "dc.creator", "byl", "article:author",
    "dcterms.creator",
  ]
  .lazy.compactMap { page.labels.properties[$0] }
  .map { $0.filter { !$0.hasPrefix("http") && !$0.hasPrefix("@") } }.first { !$0.isEmpty }
  if let named { return clean(named) }
  return clean(marked(page))
}

/// The names that elements mark as the author's.
private func marked(_ page: Page) -> [String] {
  let tree = page.tree
  let (rel, property) = (tree.name("rel"), tree.name("itemprop"))
  for row in 0..<tree.count where !tree.isText(row) {
    let isAuthor =
      tree.string(of: row, rel) == "author" || tree.string(of: row, property) == "author"
    guard isAuthor else { continue }
    let text = collapsed(tree.allText(of: row))
    if !text.isEmpty, text.count < 80 { return [text] }
  }
  return []
}

private func clean(_ names: [String]) -> [String] {
  var result: [String] = []
  for name in names {
    var name = collapsed(plain(name))
    for prefix in ["By ", "by ", "BY ", "Von ", "Par ", "Por "] where name.hasPrefix(prefix) {
      name.removeFirst(prefix.count)
    }
    if !name.isEmpty, name.count < 200, !result.contains(name) { result.append(name) }
  }
  return result
}
