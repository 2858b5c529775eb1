internal import ArgumentParser
// For the linker: the option parser needs Foundation, but only a module that is compiled for the static one, as
// this one is, names all libraries which that consists of.
internal import Foundation

/// The program's commands; without the name of one it reads.
struct ProgramCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "broadsheet",
    abstract: "Read news in the terminal, with its actors, places and disputed issues at hand.",
    usage: """
      broadsheet [--theme <theme>] [<file|folder|->...]
      broadsheet analyze [<file|->...]
      broadsheet search <query>...
      broadsheet export [--format <format>] [<query>...]
      broadsheet library [list|actor|issue|tag|forget|import|check|backup|path]
      broadsheet feeds read <file|->
      broadsheet themes
      broadsheet config [--check]
      broadsheet --version [--verbose]
      """,
    discussion: """
      Opens articles: files of plain text, the text files in a folder, or standard input (-). Several articles \
      open as a list; with nothing to open, what is piped in or else a sample article. Press ? for the keys. \
      When standard output is no terminal, the articles are printed as text.

      A file that is named like a command is given as ./analyze, one that begins with a dash behind --.

      Exit status: 0 when done, 1 when something could not be read, 64 when the command line is wrong.
      """,
    subcommands: commands,
    defaultSubcommand: ReadCommand.self
  )

  private static let commands: [any ParsableCommand.Type] = [
    ReadCommand.self, AnalyzeCommand.self, SearchCommand.self, ExportCommand.self,
    LibraryCommand.self, FeedsCommand.self, ThemesCommand.self, ConfigCommand.self,
  ]

  /// What the commands are called, help among them.
  static let names = ["help"] + commands.compactMap { $0.configuration.commandName }
}
