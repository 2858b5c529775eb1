import Prose
import Screen

/// Which rule found what stands in the sentences of a passage.
func reasonsContent(_ findings: Findings, _ range: Range<UInt32>, columns: Int) -> SheetContent {
  let document = findings.document
  let reasons = Reasons(document, range)
  var writer = SheetWriter(
    columns: columns,
    title: "WHY",
    note: findings.counted(reasons.count, "finding")
  )
  for sentence in reasons.sentences {
    writer.paragraph(
      document.sentenceText(sentence),
      face: .text,
      most: 4,
      to: document.target(sentence)
    )
  }
  writeIssues(reasons, document, into: &writer)
  if !reasons.quotations.isEmpty { writer.section("QUOTATIONS", reasons.quotations.count) }
  for row in reasons.quotations {
    writeQuotation(document, row, into: &writer)
    writer.reason(document.quotations.why[row], cue: document.quotations.cues[row], in: document)
  }
  if !reasons.times.isEmpty { writer.section("TIMES", reasons.times.count) }
  for row in reasons.times {
    let tokens = document.times.tokens[row]
    writer.add(
      SheetRow([SheetRow.Piece(text: onOneLine(document.string(tokens)), face: .time)]),
      to: .text(document.tokens.bytes(of: tokens), isPassage: false)
    )
    writer.reason(document.times.why[row], cue: nil, in: document)
  }
  return writer.content
}

/// The issues that the sentences show, each with the positions that they show.
private func writeIssues(_ reasons: Reasons, _ document: Document, into writer: inout SheetWriter) {
  if !reasons.issues.isEmpty { writer.section("ISSUES", reasons.issues.count) }
  for issue in reasons.issues {
    writer.add(
      SheetRow([SheetRow.Piece(text: issue.label, face: .issue)]),
      to: .sheet(.card(.issue(issue.id)))
    )
    writer.reason(issue.why, cue: nil, in: document)
    for position in issue.positions
    where !reasons.positions.isDisjoint(with: [position.id]) {
      let sign = position.stance.sign
      writer.add(
        SheetRow(
          [
            SheetRow.Piece(text: "\(sign.symbol) ", face: Face(sign)),
            SheetRow.Piece(
              text: document.name(of: position.actor),
              face: Face(document.actors.kinds[position.actor.index])
            ),
          ],
          note: stanceWords(position)
        ),
        to: .sheet(.card(.actor(position.actor)))
      )
      writer.reason(position.why, cue: position.cue, in: document)
    }
  }
}

/// The findings that rest on a passage.
struct Reasons {
  let sentences: [ID<Sentence>]
  let issues: [Issue]
  let positions: Set<ID<Position>>
  /// Rows of the quotations' table.
  let quotations: [Int]
  /// Rows of the times' table.
  let times: [Int]

  /// A passage longer than this is no passage but the text.
  private static let mostSentences = 12

  init(_ document: Document, _ range: Range<UInt32>) {
    guard let tokens = document.tokens.tokens(in: range),
      let first = document.sentences.sentence(at: Int(tokens.first)),
      let last = document.sentences.sentence(at: Int(tokens.end) - 1)
    else {
      (sentences, issues, positions, quotations, times) = ([], [], [], [], [])
      return
    }
    let rows = first..<min(max(first, last) + 1, first + Self.mostSentences)
    sentences = rows.map { ID(row: $0) }
    let here = Set(sentences)
    let reach = TokenRange(
      document.sentences.tokens[rows.lowerBound].first,
      document.sentences.tokens[rows.upperBound - 1].end
    )
    func overlaps(_ other: TokenRange) -> Bool {
      other.first < reach.end && reach.first < other.end
    }
    issues = document.allIssues.filter { !here.isDisjoint(with: $0.evidence) }
    positions = Set(
      issues.flatMap(\.positions).filter { !here.isDisjoint(with: $0.evidence) }.map(\.id)
    )
    let quoted = document.quotations
    quotations = (0..<quoted.count).filter { overlaps(quoted.content($0)) }
    let timed = document.times
    times = (0..<timed.count).filter { overlaps(timed.tokens[$0]) }
  }

  var count: Int { issues.count + positions.count + quotations.count + times.count }
}

extension SheetWriter {
  /// The rule that made a finding, with the word that it went by.
  mutating func reason(_ why: String, cue: TokenRange?, in document: Document, indent: Int = 2) {
    guard !why.isEmpty else { return }
    let word = cue.map { "“\(onOneLine(document.string($0)))”: " } ?? ""
    paragraph(word + why, face: .paneDetail, indent: indent)
  }
}

/// Opens what tells why: of the selected row of a card, else of where the reader stands, else of the screen.
func showReasons(_ state: inout ReaderState) -> [Effect] {
  guard let document = state.findingsOrMessage()?.document else { return [] }
  if let pane = state.panes.active {
    // A row of the issues' pane: its card tells.
    if pane == .issues { return openCard(&state) }
    state.panes.activate(nil)
  }
  if state.hasSheet, let sheet = state.sheet, sheet.content.spots.indices.contains(sheet.selected) {
    switch sheet.content.spots[sheet.selected].target {
    case .text(let range, _): return showReasons(&state, range, document)
    case .sheet(let kind): return openSheet(&state, kind)
    case .highlight, .edit, .elsewhere: break
    }
  }
  let visible = state.visible
  if let current = state.article?.current, visible.overlaps(current) {
    return showReasons(&state, current, document)
  }
  if let focus = state.article?.focus, focus.issue != nil {
    return openSheet(&state, .card(focus.subject))
  }
  return showReasons(&state, visible, document)
}

private func showReasons(
  _ state: inout ReaderState,
  _ range: Range<UInt32>,
  _ document: Document
) -> [Effect] {
  guard Reasons(document, range).count > 0 else {
    state.message = Message(text: "No issue, quotation or time was found in this passage.")
    return []
  }
  return openSheet(&state, .reasons(range))
}
