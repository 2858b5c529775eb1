internal import Prose

/// Reads RSS and Atom, well-formed or not, element by element.
struct XMLFeedReader {
  /// Elements deeper than this are passed over.
  private static let deepest = 256
  /// More entries than any feed has; the rest is not read.
  static let mostEntries = 10_000

  private var scanner: MarkupScanner
  private var namespaces = NamespaceScopes()
  private var frames: [Frame] = []
  private var capture: FeedCapture?
  private var feed = FeedDraft()
  private var entry: FeedDraft?
  private var person: (name: String?, mail: String?) = (nil, nil)
  private var entries: [FeedEntry] = []
  private var isAtom = false
  private var hasRoot = false
  private let base: String?

  /// An element that is open.
  private struct Frame {
    let name: Range<Int>
    var role: FeedRole
    let scope: Int
    let base: String?
    /// What its end adds to a captured text.
    var endTag: [UInt8] = []
  }

  init(_ text: [UInt8], base: String?) {
    scanner = MarkupScanner(text)
    self.base = base
  }

  /// The feed; nil where the document is none.
  mutating func read() -> Feed? {
    while let piece = scanner.next() {
      switch piece {
      case .text(let range): capture?.take(resolved(scanner.bytes[range]))
      case .literal(let range): capture?.take(Array(scanner.bytes[range]), isLiteral: true)
      case .open(let name, let attributes, let isEmpty):
        if !hasRoot, lowercase(scanner.bytes[name]) == Array("html".utf8) { return nil }
        open(MarkupElement(name, attributes, in: scanner.bytes), isEmpty: isEmpty)
      case .close(let name): close(name)
      }
    }
    while !frames.isEmpty { pop() }
    guard hasRoot else { return nil }
    var result = feed.feed()
    if isAtom {
      for row in entries.indices where entries[row].author == nil {
        entries[row].author = result.author
      }
    }
    result.entries = entries
    return result
  }

  // MARK: Elements

  private mutating func open(_ element: MarkupElement, isEmpty: Bool) {
    let beginsEntry = ["item", "entry"].contains(element.local)
    guard frames.count < Self.deepest || beginsEntry else { return }
    let scope = namespaces.enter(element)
    defer { if !hasRoot { namespaces.leave(to: scope) } }
    let base =
      element["xml:base"].map { resolveAddress($0.trimmedOfSpace(), against: effectiveBase) }
      ?? effectiveBase
    var vocabulary = namespaces.vocabulary(of: element)
    if !hasRoot {
      guard ["rss", "rdf", "feed", "channel"].contains(element.local) else { return }
      hasRoot = true
      isAtom = element.local == "feed"
      namespaces.core = (namespaces.namespace(of: element), isAtom ? .atom : .rss)
      vocabulary = isAtom ? .atom : .rss
    }
    endWhatMustHaveEnded(before: element, vocabulary)
    guard frames.count < Self.deepest else { return namespaces.leave(to: scope) }
    if capture != nil {
      openInText(element, vocabulary, scope, base, isEmpty: isEmpty)
      return
    }
    let parent = frames.last?.role ?? .feed
    var role = FeedRole(element.local, vocabulary, in: parent, isAtom: isAtom)
    if role == .feed, entry != nil { role = .ignored }
    frames.append(Frame(name: element.name, role: role, scope: scope, base: base))
    switch role {
    case .entry:
      entry = FeedDraft()
      note(webAddress(element["rdf:about"] ?? "", base: base), as: .link, rank: 4)
      note(element["rdf:about"]?.trimmedOfSpace(), as: .id, rank: 3)
    case .person: person = (nil, nil)
    case .field, .name, .mail: beginText(element, role, base)
    case .ignored where parent == .entry && element.local == "enclosure":
      note(element["url"].flatMap { webAddress($0, base: base) }, as: .link, rank: 7)
    case .feed, .transparent, .ignored: break
    }
    if isEmpty { pop() }
  }

  /// Ends the text or the entry that the next element cannot be in.
  private mutating func endWhatMustHaveEnded(
    before element: MarkupElement,
    _ vocabulary: FeedVocabulary
  ) {
    guard vocabulary == .rss || vocabulary == .atom else { return }
    if let capture, vocabulary == .rss, !isAtom, frames.count == capture.depth,
      FeedRole.siblings.contains(element.local)
    {
      pop()
    }
    // An entry within an ignored element, such as an example in a description, is none.
    let isWithin = frames.last.map { $0.role != .ignored } ?? false
    if entry != nil, capture == nil, isWithin, ["item", "entry"].contains(element.local) {
      while entry != nil, !frames.isEmpty { pop() }
    }
  }

  private mutating func beginText(_ element: MarkupElement, _ role: FeedRole, _ base: String?) {
    if case .field(.link, let rank, _) = role {
      let linkRank = element.linkRank.map { $0 + rank }
      guard let linkRank, element["href"] == nil else {
        let address = element["href"].flatMap { webAddress($0, base: base) }
        if let linkRank { note(address, as: .link, rank: linkRank) }
        frames[frames.count - 1].role = .ignored
        return
      }
      frames[frames.count - 1].role = .field(.link, rank: linkRank, kind: .plain)
    }
    if case .field(.category, _, _) = role, let term = element["label"] ?? element["term"] {
      note(singleLine(Array(term.utf8)), as: .category, rank: 0)
    }
    if case .field(.content, _, _) = role, let address = element["src"] {
      note(webAddress(address, base: base), as: .link, rank: 6)
    }
    capture = FeedCapture(of: element, depth: frames.count)
  }

  /// An element within a text: markup that nobody escaped.
  private mutating func openInText(
    _ element: MarkupElement,
    _ vocabulary: FeedVocabulary,
    _ scope: Int,
    _ base: String?,
    isEmpty: Bool
  ) {
    let isWrapper =
      vocabulary == .xhtml && element.local == "div" && capture?.isXHTML == true
      && frames.count == capture?.depth
    let endTag =
      capture?.open(element, vocabulary, base: base, isWrapper: isWrapper) ?? []
    if isEmpty || (endTag.isEmpty && !isWrapper) {
      capture?.end(endTag)
      namespaces.leave(to: scope)
      return
    }
    frames.append(
      Frame(name: element.name, role: .ignored, scope: scope, base: base, endTag: endTag)
    )
  }

  private mutating func close(_ name: Range<Int>) {
    let bytes = scanner.bytes
    let place =
      frames.lastIndex { bytes[$0.name].elementsEqual(bytes[name]) }
      ?? frames.lastIndex { lowercase(bytes[$0.name]) == lowercase(bytes[name]) }
    guard let place else { return }
    while frames.count > place { pop() }
  }

  private mutating func pop() {
    guard let frame = frames.popLast() else { return }
    namespaces.leave(to: frame.scope)
    if let text = capture {
      if frames.count + 1 > text.depth {
        capture?.end(frame.endTag)
        return
      }
      capture = nil
      commit(text, frame.role, base: frame.base)
      return
    }
    switch frame.role {
    case .entry:
      if let entry, entries.count < Self.mostEntries { entries.append(entry.entry()) }
      entry = nil
    case .person(let rank): note(person.name ?? person.mail, as: .author, rank: rank)
    default: break
    }
  }

  // MARK: Values

  private var effectiveBase: String? { frames.last.map(\.base) ?? base }

  private mutating func note(_ value: String?, as slot: FeedSlot, rank: Int) {
    if entry == nil {
      feed.note(value, as: slot, rank: rank)
    } else {
      entry?.note(value, as: slot, rank: rank)
    }
  }

  private mutating func commit(_ text: FeedCapture, _ role: FeedRole, base: String?) {
    switch role {
    case .name: person.name = person.name ?? nonEmpty(text.line)
    case .mail: person.mail = person.mail ?? nonEmpty(text.line)
    case .field(let slot, let rank, let kind): commit(text, slot, rank, kind, base: base)
    default: break
    }
  }

  private mutating func commit(
    _ text: FeedCapture,
    _ slot: FeedSlot,
    _ rank: Int,
    _ kind: FeedTextKind,
    base: String?
  ) {
    switch slot {
    case .title:
      let (bytes, kind) = text.content(kind)
      note(plainTitle(bytes, kind), as: slot, rank: rank)
    case .summary, .content:
      let isLiteral = kind == .unknown && text.hasLiteral
      let (bytes, kind) = text.content(isLiteral ? .html : kind)
      note(htmlText(bytes, kind), as: slot, rank: rank)
      if base != nil { entry?.base = base }
    case .link:
      note(
        webAddress(String(decoding: text.plain, as: UTF8.self), base: base),
        as: slot,
        rank: rank
      )
    case .id:
      note(nonEmpty(text.line), as: slot, rank: rank)
      let isAddress = text.line.hasPrefix("http://") || text.line.hasPrefix("https://")
      if entry != nil, isAddress, text.isPermanentLink {
        note(webAddress(text.line, base: nil), as: .link, rank: 3)
      }
    case .author: note(nonEmpty(personName(text.plain)), as: slot, rank: rank)
    case .published, .updated: note(feedDate(text.line), as: slot, rank: rank)
    case .language, .category: note(nonEmpty(text.line), as: slot, rank: rank)
    }
  }
}

private func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }
