import Prose
import Screen

/// One row of a pane: pieces of text in their faces, and what stands at its right end.
struct PaneLine: Sendable {
  struct Piece: Sendable {
    let text: String
    let face: Face
  }

  var indent = 0
  var pieces: [Piece] = []
  var count: Int?
  var strip: Strip?
}

/// The rows of one entry in a pane so many columns wide.
func paneLines(_ entry: PaneEntry, _ pane: PaneKind, columns: Int) -> [PaneLine] {
  pane == .issues ? issueLines(entry, width: columns) : namedLines(entry, width: columns)
}

/// The name, and what is known of it in a row of its own.
private func namedLines(_ entry: PaneEntry, width: Int) -> [PaneLine] {
  let strip = hasStrips(width) ? Strip.columns + 2 : 0
  var lines = nameLines(entry, room: width - 2 - strip - max(2, columns(of: "\(entry.count)")) - 1)
  lines[0].strip = entry.strip
  guard !entry.detail.isEmpty else { return lines }
  let detail = PaneLine.Piece(text: entry.detail, face: .paneDetail)
  return lines + [PaneLine(indent: 2, pieces: [detail])]
}

/// The name on two rows at most, and the count beside the first.
private func nameLines(_ entry: PaneEntry, room: Int) -> [PaneLine] {
  let name = entry.isCorrected ? "\(entry.name) \(correctionSign)" : entry.name
  var names = wrapped(name, columns: max(4, room))
  if names.count > 2 { names = [names[0], names[1...].joined(separator: " ")] }
  if names.isEmpty { names = [name] }
  return names.enumerated().map { index, name in
    PaneLine(
      indent: index == 0 ? 0 : 1,
      pieces: [PaneLine.Piece(text: name, face: entry.face)],
      count: index == 0 ? entry.count : nil
    )
  }
}

/// Whether a pane so many columns wide has room for strips.
func hasStrips(_ columns: Int) -> Bool { columns >= 32 }

/// The label on two rows at most, then the parties, each side behind its sign.
private func issueLines(_ entry: PaneEntry, width: Int) -> [PaneLine] {
  var lines = nameLines(entry, room: width - 5)
  let room = max(4, width - 4)
  var line = PaneLine(indent: 2)
  var used = 0
  for side in entry.sides {
    for (index, name) in side.names.enumerated() {
      let isLast = index == side.names.count - 1
      let text = isLast ? name : name + ","
      let sign = index == 0 ? "\(side.sign.symbol) " : ""
      let space = used == 0 ? "" : index == 0 ? "  " : " "
      let need = columns(of: space) + columns(of: sign) + columns(of: text)
      if used > 0, used + need > room {
        lines.append(line)
        line = PaneLine(indent: index == 0 ? 2 : 4)
        used = index == 0 ? 0 : 2
      } else if !space.isEmpty {
        line.pieces.append(PaneLine.Piece(text: space, face: .paneDetail))
        used += columns(of: space)
      }
      if !sign.isEmpty { line.pieces.append(PaneLine.Piece(text: sign, face: Face(side.sign))) }
      line.pieces.append(PaneLine.Piece(text: text, face: .paneDetail))
      used += columns(of: sign) + columns(of: text)
    }
  }
  if !line.pieces.isEmpty { lines.append(line) }
  return lines
}

/// The rows that a pane needs with its heading, as far as they are no more than `most`.
func paneHeight(_ pane: PaneKind, columns: Int, _ state: ReaderState, most: Int) -> Int {
  guard let findings = state.article?.findings, findings.isAnalyzed else { return most / 3 }
  if let known = state.paneHeights, known.document == ObjectIdentifier(findings.document),
    known.columns == columns, most <= PaneHeights.tallest
  {
    return max(2, min(known.rows[pane.rawValue], most))
  }
  var height = 1
  for entry in findings.entries(pane) where height < most {
    height += paneLines(entry, pane, columns: columns).count
  }
  return max(2, min(height, most))
}

/// The rows of panes, made once for an analysis and a width.
struct PaneHeights: Sendable {
  /// No screen has more rows.
  static let tallest = 512

  let document: ObjectIdentifier
  let columns: Int
  /// The rows that each pane needs.
  let rows: [Int]
  /// By pane, those of its first entries.
  let lines: [[[PaneLine]]]

  init(_ findings: Findings, columns: Int) {
    document = ObjectIdentifier(findings.document)
    self.columns = columns
    var rows: [Int] = []
    var lines: [[[PaneLine]]] = []
    for pane in PaneKind.allCases {
      var height = 1
      var entries: [[PaneLine]] = []
      for entry in findings.entries(pane) where height < Self.tallest {
        entries.append(paneLines(entry, pane, columns: columns))
        height += entries.last?.count ?? 0
      }
      rows.append(max(2, min(height, Self.tallest)))
      lines.append(entries)
    }
    self.rows = rows
    self.lines = lines
  }
}

extension ReaderState {
  /// Makes the rows of panes, where they are not there.
  mutating func measurePanes(columns: Int) {
    guard let findings = article?.findings, findings.isAnalyzed else {
      paneHeights = nil
      return
    }
    if let known = paneHeights, known.columns == columns,
      known.document == ObjectIdentifier(findings.document)
    {
      return
    }
    paneHeights = PaneHeights(findings, columns: columns)
  }

  /// The rows of the entry at `index` in a pane so many columns wide.
  func paneLines(_ pane: PaneKind, _ index: Int, columns: Int, in findings: Findings) -> [PaneLine]
  {
    if let known = paneHeights, known.columns == columns,
      known.document == ObjectIdentifier(findings.document),
      index < known.lines[pane.rawValue].count
    {
      return known.lines[pane.rawValue][index]
    }
    return Reader.paneLines(findings.entries(pane)[index], pane, columns: columns)
  }
}

/// A short text as lines of at most so many columns.
func wrapped(_ text: String, columns: Int) -> [String] {
  let bytes = Array(text.utf8)
  return bytes.withUnsafeBufferPointer { buffer in
    wrap(buffer, columns: max(1, columns)).map { String(decoding: buffer[$0], as: UTF8.self) }
  }
}

extension Face {
  init(_ sign: StanceSign) {
    self =
      switch sign {
      case .plus: .gutterPlus
      case .minus: .gutterMinus
      case .none: .gutterUnsigned
      }
  }
}
