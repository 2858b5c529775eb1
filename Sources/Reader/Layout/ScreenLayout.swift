import Screen

/// Where everything stands on a screen of a certain size.
struct ScreenLayout: Sendable {
  struct Pane: Sendable {
    let kind: PaneKind
    let rect: Rect
  }

  /// The title bar's row and its rule; nil on low screens.
  var title: Rect?
  /// The text with its gutter and margins; nil where a pane is zoomed.
  var text: Rect?
  /// Columns of panes, from the left.
  private var stacks: [(kinds: [PaneKind], rect: Rect)] = []
  /// Columns of the lines between text and panes.
  var borders: [Int] = []
  /// Whether the pane lies over the text.
  var isDrawer = false
  var status: Rect?
  /// The last row: hints, messages, prompt; the same as the status row on low screens.
  var bottom: Rect
  /// The rows between title and status.
  var body: Rect

  private let style: ReadingStyle

  init(_ state: ReaderState, size: Size) {
    style = state.style
    let columns = max(0, size.columns)
    let rows = max(0, size.rows)
    func row(_ row: Int, _ count: Int = 1) -> Rect {
      Rect(column: 0, row: row, columns: columns, rows: count)
    }
    bottom = row(max(0, rows - 1))
    let below = rows >= 8 ? 2 : rows >= 3 ? 1 : 0
    if below > 0 { status = row(rows - below) }
    let above = rows >= 16 && state.view == .article && !style.isLinear ? 2 : 0
    if above > 0 { title = row(0, 2) }
    body = row(above, max(0, rows - above - below))
    guard state.view == .article, state.article != nil else {
      text = body
      return
    }
    place(state, columns)
  }

  private mutating func place(_ state: ReaderState, _ columns: Int) {
    let panes = state.panes
    if panes.isZoomed {
      if let active = panes.active {
        stacks = [([active], body)]
      } else {
        text = body
      }
      return
    }
    if style.isLinear {
      text = body
      guard let active = panes.active else { return }
      stacks = [([active], body)]
      isDrawer = true
      return
    }
    switch columns {
    case ..<60:
      text = body
      guard let active = panes.active else { return }
      let width = columns < 48 ? columns : min(columns - 8, max(24, 36 + panes.widening))
      stacks = [([active], side(columns - width, width))]
      isDrawer = true
      if width < columns { borders = [columns - width - 1] }
    case ..<100:
      let width = sideWidth(min(28, max(22, columns * 3 / 10)), panes, columns - 30)
      stacks = [([panes.shown], side(columns - width, width))]
      borders = [columns - width - 1]
      text = side(0, columns - width - 1)
    case ..<160:
      let width = sideWidth(min(36, max(28, columns * 3 / 10)), panes, columns - 40)
      stacks = [(panes.areTabs ? [panes.shown] : PaneKind.allCases, side(columns - width, width))]
      borders = [columns - width - 1]
      text = side(0, columns - width - 1)
    default:
      let width = sideWidth(36, panes, (columns - 60) / 2)
      if panes.areTabs {
        stacks = [([panes.shown], side(columns - width, width))]
        borders = [columns - width - 1]
        text = side(0, columns - width - 1)
        return
      }
      stacks = [([.actors, .places], side(0, width)), ([.issues], side(columns - width, width))]
      borders = [width, columns - width - 1]
      text = side(width + 1, columns - 2 * width - 2)
    }
  }

  private func side(_ column: Int, _ width: Int) -> Rect {
    Rect(column: column, row: body.row, columns: width, rows: body.rows)
  }

  private func sideWidth(_ usual: Int, _ panes: PanesState, _ most: Int) -> Int {
    min(max(16, usual + panes.widening), max(16, most))
  }

  /// The columns of the first column of panes; nil where there is none.
  var sideColumns: Int? { stacks.first?.rect.columns }

  /// The panes that are on the screen, in the order of the Tab key.
  func panes(_ state: ReaderState) -> [Pane] {
    stacks.flatMap { stacked($0.kinds, in: $0.rect, state) }
  }

  /// Shares the rows: what is short gets all it needs, what is long an even part of the rest.
  private func stacked(_ kinds: [PaneKind], in rect: Rect, _ state: ReaderState) -> [Pane] {
    guard kinds.count > 1 else { return kinds.map { Pane(kind: $0, rect: rect) } }
    let space = rect.rows >= 15 ? 1 : 0
    var free = rect.rows - space * (kinds.count - 1)
    let needs = kinds.map { paneHeight($0, columns: rect.columns, state, most: rect.rows) }
    var heights = needs
    var open = kinds.count
    for index in kinds.indices.sorted(by: { needs[$0] < needs[$1] }) {
      heights[index] = min(needs[index], max(0, free / max(1, open)))
      free -= heights[index]
      open -= 1
    }
    if let last = heights.indices.last { heights[last] += max(0, free) }
    var row = rect.row
    return kinds.indices.map { index in
      defer { row += heights[index] + space }
      return Pane(
        kind: kinds[index],
        rect: Rect(column: rect.column, row: row, columns: rect.columns, rows: heights[index])
      )
    }
  }

  // MARK: The text's columns

  /// Room for signs at the left of the lines.
  var gutter: Int {
    guard let text else { return 0 }
    return text.columns >= 24 ? 3 : text.columns >= 12 ? 2 : 0
  }

  /// The columns of a line of text.
  var measure: Int {
    guard let text else { return 1 }
    let right = text.columns >= 40 ? 2 : text.columns >= 12 ? 1 : 0
    return max(1, min(style.measure, text.columns - gutter - right))
  }

  /// The column where lines begin.
  var textColumn: Int {
    guard let text else { return 0 }
    return text.column
      + (style.isCentered && !style.isLinear ? max(gutter, (text.columns - measure) / 2) : gutter)
  }
}
