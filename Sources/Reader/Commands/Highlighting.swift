/// Switches one kind of highlight on or off and says so.
func toggle(
  _ state: inout ReaderState,
  _ kind: WritableKeyPath<Switches, Bool>,
  _ name: String
) -> [Effect] {
  state.switches[keyPath: kind].toggle()
  repaint(&state)
  let isOn = state.switches[keyPath: kind]
  state.message = Message(text: "Highlights of \(name) are \(isOn ? "on" : "off").")
  return []
}

/// All of them off, or, where they are, on again.
func toggleAllHighlights(_ state: inout ReaderState) -> [Effect] {
  state.switches = state.switches == .off ? Switches() : .off
  repaint(&state)
  let isOff = state.switches == .off
  state.message = Message(text: isOff ? "Highlights are off." : "Highlights are on.")
  return []
}

private func repaint(_ state: inout ReaderState) {
  let switches = state.switches
  state.article?.findings?.repaint(switches)
}

/// Shows the page matter in full, or as one row.
func toggleFolds(_ state: inout ReaderState) -> [Effect] {
  guard let folds = state.article?.layout.folds, !folds.runs.isEmpty else {
    state.message = Message(text: "There is no page matter in this article.")
    return []
  }
  state.article?.setFolds(open: !folds.areOpen)
  return []
}
