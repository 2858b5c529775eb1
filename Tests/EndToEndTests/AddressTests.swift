import Foundation
import TestKit
import Testing

private let talks = """
  Talks resume in Port Anselm

  Velia renewed its invitation to President Mara Oyelaran, its spokesman Ivo Brandt said.

  """

/// What a run of the program on no terminal wrote, and how it ended.
private struct Run {
  let output: String
  let errors: String
  let status: Int32

  init(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: builtProgram())
    process.arguments = arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    self.output = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(),
      as: UTF8.self
    )
    self.errors = String(
      decoding: try errors.fileHandleForReading.readToEnd() ?? Data(),
      as: UTF8.self
    )
    process.waitUntilExit()
    status = process.terminationStatus
  }
}

private func server() throws -> LoopbackServer {
  try LoopbackServer { request, connection in
    switch request.path {
    case "/talks":
      connection.answer(talks, headers: "Content-Type: text/plain; charset=utf-8\r\n")
    case "/latin":
      let text = "Café talks resume.\n".unicodeScalars.map { UInt8($0.value) }
      connection.answer(text, headers: "Content-Type: text/plain; charset=iso-8859-1\r\n")
    case "/feed":
      connection.answer(
        "<rss><channel><title>Wire</title><item><title>One</title><link>/1</link></item></channel></rss>",
        headers: "Content-Type: text/xml\r\n"
      )
    case "/slow":
      connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
      for _ in 0..<200 {
        guard connection.send("Talks resume. ") else { return }
        usleep(50_000)
      }
    default: connection.answer("no", status: "404 Not Found")
    }
  }
}

@Suite(.serialized, .timeLimit(.minutes(2)))
struct AddressTests {
  @Test
  func `prints pages of the web, in their encoding`() throws {
    let server = try server()
    let run = try Run(server.address("/talks"), server.address("/latin"))
    #expect(run.output == "\(talks)\n* * *\n\nCafé talks resume.\n")
    #expect(run.errors == "")
    #expect(run.status == 0)
    #expect(server.requests[0].headers["user-agent"]?.hasPrefix("Broadsheet/") == true)
  }

  @Test
  func `analyzes a page of the web`() throws {
    let server = try server()
    let address = server.address("/talks")
    let run = try Run("analyze", "--format", "jsonl", address, server.address("/none"))
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.contains(#""id":"\#(address)""#) == true)
    #expect(lines.first?.contains("Mara Oyelaran") == true)
    #expect(
      run.errors == "broadsheet: \(server.address("/none")) is not there; check the address.\n"
    )
    #expect(run.status == 1)
  }

  @Test
  func `prints a feed of the web as JSON`() throws {
    let server = try server()
    let run = try Run("feeds", "read", server.address("/feed"))
    #expect(run.output.contains(#""title": "Wire""#))
    #expect(run.output.contains(#""link": "\#(server.address("/1"))""#))
    #expect(run.status == 0)
  }

  @Test
  func `says that a feed is no article`() throws {
    let server = try server()
    let run = try Run(server.address("/feed"))
    #expect(run.errors.contains("is a feed, not an article"))
    #expect(run.output == "")
    #expect(run.status == 1)
  }

  @Test(arguments: ["\u{1B}", "\u{3}"])
  func `stops loading at a key, with the terminal as before`(key: String) throws {
    let (server, folder) = (try server(), try ScratchFolder())
    let session = try TerminalSession([server.address("/slow")], home: folder.path)
    #expect(session.sees("is being loaded"))
    session.type(key)
    #expect(session.ends() == .exited(1))
    #expect(session.trace.text.contains("was not loaded, as you wished."))
    #expect(session.leftovers == [])
  }

  @Test
  func `ends by a signal while it loads, with the terminal as before`() throws {
    let (server, folder) = (try server(), try ScratchFolder())
    let session = try TerminalSession([server.address("/slow")], home: folder.path)
    #expect(session.sees("is being loaded"))
    session.signal(SIGTERM)
    #expect(session.ends() == .killed(by: SIGTERM))
    #expect(session.leftovers == [])
  }

  @Test
  func `loads beside the screen what is chosen from a list`() throws {
    let (server, folder) = (try server(), try ScratchFolder())
    let article = try folder.file("bees.txt", "Bees return\n\nThe hives are full again.\n")
    let session = try TerminalSession(
      [article, server.address("/talks"), server.address("/slow")],
      home: folder.path
    )
    #expect(session.sees("bees.txt"))
    session.type("j\r")
    #expect(session.sees("Ivo Brandt said"))
    session.type("qj\r")
    #expect(session.sees("is being loaded"))
    session.type("\u{1B}")
    #expect(session.sees("was not loaded, as you wished."))
    session.type("Q")
    #expect(session.ends() == .exited(0))
    #expect(session.leftovers == [])
  }

  @Test
  func `gives the browser an address as one argument, which no shell reads`() throws {
    let folder = try ScratchFolder()
    let address = "https://a.example/$(touch${IFS}made);`touch made`|&x='y'*?"
    let article = try folder.file("talks.txt", "Talks resume\n\nSee \(address) for more.\n")
    let seen = "\(folder.path)/seen"
    let browser = try folder.file(
      "browser",
      "#!/bin/sh\nprintf '%s\\n' \"$#\" \"$@\" > \(seen).part && mv \(seen).part \(seen)\n"
    )
    #expect(chmod(browser, 0o755) == 0)
    let session = try TerminalSession(
      [article],
      environment: ["BROWSER": browser],
      home: folder.path
    )
    #expect(session.sees("See https"))
    #expect(session.sees("none found"), "the article is analyzed, and nothing moves any more")
    session.type("f")
    #expect(session.sees("follow, show or open"))
    session.type("a")
    #expect(session.waits { _ in FileManager.default.fileExists(atPath: seen) })
    let arguments = try String(contentsOfFile: seen, encoding: .utf8).split(separator: "\n")
    #expect(arguments.first == "1")
    #expect(arguments.last.map { address.hasPrefix($0) } == true)
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/made"))
    session.type("Q")
    #expect(session.ends() == .exited(0))
  }
}
