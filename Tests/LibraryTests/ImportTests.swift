import Prose
import Testing

@testable import Library

@Suite struct ImportTests {
  private func marked(_ annotation: Annotation) -> AnnotatedArticle {
    AnnotatedArticle(location: "/a", title: "Harbor", tags: ["ports"], annotations: [annotation])
  }

  @Test func `marks of an article that is not there wait for it`() throws {
    let library = try TemporaryLibrary()
    let store = try library.open()
    let mark = annotation("night ferry", in: "x " + harborText)
    #expect(try store.take([marked(mark)], now: noon).taken == 1)
    let kept = try store.keepAnalyzed(harborText, at: "/a")
    #expect(kept.annotations.map(\.start) == [mark.start - 2])
    #expect(try store.search(Query("tag:ports ferry")).hits.count == 1)
  }

  @Test func `the later change of a mark stays`() throws {
    let library = try TemporaryLibrary()
    let store = try library.open()
    try store.keepAnalyzed(harborText, at: "/a")
    var mark = annotation("night ferry", in: harborText, note: "first")
    _ = try store.take([marked(mark)], now: noon)
    mark.note = "older"
    mark.changed = "2026-01-01T00:00:00Z"
    #expect(try store.take([marked(mark)], now: noon).passedOver == 1)
    mark.note = "newer"
    mark.changed = "2026-09-01T00:00:00Z"
    #expect(try store.take([marked(mark)], now: noon).taken == 1)
    #expect(try store.annotatedArticles().flatMap(\.annotations).map(\.note) == ["newer"])
  }

  @Test func `a mark of one article is not moved to another by its name`() throws {
    let library = try TemporaryLibrary()
    let store = try library.open()
    let kept = try store.keepAnalyzed(quarryText, at: "/b")
    let own = annotation("quarry", in: quarryText)
    try store.change([.put(own)], of: kept.id)
    var other = annotation("night ferry", in: harborText)
    other.changed = "2026-09-01T00:00:00Z"
    #expect(try store.take([marked(other)], now: noon).passedOver == 1)
    #expect(try store.annotations(of: kept.id) == [own])
  }
}
