import Prose
import Screen

/// What a picker offers: a name, what it is, and what stands at the right.
struct PickerEntry: Sendable {
  enum Choice: Sendable {
    case command(Int)
    case subject(Focus.Subject)
    case theme(Int)
    /// Whom or what an edit is about, or what it sets.
    case referent(Referent)
    case value(String)
  }

  let name: String
  var face: Face
  let detail: String
  let note: String
  let choice: Choice
}

/// What is offered for the line typed so far, the best first.
func pickerEntries(_ state: ReaderState, _ prompt: Prompt) -> [PickerEntry] {
  switch prompt.kind {
  case .palette: paletteEntries(state, prompt.text)
  case .who: whoEntries(state, prompt.text)
  case .theme: themeEntries(state, prompt.text)
  case .edit(let need): editEntries(state, need, prompt.text)
  default: []
  }
}

func openPicker(
  _ state: inout ReaderState,
  _ kind: Prompt.Kind,
  _ invocation: Invocation
) -> [Effect] {
  if kind == .who, state.findingsOrMessage() == nil { return [] }
  state.prompt = Prompt(kind)
  guard !invocation.text.isEmpty else { return [] }
  state.prompt?.replace(invocation.text)
  return acceptPicked(&state)
}

func pick(_ state: inout ReaderState, _ step: Int) {
  guard let prompt = state.prompt else { return }
  let count = pickerEntries(state, prompt).count
  guard count > 0 else { return }
  state.prompt?.picked = ((prompt.picked + step) % count + count) % count
}

func acceptPicked(_ state: inout ReaderState) -> [Effect] {
  guard let prompt = state.prompt else { return [] }
  let entries = pickerEntries(state, prompt)
  state.prompt = nil
  guard entries.indices.contains(prompt.picked) else {
    if prompt.kind == .theme { return keepNoTheme(&state, prompt.text) }
    if prompt.kind.isEdit { state.draft = nil }
    let text =
      prompt.kind == .who || prompt.kind.isEdit
      ? "Nobody and nothing here is called \(prompt.text)."
      : "There is no command like \(prompt.text)."
    if !prompt.text.isEmpty { state.message = Message(text: text, isError: true) }
    return []
  }
  switch entries[prompt.picked].choice {
  case .subject(let subject):
    setFocus(&state, subject)
    return openSheet(&state, .card(subject))
  case .referent(let referent):
    return fillDraft(&state, referent: referent)
  case .value(let value):
    return fillDraft(&state, value: value)
  case .theme(let row):
    return keepTheme(&state, row)
  case .command(let row):
    let command = commandTable[row]
    guard command.takes == .nothing || command.takes == .optional else {
      state.prompt = Prompt(.command)
      state.prompt?.replace(command.name + " ")
      return []
    }
    return run(&state, command, Invocation())
  }
}

private func paletteEntries(_ state: ReaderState, _ query: String) -> [PickerEntry] {
  let words = folded(query).split(separator: " ").map(String.init)
  let ranked = commandTable.indices.compactMap { row -> (score: Int, row: Int)? in
    let command = commandTable[row]
    guard command.contexts.contains(.reading) else { return nil }
    var score = 0
    for word in words {
      let name = rank(word, in: [command.name] + command.aliases)
      let help = rank(word, in: [command.help]).map { $0 + 3 }
      guard let best = [name, help].compactMap({ $0 }).min() else { return nil }
      score += best
    }
    return (score, row)
  }
  return ranked.sorted { ($0.score, $0.row) < ($1.score, $1.row) }.map { _, row in
    let command = commandTable[row]
    return PickerEntry(
      name: command.name,
      face: .helpKey,
      detail: command.help,
      note: state.keys(of: command).joined(separator: "  "),
      choice: .command(row)
    )
  }
}

/// Actors, places and issues that have a name like the query's.
func whoEntries(_ state: ReaderState, _ query: String) -> [PickerEntry] {
  guard let findings = state.article?.findings else { return [] }
  let document = findings.document
  let query = folded(query)
  var found: [(score: Int, order: Int, entry: PickerEntry)] = []
  func add(_ entry: PaneEntry, _ names: [String], _ choice: Focus.Subject) {
    let ranks = names.map { rank(query, in: [$0]) }
    guard let best = ranks.compactMap({ $0 }).min(), let row = ranks.firstIndex(of: best) else {
      return
    }
    // By which of the names it was found.
    let isTold = names[row] == entry.name || contains(entry.detail, names[row])
    let alias = isTold ? "" : "“\(names[row])”"
    let detail = [alias, entry.detail].filter { !$0.isEmpty }.joined(separator: " · ")
    found.append(
      (
        best, found.count,
        PickerEntry(
          name: entry.name,
          face: entry.face,
          detail: detail,
          note: "\(entry.count)",
          choice: .subject(choice)
        )
      )
    )
  }
  for (row, entry) in findings.actors.enumerated() {
    let aliases = document.actors.aliases[row].map { document.string($0) }
    let roles = document.roles(of: ID(row: row))
    add(entry, [entry.name] + aliases + roles, .actor(.init(row: row)))
  }
  for (row, entry) in findings.places.enumerated() {
    let aliases = document.places.aliases[row].map { document.string($0) }
    add(entry, [entry.name] + aliases, .place(.init(row: row)))
  }
  for (row, entry) in findings.issues.enumerated() {
    let names = document.issues.alsoCalled[row].map { document.string($0) }
    add(entry, [entry.name] + names, .issue(.init(row: row)))
  }
  return found.sorted { ($0.score, $0.order) < ($1.score, $1.order) }.map(\.entry)
}

/// How well a query fits one of `texts`, the least the best: it is one, begins one, begins a word, stands in one, or its letters do
/// in their order; nil for none of these.
func rank(_ query: String, in texts: [String]) -> Int? {
  guard !query.isEmpty else { return 0 }
  var best: Int?
  for text in texts {
    let text = folded(text)
    let rank: Int
    if text == query {
      rank = -1
    } else if text.hasPrefix(query) {
      rank = 0
    } else if text.split(whereSeparator: { $0 == " " || $0 == "-" }).contains(where: {
      $0.hasPrefix(query)
    }) {
      rank = 1
    } else if contains(text, query) {
      rank = 2
    } else if query.count > 3, text.first == query.first, text.count < 40,
      isSubsequence(query, of: text)
    {
      rank = 6
    } else {
      continue
    }
    best = min(best ?? rank, rank)
  }
  return best
}

private func contains(_ text: String, _ part: String) -> Bool {
  let text = Array(text.unicodeScalars)
  let part = Array(part.unicodeScalars)
  guard part.count <= text.count else { return false }
  return (0...text.count - part.count).contains { text[$0..<$0 + part.count].elementsEqual(part) }
}

private func isSubsequence(_ query: String, of text: String) -> Bool {
  var rest = Substring(query)
  for character in text where character == rest.first { rest.removeFirst() }
  return rest.isEmpty
}

/// A text without case and without accents: who types Ingvald or Zelensky need not know how it is written.
func folded(_ text: String) -> String {
  var result = ""
  for scalar in text.lowercased().unicodeScalars {
    // The letter below its accents; those of other scripts stay.
    let letter = baseLetter(scalar)
    if !letter.properties.isDiacritic { result.unicodeScalars.append(letter) }
  }
  return result
}

private func baseLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  guard scalar.value >= 0xC0, scalar.value < 0x250 else { return scalar }
  let special: [Unicode.Scalar: Unicode.Scalar] = [
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "a", "œ": "o", "þ": "t", "ß": "s",
  ]
  if let known = special[scalar] { return known }
  // A letter of Latin script is named "LATIN SMALL LETTER E WITH ACUTE".
  let words = scalar.properties.name?.split(separator: " ") ?? []
  guard words.count > 4, words[0] == "LATIN", words[2] == "LETTER", words[4] == "WITH",
    words[3].count == 1, let letter = words[3].lowercased().unicodeScalars.first
  else { return scalar }
  return letter
}
