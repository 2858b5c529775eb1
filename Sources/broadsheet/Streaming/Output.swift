internal import Export

/// Where the answers go, and how they are joined.
struct Output: Sendable {
  private var joint: Joint
  /// Nil for standard output.
  private var file: OutputFile?

  init(_ joint: Joint, file: OutputFile? = nil) {
    self.joint = joint
    self.file = file
  }

  mutating func add(_ answer: Answer) {
    write(joint.add(answer))
    answer.rest?(write)
  }

  /// Writes what ends the output; a file takes its name only now.
  /// - Returns: A sentence when the file cannot be written.
  mutating func end() -> String? {
    write(joint.end())
    return file?.finish()
  }

  private func write(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    if let file { file.write(bytes) } else { printOut(bytes) }
  }
}

/// How the answers make one output.
enum Joint: Sendable {
  /// One behind the other.
  case none
  /// With an empty line between them.
  case paragraphs(isFirst: Bool)
  case coding(CodingWriter)
  case page(HTMLPageWriter)

  fileprivate mutating func add(_ answer: Answer) -> [UInt8] {
    switch (self, answer.finding) {
    case (.paragraphs(let isFirst), _):
      guard !answer.output.isEmpty else { return [] }
      self = .paragraphs(isFirst: false)
      return (isFirst ? [] : [10]) + answer.output
    case (.coding(var writer), .coding(let coding)):
      let bytes = writer.add(coding)
      self = .coding(writer)
      return bytes
    case (.page(var writer), .page(let document, let article)):
      let bytes = writer.add(document, of: article)
      self = .page(writer)
      return bytes
    default: return answer.output
    }
  }

  fileprivate mutating func end() -> [UInt8] {
    switch self {
    case .none, .paragraphs: return []
    case .coding(var writer): return writer.end()
    case .page(var writer): return writer.end()
    }
  }
}
