internal import Prose

/// What one place in the text shows of someone's attitude.
struct Stand: Sendable {
  var actors: [ID<NewsActor>]
  var stance: Stance
  /// What it is about, as the text words it there.
  var topic: Topic
  let cue: TokenRange
  let sentence: Int
  var status: Status
  /// Those whose act or plan the topic is: "Bolivia" in "opposed Bolivia's demands".
  var owners: [ID<NewsActor>] = []
  var rule: IssueRule = .opposedStances
  let why: PositionRule
  /// The body for which an actor speaks in office.
  var bodies: [ID<NewsActor>] = []
}

/// A matter as worded at one place.
struct Topic: Sendable {
  /// A short phrase that can be its label.
  let label: TokenRange
  /// The label with what narrows it.
  let extent: TokenRange
  /// The stems of its content words.
  let stems: Set<String>
  /// The stems of the words that say what it is.
  let heads: Set<String>
  /// It only points back: "the scheme", "these allegations".
  let isAnaphor: Bool
}
