internal import Screen

/// Makes a theme of a Base16 scheme, as such schemes are published.
///
/// Sixteen colors by their roles: base00 is the background, base05 the text, base03 to base07 shades between and beyond,
/// base08 to base0F accents. What would be hard to read is moved towards the text's color until it is not.
struct Base16 {
  static let keys = (0..<16).map { "base0" + String($0, radix: 16, uppercase: true) }

  private let colors: [Color]

  /// - Parameter colors: The sixteen, in order.
  init?(_ colors: [Color]) {
    guard colors.count == Self.keys.count else { return nil }
    self.colors = colors
  }

  func theme(named name: String) -> Theme {
    let ground = colors[0]
    func ink(_ number: Int) -> Color { readable(colors[number], on: ground, towards: colors[5]) }
    let text = ink(5)
    let dim = ink(4)
    func on(_ number: Int, _ attributes: Attributes = []) -> Style {
      let background = colors[number]
      let foreground =
        contrast(ground, background) >= contrast(text, background) ? ground : text
      return Style(
        foreground: readable(foreground, on: background, towards: farthest(from: background)),
        background: background,
        attributes: attributes
      )
    }
    let gray = Style(foreground: dim)
    let bold = Style(attributes: .bold)
    return Theme(
      name: name,
      styles: [
        .text: Style(foreground: text, background: ground),
        .headline: bold, .byline: gray, .heading: bold,
        .caption: Style(foreground: dim, attributes: .italic), .boilerplate: gray,
        .actor: Style(foreground: ink(14)),
        .actorPerson: Style(foreground: ink(10), attributes: .bold),
        .actorSource: Style(foreground: ink(10)),
        .place: Style(foreground: ink(12)),
        .quotation: Style(attributes: .italic), .quotationSpeaker: Style(),
        .quotationCue: Style(),
        .time: Style(foreground: ink(13)),
        .issue: Style(foreground: ink(8)),
        .issueLabel: Style(foreground: ink(8), attributes: .underline),
        .focus: Style(attributes: .reverse), .focusCurrent: on(13, .bold),
        .focusPassage: bold, .match: on(10), .matchCurrent: on(9, .bold),
        .selection: on(2),
        .mark: on(10), .markGreen: on(11), .markBlue: on(13), .markRose: on(8), .markViolet: on(14),
        .gutter: gray, .gutterPlus: Style(foreground: ink(11), attributes: .bold),
        .gutterMinus: Style(foreground: ink(8), attributes: .bold),
        .gutterUnsigned: Style(foreground: ink(9), attributes: .bold),
        .border: Style(foreground: colors[3]), .title: bold, .titleMeta: gray,
        .paneHeading: gray, .paneHeadingActive: bold, .paneCount: gray, .paneDetail: gray,
        .paneStrip: Style(foreground: ink(13)), .paneSelected: on(13, .bold),
        .paneSelectedInactive: on(2, .bold),
        .status: gray, .statusKey: bold,
        .statusError: Style(foreground: ink(8), attributes: .bold), .prompt: Style(),
        .strip: gray, .stripFocus: Style(foreground: ink(10), attributes: .bold),
        .help: Style(), .helpKey: Style(foreground: ink(10), attributes: .bold),
        .helpHeading: bold,
      ]
    )
  }

  private func farthest(from color: Color) -> Color {
    let (black, white) = (Color.rgb(0, 0, 0), Color.rgb(255, 255, 255))
    return contrast(black, color) > contrast(white, color) ? black : white
  }
}

/// The contrast that text needs.
/// - Note: Web Content Accessibility Guidelines 2.2, criterion 1.4.3.
private let leastContrast = 4.5

/// `color`, or the first mix of it with `goal` that is read on `ground`; black or white where none is.
func readable(_ color: Color, on ground: Color, towards goal: Color) -> Color {
  let end =
    contrast(goal, ground) >= leastContrast
    ? goal
    : contrast(.rgb(0, 0, 0), ground) > contrast(.rgb(255, 255, 255), ground)
      ? .rgb(0, 0, 0) : .rgb(255, 255, 255)
  for step in 0..<10 {
    let mixed = mix(color, end, Double(step) / 10)
    if contrast(mixed, ground) >= leastContrast { return mixed }
  }
  return end
}

private func mix(_ one: Color, _ other: Color, _ share: Double) -> Color {
  guard case .rgb(let r1, let g1, let b1) = one, case .rgb(let r2, let g2, let b2) = other else {
    return one
  }
  func between(_ a: UInt8, _ b: UInt8) -> UInt8 {
    UInt8((Double(a) + (Double(b) - Double(a)) * share).rounded())
  }
  return .rgb(between(r1, r2), between(g1, g2), between(b1, b2))
}
