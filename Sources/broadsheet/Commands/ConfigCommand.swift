internal import ArgumentParser

/// `broadsheet config`: the configuration file as it is without one.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Print the whole configuration file, or check yours.",
    discussion: """
      Without options it prints what holds without a file, with comments: a beginning for your own.

        broadsheet config > ~/.config/broadsheet/config.yaml

      A mistake in the file is shown when an article is opened; everything else in it counts.
      """
  )

  @Flag(help: "Print what is wrong with your file; the exit status is 1 if anything is.")
  var check = false

  @Flag(help: "Print where your file is, or would be.")
  var path = false

  mutating func validate() throws {
    guard !(check && path) else { throw ValidationError("--check and --path go alone.") }
  }

  mutating func run() throws {
    guard check || path else { return printOut(defaultConfiguration()) }
    guard let path = Configuration.path else {
      complain("neither XDG_CONFIG_HOME nor HOME says where the configuration is.")
      throw ExitCode(1)
    }
    if self.path { return printOut(path + "\n") }
    guard let found = Configuration.read() else { return printOut("There is no \(path).\n") }
    for mistake in found.mistakes { printOut("\(mistake)\n") }
    if !found.mistakes.isEmpty { throw ExitCode(1) }
  }
}
