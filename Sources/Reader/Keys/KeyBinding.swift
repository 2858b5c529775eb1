/// Keys to which a reader's configuration gives a meaning, or from which it takes theirs.
public struct KeyBinding: Equatable, Sendable {
  /// Where: "reading", or "selection" while a part of the text is selected.
  public var context: String
  /// As the command table writes them: "]p", "C-w h", "Space".
  public var keys: String
  /// Commands as they are typed at the prompt; several are run one after the other, none unbinds the keys.
  public var commands: [String]

  public init(context: String, keys: String, commands: [String]) {
    self.context = context
    self.keys = keys
    self.commands = commands
  }

  public static let contexts = Command.Context.allCases.map(\.rawValue)
}

/// The keys as a configuration changes them.
public struct Keymaps: Sendable {
  private var reading = Keymap.standard
  private var selecting = Keymap.selecting
  private var feeds = Keymap.feeds

  public init() {}

  subscript(context: Command.Context) -> Keymap {
    get {
      switch context {
      case .reading: reading
      case .selection: selecting
      case .feeds: feeds
      }
    }
    set {
      switch context {
      case .reading: reading = newValue
      case .selection: selecting = newValue
      case .feeds: feeds = newValue
      }
    }
  }

  /// Takes bindings in: those that unbind first, so that their keys are free.
  ///
  /// One with a mistake is left out.
  /// - Returns: The rows of such ones in `bindings`, in order, and what is wrong, as the end of a sentence.
  public mutating func take(_ bindings: [KeyBinding]) -> [(row: Int, mistake: String)] {
    var mistakes: [(row: Int, mistake: String)] = []
    let order =
      bindings.indices.filter { bindings[$0].commands.isEmpty }
      + bindings.indices.filter { !bindings[$0].commands.isEmpty }
    for row in order {
      if let mistake = take(bindings[row]) { mistakes.append((row, mistake)) }
    }
    return mistakes.sorted { $0.row < $1.row }
  }

  private mutating func take(_ binding: KeyBinding) -> String? {
    guard let context = Command.Context(rawValue: binding.context) else {
      return
        "“\(binding.context)” is no context; use \(KeyBinding.contexts.joined(separator: " or "))."
    }
    let keys = parseKeys(binding.keys)
    guard !keys.isEmpty else { return "keys are missing; write them as ]p, C-w h or Space." }
    if binding.commands.isEmpty {
      guard self[context].answer(to: keys) != .nothing else {
        return "“\(binding.keys)” means nothing that could be taken from it."
      }
      self[context].bind(keys, to: nil)
      return nil
    }
    for line in binding.commands {
      if let mistake = mistake(in: line, isAlone: binding.commands.count == 1) { return mistake }
    }
    if let other = self[context].clash(keys) {
      let others = notation(other)
      return "“\(binding.keys)” and “\(others)” begin alike; unbind “\(others)” first, with none."
    }
    if binding.commands.count == 1, !binding.commands[0].contains(" "),
      let row = commandTable.firstIndex(where: { $0.name == binding.commands[0] }),
      commandTable[row].contexts.contains(context)
    {
      self[context].bind(keys, to: .command(row))
    } else {
      self[context].bind(keys, to: .macro(binding.commands))
    }
    return nil
  }

  /// What is wrong with a command; one that is no part of a macro may get its count with its keys.
  private func mistake(in line: String, isAlone: Bool) -> String? {
    let words = line.split(separator: " ", maxSplits: 1)
    guard let name = words.first.map(String.init) else { return "a command is missing." }
    if name.allSatisfy({ $0.isASCII && $0.isWholeNumber || $0 == "%" }) { return nil }
    guard let command = commandTable.first(where: { $0.name == name || $0.aliases.contains(name) })
    else {
      let near = nearest(name, commandTable.map(\.name)).map { "did you mean “\($0)”?" }
      return "there is no command “\(name)”; \(near ?? "broadsheet config lists them all.")"
    }
    if command.takes == .text, words.count < 2, !isAlone {
      return "“\(name)” wants a text behind it."
    }
    return nil
  }
}

/// The name that differs least, if by little.
func nearest(_ name: String, _ names: [String]) -> String? {
  names.map { (name: $0, distance: distance($0, name)) }
    .filter { $0.distance <= max(2, name.utf8.count / 3) }
    .min { $0.distance < $1.distance }?.name
}

/// The least number of letters to put in, take out or change.
private func distance(_ left: String, _ right: String) -> Int {
  let right = Array(right.utf8.prefix(64))
  var row = Array(0...right.count)
  for (index, letter) in left.utf8.enumerated() {
    var diagonal = row[0]
    row[0] = index + 1
    for column in right.indices {
      let above = row[column + 1]
      row[column + 1] = min(
        diagonal + (letter == right[column] ? 0 : 1),
        above + 1,
        row[column] + 1
      )
      diagonal = above
    }
  }
  return row[right.count]
}
