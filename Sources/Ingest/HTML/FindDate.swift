internal import Prose

/// When the article was published, in ISO 8601.
func findDate(_ page: Page) -> String? {
  if let told = page.labels.articleText("datePublished").flatMap(isoDate) { return told }
  let names = [
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
    "pubdate",
    "publishdate", "publish-date", "sailthru.date", "date", "dc.date.issued", "dc.date",
    "dcterms.created",
    "article.published", "og:published_time", "publication_date", "ptime",
    "cxenseparse:recs:publishtime",
  ]
  for name in names {
    if let found = page.labels.property(name).flatMap(isoDate) { return found }
  }
  let tree = page.tree
  let (time, when) = (tree.name("time"), tree.name("datetime"))
  for row in 0..<tree.count where tree.name(of: row) == time {
    if let found = tree.string(of: row, when).flatMap(isoDate) { return found }
  }
  return nil
}

/// The date where the text begins as ISO 8601 does.
func isoDate(_ text: String) -> String? {
  let text = collapsed(text)
  let digits = Array(text.utf8.prefix(10))
  guard digits.count == 10, digits[4] == 45, digits[7] == 45,
    digits.enumerated().allSatisfy({
      $0.offset == 4 || $0.offset == 7 || (48...57).contains($0.element)
    })
  else { return nil }
  return text.replacing(" ", with: "T", maxReplacements: 1)
}
