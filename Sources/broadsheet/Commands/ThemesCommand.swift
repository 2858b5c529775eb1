internal import ArgumentParser
internal import Screen
internal import Terminal
internal import Themes

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The command `broadsheet themes`, which tells what `--theme` takes.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "List the color themes, with a preview on a terminal.",
    discussion: """
      Your own are YAML files in the folder broadsheet/themes of $XDG_CONFIG_HOME, else of ~/.config, and are \
      listed first. Base16 schemes are themes as they are. On a terminal each is shown with a line in its colors; \
      C-t in the reader shows them on the open article.

      A face that a theme leaves out takes the looks of the one before its last dot, where there is none those of text.
      """
  )

  @Flag(help: "List the faces that a theme gives colors to, with what they color.")
  var faces = false

  mutating func run() throws {
    if faces {
      let width = Face.allCases.map(\.rawValue.count).max() ?? 0
      for face in Face.allCases {
        let gap = String(repeating: " ", count: width - face.rawValue.count + 2)
        printOut("\(face.rawValue)\(gap)\(face.meaning)\n")
      }
      return
    }
    let themes = listThemes()
    let width = themes.map(\.name.count).max() ?? 0
    let showsColor = isTerminal(1) && isSet("TERM") && !isSet("NO_COLOR") && value("TERM") != "dumb"
    for theme in themes {
      let gap = String(repeating: " ", count: width - theme.name.count + 2)
      let description = theme.description.isEmpty ? theme.path ?? "" : theme.description
      printOut("\(theme.name)\(gap)\(description)\n")
      guard showsColor, let found = try? findTheme(theme.name) else { continue }
      printOut(preview(found))
    }
  }
}

/// Two lines of an article in the theme's colors.
private func preview(_ theme: Theme) -> String {
  let colors = value("COLORTERM")
  let hasTrueColor = colors == "truecolor" || colors == "24bit"
  let parts: [(Face, Face?, String)] = [
    (.actorPerson, nil, "Mara Oyelaran"), (.text, nil, " told "), (.actorGovernment, nil, "Velia"),
    (.text, nil, " in "), (.place, nil, "Port Anselm"), (.text, nil, " "),
    (.time, nil, "on Thursday"), (.text, nil, ": "),
    (.quotation, nil, "“We pay no "), (.issueLabel, nil, "harbor fees"), (.quotation, nil, ".”"),
    (.text, nil, " "), (.text, .match, "found"), (.text, nil, " "),
    (.actorPerson, .focusCurrent, "followed"), (.text, nil, " "),
  ]
  let text = parts.map { face, overlay, words in
    var style = theme[.text].overlaid(by: theme[face])
    if let overlay { style = style.overlaid(by: theme[overlay]) }
    return styleSequence(style, hasTrueColor: hasTrueColor) + words
  }
  return "  " + text.joined() + "\u{1B}[0m\n\n"
}

private func value(_ name: String) -> String {
  getenv(name).map { String(cString: $0) } ?? ""
}

private func isSet(_ name: String) -> Bool { !value(name).isEmpty }
