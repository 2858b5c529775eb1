import Foundation
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite(.serialized, .timeLimit(.minutes(2)))
struct EndingTests {
  private let folder: ScratchFolder
  private let article: String

  init() throws {
    folder = try ScratchFolder()
    article = try folder.file("talks.txt", longArticle)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func `is ended by a signal with the terminal as before`(signal: Int32) throws {
    let session = try TerminalSession([article], home: folder.path)
    #expect(session.sees("for day 1,"))
    session.signal(signal)
    #expect(session.ends() == .killed(by: signal))
    #expect(session.leftovers == [])
    #expect(session.trace.textSinceLeaving == "")
  }

  @Test
  func `is ended by a signal while the help is open and keys come in`() throws {
    let session = try TerminalSession([article], home: folder.path)
    #expect(session.sees("for day 1,"))
    session.type("?jjjj")
    session.signal(SIGTERM)
    session.type("jjjj")
    #expect(session.ends() == .killed(by: SIGTERM))
    #expect(session.leftovers == [])
  }

  @Test
  func `goes with its terminal`() throws {
    let session = try TerminalSession([article], home: folder.path)
    #expect(session.sees("for day 1,"))
    session.hangUp()
    #expect(session.ends() == .killed(by: SIGHUP))
  }

  @Test
  func `goes with its terminal even where nobody tells it`() throws {
    let session = try TerminalSession(
      [builtProgram(), article],
      command: ["/bin/sh", "-c", #"trap "" HUP; exec "$0" "$1""#],
      home: folder.path
    )
    #expect(session.sees("for day 1,"))
    session.hangUp()
    #expect(session.ends() == .exited(1))
  }

  @Test
  func `needs no keys to end: standard input at its end leaves the keys to the terminal`() throws {
    let session = try TerminalSession([article], input: "/dev/null", home: folder.path)
    #expect(session.sees("for day 1,"))
    session.type("q")
    #expect(session.ends() == .exited(0))
    #expect(session.leftovers == [])
  }

  @Test
  func `says how to quit when it is interrupted by key`() throws {
    let session = try TerminalSession([article], home: folder.path)
    #expect(session.sees("for day 1,"))
    let start = session.shown
    session.type("\u{3}")
    #expect(session.sees("quit", since: start))
    session.type("q")
    #expect(session.ends() == .exited(0))
    #expect(session.leftovers == [])
  }

  @Test
  func `writes text without escapes into a pipe and nothing to the terminal`() throws {
    let output = "\(folder.path)/out"
    let session = try TerminalSession([article], output: output, home: folder.path)
    #expect(session.ends() == .exited(0))
    #expect(session.trace.text == "")
    let written = try Data(contentsOf: URL(fileURLWithPath: output))
    #expect(String(decoding: written, as: UTF8.self) == longArticle)
    #expect(session.leftovers == [])
  }

  @Test
  func `prints the article on a terminal that cannot show a screen`() throws {
    let session = try TerminalSession([article], environment: ["TERM": "dumb"], home: folder.path)
    #expect(session.ends() == .exited(0))
    #expect(session.trace.text.contains("signed the paper"))
    #expect(session.trace.timesLeft == 0)
    #expect(session.leftovers == [])
  }

  @Test(arguments: [
    ("an empty file", "is empty"), ("white space", "is empty"), ("a program", "not text"),
    ("no file", "there is no file"),
  ])
  func `refuses what is no article in one sentence and draws nothing`(
    what: String,
    complaint: String
  ) throws {
    let contents: [String: [UInt8]] = [
      "an empty file": [], "white space": [0x20, 0x0A, 0x09, 0x0A],
      "a program": [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0x3E, 0],
    ]
    let path =
      try contents[what].map { try folder.file("odd.txt", $0) } ?? "\(folder.path)/odd.txt"
    let session = try TerminalSession([path], home: folder.path)
    #expect(session.ends() == .exited(1))
    #expect(session.trace.text.hasPrefix("broadsheet: "))
    #expect(session.trace.text.contains(complaint))
    #expect(session.trace.text.split(separator: "\n").count == 1)
    #expect(session.trace.timesLeft == 0)
    #expect(session.leftovers == [])
  }
}
