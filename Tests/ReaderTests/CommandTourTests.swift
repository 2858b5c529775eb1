import Prose
import Screen
import Testing

@testable import Reader

/// Every row of the command table at work: what is typed before, and then the command by its key, or by its name where
/// it has none.
private let tour: [String: String] = [
  "down": "", "up": "3j", "page-down": "", "page-up": "Space", "half-down": "", "half-up": "d",
  "next-paragraph": "", "previous-paragraph": "} }", "top": "G", "bottom": "", "goto": "50",
  "mark": "", "to-mark": "m a G", "back": "G", "forward": "G C-o", "search": "",
  "search-backward": "", "next": "/velia Enter", "previous": "/velia Enter", "who-is": "",
  "library": "",
  "choose": "Tab", "follow": "", "next-person": "", "previous-person": "]p ]p", "next-place": "",
  "previous-place": "]l ]l", "next-issue": "", "previous-issue": "]i ]i", "next-quotation": "",
  "previous-quotation": "]q ]q", "next-highlight": "]p a ]p a ]p a g",
  "previous-highlight": "]p a ]p a", "hints": "", "next-mention": "Tab Enter Esc",
  "previous-mention": "Tab Enter Esc n", "card": "]p", "positions": "", "quotes": "",
  "timeline": "", "map": "", "outline": "", "why": "]i", "left": "P j Right", "right": "P j",
  "nearer": "M",
  "farther": "M", "select": "", "highlight": "]p", "note": "]p", "copy": "]p",
  "delete-highlight": "]p a", "highlights": "]p a", "undo": "]p a", "redo": "]p a U",
  "export": "]p a", "export!": "]p a", "select-left": "v", "select-right": "v",
  "select-down": "v", "select-up": "3j v j", "select-word": "v", "select-word-back": "v",
  "select-word-end": "v", "select-sentence": "v", "select-sentence-back": "v )",
  "select-paragraph": "v", "select-paragraph-back": "v }", "select-line-start": "v",
  "select-line-end": "v", "select-whole-word": "v h h", "select-whole-sentence": "v",
  "select-whole-paragraph": "v", "select-name": "v", "select-quotation": "v",
  "select-other-end": "v", "select-nothing": "v", "next-pane": "", "previous-pane": "",
  "pane-left": "Tab", "pane-below": "Tab", "pane-above": "Tab Tab", "pane-right": "",
  "actors": "", "places": "", "issues": "", "narrower": "", "wider": "", "tabs": "", "zoom": "",
  "merge": "Tab", "split": "]p", "rename": "Tab", "kind": "Tab", "roles": "Tab", "turn": "Tab",
  "delete": "Tab", "add-mention": "]p", "drop-mention": "]p", "add-name": "v", "add-issue": "v",
  "stance": "", "drop-party": "", "evidence": "]i", "no-evidence": "]i",
  "corrections": "Tab E x", "toggle-actors": "", "toggle-places": "", "toggle-issues": "",
  "toggle-quotations": "",
  "toggle-times": "", "toggle-highlights": "", "toggle-page-matter": "G", "next-article": "",
  "previous-article": "", "list": "", "reload": "", "watch": "", "theme": "", "command": "",
  "palette": "",
  "escape": "Tab",
  "feeds": "", "refresh": "", "refresh-all": "", "next-unread": "j", "toggle-read": "",
  "mark-feed-read": "", "save": "", "browser": "", "browser-read": "", "filter": "",
  "interrupt": "", "close": "Tab z", "help": "", "quit": "", "redraw": "", "suspend": "",
]

@Suite struct CommandTourTests {
  @Test func `the tour leads to every command`() {
    let names = Set(commandTable.map(\.name))
    #expect(names.subtracting(tour.keys).sorted() == [])
    #expect(Set(tour.keys).subtracting(names).sorted() == [])
  }

  @Test(arguments: commandTable.map(\.name).sorted())
  func `each command does something by its keys`(name: String) throws {
    let command = try #require(commandTable.first { $0.name == name })
    let setup = try #require(tour[name])
    for keys in command.keys.isEmpty ? [":\(name) Enter"] : command.keys {
      var session =
        command.contexts == [.feeds]
        ? Session.listingFeedArticles(columns: 110, rows: 14)
        : Session.reading(columns: 110, rows: 14)
      session.type(setup)
      _ = session.takeEffects()
      let before = Looks(session)
      session.type(keys)
      if command.takes == .character { session.type("a") }
      #expect(Looks(session) != before, "\(keys)")
    }
  }

  /// What a reader can tell of a state, and what it asked for.
  private struct Looks: Equatable {
    let frame: Frame
    let effects: [Effect]
    let marks: [Character: UInt32]?

    init(_ session: Session) {
      frame = session.frame
      effects = session.effects
      marks = session.state.article?.marks
    }
  }
}
