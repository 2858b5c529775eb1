/// Every command there is: keys, help, prompt, hints and the README's table come from here.
///
/// The tables name functions; those stand by topic in files of their own.
let commandTable: [Command] =
  movingCommands + searchingCommands + followingCommands + sheetCommands + markingCommands
  + correctionCommands
  + selectionCommands + paneCommands + highlightCommands + articleCommands + feedCommands
  + programCommands

private let movingCommands = [
  Command(
    name: "down",
    keys: ["j", "Down", "C-e"],
    group: .moving,
    help: "a line down",
    run: { move(&$0, .lines($1.times)) }
  ),
  Command(
    name: "up",
    keys: ["k", "Up", "C-y"],
    group: .moving,
    help: "a line up",
    run: { move(&$0, .lines(-$1.times)) }
  ),
  Command(
    name: "page-down",
    keys: ["Space", "C-f", "PgDn"],
    group: .moving,
    help: "a page down",
    hint: { canMoveDown($0) ? "page" : nil },
    run: { move(&$0, .pages($1.times)) }
  ),
  Command(
    name: "page-up",
    keys: ["b", "C-b", "PgUp"],
    group: .moving,
    help: "a page up",
    run: { move(&$0, .pages(-$1.times)) }
  ),
  Command(
    name: "half-down",
    keys: ["d", "C-d"],
    group: .moving,
    help: "half a page down, or as many lines as the count says",
    run: { move(&$0, $1.count.map { .lines($0) } ?? .halves(1)) }
  ),
  Command(
    name: "half-up",
    keys: ["u", "C-u"],
    group: .moving,
    help: "half a page up, or as many lines as the count says",
    run: { move(&$0, $1.count.map { .lines(-$0) } ?? .halves(-1)) }
  ),
  Command(
    name: "next-paragraph",
    keys: ["}"],
    group: .moving,
    help: "next paragraph",
    run: { moveByParagraph(&$0, $1.times) }
  ),
  Command(
    name: "previous-paragraph",
    keys: ["{"],
    group: .moving,
    help: "previous paragraph",
    run: { moveByParagraph(&$0, -$1.times) }
  ),
  Command(
    name: "top",
    keys: ["g", "Home"],
    group: .moving,
    help: "the beginning, or the paragraph that the count says",
    run: goToTop
  ),
  Command(
    name: "bottom",
    keys: ["G", "End"],
    group: .moving,
    help: "the end, or the paragraph that the count says",
    run: goToBottom
  ),
  Command(
    name: "goto",
    keys: ["%"],
    group: .moving,
    help: "so many percent into the text: 50%",
    takes: .text,
    run: goToPercent
  ),
  Command(
    name: "mark",
    keys: ["m"],
    group: .moving,
    help: "and a letter: mark this place",
    takes: .character,
    run: setMark
  ),
  Command(
    name: "to-mark",
    keys: ["'"],
    group: .moving,
    help: "and a letter: to that mark; '' to where the last jump began",
    takes: .character,
    run: goToMark
  ),
  Command(
    name: "back",
    keys: ["C-o", "M-Left"],
    group: .moving,
    help: "back to where a jump began",
    run: jumpBack
  ),
  Command(
    name: "forward",
    keys: ["M-Right", "C-i"],
    group: .moving,
    help: "and forward again; right behind C-o Tab does it too",
    run: jumpForward
  ),
]

private let searchingCommands = [
  Command(
    name: "search",
    keys: ["/"],
    group: .searching,
    help:
      "search as you type, by regular expression; a capital letter tells capitals apart, C-r takes signs as they stand",
    takes: .optional,
    hint: { $0.hasText && $0.sheet == nil ? "search" : nil },
    run: { openSearch(&$0, $1, isBackward: false) }
  ),
  Command(
    name: "search-backward",
    keys: ["\\"],
    group: .searching,
    help: "search backward",
    takes: .optional,
    run: { openSearch(&$0, $1, isBackward: true) }
  ),
  Command(
    name: "next",
    keys: ["n"],
    group: .searching,
    help: "next match, or next mention of what is followed: whichever came last",
    hint: { canRepeat($0) ? "next" : nil },
    run: { repeatLast(&$0, $1.times) }
  ),
  Command(
    name: "previous",
    keys: ["N"],
    group: .searching,
    help: "the one before",
    hint: { canRepeat($0) ? "previous" : nil },
    run: { repeatLast(&$0, -$1.times) }
  ),
  Command(
    name: "library",
    keys: ["L"],
    group: .searching,
    help:
      "search the library: words, \"a phrase\", begin*, actor: place: issue: speaker: said: tag: before: after:",
    takes: .optional,
    hint: { $0.view == .library || $0.view == .list ? "search" : nil },
    run: openLibrarySearch
  ),
  Command(
    name: "who-is",
    keys: ["w"],
    group: .searching,
    help: "who or what has this name, or any other that it goes by: shows the card",
    takes: .optional,
    run: { openPicker(&$0, .who, $1) }
  ),
]

private let followingCommands = [
  Command(
    name: "choose",
    keys: ["Enter", "C-j"],
    group: .following,
    help: "follow what is selected, from its first mention; once more: its card; in the list: open",
    hint: {
      $0.isAtEntry ? $0.view != .article ? "open" : $0.hasSheet ? "go there" : "follow" : nil
    },
    run: choose
  ),
  Command(
    name: "follow",
    keys: ["*"],
    group: .following,
    help: "follow whoever or whatever is named here, or else first on the screen",
    hint: { $0.hasNames && $0.article?.focus == nil ? "follow" : nil },
    run: { state, _ in focusNearest(&state) }
  ),
  Command(
    name: "next-person",
    keys: ["]p"],
    group: .following,
    help: "next person",
    hint: { $0.has(\.people) ? "person" : nil },
    run: { follow(&$0, .people, $1.times) }
  ),
  Command(
    name: "previous-person",
    keys: ["[p"],
    group: .following,
    help: "previous person",
    run: { follow(&$0, .people, -$1.times) }
  ),
  Command(
    name: "next-place",
    keys: ["]l"],
    group: .following,
    help: "next place",
    hint: { $0.has(\.toponyms) ? "place" : nil },
    run: { follow(&$0, .places, $1.times) }
  ),
  Command(
    name: "previous-place",
    keys: ["[l"],
    group: .following,
    help: "previous place",
    run: { follow(&$0, .places, -$1.times) }
  ),
  Command(
    name: "next-issue",
    keys: ["]i"],
    group: .following,
    help: "next sentence that shows a dispute",
    hint: { $0.has(\.evidence) ? "issue" : nil },
    run: { follow(&$0, .evidence, $1.times) }
  ),
  Command(
    name: "previous-issue",
    keys: ["[i"],
    group: .following,
    help: "previous one",
    run: { follow(&$0, .evidence, -$1.times) }
  ),
  Command(
    name: "next-quotation",
    keys: ["]q"],
    group: .following,
    help: "next quotation",
    hint: { $0.has(\.quotations) ? "quotation" : nil },
    run: { follow(&$0, .quotations, $1.times) }
  ),
  Command(
    name: "previous-quotation",
    keys: ["[q"],
    group: .following,
    help: "previous quotation",
    run: { follow(&$0, .quotations, -$1.times) }
  ),
  Command(
    name: "next-highlight",
    keys: ["]h"],
    group: .following,
    help: "next highlight of yours",
    run: { follow(&$0, .highlights, $1.times) }
  ),
  Command(
    name: "previous-highlight",
    keys: ["[h"],
    group: .following,
    help: "previous highlight",
    run: { follow(&$0, .highlights, -$1.times) }
  ),
  Command(
    name: "hints",
    keys: ["f"],
    group: .following,
    help: "letters on every name, quotation and link of the screen: they follow, show or open it",
    hint: { $0.hasNames ? "hints" : nil },
    run: { state, _ in startHints(&state) }
  ),
  Command(
    name: "next-mention",
    keys: ["]]"],
    group: .following,
    help: "next mention of what is followed",
    run: { followFocus(&$0, $1.times) }
  ),
  Command(
    name: "previous-mention",
    keys: ["[["],
    group: .following,
    help: "previous mention of it",
    run: { followFocus(&$0, -$1.times) }
  ),
]
