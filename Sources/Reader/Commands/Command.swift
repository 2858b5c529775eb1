import Screen

/// What the reader can be told to do, by its keys or by its name.
struct Command: Sendable {
  enum Group: String, CaseIterable, Sendable {
    case moving = "Moving"
    case searching = "Searching"
    case following = "Following who, where and what"
    case sheets = "Cards and views"
    case marking = "Selecting and marking"
    case correcting = "Correcting what was found"
    case panes = "Panes"
    case highlights = "What stands out"
    case articles = "Articles"
    case feeds = "Feeds"
    case program = "Program"
  }

  /// What it wants beside its keys or its name.
  enum Argument: Sendable {
    case nothing
    case character
    case text
    /// A text, or nothing.
    case optional
  }

  /// What has the keys: the same ones mean something else while a part of the text is selected.
  enum Context: String, CaseIterable, Sendable {
    case reading
    case selection
    /// The feeds, and the list of their articles; what means nothing there means what it does while reading.
    case feeds

    fileprivate var place: Int {
      switch self {
      case .reading: 0
      case .selection: 1
      case .feeds: 2
      }
    }
  }

  /// Some contexts; as bits, since the first hashed set of a type costs the start a tenth of a millisecond.
  struct Contexts: Equatable, ExpressibleByArrayLiteral, Sendable {
    private var bits = 0

    init(arrayLiteral contexts: Context...) {
      for context in contexts { bits |= 1 << context.place }
    }

    func contains(_ context: Context) -> Bool { bits & 1 << context.place != 0 }

    var first: Context? { Context.allCases.first(where: contains) }
  }

  let name: String
  /// Other names at the prompt.
  var aliases: [String] = []
  let keys: [String]
  var contexts: Contexts = [.reading]
  let group: Group
  let help: String
  var takes = Argument.nothing
  /// A word or two for the last row; nil where it would do nothing now, or every reader knows it.
  var hint: @Sendable (ReaderState) -> String? = { _ in nil }
  let run: @Sendable (inout ReaderState, Invocation) -> [Effect]
}

/// How a command was called.
struct Invocation: Sendable {
  var count: Int?
  var character: Character?
  /// What stood behind the name at the prompt.
  var text = ""

  /// The count, or once.
  var times: Int { max(1, count ?? 1) }
}

func run(_ state: inout ReaderState, _ command: Command, _ invocation: Invocation) -> [Effect] {
  if !command.contexts.contains(state.context), command.contexts == [.selection] {
    state.message = Message(text: "Nothing is selected: v selects.")
    return []
  }
  if command.contexts == [.feeds], state.context != .feeds {
    state.message = Message(text: "\(command.name) is for the feeds: F shows them.")
    return []
  }
  if state.helpTop != nil, command.group != .moving, command.group != .program {
    state.helpTop = nil
  }
  return command.run(&state, invocation)
}
