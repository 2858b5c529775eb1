import Foundation
import Ingest
import Prose
import TestKit
import Testing

/// All lines of `text`; nil stands for one that is too long.
private func lines(_ text: String, longestLine: Int = 1000) throws -> [String?] {
  let article = Article(location: "lines", text: SourceText(text))
  var reader = try LineReader(.article(article), longestLine: longestLine)
  return try rest(of: &reader)
}

private func rest(of reader: inout LineReader) throws -> [String?] {
  var lines: [String?] = []
  while true {
    switch try reader.next(mayWait: true) {
    case .line(let line): lines.append(String(decoding: line, as: UTF8.self))
    case .tooLong: lines.append(nil)
    case .notYet: Issue.record("it waits when it may")
    case .end: return lines
    }
  }
}

@Suite
struct LineReaderTests {
  @Test(arguments: [
    ("", []),
    ("a", ["a"]),
    ("a\n", ["a"]),
    ("a\n\nb", ["a", "", "b"]),
    ("\n\n", ["", ""]),
    ("\u{FEFF}a\n\u{FEFF}b\n", ["a", "\u{FEFF}b"]),
  ])
  func `gives each line once`(text: String, expected: [String?]) throws {
    #expect(try lines(text) == expected)
  }

  @Test
  func `passes over lines that are too long`() throws {
    #expect(try lines("abcd\nabcde\nab\nabcdef", longestLine: 4) == ["abcd", nil, "ab", nil])
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `gives a file's lines whatever their length`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let expected: [String?] = (0..<30).map { row in
      let count = Int.random(in: 0..<200_000, using: &random)
      return count > 150_000 ? nil : String(repeating: Character("\(row % 10)"), count: count)
    }
    let text = expected.map { $0 ?? String(repeating: "x", count: 150_001) }.joined(separator: "\n")
    let path = FileManager.default.temporaryDirectory.path + "/broadsheet-\(UUID().uuidString)"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    var reader = try LineReader(
      ArticleSource(argument: Array(path.utf8)),
      longestLine: 150_000
    )
    var found = try rest(of: &reader)
    if expected.last == "" { found.append("") }
    #expect(found == expected, "seed \(seed)")
  }

  @Test
  func `does not wait for what has not come`() throws {
    let path = FileManager.default.temporaryDirectory.path + "/broadsheet-\(UUID().uuidString)"
    try #require(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    // Opened for both, so that neither end waits for the other.
    let writer = open(path, O_RDWR)
    try #require(writer >= 0)
    var reader = try LineReader(ArticleSource(argument: Array(path.utf8)), longestLine: 1000)
    #expect(try reader.next(mayWait: false) == .notYet)
    _ = "Talks\nres".withCString { write(writer, $0, 9) }
    #expect(try reader.next(mayWait: false) == .line(Array("Talks".utf8)))
    #expect(try reader.next(mayWait: false) == .notYet)
    close(writer)
    #expect(try reader.next(mayWait: true) == .line(Array("res".utf8)))
    #expect(try reader.next(mayWait: true) == .end)
  }
}
