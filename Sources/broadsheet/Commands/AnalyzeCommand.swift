internal import Analysis
internal import ArgumentParser
internal import Export
internal import Ingest
internal import Prose

/// `broadsheet analyze`: what an article says, as data.
struct AnalyzeCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json
    case jsonl
    case markdown
    case html
    case dna
    case dnaUnsigned = "dna-unsigned"
    case csv
    case graphml
    case dl
    case codesheet
  }

  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Print what an article says as data or as a page.",
    discussion: """
      Each input gives one object, in order: with --format json (the default) on several lines for people to \
      read, with --format jsonl on one. An input that cannot be read gives {"schema","id","error"}, a message \
      on standard error, and exit status 1 at the end. The id is the path as given.

      With --jsonl it is a filter: each line of the input is an article as a JSON object, {"id", "text", \
      "title"?, "published"?, "url"?}, and gives one line with its analysis. The id, a string or a number, is \
      given back, null where there is none; text is analyzed unchanged. Lines go out in order, as soon as \
      they can, all cores work, and memory stays bounded; a line that is no such object gives its error line \
      and the rest goes through.

      Offsets are Unicode code points into text, end exclusive. --schema prints the JSON Schema.

      Other formats hold all inputs in one output: markdown a brief of each, html a page that stands alone. For \
      discourse networks: dna the event list of Discourse Network Analyzer (dna-unsigned its positions that take \
      no side; with --output both are written, the second to FILE.unsigned), csv and dl the matrix of actors by \
      issues (for less against), graphml a graph with an edge a position, codesheet a line an issue to merge \
      labels by.
      """
  )

  @Option(
    help: "\(Format.allCases.map(\.rawValue).joined(separator: ", ")); json if none is named."
  )
  var format: Format?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Write to this file, which is replaced when all is written; else to standard output.",
      valueName: "file"
    ),
    completion: .file()
  )
  var output: String?

  @Flag(help: "Read articles as JSON, one a line, and write an analysis a line.")
  var jsonl = false

  @Option(
    help: ArgumentHelp(
      "The day the articles report from, which anchors their times; else each one's own.",
      valueName: "yyyy-mm-dd"
    ),
    transform: day
  )
  var date: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "Only these, separated by commas: \(layerNames). What they rest on is worked out too.",
      valueName: "layers"
    ),
    transform: layerSet
  )
  var layers: Set<Layer>?

  @Flag(help: "Print the JSON Schema of the output.")
  var schema = false

  @Argument(
    help: ArgumentHelp(
      "Files or addresses to analyze, or - for standard input, which is read when none is given.",
      valueName: "file|url|-"
    ),
    completion: .file()
  )
  var files: [String] = []

  mutating func validate() throws {
    if schema,
      jsonl || format != nil || output != nil || date != nil || layers != nil || !files.isEmpty
    {
      throw ValidationError("--schema goes alone.")
    }
    if jsonl, format == .json {
      throw ValidationError("--jsonl writes an object a line; leave out --format json.")
    }
  }

  mutating func run() throws {
    if schema { return printOut(analysisSchema) }
    if files.isEmpty, isTerminal(0) {
      throw ValidationError("Name a file, or pipe text in.")
    }
    let sources =
      files.isEmpty
      ? [.standardInput]
      : files.map {
        ArticleSource(argument: withoutFileScheme(rawBytes(of: $0)))
      }
    let analyst = Analyst(
      date: date,
      layers: layers ?? Set(Layer.allCases),
      form: outputFormat.form
    )
    let outputs: [Output]
    do {
      outputs = try outputFormat.outputs(output)
    } catch {
      complain(error.description)
      throw ExitCode(1)
    }
    if jsonl {
      exitAfter {
        await writeAnswers(to: LineIntake(sources), into: outputs) { analyst.answer($0) }
      }
    } else {
      exitAfter {
        await writeAnswers(to: SourceIntake(sources.flatMap(lettersInBox)), into: outputs) {
          analyst.answer($0)
        }
      }
    }
  }

  /// An object a line where the input is one.
  private var outputFormat: Format { jsonl && format == nil ? .jsonl : format ?? .json }
}

private let layerNames = Layer.allCases.map(\.rawValue).joined(separator: ", ")

@Sendable
private func day(_ argument: String) throws -> CalendarDate {
  guard argument.utf8.count == 10, let day = CalendarDate(iso: argument) else {
    throw ValidationError("\(argument) is no day; write it as 2026-01-29.")
  }
  return day
}

@Sendable
private func layerSet(_ argument: String) throws -> Set<Layer> {
  Set(
    try argument.split(separator: ",", omittingEmptySubsequences: false).map { name in
      guard let layer = Layer(rawValue: String(name)) else {
        throw ValidationError("There is no layer '\(name)'; there are \(layerNames).")
      }
      return layer
    }
  )
}
