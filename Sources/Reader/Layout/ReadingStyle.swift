/// How the reader wants text to be set.
public struct ReadingStyle: Equatable, Sendable {
  /// The most columns of a line of text; less in a narrow window.
  public var measure = 72
  /// Whether the text stands in the middle of its room, or at its left.
  public var isCentered = true
  public var isJustified = false
  /// Whether long English words are broken at the ends of lines.
  public var isHyphenated = false
  /// Whether the text stands alone, at the left, without boxes and lines, as screen readers like it.
  public var isLinear = false

  /// What `measure` may be.
  public static let measures = 20...200

  public init() {}
}
