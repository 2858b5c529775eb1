internal import ArgumentParser
internal import Export
internal import Ingest

/// The command `broadsheet feeds`, which is about RSS, Atom and JSON feeds.
struct FeedsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feeds",
    abstract: "Read feeds.",
    subcommands: [FeedsReadCommand.self]
  )
}

/// `broadsheet feeds read`: one feed as data.
struct FeedsReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Print a feed as JSON.",
    discussion: """
      Reads RSS in all its versions, Atom and JSON Feed, well-formed or not, and prints {"feed":{"title","link"},\
      "entries":[{"title","link","id","author","published","summary","content"}]}, with what else the feed tells. \
      Dates are ISO 8601 in UTC, summary and content HTML; what the feed does not tell is null.
      """
  )

  @Argument(
    help: ArgumentHelp("The feed, or - for standard input.", valueName: "file|url|-"),
    completion: .file()
  )
  var feed: String

  mutating func run() throws {
    do {
      let argument = withoutFileScheme(rawBytes(of: feed))
      printOut(feedJSON(try loadFeed(ArticleSource(argument: argument))))
    } catch {
      complain(error.description)
      throw ExitCode(1)
    }
  }
}
