internal import ArgumentParser
// For the linker: the option parser needs Foundation, but only a module that is compiled for the static one, as
// this one is, names all libraries which that consists of.
internal import Foundation

/// The program's commands; without the name of one it reads.
struct ProgramCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "broadsheet",
    abstract: "Read news in the terminal: who acts, where, what is disputed.",
    usage: """
      broadsheet [--theme <theme>] [<file|folder|url|->...]
      broadsheet <subcommand> ...
      """,
    discussion: """
      Opens files, folders, web pages, standard input (-). Press ? for the keys.
      """,
    subcommands: commands,
    defaultSubcommand: ReadCommand.self
  )

  private static let commands: [any ParsableCommand.Type] = [
    ReadCommand.self, AnalyzeCommand.self, SearchCommand.self, ExportCommand.self,
    LibraryCommand.self, FeedsCommand.self, ThemesCommand.self, ConfigCommand.self,
    ManualCommand.self,
  ]

  /// What the commands are called, help among them.
  static let names = ["help"] + commands.compactMap { $0.configuration.commandName }
}
