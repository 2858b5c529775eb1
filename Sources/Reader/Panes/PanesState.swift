enum PaneKind: Int, CaseIterable, Sendable {
  case actors
  case places
  case issues

  var heading: String {
    switch self {
    case .actors: "ACTORS"
    case .places: "PLACES"
    case .issues: "ISSUES"
    }
  }
}

/// The side panes: which has the keys, what is selected in each, and how wide they are.
struct PanesState: Sendable {
  struct List: Sendable {
    var selected = 0
    /// The first entry shown.
    var top = 0
  }

  /// The pane that has the keys; nil for the text.
  var active: PaneKind?
  /// The one shown where there is room for one.
  var shown: PaneKind = .actors
  /// Whether what has the keys takes all of the screen.
  var isZoomed = false
  /// Whether the panes stand behind each other where there is room for all of them.
  var areTabs = false
  /// Columns by which the reader made the side panes wider, or narrower.
  var widening = 0
  /// The line between text and panes that the mouse holds, as an index into those of the layout.
  var dragged: Int?
  private var lists = [List](repeating: List(), count: PaneKind.allCases.count)

  subscript(pane: PaneKind) -> List {
    get { lists[pane.rawValue] }
    set { lists[pane.rawValue] = newValue }
  }

  mutating func activate(_ pane: PaneKind?) {
    active = pane
    if let pane { shown = pane }
  }

  /// Another article has other entries.
  mutating func forgetSelections() {
    for pane in PaneKind.allCases { self[pane] = List() }
  }
}
