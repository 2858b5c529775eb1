import Screen
import Testing

@testable import Themes

/// A scheme of our own, laid out as they are published; its grays are too near to each other.
private let scheme = """
  system: "base16"
  name: "Low Tide"
  author: "Broadsheet"
  variant: "dark"
  palette:
    base00: "#202428"
    base01: "#282c30"
    base02: "#34383c"
    base03: "#4c5054"
    base04: "#686c70"
    base05: "#c8ccd0"
    base06: "#d8dce0"
    base07: "#f0f4f8"
    base08: "#b04848"
    base09: "#c07838"
    base0A: "#c8a848"
    base0B: "#58a058"
    base0C: "#48a0a0"
    base0D: "#4878c0"
    base0E: "#8858b0"
    base0F: "#785038"
  """

private func theme(_ yaml: String) throws -> Theme {
  try ThemeFile(yaml: yaml, file: "tide.yaml").theme(named: "tide")
}

@Test func `a Base16 scheme is a theme as it is`() throws {
  let theme = try theme(scheme)
  #expect(
    theme[.text] == Style(foreground: .rgb(0xC8, 0xCC, 0xD0), background: .rgb(0x20, 0x24, 0x28))
  )
  #expect(theme[.actorPerson].foreground == .rgb(0xC8, 0xA8, 0x48))
  #expect(
    try ThemeFile(yaml: scheme, file: "tide.yaml").description == "Base16: Low Tide, by Broadsheet."
  )
}

@Test func `the older form without a palette, with digits alone, is read too`() throws {
  let old = """
    scheme: "Old"
    author: "Broadsheet"
    base00: "000000"
    base01: "111111"
    base02: 222222
    base03: 444444
    base04: "888888"
    base05: "cccccc"
    base06: "dddddd"
    base07: "ffffff"
    base08: "ff0000"
    base09: "ff8800"
    base0A: "ffff00"
    base0B: "00ff00"
    base0C: "00ffff"
    base0D: "4488ff"
    base0E: "ff00ff"
    base0F: "884400"
    """
  #expect(try theme(old)[.text].foreground == .rgb(0xCC, 0xCC, 0xCC))
}

@Test func `a scheme without one of its colors is told so`() {
  let torn = scheme.replacing("  base0B: \"#58a058\"\n", with: "")
  #expect(
    throws: ThemeError.wrongKind(
      file: "tide.yaml",
      line: 1,
      key: "base0B",
      expected: "there, with a color"
    )
  ) { try theme(torn) }
}

@Test func `whatever a scheme's colors are, text can be read`() throws {
  let theme = try theme(scheme)
  let overlays: [Face] = [
    .focusCurrent, .match, .matchCurrent, .selection, .mark, .markGreen, .markBlue, .markRose,
    .markViolet, .paneSelected, .paneSelectedInactive,
  ]
  for face in Face.allCases where face != .border {
    for overlay in [nil] + overlays.map(Optional.some) {
      var style = theme[.text].overlaid(by: theme[face])
      if let overlay { style = style.overlaid(by: theme[overlay]) }
      let foreground = try #require(style.foreground)
      let background = try #require(style.background)
      #expect(
        contrast(foreground, background) >= 4.5,
        "\(face.rawValue) under \(overlay?.rawValue ?? "nothing")"
      )
    }
  }
}
