/// What the text of a feed's element is.
enum FeedTextKind {
  case plain
  case html
  /// RSS does not say.
  case unknown
}

/// A title as plain text on one line.
func plainTitle(_ text: [UInt8], _ kind: FeedTextKind) -> String {
  let isHTML =
    switch kind {
    case .plain: false
    case .html: true
    case .unknown: looksLikeHTML(text)
    }
  return singleLine(isHTML ? withoutTags(text) : text)
}

/// A summary or a content as HTML.
func htmlText(_ text: [UInt8], _ kind: FeedTextKind) -> String {
  let isHTML =
    switch kind {
    case .plain: false
    case .html: true
    case .unknown: looksLikeHTML(text)
    }
  guard !isHTML else { return String(decoding: text, as: UTF8.self).trimmedOfSpace() }
  var result: [UInt8] = []
  appendEscaped(text[...], to: &result)
  return String(decoding: result, as: UTF8.self).trimmedOfSpace()
}

/// Appends a text so that HTML shows it as it is.
func appendEscaped(_ text: ArraySlice<UInt8>, inAttribute: Bool = false, to result: inout [UInt8]) {
  for byte in text {
    switch byte {
    case UInt8(ascii: "&"): result.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "<"): result.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): result.append(contentsOf: "&gt;".utf8)
    case UInt8(ascii: "\"") where inAttribute: result.append(contentsOf: "&quot;".utf8)
    default: result.append(byte)
    }
  }
}

/// Whether a text that may be either is HTML: it has a tag of its or a character reference.
func looksLikeHTML(_ text: [UInt8]) -> Bool {
  if containsReference(text[...]) { return true }
  guard text.contains(UInt8(ascii: "<")) else { return false }
  var scanner = MarkupScanner(text)
  while let piece = scanner.next() {
    switch piece {
    case .open(let name, _, _), .close(let name):
      let isClosed = text[name.upperBound...].contains(UInt8(ascii: ">"))
      if isClosed, htmlNames.contains(String(decoding: text[name], as: UTF8.self).lowercased()) {
        return true
      }
    case .text, .literal: break
    }
  }
  return false
}

private func withoutTags(_ text: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  var scanner = MarkupScanner(text)
  while let piece = scanner.next() {
    switch piece {
    case .text(let range): appendResolved(text[range], to: &result)
    case .literal(let range): result.append(contentsOf: text[range])
    case .open(let name, _, _), .close(let name):
      let name = String(decoding: text[name], as: UTF8.self).lowercased()
      if blockNames.contains(name) { result.append(32) }
    }
  }
  return result
}

/// Words with a space between them each, and nothing among them that steers a terminal or reorders the line.
func singleLine(_ text: [UInt8]) -> String {
  var result = String.UnicodeScalarView()
  var needsSpace = false
  for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
    let isControl = scalar.value < 32 || (127..<160).contains(scalar.value)
    if isControl || scalar.properties.isWhitespace && scalar != "\u{A0}" {
      needsSpace = !result.isEmpty
      continue
    }
    if ("\u{202A}"..."\u{202E}").contains(scalar) || ("\u{2066}"..."\u{2069}").contains(scalar) {
      continue
    }
    if needsSpace { result.append(" ") }
    needsSpace = false
    result.append(scalar)
  }
  return String(result).trimmedOfSpace()
}

/// A person's name out of the forms that feeds give it: `Name (mail)`, `mail (Name)`, `Name <mail>`.
///
/// The mail address where there is no name.
func personName(_ text: [UInt8]) -> String {
  let line = singleLine(resolved(text[...]))
  guard let open = line.firstIndex(where: { $0 == "(" || $0 == "<" }) else { return line }
  let close: Character = line[open] == "(" ? ")" : ">"
  guard let end = line[open...].firstIndex(of: close) else { return line }
  let outside = String(line[..<open]).trimmedOfSpace()
  let inside = String(line[line.index(after: open)..<end]).trimmedOfSpace()
  if outside.contains("@"), !outside.contains(" "), !inside.isEmpty { return inside }
  if outside.isEmpty { return inside }
  return inside.contains("@") || inside.isEmpty ? outside : line
}

let blockNames: Set<String> = [
  "br", "p", "div", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote",
]

private let htmlNames: Set<String> = blockNames.union([
  "a", "abbr", "acronym", "address", "article", "aside", "audio", "b", "big", "caption", "center",
  "cite", "code", "dd", "del", "details", "dfn", "dl", "dt", "em", "embed", "figcaption", "figure",
  "font", "footer", "form", "header", "hr", "i", "iframe", "img", "ins", "kbd", "label", "link",
  "main", "map", "mark", "math", "meta", "nav", "object", "ol", "picture", "pre", "q", "s", "samp",
  "script", "section", "small", "source", "span", "strike", "strong", "style", "sub", "sup", "svg",
  "table", "tbody", "tfoot", "thead", "time", "tr", "tt", "u", "ul", "var", "video", "wbr",
])
