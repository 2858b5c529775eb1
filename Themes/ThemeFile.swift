internal import Screen
internal import Yams

/// A theme file, read: `description`, `colors` that it names, and `faces` with their styles.
struct ThemeFile {
  private let root: Node.Mapping
  private let file: String

  init(yaml: String, file: String) throws(ThemeError) {
    self.file = file
    let node: Node?
    do {
      node = try compose(yaml: yaml)
    } catch let error as YamlError {
      let (line, problem) = place(of: error)
      throw .notYAML(file: file, line: line, problem: problem)
    } catch {
      throw .notYAML(file: file, line: 1, problem: "it is not YAML")
    }
    guard case .mapping(let root)? = node else { throw .notATheme(file: file) }
    self.root = root
  }

  /// What the file says of itself; a Base16 scheme gives its name and its author.
  var description: String {
    if let own = root["description"]?.string { return own }
    guard base16Colors != nil, let name = (root["name"] ?? root["scheme"])?.string else {
      return ""
    }
    let author = root["author"]?.string.map { ", by \($0)" } ?? ""
    return "Base16: \(name)\(author)."
  }

  /// The colors of a Base16 scheme: at the top of the file, or below "palette".
  private var base16Colors: Node.Mapping? {
    if root["base00"] != nil { return root }
    if case .mapping(let palette)? = root["palette"], palette["base00"] != nil { return palette }
    return nil
  }

  private func base16(_ colors: Node.Mapping, named name: String) throws(ThemeError) -> Theme {
    var found: [Color] = []
    for key in Base16.keys {
      guard let node = colors[Node(key)] ?? colors[Node(key.lowercased())] else {
        throw .wrongKind(file: file, line: 1, key: key, expected: "there, with a color")
      }
      // Digits alone are a number to YAML, but still a text here.
      let text = try string(node, as: "a color, such as \"1a2b3c\"")
      guard let color = hexColor(text.hasPrefix("#") ? text : "#" + text) else {
        throw .unknownColor(file: file, line: line(node), name: text)
      }
      found.append(color)
    }
    guard let scheme = Base16(found) else { throw .notATheme(file: file) }
    return scheme.theme(named: name)
  }

  func theme(named name: String) throws(ThemeError) -> Theme {
    if let colors = base16Colors { return try base16(colors, named: name) }
    let known = ["description", "colors", "faces"]
    for (key, _) in root {
      let name = try string(key, as: "a key")
      guard known.contains(name) else {
        throw .unknownKey(file: file, line: line(key), key: name, known: known)
      }
    }
    var colors: [String: Color] = [:]
    if let node = root["colors"] {
      for (name, value) in try mapping(node, key: "colors") {
        colors[try string(name, as: "the name of a color")] = try color(value, named: [:])
      }
    }
    guard let faces = root["faces"] else { throw .notATheme(file: file) }
    var styles: [(Face, Style)] = []
    for (key, value) in try mapping(faces, key: "faces") {
      let name = try string(key, as: "the name of a face")
      guard let face = Face(rawValue: name) else {
        throw .unknownFace(file: file, line: line(key), name: name)
      }
      styles.append((face, try style(value, of: name, colors: colors)))
    }
    return Theme(name: name, styles: styles)
  }

  private func style(
    _ node: Node,
    of face: String,
    colors: [String: Color]
  ) throws(ThemeError) -> Style {
    var style = Style()
    for (key, value) in try mapping(node, key: face) {
      let name = try string(key, as: "foreground, background or attributes")
      switch name {
      case "foreground": style.foreground = try color(value, named: colors)
      case "background": style.background = try color(value, named: colors)
      case "attributes": style.attributes = try attributes(value)
      default:
        let known = ["foreground", "background", "attributes"]
        throw .unknownKey(file: file, line: line(key), key: name, known: known)
      }
    }
    return style
  }

  private func color(_ node: Node, named colors: [String: Color]) throws(ThemeError) -> Color {
    let name = try string(node, as: "a color, such as \"#1a2b3c\" in quotes or red")
    if let color = colors[name] { return color }
    if let number = terminalColors.firstIndex(of: name) { return .terminal(number) }
    guard let color = hexColor(name) else {
      throw .unknownColor(file: file, line: line(node), name: name)
    }
    return color
  }

  private func attributes(_ node: Node) throws(ThemeError) -> Attributes {
    guard case .sequence(let sequence) = node else {
      throw wrongKind(node, "attributes", "a list, such as [bold, underline]")
    }
    var attributes: Attributes = []
    for item in sequence {
      let name = try string(item, as: "an attribute")
      guard let known = attributeNames.first(where: { $0.name == name }) else {
        throw .unknownAttribute(file: file, line: line(item), name: name)
      }
      attributes.insert(known.attribute)
    }
    return attributes
  }

  // MARK: Nodes

  private func mapping(_ node: Node, key: String) throws(ThemeError) -> Node.Mapping {
    guard case .mapping(let mapping) = node else {
      throw wrongKind(node, key, "a mapping, such as { foreground: red }")
    }
    return mapping
  }

  private func string(_ node: Node, as expected: String) throws(ThemeError) -> String {
    guard case .scalar(let scalar) = node else {
      throw wrongKind(node, "this", expected)
    }
    // An unquoted # begins a comment, and leaves nothing.
    guard !scalar.string.isEmpty else { throw wrongKind(node, "this", expected) }
    return scalar.string
  }

  private func wrongKind(_ node: Node, _ key: String, _ expected: String) -> ThemeError {
    .wrongKind(file: file, line: line(node), key: key, expected: expected)
  }

  private func line(_ node: Node) -> Int { node.mark?.line ?? 1 }
}

private func place(of error: YamlError) -> (line: Int, problem: String) {
  switch error {
  case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
    .composer(_, let problem, let mark, _):
    (mark.line, problem)
  case .duplicatedKeysInMapping(let duplicates, let context):
    (context.mark.line, "“\(duplicates.first ?? "")” is there twice")
  case .reader(let problem, _, _, _):
    (1, problem)
  default:
    (1, "it is not YAML")
  }
}

/// The terminal's own sixteen, by number.
let terminalColors =
  ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
  + ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"].map { "bright-" + $0 }

let attributeNames: [(name: String, attribute: Attributes)] = [
  ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline),
  ("reverse", .reverse),
]

/// `#rrggbb`, or `#rgb` for `#rrggbb` with each digit twice.
func hexColor(_ text: String) -> Color? {
  guard text.hasPrefix("#") else { return nil }
  let digits = text.dropFirst().map { $0.isASCII ? $0.hexDigitValue : nil }
  let values = digits.compactMap(\.self)
  guard values.count == digits.count else { return nil }
  let pairs: [Int]
  switch values.count {
  case 3: pairs = values.map { $0 * 17 }
  case 6: pairs = stride(from: 0, to: 6, by: 2).map { values[$0] * 16 + values[$0 + 1] }
  default: return nil
  }
  return .rgb(UInt8(pairs[0]), UInt8(pairs[1]), UInt8(pairs[2]))
}

/// The face whose name differs least, if by little.
func nearestFace(to name: String) -> String? {
  Face.allCases.map(\.rawValue)
    .map { (name: $0, distance: distance($0, name)) }
    .filter { $0.distance <= 3 }
    .min { $0.distance < $1.distance }?.name
}

/// The least number of letters to put in, take out or change.
private func distance(_ left: String, _ right: String) -> Int {
  let left = Array(left.utf8)
  let right = Array(right.utf8.prefix(64))
  var row = Array(0...right.count)
  for (index, letter) in left.enumerated() {
    var diagonal = row[0]
    row[0] = index + 1
    for column in right.indices {
      let above = row[column + 1]
      row[column + 1] = min(
        diagonal + (letter == right[column] ? 0 : 1),
        above + 1,
        row[column] + 1
      )
      diagonal = above
    }
  }
  return row[right.count]
}
