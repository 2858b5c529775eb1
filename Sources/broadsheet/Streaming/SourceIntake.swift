internal import Ingest

/// Articles to be read, one a source.
struct SourceIntake: Intake {
  private var sources: ArraySlice<ArticleSource>

  init(_ sources: [ArticleSource]) {
    self.sources = sources[...]
  }

  mutating func next(mayWait: Bool) -> Arrival<ArticleSource> {
    guard let source = sources.popFirst() else { return .end }
    return .item(source, byteCount: source.expectedByteCount)
  }
}
