/// What in a document's tables is a person's doing.
///
/// The rows themselves hold what the text has words for; names, labels and roles that it has not stand here.
public struct Corrected: Sendable {
  public internal(set) var actorNames: [ID<NewsActor>: String] = [:]
  public internal(set) var actorRoles: [ID<NewsActor>: [String]] = [:]
  public internal(set) var placeNames: [ID<Place>: String] = [:]
  public internal(set) var issueLabels: [ID<Issue>: String] = [:]

  public internal(set) var actors: Set<ID<NewsActor>> = []
  public internal(set) var places: Set<ID<Place>> = []
  public internal(set) var issues: Set<ID<Issue>> = []
  public internal(set) var positions: Set<ID<Position>> = []
  public internal(set) var mentions: Set<ID<Mention>> = []

  public init() {}
}

extension Document {
  public func name(of actor: ID<NewsActor>) -> String {
    corrected.actorNames[actor] ?? string(actors.names[actor.index])
  }

  public func name(of place: ID<Place>) -> String {
    corrected.placeNames[place] ?? string(places.names[place.index])
  }

  public func label(of issue: ID<Issue>) -> String {
    corrected.issueLabels[issue] ?? string(issues.labels[issue.index])
  }

  /// As written in the text, or as a person has put them.
  public func roles(of actor: ID<NewsActor>) -> [String] {
    corrected.actorRoles[actor] ?? actors.roles[actor.index].map(string)
  }
}

extension NewsActor {
  public var isCorrected: Bool { document.corrected.actors.contains(id) }
}

extension Place {
  public var isCorrected: Bool { document.corrected.places.contains(id) }
}

extension Issue {
  public var isCorrected: Bool { document.corrected.issues.contains(id) }
}

extension Position {
  public var isCorrected: Bool { document.corrected.positions.contains(id) }
}

extension Mention {
  public var isCorrected: Bool { document.corrected.mentions.contains(id) }
}
