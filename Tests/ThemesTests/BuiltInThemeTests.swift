import Screen
import Testing

@testable import Themes

private let names = ["terminal", "night", "paper", "okabe-ito", "contrast", "mono"]

private func builtInTheme(_ name: String) throws -> Theme {
  let file = try #require(builtIn.first { $0.name == name })
  return try ThemeFile(yaml: file.yaml, file: name + ".yaml").theme(named: name)
}

/// The style of a face on the screen: over that of text, and under an overlay.
private func shown(_ theme: Theme, _ face: Face, _ overlay: Face? = nil) -> Style {
  let style = theme[.text].overlaid(by: theme[face])
  return overlay.map { style.overlaid(by: theme[$0]) } ?? style
}

@Test func `the themes are there, the default first`() {
  #expect(builtIn.map(\.name) == names)
}

@Test(arguments: names)
func `every theme parses and says what it is`(name: String) throws {
  let theme = try builtInTheme(name)
  #expect(theme.name == name)
  let listing = try #require(listThemes(userThemes: nil).first { $0.name == name })
  #expect(listing.description.hasSuffix("."))
}

@Test(arguments: [Theme.standard, .monochrome])
func `a theme that needs no parser is that of its file`(ready: Theme) throws {
  let theme = try builtInTheme(ready.name)
  for face in Face.allCases { #expect(ready[face] == theme[face], "\(face)") }
}

// MARK: Contrast

/// Relative luminance, 0...1.
/// - Note: Web Content Accessibility Guidelines 2.2.
private func luminance(_ color: Color) -> Double? {
  guard case .rgb(let red, let green, let blue) = color else { return nil }
  let linear = [red, green, blue].map { value in
    let share = Double(value) / 255
    return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
  }
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

/// To the power of 2.4, without a library: the fifth root of the twelfth power, by Newton.
private func power(_ base: Double) -> Double {
  let target = (0..<12).reduce(1) { product, _ in product * base }
  return (0..<60).reduce(1.0) { root, _ in
    root - (root * root * root * root * root - target) / (5 * root * root * root * root)
  }
}

private func contrast(_ one: Color, _ other: Color) -> Double? {
  guard let one = luminance(one), let other = luminance(other) else { return nil }
  return (max(one, other) + 0.05) / (min(one, other) + 0.05)
}

/// Lines, which are no text.
private let decorations: [Face] = [.border]
private let overlays: [Face] = [
  .focus, .focusCurrent, .focusPassage, .match, .matchCurrent, .selection, .paneSelected,
  .paneSelectedInactive, .mark, .markGreen, .markBlue, .markRose, .markViolet, .hint, .hintTyped,
]

@Test(arguments: [("night", 4.5), ("paper", 4.5), ("okabe-ito", 4.5), ("contrast", 7)])
func `text keeps its contrast, whatever lies over it`(name: String, least: Double) throws {
  let theme = try builtInTheme(name)
  for face in Face.allCases where !decorations.contains(face) && !overlays.contains(face) {
    for overlay in [nil] + overlays.map(Optional.some) {
      let style = shown(theme, face, overlay)
      let foreground = try #require(style.foreground)
      let background = try #require(style.background)
      let found = try #require(contrast(foreground, background))
      #expect(found >= least, "\(face.rawValue) under \(overlay?.rawValue ?? "nothing")")
    }
  }
}

@Test(arguments: Face.allCases)
func `the default is read on black and on white`(face: Face) {
  let style = shown(.standard, face)
  guard style.background == nil, let color = style.foreground, luminance(color) != nil else {
    return
  }
  for ground in [Color.rgb(0, 0, 0), .rgb(255, 255, 255)] {
    #expect(contrast(color, ground) ?? 0 >= 4.1)
  }
}

@Test func `white on black has the contrast 21`() throws {
  let found = try #require(contrast(.rgb(255, 255, 255), .rgb(0, 0, 0)))
  #expect(abs(found - 21) < 0.001)
  let gray = try #require(contrast(.rgb(0x76, 0x76, 0x76), .rgb(255, 255, 255)))
  #expect(abs(gray - 4.54) < 0.01)
}

// MARK: Telling apart

@Test(arguments: names)
func `persons, places, issues and plain text differ`(name: String) throws {
  let theme = try builtInTheme(name)
  let styles = [Face.text, .actorPerson, .place, .issueLabel].map { shown(theme, $0) }
  #expect(Set(styles).count == styles.count)
}

@Test(arguments: names)
func `the focus stands out from every kind, and the current mention from the focus`(
  name: String
) throws {
  let theme = try builtInTheme(name)
  for face in [Face.text, .actorPerson, .actorGovernment, .place, .issueLabel, .quotation] {
    let three = [nil, Face.focus, .focusCurrent].map { shown(theme, face, $0) }
    #expect(Set(three).count == 3, "\(face.rawValue)")
  }
}

@Test func `the monochrome theme has no color`() throws {
  let theme = try builtInTheme("mono")
  for face in Face.allCases {
    #expect(theme[face].foreground == nil && theme[face].background == nil, "\(face.rawValue)")
  }
}

@Test func `a theme without a background leaves the terminal's own`() throws {
  #expect(try builtInTheme("terminal")[.text] == Style())
}
