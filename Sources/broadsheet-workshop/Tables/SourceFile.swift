internal import Foundation

/// A hand-written table: lines of columns between tabs, behind a head of lines that begin with `# `.
struct SourceFile {
  struct Line {
    let number: Int
    let columns: [String]
  }

  let name: String
  /// What the head says: `inflect: verb` gives `["inflect": "verb"]`.
  let head: [String: String]
  let lines: [Line]

  init(_ url: URL) throws {
    guard let text = try? String(contentsOf: url, encoding: .utf8) else {
      throw SourceError.missing(file: url.lastPathComponent)
    }
    self.init(name: url.lastPathComponent, text: text)
  }

  init(name: String, text: String) {
    self.name = name
    var head: [String: String] = [:]
    var lines: [Line] = []
    for (row, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("#") {
        let parts = line.dropFirst().split(separator: ":", maxSplits: 1)
        if parts.count == 2 {
          head[parts[0].trimmingCharacters(in: .whitespaces)] =
            parts[1].trimmingCharacters(in: .whitespaces)
        }
      } else if !line.isEmpty {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
        lines.append(Line(number: row + 1, columns: columns.map(String.init)))
      }
    }
    self.head = head
    self.lines = lines
  }
}

extension SourceFile.Line {
  /// The column's text; empty where the line is shorter.
  subscript(_ column: Int) -> String {
    column < columns.count ? columns[column].trimmingCharacters(in: .whitespaces) : ""
  }

  /// The column's items, between semicolons.
  func list(_ column: Int) -> [String] {
    self[column].split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }
}
