internal import ArgumentParser
internal import Screen
internal import Themes

/// The command `broadsheet [read] [FILE|FOLDER|-]...`, which opens articles.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Open articles; need not be named.",
    discussion: """
      Several articles open as a list. A file that is named like a subcommand is given as ./analyze, one that \
      begins with a dash behind --. Without color when NO_COLOR is set.
      """
  )

  @Option(
    help: ArgumentHelp(
      "The colors: a name that 'broadsheet themes' lists, or a theme file.",
      valueName: "name|file"
    ),
    completion: .custom { _, _, _ in listThemes().map(\.name) },
    transform: chosenTheme
  )
  var theme: Theme?

  @Flag(help: "Show the text alone, without boxes, panes beside it, and color: for screen readers.")
  var linear = false

  @Flag(help: "Keep nothing in the library: neither the articles nor what is marked in them.")
  var noLibrary = false

  @Flag(help: "Open the sample, an article that is a tour of the keys.")
  var sample = false

  @Flag(help: "Print the version.")
  var version = false

  @Flag(help: "With --version, print what the program is made of.")
  var verbose = false

  @Argument(
    help: ArgumentHelp(
      "Files (plain text, Markdown, web pages, mail), folders of them, addresses of the web, or - for standard input.",
      valueName: "file|folder|url|-"
    ),
    completion: .file()
  )
  var files: [String] = []

  mutating func validate() throws {
    guard !verbose || version else { throw ValidationError("--verbose goes with --version.") }
    guard !sample || files.isEmpty else { throw ValidationError("--sample goes without a file.") }
  }

  mutating func run() throws {
    if version { return printOut(verbose ? versionLine + credits : versionLine) }
    let status = openArticles(
      files.map(rawBytes(of:)),
      theme: theme,
      isLinear: linear,
      keeps: !noLibrary,
      wantsSample: sample
    )
    if status != 0 { throw ExitCode(status) }
  }
}

@Sendable
private func chosenTheme(_ name: String) throws -> Theme {
  do {
    return try findTheme(name)
  } catch {
    throw ValidationError(error.description)
  }
}

/// The bytes of an argument, which the option parser gives repaired where they are not UTF-8.
func rawBytes(of argument: String) -> [UInt8] {
  rawArguments().first { String(decoding: $0, as: UTF8.self) == argument }
    ?? Array(argument.utf8)
}

private let versionLine = "broadsheet \(Broadsheet.version)\n"

private let credits = """

  Places are from GeoNames (geonames.org), under CC BY 4.0, with changes; made with Natural Earth, in the
  public domain. Names of regions are from Unicode CLDR, © 1991-2022 Unicode, Inc.
  The name model is trained on articles of our own and on the Groningen Meaning Bank, GUM (CC BY 4.0), Universal
  NER's English EWT (CC BY-SA 4.0), Wikigold (CC BY 4.0), CrossNER (MIT) and LitBank (CC BY 4.0).
  Characters are described by the Unicode Character Database (Unicode License v3), breaks in English words by the patterns of
  Frank M. Liang and Donald E. Knuth.
  Built on ncurses (MIT-X11), Swift and swift-argument-parser (Apache 2.0), GRDB, Yams and libYAML (MIT), and
  SQLite (public domain).
  Regular expressions are PCRE2's (BSD), where it is installed.

  """
