internal import Prose

/// Who wrote the article: what the page's data says or, where they say nothing, what an element is marked as.
func findByline(_ page: Page) -> [String] {
  let site = findSite(page.labels)
  let told = clean(page.labels.articleNames("author"), site: site)
  if !told.isEmpty { return told }
  let names = [
    "dc:creator", "dc.creator", "author", "parsely-author", "sailthru.author", "byl",
    "article:author", "dcterms.creator",
    "citation_author", "dc.contributor", "article:author_name", "authors", "twitter:creator_name",
  ]
  for name in names {
    let found = clean(page.labels.properties[name] ?? [], site: site)
    if !found.isEmpty { return found }
  }
  let marked = clean(marked(page), site: site)
  if !marked.isEmpty { return marked }
  let linked = clean(linkedNames(page), site: nil)
  if !linked.isEmpty { return linked }
  // Where a page names no person, its publisher signs for it.
  let publisher = clean(toldByRel(page), site: nil)
  return publisher.isEmpty ? clean(page.labels.articleNames("author"), site: nil) : publisher
}

/// The names beside the title that lead to a writer's own page.
private func linkedNames(_ page: Page) -> [String] {
  guard let title = page.units.firstIndex(where: { $0.firstRow == page.titleRow }) else {
    return []
  }
  let near = page.units[max(0, title - 2)..<min(page.units.count, title + 12)]
  for unit in near where unit.text.count < 200 {
    let isBeside = page.ancestors(of: unit.holder).contains {
      page.role(of: $0) == .beside || page.evidence[$0].contains(.navigation)
    }
    if isBeside { continue }
    let names = unit.links.filter { leadsToWriter($0.address) }.compactMap { link in
      let name = collapsed(String(decoding: unit.text[link.range], as: UTF8.self))
      return (2...5).contains(name.split(separator: " ").count) ? name : nil
    }
    if !names.isEmpty { return names }
  }
  return []
}

/// Whether an address has a folder of writers in it, and somebody behind that.
private func leadsToWriter(_ address: String) -> Bool {
  let parts = address.prefix(300).lowercased().split(
    separator: "/",
    omittingEmptySubsequences: true
  )
  guard let last = parts.indices.last else { return false }
  return parts[..<last].contains {
    [
      "author", "authors", "newsteam", "by", "people", "staff", "profile", "reporter", "reporters",
      "journalist", "journalists", "contributor", "contributors", "writers", "autor", "autoren",
      "auteur", "columnist", "columnists", "team", "correspondent", "correspondents",
    ].contains($0)
  }
}

/// Whom a link marks as the page's author, be it a publisher.
private func toldByRel(_ page: Page) -> [String] {
  let tree = page.tree
  let rel = tree.name("rel")
  for row in 0..<tree.count where tree.string(of: row, rel) == "author" {
    let text = collapsed(tree.allText(of: row))
    if !text.isEmpty, text.count < 80 { return [text] }
  }
  return []
}

/// The names that elements are marked as the author's, by attribute or by class.
private func marked(_ page: Page) -> [String] {
  let tree = page.tree
  let (rel, property) = (tree.name("rel"), tree.name("itemprop"))
  let classes = [tree.name("class"), tree.name("id")].filter { $0 != MarkupTree.noName }
  var byClass: String?
  for row in 0..<tree.count where !tree.isText(row) {
    if tree.string(of: row, rel) == "author" || tree.string(of: row, property) == "author" {
      let text = collapsed(tree.allText(of: row))
      if !text.isEmpty, text.count < 80 { return [text] }
    }
    // What a class says counts near the title, not in a list of teasers.
    guard byClass == nil, page.evidence[row].contains(.credits), row > (page.titleRow ?? 0) - 60,
      !page.ancestors(of: row).contains(where: { page.evidence[$0].contains(.comment) })
    else {
      continue
    }
    let names = classes.compactMap { tree.string(of: row, $0)?.lowercased() }.joined(separator: " ")
    guard names.contains("byline") || names.contains("author") || names.contains("autor") else {
      continue
    }
    guard tree.inside(row).count < 60 else { continue }
    byClass = nameInByline(collapsed(tree.allText(of: row)))
  }
  if let byClass { return [byClass] }
  guard let title = page.units.firstIndex(where: { $0.firstRow == page.titleRow }) else {
    return []
  }
  let near = page.units[title..<min(page.units.count, title + 8)]
  for unit in near where unit.text.count < 120 {
    let text = unit.string
    if text.lowercased().hasPrefix("by "), let name = nameInByline(text) { return [name] }
  }
  return []
}

/// The name in "By Ana Ruiz | Monday, 29 January"; nil where none stands there.
private func nameInByline(_ text: String) -> String? {
  guard text.count < 200 else { return nil }
  var words: [Substring] = []
  for word in withoutBy(behindDate(text)).split(separator: " ") {
    let bare = word.lowercased().filter(\.isLetter)
    let isEnd =
      word.contains { $0.isNumber || "|•·@–—/:".contains($0) }
      || [
        "published", "updated", "posted", "on", "for", "in", "at", "monday", "tuesday", "wednesday",
        "thursday", "friday", "saturday", "sunday",
      ].contains(bare)
      || dayNamed(in: "\(word) 1, 2000") != nil
    if isEnd { break }
    words.append(word)
  }
  guard (2...8).contains(words.count), words.first?.first?.isUppercase == true else { return nil }
  return words.joined(separator: " ").trimmedEnd()
}

/// What follows "by" in "Posted on 29 January 2026 by Ana Ruiz"; the text itself where it begins otherwise.
private func behindDate(_ text: String) -> String {
  let words = text.split(separator: " ")
  let first = words.first?.lowercased() ?? ""
  guard ["posted", "published", "updated", "written", "submitted"].contains(first),
    let by = words.firstIndex(where: { $0.lowercased() == "by" })
  else { return text }
  return words[(by + 1)...].joined(separator: " ")
}

private func withoutBy(_ name: String) -> String {
  for prefix in [
    "by ", "von ", "par ", "por ", "di ", "written by ", "author: ", "autor: ", "by: ",
  ] {
    if name.lowercased().hasPrefix(prefix) {
      return withoutBy(String(name.dropFirst(prefix.count)))
    }
  }
  return name
}

extension String {
  fileprivate func trimmedEnd() -> String {
    var result = self
    while let last = result.last, ",;".contains(last) { result.removeLast() }
    return result
  }
}

/// The names without "By" and handles; no addresses, no user names, and not the site's own.
private func clean(_ names: [String], site: String?) -> [String] {
  var result: [String] = []
  for name in names {
    let name = withoutBy(collapsed(plain(name))).split(separator: " ").filter { !$0.hasPrefix("@") }
      .joined(separator: " ")
    let isAddress = name.hasPrefix("http") || name.contains("www.") || name.contains("@")
    let isUser = !name.contains(" ") && name.first?.isUppercase != true
    guard !name.isEmpty, name.count < 200, !isAddress, !isUser, !result.contains(name),
      site.map({ !same($0, name) }) ?? true, !["admin", "Admin", "Staff", "Editor"].contains(name)
    else { continue }
    result.append(name)
  }
  return result
}
