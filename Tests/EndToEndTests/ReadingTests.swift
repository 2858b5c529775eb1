import Foundation
import Testing

/// Redraws the screen, so that all that is on it is written once more.
private let redraw = "\u{C}"

@Suite(.serialized, .timeLimit(.minutes(2)))
struct ReadingTests {
  private let folder: ScratchFolder
  private let article: String

  init() throws {
    folder = try ScratchFolder()
    article = try folder.file("talks.txt", longArticle)
  }

  @Test
  func `opens an article and leaves nothing behind`() throws {
    let session = try TerminalSession([article], home: folder.path)
    #expect(session.sees("The ships waited for day 1,"))
    #expect(session.isRaw)
    #expect(session.trace.modes.isSuperset(of: [1049, 1000, 1006, 2004]))
    session.type("q")
    #expect(session.ends() == .exited(0))
    #expect(session.leftovers == [])
    #expect(session.trace.timesLeft == 1)
    #expect(session.trace.textSinceLeaving == "")
  }

  @Test
  func `shows the sample when there is nothing to read`() throws {
    let session = try TerminalSession([], home: folder.path)
    #expect(session.sees("Ferry talks between Denmark and Sweden resume"))
    #expect(session.sees("ACTORS"))
    session.type("Q")
    #expect(session.ends() == .exited(0))
    #expect(session.leftovers == [])
  }

  @Test
  func `jumps to what is searched and to a person named far below`() throws {
    let session = try TerminalSession([article], home: folder.path)
    #expect(session.sees("Oyelaran"), "the actors' pane names her once the article is analyzed")
    #expect(!session.trace.text.contains("signed the paper"))
    session.type("]p\(redraw)")
    #expect(session.sees("signed the paper"))
    session.type("g")
    let start = session.shown
    session.type("/day 33\r\(redraw)")
    #expect(session.sees("for day 33, and", since: start))
    #expect(session.sees("1/1", since: start))
    session.type("q")
    #expect(session.ends() == .exited(0))
    #expect(session.leftovers == [])
  }

  @Test
  func `follows the terminal's size down to one cell and back`() throws {
    let session = try TerminalSession([article], home: folder.path)
    #expect(session.sees("for day 1,"))
    for (columns, rows) in [(1, 1), (2, 1), (1, 2), (40, 10), (250, 3), (3, 80), (1, 1)] {
      session.resize(columns, rows)
      usleep(30000)
    }
    let start = session.shown
    session.resize(100, 28)
    #expect(session.sees("for day 1,", since: start))
    session.type("q")
    #expect(session.ends() == .exited(0))
    #expect(session.leftovers == [])
  }

  @Test
  func `stops for the shell and comes back`() throws {
    // A shell of the user's, with job control, that says what it sees.
    let script = #"set -m; "$0" "$1"; echo stopped:$?:; read key; fg >/dev/null; echo ended:$?:"#
    let session = try TerminalSession(
      [builtProgram(), article],
      command: ["/bin/sh", "-c", script],
      home: folder.path
    )
    #expect(session.sees("for day 1,"))
    session.type("\u{1A}")
    #expect(session.sees("stopped:148:"))
    #expect(session.leftovers == [])
    let start = session.shown
    session.type("\r")
    #expect(session.sees("for day 1,", since: start))
    #expect(session.waits { $0.isRaw })
    session.type("q")
    #expect(session.sees("ended:0:", since: start))
    #expect(session.ends() == .exited(0))
    #expect(session.leftovers == [])
    #expect(session.trace.timesLeft == 2)
  }

  @Test
  func `reads an article from standard input and keys from the terminal`() throws {
    let session = try TerminalSession(["-"], input: article, home: folder.path)
    #expect(session.sees("for day 1,"))
    session.type("G\(redraw)")
    #expect(session.sees("signed the paper"))
    session.type("q")
    #expect(session.ends() == .exited(0))
    #expect(session.leftovers == [])
  }

  @Test
  func `lists several articles, opens one and goes back`() throws {
    let other = try folder.file(
      "bees.txt",
      "Bees return to the park\n\nThe hives are full again.\n"
    )
    let session = try TerminalSession([article, other], home: folder.path)
    #expect(session.sees("talks.txt"))
    #expect(session.sees("bees.txt"))
    session.type("j\r\(redraw)")
    #expect(session.sees("The hives are full again."))
    session.type("qq")
    #expect(session.ends() == .exited(0))
    #expect(session.leftovers == [])
  }

  @Test
  func `reads a file that is watched anew when it changes`() throws {
    let session = try TerminalSession([article], home: folder.path)
    #expect(session.sees("for day 1,"))
    session.type("W")
    #expect(session.sees("The file is watched"))
    // What is said is shown before it is done; the next key comes behind both.
    let said = session.shown
    session.type(redraw)
    #expect(session.sees("for day 1,", since: said))
    let start = session.shown
    _ = try folder.file("talks.txt", "Harbor talks fail\n\nThe pencil was not given back.\n")
    #expect(session.sees("Read anew.", since: start))
    // What stands where it stood before is not sent again, unless all is.
    session.type(redraw)
    #expect(session.sees("The pencil was not given back.", since: start))
    session.type("q")
    #expect(session.ends() == .exited(0))
    #expect(session.leftovers == [])
  }

  @Test
  func `uses no color where none is wanted`() throws {
    let colored = try TerminalSession([article], home: folder.path)
    #expect(colored.sees("Oyelaran"))
    #expect(colored.trace.usesColor)
    let plain = try TerminalSession([article], environment: ["NO_COLOR": "1"], home: folder.path)
    #expect(plain.sees("Oyelaran"))
    #expect(!plain.trace.usesColor)
  }
}
