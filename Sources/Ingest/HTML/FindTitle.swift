internal import Prose

/// The article's title.
func findTitle(_ labels: PageLabels, _ units: [PageUnit]) -> String? {
  let site = findSite(labels)
  let headings = units.filter { $0.level == 1 && $0.text.count < 400 }.map(\.string)
  let headline = labels.articleText("headline").flatMap { headline in
    // Data about another thing on the page have another name.
    let others = [labels.documentTitle, labels.property("og:title")].compactMap(\.self) + headings
    return others.isEmpty || others.contains { likeness(headline, $0) >= 0.3 } ? headline : nil
  }
  if let shown = shownTitle(labels, headings) { return shown }
  let told =
    headline
    ?? labels.property(
      "dc:title",
      "dc.title",
      "dcterms.title",
      "og:title",
      "twitter:title",
      "parsely-title",
      "sailthru.title"
    )
  if let told {
    return withoutSite(collapsed(plain(told)), site: site, headings: headings)
  }
  if let title = labels.documentTitle, !title.isEmpty {
    return withoutSite(title, site: site, headings: headings)
  }
  return headings.first
}

/// The page's only large heading, where the page's data say something like it.
private func shownTitle(_ labels: PageLabels, _ headings: [String]) -> String? {
  guard headings.count == 1, let heading = headings.first, heading.count >= 12 else { return nil }
  let told = [labels.property("og:title"), labels.documentTitle, labels.articleText("headline")]
    .compactMap(\.self)
  return told.contains { likeness(heading, $0) >= 0.4 } ? heading : nil
}

/// The words that two texts share, of the longer one's.
private func likeness(_ a: String, _ b: String) -> Double {
  let words = [a, b].map { Set($0.lowercased().split { !$0.isLetter && !$0.isNumber }) }
  let most = max(words[0].count, words[1].count)
  return most == 0 ? 0 : Double(words[0].intersection(words[1]).count) / Double(most)
}

/// A title without the site's name behind it.
private func withoutSite(_ title: String, site: String?, headings: [String]) -> String {
  // A heading that begins the title is the title.
  for heading in headings where heading.count >= 12 && title.hasPrefix(heading) { return heading }
  for separator in [" | ", " - ", " – ", " — ", " :: ", " » ", " · "] {
    let parts = title.split(separator: separator, omittingEmptySubsequences: true)
    guard parts.count > 1, let last = parts.last else { continue }
    let rest = parts.dropLast().joined(separator: separator)
    if let site, same(String(last), site) { return rest }
    if headings.contains(where: { same($0, rest) }) { return rest }
    // Of three, the last is the site's.
    if parts.count > 2, separator == " | " { return rest }
  }
  return title
}

/// Whether two texts have the same letters and digits.
func same(_ a: String, _ b: String) -> Bool { letters(a) == letters(b) }

/// A text's letters and digits, small.
func letters(_ text: String) -> [UInt8] {
  let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
  let small = isPlain ? text : text.lowercased()
  // Curly quotes, dashes and the like begin with E2 80.
  var result: [UInt8] = []
  var isMark = 0
  for byte in small.utf8 {
    if isMark > 0 {
      isMark -= 1
    } else if byte == 0xE2 {
      isMark = 2
    } else if byte >= 0x80 || byte >= 97 && byte <= 122 || byte >= 48 && byte <= 57 {
      result.append(byte)
    } else if byte >= 65 && byte <= 90 {
      result.append(byte | 32)
    }
  }
  return result
}

/// The name of the site.
func findSite(_ labels: PageLabels) -> String? {
  labels.property("og:site_name", "application-name", "twitter:app:name:iphone")
    ?? labels.articleNames("publisher").first
}
