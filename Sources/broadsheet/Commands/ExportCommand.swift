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
    case jsonl
    case html
    case dna
    case dnaUnsigned = "dna-unsigned"
    case csv
    case graphml
    case dl
    case codesheet

    /// The same of an analysis; nil where only marks have it.
    var ofAnalysis: AnalyzeCommand.Format? { AnalyzeCommand.Format(rawValue: rawValue) }

    /// Whether marks have it too.
    var isOfMarks: Bool { [.markdown, .json, .jsonld].contains(self) }
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write marks and findings for other programs.",
    discussion: """
      Of all articles, or of those that answer to a query as broadsheet search takes it, or of the one that \
      --article names by its number or location.

      Highlights, notes and corrections: markdown (the default), json, or jsonld, which gives W3C Web Annotations \
      with a TextQuoteSelector and a TextPositionSelector (in code points) each. What json and jsonld write, \
      broadsheet library import takes in again.

      With --analysis what was found in the articles, as they were stored and as you have corrected it: json, jsonl, \
      markdown, html, dna, dna-unsigned, csv, graphml, dl and codesheet, as broadsheet analyze writes them; those \
      that only an analysis has need no --analysis. What a person has corrected says by: person.
      """
  )

  @Option(help: "\(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format = Format.markdown

  @Flag(help: "Write what was found in the articles, not what is marked.")
  var analysis = false

  @Option(help: ArgumentHelp("Only this one: its number or location.", valueName: "article"))
  var article: String?

  @Option(
    help: ArgumentHelp("A file to write, as a whole or not at all.", valueName: "file"),
    completion: .file()
  )
  var output: String?

  @Argument(help: ArgumentHelp("Which articles; all where none is given.", valueName: "query"))
  var query: [String] = []

  mutating func validate() throws {
    guard article == nil || query.isEmpty else {
      throw ValidationError("--article and a query name different articles; give one of them.")
    }
    guard !analysis || format.ofAnalysis != nil else {
      throw ValidationError(
        "--format \(format.rawValue) is of highlights and notes; leave out --analysis."
      )
    }
  }

  mutating func run() throws {
    try withLibrary { store in
      var ids: [Int64]?
      if let article { ids = [try store.article(article).id] }
      if !query.isEmpty { ids = try store.articles(Query(query.joined(separator: " "))) }
      if let form = format.ofAnalysis, analysis || !format.isOfMarks {
        return try exportAnalyses(store, try ids ?? store.allArticles(), form, to: output)
      }
      try exportMarks(store, ids)
    }
  }

  private func exportMarks(_ store: ArticleStore, _ ids: [Int64]?) throws {
    let articles = try store.annotatedArticles(ids).filter {
      !$0.annotations.isEmpty || !$0.corrections.isEmpty
    }
    if articles.isEmpty { complain("nothing is marked there.") }
    let bytes =
      switch format {
      case .json: annotationsJSON(articles)
      case .jsonld: webAnnotations(articles)
      default: annotationsMarkdown(articles)
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
