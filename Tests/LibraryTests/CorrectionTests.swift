import Foundation
import Prose
import TestKit
import Testing

@testable import Library

@Suite struct CorrectionTests {
  private let renaming = Correction(
    id: "c1",
    made: noon,
    edit: Edit(
      .rename,
      Referent(.actor, name: "Brandt", anchor: TextAnchor(quote: "Brandt", start: 3, end: 9)),
      value: "I. \"Ivo\" Brandt",
      passages: [TextAnchor(quote: "é\n", prefix: "a", suffix: "b", start: 0, end: 2)]
    )
  )

  @Test func `corrections are kept in their order and come back when the article is opened`() throws
  {
    let library = try TemporaryLibrary()
    let store = try library.open()
    let kept = try store.keepAnalyzed(harborText, at: "/a")
    var other = renaming
    other.id = "b2"
    try store.change(adding: [renaming, other], removing: [], of: kept.id)
    #expect(try store.corrections(of: kept.id) == [renaming, other])
    #expect(try store.keepAnalyzed(harborText, at: "/a").corrections == [renaming, other])
    #expect(try store.keepAnalyzed("Another text.", at: "/a").corrections == [renaming, other])
    try store.change(adding: [], removing: ["c1"], of: kept.id)
    #expect(try library.open().corrections(of: kept.id) == [other])
  }

  @Test
  func `an article is found by what a person calls its actor, and not by what the machine did`()
    throws
  {
    let library = try TemporaryLibrary()
    let store = try library.open()
    let kept = try store.keepAnalyzed(harborText, at: "/a")
    let machine = try #require(
      try store.analysis(of: kept.id, text: SourceText(harborText), analyzer: 1)
    )
    let actor = try #require(machine.allActors.first)
    let edit = Edit(.rename, machine.referent(actor.id), value: "Quartermaster Zorn")
    let corrected = machine.corrected(by: [edit]).document
    try store.keepFindings(machine, corrected: corrected, of: kept.id, analyzer: 1)
    #expect(try store.actors(named: "quartermaster zorn").count == 1)
    #expect(try store.search(Query("actor:zorn")).hits.count == 1)
    let cached = try store.analysis(of: kept.id, text: SourceText(harborText), analyzer: 1)
    #expect(cached?.allActors.first?.name == actor.name)
  }

  @Test func `an import brings corrections once, and forgetting an article takes them`() throws {
    let library = try TemporaryLibrary()
    let store = try library.open()
    let article = AnnotatedArticle(
      location: "/a",
      title: "A",
      annotations: [],
      corrections: [renaming]
    )
    #expect(try store.take([article], now: noon).taken == 1)
    #expect(try store.take([article], now: noon).passedOver == 1)
    #expect(try store.annotatedArticles().map(\.corrections) == [[renaming]])
    try store.forget(store.article("/a").id)
    #expect(try store.annotatedArticles().isEmpty)
    #expect(try store.check() == [])
  }
}
