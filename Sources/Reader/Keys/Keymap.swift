import Screen

/// Which keys run which command of the table.
struct Keymap: Sendable {
  enum Answer: Equatable, Sendable {
    case command(Int)
    /// A longer row of keys begins so.
    case more
    case nothing
  }

  private var commands: [[Key]: Int] = [:]
  private var beginnings: Set<[Key]> = []

  init(_ table: [Command], _ context: Command.Context) {
    for (row, command) in table.enumerated() where command.contexts.contains(context) {
      for keys in command.keys.map(parseKeys) {
        commands[keys] = row
        for length in 1..<max(1, keys.count) { beginnings.insert(Array(keys.prefix(length))) }
      }
    }
  }

  func answer(to keys: [Key]) -> Answer {
    if let row = commands[keys] { return .command(row) }
    return beginnings.contains(keys) ? .more : .nothing
  }

  static let standard = Keymap(commandTable, .reading)
  static let selecting = Keymap(commandTable, .selection)

  static func standard(_ context: Command.Context) -> Keymap {
    switch context {
    case .reading: standard
    case .selection: selecting
    }
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
  switch Keymap.standard(state.context).answer(to: pending.keys) {
  case .command(let row) where commandTable[row].takes == .character:
    pending.waiting = row
    state.pending = pending
    return []
  case .command(let row):
    return run(&state, commandTable[row], Invocation(count: Int(pending.digits)))
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
