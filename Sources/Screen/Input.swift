public enum Key: Hashable, Sendable {
  case character(Character)
  /// With Control: the letter in lower case.
  case control(Character)
  /// With Alt, or after Escape.
  case alt(Character)
  case function(Int)
  case up
  case down
  case left
  case right
  case altLeft
  case altRight
  case home
  case end
  case pageUp
  case pageDown
  case insert
  case delete
  case enter
  case escape
  case tab
  case backTab
  case backspace
}

public struct Mouse: Hashable, Sendable {
  public enum Action: Hashable, Sendable {
    case press
    case drag
    case release
    case wheelUp
    case wheelDown
  }

  public let action: Action
  public let point: Point

  public init(_ action: Action, at point: Point) {
    self.action = action
    self.point = point
  }
}

/// What comes from the terminal.
public enum Input: Hashable, Sendable {
  case key(Key)
  case mouse(Mouse)
  /// Bracketed paste, as text.
  case paste(String)
  case resize(Size)
}
