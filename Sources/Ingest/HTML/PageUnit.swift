internal import Prose

/// A paragraph, heading or item of a page, before anything is known about its worth.
struct PageUnit {
  var kind: BlockKind
  /// The innermost block element that holds it.
  let holder: Int
  /// Its first run of text.
  let firstRow: Int
  /// 1 to 6 for a heading.
  let level: Int
  /// White space collapsed, except in preformatted text.
  var text: [UInt8]
  /// How many of its bytes are in links.
  let linkedCount: Int
  var links: [PageLink]
  let isInTable: Bool

  var linkShare: Double { text.isEmpty ? 0 : Double(linkedCount) / Double(text.count) }
  var string: String { String(decoding: text, as: UTF8.self) }

  /// How much prose it is: its bytes where it reads as sentences, little where it does not.
  var proseMass: Double {
    let plain = Double(text.count - linkedCount)
    guard kind != .heading, kind != .caption else { return plain * 0.1 }
    if linkShare > 0.5 { return 0 }
    let hasSentence = text.count >= 40 && endsSentence
    if text.count >= 100 && (hasSentence || text.count >= 200) { return plain }
    return hasSentence ? plain * 0.7 : plain * 0.1
  }

  /// Whether a sentence ends in it.
  var endsSentence: Bool {
    text.contains {
      $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "!") || $0 == UInt8(ascii: "?") || $0 == 0xE3
    }
  }
}

/// Where a piece of text leads.
struct PageLink: Equatable {
  /// In the bytes of the unit.
  var range: Range<Int>
  let address: String
}
