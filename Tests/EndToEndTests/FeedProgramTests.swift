import Foundation
import TestKit
import Testing

/// A run of the program with a home of its own, on no terminal.
private func run(
  _ arguments: String...,
  home: ScratchFolder
) throws -> (output: String, errors: String, status: Int32) {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: builtProgram())
  process.arguments = arguments
  process.environment = ["HOME": home.path, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
  let (output, errors) = (Pipe(), Pipe())
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = output
  process.standardError = errors
  try process.run()
  let written = try output.fileHandleForReading.readToEnd() ?? Data()
  let complaints = try errors.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return (
    String(decoding: written, as: UTF8.self), String(decoding: complaints, as: UTF8.self),
    process.terminationStatus
  )
}

private let paragraph =
  "Velia renewed its invitation to President Mara Oyelaran, its spokesman Ivo Brandt said on Monday. "

private func item(_ number: Int, _ title: String) -> String {
  """
  <item><title>\(title)</title><link>/\(number)</link><guid>\(number)</guid>\
  <pubDate>Thu, 29 Jan 2026 0\(number):00:00 GMT</pubDate>\
  <description>&lt;p&gt;\(String(repeating: paragraph, count: 20))&lt;/p&gt;</description></item>
  """
}

/// A wire whose feed has three articles and an entity tag, and a feed that is gone.
private func wire() throws -> LoopbackServer {
  try LoopbackServer { request, connection in
    guard request.path == "/feed" else { return connection.answer("no", status: "410 Gone") }
    let tag = "ETag: \"one\"\r\n"
    if request.headers["if-none-match"] == "\"one\"" {
      return connection.answer("", status: "304 Not Modified", headers: tag)
    }
    let items = [(1, "Bees return"), (2, "Talks resume"), (3, "Ferry \u{1B}]0;x\u{7}\u{202E}sold")]
      .map { item($0.0, $0.1) }
    connection.answer(
      "<rss><channel><title>Harbor Wire</title>\(items.joined())</channel></rss>",
      headers: "Content-Type: application/rss+xml\r\n" + tag
    )
  }
}

@Suite(.serialized, .timeLimit(.minutes(3)))
struct FeedProgramTests {
  @Test
  func `subscribes, refreshes and tells what failed`() throws {
    let (server, home) = (try wire(), try ScratchFolder())
    let added = try run(
      "feeds",
      "add",
      "--folder",
      "News/Ports",
      "--tag",
      "daily",
      server.address("/feed"),
      home: home
    )
    #expect(added.output == "Subscribed to Harbor Wire (1), 3 new articles.\n")
    #expect(added.status == 0)
    // Nothing has changed since, says the server.
    let again = try run("feeds", "refresh", home: home)
    #expect(again.output == "1 feed: 0 new articles.\n")
    #expect(again.status == 0)
    #expect(server.requests.last?.headers["if-none-match"] == "\"one\"")
    let gone = try run("feeds", "add", server.address("/gone"), home: home)
    #expect(gone.status == 1)
    #expect(gone.errors.contains("is gone for good"))
    let list = try home.file(
      "gone.opml",
      "<opml><body><outline text='Gone' xmlUrl='\(server.address("/gone"))'/></body></opml>"
    )
    #expect(try run("feeds", "import", list, home: home).output == "1 feed taken in.\n")
    let failed = try run("feeds", "refresh", "--quiet", home: home)
    #expect(failed.output == "")
    #expect(failed.errors.contains("is gone for good"))
    #expect(failed.status == 1)
    let json = try run("feeds", "list", "--json", home: home)
    #expect(json.output.contains(#""title": "Harbor Wire""#))
    #expect(json.output.contains(#""unread": 3"#))
  }

  @Test
  func `lists, finds and marks articles, with nothing in their titles that moves a terminal`()
    throws
  {
    let (server, home) = (try wire(), try ScratchFolder())
    _ = try run("feeds", "add", server.address("/feed"), home: home)
    let all = try run("feeds", "articles", home: home)
    #expect(all.output.split(separator: "\n").count == 3)
    let isClean = all.output.unicodeScalars.allSatisfy {
      ($0.value >= 32 || $0 == "\n") && $0 != "\u{202E}"
    }
    #expect(isClean)
    #expect(try run("feeds", "articles", "title:bees", home: home).output.contains("Bees return"))
    #expect(try run("feeds", "mark", "read", "title:bees", home: home).output == "1 article.\n")
    let unread = try run("feeds", "articles", "is:unread", home: home)
    #expect(unread.output.split(separator: "\n").count == 2)
    #expect(try run("feeds", "articles", "is:nonsense", home: home).status == 1)
  }

  @Test
  func `a list of feeds goes in and out without loss, and brings no file of this machine`() throws {
    let (first, second) = (try ScratchFolder(), try ScratchFolder())
    let list = try first.file(
      "in.opml",
      """
      <?xml version="1.0"?><!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "boom">\
      <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
      <opml version="2.0"><head><title>Mine</title></head><body>
      <outline text="News"><outline text="Ports"><outline type="rss" text="A &amp; B" title="A &amp; B" \
      xmlUrl="https://a.example/f?x=1&amp;y=2" htmlUrl="https://a.example/" category="daily,weekly"/></outline></outline>
      <outline type="rss" text="&x;&b;" xmlUrl="https://b.example/f"/>
      </body></opml>
      """
    )
    #expect(try run("feeds", "import", list, home: first).output == "2 feeds taken in.\n")
    let out = try run("feeds", "export", home: first).output
    #expect(!out.contains("root:") && !out.contains("boom"))
    for part in ["A &amp; B", "News", "Ports", "daily,weekly", "https://a.example/f?x=1&amp;y=2"] {
      #expect(out.contains(part))
    }
    let copy = try second.file("copy.opml", out)
    #expect(try run("feeds", "import", copy, home: second).output == "2 feeds taken in.\n")
    #expect(try run("feeds", "export", home: second).output == out)
    let once = try run("feeds", "import", copy, home: second)
    #expect(once.output == "0 feeds taken in; 2 were there already.\n")
  }

  @Test
  func `reads every letter of a box of mail`() throws {
    let home = try ScratchFolder()
    let letters = ["Bees return", "Talks resume"].map {
      "From a@example.org Thu Jan 29 2026\nFrom: Harbor Wire <a@example.org>\nSubject: \($0)\n\n\(paragraph)\n\n"
    }
    let box = try home.file("news.mbox", letters.joined())
    let printed = try run(box, home: home)
    #expect(printed.output.components(separatedBy: "* * *").count == 2)
    let analyzed = try run("analyze", "--format", "jsonl", box, home: home)
    #expect(analyzed.output.split(separator: "\n").count == 2)
    for part in ["Bees return", "Talks resume", "news.mbox#2", "Harbor Wire"] {
      #expect(analyzed.output.contains(part))
    }
    #expect(analyzed.status == 0)
  }

  @Test
  func `feeds on the screen, by the keys of the field`() throws {
    let (server, home) = (try wire(), try ScratchFolder())
    _ = try run("feeds", "add", server.address("/feed"), home: home)
    let seen = "\(home.path)/seen"
    let browser = try home.file("browser", "#!/bin/sh\nprintf '%s' \"$*\" >> \(seen)\n")
    #expect(chmod(browser, 0o755) == 0)
    let session = try TerminalSession(
      ["feeds"],
      environment: ["BROWSER": browser],
      home: home.path
    )
    func sees(_ text: String, after keys: String) -> Bool {
      let start = session.shown
      session.type(keys)
      return session.sees(text, since: start)
    }
    #expect(session.sees("Harbor Wire"))
    // The list of what is not read; the newest is first.
    #expect(sees("Bees return", after: "jj\r"))
    #expect(session.sees("Mara Oyelaran"), "the list shows who an article is about")
    #expect(sees("later", after: "s"))
    session.type("o")
    #expect(session.waits { _ in FileManager.default.fileExists(atPath: seen) })
    #expect(try String(contentsOfFile: seen, encoding: .utf8) == server.address("/3"))
    #expect(sees("Ivo Brandt said", after: "j\r"))
    #expect(sees("Bees return", after: "q"))
    #expect(sees("title:bees", after: "&title:bees\r"))
    session.type("qQ")
    #expect(session.ends() == .exited(0))
    #expect(session.leftovers == [])
    let later = try run("feeds", "articles", "is:later", home: home).output
    #expect(later.split(separator: "\n").count == 1)
    let unread = try run("feeds", "articles", "is:unread", home: home).output
    #expect(unread.split(separator: "\n").count == 2)
  }
}
