extension DraftTables {
  /// Where a passage stands, in tokens of the part that was analyzed.
  enum Whereabouts {
    case here(TokenRange)
    /// In a part of the text that is not analyzed.
    case elsewhere
    /// Nowhere any more.
    case gone
  }

  func find(_ anchor: TextAnchor) -> Whereabouts {
    guard let range = document.text.range(of: anchor) else { return .gone }
    return document.tokens.tokens(in: range).map { .here($0) } ?? .elsewhere
  }

  /// The row that an edit is about: what is named where the edit says, rather than what has the name.
  func row(of referent: Referent) throws(EditProblem) -> Int {
    let place = find(referent.anchor)
    var row: Int?
    if case .here(let tokens) = place {
      row =
        switch referent.kind {
        case .actor: mentionRow(tokens, referent) { $0.actor }
        case .place: mentionRow(tokens, referent) { $0.place }
        case .issue: issueRow(tokens, referent)
        }
    }
    if let row = row ?? named(referent) { return row }
    if case .elsewhere = place { throw .elsewhere }
    throw .unknown
  }

  private func mentionRow(
    _ tokens: TokenRange,
    _ referent: Referent,
    _ table: (MentionRow) -> Int?
  ) -> Int? {
    let there = mentions.filter { $0.tokens.overlaps(tokens) && table($0) != nil }
    let exact = there.filter { $0.tokens == tokens }
    let best = (exact.isEmpty ? there : exact).compactMap(table)
    return best.first { goes($0, by: referent) } ?? best.first
  }

  private func issueRow(_ tokens: TokenRange, _ referent: Referent) -> Int? {
    let there = issues.indices.filter { row in
      !issues[row].isGone
        && ([issues[row].label] + issues[row].alsoCalled).contains { $0.overlaps(tokens) }
    }
    return there.first { goes($0, by: referent) } ?? there.first { issues[$0].label == tokens }
      ?? there.first
  }

  private func goes(_ row: Int, by referent: Referent) -> Bool {
    switch referent.kind {
    case .actor:
      name(ofActor: row) == referent.name
        || actors[row].aliases.contains { string($0) == referent.name }
    case .place:
      name(ofPlace: row) == referent.name
        || places[row].aliases.contains { string($0) == referent.name }
    case .issue: label(ofIssue: row) == referent.name
    }
  }

  private func named(_ referent: Referent) -> Int? {
    switch referent.kind {
    case .actor:
      actors.indices.first { !actors[$0].isGone && name(ofActor: $0) == referent.name }
    case .place:
      places.indices.first { !places[$0].isGone && name(ofPlace: $0) == referent.name }
    case .issue:
      issues.indices.first { !issues[$0].isGone && label(ofIssue: $0) == referent.name }
    }
  }
}

/// Why an edit cannot be made to an analysis.
enum EditProblem: Error {
  /// What it is about lies in a part of the text that is not analyzed.
  case elsewhere
  /// What it is about is no longer there, or was not understood.
  case unknown
}

extension Document {
  /// An actor as an edit names it: by the mention that says most.
  public func referent(_ actor: ID<NewsActor>) -> Referent? {
    referent(.actor, name(of: actor), index.actorMentions[actor.index])
  }

  public func referent(_ place: ID<Place>) -> Referent? {
    referent(.place, name(of: place), index.placeMentions[place.index])
  }

  public func referent(_ issue: ID<Issue>) -> Referent {
    Referent(
      .issue,
      name: label(of: issue),
      anchor: text.anchor(tokens.bytes(of: issues.labels[issue.index]))
    )
  }

  private func referent(
    _ kind: Referent.Kind,
    _ name: String,
    _ mentions: [ID<Mention>]
  ) -> Referent? {
    let names = mentions.filter { self.mentions.forms[$0.index] == .name }
    let best =
      names.first { string(self.mentions.tokens[$0.index]) == name } ?? names.first
      ?? mentions.first
    return best.map { mention in
      let bytes = tokens.bytes(of: self.mentions.tokens[mention.index])
      return Referent(kind, name: name, anchor: text.anchor(bytes))
    }
  }
}
