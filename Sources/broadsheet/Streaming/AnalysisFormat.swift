internal import Export

extension AnalyzeCommand.Format {
  /// The format's namesake, where it is one that joins positions.
  var coding: CodingFormat? { CodingFormat(rawValue: rawValue) }

  /// What each analysis is written as.
  var form: Analyst.Form {
    if coding != nil { return .coding }
    return switch self {
    case .jsonl: .json(.line)
    case .markdown: .markdown
    case .html: .page
    default: .json(.lines)
    }
  }

  /// Where the analyses go: standard output or a file, and for an event list in a file a second one beside it for the
  /// positions that take no side.
  func outputs(_ path: String?) throws(OutputError) -> [Output] {
    let file: OutputFile? = if let path { try OutputFile(path) } else { nil }
    let first = Output(joint, file: file)
    guard self == .dna, let path else { return [first] }
    let second = Output(
      .coding(CodingWriter(.dnaUnsigned)),
      file: try OutputFile(path + ".unsigned")
    )
    return [first, second]
  }

  private var joint: Joint {
    if let coding { return .coding(CodingWriter(coding)) }
    return switch self {
    case .markdown: .paragraphs(isFirst: true)
    case .html: .page(HTMLPageWriter())
    default: .none
    }
  }
}
