import Prose
import Screen

/// Where along the text it stands, what is followed and where, and how far the text has come.
func drawStatus(_ state: ReaderState, _ layout: ScreenLayout, into frame: inout Frame) {
  guard let rect = layout.status else { return }
  frame.fill(rect, face: .status)
  guard state.view == .article, let article = state.article else { return }
  var limit = rect.columns - 1
  let percent = progress(article, state)
  let column = limit - columns(of: percent)
  if column > 0 {
    frame.draw(percent, column: column, row: rect.row, limit: limit, face: .status)
    limit = column - 2
  }
  var start = 1
  if let strip = heatStrip(state, layout) {
    drawStrip(strip, state, into: &frame)
    start = strip.rect.endColumn + 2
  }
  drawLabel(statusLabel(state, article), column: start, rect, limit, into: &frame)
}

// MARK: The strip

/// Where along the text what matters now stands: a column for each equal part.
struct HeatStrip {
  let rect: Rect
  let targets: [Range<UInt32>]
  /// The part of the text that it stands for.
  let extent: Range<UInt32>

  /// The place that a column stands for: the first of the targets there, or how far into the text it is.
  func place(at column: Int) -> (byte: UInt32, target: Range<UInt32>?) {
    let length = extent.upperBound - extent.lowerBound
    func byte(_ column: Int) -> UInt32 {
      extent.lowerBound + UInt32(UInt64(length) * UInt64(column) / UInt64(max(1, rect.columns)))
    }
    let part = byte(column)..<max(byte(column), byte(column + 1))
    let index = targets.partitioningIndex { $0.lowerBound >= part.lowerBound }
    let target =
      index < targets.count && part.contains(targets[index].lowerBound) ? targets[index] : nil
    return (part.lowerBound, target)
  }
}

/// The matches of the search, else the mentions of what is followed, else the sentences that show disputes.
func heatStrip(_ state: ReaderState, _ layout: ScreenLayout) -> HeatStrip? {
  guard let rect = layout.status, rect.columns >= 40, !state.style.isLinear,
    let article = state.article
  else {
    return nil
  }
  let targets: [Range<UInt32>]
  let extent: Range<UInt32>
  if isSearching(state) {
    targets = state.search.matches
    extent = article.document.text.range
  } else if let findings = article.findings {
    targets = article.focus?.targets ?? findings.evidence
    extent = findings.body
  } else {
    return nil
  }
  guard !targets.isEmpty, !extent.isEmpty else { return nil }
  let words = statusLabel(state, article).reduce(0) { $0 + columns(of: $1.text) + 1 }
  let room = min(40, rect.columns - words - 10)
  guard room >= 12 else { return nil }
  return HeatStrip(
    rect: Rect(column: 1, row: rect.row, columns: room, rows: 1),
    targets: targets,
    extent: extent
  )
}

private func drawStrip(_ heat: HeatStrip, _ state: ReaderState, into frame: inout Frame) {
  let strip = Strip(sorted: heat.targets, in: heat.extent, columns: heat.rect.columns)
  let here = Strip.part(state.visible, in: heat.extent, columns: heat.rect.columns)
  for index in strip.counts.indices {
    frame.draw(
      strip.counts[index] == 0 ? Strip.blocks[1] : strip.block(index),
      column: heat.rect.column + index,
      row: heat.rect.row,
      limit: heat.rect.endColumn,
      face: here.contains(index) ? .stripFocus : .strip
    )
  }
}

// MARK: The label

private struct LabelPiece {
  let text: String
  var face: Face = .status
  /// Whether it is cut where there is no room for all.
  var gives = false
}

private func isSearching(_ state: ReaderState) -> Bool {
  state.search.isShown && (state.repeats == .search || state.prompt?.kind.isSearch == true)
    && !state.search.query.isEmpty
}

/// What stands beside the strip: who or what it is, and which of how many.
private func statusLabel(_ state: ReaderState, _ article: OpenArticle) -> [LabelPiece] {
  if let selection = state.selection {
    let text = article.document.text.string(
      in: selection.range(in: article.document.text).prefix(bytes: 100_000)
    )
    let words = text.split(whereSeparator: \.isWhitespace).count
    return [
      LabelPiece(text: "selected:"),
      LabelPiece(text: words == 1 ? "1 word" : "\(words) words", face: .statusKey),
    ]
  }
  if isSearching(state) {
    let sign = state.search.isBackward ? "?" : "/"
    var pieces = [
      LabelPiece(text: sign + onOneLine(state.search.query), gives: true),
      LabelPiece(text: searchCount(state), face: .statusKey),
    ]
    if let manner = state.search.manner {
      pieces.append(LabelPiece(text: manner, face: .statusHint))
    }
    return pieces
  }
  if let trail = trailLabel(state, article) { return trail }
  if let mark = article.current.flatMap({ article.highlights.highlight(at: $0.lowerBound) }),
    state.visible.contains(mark.range.lowerBound)
  {
    let note = onOneLine(mark.note)
    return [
      LabelPiece(text: mark.color.name, face: .statusKey),
      LabelPiece(text: note.isEmpty ? "" : "✎ \(note)", gives: true),
    ]
  }
  if let focus = article.focus { return focusLabel(focus, article) }
  guard let findings = article.findings, findings.isAnalyzed else { return [] }
  if let part = findings.coverage {
    return [LabelPiece(text: "analyzed: \(part) of the text", face: .statusHint)]
  }
  let count = findings.issues.count
  return count == 0
    ? [] : [LabelPiece(text: count == 1 ? "1 issue" : "\(count) issues", face: .statusHint)]
}

/// How many places were found, and "…" where more may come: of the search, or of the text.
func searchCount(_ state: ReaderState) -> String {
  let count = state.search.count(at: state.article?.current)
  return state.article?.isBegun == true && !count.hasSuffix("…") ? count + "…" : count
}

/// "Mara Oyelaran 3/9", and the part of the text in which these were counted.
private func focusLabel(_ focus: Focus, _ article: OpenArticle) -> [LabelPiece] {
  let index = article.current.flatMap { focus.targets.firstIndex(of: $0) }
  let count = index.map { "\($0 + 1)/\(focus.targets.count)" } ?? "\(focus.targets.count)"
  var pieces = [
    LabelPiece(text: focus.name, gives: true), LabelPiece(text: count, face: .statusKey),
  ]
  if let part = article.findings?.coverage {
    pieces.append(LabelPiece(text: "in \(part) of the text", face: .statusHint))
  }
  return pieces
}

/// "person 5/21 Mara Oyelaran 3/9": which of its kind it is, who, and which of that one's mentions.
private func trailLabel(_ state: ReaderState, _ article: OpenArticle) -> [LabelPiece]? {
  guard let trail = article.trail, let current = article.current,
    state.visible.contains(current.lowerBound)
  else { return nil }
  let targets = article.targets(trail)
  let index = targets.partitioningIndex { $0.lowerBound >= current.lowerBound }
  guard index < targets.count, targets[index] == current else { return nil }
  var pieces = [
    LabelPiece(text: trail.noun),
    LabelPiece(text: "\(index + 1)/\(targets.count)", face: .statusKey),
  ]
  if let part = article.findings?.coverage, trail != .highlights {
    pieces.append(LabelPiece(text: "in \(part) of the text", face: .statusHint))
  }
  guard let document = article.findings?.document else { return pieces }
  switch trail {
  case .people, .places:
    guard let subject = document.firstNamed(in: current).flatMap({ document.subject(of: $0) })
    else {
      break
    }
    let focus = Focus(subject, in: document)
    pieces.append(LabelPiece(text: focus.name, gives: true))
    if let own = focus.targets.firstIndex(of: current) {
      pieces.append(LabelPiece(text: "\(own + 1)/\(focus.targets.count)", face: .statusKey))
    }
  case .quotations:
    let row = (0..<document.quotations.count).first {
      document.tokens.bytes(of: document.quotations.content($0)) == current
    }
    guard let row else { break }
    let speaker =
      document.quotations.actors[row].map { document.name(of: $0) }
      ?? document.quotations.sources[row].map { document.string($0) }
    pieces.append(LabelPiece(text: speaker ?? "speaker not told", gives: true))
  case .evidence:
    guard let signs = article.findings?.signs, index < signs.count else { break }
    let labels = signs[index].sides.map { side in
      let sign = signs[index].sign(for: side.issue).map { "\($0.rawValue) " } ?? ""
      return sign + document.label(of: side.issue)
    }
    pieces.append(LabelPiece(text: labels.joined(separator: ", "), gives: true))
  case .highlights:
    if let mark = article.highlights.highlight(at: current.lowerBound) {
      pieces.append(LabelPiece(text: mark.color.name))
      pieces.append(LabelPiece(text: onOneLine(mark.note), gives: true))
    }
  }
  return pieces
}

private func drawLabel(
  _ pieces: [LabelPiece],
  column: Int,
  _ rect: Rect,
  _ limit: Int,
  into frame: inout Frame
) {
  var column = column
  for (index, piece) in pieces.enumerated() where !piece.text.isEmpty {
    // What gives way leaves room for all that follows it.
    let rest = pieces[(index + 1)...].reduce(0) { $0 + columns(of: $1.text) + 1 }
    let text =
      piece.gives ? truncated(piece.text, columns: max(4, limit - column - rest)) : piece.text
    column = frame.draw(text, column: column, row: rect.row, limit: limit, face: piece.face) + 1
    if column >= limit { return }
  }
}

/// "top", "37%", "end", "all".
private func progress(_ article: OpenArticle, _ state: ReaderState) -> String {
  var article = article
  let blocks = article.document.blocks
  guard let first = blocks.starts.first, let end = blocks.ends.last else { return "" }
  let visible = article.visible(height: state.textHeight)
  let isAtTop = visible.lowerBound <= first
  if visible.upperBound >= end, !article.isBegun { return isAtTop ? "all" : "end" }
  // As behind a count: more may come.
  if visible.upperBound >= end, article.isGrowing { return isAtTop ? "all…" : "end…" }
  if isAtTop { return "top" }
  let percent =
    Int(visible.upperBound) * 100 / max(1, article.expected ?? article.document.text.count)
  return "\(min(99, percent))%"
}
