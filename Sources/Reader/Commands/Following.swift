import Prose

/// Goes to `range`: it becomes the place that the reader stands on.
func jump(_ state: inout ReaderState, to range: Range<UInt32>, isPassage: Bool = false) {
  state.article?.standsOnPassage = isPassage
  state.article?.trail = nil
  if state.article?.current != range || !state.sheets.isEmpty { state.leavePlace() }
  state.closeSheets()
  state.article?.current = range
  state.reveal(range)
}

/// Goes so many places on, or back, along `targets`, which are in text order.
///
/// It starts where the last jump went if that is on the screen, else at the first row; behind the last place
/// comes the first.
/// - Returns: The place's index; nil where there is none.
@discardableResult
func step(
  _ state: inout ReaderState,
  along targets: [Range<UInt32>],
  by count: Int,
  arePassages: Bool = false
) -> Int? {
  guard !targets.isEmpty, count != 0 else { return nil }
  let visible = state.visible
  var index: Int
  if let current = state.article?.current, visible.contains(current.lowerBound) {
    if count > 0 {
      index = targets.partitioningIndex { $0.lowerBound > current.lowerBound } + count - 1
    } else {
      index = targets.partitioningIndex { $0.lowerBound >= current.lowerBound } + count
    }
  } else {
    index = targets.partitioningIndex { $0.lowerBound >= visible.lowerBound }
    index += count > 0 ? count - 1 : count
  }
  // Of a long text only a part is analyzed: nothing is said of the others.
  let part = state.article?.findings?.coverage.map { " of what is analyzed, \($0)" } ?? ""
  let extent = state.repeats == .search ? "" : part
  if index >= targets.count { state.message = Message(text: "On from the beginning\(extent).") }
  if index < 0 { state.message = Message(text: "On from the end\(extent).") }
  index = ((index % targets.count) + targets.count) % targets.count
  jump(&state, to: targets[index], isPassage: arePassages)
  return index
}

/// The kinds of places that keys go to one after the other.
enum Trail: Sendable {
  case people
  case places
  case evidence
  case quotations
  case highlights

  /// What one of them is called in the status row.
  var noun: String {
    switch self {
    case .people: "person"
    case .places: "place"
    case .evidence: "issue"
    case .quotations: "quotation"
    case .highlights: "highlight"
    }
  }

  var none: String {
    switch self {
    case .people: "No person is named in this article."
    case .places: "No place is named in this article."
    case .evidence: "No issue was found in this article."
    case .quotations: "Nobody is quoted in this article."
    case .highlights: "Nothing is marked in this article."
    }
  }
}

extension OpenArticle {
  /// The places along a trail, in text order.
  func targets(_ trail: Trail) -> [Range<UInt32>] {
    switch trail {
    case .people: findings?.people ?? []
    case .places: findings?.toponyms ?? []
    case .evidence: findings?.evidence ?? []
    case .quotations: findings?.quotations ?? []
    case .highlights: highlights.all.filter { !$0.isLost }.map(\.range)
    }
  }
}

func follow(_ state: inout ReaderState, _ trail: Trail, _ count: Int) -> [Effect] {
  guard state.view == .article, trail == .highlights || state.findingsOrMessage() != nil,
    let targets = state.article?.targets(trail)
  else { return [] }
  let arePassages = trail != .people && trail != .places
  let repeats = state.repeats
  state.repeats = .focus
  if step(&state, along: targets, by: count, arePassages: arePassages) == nil {
    state.message = Message(text: trail.none)
  }
  state.repeats = repeats
  state.article?.trail = trail
  return []
}

/// Along the focus; without one, says how to get it.
func followFocus(_ state: inout ReaderState, _ count: Int) -> [Effect] {
  guard let focus = state.article?.focus else {
    state.message = Message(
      text: "Nothing is followed yet: choose in a pane with Enter, or press * on a name."
    )
    return []
  }
  state.repeats = .focus
  step(&state, along: focus.targets, by: count, arePassages: focus.issue != nil)
  return []
}

func setFocus(_ state: inout ReaderState, _ subject: Focus.Subject) {
  guard let document = state.article?.findings?.document else { return }
  state.article?.focus = Focus(subject, in: document)
  state.repeats = .focus
}

/// Focuses who or what is named where the reader stands, or else first on the screen.
func focusNearest(_ state: inout ReaderState) -> [Effect] {
  guard let findings = state.findingsOrMessage() else { return [] }
  let visible = state.visible
  let document = findings.document
  var nearest: ID<Mention>?
  if let current = state.article?.current, visible.contains(current.lowerBound) {
    nearest = document.firstNamed(in: current)
  }
  nearest = nearest ?? document.firstNamed(in: visible)
  guard let mention = nearest, let subject = document.subject(of: mention) else {
    state.message = Message(text: "Nobody and no place is named on this screen.")
    return []
  }
  setFocus(&state, subject)
  jump(&state, to: document.range(of: mention))
  return []
}

/// Goes on with the search or along the focus: whichever came last.
func repeatLast(_ state: inout ReaderState, _ count: Int) -> [Effect] {
  switch state.repeats {
  case .search where !state.search.query.isEmpty: return searchAgain(&state, count)
  case .focus where state.article?.focus != nil: return followFocus(&state, count)
  default:
    if !state.search.query.isEmpty { return searchAgain(&state, count) }
    if state.article?.focus != nil { return followFocus(&state, count) }
    state.message = Message(text: "Nothing to repeat: search with /, or choose in a pane.")
    return []
  }
}

func canRepeat(_ state: ReaderState) -> Bool {
  state.hasText && (state.article?.focus != nil || !state.search.query.isEmpty)
}

extension ReaderState {
  /// The findings, or a message why there are none.
  mutating func findingsOrMessage() -> Findings? {
    guard view == .article, let article else { return nil }
    guard let findings = article.findings else {
      message = Message(text: "The article is still being read.")
      return nil
    }
    guard findings.isAnalyzed else {
      message = Message(
        text: "This article is not analyzed: it is in \(languageName(findings.document.language))."
      )
      return nil
    }
    return findings
  }
}

extension Document {
  /// Whom or what a mention stands for, as a subject to follow.
  func subject(of mention: ID<Mention>) -> Focus.Subject? {
    if let actor = actors.ofMention[mention.index] { return .actor(actor) }
    return places.ofMention[mention.index].map { .place($0) }
  }

  /// The first mention of an actor or a place that begins within `bytes`.
  func firstNamed(in bytes: Range<UInt32>) -> ID<Mention>? {
    guard let range = tokens.tokens(in: bytes) else { return nil }
    return mentions.rows(in: range).lazy.map { ID<Mention>(row: $0) }
      .first { self.subject(of: $0) != nil }
  }

  /// The shortest mention of an actor or a place that covers `byte`.
  func named(at byte: UInt32) -> ID<Mention>? {
    guard let token = tokens.tokens(in: byte..<byte + 1)?.first else { return nil }
    // A mention is no longer than its sentence: those that begin before cannot be far.
    let first = sentences.sentence(at: Int(token)).map { sentences.tokens[$0].first } ?? token
    return mentions.rows(in: TokenRange(first, token + 1))
      .filter { mentions.tokens[$0].contains(Int(token)) }
      .map { ID<Mention>(row: $0) }
      .filter { subject(of: $0) != nil }
      .min { mentions.tokens[$0.index].count < mentions.tokens[$1.index].count }
  }
}
