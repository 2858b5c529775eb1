internal import ArgumentParser
internal import Screen

/// The command `broadsheet themes`, which tells what `--theme` takes.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "List the color themes, a name a line."
  )

  mutating func run() throws {
    printOut(carriedThemes.map { "\($0.name)\n" }.joined())
  }
}
