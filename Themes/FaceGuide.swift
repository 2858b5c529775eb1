public import Screen

extension Face {
  /// What the face colors, in a few words.
  public var meaning: String {
    switch self {
    case .text: "the article, and the ground of the whole screen"
    case .headline: "the headline"
    case .byline: "who wrote it, and where and when it was filed"
    case .heading: "headings between paragraphs"
    case .caption: "captions of pictures"
    case .boilerplate: "appeals, related links, credits"
    case .actor: "whoever acts, by name, title or pronoun"
    case .actorPerson: "people"
    case .actorGovernment: "states and their governments"
    case .actorOrganization: "companies, parties, offices, clubs"
    case .actorGroup: "groups such as residents or fishermen"
    case .actorSource: "sources without a name, such as two officials"
    case .place: "places where something happens"
    case .quotation: "what is quoted"
    case .quotationSpeaker: "whoever is quoted, where it is no actor"
    case .quotationCue: "the word that attributes: said"
    case .time: "dates, times, how long and how often"
    case .issue: "disputes in panes, cards and tables"
    case .issueLabel: "in the text, what a dispute is about"
    case .issueCue: "in the text, the word that shows where somebody stands: demanded"
    case .focus: "over others: every mention of what is followed"
    case .focusCurrent: "over others: the one mention that you stand on"
    case .focusPassage: "over others: the sentence or quotation that you stand on"
    case .match: "over others: what a search has found"
    case .matchCurrent: "over others: the match that you stand on"
    case .selection: "over others: what v selects"
    case .mark: "over others: your highlights; yellow, and those without a face of their own"
    case .markGreen: "over others: highlights in green"
    case .markBlue: "over others: highlights in blue"
    case .markRose: "over others: highlights in rose"
    case .markViolet: "over others: highlights in violet"
    case .hint: "the letters of f"
    case .hintTyped: "those of them that are typed"
    case .gutter: "signs at the left of the text that have no face of their own"
    case .gutterPlus: "the sign + for a position for, there and in tables"
    case .gutterMinus: "the sign − for one against"
    case .gutterUnsigned:
      "the signs ± for both and ? for a side that is not told, and those at your highlights"
    case .border: "lines between text and panes, and frames"
    case .title: "the row at the top: the site or the headline"
    case .titleMeta: "date and reading time in it"
    case .pane: "the panes at the side"
    case .paneHeading: "their headings, and those of cards and views"
    case .paneHeadingActive: "the heading of the pane that has the keys"
    case .paneCount: "numbers in panes"
    case .paneDetail: "roles, kinds and countries below a name"
    case .paneStrip: "the small strip that shows where in the article"
    case .paneSelected: "over others: the selected row"
    case .paneSelectedInactive: "over others: the selected row of a pane without the keys"
    case .status: "the two rows at the bottom"
    case .statusKey: "keys and counts in them"
    case .statusHint: "what the keys do, and messages"
    case .statusError: "messages that something went wrong"
    case .prompt: "the line that is typed after : and /"
    case .strip: "the strip above the last row: where issues stand"
    case .stripFocus: "in it, the part on the screen, and what is followed or found"
    case .help: "the help, and what is offered above the prompt"
    case .helpKey: "keys and names in it"
    case .helpHeading: "headings in it"
    }
  }
}

/// All faces as a Markdown table: each with the one that it falls back to and what it colors.
public func faceReference() -> String {
  let rows = Face.allCases.map { face in
    "| `\(face.rawValue)` | \(face.parent.map { "`\($0.rawValue)`" } ?? "") | \(face.meaning) |"
  }
  return "| Face | Falls back to | Colors |\n|---|---|---|\n\(rows.joined(separator: "\n"))\n"
}
