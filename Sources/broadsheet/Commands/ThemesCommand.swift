internal import ArgumentParser

/// `broadsheet themes`: which colors there are.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "List the color themes."
  )

  mutating func run() throws {
  }
}
