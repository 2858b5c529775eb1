internal import ArgumentParser
internal import Screen

/// The command `broadsheet [read] [FILE|FOLDER|-]...`, which opens articles.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Open articles; what is done when no command is named.",
    discussion: "Colors: see broadsheet themes. Without color when NO_COLOR is set."
  )

  @Option(help: "The colors: a name that 'broadsheet themes' lists.", transform: carriedTheme)
  var theme: Theme?

  @Flag(help: "Print the version.")
  var version = false

  @Flag(help: "With --version, print what the program is made of.")
  var verbose = false

  @Argument(
    help: ArgumentHelp(
      "Files of plain text, folders of them, or - for standard input.",
      valueName: "file|folder|-"
    ),
    completion: .file()
  )
  var files: [String] = []

  mutating func validate() throws {
    guard !verbose || version else { throw ValidationError("--verbose goes with --version.") }
  }

  mutating func run() throws {
    if version { return printOut(verbose ? versionLine + credits : versionLine) }
    let status = openArticles(files.map(rawBytes(of:)), theme: theme)
    if status != 0 { throw ExitCode(status) }
  }
}

@Sendable
private func carriedTheme(_ name: String) throws -> Theme {
  guard let theme = theme(named: name) else {
    let names = carriedThemes.map(\.name).joined(separator: ", ")
    throw ValidationError("There is no theme '\(name)'; there are \(names).")
  }
  return theme
}

/// The bytes of an argument, which the option parser gives repaired where they are not UTF-8.
func rawBytes(of argument: String) -> [UInt8] {
  rawArguments().first { String(decoding: $0, as: UTF8.self) == argument }
    ?? Array(argument.utf8)
}

private let versionLine = "broadsheet \(Broadsheet.version)\n"

private let credits = """

  Made with Natural Earth: coastlines, borders and places, in the public domain.
  Built on ncurses (MIT-X11), Swift and swift-argument-parser (Apache 2.0), Yams and libYAML (MIT).

  """
