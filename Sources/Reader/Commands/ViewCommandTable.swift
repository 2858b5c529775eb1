let paneCommands = [
  Command(
    name: "next-pane",
    keys: ["Tab"],
    group: .panes,
    help: "the keys to the next pane, after the last one to the text",
    hint: {
      $0.view == .article && $0.article != nil && $0.helpTop == nil && !$0.wentBack
        ? "panes" : nil
    },
    run: { state, _ in cyclePanes(&state, 1) }
  ),
  Command(
    name: "previous-pane",
    keys: ["S-Tab"],
    group: .panes,
    help: "the keys to the pane before",
    run: { state, _ in cyclePanes(&state, -1) }
  ),
  Command(
    name: "pane-left",
    keys: ["C-w h", "C-w Left"],
    group: .panes,
    help: "the keys to what stands on the left",
    run: { state, _ in activateNeighbor(&state, .left) }
  ),
  Command(
    name: "pane-below",
    keys: ["C-w j", "C-w Down"],
    group: .panes,
    help: "the keys to what stands below",
    run: { state, _ in activateNeighbor(&state, .down) }
  ),
  Command(
    name: "pane-above",
    keys: ["C-w k", "C-w Up"],
    group: .panes,
    help: "the keys to what stands above",
    run: { state, _ in activateNeighbor(&state, .up) }
  ),
  Command(
    name: "pane-right",
    keys: ["C-w l", "C-w Right"],
    group: .panes,
    help: "the keys to what stands on the right",
    run: { state, _ in activateNeighbor(&state, .right) }
  ),
  Command(
    name: "actors",
    keys: [],
    group: .panes,
    help: "the keys to the actors",
    run: { state, _ in showPane(&state, .actors) }
  ),
  Command(
    name: "places",
    keys: [],
    group: .panes,
    help: "the keys to the places",
    run: { state, _ in showPane(&state, .places) }
  ),
  Command(
    name: "issues",
    keys: [],
    group: .panes,
    help: "the keys to the issues",
    run: { state, _ in showPane(&state, .issues) }
  ),
  Command(
    name: "narrower",
    keys: ["<"],
    group: .panes,
    help: "side panes narrower",
    run: { widenPanes(&$0, -2 * $1.times) }
  ),
  Command(
    name: "wider",
    keys: [">"],
    group: .panes,
    help: "side panes wider",
    run: { widenPanes(&$0, 2 * $1.times) }
  ),
  Command(
    name: "tabs",
    keys: ["C-w t"],
    group: .panes,
    help: "panes above each other, or one at a time with the others as tabs",
    run: { state, _ in toggleTabs(&state) }
  ),
  Command(
    name: "zoom",
    keys: ["z"],
    group: .panes,
    help: "all of the screen for what has the keys, and back",
    hint: { $0.view == .article && $0.panes.isZoomed ? "all panes" : nil },
    run: { state, _ in toggleZoom(&state) }
  ),
]

let highlightCommands = [
  Command(
    name: "toggle-actors",
    keys: ["tp"],
    group: .highlights,
    help: "actors: people, states, organizations",
    run: { state, _ in toggle(&state, \.actors, "actors") }
  ),
  Command(
    name: "toggle-places",
    keys: ["tl"],
    group: .highlights,
    help: "places",
    run: { state, _ in toggle(&state, \.places, "places") }
  ),
  Command(
    name: "toggle-issues",
    keys: ["ti"],
    group: .highlights,
    help: "issues, and the signs at the left of the text",
    run: { state, _ in toggle(&state, \.issues, "issues") }
  ),
  Command(
    name: "toggle-quotations",
    keys: ["tq"],
    group: .highlights,
    help: "quotations",
    run: { state, _ in toggle(&state, \.quotations, "quotations") }
  ),
  Command(
    name: "toggle-times",
    keys: ["tt"],
    group: .highlights,
    help: "times",
    run: { state, _ in toggle(&state, \.times, "times") }
  ),
  Command(
    name: "toggle-highlights",
    keys: ["th"],
    group: .highlights,
    help: "all highlights at once",
    run: { state, _ in toggleAllHighlights(&state) }
  ),
  Command(
    name: "toggle-page-matter",
    keys: ["tb"],
    group: .highlights,
    help: "page matter (appeals, links, credits) in full, or folded to one row",
    run: { state, _ in toggleFolds(&state) }
  ),
]

let articleCommands = [
  Command(
    name: "next-article",
    keys: ["J"],
    group: .articles,
    help: "next article",
    hint: { $0.view == .article && $0.list.entries.count > 1 ? "next article" : nil },
    run: { openNeighbor(&$0, $1.times) }
  ),
  Command(
    name: "previous-article",
    keys: ["K"],
    group: .articles,
    help: "previous article",
    run: { openNeighbor(&$0, -$1.times) }
  ),
  Command(
    name: "reload",
    keys: ["r"],
    group: .articles,
    help: "read the article anew from its file",
    run: { state, _ in reload(&state) }
  ),
  Command(
    name: "watch",
    keys: ["W"],
    group: .articles,
    help: "read it anew whenever its file changes, or no longer",
    run: { state, _ in toggleWatching(&state) }
  ),
  Command(
    name: "list",
    keys: [],
    group: .articles,
    help: "the list of the articles",
    run: { state, _ in showList(&state) }
  ),
]

let programCommands = [
  Command(
    name: "command",
    keys: [":"],
    contexts: [.reading, .selection],
    group: .program,
    help: "a command by its name; Tab completes it",
    run: openPrompt
  ),
  Command(
    name: "palette",
    keys: ["C-p"],
    group: .program,
    help: "all commands, found by any word of what they do",
    run: { openPicker(&$0, .palette, $1) }
  ),
  Command(
    name: "theme",
    keys: ["C-t"],
    group: .program,
    help: "choose the colors: the arrows show each theme at once, Enter keeps it, Esc goes back",
    takes: .optional,
    run: { _, invocation in [.chooseTheme(wanted: invocation.text)] }
  ),
  Command(
    name: "escape",
    keys: ["Esc", "C-g"],
    contexts: [.reading, .selection],
    group: .program,
    help: "end what is nearest: a selection, a pane's turn, a card, the search, the following",
    run: { state, _ in escape(&state) }
  ),
  Command(
    name: "interrupt",
    keys: ["C-c"],
    contexts: [.reading, .selection],
    group: .program,
    help: "the same, and say how to quit",
    run: { state, _ in interrupt(&state) }
  ),
  Command(
    name: "close",
    keys: ["q"],
    contexts: [.reading, .selection],
    group: .program,
    help: "back: from help, a card or view, a pane over the text, an article of a list; else quit",
    hint: { $0.canGoBack ? "back" : "quit" },
    run: { state, _ in quitOrBack(&state) }
  ),
  Command(
    name: "help",
    aliases: ["h"],
    keys: ["?", "F1"],
    contexts: [.reading, .selection],
    group: .program,
    help: "the keys",
    hint: { $0.helpTop == nil ? "help" : nil },
    run: { state, _ in toggleHelp(&state) }
  ),
  Command(
    name: "quit",
    aliases: ["q", "q!", "qa", "exit"],
    keys: ["Q"],
    contexts: [.reading, .selection],
    group: .program,
    help: "quit",
    run: { _, _ in [.quit] }
  ),
  Command(
    name: "redraw",
    keys: ["C-l"],
    contexts: [.reading, .selection],
    group: .program,
    help: "draw the screen anew",
    run: { _, _ in [.redraw] }
  ),
  Command(
    name: "suspend",
    keys: ["C-z"],
    contexts: [.reading, .selection],
    group: .program,
    help: "suspend; fg comes back",
    run: { _, _ in [.suspend] }
  ),
]
