import Screen

func openPrompt(_ state: inout ReaderState, _ invocation: Invocation) -> [Effect] {
  state.prompt = Prompt(.command)
  if let count = invocation.count { state.prompt?.insert(String(count)) }
  return []
}

/// Takes a key while a line is typed.
func takePromptKey(_ state: inout ReaderState, _ key: Key) -> [Effect] {
  guard let kind = state.prompt?.kind else { return [] }
  let before = state.prompt?.text
  if key != .tab, key != .backTab { state.prompt?.completion = nil }
  if case .note = kind, let effects = takeNoteKey(&state, key) { return effects }
  switch key {
  case .enter, .control("j"), .control("m"):
    return accept(&state, kind)
  case .escape, .control("c"), .control("g"):
    return leavePrompt(&state)
  case .control("r") where kind.isSearch:
    return togglePlainSearch(&state)
  case .backspace, .control("h"):
    guard let prompt = state.prompt, !prompt.text.isEmpty else { return leavePrompt(&state) }
    state.prompt?.delete(from: prompt.cursor - 1)
  case .up, .control("p"):
    if kind.isPicker { pick(&state, -1) } else { recall(&state, 1) }
  case .down, .control("n"):
    if kind.isPicker { pick(&state, 1) } else { recall(&state, -1) }
  case .tab: if kind.isPicker { pick(&state, 1) } else { complete(&state, 1) }
  case .backTab: if kind.isPicker { pick(&state, -1) } else { complete(&state, -1) }
  default: edit(&state, key)
  }
  let isEdited = state.prompt?.text != before
  if isEdited, kind.isPicker { state.prompt?.picked = 0 }
  if kind == .theme { return showPickedTheme(&state) }
  guard isEdited else { return [] }
  return kind.isSearch ? searchAsTyped(&state) : []
}

func takePromptPaste(_ state: inout ReaderState, _ text: String) -> [Effect] {
  state.prompt?.completion = nil
  state.prompt?.picked = 0
  let isNote = state.prompt?.kind.isNote == true
  state.prompt?.insert(
    isNote
      ? String(text.prefix(Prompt.longestNote)) : onOneLine(String(text.prefix(Prompt.longest)))
  )
  if state.prompt?.kind == .theme { return showPickedTheme(&state) }
  return state.prompt?.kind.isSearch == true ? searchAsTyped(&state) : []
}

private func accept(_ state: inout ReaderState, _ kind: Prompt.Kind) -> [Effect] {
  switch kind {
  case .command: acceptCommand(&state)
  case .search, .searchBackward: acceptSearch(&state)
  case .palette, .who, .theme: acceptPicked(&state)
  case .filter: acceptFilter(&state)
  case .library: acceptLibrarySearch(&state)
  case .note(let number): acceptNote(&state, number)
  case .edit(let need): need.isText ? acceptEditText(&state) : acceptPicked(&state)
  }
}

private func leavePrompt(_ state: inout ReaderState) -> [Effect] {
  if state.prompt?.kind.isSearch == true { return cancelSearch(&state) }
  let isChoosingTheme = state.prompt?.kind == .theme
  state.prompt = nil
  state.draft = nil
  return isChoosingTheme ? restoreTheme(&state) : []
}

/// What keys do in a note beside typing: a line more, a line up or down, the user's editor.
private func takeNoteKey(_ state: inout ReaderState, _ key: Key) -> [Effect]? {
  guard var prompt = state.prompt else { return nil }
  switch key {
  case .control("j"): prompt.insert("\n")
  case .control("x"), .control("o"): return [.edit(prompt.text)]
  case .up: prompt.moveByLine(-1)
  case .down: prompt.moveByLine(1)
  case .backspace where prompt.text.isEmpty: return []
  default: return nil
  }
  state.prompt = prompt
  return []
}

private func edit(_ state: inout ReaderState, _ key: Key) {
  guard var prompt = state.prompt else { return }
  switch key {
  case .character(let character): prompt.insert(String(character))
  case .left, .control("b"): prompt.cursor = max(0, prompt.cursor - 1)
  case .right, .control("f"): prompt.cursor = min(prompt.text.count, prompt.cursor + 1)
  case .home, .control("a"): prompt.cursor = 0
  case .end, .control("e"): prompt.cursor = prompt.text.count
  case .control("u"): prompt.delete(from: 0)
  case .control("w"): prompt.delete(from: prompt.wordStart)
  case .control("k"): prompt.text = String(prompt.text.prefix(prompt.cursor))
  case .delete, .control("d"):
    if prompt.cursor < prompt.text.count {
      prompt.cursor += 1
      prompt.delete(from: prompt.cursor - 1)
    }
  default: break
  }
  state.prompt = prompt
}

private func recall(_ state: inout ReaderState, _ step: Int) {
  guard var prompt = state.prompt else { return }
  let lines = state.history.lines(prompt.kind)
  let back = (prompt.recalled ?? 0) + step
  guard back >= 0, back <= lines.count else { return }
  if prompt.recalled == nil || prompt.recalled == 0 { prompt.draft = prompt.text }
  prompt.recalled = back
  prompt.replace(back == 0 ? prompt.draft : lines[lines.count - back])
  state.prompt = prompt
}

// MARK: Commands by name

/// The commands whose names begin so.
func completions(_ stem: String) -> [Command] {
  guard !stem.contains(" ") else { return [] }
  return commandTable.filter { command in
    command.name.hasPrefix(stem) || command.aliases.contains { $0 == stem && !stem.isEmpty }
  }
}

private func complete(_ state: inout ReaderState, _ step: Int) {
  guard var prompt = state.prompt, prompt.kind == .command else { return }
  if prompt.completion == nil { prompt.stem = prompt.text }
  let candidates = completions(prompt.stem)
  guard !candidates.isEmpty else { return }
  let next = prompt.completion.map { $0 + step } ?? (step > 0 ? 0 : candidates.count - 1)
  let index = ((next % candidates.count) + candidates.count) % candidates.count
  prompt.replace(candidates[index].name)
  prompt.completion = index
  state.prompt = prompt
}

/// The command called `name`: by its name, another name of it, or the only one that begins so.
func command(named name: String) -> Command? {
  if let exact = commandTable.first(where: { $0.name == name || $0.aliases.contains(name) }) {
    return exact
  }
  let candidates = commandTable.filter { $0.name.hasPrefix(name) }
  return candidates.count == 1 ? candidates[0] : nil
}

private func acceptCommand(_ state: inout ReaderState) -> [Effect] {
  guard let prompt = state.prompt else { return [] }
  state.prompt = nil
  let line = onOneLine(prompt.text)
  guard !line.isEmpty else { return [] }
  state.history.add(line, .command)
  return runLine(&state, line)
}

/// Runs a command as it is typed at the prompt: its name, and what it takes.
func runLine(_ state: inout ReaderState, _ line: String) -> [Effect] {
  guard let first = line.first else { return [] }
  if first.isASCII, first.isWholeNumber {
    // :50% as vi and less have it; :12 is the twelfth paragraph.
    let digits = line.prefix { $0.isASCII && $0.isWholeNumber }.prefix(PendingKeys.mostDigits)
    let count = Int(digits)
    let name = line.hasSuffix("%") ? "goto" : "top"
    return command(named: name).map { run(&state, $0, Invocation(count: count)) } ?? []
  }
  let words = line.split(separator: " ", maxSplits: 1)
  let name = String(words[0])
  let argument = words.count > 1 ? String(words[1]) : ""
  guard let command = command(named: name) else {
    let known = completions(name).map(\.name).prefix(3)
    let text =
      known.isEmpty
      ? "There is no command \(name); Tab lists the commands."
      : "\(name) may be \(known.joined(separator: ", ")): please type more of it."
    state.message = Message(text: text, isError: true)
    return []
  }
  guard command.takes != .character || !argument.isEmpty else {
    state.message = Message(text: "\(command.name) wants a letter.", isError: true)
    return []
  }
  let leading = argument.prefix { $0.isASCII && $0.isWholeNumber }.prefix(PendingKeys.mostDigits)
  return run(
    &state,
    command,
    Invocation(
      count: command.takes == .nothing ? Int(leading) : nil,
      character: argument.first,
      text: argument
    )
  )
}
