import Screen

/// Which keys run which command of the table.
struct Keymap: Sendable {
  enum Answer: Equatable, Sendable {
    case command(Int)
    /// Lines as they are typed at the prompt.
    case macro([String])
    /// A longer row of keys begins so.
    case more
    case nothing
  }

  private var answers: [[Key]: Answer] = [:]
  private var beginnings: Set<[Key]> = []

  init(_ table: [Command], _ context: Command.Context) {
    for (row, command) in table.enumerated() where command.contexts.contains(context) {
      for keys in command.keys { answers[parseKeys(keys)] = .command(row) }
    }
    noteBeginnings()
  }

  private mutating func noteBeginnings() {
    beginnings = []
    for keys in answers.keys {
      for length in 1..<max(1, keys.count) { beginnings.insert(Array(keys.prefix(length))) }
    }
  }

  func answer(to keys: [Key]) -> Answer {
    answers[keys] ?? (beginnings.contains(keys) ? .more : .nothing)
  }

  /// Gives keys another meaning; nil takes it from them.
  mutating func bind(_ keys: [Key], to answer: Answer?) {
    answers[keys] = answer
    noteBeginnings()
  }

  /// The keys that stand in the way of others: one cannot be typed to its end, since the other is part of it.
  func clash(_ keys: [Key]) -> [Key]? {
    answers.keys.filter { other in
      other != keys && (other.starts(with: keys) || keys.starts(with: other))
    }.min { notation($0) < notation($1) }
  }

  /// The keys of a command as the help shows them: those of the table that still are, then others.
  func keys(of row: Int) -> [String] {
    let own = commandTable[row].keys.filter { answers[parseKeys($0)] == .command(row) }
    let known = Set(own.map(parseKeys))
    let others = answers.filter { $0.value == .command(row) && !known.contains($0.key) }
    return own + others.keys.map(notation).sorted()
  }

  static let standard = Keymap(commandTable, .reading)
  static let selecting = Keymap(commandTable, .selection)
  static let feeds = Keymap(commandTable, .feeds)

  static func standard(_ context: Command.Context) -> Keymap {
    switch context {
    case .reading: standard
    case .selection: selecting
    case .feeds: feeds
    }
  }
}

extension ReaderState {
  /// What keys mean now.
  func answer(to keys: [Key]) -> Keymap.Answer {
    func answer(_ context: Command.Context) -> Keymap.Answer {
      (keymaps?[context] ?? Keymap.standard(context)).answer(to: keys)
    }
    let here = answer(context)
    return here == .nothing && context == .feeds ? answer(.reading) : here
  }

  /// The keys of a command, as they are shown.
  func keys(of command: Command) -> [String] {
    guard let keymaps, let row = commandTable.firstIndex(where: { $0.name == command.name }),
      let context = command.contexts.contains(.reading) ? .reading : command.contexts.first
    else { return command.keys }
    return keymaps[context].keys(of: row)
  }
}

/// Keys that were typed and are not yet a command.
struct PendingKeys: Sendable {
  var digits = ""
  var keys: [Key] = []
  /// The command that waits for one character more, by its row in the table.
  var waiting: Int?

  /// As vi shows them at the end of the last row.
  var notation: String { digits + Reader.notation(keys) }

  /// Six digits are more rows than a reader counts.
  static let mostDigits = 6
}

/// Takes a key outside of prompts: a digit of a count, a part of a command's keys, or all of them.
func takeKey(_ state: inout ReaderState, _ key: Key) -> [Effect] {
  var pending = state.pending
  state.pending = PendingKeys()
  let wentBack = state.wentBack
  state.wentBack = false
  if state.hints != nil { return takeHintKey(&state, key) }
  // What vi calls C-i is Tab on most terminals: behind C-o it is taken for that.
  if key == .tab, wentBack, pending.keys.isEmpty, state.article?.jumps.canGoForward == true {
    return jumpForward(&state, Invocation(count: Int(pending.digits)))
  }
  if let row = pending.waiting {
    guard case .character(let character) = key else { return [] }
    return run(
      &state,
      commandTable[row],
      Invocation(count: Int(pending.digits), character: character)
    )
  }
  if pending.keys.isEmpty, case .character(let digit) = key, digit.isASCII, digit.isWholeNumber,
    digit != "0" || !pending.digits.isEmpty
  {
    if pending.digits.count < PendingKeys.mostDigits { pending.digits.append(digit) }
    state.pending = pending
    return []
  }
  if key == .escape, !pending.keys.isEmpty || !pending.digits.isEmpty { return [] }
  pending.keys.append(key)
  switch state.answer(to: pending.keys) {
  case .command(let row) where commandTable[row].takes == .character:
    pending.waiting = row
    state.pending = pending
    return []
  case .command(let row):
    return run(&state, commandTable[row], Invocation(count: Int(pending.digits)))
  case .macro(let lines):
    return lines.flatMap { runLine(&state, $0) }
  case .more:
    state.pending = pending
    return []
  case .nothing:
    let keys = notation(pending.keys)
    state.message = Message(
      text: state.selection == nil
        ? "\(keys) is not a key here; ? shows the keys."
        : "\(keys) is not a key while selecting; Esc ends that, ? shows the keys."
    )
    return []
  }
}
