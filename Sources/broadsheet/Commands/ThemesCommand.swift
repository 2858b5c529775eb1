internal import ArgumentParser
internal import Themes

/// The command `broadsheet themes`, which tells what `--theme` takes.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "List the color themes, a name a line.",
    discussion: """
      Your own are YAML files in the folder broadsheet/themes of $XDG_CONFIG_HOME, else of ~/.config, and are \
      listed first.
      """
  )

  mutating func run() throws {
    let themes = listThemes()
    let width = themes.map(\.name.count).max() ?? 0
    for theme in themes {
      let gap = String(repeating: " ", count: width - theme.name.count + 2)
      let description = theme.description.isEmpty ? theme.path ?? "" : theme.description
      printOut("\(theme.name)\(gap)\(description)\n")
    }
  }
}
