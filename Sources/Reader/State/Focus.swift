import Prose

/// The actor, place or issue whose mentions stand out and are stepped along.
struct Focus: Sendable {
  enum Subject: Hashable, Sendable {
    case actor(ID<NewsActor>)
    case place(ID<Place>)
    case issue(ID<Issue>)
  }

  let subject: Subject
  let name: String
  /// Where it is mentioned, for an issue the sentences that show the dispute; in bytes, in text order.
  let targets: [Range<UInt32>]
  /// What stands out on the screen: for an issue not its sentences but its names and what tells the stances.
  let shown: [Range<UInt32>]

  init(_ subject: Subject, in document: Document) {
    self.subject = subject
    switch subject {
    case .actor(let id):
      name = document.name(of: id)
      targets = document.ranges(of: document.index.actorMentions[id.index])
      shown = targets
    case .place(let id):
      name = document.name(of: id)
      targets = document.ranges(of: document.index.placeMentions[id.index])
      shown = targets
    case .issue(let id):
      name = document.label(of: id)
      targets = document.issues.evidence[id.index].map { document.range(of: $0) }
      let names = [document.issues.labels[id.index]] + document.issues.alsoCalled[id.index]
      let cues = document.positions.rows(of: id).map { document.positions.cues[$0] }
      shown = (names + cues).sorted().map { document.tokens.bytes(of: $0) }
    }
  }

  var issue: ID<Issue>? {
    if case .issue(let id) = subject { id } else { nil }
  }

  /// The same subject in another analysis of the text, found by its name.
  func found(in document: Document) -> Focus? {
    let subject: Subject? =
      switch subject {
      case .actor:
        document.allActors.first { $0.name == name }.map { .actor($0.id) }
      case .place:
        document.allPlaces.first { $0.name == name }.map { .place($0.id) }
      case .issue:
        document.allIssues.first { $0.label == name }.map { .issue($0.id) }
      }
    return subject.map { Focus($0, in: document) }
  }
}

extension Document {
  func range(of mention: ID<Mention>) -> Range<UInt32> {
    tokens.bytes(of: mentions.tokens[mention.index])
  }

  func range(of sentence: ID<Sentence>) -> Range<UInt32> {
    tokens.bytes(of: sentences.tokens[sentence.index])
  }

  func ranges(of mentions: [ID<Mention>]) -> [Range<UInt32>] {
    mentions.map { range(of: $0) }
  }
}
