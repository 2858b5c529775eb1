import Screen

/// Keys as the command table writes them: `]p`, `C-w h`, `Space`, `M-Left`.
///
/// A space parts keys; what is no name is a row of characters.
func parseKeys(_ notation: String) -> [Key] {
  notation.split(separator: " ").flatMap { part -> [Key] in
    if let key = namedKeys.first(where: { $0.name == part })?.key { return [key] }
    if part.count == 3, part.hasPrefix("C-"), let letter = part.last { return [.control(letter)] }
    if part.count == 3, part.hasPrefix("M-"), let letter = part.last { return [.alt(letter)] }
    if part.hasPrefix("F"), let number = Int(part.dropFirst()) { return [.function(number)] }
    return part.map { .character($0) }
  }
}

/// The inverse of `parseKeys`.
func notation(_ keys: [Key]) -> String {
  var text = ""
  var followsName = false
  for key in keys {
    let (part, isName) = notation(key)
    if !text.isEmpty, isName || followsName { text += " " }
    text += part
    followsName = isName
  }
  return text
}

private func notation(_ key: Key) -> (String, isName: Bool) {
  if let name = namedKeys.first(where: { $0.key == key })?.name { return (name, true) }
  return switch key {
  case .character(let character): (String(character), false)
  case .control(let letter): ("C-\(letter)", true)
  case .alt(let letter): ("M-\(letter)", true)
  case .function(let number): ("F\(number)", true)
  default: ("key", true)
  }
}

private let namedKeys: [(name: String, key: Key)] = [
  ("Space", .character(" ")), ("Enter", .enter), ("Esc", .escape), ("Tab", .tab),
  ("S-Tab", .backTab), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
  ("M-Left", .altLeft), ("M-Right", .altRight), ("Home", .home), ("End", .end),
  ("PgUp", .pageUp), ("PgDn", .pageDown), ("Del", .delete), ("Ins", .insert),
  ("Backspace", .backspace),
]
