public import Screen

// What a start without --theme needs, ready without a YAML parser, which would cost as much as the rest of the
// start. A test holds them equal to terminal.yaml and mono.yaml.

extension Theme {
  /// The default: on the terminal's own background.
  public static let standard = Theme(
    name: "terminal",
    styles: [
      .text: Style(),
      .headline: Style(attributes: .bold),
      .byline: Style(foreground: .gray),
      .heading: Style(attributes: .bold),
      .caption: Style(foreground: .gray, attributes: .italic),
      .boilerplate: Style(foreground: .gray),
      .actor: Style(foreground: .violet),
      .actorPerson: Style(foreground: .amber, attributes: .bold),
      .actorSource: Style(foreground: .amber),
      .place: Style(foreground: .teal),
      .quotation: Style(attributes: .italic),
      .quotationSpeaker: Style(),
      .quotationCue: Style(),
      .time: Style(foreground: .sky),
      .issue: Style(foreground: .rose),
      .issueLabel: Style(foreground: .rose, attributes: .underline),
      .focus: Style(attributes: .reverse),
      .focusCurrent: Style(
        foreground: .terminal(15),
        background: .terminal(4),
        attributes: .bold
      ),
      .focusPassage: Style(attributes: .bold),
      .match: Style(foreground: .ink, background: .terminal(3)),
      .matchCurrent: Style(
        foreground: .terminal(15),
        background: .terminal(4),
        attributes: .bold
      ),
      .selection: Style(attributes: .reverse),
      .mark: Style(foreground: .ink, background: .rgb(0xFF, 0xD7, 0x5F)),
      .markGreen: Style(foreground: .ink, background: .rgb(0x87, 0xD7, 0x87)),
      .markBlue: Style(foreground: .ink, background: .rgb(0x87, 0xD7, 0xFF)),
      .markRose: Style(foreground: .ink, background: .rgb(0xFF, 0xAF, 0xD7)),
      .markViolet: Style(foreground: .ink, background: .rgb(0xD7, 0xAF, 0xFF)),
      .hint: Style(
        foreground: .ink,
        background: .terminal(11),
        attributes: .bold
      ),
      .hintTyped: Style(foreground: .ink, background: .terminal(11)),
      .gutter: Style(foreground: .gray),
      .gutterPlus: Style(foreground: .leaf, attributes: .bold),
      .gutterMinus: Style(foreground: .rose, attributes: .bold),
      .border: Style(foreground: .gray),
      .title: Style(attributes: .bold),
      .titleMeta: Style(foreground: .gray),
      .paneHeading: Style(foreground: .gray),
      .paneHeadingActive: Style(attributes: .bold),
      .paneCount: Style(foreground: .gray),
      .paneDetail: Style(foreground: .gray),
      .paneStrip: Style(foreground: .sky),
      .paneSelected: Style(
        foreground: .terminal(15),
        background: .terminal(4),
        attributes: .bold
      ),
      .paneSelectedInactive: Style(attributes: .bold),
      .status: Style(foreground: .gray),
      .statusKey: Style(attributes: .bold),
      .statusError: Style(foreground: .rose, attributes: .bold),
      .prompt: Style(),
      .strip: Style(foreground: .gray),
      .stripFocus: Style(foreground: .amber, attributes: .bold),
      .help: Style(),
      .helpKey: Style(foreground: .amber, attributes: .bold),
      .helpHeading: Style(attributes: .bold),
    ]
  )

  /// Without color.
  public static let monochrome = Theme(
    name: "mono",
    styles: [
      .text: Style(),
      .headline: Style(attributes: .bold),
      .heading: Style(attributes: .bold),
      .boilerplate: Style(attributes: .dim),
      .actor: Style(attributes: .bold),
      .actorGovernment: Style(attributes: [.bold, .underline]),
      .actorOrganization: Style(attributes: [.bold, .italic]),
      .actorGroup: Style(attributes: [.bold, .italic]),
      .place: Style(attributes: .underline),
      .issue: Style(),
      .issueLabel: Style(attributes: .italic),
      .focus: Style(attributes: .reverse),
      .focusCurrent: Style(attributes: [.reverse, .bold, .underline, .italic]),
      .focusPassage: Style(attributes: .reverse),
      .match: Style(attributes: .reverse),
      .matchCurrent: Style(attributes: [.reverse, .bold, .underline]),
      .selection: Style(attributes: .reverse),
      .mark: Style(attributes: .underline),
      .hint: Style(attributes: [.reverse, .bold]),
      .hintTyped: Style(attributes: .reverse),
      .gutterPlus: Style(attributes: .bold),
      .gutterMinus: Style(attributes: .bold),
      .title: Style(attributes: .bold),
      .titleMeta: Style(),
      .paneHeadingActive: Style(attributes: [.bold, .underline]),
      .paneSelected: Style(attributes: .reverse),
      .paneSelectedInactive: Style(attributes: .bold),
      .statusKey: Style(attributes: .bold),
      .statusError: Style(attributes: .reverse),
      .stripFocus: Style(attributes: .bold),
      .helpKey: Style(attributes: .bold),
      .helpHeading: Style(attributes: [.bold, .underline]),
    ]
  )
}

extension Color {
  fileprivate static let amber = Color.rgb(0xAF, 0x5F, 0x00)
  fileprivate static let violet = Color.rgb(0x87, 0x5F, 0xD7)
  fileprivate static let teal = Color.rgb(0x00, 0x87, 0x5F)
  fileprivate static let rose = Color.rgb(0xD7, 0x00, 0x87)
  fileprivate static let sky = Color.rgb(0x00, 0x87, 0xAF)
  fileprivate static let leaf = Color.rgb(0x00, 0x87, 0x00)
  /// Not the terminal's own black, which many show as gray where it is bold.
  fileprivate static let ink = Color.rgb(0x00, 0x00, 0x00)
  fileprivate static let gray = Color.rgb(0x76, 0x76, 0x76)
}
