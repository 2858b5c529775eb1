/// The text of an element of a feed as it comes in, with the markup in it.
struct FeedCapture {
  /// How many elements are open when its own is the last.
  let depth: Int
  private let type: String?
  private let mode: String?
  /// RSS: its address is that of a page.
  let isPermanentLink: Bool
  private var bytes: [UInt8] = []
  /// Elements were in it, so that `bytes` is HTML.
  private var hasElements = false
  /// Some of it stood in a CDATA section, which writers of RSS use for HTML.
  private(set) var hasLiteral = false

  init(of element: MarkupElement, depth: Int) {
    self.depth = depth
    type = element["type"]?.trimmedOfSpace().lowercased()
    mode = element["mode"]?.trimmedOfSpace().lowercased()
    let isGUID = element.local == "guid"
    isPermanentLink = isGUID && element["ispermalink"]?.lowercased() != "false"
  }

  var isXHTML: Bool { type == "xhtml" }

  mutating func take(_ text: [UInt8], isLiteral: Bool = false) {
    if isLiteral { hasLiteral = true }
    if hasElements { appendEscaped(text[...], to: &bytes) } else { bytes.append(contentsOf: text) }
  }

  /// Takes a start tag, with its addresses made absolute.
  /// - Returns: What is to be given to `end`; empty where the element has no end of its own.
  mutating func open(
    _ element: MarkupElement,
    _ vocabulary: FeedVocabulary,
    base: String?,
    isWrapper: Bool
  ) -> [UInt8] {
    if !hasElements {
      let text = bytes
      bytes = []
      appendEscaped(text[...], to: &bytes)
      hasElements = true
    }
    if isWrapper { return [] }
    let name = vocabulary == .xhtml ? Array(element.local.utf8) : element.qualified
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: name)
    element.forEachAttribute { attribute, value in
      let isDeclaration = attribute == "xmlns" || attribute.hasPrefix("xmlns:")
      if attribute == "xml:base" || (vocabulary == .xhtml && isDeclaration) { return }
      let isAddress = ["href", "src", "cite", "poster", "xlink:href"].contains(attribute)
      let written = isAddress ? resolveAddress(value, against: base) : value
      bytes.append(contentsOf: " \(attribute)=\"".utf8)
      appendEscaped(Array(written.utf8)[...], inAttribute: true, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
    return Self.voidNames.contains(element.local) ? [] : Array("</".utf8) + name + Array(">".utf8)
  }

  mutating func end(_ tag: [UInt8]) { bytes.append(contentsOf: tag) }

  /// The text without markup on one line.
  var line: String { singleLine(plain) }

  /// The text without markup.
  var plain: [UInt8] {
    hasElements ? Array(plainTitle(bytes, .html).utf8) : bytes
  }

  /// The text, and what it is by its attributes; `kind` where they do not say.
  func content(_ kind: FeedTextKind) -> ([UInt8], FeedTextKind) {
    if hasElements { return (bytes, .html) }
    if mode == "base64" || isBinary, let decoded = decodeBase64(bytes) {
      return (decodeText(decoded), type == "text/plain" ? .plain : .unknown)
    }
    switch type {
    case "text", "text/plain": return (bytes, .plain)
    case "html", "text/html": return (bytes, .html)
    // Without elements in it, what was escaped was text.
    case "xhtml", "application/xhtml+xml": return (bytes, mode == "escaped" ? .html : .plain)
    default: return (bytes, kind)
    }
  }

  /// Whether the type is one that Atom writes in Base64.
  /// - Note: RFC 4287, section 4.1.3.3.
  private var isBinary: Bool {
    guard let type, type.contains("/") else { return false }
    return !type.hasPrefix("text/") && !type.hasSuffix("xml")
  }

  private static let voidNames: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]
}

/// The bytes that Base64 stands for, with or without padding; nil where something else is in it.
func decodeBase64(_ text: [UInt8]) -> [UInt8]? {
  var result: [UInt8] = []
  var bits: UInt32 = 0
  var count = 0
  for byte in text where !isSpace(byte) && byte != UInt8(ascii: "=") {
    let value: UInt8
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte + 4
    case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
    default: return nil
    }
    bits = bits << 6 | UInt32(value)
    count += 6
    if count >= 8 {
      count -= 8
      result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
  }
  return result.isEmpty ? nil : result
}
