internal import Foundation

/// A file of the Unicode Character Database: lines of ranges and values between semicolons, with comments behind `#`.
struct CharacterFile {
  struct Row {
    let range: ClosedRange<Int>
    /// The columns behind the range.
    let values: [String]
  }

  let rows: [Row]
  /// What scalars have that no row names, from the lines `@missing`; later ones count more.
  let missing: [Row]

  init(_ url: URL) throws {
    guard let text = try? String(contentsOf: url, encoding: .utf8) else {
      throw SourceError.missing(file: url.lastPathComponent)
    }
    var rows: [Row] = []
    var missing: [Row] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let mark = "# @missing: "
      let isMissing = line.hasPrefix(mark)
      let fields = (isMissing ? line.dropFirst(mark.count) : line.prefix { $0 != "#" })
        .split(separator: ";", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard fields.count > 1 else { continue }
      guard let range = Self.range(fields[0]) else {
        throw SourceError.malformed(
          file: url.lastPathComponent,
          line: number + 1,
          expected: "a range of scalars"
        )
      }
      let row = Row(range: range, values: Array(fields.dropFirst()))
      if isMissing { missing.append(row) } else { rows.append(row) }
    }
    self.rows = rows
    self.missing = missing
  }

  private static func range(_ text: String) -> ClosedRange<Int>? {
    let ends = text.split(separator: ".").compactMap { Int($0, radix: 16) }
    guard let first = ends.first, let last = ends.last, first <= last, last < 0x110000 else {
      return nil
    }
    return first...last
  }
}
