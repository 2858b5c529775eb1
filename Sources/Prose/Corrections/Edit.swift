/// A change that a person makes to what the analysis has found.
///
/// It is told in the article's own words, so that it can be made again to a later analysis, or to a text that has
/// changed since. Which of its parts an action needs is told with it; the others are empty.
public struct Edit: Equatable, Codable, Sendable {
  public enum Action: String, CaseIterable, Codable, Sendable {
    /// `subject` and `object` are the same one; it goes by the object's name.
    case merge
    /// The mentions at `passages` are not of `subject` but of another actor.
    case split
    /// `subject` is called `value`.
    case rename
    /// `subject`, an actor or a place, is of the kind `value`.
    case kind
    /// `subject`, an actor, has the roles that stand in `value` on a line each.
    case roles
    /// `subject`, an actor, is a place of the kind `value`.
    case toPlace
    /// `subject`, a place, acts and is of the kind `value`.
    case toActor
    /// `subject` is no actor, no place, no issue.
    case delete
    /// The words at `passages` name an actor or a place that was not found, of the kind `value`.
    case add
    /// The words at `passages` mean `subject`.
    case addMention
    /// The words at `passages` mean nobody.
    case dropMention
    /// The words at the first passage name an issue; the sentences of all of them show it. `value` is its label, where
    /// that is not in the text's words.
    case addIssue
    /// `object`, an actor, has the stance `value` on the issue `subject`; the sentences of `passages` show it.
    case position
    /// `object` has no part in the issue `subject`.
    case dropPosition
    /// The sentences of `passages` show it too.
    case addEvidence
    /// The sentences of `passages` show nothing of the kind.
    case dropEvidence
  }

  public var action: Action
  public var subject: Referent?
  public var object: Referent?
  public var value: String
  public var passages: [TextAnchor]

  public init(
    _ action: Action,
    _ subject: Referent? = nil,
    object: Referent? = nil,
    value: String = "",
    passages: [TextAnchor] = []
  ) {
    self.action = action
    self.subject = subject
    self.object = object
    self.value = value
    self.passages = passages
  }
}

/// Whom or what an edit is about: known by a name, and by a place in the text where it is named.
public struct Referent: Equatable, Codable, Sendable {
  public enum Kind: String, CaseIterable, Codable, Sendable {
    case actor
    case place
    case issue
  }

  public var kind: Kind
  public var name: String
  public var anchor: TextAnchor

  public init(_ kind: Kind, name: String, anchor: TextAnchor) {
    self.kind = kind
    self.name = name
    self.anchor = anchor
  }
}

/// An edit as it is kept.
public struct Correction: Equatable, Codable, Sendable {
  /// Told apart by it in every copy: a UUID in small letters.
  public var id: String
  /// ISO 8601, UTC.
  public var made: String
  public var edit: Edit

  public init(id: String, made: String, edit: Edit) {
    self.id = id
    self.made = made
    self.edit = edit
  }
}
