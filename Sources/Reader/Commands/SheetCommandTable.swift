import Screen

let sheetCommands = [
  Command(
    name: "card",
    keys: ["c"],
    group: .sheets,
    help: "the card of who or what is named here, is followed, or is selected in a pane",
    hint: { $0.sheet == nil && $0.article?.focus != nil ? "card" : nil },
    run: { state, _ in openCard(&state) }
  ),
  Command(
    name: "positions",
    keys: ["P"],
    group: .sheets,
    help: "who stands where on each issue, as a table; Enter shows the evidence",
    hint: { $0.has(\.evidence) && $0.article?.focus == nil ? "positions" : nil },
    run: { state, _ in openSheet(&state, .positions) }
  ),
  Command(
    name: "quotes",
    keys: ["\""],
    group: .sheets,
    help: "everything that is quoted, by speaker",
    run: { state, _ in openSheet(&state, .quotes) }
  ),
  Command(
    name: "timeline",
    keys: ["T"],
    group: .sheets,
    help: "what the article dates, in order of time",
    run: { state, _ in openSheet(&state, .timeline) }
  ),
  Command(
    name: "map",
    keys: ["M"],
    group: .sheets,
    help: "the places on a map",
    run: { state, _ in openSheet(&state, .map) }
  ),
  Command(
    name: "outline",
    keys: ["O"],
    group: .sheets,
    help: "headings, and how each paragraph begins",
    run: { state, _ in openSheet(&state, .outline) }
  ),
  Command(
    name: "why",
    keys: ["="],
    group: .sheets,
    help:
      "by which rules the findings in this passage, or in the selected row of a card, were made",
    run: { state, _ in showReasons(&state) }
  ),
  Command(
    name: "left",
    keys: ["h", "Left"],
    group: .sheets,
    help: "in a table: to the left",
    run: { moveAside(&$0, -$1.times) }
  ),
  Command(
    name: "right",
    keys: ["l", "Right"],
    group: .sheets,
    help: "in a table: to the right",
    run: { moveAside(&$0, $1.times) }
  ),
  Command(
    name: "nearer",
    keys: ["+"],
    group: .sheets,
    help: "on the map: nearer",
    hint: { $0.hasSheet && $0.sheet?.kind == .map ? "nearer" : nil },
    run: { zoomMap(&$0, $1.times) }
  ),
  Command(
    name: "farther",
    keys: ["-"],
    group: .sheets,
    help: "on the map: farther",
    run: { zoomMap(&$0, -$1.times) }
  ),
]
