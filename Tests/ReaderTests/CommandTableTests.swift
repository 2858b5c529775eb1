import Screen
import Testing

@testable import Reader

@Suite struct CommandTableTests {
  @Test func `names are told apart, and so are keys`() {
    let names = commandTable.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
    for context in Command.Context.allCases {
      let keys = commandTable.filter { $0.contexts.contains(context) }.flatMap(\.keys)
      #expect(Set(keys.map(parseKeys)).count == keys.count, "\(context)")
    }
    for name in names { #expect(!name.contains(" ")) }
  }

  @Test(arguments: Command.Context.allCases)
  func `no command's keys begin another's`(context: Command.Context) {
    let keys = commandTable.filter { $0.contexts.contains(context) }.flatMap(\.keys)
      .map(parseKeys)
    for one in keys {
      #expect(!keys.contains { $0.count > one.count && $0.starts(with: one) }, "\(notation(one))")
    }
  }

  @Test func `keys are read as they are written`() {
    for keys in commandTable.flatMap(\.keys) { #expect(notation(parseKeys(keys)) == keys) }
    #expect(parseKeys("F1") == [.function(1)])
  }

  @Test func `help says what a command does in words, no sentence`() {
    for command in commandTable {
      #expect(!command.help.isEmpty && !command.help.hasSuffix("."))
      #expect(command.help.first?.isUppercase == false)
    }
  }

  @Test func `the key reference holds every command with keys, as Markdown`() {
    let reference = keyReference()
    for command in commandTable where !command.keys.isEmpty {
      #expect(reference.contains(command.help))
      for key in command.keys { #expect(reference.contains("`\(key)`")) }
    }
    let rows = reference.split(separator: "\n")
    for row in rows { #expect(row.filter { $0 == "|" }.count == 3, "\(row)") }
  }

  /// The keys that TERMINAL.md section 5 gives to what there is by now.
  @Test(arguments: [
    "j", "k", "Down", "Up", "C-e", "C-y", "Space", "C-f", "PgDn", "b", "C-b", "PgUp", "d", "u",
    "C-d",
    "C-u", "g", "G", "%", "{", "}", "Home", "End", "/", "n", "N", "*", "Esc", "]p", "[p", "]l",
    "[l",
    "]i", "[i", "]q", "[q", "]]", "[[", "Enter", "Tab", "S-Tab", "C-w h", "C-w j", "C-w k", "C-w l",
    "<", ">", "z", "tp", "tl", "ti", "tq", "th", "C-o", "M-Left", "M-Right", "m", "'", "J", "K",
    ":",
    "C-p", "?", "q", "Q", "C-l", "C-z", "f", "v", "a", "A", "x", "y", "U", "C-r", "]h", "[h",
    "C-i", "w", "c", "P", "T", "M", "O", "H",
  ])
  func `the keys of the design are there`(keys: String) {
    let answer = Keymap.standard.answer(to: parseKeys(keys))
    #expect(answer != .nothing && answer != .more)
  }
}
