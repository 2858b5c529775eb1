import Foundation
import Reader
import Testing
import Themes

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// What the README says of the program is what the program says of itself.
///
/// With `BROADSHEET_WRITE_README` set in the environment, the sections are written instead of compared.
@Suite(.serialized)
struct ReadmeTests {
  private let readme = root.appendingPathComponent("README.md")

  @Test
  func `lists the keys as the command table has them`() throws {
    try expectSection("keys", keyReference())
  }

  @Test
  func `lists the themes there are`() throws {
    let rows = listThemes(userThemes: nil).map { "| `\($0.name)` | \($0.description) |" }
    try expectSection("themes", "| | |\n|---|---|\n\(rows.joined(separator: "\n"))\n")
  }

  @Test
  func `lists the faces with what they color`() throws {
    try expectSection("faces", faceReference())
  }

  @Test
  func `links to files that are there`() throws {
    let text = try String(contentsOf: readme, encoding: .utf8)
    let links = text.matches(of: /\]\(([^)]+)\)/).map { String($0.1) }
    let files = links.filter { !$0.contains("://") }
    #expect(files.count >= 3)
    for file in files {
      #expect(FileManager.default.fileExists(atPath: root.appendingPathComponent(file).path))
    }
  }

  @Test
  func `gives the command that the tests are run with`() throws {
    let lines = try String(contentsOf: readme, encoding: .utf8).split(separator: "\n")
    #expect(lines.contains("swift test"))
  }

  /// Expects the text between `<!-- name -->` and `<!-- end of name -->`.
  private func expectSection(_ name: String, _ section: String) throws {
    var text = try String(contentsOf: readme, encoding: .utf8)
    let start = try #require(text.range(of: "<!-- \(name) -->\n")).upperBound
    let end = try #require(text.range(of: "<!-- end of \(name) -->")).lowerBound
    let expected = "\n\(section)\n"
    if ProcessInfo.processInfo.environment["BROADSHEET_WRITE_README"] != nil {
      text.replaceSubrange(start..<end, with: expected)
      try text.write(to: readme, atomically: true, encoding: .utf8)
    } else {
      #expect(text[start..<end] == expected, "run the tests with BROADSHEET_WRITE_README=1")
    }
  }
}
