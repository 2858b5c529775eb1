import Prose

/// A line that is being typed in the last row.
struct Prompt: Sendable {
  enum Kind: Hashable, Sendable {
    case command
    case search
    case searchBackward
    /// Commands, found by parts of their names and of what they do.
    case palette
    /// Who or what is known by a name, by any of them.
    case who
    /// A theme, which is shown while it is chosen.
    case theme
    /// What a list is filtered by.
    case filter
    /// What to look for in the library.
    case library
    /// The note of a highlight, by its number.
    case note(Int)
    /// What an edit still needs.
    case edit(EditDraft.Need)

    var sign: String {
      switch self {
      case .command: ":"
      case .search: "/"
      case .searchBackward: "?"
      case .palette: "›"
      case .who: "who is "
      case .theme: "theme "
      case .filter: "& "
      case .library: "library "
      case .note: ""
      case .edit(let need): need.sign
      }
    }

    var isSearch: Bool { self == .search || self == .searchBackward }

    var isNote: Bool { if case .note = self { true } else { false } }

    /// Whether the arrow keys choose among what is offered.
    var isPicker: Bool {
      if case .edit(let need) = self { return !need.isText }
      return self == .palette || self == .who || self == .theme
    }

    var isEdit: Bool { if case .edit = self { true } else { false } }
  }

  /// What Esc brings back.
  struct Origin: Sendable {
    let top: UInt32
    let current: Range<UInt32>?
    let search: SearchState
  }

  let kind: Kind
  var text = "" {
    didSet { cursor = min(cursor, text.count) }
  }
  /// In characters from the start.
  var cursor = 0
  var origin: Origin?
  /// How many entries back in the history; nil while a new line is typed.
  var recalled: Int?
  /// What was typed before the history was called up.
  var draft = ""
  /// The completion that Tab has put in, as an index into the candidates for `stem`.
  var completion: Int?
  /// What was typed before Tab.
  var stem = ""
  /// Of what a picker offers, the one that Enter takes.
  var picked = 0

  /// Longer lines are cut: a paste may be a whole article.
  static let longest = 500
  static let longestNote = 10_000

  private var room: Int { kind.isNote ? Self.longestNote : Self.longest }

  init(_ kind: Kind) {
    self.kind = kind
  }

  mutating func replace(_ line: String) {
    text = String(line.prefix(room))
    cursor = text.count
  }

  mutating func insert(_ typed: String) {
    let typed = typed.filter {
      kind.isNote && $0 == "\n"
        || !$0.isNewline
          && $0.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) }
    }
    guard !typed.isEmpty, text.count + typed.count <= room else { return }
    text.insert(contentsOf: typed, at: text.index(text.startIndex, offsetBy: cursor))
    // A combining mark joins the character before it: count anew.
    cursor = min(text.count, cursor + typed.count)
  }

  /// Removes the characters before the cursor from `start` on.
  mutating func delete(from start: Int) {
    let start = max(0, start)
    guard start < cursor else { return }
    let first = text.index(text.startIndex, offsetBy: start)
    let end = text.index(text.startIndex, offsetBy: cursor)
    cursor = start
    text.removeSubrange(first..<end)
  }

  /// To the line above, or below, as near to the same column as it goes.
  mutating func moveByLine(_ step: Int) {
    let characters = Array(text)
    let starts = [0] + characters.indices.filter { characters[$0] == "\n" }.map { $0 + 1 }
    guard let line = starts.lastIndex(where: { $0 <= cursor }),
      starts.indices.contains(line + step)
    else { return }
    let column = cursor - starts[line]
    let start = starts[line + step]
    let end = line + step + 1 < starts.count ? starts[line + step + 1] - 1 : characters.count
    cursor = min(start + column, end)
  }

  /// Where the word before the cursor begins.
  var wordStart: Int {
    let before = Array(text.prefix(cursor))
    var start = before.count
    while start > 0, before[start - 1].isWhitespace { start -= 1 }
    while start > 0, !before[start - 1].isWhitespace { start -= 1 }
    return start
  }
}

/// Lines typed before, the newest last; searches and commands apart.
struct PromptHistory: Sendable {
  private var searches: [String] = []
  private var commands: [String] = []
  private var queries: [String] = []

  private static let mostKept = 100

  func lines(_ kind: Prompt.Kind) -> [String] {
    kind == .command ? commands : kind == .library ? queries : kind.isSearch ? searches : []
  }

  mutating func add(_ line: String, _ kind: Prompt.Kind) {
    guard !line.isEmpty, !kind.isPicker, !kind.isNote, !kind.isEdit else { return }
    var lines = lines(kind)
    lines.removeAll { $0 == line }
    lines.append(line)
    if lines.count > Self.mostKept { lines.removeFirst() }
    switch kind {
    case .command: commands = lines
    case .library: queries = lines
    default: searches = lines
    }
  }
}
