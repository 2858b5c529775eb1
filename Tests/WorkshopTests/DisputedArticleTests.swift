import Foundation
import Prose
import Testing

@testable import broadsheet_workshop

struct DisputedArticleTests {
  private static let disputes = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/broadsheet-workshop/Disputes")

  private static let tunnel = """
    === tunnel
    Tunnel vote
    The union opposes the tunnel.
    ---
    main | tunnel; tunnel plan
      opposes union
      supports Ana Ruiz
    === storm
    Storm
    It rained.
    ---
    """

  @Test func `an article is read with its matters and parties`() throws {
    let articles = try readDisputedArticles(Self.tunnel, file: "a.txt")
    #expect(articles.map(\.name) == ["tunnel", "storm"])
    #expect(articles[0].text == "Tunnel vote\n\nThe union opposes the tunnel.")
    #expect(articles[0].matters.map(\.labels) == [["tunnel", "tunnel plan"]])
    #expect(articles[0].matters[0].parties.map(\.actor) == ["union", "Ana Ruiz"])
    #expect(articles[1].matters.isEmpty)
  }

  @Test(arguments: ["stray", "=== a\nText.\n---\n  opposes union", "=== a\nText.\n---\nmain"])
  func `a line in the wrong place is refused`(contents: String) {
    #expect(throws: SourceError.self) { try readDisputedArticles(contents, file: "a.txt") }
  }

  @Test func `hits, misses and what is too much are counted`() throws {
    let article = try readDisputedArticles(Self.tunnel, file: "a.txt")[0]
    var score = IssueScore()
    score.add(
      [
        FoundIssue(
          label: "the tunnel",
          parties: [(["The union"], .supports), (["Ines"], .opposes)]
        ),
        FoundIssue(label: "weather", parties: []),
      ],
      against: article
    )
    #expect(score.issues == IssueScore.Counts(hits: 1, extra: 1, missed: 0))
    #expect(score.positions == IssueScore.Counts(hits: 1, extra: 1, missed: 1))
    #expect(score.signs == IssueScore.Counts(hits: 0, extra: 2, missed: 2))
  }

  @Test func `the package's own articles are many, and a third has no dispute`() throws {
    var articles: [DisputedArticle] = []
    for url in try FileManager.default.contentsOfDirectory(
      at: Self.disputes,
      includingPropertiesForKeys: nil
    ) where url.pathExtension == "txt" {
      let contents = try String(contentsOf: url, encoding: .utf8)
      articles += try readDisputedArticles(contents, file: url.lastPathComponent)
    }
    #expect(articles.count >= 60)
    #expect(articles.count(where: \.matters.isEmpty) * 3 >= articles.count)
    #expect(Set(articles.map(\.name)).count == articles.count)
  }
}
