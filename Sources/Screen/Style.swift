/// A color as a theme names it.
public enum Color: Hashable, Sendable {
  /// One of the terminal's own 16: 0...7, and 8...15 for the bright ones.
  case terminal(Int)
  /// Red, green and blue, 0...255.
  case rgb(UInt8, UInt8, UInt8)
}

public struct Attributes: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  public static let bold = Attributes(rawValue: 1)
  public static let dim = Attributes(rawValue: 2)
  public static let italic = Attributes(rawValue: 4)
  public static let underline = Attributes(rawValue: 8)
  public static let reverse = Attributes(rawValue: 16)
}

/// How a face looks.
///
/// Nil colors are those of what lies below, in the end the terminal's own.
public struct Style: Hashable, Sendable {
  public var foreground: Color?
  public var background: Color?
  public var attributes: Attributes

  public init(foreground: Color? = nil, background: Color? = nil, attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// This style with `other` laid over it.
  public func overlaid(by other: Style) -> Style {
    Style(
      foreground: other.foreground ?? foreground,
      background: other.background ?? background,
      attributes: attributes.union(other.attributes)
    )
  }
}

/// Styles of all faces, their fall-backs resolved.
public struct Theme: Sendable {
  public let name: String
  /// By the faces' ordinals.
  private let styles: [Style?]
  /// Whether it says more than attributes can.
  public let usesColor: Bool

  /// Later styles of a face replace earlier ones.
  public init(name: String, styles named: KeyValuePairs<Face, Style>) {
    self.init(name: name, styles: named.map { ($0.key, $0.value) })
  }

  /// Later styles of a face replace earlier ones.
  public init(name: String, styles named: [(Face, Style)]) {
    var styles = [Style?](repeating: nil, count: Face.count)
    var usesColor = false
    for (face, style) in named {
      styles[face.ordinal] = style
      usesColor = usesColor || style.foreground != nil || style.background != nil
    }
    self.name = name
    self.styles = styles
    self.usesColor = usesColor
  }

  /// The style of `face`, or of its nearest named parent.
  public subscript(face: Face) -> Style {
    var face = face
    while true {
      if let style = styles[face.ordinal] { return style }
      guard let parent = face.parent else { return Style() }
      face = parent
    }
  }
}
