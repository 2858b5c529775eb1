public import Prose

/// One line of input for `analyze --jsonl`: `{"id", "text", "title"?, "published"?, "url"?}`.
public struct Record: Sendable {
  /// The line's `id`, to be given back as it is.
  public enum Identifier: Hashable, Sendable {
    case string(String)
    /// The number as written, since `1.0` and `12345678901234567890` must come back unchanged.
    case number(String)
    case none
  }

  public let id: Identifier
  public let article: Article
}

/// A line that is no record, with its `id` where one was read before the fault.
public struct RecordFailure: Error, Equatable, Sendable {
  public let id: Record.Identifier
  public let reason: RecordError

  public init(id: Record.Identifier, reason: RecordError) {
    self.id = id
    self.reason = reason
  }
}

/// Reads one line of JSON; `text` is taken as it is, even when it is empty.
///
/// Other fields are passed over, and `null` is the same as leaving a field out. Of two fields with one name the
/// last one counts.
public func readRecord(_ line: [UInt8]) throws(RecordFailure) -> Record {
  var fields = Fields()
  do {
    try line.withUnsafeBufferPointer { bytes throws(RecordError) in
      var scanner = JSONScanner(bytes)
      try fields.read(from: &scanner)
    }
    return Record(id: fields.id, article: try fields.article())
  } catch {
    throw RecordFailure(id: fields.id, reason: error)
  }
}

/// The fields of a line as they are read.
private struct Fields {
  var id = Record.Identifier.none
  private var text: SourceText?
  private var title: String?
  private var published: String?
  private var url: String?
  /// The first field with a wrong type.
  ///
  /// It is told only at the end, when the `id` is known.
  private var fault: RecordError?

  init() {}

  mutating func read(from scanner: inout JSONScanner) throws(RecordError) {
    guard scanner.beginsObject() else {
      try scanner.skipValue()
      try scanner.finish()
      throw .notAnObject
    }
    var isFirst = true
    while let name = try scanner.nextName(isFirst: isFirst) {
      isFirst = false
      switch name {
      case "id": id = try identifier(&scanner)
      case "text": text = try value(&scanner, of: name).map { SourceText($0) }
      case "title": title = try string(&scanner, of: name)
      case "published": published = try string(&scanner, of: name)
      case "url": url = try string(&scanner, of: name)
      default: try scanner.skipValue()
      }
    }
    try scanner.finish()
  }

  func article() throws(RecordError) -> Article {
    if let fault { throw fault }
    guard let text else { throw .missingText }
    return Article(
      location: url ?? ArticleSource.standardInputLocation,
      title: title,
      published: published,
      text: text
    )
  }

  private mutating func identifier(
    _ scanner: inout JSONScanner
  ) throws(RecordError) -> Record.Identifier {
    switch try scanner.next() {
    case .string(let bytes): return .string(String(decoding: bytes, as: UTF8.self))
    case .number(let digits): return .number(digits)
    case .null: return .none
    case .other:
      fault = fault ?? .wrongType(field: "id", expected: "a string or a number")
      return .none
    }
  }

  private mutating func string(
    _ scanner: inout JSONScanner,
    of name: String
  ) throws(RecordError) -> String? {
    try value(&scanner, of: name).map { String(decoding: $0, as: UTF8.self) }
  }

  private mutating func value(
    _ scanner: inout JSONScanner,
    of name: String
  ) throws(RecordError) -> [UInt8]? {
    switch try scanner.next() {
    case .string(let bytes): return bytes
    case .null: return nil
    case .number, .other:
      fault = fault ?? .wrongType(field: name, expected: "a string")
      return nil
    }
  }
}
