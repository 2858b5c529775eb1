import Prose
import Screen

/// The text with its gutter.
func drawText(_ state: ReaderState, _ layout: ScreenLayout, into frame: inout Frame) {
  guard let rect = layout.text, var article = state.article else { return }
  article.layout.setMeasure(layout.measure)
  guard let top = article.layout.spot(at: article.top) else { return }
  let rows = article.layout.rows(from: top, count: rect.rows)
  var pen = TextPen(state, article, rows.compactMap(\.line))
  for (index, row) in rows.enumerated() {
    guard let line = row.line else { continue }
    let block = row.spot.passage.block
    let screenRow = rect.row + index
    if let run = article.layout.folds.folded(block) {
      let words = run.count == 1 ? "paragraph" : "paragraphs"
      frame.draw(
        (state.style.isLinear ? "" : "▸ ") + "\(run.count) \(words) of page matter",
        column: layout.textColumn,
        row: screenRow,
        limit: layout.textColumn + layout.measure,
        face: .boilerplate
      )
      continue
    }
    pen.drawSign(for: line, row: screenRow, layout, into: &frame)
    pen.drawMark(for: line, row: screenRow, state.style, layout, into: &frame)
    pen.draw(
      line,
      article.layout.setting(of: row.spot),
      column: layout.textColumn + article.layout.indent(of: block),
      row: screenRow,
      limit: layout.textColumn + layout.measure,
      face: Face(article.document.blocks.kinds[block]),
      into: &frame
    )
  }
  if let hints = state.hints { drawHints(hints, pen, rect, into: &frame) }
  if let cursor = pen.cursor, state.panes.active == nil { frame.cursor = cursor }
  if frame.cursor == nil {
    frame.cursor = Point(column: min(layout.textColumn, rect.endColumn - 1), row: rect.row)
  }
}

/// The letters over what they reach; where two begin together, the second stands behind the first.
private func drawHints(_ hints: Hints, _ pen: TextPen, _ rect: Rect, into frame: inout Frame) {
  var taken: Set<Point> = []
  for target in hints.open {
    guard var point = pen.points[target.range.lowerBound] else { continue }
    // A free column stands between two hints, or they would read as one.
    while point.column < rect.endColumn,
      (-1...target.label.count).contains(where: {
        taken.contains(Point(column: point.column + $0, row: point.row))
      })
    {
      point.column += 1
    }
    for (index, letter) in target.label.enumerated() {
      let place = Point(column: point.column + index, row: point.row)
      taken.insert(place)
      frame.draw(
        letter,
        column: place.column,
        row: place.row,
        limit: rect.endColumn,
        face: index < hints.typed.count ? .hintTyped : .hint
      )
    }
  }
}

/// Draws lines of text with the highlights that lie on them.
private struct TextPen {
  private let text: SourceText
  private let paint: [Painted]
  private let current: Range<UInt32>?
  private let focus: [Range<UInt32>]
  private let isPassage: Bool
  private let matches: ArraySlice<Range<UInt32>>
  private let signs: [EvidenceSign]
  private let issue: ID<Issue>?
  private let marks: [Highlight]
  private let selection: Range<UInt32>?
  private let head: UInt32?
  /// The bytes of which it is noted where they stand on the screen.
  private let wanted: Set<UInt32>
  private(set) var points: [UInt32: Point] = [:]
  /// Where what the reader stands on begins on the screen.
  private(set) var cursor: Point?

  init(_ state: ReaderState, _ article: OpenArticle, _ lines: [Range<UInt32>]) {
    text = article.document.text
    paint = article.findings?.paint ?? []
    current = article.current
    issue = article.focus?.issue
    let start = lines.first?.lowerBound ?? 0
    let end = lines.last?.upperBound ?? 0
    isPassage = article.standsOnPassage
    focus = article.focus?.shown.filter { $0.overlaps(start..<end) } ?? []
    let found = state.search.isShown ? state.search.matches : []
    matches = found[found.partitioningIndex { $0.upperBound > start }...].prefix {
      $0.lowerBound < end
    }
    marks = article.highlights.all.filter { $0.range.overlaps(start..<max(start, end)) }
    selection = state.selection?.range(in: text)
    head = state.selection?.head
    wanted = Set(state.hints?.open.map(\.range.lowerBound) ?? [])
    signs = state.switches.issues || issue != nil ? article.findings?.signs ?? [] : []
  }

  /// The sign of the evidence that begins in `line`.
  func drawSign(
    for line: Range<UInt32>,
    row: Int,
    _ layout: ScreenLayout,
    into frame: inout Frame
  ) {
    guard layout.gutter > 0 else { return }
    var index = signs.partitioningIndex { $0.sentence.lowerBound >= line.lowerBound }
    var sign: GutterSign?
    while index < signs.count, signs[index].sentence.lowerBound < line.upperBound {
      if let here = signs[index].sign(for: issue) {
        sign = sign == nil || sign == here ? here : .both
      }
      index += 1
    }
    guard let sign else { return }
    frame.draw(
      sign.rawValue,
      column: layout.textColumn - layout.gutter + (layout.gutter > 2 ? 1 : 0),
      row: row,
      limit: layout.textColumn,
      face: Face(sign)
    )
  }

  /// Beside the text a bar tells of what is marked, and a pen of a note: color never does so alone.
  func drawMark(
    for line: Range<UInt32>,
    row: Int,
    _ style: ReadingStyle,
    _ layout: ScreenLayout,
    into frame: inout Frame
  ) {
    guard layout.gutter > 1, let mark = marks.first(where: { $0.range.overlaps(line) }) else {
      return
    }
    let hasNote = !mark.note.isEmpty && line.contains(mark.range.lowerBound)
    frame.draw(
      style.isLinear ? "*" as Character : hasNote ? "✎" : "▎",
      column: layout.textColumn - 1,
      row: row,
      limit: layout.textColumn,
      face: .gutterUnsigned
    )
  }

  mutating func draw(
    _ line: Range<UInt32>,
    _ setting: LineSetting,
    column start: Int,
    row: Int,
    limit: Int,
    face: Face,
    into frame: inout Frame
  ) {
    var run = paint.partitioningIndex { $0.range.upperBound > line.lowerBound }
    var match = matches.startIndex
    while match < matches.endIndex, matches[match].upperBound <= line.lowerBound { match += 1 }
    var mention = 0
    let isPlain = face == .boilerplate
    var cursor = self.cursor
    let lineMarks = marks.filter { $0.range.overlaps(line) }
    var found: [UInt32: Point] = [:]
    text.withBytes { bytes in
      let line = Int(line.lowerBound)..<Int(line.upperBound)
      var last: UInt32 = 0
      forEachPlaced(of: bytes, in: line, setting) { cluster, place in
        let byte = UInt32(cluster.bytes.lowerBound)
        let column = start + place
        if byte < last {
          // The text runs to the left here.
          run = paint.partitioningIndex { $0.range.upperBound > byte }
          match = matches.partitioningIndex { $0.upperBound > byte }
          mention = focus.partitioningIndex { $0.upperBound > byte }
        }
        last = byte
        while run < paint.count, paint[run].range.upperBound <= byte { run += 1 }
        while match < matches.endIndex, matches[match].upperBound <= byte { match += 1 }
        while mention < focus.count, focus[mention].upperBound <= byte { mention += 1 }
        var here = face
        var overlay: Face?
        var name: Face?
        if !isPlain, run < paint.count, paint[run].range.lowerBound <= byte {
          // A name in a headline stays as bold as the rest of it.
          if face == .text { here = paint[run].face } else { name = paint[run].face }
        }
        var isMarked = false
        if !lineMarks.isEmpty, let mark = lineMarks.last(where: { $0.range.contains(byte) }) {
          overlay = Face(mark.color)
          isMarked = true
        }
        if mention < focus.count, focus[mention].lowerBound <= byte { overlay = .focus }
        let isMatch = match < matches.endIndex && matches[match].lowerBound <= byte
        if isMatch { overlay = .match }
        if let current, current.contains(byte) {
          overlay =
            isMatch && matches[match] == current
            ? .matchCurrent
            : isPassage && isMarked
              ? overlay
              : isPassage && overlay == nil ? .focusPassage : .focusCurrent
          if head == nil, cursor == nil || byte == current.lowerBound {
            cursor = Point(column: column, row: row)
          }
        }
        if let selection, selection.contains(byte) { overlay = .selection }
        if byte == head { cursor = Point(column: column, row: row) }
        if wanted.contains(byte) { found[byte] = Point(column: column, row: row) }
        frame.draw(
          cluster,
          column: column,
          row: row,
          limit: limit,
          face: here,
          overlay: overlay ?? name
        )
      }
    }
    self.cursor = cursor
    points.merge(found) { $1 }
  }
}

extension Face {
  /// The face of a block's text where nothing else lies on it.
  init(_ kind: BlockKind) {
    self =
      switch kind {
      case .headline: .headline
      case .byline, .dateline: .byline
      case .heading: .heading
      case .caption: .caption
      case .boilerplate: .boilerplate
      case .paragraph, .quotation, .listItem: .text
      }
  }

  init(_ sign: GutterSign) {
    self =
      switch sign {
      case .plus: .gutterPlus
      case .minus: .gutterMinus
      case .both, .unsigned: .gutterUnsigned
      }
  }
}
