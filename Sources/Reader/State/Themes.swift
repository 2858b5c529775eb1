/// A theme that can be chosen.
public struct ThemeChoice: Equatable, Sendable {
  public let name: String
  /// What it says of itself.
  public let description: String

  public init(name: String, description: String) {
    self.name = name
    self.description = description
  }
}

extension ReaderState {
  /// The themes there are and the one that is seen.
  struct Themes: Sendable {
    var choices: [ThemeChoice] = []
    var shown = ""
    /// What Esc brings back while one is being chosen.
    var kept = ""
  }
}
