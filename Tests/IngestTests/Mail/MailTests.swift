import Prose
import TestKit
import Testing

@testable import Ingest

/// Newsletters as they lie in a mail program's folders.
@Suite
struct MailTests {
  private func read(_ message: String, _ location: String = "letter.eml") throws -> Article {
    try readArticle(bytes: Array(message.utf8), location: location)
  }

  private let letter = """
    Return-Path: <news@example.org>\r
    From: =?utf-8?Q?Harbor_Wire_=E2=80=93_Morning?= <news@example.org>\r
    Subject: =?iso-8859-1?B?RuRocmVu?=\r
     =?utf-8?Q?_fahren?= again\r
    Date: Thu, 29 Jan 2026 07:00:00 +0100\r
    MIME-Version: 1.0\r
    Content-Type: multipart/alternative; boundary="=_b 1"\r
    \r
    Not shown to anybody.\r
    --=_b 1\r
    Content-Type: text/plain; charset=utf-8\r
    \r
    Read this in a browser.\r
    --=_b 1\r
    Content-Type: text/html; charset=iso-8859-1\r
    Content-Transfer-Encoding: quoted-printable\r
    \r
    <html><body><h1>F=E4hren fahren again</h1><p>The ferry company on the island said o=\r
    n Monday that talks with the harbor board would resume this week, Ren=E9 Ruiz <a h=\r
    ref=3D"https://example.org/1">said</a>.</p></body></html>\r
    --=_b 1--\r
    Behind it.\r

    """

  @Test
  func `reads a letter's part in HTML, with its subject, sender and day`() throws {
    let article = try read(letter)
    #expect(article.title == "Fähren fahren again")
    #expect(article.byline == ["Harbor Wire – Morning"])
    #expect(article.published == "2026-01-29T06:00:00Z")
    #expect(article.format == .html)
    #expect(article.text.string.contains("said on Monday that talks"))
    #expect(article.text.string.contains("René Ruiz said."))
    #expect(article.links.map(\.address) == ["https://example.org/1"])
    for words in ["Not shown", "in a browser", "Behind it", "boundary"] {
      #expect(!article.text.string.contains(words))
    }
    #expect(try read(letter, "-").title == article.title, "a letter is known by its first field")
  }

  @Test(arguments: [
    ("7bit", "Talks resume.\n\nThe board met."),
    ("base64", "VGFsa3MgcmVz\ndW1lLgoKVGhlIGJvYXJkIG1ldC4="),
    ("quoted-printable", "Talks=20resume.\n\nThe board m=\net."),
    ("Quoted-Printable", "Talks resume=2E\n\nThe board met."),
  ])
  func `reads a letter of words`(encoding: String, body: String) throws {
    let fields = "Subject: Talks\nFrom: ana@example.org\nContent-Transfer-Encoding: \(encoding)\n"
    let article = try read(fields + "\n" + body)
    #expect(article.text.string == "Talks resume.\n\nThe board met.")
    #expect(article.title == "Talks")
    #expect(article.byline == [])
  }

  @Test
  func `takes no attachment for the letter`() throws {
    let article = try read(
      """
      From: a
      Subject: b
      Content-Type: multipart/mixed; boundary=x

      --x
      Content-Type: text/html
      Content-Disposition: attachment; filename=a.html

      <p>Attached matter, all of it.</p>
      --x
      Content-Type: multipart/related; boundary=y

      --y
      Content-Type: text/html

      <p>The letter itself, as it was written.</p>
      --y--
      --x--
      """
    )
    #expect(article.text.string.contains("The letter itself"))
    #expect(!article.text.string.contains("Attached"))
  }

  @Test
  func `lists the letters of a box`() throws {
    let box = Array(
      "From a\nSubject: One\n\nFirst.\nFrom here on.\n\nFrom b\nSubject: Two\n\nSecond.\n".utf8
    )
    let found = messages(in: box).map { MailPart($0) }
    #expect(found.map { $0.field("subject").map(decodeWords) } == ["One", "Two"])
    #expect(String(decoding: found[0].content, as: UTF8.self) == "First.\nFrom here on.\n\n")
  }

  @Test(arguments: [
    "From the harbor came news: all is well.\n\nThe board met.", "Received wisdom has it so.\n",
    "Date: unknown.\n\nSubject matter: ferries.\n", "Message-ID: words\n",
  ])
  func `prose is no mail`(text: String) throws {
    #expect(try read(text, "notes.txt").text.string == text)
  }

  @Test(arguments: [
    "", "\n\n", "From: a\nSubject: b\n", "From: a\nSubject: b\nContent-Type: image/png\n\nx",
  ])
  func `says that a letter holds nothing`(text: String) {
    #expect(throws: IngestError.empty(location: "letter.eml")) { try read(text) }
  }

  @Test
  func `reads any mutation of a letter`() throws {
    var random = SeededGenerator(seed: 8)
    let end = fuzzingEnd()
    var rounds = 0
    repeat {
      var bytes = Array(letter.utf8)
      for _ in 0..<Int.random(in: 1...12, using: &random) { mutate(&bytes, using: &random) }
      do {
        let article = try readArticle(bytes: bytes, location: "letter.eml")
        let title = article.title ?? ""
        #expect(!title.unicodeScalars.contains { $0.value < 32 }, "round \(rounds)")
      } catch {
        #expect(error.description.hasSuffix("."))
      }
      rounds += 1
    } while rounds < 500 || ContinuousClock.now < end
  }

  @Test
  func `reads parts within parts without end`() throws {
    let parts = (0..<5000).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }
    #expect(throws: IngestError.self) { try read("From: a\nSubject: b\n" + parts.joined()) }
    let many = String(repeating: "--x\n\n", count: 100_000)
    let head = "From: a\nSubject: b\nContent-Type: multipart/mixed; boundary=x\n\n"
    #expect(throws: IngestError.self) { try read(head + many) }
  }
}
