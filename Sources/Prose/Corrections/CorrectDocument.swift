extension Document {
  /// The document as these edits change it, made one after the other, and the places of those among them that could
  /// not be made: what they are about is not in it any more.
  ///
  /// What lies in a part of the text that is not analyzed is passed over.
  public func corrected(by edits: [Edit]) -> (document: Document, orphans: [Int]) {
    guard !edits.isEmpty else { return (self, []) }
    var tables = DraftTables(self)
    var orphans: [Int] = []
    for (place, edit) in edits.enumerated() {
      do throws(EditProblem) {
        try tables.make(edit)
      } catch .elsewhere {
        continue
      } catch {
        orphans.append(place)
      }
    }
    return (tables.made(), orphans)
  }
}

extension DraftTables {
  fileprivate mutating func make(_ edit: Edit) throws(EditProblem) {
    switch edit.action {
    case .merge: try merge(edit)
    case .split: try split(row(.actor, edit), passages(edit))
    case .rename: try rename(edit)
    case .kind: try setKind(edit)
    case .roles: try setRoles(row(.actor, edit), edit.value)
    case .toPlace: try turnToPlace(row(.actor, edit), PlaceKind(rawValue: edit.value))
    case .toActor: try turnToActor(row(.place, edit), ActorKind(rawValue: edit.value))
    case .delete: try delete(edit)
    case .add: try add(passages(edit), kind: edit.value)
    case .addMention: try addMentions(edit)
    case .dropMention: try dropMentions(passages(edit))
    case .addIssue: try addIssue(passages(edit), label: edit.value)
    case .position: try setPosition(edit)
    case .dropPosition:
      try changePositions(edit) { $0.isGone = true }
    case .addEvidence:
      let shown = sentences(try passages(edit))
      try changePositions(edit) { position in
        position.evidence += shown.filter { !position.evidence.contains($0) }
        position.isCorrected = true
      }
    case .dropEvidence:
      let shown = sentences(try passages(edit))
      try changePositions(edit) { position in
        guard position.evidence.contains(where: shown.contains) else { return }
        position.evidence.removeAll { shown.contains($0) }
        position.isCorrected = true
      }
    }
  }

  // MARK: What an edit names

  private func row(_ kind: Referent.Kind, _ edit: Edit) throws(EditProblem) -> Int {
    guard let subject = edit.subject, subject.kind == kind else { throw .unknown }
    return try row(of: subject)
  }

  private func passages(_ edit: Edit) throws(EditProblem) -> [TokenRange] {
    var ranges: [TokenRange] = []
    var isElsewhere = false
    for anchor in edit.passages {
      switch find(anchor) {
      case .here(let tokens): ranges.append(tokens)
      case .elsewhere: isElsewhere = true
      case .gone: break
      }
    }
    if ranges.isEmpty { throw isElsewhere ? .elsewhere : .unknown }
    return ranges
  }

  func sentences(_ ranges: [TokenRange]) -> [ID<Sentence>] {
    var rows: Set<ID<Sentence>> = []
    for range in ranges {
      guard let first = document.sentences.sentence(at: range.rows.lowerBound),
        let last = document.sentences.sentence(at: range.rows.upperBound - 1)
      else { continue }
      rows.formUnion((first...last).map { ID(row: $0) })
    }
    return rows.sorted()
  }

  // MARK: Actors, places and issues alike

  private mutating func merge(_ edit: Edit) throws(EditProblem) {
    guard let subject = edit.subject, let object = edit.object, subject.kind == object.kind else {
      throw .unknown
    }
    let (from, to) = (try row(of: subject), try row(of: object))
    guard from != to else { return }
    switch subject.kind {
    case .actor: mergeActors(from, to)
    case .place: mergePlaces(from, to)
    case .issue: mergeIssues(from, to)
    }
  }

  private mutating func rename(_ edit: Edit) throws(EditProblem) {
    guard let subject = edit.subject, !edit.value.isEmpty else { throw .unknown }
    let row = try row(of: subject)
    switch subject.kind {
    case .actor:
      actors[row].written = string(actors[row].name) == edit.value ? nil : edit.value
      actors[row].isCorrected = true
    case .place:
      places[row].written = string(places[row].name) == edit.value ? nil : edit.value
      places[row].isCorrected = true
    case .issue:
      issues[row].written = string(issues[row].label) == edit.value ? nil : edit.value
      issues[row].isCorrected = true
    }
  }

  private mutating func setKind(_ edit: Edit) throws(EditProblem) {
    guard let subject = edit.subject else { throw .unknown }
    let row = try row(of: subject)
    if subject.kind == .actor, let kind = ActorKind(rawValue: edit.value) {
      actors[row].kind = kind
      actors[row].isCorrected = true
      entities[actors[row].entity].type = kind.entityType
    } else if subject.kind == .place, let kind = PlaceKind(rawValue: edit.value) {
      places[row].kind = kind
      places[row].isCorrected = true
    } else {
      throw .unknown
    }
  }

  private mutating func setRoles(_ row: Int, _ lines: String) throws(EditProblem) {
    actors[row].writtenRoles = lines.split(separator: "\n").map(String.init)
    actors[row].isCorrected = true
  }

  private mutating func delete(_ edit: Edit) throws(EditProblem) {
    guard let subject = edit.subject else { throw .unknown }
    let row = try row(of: subject)
    switch subject.kind {
    case .actor: removeActor(row)
    case .place:
      places[row].isGone = true
      for mention in mentions.indices where mentions[mention].place == row {
        mentions[mention].place = nil
        mentions[mention].isCorrected = true
      }
    case .issue: issues[row].isGone = true
    }
  }

  private mutating func addMentions(_ edit: Edit) throws(EditProblem) {
    guard let subject = edit.subject, subject.kind != .issue else { throw .unknown }
    let row = try row(of: subject)
    for tokens in try passages(edit) {
      switch subject.kind {
      case .actor: assign(tokens, toActor: row)
      default: assign(tokens, toPlace: row)
      }
    }
  }

  // MARK: Issues and who stands where

  private mutating func mergeIssues(_ from: Int, _ to: Int) {
    issues[from].isGone = true
    let names = [issues[from].label] + issues[from].alsoCalled
    for name in names
    where ![issues[to].label].appending(issues[to].alsoCalled).contains(where: {
      string($0) == string(name)
    }) {
      issues[to].alsoCalled.append(name)
    }
    issues[to].evidence += issues[from].evidence.filter { !issues[to].evidence.contains($0) }
    issues[to].salience = min(1, issues[to].salience + issues[from].salience)
    issues[to].isCorrected = true
    for row in positions.indices where positions[row].issue == from && !positions[row].isGone {
      positions[row].issue = to
    }
    joinPositions()
  }

  private mutating func addIssue(_ ranges: [TokenRange], label: String) throws(EditProblem) {
    guard let first = ranges.first else { throw .unknown }
    var issue = IssueRow(
      label: first,
      alsoCalled: [],
      salience: issues.filter { !$0.isGone }.map(\.salience).min() ?? 0.5,
      status: [],
      evidence: sentences(ranges),
      why: "person"
    )
    if !label.isEmpty, label != string(first) { issue.written = label }
    issue.isCorrected = true
    issues.append(issue)
  }

  private mutating func setPosition(_ edit: Edit) throws(EditProblem) {
    guard let stance = Stance(rawValue: edit.value), let party = edit.object, party.kind == .actor
    else { throw .unknown }
    let issue = try row(.issue, edit)
    let actor = try row(of: party)
    let known = positions.indices.filter {
      positions[$0].issue == issue && positions[$0].actor == actor && !positions[$0].isGone
    }
    var ranges: [TokenRange] = []
    if !edit.passages.isEmpty { ranges = try passages(edit) }
    if let first = known.first {
      positions[first].stance = stance
      positions[first].isCorrected = true
      for other in known.dropFirst() {
        positions[first].evidence += positions[other].evidence
        positions[other].isGone = true
      }
      positions[first].evidence = Set(positions[first].evidence + sentences(ranges)).sorted()
      if let cue = ranges.first { positions[first].cue = cue }
      return
    }
    guard let cue = ranges.first else { throw .unknown }
    positions.append(
      PositionRow(
        issue: issue,
        actor: actor,
        stance: stance,
        status: [],
        evidence: sentences(ranges),
        cue: cue,
        why: "person",
        isCorrected: true
      )
    )
    issues[issue].evidence += sentences(ranges).filter { !issues[issue].evidence.contains($0) }
  }

  private mutating func changePositions(
    _ edit: Edit,
    _ change: (inout PositionRow) -> Void
  ) throws(EditProblem) {
    guard let party = edit.object, party.kind == .actor else { throw .unknown }
    let issue = try row(.issue, edit)
    let actor = try row(of: party)
    let known = positions.indices.filter {
      positions[$0].issue == issue && positions[$0].actor == actor && !positions[$0].isGone
    }
    guard !known.isEmpty else { throw .unknown }
    for row in known {
      change(&positions[row])
      issues[issue].evidence += positions[row].evidence.filter {
        !issues[issue].evidence.contains($0)
      }
    }
    issues[issue].isCorrected = true
  }

  /// Makes those of one actor on one issue with one stance a single row.
  mutating func joinPositions() {
    for row in positions.indices where !positions[row].isGone {
      for other in positions.indices.dropFirst(row + 1) where !positions[other].isGone {
        guard positions[other].issue == positions[row].issue,
          positions[other].actor == positions[row].actor,
          positions[other].stance == positions[row].stance
        else { continue }
        let more = positions[other].evidence.filter { !positions[row].evidence.contains($0) }
        positions[row].evidence += more
        positions[row].status.formIntersection(positions[other].status)
        positions[row].isCorrected = true
        positions[other].isGone = true
      }
    }
  }
}

extension Array {
  fileprivate func appending(_ more: [Element]) -> [Element] { self + more }
}

extension ActorKind {
  var entityType: EntityType {
    switch self {
    case .person, .source: .person
    case .government: .location
    case .organization: .organization
    case .group: .group
    }
  }
}
