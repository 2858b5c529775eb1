import Prose
import Screen

/// The highlights that a command is about: those below the selection, the one selected in the list, or the one
/// that the reader stands on.
private func chosenHighlights(_ state: ReaderState) -> [Highlight] {
  guard let article = state.article else { return [] }
  if let selection = state.selection {
    return article.highlights.overlapping(selection.range(in: article.document.text))
  }
  if let sheet = state.sheet {
    guard state.hasSheet, sheet.content.spots.indices.contains(sheet.selected),
      case .highlight(let number) = sheet.content.spots[sheet.selected].target
    else { return [] }
    return article.highlights[number].map { [$0] } ?? []
  }
  guard let current = article.current, state.visible.overlaps(current) else { return [] }
  // Where one lies within another, the one that is stood on is meant.
  let there = article.highlights.overlapping(current)
  return there.filter { $0.range == current }.first.map { [$0] } ?? there
}

/// Marks what is selected, or what the reader stands on, in the color that the count says or the last one.
func mark(_ state: inout ReaderState, _ invocation: Invocation) -> [Effect] {
  let color = color(invocation.count, &state)
  guard let color else { return [] }
  if state.hasSheet {
    for highlight in chosenHighlights(state) {
      state.article?.highlights.setColor(color, of: highlight.number)
    }
    return []
  }
  _ = addHighlight(&state, color)
  return []
}

/// Marks it and asks for a note; of what is marked already the note is changed.
func markWithNote(_ state: inout ReaderState, _ invocation: Invocation) -> [Effect] {
  guard let color = color(invocation.count, &state) else { return [] }
  let chosen = chosenHighlights(state)
  let range = state.article.flatMap { article in
    state.selection?.range(in: article.document.text) ?? article.current
  }
  let known =
    state.hasSheet || invocation.count == nil
    ? chosen.first { state.hasSheet || $0.range == range } : nil
  guard let highlight = known ?? addHighlight(&state, color) else { return [] }
  state.selection = nil
  var prompt = Prompt(.note(highlight.number))
  prompt.replace(highlight.note)
  state.prompt = prompt
  return []
}

private func color(_ count: Int?, _ state: inout ReaderState) -> Highlight.Color? {
  guard state.article != nil, state.view == .article else { return nil }
  guard let count else { return state.markColor }
  guard let color = Highlight.Color(rawValue: count) else {
    let names = Highlight.Color.allCases.map { "\($0.rawValue) \($0.name)" }
    state.message = Message(text: "The colors are \(names.joined(separator: ", ")).")
    return nil
  }
  state.markColor = color
  return color
}

private func addHighlight(_ state: inout ReaderState, _ color: Highlight.Color) -> Highlight? {
  guard let article = state.article else { return nil }
  let range = state.selection?.range(in: article.document.text) ?? article.current
  guard let range, !range.isEmpty, state.selection != nil || state.visible.overlaps(range) else {
    state.message = Message(text: "Nothing is selected: v selects, a marks it.")
    return nil
  }
  let highlight = state.article?.highlights.mark(range, of: article.document.text, color)
  state.selection = nil
  state.article?.current = range
  state.article?.standsOnPassage = true
  state.message = Message(text: "Marked in \(color.name); U takes it back.")
  return highlight
}

/// `x`: deletes the highlights there.
func deleteHighlights(_ state: inout ReaderState) -> [Effect] {
  if state.hasSheet, state.sheet?.kind == .corrections { return takeBackEdit(&state) }
  let chosen = chosenHighlights(state)
  guard !chosen.isEmpty else {
    state.message = Message(text: "Nothing is marked here.")
    return []
  }
  state.article?.highlights.delete(chosen.map(\.number))
  state.selection = nil
  state.message = Message(
    text: chosen.count == 1
      ? "The highlight is deleted; U brings it back."
      : "\(chosen.count) highlights are deleted; U brings them back."
  )
  closeEmptyList(&state)
  return []
}

func undoHighlight(_ state: inout ReaderState) -> [Effect] {
  let isDone = state.article?.highlights.undo() == true
  state.message = Message(text: isDone ? "Taken back; C-r does it again." : "Nothing to take back.")
  closeEmptyList(&state)
  return []
}

func redoHighlight(_ state: inout ReaderState) -> [Effect] {
  let isDone = state.article?.highlights.redo() == true
  state.message = Message(text: isDone ? "Done again." : "Nothing to do again.")
  closeEmptyList(&state)
  return []
}

/// A list of nothing closes itself.
func closeEmptyList(_ state: inout ReaderState) {
  if state.article?.highlights.edits.isEmpty == true {
    state.sheets.removeAll { $0.kind == .corrections }
  }
  guard state.article?.highlights.all.isEmpty == true else { return }
  state.sheets.removeAll { $0.kind == .highlights }
}

func acceptNote(_ state: inout ReaderState, _ number: Int) -> [Effect] {
  guard let prompt = state.prompt else { return [] }
  state.prompt = nil
  state.article?.highlights.setNote(trimmed(prompt.text), of: number)
  return []
}

/// The note as the editor gave it back; nil where it could not be run.
func edited(_ state: inout ReaderState, _ text: String?, _ problem: String?) {
  if let problem { state.message = Message(text: onOneLine(problem), isError: true) }
  guard let text, case .note(let number)? = state.prompt?.kind else { return }
  state.prompt = nil
  state.article?.highlights.setNote(trimmed(String(text.prefix(Prompt.longestNote))), of: number)
}

private func trimmed(_ text: String) -> String {
  var text = Substring(text)
  while text.last?.isWhitespace == true { text.removeLast() }
  while text.first?.isWhitespace == true { text.removeFirst() }
  return String(text)
}

/// The most that is copied: terminals take no more in one sequence.
private let longestCopy = 56_000

/// `y`: copies what is selected, or what the reader stands on.
func copySelection(_ state: inout ReaderState) -> [Effect] {
  guard let article = state.article, state.view == .article else { return [] }
  var range: Range<UInt32>?
  if let selection = state.selection {
    range = selection.range(in: article.document.text)
  } else if state.hasSheet,
    let spot = state.sheet.flatMap({ sheet in
      sheet.content.spots.indices.contains(sheet.selected)
        ? sheet.content.spots[sheet.selected] : nil
    })
  {
    switch spot.target {
    case .text(let bytes, _): range = bytes
    case .highlight(let number): range = article.highlights[number]?.range
    case .sheet, .edit, .elsewhere: range = nil
    }
  } else if let current = article.current, state.visible.overlaps(current) {
    range = current
  }
  guard let range, !range.isEmpty else {
    state.message = Message(text: "Nothing is selected: v selects, y copies it.")
    return []
  }
  state.selection = nil
  let whole = copied(article.document.text.string(in: range))
  var text = whole
  while text.utf8.count > longestCopy { text = String(text.prefix(text.count * 9 / 10)) }
  state.message = Message(
    text: text.count < whole.count
      ? "The first \(text.count) of \(whole.count) characters are copied: terminals take no more."
      : "Copied."
  )
  return [.copy(text)]
}

/// A text for another program: paragraphs apart, their lines joined, nothing that a terminal would obey.
private func copied(_ text: String) -> String {
  let paragraphs = text.split(separator: "\n\n").map { onOneLine(String($0)) }
  let joined = paragraphs.joined(separator: "\n\n")
  return String(
    String.UnicodeScalarView(
      joined.unicodeScalars.filter {
        $0 == "\n" || $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value)
      }
    )
  )
}

/// `:export FILE` writes the highlights as Markdown.
func exportHighlights(
  _ state: inout ReaderState,
  _ invocation: Invocation,
  replaces: Bool
) -> [Effect] {
  guard let article = state.article, state.view == .article else { return [] }
  guard !article.highlights.all.isEmpty else {
    state.message = Message(text: "Nothing is marked in this article.")
    return []
  }
  var path = invocation.text
  if path.isEmpty {
    let name = lastComponent(of: article.article.location)
    let stem = name.hasSuffix(".txt") ? String(name.dropLast(4)) : name
    path = stem.filter { !$0.isWhitespace && $0 != "/" } + "-highlights.md"
  }
  return [.write(path: path, text: highlightsMarkdown(article), replaces: replaces)]
}

func wrote(_ state: inout ReaderState, _ path: String, _ problem: String?) {
  state.message =
    problem.map { Message(text: onOneLine($0), isError: true) }
    ?? Message(text: "Written to \(onOneLine(path)).")
}
