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
      "Standard output is not a terminal, so there is no screen to read on."
    case .unknownTerminal(let name):
      "Nothing is known of the terminal “\(name)”. Set TERM to one that is, such as xterm-256color."
    case .cannotMoveCursor(let name):
      "A terminal of the kind “\(name)” cannot show a screen. Set TERM to what it really is."
    case .noKeys:
      "There is no terminal to read keys from. Start broadsheet in one."
    case .refused(let number):
      "The terminal could not be taken over (error \(number)). Start broadsheet in the foreground."
    }
  }
}
