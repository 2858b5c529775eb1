import Prose
import Testing

@testable import Ingest

/// Why `bytes` are refused; nil when they are read.
private func refusal(_ bytes: [UInt8], _ location: String = "a") -> IngestError? {
  do {
    _ = try readArticle(bytes: bytes, location: location)
    return nil
  } catch {
    return error
  }
}

@Suite
struct SniffTests {
  @Test(
    arguments: [
      (Array("%PDF-1.7\nmore".utf8), "a PDF document"),
      (Array("PK".utf8) + [3, 4, 20, 0], "a ZIP archive or an office document"),
      ([0x1F, 0x8B, 8, 0], "gzip data"),
      ([0x7F] + Array("ELF".utf8) + [2, 1, 1, 0], "a program"),
      ([0x89] + Array("PNG\r\n".utf8) + [0x1A, 10], "a PNG picture"),
      ([0xFF, 0xD8, 0xFF, 0xE0], "a JPEG picture"),
      (Array("RIFF".utf8) + [1, 0, 0, 0] + Array("WAVE".utf8), "a picture, sound or film"),
      (Array("SQLite format 3".utf8) + [0, 16, 0], "an SQLite database"),
      ([UInt8](repeating: 0, count: 100), "binary data"),
      (Array(repeating: [65, 1, 2, 3], count: 50).flatMap(\.self), "binary data"),
    ] as [([UInt8], String)]
  )
  func `refuses binary files and says what they are`(bytes: [UInt8], name: String) {
    guard case .binary(_, let found) = refusal(bytes) else {
      Issue.record("read as text: \(bytes)")
      return
    }
    #expect(found.description == name)
  }

  @Test(arguments: [
    "RIFF raff, said the dog", "ID3 is a tag", "GIF89a was a format", "BZh, he said",
    "PK the machine",
    "7z is short", "Rar! cried the crow",
  ])
  func `reads prose that begins like a binary file`(prose: String) {
    #expect(refusal(Array(prose.utf8)) == nil)
  }

  @Test(arguments: [
    (#"<?xml version="1.0"?><rss/>"#, MarkupKind.xml),
    ("<rss version='2.0'>", .xml),
    (#"{\rtf1\ansi Talks}"#, .rtf),
  ])
  func `refuses markup that would be ugly as text`(given: String, kind: MarkupKind) {
    #expect(refusal(Array(given.utf8)) == .markup(location: "a", found: kind))
  }

  @Test
  func `takes a file's name into account where its tags tell little`() throws {
    let fragment = Array("<p>Talks resume.</p>".utf8)
    #expect(try readArticle(bytes: fragment, location: "a.txt").format == .text)
    #expect(try readArticle(bytes: fragment, location: "A.HTM").format == .html)
  }

  @Test(arguments: [
    "<!DOCTYPE html><title>x</title><p>Talks.", "\u{FEFF}\n <HTML lang=en>Talks.",
    #"<?xml version="1.0"?><!DOCTYPE html><html>Talks.</html>"#, "<body>Talks.",
  ])
  func `knows a web page by its tags`(given: String) throws {
    #expect(try readArticle(bytes: Array(given.utf8), location: "a").format == .html)
  }

  @Test(arguments: [
    "# Talks\n\n- *one*\n", "<3 the ferry", "< 2 % voted", "a\u{1B}[31mred\u{1B}[0m",
  ])
  func `reads Markdown, lone angle brackets and colored logs as text`(given: String) {
    #expect(refusal(Array(given.utf8)) == nil)
  }

  @Test
  func `refuses another encoding, but not a few of its letters`() {
    // "Переговоры" in Windows-1251, over and over.
    let word: [UInt8] = [0xCF, 0xE5, 0xF0, 0xE5, 0xE3, 0xEE, 0xE2, 0xEE, 0xF0, 0xFB, 0x20]
    let russian = Array(repeating: word, count: 20).flatMap(\.self)
    #expect(refusal(russian) == .otherEncoding(location: "a"))
    #expect(refusal(Array("The naive ".utf8) + [0xE9, 0xE8]) == nil)
  }

  @Test
  func `pardons a few controls and no more`() {
    let prose = Array(repeating: Array("Ferry talks resume. ".utf8), count: 100).flatMap(\.self)
    #expect(refusal(prose + [0, 1, 2, 3]) == nil)
    #expect(
      refusal(prose + [UInt8](repeating: 0, count: 60)) == .binary(location: "a", found: .unknown)
    )
  }

  @Test(arguments: [
    (IngestError.missing(location: "a.txt"), "there is no file a.txt; check the name."),
    (.empty(location: "-"), "standard input is empty; there is nothing to read."),
    (.folder(location: "news"), "news is a folder; name the files in it."),
    (.tooLarge(location: "big"), "big is larger than 2 GB; split it first."),
    (
      .binary(location: "ls", found: .unknown),
      "ls is binary data, not text; Broadsheet reads text."
    ),
    (
      .markup(location: "a.rtf", found: .rtf),
      "a.rtf is an RTF document, not plain text; save its text and open that."
    ),
    (
      .noParser(location: "a.html"),
      "a.html is a web page, which libxml2 reads, and this machine has none; install it (libxml2)."
    ),
  ])
  func `says in one sentence what happened and what to do`(error: IngestError, sentence: String) {
    #expect(error.description == sentence)
  }
}
