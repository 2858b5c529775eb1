import Foundation
import Ingest
import Prose
import Testing

/// A folder of its own for one test, gone with it.
private final class Folder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/broadsheet-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws {
    try Data(Array(bytes)).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  func write(_ name: String, _ text: String) throws { try write(name, text.utf8) }

  func source(_ name: String) -> ArticleSource {
    ArticleSource(argument: Array("\(path)/\(name)".utf8))
  }

  /// The names of the files that the folder lists as articles.
  func listed() throws -> [String] {
    try listArticles([Array(path.utf8)]).map { String($0.location.dropFirst(path.utf8.count + 1)) }
  }
}

@Suite
struct FileTests {
  @Test
  func `opens an article`() throws {
    let folder = try Folder()
    try folder.write("talks.txt", "Talks resume\r\n\r\nShips wait.\r\n")
    let article = try readArticle(folder.source("talks.txt"))
    #expect(article.text.string == "Talks resume\n\nShips wait.\n")
    #expect(article.location == "\(folder.path)/talks.txt")
    #expect(article.format == .text)
    #expect(article.blocks == nil)
  }

  @Test(arguments: [1, 32 << 10, 32 << 10 + 1, 64 << 10, 1_000_003])
  func `reads files of any length to the end`(count: Int) throws {
    let folder = try Folder()
    try folder.write("a", (0..<count).map { UInt8(97 + $0 % 26) })
    let article = try readArticle(folder.source("a"))
    #expect(article.text.count == count)
    #expect(article.text[count - 1] == UInt8(97 + (count - 1) % 26))
  }

  @Test
  func `reads a pipe by its name`() throws {
    let folder = try Folder()
    let path = "\(folder.path)/pipe"
    try #require(mkfifo(path, 0o600) == 0)
    let text = String(repeating: "Ferry talks resume.\n", count: 20_000)
    let writer = Thread { try? Data(text.utf8).write(to: URL(fileURLWithPath: path)) }
    writer.start()
    #expect(try readArticle(folder.source("pipe")).text.string == text)
  }

  @Test
  func `says what is missing, empty or no file`() throws {
    let folder = try Folder()
    try folder.write("empty", "")
    let (empty, nothing) = ("\(folder.path)/empty", "\(folder.path)/nothing")
    #expect(throws: IngestError.empty(location: empty)) { try readArticle(folder.source("empty")) }
    #expect(throws: IngestError.missing(location: nothing)) {
      try readArticle(folder.source("nothing"))
    }
    #expect(throws: IngestError.folder(location: folder.path)) {
      try readArticle(ArticleSource(argument: Array(folder.path.utf8)))
    }
    #expect(throws: IngestError.address(location: "https://example.org/a")) {
      try readArticle(ArticleSource(argument: Array("https://example.org/a".utf8)))
    }
    #expect(throws: IngestError.missing(location: "")) {
      try readArticle(ArticleSource(argument: []))
    }
    #expect(throws: IngestError.missing(location: "a\0b")) {
      try readArticle(ArticleSource(argument: Array("a\0b".utf8)))
    }
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func `says when a file may not be read`() throws {
    let folder = try Folder()
    try folder.write("secret", "Talks resume.")
    try #require(chmod("\(folder.path)/secret", 0) == 0)
    #expect(throws: IngestError.noPermission(location: "\(folder.path)/secret")) {
      try readArticle(folder.source("secret"))
    }
    #expect(try folder.listed() == ["secret"])
  }

  @Test
  func `refuses endless zeros at once`() {
    #expect(throws: IngestError.binary(location: "/dev/zero", found: .unknown)) {
      try readArticle(ArticleSource(argument: Array("/dev/zero".utf8)))
    }
  }

  @Test
  func `refuses a file beyond 2 GB before reading it`() throws {
    let folder = try Folder()
    try folder.write("big", "a")
    try #require(truncate("\(folder.path)/big", 1 << 31) == 0)
    #expect(throws: IngestError.tooLarge(location: "\(folder.path)/big")) {
      try readArticle(folder.source("big"))
    }
  }

  @Test
  func `lists a folder's text files with numbers in order`() throws {
    let folder = try Folder()
    for name in ["part 10", "part 9", "Part 2", "b.md", "a.txt", "part 09"] {
      try folder.write(name, "Talks resume.")
    }
    try folder.write(".hidden", "Talks resume.")
    try folder.write("empty", "")
    try folder.write("picture.png", [0x89, 0x50, 0x4E, 0x47, 13, 10])
    try folder.write("page.html", "<html>Talks resume.")
    try folder.write("page.rtf", "{\\rtf1 Talks}")
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/inner",
      withIntermediateDirectories: true
    )
    try #require(mkfifo("\(folder.path)/pipe", 0o600) == 0)
    let names = ["a.txt", "b.md", "page.html", "Part 2", "part 09", "part 9", "part 10"]
    #expect(try folder.listed() == names)
  }

  @Test
  func `keeps the order of arguments and opens folders in place`() throws {
    let folder = try Folder()
    try folder.write("one", "Talks resume.")
    let given = ["z", "\(folder.path)/", "-", "a"].map { Array($0.utf8) }
    #expect(try listArticles(given).map(\.location) == ["z", "\(folder.path)/one", "-", "a"])
  }

  @Test
  func `refuses a folder without text`() throws {
    let folder = try Folder()
    #expect(throws: IngestError.folderWithoutText(location: folder.path)) { try folder.listed() }
  }

  @Test
  func `opens files whose names are not UTF-8`() throws {
    let folder = try Folder()
    let path = Array(folder.path.utf8) + [0x2F, 0x63, 0x61, 0x66, 0xE9]
    let file = (path + [0]).withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) { path in path.baseAddress.flatMap { fopen($0, "w") }
      }
    }
    let opened = try #require(file)
    fputs("Talks resume.", opened)
    fclose(opened)
    let sources = try listArticles([Array(folder.path.utf8)])
    #expect(sources.map(\.location) == ["\(folder.path)/caf\u{FFFD}"])
    #expect(try readArticle(try #require(sources.first)).text.string == "Talks resume.")
  }
}
