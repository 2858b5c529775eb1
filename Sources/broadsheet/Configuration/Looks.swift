internal import Reader
internal import Screen
internal import Themes

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The theme to begin with, and what may take its place when the terminal has told its background.
struct Looks {
  private(set) var theme: Theme
  /// Themes for light and for dark terminals, if that is asked for.
  private(set) var pair: (light: Theme, dark: Theme)?
  /// What is wrong with the themes asked for, as sentences.
  private(set) var mistakes: [String] = []

  /// - Parameters:
  ///   - configuration: What the reader's file asks for.
  ///   - given: The theme of the command line, which counts more.
  init(_ configuration: Configuration, theme given: Theme?) {
    theme = configuration.style.isLinear ? .monochrome : .standard
    if let given {
      theme = given
      return
    }
    guard !configuration.style.isLinear else { return }
    switch configuration.theme {
    case nil: break
    case .named(let name):
      if let found = find(name) { theme = found }
    case .pair(let light, let dark):
      guard let light = find(light), let dark = find(dark) else { return }
      pair = (light, dark)
      theme = isDarkByEnvironment() ? dark : light
    }
  }

  private mutating func find(_ name: String) -> Theme? {
    do {
      return try findTheme(name)
    } catch {
      mistakes.append(error.description)
      return nil
    }
  }

  /// The theme for such a terminal; nil if it is there already, or no pair was asked for.
  func theme(isDark: Bool) -> Theme? {
    guard let pair else { return nil }
    return isDark ? pair.dark : pair.light
  }
}

/// What rxvt and its relatives say of their colors in the environment; most terminals are dark.
private func isDarkByEnvironment() -> Bool {
  guard let value = getenv("COLORFGBG") else { return true }
  let background = String(cString: value).split(separator: ";").last.flatMap { Int($0) }
  return background.map { $0 < 7 || $0 == 8 } ?? true
}
