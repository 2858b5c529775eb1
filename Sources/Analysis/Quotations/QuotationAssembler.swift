internal import Prose
internal import Reference

/// A quotation in the making.
struct QuotationDraft: Sendable {
  var parts: [TokenRange]
  let source: Subject?
  let cue: TokenRange?
  /// Whether it has quotation marks, so that what follows in marks can go on with it.
  let hasMarks: Bool
  let rule: QuotationRule

  var end: Int { parts[parts.count - 1].rows.upperBound }
}

/// Joins reports with what they report: each word belongs to one quotation at most, the outer one.
struct QuotationAssembler {
  let clauses: Clauses
  let spans: [QuotedSpan]
  /// For each token the row of the quoted span that covers it.
  private(set) var spanOf: [Int?]
  private var isTaken: [Bool]
  private var isSpanTaken: [Bool]
  private(set) var drafts: [QuotationDraft] = []

  var lexed: Lexed { clauses.lexed }

  init(_ clauses: Clauses, _ spans: [QuotedSpan]) {
    self.clauses = clauses
    self.spans = spans
    spanOf = [Int?](repeating: nil, count: clauses.lexed.count)
    for (row, span) in spans.enumerated() {
      for token in span.tokens.rows { spanOf[token] = row }
    }
    isTaken = [Bool](repeating: false, count: clauses.lexed.count)
    isSpanTaken = [Bool](repeating: false, count: spans.count)
  }

  mutating func assemble() {
    let finder = ReportFinder(clauses: clauses, isQuoted: spanOf.map { $0 != nil })
    let sentences = lexed.sentences.tokens
    let reports = sentences.map { sentence in
      lexed.has(sentence.rows.lowerBound, .boilerplate) ? [] : finder.reports(in: sentence)
    }
    for (row, sentence) in sentences.enumerated() {
      // "…, the spokeswoman told the paper" holds all before it, with what is reported there.
      for report in reports[row] where isPostposed(report, sentence) {
        add(report, sentence, row, reports)
      }
      for report in reports[row] where !isTaken[report.cue.rows.lowerBound] {
        add(report, sentence, row, reports)
      }
    }
    addLeftovers()
    drafts.sort { $0.parts[0] < $1.parts[0] }
  }

  // MARK: - One report

  /// Whether a report without marks closes its sentence, so that it takes what other reports before it take.
  private func isPostposed(_ report: Report, _ sentence: TokenRange) -> Bool {
    let before = report.frame.rows.lowerBound - 1
    return report.kind == .verb && report.isSpeech && report.source != nil
      && report.contentStart == nil && clauses.tag(before) == .comma && sentence.contains(before)
      && spanOf[before - 1] == nil && closes(report, sentence)
      && !lexed.isAny(report.cue.rows.lowerBound, [.opposeVerbs, .supportVerbs, .rejectVerbs])
  }

  private mutating func add(
    _ report: Report,
    _ sentence: TokenRange,
    _ row: Int,
    _ reports: [[Report]]
  ) {
    var parts: [TokenRange] = []
    if let left = left(of: report, sentence) { parts.append(left) }
    if let right = right(of: report, sentence, reports[row], hasLeft: !parts.isEmpty) {
      parts.append(right)
    }
    if parts.isEmpty, let block = blockBehind(report, sentence, row, reports) {
      parts.append(block)
    }
    guard !parts.isEmpty, !parts.contains(where: { $0.rows.contains { isTaken[$0] } }) else {
      return
    }
    parts = continued(parts)
    take(parts)
    drafts.append(
      QuotationDraft(
        parts: parts,
        source: report.source,
        cue: report.cue,
        hasMarks: parts.contains { $0.rows.contains { spanOf[$0] != nil } },
        rule: report.kind
      )
    )
  }

  private mutating func take(_ parts: [TokenRange]) {
    for part in parts {
      for token in part.rows {
        isTaken[token] = true
        if let span = spanOf[token] { isSpanTaken[span] = true }
      }
    }
  }

  /// What stands before source and cue.
  private func left(of report: Report, _ sentence: TokenRange) -> TokenRange? {
    let frame = report.frame
    var token = frame.rows.lowerBound - 1
    let hadComma = clauses.tag(token) == .comma
    if hadComma { token -= 1 }
    guard token >= 0, token >= sentence.rows.lowerBound else { return nil }
    if let row = spanOf[token], spans[row].end == token + 1, report.isSpeech, report.kind != .noun {
      let span = spans[row]
      guard !isSpanTaken[row] else { return nil }
      // A few words in marks belong to the sentence around them.
      if span.start > sentence.rows.lowerBound, !opensSpeech(span) {
        guard hadComma || clauses.tag(token - 1) == .comma else { return nil }
        return TokenRange(freeStart(sentence, before: span.start)..<span.end)
      }
      return span.tokens
    }
    if report.kind == .colon, report.contentStart == nil,
      frame.rows.lowerBound > sentence.rows.lowerBound
    {
      return TokenRange(sentence.rows.lowerBound..<frame.rows.lowerBound)
    }
    guard hadComma, report.isSpeech, report.contentStart == nil || report.kind == .accordingTo,
      report.kind.isVerb || report.kind == .accordingTo
    else { return nil }
    if report.kind == .accordingTo, frame.rows.lowerBound == sentence.rows.lowerBound { return nil }
    guard report.kind == .accordingTo || closes(report, sentence) else { return nil }
    let start = freeStart(sentence, before: token)
    guard token + 1 - start >= 3 else { return nil }
    let range = TokenRange(start..<token + 1)
    guard clauses.groups(in: range).contains(where: { $0.form == .finite }) else { return nil }
    return range
  }

  /// Whether nothing but a comma, a time or a place follows, as behind a report that closes its sentence.
  private func closes(_ report: Report, _ sentence: TokenRange) -> Bool {
    var next = report.frame.rows.upperBound
    guard sentence.contains(next) else { return true }
    // "told the paper on Tuesday"
    if let phrase = clauses.phrase(at: next), phrase.start == next,
      !lexed.isAny(next, .weekdays),
      lexed.isToken(report.cue.rows.lowerBound, in: ["told", "tells", "tell", "informed"])
    {
      next = phrase.end
      guard sentence.contains(next) else { return true }
    }
    switch clauses.tag(next) {
    case .mark, .comma, .adverb, .preposition, .quote: return true
    default: return lexed.isAny(next, .weekdays)
    }
  }

  /// The first token of the sentence that no other quotation has taken.
  private func freeStart(_ sentence: TokenRange, before end: Int) -> Int {
    var start = end
    while start > sentence.rows.lowerBound, !isTaken[start - 1] { start -= 1 }
    while start < end, clauses.tag(start) == .comma || clauses.tag(start) == .mark { start += 1 }
    // Behind "OSLO, 3 May —".
    if lexed.has(start, .allCapitals), lexed.tokens.bytes(of: start).count > 3,
      let dash = (start..<min(end, start + 12)).first(where: {
        lexed.isToken($0, in: ["—", "–", "-", "--"]) && !lexed.has($0, .touchesPrevious)
      }), clauses.groups(from: start, to: dash).isEmpty
    {
      start = dash + 1
    }
    return start
  }

  /// Whether the quotation begins a sentence of its own: behind a colon or comma, or with a capital.
  private func opensSpeech(_ span: QuotedSpan) -> Bool {
    let before = span.start - 1
    if before >= 0, clauses.tag(before) == .comma || lexed.isToken(before, ":") { return true }
    return lexed.has(span.start + 1, .capitalized) && span.tokens.count > 4
  }

  /// What stands behind the cue.
  private func right(
    of report: Report,
    _ sentence: TokenRange,
    _ reports: [Report],
    hasLeft: Bool
  ) -> TokenRange? {
    guard let start = report.contentStart, !hasLeft else {
      return rightBehindFrame(report, sentence, hasLeft: hasLeft)
    }
    guard start < sentence.rows.upperBound else { return nil }
    var end = contentEnd(from: start, report, sentence, reports)
    if let row = spanOf[start], spans[row].start == start {
      let span = spans[row]
      if span.end >= end || endsSpeech(span, sentence) { end = span.end }
    } else if let row = spanOf[end - 1], spans[row].end > end {
      end = spans[row].end
    }
    guard end > start, (start..<end).contains(where: lexed.isWord) else { return nil }
    return TokenRange(start..<end)
  }

  /// Whether what the marks hold is all that is said: a mark of its own ends it, or the sentence ends.
  private func endsSpeech(_ span: QuotedSpan, _ sentence: TokenRange) -> Bool {
    let last = span.end - 2
    guard sentence.contains(span.end) else { return true }
    if lexed.isToken(last, in: [".", "!", "?"]) { return true }
    return clauses.tag(last) == .comma && span.tokens.count > 5
  }

  /// The second part of a quotation that its speaker breaks up.
  private func rightBehindFrame(
    _ report: Report,
    _ sentence: TokenRange,
    hasLeft: Bool
  )
    -> TokenRange?
  {
    guard hasLeft, report.kind.isVerb else { return nil }
    var token = report.frame.rows.upperBound
    let limit = min(token + 12, lexed.count)
    // "he said on Thursday. “…": behind a short adverbial.
    while token < limit, sentence.contains(token), clauses.tag(token) != .quote,
      clauses.tag(token) != .mark
    {
      token += 1
    }
    while token < limit, clauses.tag(token) == .mark || clauses.tag(token) == .comma { token += 1 }
    guard token < lexed.count, let row = spanOf[token], spans[row].start == token,
      !isSpanTaken[row], isSameBlock(token, report.cue.rows.lowerBound), !hasOwnReport(spans[row])
    else { return nil }
    return spans[row].tokens
  }

  /// Whether "she added" or the like follows the quotation.
  private func hasOwnReport(_ span: QuotedSpan) -> Bool {
    let sentence = clauses.sentence(of: span.end - 1)
    guard sentence.contains(span.end) else { return false }
    return clauses.groups(in: TokenRange(span.end..<min(span.end + 8, lexed.count))).contains {
      lexed.isAny($0.main, .speechVerbs) && sentence.contains($0.main)
    }
  }

  private func isSameBlock(_ left: Int, _ right: Int) -> Bool {
    lexed.sentences.blocks[lexed.sentence(of: left)]
      == lexed.sentences.blocks[lexed.sentence(of: right)]
  }

  // MARK: - Across sentences

  /// A statement that ends with a colon is filled by the paragraph behind it.
  private func blockBehind(
    _ report: Report,
    _ sentence: TokenRange,
    _ row: Int,
    _ reports: [[Report]]
  ) -> TokenRange? {
    let sentences = lexed.sentences
    let next = row + 1
    guard report.isSpeech || lexed.isAny(report.cue.rows.lowerBound, .denyVerbs),
      lexed.isToken(sentence.rows.upperBound - 1, ":"),
      report.frame.rows.upperBound + 6 >= sentence.rows.upperBound || report.contentStart == nil,
      next < sentences.count, sentences.blocks[next] != sentences.blocks[row]
    else { return nil }
    let first = sentences.tokens[next]
    if let span = spanOf[first.rows.lowerBound] { return spans[span].tokens }
    var end = first.rows.lowerBound
    var current = next
    while current < sentences.count, sentences.blocks[current] == sentences.blocks[next],
      reports[current].isEmpty
    {
      end = sentences.tokens[current].rows.upperBound
      current += 1
    }
    guard end > first.rows.lowerBound else { return nil }
    return TokenRange(first.rows.lowerBound..<end)
  }

  /// `parts` with the paragraphs that go on with a quotation left open.
  private func continued(_ parts: [TokenRange]) -> [TokenRange] {
    var parts = parts
    if let first = parts.first, var row = spanOf[first.rows.lowerBound] {
      while spans[row].continues, row > 0, !isSpanTaken[row - 1] {
        row -= 1
        parts.insert(spans[row].tokens, at: 0)
      }
    }
    guard let last = parts.last, var row = spanOf[last.rows.upperBound - 1] else { return parts }
    while !spans[row].isClosed, row + 1 < spans.count, spans[row + 1].continues {
      row += 1
      guard !isSpanTaken[row] else { break }
      parts.append(spans[row].tokens)
    }
    return parts
  }

  /// Quotations without a report of their own: what goes on behind one, or stands alone.
  private mutating func addLeftovers() {
    for (row, span) in spans.enumerated() where !isSpanTaken[row] && standsAlone(span) {
      let before = drafts.indices.filter { drafts[$0].hasMarks && drafts[$0].end <= span.start }
        .max { drafts[$0].end < drafts[$1].end }
      guard let before else { continue }
      let last = drafts[before].end - 1
      let distance =
        Int(lexed.sentences.blocks[lexed.sentence(of: span.start)])
        - Int(lexed.sentences.blocks[lexed.sentence(of: last)])
      if distance == 0 {
        let parts = continued([span.tokens])
        drafts[before].parts += parts
        take(parts)
      } else if distance == 1, opensBlock(span) {
        let parts = continued([span.tokens])
        take(parts)
        drafts.append(
          QuotationDraft(
            parts: parts,
            source: drafts[before].source,
            cue: nil,
            hasMarks: true,
            rule: .continuation
          )
        )
      }
    }
  }

  private func standsAlone(_ span: QuotedSpan) -> Bool {
    let sentence = clauses.sentence(of: span.start)
    return span.start == sentence.rows.lowerBound && span.tokens.count >= 5
  }

  private func opensBlock(_ span: QuotedSpan) -> Bool {
    let row = lexed.sentence(of: span.start)
    return row == 0 || lexed.sentences.blocks[row - 1] != lexed.sentences.blocks[row]
  }
}
