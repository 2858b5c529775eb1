import Foundation
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The library in the reader, over several runs of the program in one home.
@Suite struct LibraryReadingTests {
  private let folder: ScratchFolder
  private let harbor: String
  private let quarry: String

  init() throws {
    folder = try ScratchFolder()
    harbor = try folder.file(
      "harbor.txt",
      """
      Ferry talks stall

      Mara Oyelaran, the harbor minister, said on Thursday that the night ferry would sail.

      "We will not give up the night ferry," Oyelaran said.
      """
    )
    quarry = try folder.file(
      "quarry.txt",
      """
      Quarry vote delayed

      Harbor minister Mara Oyelaran said on Friday that the quarry would be filled with lanterns.
      """
    )
  }

  /// Reads an article until the library has what was found in it.
  private func read(_ path: String, _ words: String) throws {
    let session = try TerminalSession([path], home: folder.path)
    #expect(session.sees(words))
    #expect(session.sees("person"))
    session.type("q")
    #expect(session.ends() == .exited(0))
  }

  /// Everything that is kept of marks and corrections.
  private func exported() throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: builtProgram())
    process.arguments = ["export", "--format", "json"]
    process.environment = ["HOME": folder.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return output
  }

  private let redraw = "\u{C}"

  @Test func `what was read is found, opened at the hit, and left again`() throws {
    try read(quarry, "lanterns")
    let session = try TerminalSession([harbor], home: folder.path)
    #expect(session.sees("night ferry"))
    session.type("Llanterns\r")
    #expect(session.sees("1 article"))
    session.type(redraw)
    #expect(session.sees("Quarry vote delayed"))
    var start = session.shown
    session.type("\r")
    #expect(session.sees("/lanterns", since: start))
    start = session.shown
    session.type("qq\(redraw)")
    #expect(session.sees("night ferry", since: start))
    session.type("Q")
    #expect(session.ends() == .exited(0))
    #expect(session.leftovers == [])
  }

  @Test func `a card tells what another article says of the same person`() throws {
    try read(quarry, "lanterns")
    let session = try TerminalSession([harbor], columns: 100, rows: 40, home: folder.path)
    #expect(session.sees("person"))
    session.type("]pc")
    #expect(session.sees("IN OTHER ARTICLES"))
    #expect(session.sees("Quarry vote delayed"))
    session.type("Q")
    #expect(session.ends() == .exited(0))
  }

  @Test func `what cannot be looked for is told, and a library that is not kept is not searched`()
    throws
  {
    let session = try TerminalSession([harbor], home: folder.path)
    #expect(session.sees("night ferry"))
    session.type("Lbefore:soon\r")
    #expect(session.sees("before:soon is no day"))
    session.type("Q")
    #expect(session.ends() == .exited(0))
    let other = try TerminalSession(["--no-library", harbor], home: folder.path)
    #expect(other.sees("night ferry"))
    other.type("Lferry\r")
    #expect(other.sees("There is no library while --no-library is given."))
    other.type("Q")
    #expect(other.ends() == .exited(0))
  }

  @Test func `two who mark and correct one article at once lose nothing of each other`() throws {
    let sessions = try (0..<2).map { _ in try TerminalSession([harbor], home: folder.path) }
    for session in sessions { #expect(session.sees("person")) }
    // Both have the library open before either marks.
    sleep(1)
    sessions[0].type("]pa")
    sessions[1].type("]q2a")
    for (session, name) in zip(sessions, ["Mara Ann", "Mara Bea"]) {
      session.type("\tEr\u{15}\(name)\r")
      #expect(session.sees(name))
    }
    for session in sessions {
      session.type("Q")
      #expect(session.ends() == .exited(0))
    }
    let output = try exported()
    for words in ["yellow", "green", "Mara Ann", "Mara Bea"] {
      #expect(output.contains(words), "\(words) in \(output)")
    }
  }

  @Test func `of a mark that cannot be kept it is said, and the next one that can be is`() throws {
    let data = folder.path + "/.local/share"
    try FileManager.default.createDirectory(
      atPath: folder.path + "/.local",
      withIntermediateDirectories: true
    )
    // A file stands where the folder is to be.
    _ = try folder.file(".local/share", "")
    let session = try TerminalSession([harbor], home: folder.path)
    #expect(session.sees("nothing is kept until it can"))
    session.type(redraw)
    var start = session.shown
    session.type("]pa")
    #expect(session.sees("nothing is kept until it can", since: start))
    try FileManager.default.removeItem(atPath: data)
    start = session.shown
    session.type("]q2a")
    #expect(session.waits { _ in FileManager.default.fileExists(atPath: data + "/broadsheet") })
    session.type("Q")
    #expect(session.ends() == .exited(0))
    let output = try exported()
    for words in ["yellow", "green"] { #expect(output.contains(words), "\(words) in \(output)") }
  }
}
