/// Why there is no screen.
public enum TerminalError: Error, Equatable, CustomStringConvertible {
  case notATerminal
  case unknownTerminal(name: String)
  case cannotMoveCursor(name: String)
  case noKeys
  case refused(errno: Int32)

  public var description: String {
    switch self {
    case .notATerminal:
      "standard output is no terminal, so there is no screen; start broadsheet in one."
    case .unknownTerminal(let name):
      "nothing is known of the terminal “\(name)”; set TERM to one that is known, such as xterm-256color."
    case .cannotMoveCursor(let name):
      "a terminal of the kind “\(name)” cannot show a screen; set TERM to what it really is."
    case .noKeys:
      "there is no terminal to read keys from; start broadsheet in one."
    case .refused(let number):
      "the terminal could not be taken over (error \(number)); start broadsheet in the foreground."
    }
  }
}
