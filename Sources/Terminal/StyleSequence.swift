public import Screen

/// The control sequence that makes a terminal with all colors, or with 256, write in a style.
public func styleSequence(_ style: Style, hasTrueColor: Bool) -> String {
  var codes = ["0"]
  let attributes: [(Attributes, String)] = [
    (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
  ]
  for (attribute, code) in attributes where style.attributes.contains(attribute) {
    codes.append(code)
  }
  for (color, kind) in [(style.foreground, 38), (style.background, 48)] {
    switch color {
    case nil: break
    case .rgb(let red, let green, let blue)? where hasTrueColor:
      codes.append("\(kind);2;\(red);\(green);\(blue)")
    case let color?:
      codes.append("\(kind);5;\(Palette.indexed.number(of: color))")
    }
  }
  return "\u{1B}[" + codes.joined(separator: ";") + "m"
}
