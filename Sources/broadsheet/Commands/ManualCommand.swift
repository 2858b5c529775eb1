internal import ArgumentParser
internal import Foundation

/// The command `broadsheet manual`, which prints the manual page.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page, for man to show.",
    discussion: """
      With the options, all keys, the configuration and the faces of themes.

        broadsheet manual > /usr/local/share/man/man1/broadsheet.1
      """
  )

  mutating func run() throws {
    let tool = try JSONDecoder().decode(
      ToolOutline.self,
      from: Data(ProgramCommand._dumpHelp().utf8)
    )
    printOut(manualPage(tool.command))
  }
}

/// What the option parser tells of the program's commands and their options.
struct ToolOutline: Decodable {
  struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let subcommands: [Command]?
    let arguments: [Argument]?
    let shouldDisplay: Bool?

    /// Its subcommands but help.
    var children: [Command] {
      (subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
    }
  }

  struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String

      var notation: String { kind == "long" ? "--\(name)" : "-\(name)" }
    }

    let kind: String
    let names: [Name]?
    let valueName: String?
    let abstract: String?
    let isRepeating: Bool
    let shouldDisplay: Bool
  }

  let command: Command
}
