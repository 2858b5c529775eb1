internal import Prose

/// A text of the article's for another program: on one line, without what a terminal would obey, without what XML
/// cannot hold, without what turns the direction of writing round.
func cleanLine(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 < 32 || $0 >= 127 }) else { return text }
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 9, 10, 13, 0x2028, 0x2029: scalars.append(" ")
    case 0..<32, 127..<160, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF:
      scalars.append("\u{FFFD}")
    default: scalars.append(scalar)
    }
  }
  return String(scalars)
}

/// The text of markup: what would begin a tag, an entity or end an attribute is written as an entity.
func markupText(_ text: String) -> String {
  let text = cleanLine(text)
  guard text.utf8.contains(where: { "&<>\"'".utf8.contains($0) }) else { return text }
  var written = ""
  written.reserveCapacity(text.utf8.count + 16)
  for character in text.unicodeScalars {
    switch character {
    case "&": written += "&amp;"
    case "<": written += "&lt;"
    case ">": written += "&gt;"
    case "\"": written += "&quot;"
    case "'": written += "&#39;"
    default: written.unicodeScalars.append(character)
    }
  }
  return written
}

extension Document {
  func name(of country: CountryCode) -> String {
    locations.countryNames[country] ?? country.letters
  }
}

extension Article {
  /// Where it comes from, as a line of facts tells it.
  var facts: [String] {
    var facts: [String] = []
    if let site { facts.append(site) }
    if !byline.isEmpty { facts.append(byline.joined(separator: ", ")) }
    if let published { facts.append(published) }
    return facts + [location]
  }

  /// Its title, else its headline, else where it was found.
  func title(in document: Document) -> String {
    if let title { return title }
    guard let headline = document.blocks.headline else { return location }
    return document.text.string(in: document.blocks.range(headline))
  }
}
