/// What a cell is; a theme says how that looks.
///
/// A face that a theme leaves out takes its dotted parent: `actor.person` falls to `actor`, and what has no
/// parent to `text`.
public enum Face: String, CaseIterable, Sendable {
  case text
  case headline
  case byline
  case heading
  case caption
  case boilerplate

  case actor
  case actorPerson = "actor.person"
  case actorGovernment = "actor.government"
  case actorOrganization = "actor.organization"
  case actorGroup = "actor.group"
  case actorSource = "actor.source"
  case place
  case quotation
  case quotationSpeaker = "quotation.speaker"
  case quotationCue = "quotation.cue"
  case time
  case issue
  case issueLabel = "issue.label"
  case issueCue = "issue.cue"

  /// Over another face: the mentions of what is focused, and the one mention the reader stands on.
  case focus
  case focusCurrent = "focus.current"
  /// The sentence or quotation that the reader stands on, where it is no single name.
  case focusPassage = "focus.passage"
  case match
  case matchCurrent = "match.current"
  case selection
  /// What the reader has marked, in a color of choice.
  case mark
  case markGreen = "mark.green"
  case markBlue = "mark.blue"
  case markRose = "mark.rose"
  case markViolet = "mark.violet"
  /// The letters that reach what they stand on, and those of them that are typed.
  case hint
  case hintTyped = "hint.typed"

  case gutter
  case gutterPlus = "gutter.plus"
  case gutterMinus = "gutter.minus"
  case gutterUnsigned = "gutter.unsigned"
  case border
  case title
  case titleMeta = "title.meta"
  case pane
  case paneHeading = "pane.heading"
  case paneHeadingActive = "pane.heading.active"
  case paneCount = "pane.count"
  case paneDetail = "pane.detail"
  case paneStrip = "pane.strip"
  case paneSelected = "pane.selected"
  case paneSelectedInactive = "pane.selected.inactive"
  case status
  case statusKey = "status.key"
  case statusHint = "status.hint"
  case statusError = "status.error"
  case prompt
  case strip
  case stripFocus = "strip.focus"
  case help
  case helpKey = "help.key"
  case helpHeading = "help.heading"

  /// The face to take where a theme does not name this one; nil for `text`.
  public var parent: Face? {
    guard self != .text else { return nil }
    guard let dot = rawValue.lastIndex(of: ".") else { return .text }
    let stem = rawValue[..<dot]
    // Not by its raw value: the runtime would make a hashed table of all names for these few questions.
    for face in Face.allCases where face.rawValue == stem { return face }
    return .text
  }
}

extension Face {
  /// How many faces there are.
  public static let count = Face.allCases.count

  /// The face's place in `allCases`: an index for tables of styles, cheaper than a hash of the name.
  public var ordinal: Int {
    // A case without payload is its number, in one byte up to 256 cases.
    withUnsafeBytes(of: self) { Int($0[0]) }
  }
}
