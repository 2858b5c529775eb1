internal import Reader
internal import Screen
internal import Themes

/// The manual page in the macros of man(7).
func manualPage(_ program: ToolOutline.Command) -> String {
  var page = ManualWriter()
  page.macro("TH", "BROADSHEET", "1", "", "broadsheet \(Broadsheet.version)", "User Commands")
  // Ragged at the right and without broken words: keys and options stay in one piece.
  page.macro("ad", "l")
  page.macro("nh")
  page.section("NAME")
  page.text("broadsheet - \(sentenceStart(program.abstract ?? ""))")
  let commands = program.children
  page.section("SYNOPSIS")
  for command in commands { page.synopsis(command, after: "broadsheet") }
  page.section("DESCRIPTION")
  page.paragraphs(program.discussion ?? "")
  page.text(
    "With nothing to open it shows a sample article. Into a pipe or a file the articles are printed as text."
  )
  page.section("COMMANDS")
  for command in commands { page.command(command) }
  page.section("KEYS")
  page.text("Most take a count before them: 3n, 10j. In the reader ? shows those that hold there.")
  for group in keyGroups() {
    page.subsection(group.heading)
    for row in group.rows { page.item(row.keys.joined(separator: "  "), row.help) }
  }
  page.section("CONFIGURATION")
  page.text(
    "All that can be set, with what holds where it is not; broadsheet config prints it with the keys."
  )
  page.example(configurationWithoutKeys())
  page.section("THEMES")
  page.text(
    "These are part of the program; C-t shows them in the reader, theme in the configuration sets one."
  )
  for theme in listThemes(userThemes: nil) { page.item(theme.name, theme.description) }
  page.text(
    "A theme file gives each face a foreground, a background and attributes (bold, dim, italic, underline, reverse). "
      + "A face that is left out takes the looks of the one before its last dot, and where there is none those of text. "
      + "Base16 schemes are themes as they are."
  )
  page.subsection("Faces")
  for face in Face.allCases { page.item(face.rawValue, face.meaning) }
  page.section("FILES")
  page.item(
    "$XDG_CONFIG_HOME/broadsheet/config.yaml",
    "the configuration; else ~/.config/broadsheet/config.yaml"
  )
  page.item(
    "$XDG_CONFIG_HOME/broadsheet/themes/NAME.yaml",
    "a theme of your own, chosen by its NAME"
  )
  page.item(
    "$XDG_DATA_HOME/broadsheet/library.sqlite",
    "the library; else ~/.local/share/broadsheet/library.sqlite"
  )
  page.section("ENVIRONMENT")
  for (name, meaning) in environmentVariables { page.item(name, meaning) }
  page.section("EXIT STATUS")
  page.item("0", "all was done")
  page.item("1", "something could not be read")
  page.item("64", "the command line is wrong")
  return page.roff
}

/// What the program asks of its environment.
private let environmentVariables = [
  (
    "NO_COLOR",
    "where it is set, bold, underlined and reversed letters and signs tell what colors would"
  ),
  ("COLORTERM", "truecolor or 24bit where the terminal shows all colors"),
  ("COLORFGBG", "whether the terminal is light or dark, until it has told by itself"),
  ("VISUAL, EDITOR", "what edits a note at C-x"),
  (
    "ESCDELAY",
    "for how many thousandths of a second the terminal may be late with the rest of a key that begins with Escape"
  ),
  ("TERM, LANG, LC_ALL", "what the terminal can do, and whether it takes UTF-8"),
]

private func configurationWithoutKeys() -> String {
  let lines = defaultConfiguration().split(separator: "\n", omittingEmptySubsequences: false)
  return lines.prefix { $0 != "keys:" }.joined(separator: "\n")
}

/// A sentence as the continuation of another.
private func sentenceStart(_ sentence: String) -> String {
  let sentence = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
  return sentence.prefix(1).lowercased() + sentence.dropFirst()
}

/// Writes the macros of man(7).
private struct ManualWriter {
  private(set) var roff = ""

  mutating func macro(_ name: String, _ arguments: String...) {
    roff += ".\(name)"
    for argument in arguments {
      let isWord = !argument.isEmpty && argument.allSatisfy { $0.isLetter }
      roff += isWord ? " \(argument)" : " \"\(escaped(argument))\""
    }
    roff += "\n"
  }

  mutating func section(_ heading: String) { macro("SH", heading) }

  mutating func subsection(_ heading: String) { macro("SS", heading) }

  mutating func text(_ text: String) {
    roff += ".PP\n\(line(text))\n"
  }

  /// Paragraphs with blank lines between them; indented ones are examples.
  mutating func paragraphs(_ text: String) {
    var paragraph: [Substring] = []
    for row in text.split(separator: "\n", omittingEmptySubsequences: false) + [Substring()] {
      guard row.isEmpty else {
        paragraph.append(row)
        continue
      }
      guard let first = paragraph.first else { continue }
      if first.hasPrefix("  ") {
        example(paragraph.joined(separator: "\n"))
      } else {
        self.text(paragraph.joined(separator: " "))
      }
      paragraph = []
    }
  }

  mutating func example(_ text: String) {
    roff += ".PP\n.nf\n"
    for row in text.split(separator: "\n", omittingEmptySubsequences: false) {
      roff += line(String(row)) + "\n"
    }
    roff += ".fi\n"
  }

  mutating func item(_ term: String, _ text: String) {
    roff += ".TP\n\\fB\(escaped(term))\\fR\n\(line(text))\n"
  }

  mutating func synopsis(_ command: ToolOutline.Command, after program: String) {
    let name =
      command.commandName == "read" && program == "broadsheet"
      ? program : "\(program) \(command.commandName)"
    guard command.children.isEmpty else {
      for child in command.children { synopsis(child, after: name) }
      return
    }
    roff += ".PP\n\\fB\(escaped(name))\\fR"
    for argument in shown(command) {
      let isPositional = argument.kind == "positional"
      roff += isPositional ? " \\fI\(escaped(term(argument)))\\fR" : " [\(escaped(term(argument)))]"
    }
    roff += "\n"
  }

  mutating func command(_ command: ToolOutline.Command, of parent: String = "") {
    let name = parent + command.commandName
    subsection(name)
    text(command.abstract ?? "")
    paragraphs(command.discussion ?? "")
    for argument in shown(command) { item(term(argument), argument.abstract ?? "") }
    for child in command.children { self.command(child, of: name + " ") }
  }

  private func shown(_ command: ToolOutline.Command) -> [ToolOutline.Argument] {
    (command.arguments ?? []).filter { argument in
      argument.shouldDisplay && argument.names?.contains { $0.name == "help" } != true
    }
  }

  private func term(_ argument: ToolOutline.Argument) -> String {
    let name = argument.names?.map(\.notation).joined(separator: ", ")
    let value = argument.kind == "flag" ? nil : argument.valueName.map { "<\($0)>" }
    return [name, value].compactMap { $0 }.joined(separator: " ")
      + (argument.isRepeating ? "..." : "")
  }

  /// A line of text that is no request, whatever it begins with.
  private func line(_ text: String) -> String {
    let text = escaped(text)
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "\"": result += "\\(dq"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      default: result.append(character)
      }
    }
    return result
  }
}
