internal import Reader
internal import Yams

/// Reads a configuration file: what can be understood counts, each mistake is noted.
struct ConfigurationFile {
  private let file: String
  private let text: String
  private var found = Configuration()
  private var bindings: [(binding: KeyBinding, line: Int)] = []

  init(_ text: String, file: String) {
    self.text = text
    self.file = file
  }

  func configuration() -> Configuration {
    var reading = self
    reading.readRoot()
    return reading.found
  }

  private mutating func readRoot() {
    let root: Node?
    do {
      root = try compose(yaml: text)
    } catch let error as YamlError {
      let (line, problem) = place(of: error)
      note(line, "\(problem); mend the YAML there.")
      return
    } catch {
      note(1, "this is not YAML.")
      return
    }
    guard let root, root.null == nil else { return }
    readMapping(root, "the file", ["theme", "text", "linear", "keys"]) { reading, key, value in
      switch key {
      case "theme": reading.readTheme(value)
      case "text": reading.readText(value)
      case "linear": reading.readFlag(value, key) { $0.found.style.isLinear = $1 }
      default: reading.readKeys(value)
      }
    }
    takeBindings()
  }

  private mutating func readTheme(_ node: Node) {
    if let name = node.string, !name.isEmpty {
      found.theme = .named(name)
      return
    }
    var light: String?
    var dark: String?
    readMapping(node, "theme", ["light", "dark"]) { reading, key, value in
      guard let name = value.string, !name.isEmpty else {
        return reading.note(value, "“\(key)” should be the name of a theme.")
      }
      if key == "light" { light = name } else { dark = name }
    }
    guard case .mapping = node else { return }
    guard let light, let dark else {
      return note(node, "“theme” should name one theme, or both a light and a dark one.")
    }
    found.theme = .pair(light: light, dark: dark)
  }

  private mutating func readText(_ node: Node) {
    readMapping(node, "text", ["measure", "align", "justify", "hyphenate"]) { reading, key, value in
      switch key {
      case "measure":
        guard let columns = value.int, ReadingStyle.measures.contains(columns) else {
          let least = ReadingStyle.measures.lowerBound
          let most = ReadingStyle.measures.upperBound
          return reading.note(
            value,
            "“measure” should be a number of columns from \(least) to \(most)."
          )
        }
        reading.found.style.measure = columns
      case "align":
        guard let side = value.string, ["center", "left"].contains(side) else {
          return reading.note(value, "“align” should be center or left.")
        }
        reading.found.style.isCentered = side == "center"
      case "justify": reading.readFlag(value, key) { $0.found.style.isJustified = $1 }
      default: reading.readFlag(value, key) { $0.found.style.isHyphenated = $1 }
      }
    }
  }

  private mutating func readFlag(
    _ node: Node,
    _ key: String,
    _ set: (inout ConfigurationFile, Bool) -> Void
  ) {
    guard let flag = node.bool else { return note(node, "“\(key)” should be true or false.") }
    set(&self, flag)
  }

  private mutating func readKeys(_ node: Node) {
    readMapping(node, "keys", KeyBinding.contexts) { reading, context, value in
      if value.null != nil { return }
      guard case .mapping(let keys) = value else {
        return reading.note(
          value,
          "“\(context)” should hold keys with their commands, as in 'x': down."
        )
      }
      for (key, value) in keys {
        guard case .scalar(let scalar) = key else {
          reading.note(key, "keys should be a text, such as ']p'.")
          continue
        }
        guard let commands = reading.commands(value) else { continue }
        reading.bindings.append(
          (KeyBinding(context: context, keys: scalar.string, commands: commands), reading.line(key))
        )
      }
    }
  }

  /// A command, several of them, or none; nil with a mistake.
  private mutating func commands(_ node: Node) -> [String]? {
    switch node {
    case .scalar(let scalar):
      return node.null != nil || scalar.string == "none" ? [] : [scalar.string]
    case .sequence(let sequence):
      let lines = sequence.compactMap(\.string)
      if lines.count == sequence.count, !lines.isEmpty { return lines }
    default: break
    }
    note(node, "a command's name should stand here, a list of them, or none.")
    return nil
  }

  private mutating func takeBindings() {
    guard !bindings.isEmpty else { return }
    var keymaps = Keymaps()
    for (row, mistake) in keymaps.take(bindings.map(\.binding)) {
      note(bindings[row].line, mistake)
    }
    found.keymaps = keymaps
    found.mistakes.sort { $0.line < $1.line }
  }

  // MARK: Nodes

  /// Reads a mapping with known keys; others are mistakes.
  private mutating func readMapping(
    _ node: Node,
    _ name: String,
    _ known: [String],
    _ read: (inout ConfigurationFile, String, Node) -> Void
  ) {
    if node.null != nil { return }
    guard case .mapping(let mapping) = node else {
      return note(node, "“\(name)” should hold \(list(known, "and")).")
    }
    for (key, value) in mapping {
      guard let word = key.string, known.contains(word) else {
        let given = key.string.map { "“\($0)”" } ?? "this"
        note(key, "\(given) has no meaning here; use \(list(known, "or")).")
        continue
      }
      read(&self, word, value)
    }
  }

  private func list(_ names: [String], _ word: String) -> String {
    guard let last = names.last, names.count > 1 else { return names.joined() }
    return names.dropLast().joined(separator: ", ") + " \(word) " + last
  }

  private func line(_ node: Node) -> Int { node.mark?.line ?? 1 }

  private mutating func note(_ node: Node, _ sentence: String) {
    note(line(node), sentence)
  }

  private mutating func note(_ line: Int, _ sentence: String) {
    found.mistakes.append(ConfigurationMistake(file: file, line: line, sentence: sentence))
  }
}

private func place(of error: YamlError) -> (line: Int, problem: String) {
  switch error {
  case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
    .composer(_, let problem, let mark, _):
    (mark.line, problem)
  case .duplicatedKeysInMapping(let duplicates, let context):
    (context.mark.line, "“\(duplicates.first ?? "")” is there twice")
  case .reader(let problem, _, _, _): (1, problem)
  default: (1, "this is not YAML")
  }
}
