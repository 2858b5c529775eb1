import Analysis
import Foundation
import Prose
import Testing

@testable import broadsheet_workshop

struct MarkedArticleTests {
  private static let sentences = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/broadsheet-workshop/Sentences")

  @Test func `a gap between lines parts two articles`() throws {
    let text = "# about\nRuiz wins\n‹Ana Ruiz|PER› won in ‹Ghent|LOC›.\n\n‹Velians|NORP› sang.\n"
    let articles = try readMarkedArticles(SourceFile(name: "a.txt", text: text))
    #expect(
      articles.map { $0.text.string } == ["Ruiz wins\nAna Ruiz won in Ghent.\n", "Velians sang.\n"]
    )
    #expect(
      articles[0].names.map { articles[0].text.string(in: $0.range) } == ["Ana Ruiz", "Ghent"]
    )
    #expect(articles[0].names.map(\.kind) == [.person, .location])
    #expect(articles[0].blocks.kinds == [.headline, .paragraph])
  }

  @Test(arguments: ["‹Ana Ruiz|WHO› won.\n", "‹Ana Ruiz won.\n", "‹Ana Ruiz|PER won.\n"])
  func `a mark that is not whole is told with its line`(text: String) {
    #expect(
      throws: SourceError.malformed(file: "a.txt", line: 1, expected: "marks like ‹Ana Ruiz|PER›")
    ) {
      try readMarkedArticles(SourceFile(name: "a.txt", text: text))
    }
  }

  @Test func `the package's own articles can be read, and are many`() throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: Self.sentences,
      includingPropertiesForKeys: nil
    )
    let articles = try files.flatMap { try readMarkedArticles(SourceFile($0)) }
    #expect(articles.count > 1000)
    #expect(articles.reduce(0) { $0 + $1.names.count } > 10_000)
  }
}
