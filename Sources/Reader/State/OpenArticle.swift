import Prose

/// The article on the screen: where the reader stands in it and what is known of it.
struct OpenArticle: Sendable {
  let row: Int
  let article: Article
  /// Text and blocks; the analyzed document once there is one that covers all of the text.
  var document: Document
  /// Nil before the analysis has arrived.
  var findings: Findings?
  var layout: TextLayout
  /// The byte of the row at the top, by which the place is kept at any width.
  var top: UInt32 = 0
  /// Where the last jump went: what is named, quoted or found there, in bytes.
  var current: Range<UInt32>?
  /// Whether that is a sentence or a quotation, not a name or a match.
  var standsOnPassage = false
  /// The kind of places that the last key went along.
  var trail: Trail?
  var focus: Focus?
  var marks: [Character: UInt32] = [:]
  var jumps = JumpList()
  var highlights = Highlights()
  /// The version of the highlights that was last given away to be kept.
  var keptVersion = 0
  var keptEditsVersion = 0
  /// The analysis before the reader's edits were made to it.
  var machine: Document?
  /// The version of the edits that the findings were made with, and the numbers of those that found nothing.
  var madeVersion = 0
  var orphans: Set<Int> = []
  /// The newest request for an analysis, and the part of the text it was for.
  var request = 0
  var window: Range<UInt32>?
  /// Whether that part is the screen alone, analyzed ahead of all that is wanted.
  var isGlance = false
  /// Whether only the beginning of the text is there yet, and how long all of it is, in bytes, if that is known.
  var isBegun = false
  var expected: Int?
  /// Whether it comes bit by bit, from a writer that may go on for ever.
  var isGrowing = false
  /// Whether an analysis is under way.
  var awaitsAnalysis = false
  /// What follows from the blocks, counted once: there may be half a million.
  private(set) var minutes = 1
  private(set) var headline: Int?
  private(set) var title = ""

  init(row: Int, article: Article, document: Document) {
    self.row = row
    self.article = article
    self.document = document
    layout = TextLayout(text: document.text, blocks: document.blocks)
    top = document.blocks.starts.first ?? 0
    describe()
  }

  /// Sets the text as the reader wants it: words of other languages than English stay whole.
  mutating func setStyle(_ style: ReadingStyle) {
    var style = style
    if document.language != "en", document.language != "und" { style.isHyphenated = false }
    layout.setStyle(style)
  }

  /// Sets what follows from the blocks.
  mutating func describe() {
    minutes = expected.map { max(1, $0 / 1380) } ?? readingMinutes(document.blocks)
    headline = document.blocks.headline
    title = bestTitle
  }

  /// The headline, or what else the article is best known by.
  private var bestTitle: String {
    if let row = headline {
      return onOneLine(document.text.string(in: document.blocks.range(row).prefix(bytes: 1000)))
    }
    if let title = article.title, !title.isEmpty { return onOneLine(title) }
    return lastComponent(of: article.location)
  }
}

/// What stays of an article while another one is on the screen.
struct RememberedArticle: Sendable {
  var top: UInt32
  var marks: [Character: UInt32]
  var jumps: JumpList
  var highlights: Highlights
  var foldsAreOpen: Bool
}

/// Minutes at 230 words a minute and 6 bytes a word, page matter not counted; 1 at least.
private func readingMinutes(_ blocks: Blocks) -> Int {
  var bytes = 0
  for row in 0..<blocks.count where blocks.kinds[row] != .boilerplate {
    bytes += Int(blocks.ends[row] - blocks.starts[row])
  }
  return max(1, (bytes + 690) / 1380)
}

/// The name of a file without its folders; "standard input" for `-`.
func lastComponent(of location: String) -> String {
  if location == "-" { return "standard input" }
  return location.split(separator: "/").last.map(String.init) ?? location
}

/// `text` with each run of white space as one space.
func onOneLine(_ text: String) -> String {
  var line = ""
  var isBehindSpace = false
  for character in text {
    if character.isWhitespace {
      isBehindSpace = true
      continue
    }
    if isBehindSpace, !line.isEmpty { line.append(" ") }
    isBehindSpace = false
    line.append(character)
  }
  return line
}

extension Range<UInt32> {
  /// At most so many bytes of it.
  func prefix(bytes: UInt32) -> Range<UInt32> {
    lowerBound..<Swift.min(upperBound, lowerBound + Swift.min(bytes, UInt32.max - lowerBound))
  }
}
