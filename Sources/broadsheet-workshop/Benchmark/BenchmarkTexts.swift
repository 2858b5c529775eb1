internal import Analysis
internal import Foundation
internal import Prose
internal import Reference

/// The package's own articles without their marks, put together to texts of an article's usual length.
struct BenchmarkTexts {
  struct Article {
    let text: SourceText
    let blocks: Blocks
  }

  let articles: [Article]

  /// - Throws: `SourceError` where the folder has no articles or one of them is malformed.
  init(folder: URL) throws {
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder,
      includingPropertiesForKeys: nil
    )
    var articles: [Article] = []
    var bytes: [UInt8] = []
    for file in (files ?? []).sorted(by: { $0.path() < $1.path() })
    where file.pathExtension == "txt" {
      for named in try readMarkedArticles(SourceFile(file)) {
        named.text.withBytes { bytes.append(contentsOf: $0) }
        bytes.append(10)
        guard bytes.count >= 4600 else { continue }
        let text = SourceText(bytes)
        articles.append(Article(text: text, blocks: findBlocks(in: text, lexicon: .builtIn)))
        bytes = []
      }
    }
    guard !articles.isEmpty else { throw SourceError.missing(file: folder.path()) }
    self.articles = articles
  }
}
