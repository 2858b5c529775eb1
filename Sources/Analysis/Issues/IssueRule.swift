/// What makes a finding an issue: the name that a person reads under "why".
enum IssueRule: String, Sendable {
  case listedDispute = "disagreement over a list"
  case namedDispute = "dispute named in the text"
  case contentious = "called contentious"
  case contrast = "opposed in one sentence"
  case opposedStances = "for and against the same matter"
  case opposedMeasure = "opposed measure of another"
  case pressedDemand = "demand pressed or unmet"
  case despite = "done despite opposition"
  case claimDenied = "claim and denial"
  case contradiction = "contradicting statements"
  case ultimatum = "ultimatum"
  case opposedAct = "end of another's act demanded"
  case openingMatter = "what the article opens with has two sides"
  case strike = "strike or walkout over it"
  case poll = "poll against a plan"
}
