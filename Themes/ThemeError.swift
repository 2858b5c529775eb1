/// Why a theme cannot be used.
public enum ThemeError: Error, Equatable, Sendable {
  case unknownTheme(name: String, known: [String])
  case unreadable(file: String)
  case notYAML(file: String, line: Int, problem: String)
  case notATheme(file: String)
  case unknownKey(file: String, line: Int, key: String, known: [String])
  case unknownFace(file: String, line: Int, name: String)
  case unknownColor(file: String, line: Int, name: String)
  case unknownAttribute(file: String, line: Int, name: String)
  /// `expected` says what should stand there.
  case wrongKind(file: String, line: Int, key: String, expected: String)
}

extension ThemeError: CustomStringConvertible {
  /// One sentence: what is wrong and where, and what to do.
  public var description: String {
    switch self {
    case .unknownTheme(let name, let known):
      "there is no theme “\(name)”; choose one of \(list(known)), or name a file."
    case .unreadable(let file):
      "the theme \(file) cannot be read; check its name and permissions."
    case .notYAML(let file, let line, let problem):
      "\(file):\(line): \(problem); mend the YAML there."
    case .notATheme(let file):
      "\(file) is not a theme; it needs the key “faces” with faces and their styles."
    case .unknownKey(let file, let line, let key, let known):
      "\(file):\(line): “\(key)” has no meaning here; use \(list(known))."
    case .unknownFace(let file, let line, let name):
      "\(file):\(line): there is no face “\(name)”; \(advice(name))"
    case .unknownColor(let file, let line, let name):
      "\(file):\(line): “\(name)” is no color; write \"#rrggbb\", a name from “colors”, or one of the terminal's, "
        + "such as red or bright-blue."
    case .unknownAttribute(let file, let line, let name):
      "\(file):\(line): “\(name)” is no attribute; use \(list(attributeNames.map(\.name)))."
    case .wrongKind(let file, let line, let key, let expected):
      "\(file):\(line): “\(key)” should be \(expected)."
    }
  }

  private func list(_ names: [String]) -> String {
    names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }

  private func advice(_ name: String) -> String {
    nearestFace(to: name).map { "did you mean “\($0)”?" } ?? "copy one from a built-in theme."
  }
}
