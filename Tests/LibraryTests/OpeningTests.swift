import Foundation
import GRDB
import Prose
import Testing

@testable import Library

@Suite struct OpeningTests {
  @Test func `the folder and the file are the user's alone`() throws {
    let library = try TemporaryLibrary()
    let store = try library.open()
    try store.keepAnalyzed(harborText, at: "/news/harbor.txt")
    #expect(try library.mode(library.folder + "/data/broadsheet") == 0o700)
    for name in try library.files() {
      #expect(try library.mode(library.folder + "/data/broadsheet/" + name) == 0o600)
    }
    #expect(try store.check() == [])
  }

  @Test func `a library is found where XDG says, and a relative folder is passed over`() throws {
    let path = try ArticleStore.defaultPath { ["XDG_DATA_HOME": "/x", "HOME": "/h"][$0] }
    #expect(path == "/x/broadsheet/library.sqlite")
    let other = try ArticleStore.defaultPath { ["XDG_DATA_HOME": "x", "HOME": "/h"][$0] }
    #expect(other.hasPrefix("/h/"))
    #expect(throws: LibraryError.noPlace) { try ArticleStore.defaultPath { _ in nil } }
  }

  @Test func `looking for a library makes none`() throws {
    let library = try TemporaryLibrary()
    #expect(try ArticleStore.existing(path: library.path) == nil)
    #expect(!FileManager.default.fileExists(atPath: library.path))
  }

  @Test func `before a change of its form a copy is made, and nothing is lost`() throws {
    let library = try TemporaryLibrary()
    let old = try ArticleStore(path: library.path, steps: Array(SchemaStep.all.dropLast()))
    try old.write { database in
      try database.execute(
        sql: """
          INSERT INTO article (location, format, title, byline, day, hash, bytes, stored, opened)
          VALUES ('/a', 'text', 'Harbor', '', '2026-03-05', '', 0, '\(noon)', '\(noon)')
          """
      )
    }
    try old.connection.close()
    let store = try library.open()
    #expect(try store.article("/a").title == "Harbor")
    let copy = library.path + ".before-\(try #require(SchemaStep.all.last).name)"
    #expect(try library.mode(copy) == 0o600)
    let backup = try ArticleStore(path: copy, steps: Array(SchemaStep.all.dropLast()))
    #expect(try backup.article("/a").title == "Harbor")
    #expect(try store.check() == [])
  }

  @Test func `what was found is found still when it is numbered anew`() throws {
    let library = try TemporaryLibrary()
    let steps = Array(SchemaStep.all.prefix { $0.name != "days" })
    let old = try ArticleStore(path: library.path, steps: steps)
    try old.write { database in
      try database.execute(
        sql: """
          INSERT INTO article (id, location, format, title, byline, day, hash, bytes, stored, opened)
          VALUES (3, '/a', 'text', 'Harbor', '', '2026-03-05', '', 0, '\(noon)', '\(noon)');
          INSERT INTO content VALUES (3, 'Ferries. “We sail,” she said.', x'');
          INSERT INTO fullText (rowid, title, text)
            VALUES (3, 'Harbor', 'Ferries. “We sail,” she said.');
          INSERT INTO actor VALUES (1, 'Mara', 'person', NULL, '');
          INSERT INTO actorName VALUES ('mara', 1);
          INSERT INTO appearance (actor, article, mentions, roles) VALUES (1, 3, 2, '');
          INSERT INTO quotation VALUES (77, 3, 1, 'Mara', 'We sail,', 10, 18);
          INSERT INTO quotationText (rowid, speaker, said) VALUES (77, 'Mara', 'We sail,');
          """
      )
    }
    try old.connection.close()
    let store = try library.open()
    for query in ["said:sail", "speaker:mara said:\"we sail\"", "ferr*"] {
      #expect(try store.search(Query(query)).hits.map(\.article.location) == ["/a"], "\(query)")
    }
    let card = try store.card(ofActor: 1)
    #expect(card.quotations.map(\.said) == ["We sail,"] && card.articleCount == 1)
    #expect(try store.check() == [])
  }

  @Test func `a step that fails leaves the library as it was`() throws {
    let library = try TemporaryLibrary()
    try library.open().keepAnalyzed(harborText, at: "/a")
    let broken = SchemaStep(name: "broken") { database in
      try database.execute(sql: "DELETE FROM article")
      try database.execute(sql: "CREATE TABLE article (id)")
    }
    #expect(throws: LibraryError.self) {
      try ArticleStore(path: library.path, steps: SchemaStep.all + [broken])
    }
    #expect(try library.open().count() == 1)
  }

  @Test func `a library of a newer version is not touched`() throws {
    let library = try TemporaryLibrary()
    let newer = SchemaStep.all + [SchemaStep(name: "later") { _ in }]
    try ArticleStore(path: library.path, steps: newer).connection.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: library.path))
    #expect(throws: LibraryError.newer(path: library.path)) { try library.open() }
    #expect(try Data(contentsOf: URL(fileURLWithPath: library.path)) == before)
  }

  @Test func `a file that is no library is said to be damaged, and left`() throws {
    let library = try TemporaryLibrary()
    try library.open().connection.close()
    for name in try library.files() {
      try FileManager.default.removeItem(atPath: library.folder + "/data/broadsheet/" + name)
    }
    let junk = Data((0..<8192).map { UInt8(truncatingIfNeeded: $0 * 7 + 1) })
    try junk.write(to: URL(fileURLWithPath: library.path))
    let error = #expect(throws: LibraryError.self) { try library.open() }
    guard case .damaged? = error else {
      Issue.record("not damaged: \(String(describing: error))")
      return
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: library.path)) == junk)
  }

  @Test func `one that another program holds is said to be locked`() throws {
    let library = try TemporaryLibrary()
    let store = try library.open()
    let kept = try store.keepAnalyzed(harborText, at: "/a")
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: library.path, configuration: configuration)
    try other.inDatabase { try $0.execute(sql: "BEGIN EXCLUSIVE") }
    #expect(throws: LibraryError.locked(path: library.path)) {
      try store.setRead(true, of: kept.id)
    }
    try other.inDatabase { try $0.execute(sql: "ROLLBACK") }
    try store.setRead(true, of: kept.id)
  }

  @Test func `a full disk keeps what was there`() throws {
    let library = try TemporaryLibrary()
    let store = try library.open()
    let kept = try store.keepAnalyzed(harborText, at: "/a")
    try store.connection.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA max_page_count = 1")
    }
    let long = String(repeating: "Ferries sail. ", count: 20_000)
    #expect(throws: LibraryError.diskFull(path: library.path)) {
      try store.keepAnalyzed(long, at: "/b")
    }
    #expect(try store.count() == 1)
    #expect(try store.article("\(kept.id)").location == "/a")
    #expect(try store.check() == [])
  }

  @Test func `what cannot be written says so in one sentence`() throws {
    let library = try TemporaryLibrary()
    let store = try library.open()
    let kept = try store.keepAnalyzed(harborText, at: "/a")
    try store.connection.writeWithoutTransaction { try $0.execute(sql: "PRAGMA query_only = ON") }
    #expect(throws: LibraryError.readOnly(path: library.path)) {
      try store.setRead(true, of: kept.id)
    }
  }
}
