internal import Reader
internal import Themes

/// What the reader's own file asks for.
struct Configuration {
  enum ThemeChoice: Equatable {
    case named(String)
    /// One for bright and one for dark terminals.
    case pair(light: String, dark: String)
  }

  var theme: ThemeChoice?
  var style = ReadingStyle()
  var keymaps: Keymaps?
  /// What is wrong with the file, in the order of its lines; the rest of it counts.
  var mistakes: [ConfigurationMistake] = []
}

/// A mistake in a configuration file: where, what, and what was expected.
struct ConfigurationMistake: Equatable, CustomStringConvertible {
  let file: String
  let line: Int
  /// A sentence without its capital.
  let sentence: String

  var description: String { "\(file):\(line): \(sentence)" }
}

extension Configuration {
  /// The file's path: below `$XDG_CONFIG_HOME`, else below `~/.config`; nil where the environment names neither.
  static var path: String? {
    guard let themes = userThemeFolder, let slash = themes.lastIndex(of: "/") else { return nil }
    return String(themes[..<slash]) + "/config.yaml"
  }

  /// What stands in the file; nil where there is none, which costs one look.
  static func read() -> Configuration? {
    guard let path, let text = readSmallFile(path) else { return nil }
    return ConfigurationFile(text, file: path).configuration()
  }
}
