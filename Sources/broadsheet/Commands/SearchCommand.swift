internal import ArgumentParser
internal import Library

/// `broadsheet search`: the library's articles by words and by what was found in them.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search the library by words, actor, place, speaker.",
    discussion: """
      All words must be there. "a phrase", begin*, this OR that, -without, \
      NEAR(one other, 5); and by field:

        actor:lavrov  place:donetsk  issue:guarantees  title:talks
        speaker:rubio  said:"no deal"  place:"New York"
        tag:peace  after:2026-01  before:2026-03-15  is:unread  is:marked

      A beginning has three letters or more. With speaker: and said: together the \
      speaker must have said it. The best hits come first; where there are more \
      than 500, the newest do.
      """
  )

  @Option(help: ArgumentHelp("How many hits are shown.", valueName: "number"))
  var limit = 20

  @Argument(help: ArgumentHelp("What to look for.", valueName: "query"))
  var query: [String]

  mutating func validate() throws {
    guard (1...10_000).contains(limit) else {
      throw ValidationError("--limit is a number from 1 to 10000.")
    }
    guard !query.isEmpty else { throw ValidationError("Name what to look for.") }
  }

  mutating func run() throws {
    try withLibrary { store in
      let answer = try store.search(Query(query.joined(separator: " ")), limit: limit)
      let isColored = showsStyle()
      printOut(answer.hits.map { hitLines($0, isColored: isColored) }.joined(separator: "\n"))
      if answer.hasMore { complain("there are more; --limit shows them.") }
      if answer.hits.isEmpty { complain("nothing in the library answers to that.") }
    }
  }
}

/// Calls `body` with the library; what is wrong with it ends the command with a sentence.
func withLibrary(_ body: (ArticleStore) throws -> Void) throws {
  do {
    guard let store = try openLibrary() else { throw ExitCode(1) }
    try body(store)
  } catch let error as LibraryError {
    complain(error.description)
    throw ExitCode(1)
  }
}
