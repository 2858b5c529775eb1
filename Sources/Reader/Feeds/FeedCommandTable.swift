let feedCommands = [
  Command(
    name: "feeds",
    keys: ["F"],
    contexts: [.reading, .feeds],
    group: .feeds,
    help: "the feeds that are subscribed to",
    run: { state, _ in showFeeds(&state) }
  ),
  Command(
    name: "refresh",
    keys: ["r"],
    contexts: [.feeds],
    group: .feeds,
    help: "ask the feed for what is new",
    hint: { $0.view == .feeds ? "refresh" : nil },
    run: { state, _ in refresh(&state, all: false) }
  ),
  Command(
    name: "refresh-all",
    keys: ["R"],
    contexts: [.feeds],
    group: .feeds,
    help: "ask all feeds for what is new; Esc stops that",
    hint: { $0.view == .feeds ? "refresh all" : nil },
    run: { state, _ in refresh(&state, all: true) }
  ),
  Command(
    name: "next-unread",
    keys: ["n"],
    contexts: [.feeds],
    group: .feeds,
    help: "next unread article, or next feed that has one",
    hint: { _ in "unread" },
    run: { state, _ in nextUnread(&state) }
  ),
  Command(
    name: "toggle-read",
    keys: ["N"],
    contexts: [.feeds],
    group: .feeds,
    help: "mark the article as read, or as unread again",
    run: { state, _ in toggleRead(&state) }
  ),
  Command(
    name: "mark-feed-read",
    keys: ["A"],
    contexts: [.feeds],
    group: .feeds,
    help: "mark all articles of the feed as read",
    hint: { _ in "all read" },
    run: { state, _ in markFeedRead(&state) }
  ),
  Command(
    name: "save",
    keys: ["s"],
    contexts: [.feeds],
    group: .feeds,
    help: "put the article by for later, or no longer",
    hint: { $0.listsFeedArticles ? "for later" : nil },
    run: { state, _ in toggleLater(&state) }
  ),
  Command(
    name: "browser",
    keys: ["o"],
    contexts: [.feeds],
    group: .feeds,
    help: "show the article's page in the browser",
    run: { state, _ in openInBrowser(&state, marksRead: false) }
  ),
  Command(
    name: "browser-read",
    keys: ["O"],
    contexts: [.feeds],
    group: .feeds,
    help: "the same, and mark it as read",
    run: { state, _ in openInBrowser(&state, marksRead: true) }
  ),
  Command(
    name: "filter",
    keys: ["&"],
    contexts: [.feeds],
    group: .feeds,
    help: "show only what answers to a query; none shows all",
    takes: .optional,
    hint: { _ in "filter" },
    run: openFilter
  ),
]
