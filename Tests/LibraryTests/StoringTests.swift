import Analysis
import Prose
import TestKit
import Testing

@testable import Library

@Suite struct StoringTests {
  @Test func `an article opened again is the same one`() throws {
    let library = try TemporaryLibrary()
    let store = try library.open()
    let first = try store.keepAnalyzed(harborText, at: "/a")
    try store.notePosition(40, of: first.id, secondsMore: 12)
    let second = try store.keepAnalyzed(harborText, at: "/a", now: "2026-03-06T12:00:00Z")
    #expect(second.id == first.id && second.position == 40)
    #expect(try store.count() == 1)
    let third = try store.keepAnalyzed(quarryText, at: "/b")
    #expect(try store.recent(limit: 9).map(\.id) == [first.id, third.id])
  }

  @Test func `what has no address goes by its text`() throws {
    let library = try TemporaryLibrary()
    let store = try library.open()
    for text in [harborText, quarryText, harborText] {
      _ = try store.keep(
        Article(location: "-", text: SourceText(text)),
        blocks: Blocks(),
        location: nil,
        title: "",
        now: noon
      )
    }
    #expect(try store.count() == 2)
  }

  @Test func `marks are kept, and found again where the text has moved`() throws {
    let library = try TemporaryLibrary()
    let store = try library.open()
    let kept = try store.keepAnalyzed(harborText, at: "/a")
    let marked = [
      annotation("the night ferry would keep sailing", in: harborText, id: "1", note: "when?"),
      annotation("The fees are unfair", in: harborText, id: "2"),
    ]
    try store.change(marked.map(AnnotationChange.put), of: kept.id)
    #expect(try library.open().annotations(of: kept.id) == marked)
    let changed =
      "Update\n\n" + harborText.replacing("The fees are unfair, Brandt said.", with: "")
    let again = try store.keepAnalyzed(changed, at: "/a").annotations
    let found = try #require(again.first { $0.id == "1" })
    let range = try #require(SourceText(changed).range(of: found))
    #expect(SourceText(changed).string(in: range) == marked[0].quote)
    #expect(found.start == marked[0].start + 8 && found.note == "when?")
    #expect(again.first { $0.id == "2" }?.isOrphaned == true)
    let back = try store.keepAnalyzed(harborText, at: "/a").annotations
    #expect(back == marked)
  }

  @Test func `two readers see each other's marks and keep them`() throws {
    let library = try TemporaryLibrary()
    let (one, other) = (try library.open(), try library.open())
    let kept = try one.keepAnalyzed(harborText, at: "/a")
    try one.change([.put(annotation("Ivo Brandt", in: harborText, id: "1"))], of: kept.id)
    try other.change([.put(annotation("night ferry", in: harborText, id: "2"))], of: kept.id)
    try one.change([.put(annotation("Thursday", in: harborText, id: "3"))], of: kept.id)
    try other.change([.delete(id: "3")], of: kept.id)
    #expect(try one.annotations(of: kept.id).map(\.id) == ["2", "1"])
  }

  @Test func `changes are made together or not at all`() throws {
    let library = try TemporaryLibrary()
    let store = try library.open()
    let kept = try store.keepAnalyzed(harborText, at: "/a")
    var orphan = annotation("Ivo Brandt", in: harborText, id: "1")
    #expect(throws: LibraryError.self) { try store.change([.put(orphan)], of: kept.id + 1) }
    try store.change([.put(orphan)], of: kept.id)
    orphan.note = "changed"
    try store.change([.put(orphan), .delete(id: "9")], of: kept.id)
    #expect(try store.annotations(of: kept.id) == [orphan])
  }

  @Test func `what is forgotten leaves no word behind`() throws {
    let library = try TemporaryLibrary()
    let store = try library.open()
    let secret = try store.keepAnalyzed(
      harborText.replacing("Brandt", with: "Quillfeather"),
      at: "/private"
    )
    let stays = try store.keepAnalyzed(quarryText, at: "/b")
    try store.change(
      [.put(annotation("night ferry", in: harborText, note: "zanzibarnote"))],
      of: secret.id
    )
    try store.addTag("Hushhush", to: secret.id)
    #expect(try library.holds("Quillfeather"))
    try store.forget(secret.id)
    for words in [
      "Quillfeather", "quillfeather", "zanzibarnote", "hushhush", "night ferry", "/private",
    ] {
      #expect(try !library.holds(words), "\(words) is still there")
    }
    #expect(try store.recent(limit: 9).map(\.id) == [stays.id])
    #expect(try store.check() == [])
  }

  @Test func `with an article goes what its feed and its actors had of it`() throws {
    let library = try TemporaryLibrary()
    let store = try library.open()
    let page = "https://wire.example/ferry"
    let feed = try store.subscribe(Subscription("https://wire.example/feed"), now: noon).id
    var entry = FeedEntry()
    entry.id = "one"
    entry.title = "Ferry talks quiverstall"
    entry.link = page
    entry.content = "<p>Only the feed says tanglewort.</p>"
    var taken = Feed()
    taken.entries = [entry]
    try store.take(
      [
        FeedAnswer(
          feed: feed,
          outcome: .read(
            taken,
            texts: ["Only the feed says tanglewort."],
            entityTag: nil,
            lastModified: nil
          )
        )
      ],
      now: noon
    )
    try store.keepAnalyzed("Harbor minister Mara Oyelaran said on Monday that it rained.", at: "/a")
    let secret = try store.keepAnalyzed(
      "Harbor and lanternfish minister Mara Oyelaran said on Friday that it snowed.",
      at: page
    )
    #expect(try library.holds("tanglewort"))
    try store.forget(secret.id)
    for words in ["tanglewort", "quiverstall", "lanternfish", "snowed", page] {
      #expect(try !library.holds(words), "\(words) is still there")
    }
    #expect(try store.actors(named: "Mara Oyelaran").map(\.articleCount) == [1])
    #expect(try store.check() == [])
  }

  @Test func `an analysis comes back as it was, for the same text and analyzer`() throws {
    let library = try TemporaryLibrary()
    let store = try library.open()
    let kept = try store.keepAnalyzed(harborText, at: "/a")
    let text = SourceText(harborText)
    let document = try #require(try store.analysis(of: kept.id, text: text, analyzer: 1))
    #expect(encoded(document) == encoded(analyze(text)))
    #expect(document.allActors.map(\.name) == analyze(text).allActors.map(\.name))
    #expect(try store.analysis(of: kept.id, text: text, analyzer: 2) == nil)
    #expect(try store.analysis(of: kept.id, text: SourceText(quarryText), analyzer: 1) == nil)
  }

  @Test(arguments: 0..<60)
  func `damaged tables are not read, whatever is damaged`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = SourceText(harborText)
    var bytes = encoded(analyze(text))
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 9..<bytes.count, using: &random)
      bytes[place] = bytes[place] &+ UInt8.random(in: 1...255, using: &random)
    }
    #expect(decodedDocument(bytes, of: text) == nil)
    // Where even the sum agrees, every row that is pointed to is there.
    bytes.replaceSubrange(1..<9, with: checksum(bytes[9...]))
    if let document = decodedDocument(bytes, of: text) {
      #expect(document.allMentions.allSatisfy { Int($0.range.upperBound) <= text.count })
      #expect(document.allActors.allSatisfy { $0.mentions.count <= document.mentions.count })
    }
  }
}
