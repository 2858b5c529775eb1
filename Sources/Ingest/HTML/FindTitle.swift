internal import Prose

/// The article's title.
func findTitle(_ labels: PageLabels, _ units: [PageUnit]) -> String? {
  let site = findSite(labels)
  let headings = units.filter { $0.level == 1 && $0.text.count < 400 }.map(\.string)
  let told =
    labels.property("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")
    ?? labels.articleText("headline")
  if let told {
    return withoutSite(collapsed(plain(told)), site: site, headings: headings)
  }
  if let title = labels.documentTitle, !title.isEmpty {
    return withoutSite(title, site: site, headings: headings)
  }
  return headings.first
}

/// A title without the site's name behind it.
private func withoutSite(_ title: String, site: String?, headings: [String]) -> String {
  // A heading that begins the title is the title.
  for heading in headings where heading.count >= 12 && title.hasPrefix(heading) { return heading }
  for separator in [" | ", " - ", " – ", " — ", " :: ", " » ", " · "] {
    var parts = title.split(separator: separator, omittingEmptySubsequences: true)
    guard parts.count > 1, let last = parts.last else { continue }
    let rest = parts.dropLast().joined(separator: separator)
    if let site, same(String(last), site) { return rest }
    if headings.contains(where: { same($0, rest) }) { return rest }
    parts.removeAll()
  }
  return title
}

/// Whether two texts have the same letters and digits.
func same(_ a: String, _ b: String) -> Bool { letters(a) == letters(b) }

/// A text's letters and digits, small.
func letters(_ text: String) -> String {
  text.lowercased().filter { $0.isLetter || $0.isNumber }
}

/// The name of the site.
func findSite(_ labels: PageLabels) -> String? {
  labels.property("og:site_name", "application-name", "twitter:app:name:iphone")
    ?? labels.articleNames("publisher").first
}
