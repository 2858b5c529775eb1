/// A theme that can be chosen.
public struct ThemeChoice: Equatable, Sendable {
  public var name: String
  public var description: String
  /// Why it cannot be shown, as a sentence; nil where it can.
  public var problem: String?

  public init(name: String, description: String, problem: String? = nil) {
    self.name = name
    self.description = description
    self.problem = problem
  }
}

/// The themes to choose from, and what is shown meanwhile.
struct ThemeChoices: Equatable, Sendable {
  var choices: [ThemeChoice] = []
  /// The one that was shown when choosing began.
  var before = ""
  /// The one that is shown now.
  var shown = ""
}
