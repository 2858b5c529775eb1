import Screen

/// Offers the themes, or takes the one that is named.
func chooseTheme(_ state: inout ReaderState, _ name: String) -> [Effect] {
  guard name.isEmpty else { return [.showTheme(name, isKept: true)] }
  state.prompt = Prompt(.theme)
  return [.listThemes]
}

/// Takes in the themes there are, which the picker waits for.
func listed(_ state: inout ReaderState, _ choices: [ThemeChoice], shown: String) {
  state.themes.choices = choices
  state.themes.shown = shown
  state.themes.kept = shown
  guard let prompt = state.prompt, prompt.kind == .theme, prompt.text.isEmpty else { return }
  state.prompt?.picked = choices.firstIndex { $0.name == shown } ?? 0
}

/// Takes in what became of a theme that was to be shown.
func themed(_ state: inout ReaderState, _ name: String, isKept: Bool, problem: String?) {
  if let problem {
    state.message = Message(text: onOneLine(problem), isError: true)
    return
  }
  state.themes.shown = name
  guard isKept else { return }
  state.themes.kept = name
  state.message = Message(text: "Theme \(name); “theme: \(name)” in config.yaml begins with it.")
}

/// The theme that the picker stands on, shown for a look if it is not yet.
func previewTheme(_ state: ReaderState) -> [Effect] {
  guard let prompt = state.prompt, prompt.kind == .theme else { return [] }
  let entries = pickerEntries(state, prompt)
  guard entries.indices.contains(prompt.picked),
    case .theme(let name) = entries[prompt.picked].choice, name != state.themes.shown
  else { return [] }
  return [.showTheme(name, isKept: false)]
}

/// Esc: the theme that was there before.
func leaveThemes(_ state: inout ReaderState) -> [Effect] {
  state.prompt = nil
  guard state.themes.shown != state.themes.kept else { return [] }
  return [.showTheme(state.themes.kept, isKept: false)]
}
