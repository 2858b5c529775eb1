import Prose
import Screen

/// What the reader shows of an analysis, made once when it arrives: places in bytes, rows of the panes.
struct Findings: Sendable {
  let document: Document
  /// The part of the text that was analyzed.
  let window: Range<UInt32>
  /// That part without the page matter at its ends: what strips show.
  let body: Range<UInt32>
  let actors: [PaneEntry]
  let places: [PaneEntry]
  let issues: [PaneEntry]
  /// In text order, each: what the keys for the next and the previous one step along.
  let people: [Range<UInt32>]
  let toponyms: [Range<UInt32>]
  let evidence: [Range<UInt32>]
  let quotations: [Range<UInt32>]
  let signs: [EvidenceSign]
  /// The highlights that are switched on, apart from each other and in text order.
  private(set) var paint: [Painted]

  init(_ document: Document, window: Range<UInt32>, switches: Switches) {
    self.document = document
    self.window = window
    body = bodyText(document.blocks, in: window)
    actors = actorEntries(document, body)
    places = placeEntries(document, body)
    issues = issueEntries(document, body)
    var people: [Range<UInt32>] = []
    var toponyms: [Range<UInt32>] = []
    for row in 0..<document.mentions.count {
      let id = ID<Mention>(row: row)
      if let actor = document.actors.ofMention[row],
        document.actors.kinds[actor.index] == .person
      {
        people.append(document.range(of: id))
      }
      if document.places.ofMention[row] != nil { toponyms.append(document.range(of: id)) }
    }
    self.people = people
    self.toponyms = toponyms
    quotations = (0..<document.quotations.count)
      .map { document.tokens.bytes(of: document.quotations.content($0)) }
      .sorted { $0.lowerBound < $1.lowerBound }
    signs = evidenceSigns(document)
    evidence = signs.map(\.sentence)
    paint = painted(document, switches)
  }

  /// Whether the text is in a language that is analyzed.
  var isAnalyzed: Bool { document.language == "en" }

  /// Which part of the text the findings are of, as "34–36%"; nil where it is all of it.
  var coverage: String? {
    let total = max(1, document.text.count)
    guard window.count < total else { return nil }
    let from = Int(window.lowerBound) * 100 / total
    let to = (Int(window.upperBound) * 100 + total - 1) / total
    return "\(from)–\(to)%"
  }

  mutating func repaint(_ switches: Switches) {
    paint = painted(document, switches)
  }

  func entries(_ pane: PaneKind) -> [PaneEntry] {
    switch pane {
    case .actors: actors
    case .places: places
    case .issues: issues
    }
  }
}

/// From the first block in `window` that is no page matter to the last such one.
private func bodyText(_ blocks: Blocks, in window: Range<UInt32>) -> Range<UInt32> {
  let first = blocks.ends.partitioningIndex { $0 > window.lowerBound }
  let end = blocks.starts.partitioningIndex { $0 >= window.upperBound }
  let rows = (first..<max(first, end)).filter { blocks.kinds[$0] != .boilerplate }
  guard let top = rows.first, let bottom = rows.last else { return window }
  let start = max(window.lowerBound, blocks.starts[top])
  return start..<max(start, min(window.upperBound, blocks.ends[bottom]))
}
