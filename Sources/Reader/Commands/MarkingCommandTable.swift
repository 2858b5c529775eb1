let markingCommands = [
  Command(
    name: "select",
    keys: ["v"],
    group: .marking,
    help: "select, from what you stand on or from the top of the screen",
    run: { state, _ in startSelection(&state) }
  ),
  Command(
    name: "highlight",
    keys: ["a"],
    contexts: [.reading, .selection],
    group: .marking,
    help: "highlight what is selected or stood on; a count chooses the color: 2a is green",
    hint: { $0.selection != nil ? "highlight" : nil },
    run: mark
  ),
  Command(
    name: "note",
    keys: ["A"],
    contexts: [.reading, .selection],
    group: .marking,
    help: "highlight it with a note, or change the note",
    hint: { $0.selection != nil ? "with a note" : nil },
    run: markWithNote
  ),
  Command(
    name: "copy",
    keys: ["y"],
    contexts: [.reading, .selection],
    group: .marking,
    help: "copy what is selected or stood on",
    hint: { $0.selection != nil ? "copy" : nil },
    run: { state, _ in copySelection(&state) }
  ),
  Command(
    name: "delete-highlight",
    keys: ["x"],
    contexts: [.reading, .selection],
    group: .marking,
    help: "delete the highlight here; in the list of corrections, that one",
    run: { state, _ in deleteHighlights(&state) }
  ),
  Command(
    name: "highlights",
    keys: ["H"],
    group: .marking,
    help: "the list of your highlights",
    run: { state, _ in openSheet(&state, .highlights) }
  ),
  Command(
    name: "undo",
    keys: ["U"],
    group: .marking,
    help: "take the last highlight, note or correction back",
    run: { state, _ in undoHighlight(&state) }
  ),
  Command(
    name: "redo",
    keys: ["C-r"],
    group: .marking,
    help: "and do it again",
    run: { state, _ in redoHighlight(&state) }
  ),
  Command(
    name: "export",
    keys: [],
    group: .marking,
    help: "write the highlights to a file as Markdown",
    takes: .optional,
    run: { exportHighlights(&$0, $1, replaces: false) }
  ),
  Command(
    name: "export!",
    keys: [],
    group: .marking,
    help: "the same, over a file that is there",
    takes: .optional,
    run: { exportHighlights(&$0, $1, replaces: true) }
  ),
]

/// What keys do while a part of the text is selected.
let selectionCommands = [
  motion("select-left", ["h", "Left"], "while selecting: a character to the left", .character, -1),
  motion("select-right", ["l", "Right"], "to the right", .character, 1),
  motion("select-down", ["j", "Down"], "a line down", .line, 1),
  motion("select-up", ["k", "Up"], "a line up", .line, -1),
  motion("select-word", ["w"], "to the next word", .word, 1),
  motion("select-word-back", ["b"], "to the word before", .word, -1),
  motion("select-word-end", ["e"], "to the end of the word", .wordEnd, 1),
  motion("select-sentence", [")"], "to the end of the sentence", .sentence, 1),
  motion("select-sentence-back", ["("], "to the beginning of the sentence", .sentence, -1),
  motion("select-paragraph", ["}"], "to the end of the paragraph", .paragraph, 1),
  motion("select-paragraph-back", ["{"], "to the beginning of the paragraph", .paragraph, -1),
  motion("select-line-start", ["0", "Home"], "to the beginning of the line", .lineEdge, -1),
  motion("select-line-end", ["$", "End"], "to the end of the line", .lineEdge, 1),
  object("select-whole-word", ["iw"], "the whole word", .word),
  object(
    "select-whole-sentence",
    ["is"],
    "the whole sentence; once more, the next one too",
    .sentence
  ),
  object("select-whole-paragraph", ["ip"], "the whole paragraph", .paragraph),
  object("select-name", ["ie"], "the name, title or pronoun", .name),
  object("select-quotation", ["iq"], "the quotation", .quotation),
  Command(
    name: "select-other-end",
    keys: ["o"],
    contexts: [.selection],
    group: .marking,
    help: "move the other end",
    run: { state, _ in swapSelectionEnds(&state) }
  ),
  Command(
    name: "select-nothing",
    keys: ["v"],
    contexts: [.selection],
    group: .marking,
    help: "select nothing any more",
    run: { state, _ in
      state.selection = nil
      return []
    }
  ),
]

private func motion(
  _ name: String,
  _ keys: [String],
  _ help: String,
  _ motion: SelectionMotion,
  _ direction: Int
) -> Command {
  Command(
    name: name,
    keys: keys,
    contexts: [.selection],
    group: .marking,
    help: help,
    run: { moveSelectionHead(&$0, motion, direction * $1.times) }
  )
}

private func object(
  _ name: String,
  _ keys: [String],
  _ help: String,
  _ object: TextObject
) -> Command {
  Command(
    name: name,
    keys: keys,
    contexts: [.selection],
    group: .marking,
    help: help,
    hint: { $0.selection != nil && object != .word ? hintWord(object) : nil },
    run: { selectObject(&$0, object, $1.times) }
  )
}

private func hintWord(_ object: TextObject) -> String {
  switch object {
  case .word: "word"
  case .sentence: "sentence"
  case .paragraph: "paragraph"
  case .name: "name"
  case .quotation: "quotation"
  }
}
