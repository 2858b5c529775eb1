import Screen

/// The themes have come: takes the one that is wanted, or lets the reader choose.
func offerThemes(
  _ state: inout ReaderState,
  _ choices: [ThemeChoice],
  shown: String,
  wanted: String
) -> [Effect] {
  state.themes = ThemeChoices(choices: choices, before: shown, shown: shown)
  if let row = choices.firstIndex(where: { $0.name == wanted }) { return keepTheme(&state, row) }
  state.prompt = Prompt(.theme)
  state.prompt?.replace(wanted)
  if wanted.isEmpty, let row = choices.firstIndex(where: { $0.name == shown }) {
    state.prompt?.picked = row
    return []
  }
  return showPickedTheme(&state)
}

/// The themes with such a name or description, the likeliest first; all of them in their own order for none.
func themeEntries(_ state: ReaderState, _ query: String) -> [PickerEntry] {
  let query = folded(query)
  let choices = state.themes.choices
  let ranked = choices.indices.compactMap { row -> (score: Int, row: Int)? in
    let name = rank(query, in: [choices[row].name])
    let description = rank(query, in: [choices[row].description]).map { $0 + 3 }
    return [name, description].compactMap { $0 }.min().map { ($0, row) }
  }
  return ranked.sorted { ($0.score, $0.row) < ($1.score, $1.row) }.map { _, row in
    PickerEntry(
      name: choices[row].name,
      face: choices[row].problem == nil ? .helpKey : .statusError,
      detail: choices[row].problem.map(onOneLine) ?? choices[row].description,
      note: choices[row].name == state.themes.before ? "until now" : "",
      choice: .theme(row)
    )
  }
}

/// Shows the theme that Enter would keep; one that cannot be shown leaves the screen as it is.
func showPickedTheme(_ state: inout ReaderState) -> [Effect] {
  guard let prompt = state.prompt, prompt.kind == .theme else { return [] }
  let entries = themeEntries(state, prompt.text)
  guard entries.indices.contains(prompt.picked),
    case .theme(let row) = entries[prompt.picked].choice
  else { return [] }
  let choice = state.themes.choices[row]
  guard choice.problem == nil, choice.name != state.themes.shown else { return [] }
  state.themes.shown = choice.name
  return [.showTheme(choice.name)]
}

func keepTheme(_ state: inout ReaderState, _ row: Int) -> [Effect] {
  let choice = state.themes.choices[row]
  if let problem = choice.problem {
    state.message = Message(text: onOneLine(problem), isError: true)
    return restoreTheme(&state)
  }
  state.message = Message(
    text: "Theme \(choice.name) until you quit; “theme: \(choice.name)” in config.yaml keeps it."
  )
  state.themes.shown = choice.name
  return [.showTheme(choice.name)]
}

func keepNoTheme(_ state: inout ReaderState, _ name: String) -> [Effect] {
  state.message = Message(
    text: "There is no theme like \(onOneLine(name)): the one before stays.",
    isError: true
  )
  return restoreTheme(&state)
}

/// Brings back what was shown when choosing began.
func restoreTheme(_ state: inout ReaderState) -> [Effect] {
  guard state.themes.shown != state.themes.before else { return [] }
  state.themes.shown = state.themes.before
  return [.showTheme(nil)]
}
