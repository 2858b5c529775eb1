internal import ArgumentParser
internal import Export
internal import Library
internal import Prose

/// `broadsheet export`: what was marked, for other programs and for people.
struct ExportCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case markdown
    case json
    case jsonld
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write highlights and notes for other programs.",
    discussion: """
      Of all articles, or of those that answer to a query as broadsheet search takes it. --format jsonld gives \
      W3C Web Annotations, with a TextQuoteSelector and a TextPositionSelector (in code points) each. What json \
      and jsonld write, broadsheet library import takes in again.
      """
  )

  @Option(help: "markdown, json or jsonld.")
  var format = Format.markdown

  @Option(
    help: ArgumentHelp("A file to write, as a whole or not at all.", valueName: "file"),
    completion: .file()
  )
  var output: String?

  @Argument(help: ArgumentHelp("Which articles; all where none is given.", valueName: "query"))
  var query: [String] = []

  mutating func run() throws {
    try withLibrary { store in
      let ids = query.isEmpty ? nil : try store.articles(Query(query.joined(separator: " ")))
      let articles = try store.annotatedArticles(ids).filter { !$0.annotations.isEmpty }
      if articles.isEmpty { complain("nothing is marked there.") }
      let bytes =
        switch format {
        case .markdown: annotationsMarkdown(articles)
        case .json: annotationsJSON(articles)
        case .jsonld: webAnnotations(articles)
        }
      guard let output else { return printOut(bytes) }
      do throws(OutputError) {
        let file = try OutputFile(output)
        file.write(bytes)
        if let problem = file.finish() {
          complain(problem)
          throw OutputError(path: output, errorNumber: 0)
        }
      } catch {
        if error.errorNumber != 0 { complain(error.description) }
        throw ExitCode(1)
      }
    }
  }
}
