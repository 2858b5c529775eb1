internal import Foundation

/// The files from outside that the atlas and the coastlines are built from, each with its SHA-256.
struct AtlasInputs {
  struct File {
    let source: String
    let path: String
    let sha256: String
  }

  let files: [File]

  /// Reads `inputs.tsv`: source, path in the source's folder, SHA-256.
  init(_ table: SourceFile) {
    files = table.lines.map { File(source: $0[0], path: $0[1], sha256: $0[2]) }
  }

  /// The bytes of a file, checked.
  func read(_ path: String, of source: String, in folder: URL) throws -> Data {
    guard let file = files.first(where: { $0.source == source && $0.path == path }) else {
      throw SourceError.unlisted(file: path)
    }
    guard let data = try? Data(contentsOf: folder.appending(path: path)) else {
      throw SourceError.notFound(file: path, folder: folder.path)
    }
    guard sha256(data) == file.sha256 else { throw SourceError.otherThanListed(file: path) }
    return data
  }

  /// The text of a file, checked.
  func text(_ path: String, of source: String, in folder: URL) throws -> String {
    String(decoding: try read(path, of: source, in: folder), as: UTF8.self)
  }

  /// A checked table of columns between tabs, whose first line names them.
  func table(_ path: String, of source: String, in folder: URL) throws -> ColumnTable {
    ColumnTable(try text(path, of: source, in: folder))
  }
}

/// Rows of columns that the first line names.
struct ColumnTable {
  private let columns: [Substring: Int]
  private let lines: [[Substring]]

  init(_ text: String) {
    var rows = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    let head = rows.isEmpty ? [] : rows.removeFirst()
    columns = Dictionary(
      zip(head, head.indices).map { ($0, $1) },
      uniquingKeysWith: { first, _ in first }
    )
    lines = rows
  }

  var rows: Range<Int> { lines.indices }

  /// Empty where the row has no such column.
  subscript(_ row: Int, _ column: Substring) -> String {
    guard let at = columns[column], at < lines[row].count else { return "" }
    return String(lines[row][at])
  }

  func number(_ row: Int, _ column: Substring) -> Float? { Float(self[row, column]) }
}
