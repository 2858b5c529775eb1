public import Prose

/// The schema that the JSON follows; it grows within a major version and changes nothing.
let analysisSchemaName = "broadsheet/1"

/// What an analysis is told apart by: the input's own `id`, or the path as given.
public enum AnalysisID: Hashable, Sendable {
  case string(String)
  /// A JSON number as the input wrote it.
  case number(String)
  case none
}

/// An article's analysis as JSON of the schema `broadsheet/1`, with a line end behind it.
///
/// Offsets are Unicode code points into `text`, end exclusive.
public func analysisJSON(
  _ document: Document,
  of article: Article,
  id: AnalysisID,
  layout: JSONLayout = .line
) -> [UInt8] {
  let encoder = AnalysisEncoder(document: document, codePoints: CodePoints(document.text))
  var json = JSONWriter(layout: layout)
  encoder.encode(article, id, to: &json)
  return json.bytes
}

/// The same for a long text, in pieces of some size as they are written.
public func writeAnalysisJSON(
  _ document: Document,
  of article: Article,
  id: AnalysisID,
  layout: JSONLayout = .line,
  to write: ([UInt8]) -> Void
) {
  let encoder = AnalysisEncoder(document: document, codePoints: CodePoints(document.text))
  withoutActuallyEscaping(write) { write in
    var json = JSONWriter(layout: layout, write: write)
    encoder.encode(article, id, to: &json)
    json.flush()
  }
}

/// The object that stands for an input that could not be read or analyzed, with a line end behind it.
public func failureJSON(id: AnalysisID, error: String, layout: JSONLayout = .line) -> [UInt8] {
  var json = JSONWriter(layout: layout)
  json.document { json in
    json.field("schema")
    json.string(analysisSchemaName)
    json.field("id")
    json.identifier(id)
    json.field("error")
    json.string(error)
  }
  return json.bytes
}
