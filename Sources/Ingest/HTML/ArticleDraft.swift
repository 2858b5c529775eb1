internal import Prose

/// An article's text as it grows: its paragraphs apart by an empty line, with their kinds and links.
struct ArticleDraft {
  private(set) var text: [UInt8] = []
  private(set) var blocks = Blocks()
  private(set) var links: [ArticleLink] = []
  /// What relative addresses belong to.
  let base: String

  init(base: String) {
    self.base = base
  }

  mutating func add(_ unit: PageUnit) { add(unit.kind, unit.text, unit.links) }

  mutating func add(_ kind: BlockKind, _ bytes: [UInt8], _ found: [PageLink] = []) {
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
