internal import Screen

/// The colors that a terminal has, and what becomes of a theme's colors there.
enum Palette: Equatable, Sendable {
  case none
  case eight
  case sixteen
  case indexed
  /// 256 by the terminal's description, and all of them by what the terminal says in the environment.
  case trueColor
  case direct

  /// Numbers from here on are colors, red, green and blue in a byte each; those below are the terminal's own.
  static let firstTrueColor = 1 << 24

  /// - Parameters:
  ///   - colors: The number of colors that the terminal's description gives.
  ///   - hasTrueColor: Whether it can show all others too.
  init(colors: Int, hasTrueColor: Bool = false) {
    switch colors {
    case ..<8: self = .none
    case ..<16: self = .eight
    case ..<256: self = .sixteen
    case ..<(1 << 24): self = hasTrueColor ? .trueColor : .indexed
    default: self = .direct
    }
  }

  /// A style in the terminal's own terms; colors are its numbers, -1 what it takes for itself.
  struct Look: Hashable, Sendable {
    var foreground = -1
    var background = -1
    var attributes: Attributes = []
  }

  /// How the terminal comes nearest to a style.
  ///
  /// - Parameters:
  ///   - style: What the theme says.
  ///   - ground: The background of plain text, from which others must differ.
  /// - Returns: What is readable, whatever becomes of the colors.
  func look(of style: Style, over ground: Color? = nil) -> Look {
    var look = Look(attributes: style.attributes)
    guard self != .none else { return look }
    look.foreground = style.foreground.map(number) ?? -1
    look.background = style.background.map(number) ?? -1
    guard self == .eight || self == .sixteen else { return look }
    if look.background == 7 || look.background == 15 { keepToDark(&look) }
    if self == .eight { keepToEight(&look) }
    if look.foreground == look.background, look.foreground >= 0 {
      // Both became one color.
      look.foreground = isDark(look.background) ? 7 : 0
    }
    if let background = style.background, let ground, background != ground,
      look.background == self.look(of: Style(background: ground)).background
    {
      // A tint that is gone: the other way round it stands out again.
      look.attributes.insert(.reverse)
    }
    return look
  }

  /// On white, of the sixteen only black, gray, red, blue and magenta are read.
  private func keepToDark(_ look: inout Look) {
    switch look.foreground {
    case 7, 15: look.foreground = 0
    case 1, 3, 9, 11: look.foreground = 1
    case 2, 6, 10, 14: look.foreground = 4
    case 4, 5, 12, 13: look.foreground = 5
    default: break
    }
  }

  /// Bright colors are the plain ones in bold.
  private func keepToEight(_ look: inout Look) {
    if look.background > 7 { look.background -= 8 }
    switch look.foreground {
    case 0:
      // Bold black is a gray on some terminals, too dim to read.
      look.attributes.remove(.bold)
    case 8:
      // And on the others it is black, so that no gray can be made of it.
      look.foreground = look.background < 0 ? -1 : isDark(look.background) ? 7 : 0
      look.attributes.insert(.dim)
    case 9...15:
      look.foreground -= 8
      look.attributes.insert(.bold)
    default:
      break
    }
  }

  private func isDark(_ number: Int) -> Bool { [0, 1, 4, 5, 8].contains(number) }

  /// The nearest color's number; for eight colors one of sixteen.
  func number(of color: Color) -> Int {
    switch color {
    case .terminal(let number):
      // Of a terminal with direct colors only the first eight are its own.
      guard self == .direct, number > 7 else { return number }
      let (red, green, blue) = standardColors[min(number, 15)]
      return red << 16 | green << 8 | blue
    case .rgb(let red, let green, let blue):
      let (red, green, blue) = (Int(red), Int(green), Int(blue))
      return switch self {
      case .none: -1
      case .eight, .sixteen: nearestOfSixteen(red, green, blue)
      case .indexed: nearestOf256(red, green, blue)
      case .trueColor: Self.firstTrueColor + (red << 16 | green << 8 | blue)
      // 0...7 are the terminal's own: the darkest blues move up by a hair.
      case .direct: max(8, red << 16 | green << 8 | blue)
      }
    }
  }
}

/// What xterm shows for the sixteen; terminals differ.
private let standardColors = [
  (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205),
  (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255),
  (255, 0, 255), (0, 255, 255), (255, 255, 255),
]

/// By hue rather than by distance, since a calm color lies nearer to a gray than to any of the six.
private func nearestOfSixteen(_ red: Int, _ green: Int, _ blue: Int) -> Int {
  let high = max(red, green, blue)
  let low = min(red, green, blue)
  guard high - low > 36 else {
    return switch (red * 30 + green * 59 + blue * 11) / 100 {
    case ..<64: 0
    case ..<140: 8
    case ..<225: 7
    default: 15
    }
  }
  // Each channel counts as on where it is nearer to the strongest than to the weakest.
  let middle = (high + low) / 2
  let hue = (red > middle ? 1 : 0) | (green > middle ? 2 : 0) | (blue > middle ? 4 : 0)
  return high > 150 && low > 60 || high > 220 ? hue + 8 : hue
}

/// The nearer of the color cube's corner and the gray; the first sixteen are the user's, and unknown.
private func nearestOf256(_ red: Int, _ green: Int, _ blue: Int) -> Int {
  let levels = [0, 95, 135, 175, 215, 255]
  func level(_ value: Int) -> Int {
    value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40
  }
  func distance(_ other: (Int, Int, Int)) -> Int {
    let (dr, dg, db) = (red - other.0, green - other.1, blue - other.2)
    return 3 * dr * dr + 6 * dg * dg + db * db
  }
  let (r, g, b) = (level(red), level(green), level(blue))
  let gray = min(23, max(0, ((red * 30 + green * 59 + blue * 11) / 100 - 3) / 10))
  let shade = 8 + 10 * gray
  return distance((shade, shade, shade)) < distance((levels[r], levels[g], levels[b]))
    ? 232 + gray : 16 + 36 * r + 6 * g + b
}
