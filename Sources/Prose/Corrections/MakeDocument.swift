extension DraftTables {
  /// The document that these tables make: without the rows that are gone, in the order that the tables keep.
  func made() -> Document {
    let actorOrder = order(actors.indices.filter { !actors[$0].isGone }) { actors[$0].salience }
    let placeOrder = order(places.indices.filter { !places[$0].isGone }) { places[$0].salience }
    let issueOrder = order(issues.indices.filter { !issues[$0].isGone }) { issues[$0].salience }
    let newActor = rows(actorOrder)
    let newPlace = rows(placeOrder)
    let newIssue = rows(issueOrder)
    let used = Set(
      mentions.map(\.entity) + actorOrder.map { actors[$0].entity }
        + placeOrder.map { places[$0].entity }
    )
    let entityOrder = used.sorted()
    let newEntity = rows(entityOrder)

    var corrected = Corrected()
    let mentionOrder = mentions.indices.sorted {
      (mentions[$0].tokens.first, $0) < (mentions[$1].tokens.first, $1)
    }
    var table = Mentions()
    var ofEntity: [ID<Entity>] = []
    var ofActor: [ID<NewsActor>?] = []
    var ofPlace: [ID<Place>?] = []
    for row in mentionOrder {
      let mention = mentions[row]
      if mention.isCorrected { corrected.mentions.insert(ID(row: table.count)) }
      table.append(mention.tokens, head: mention.head, form: mention.form, type: mention.type)
      ofEntity.append(ID(row: newEntity[mention.entity] ?? 0))
      ofActor.append(mention.actor.flatMap { newActor[$0] }.map { ID(row: $0) })
      ofPlace.append(mention.place.flatMap { newPlace[$0] }.map { ID(row: $0) })
    }
    let (entities, locations) = madeEntities(entityOrder, ofEntity)
    let newsActors = madeActors(actorOrder, ofActor, newEntity, &corrected)
    let newsPlaces = madePlaces(placeOrder, ofPlace, newEntity, &corrected)
    let (newsIssues, stands) = madeIssues(issueOrder, newIssue, newActor, &corrected)
    return Document(
      text: document.text,
      language: document.language,
      blocks: document.blocks,
      tokens: document.tokens,
      sentences: document.sentences,
      mentions: table,
      entities: entities,
      locations: locations,
      actors: newsActors,
      places: newsPlaces,
      quotations: madeQuotations(newActor),
      times: document.times,
      issues: newsIssues,
      positions: stands,
      corrected: corrected
    )
  }

  /// By salience, the highest first; rows of the same one stay as they are.
  private func order(_ rows: [Int], by salience: (Int) -> Float) -> [Int] {
    rows.sorted { (salience($0), $1) > (salience($1), $0) }
  }

  /// For each old row its new one.
  private func rows(_ order: [Int]) -> [Int: Int] {
    var rows: [Int: Int] = [:]
    for (new, old) in order.enumerated() { rows[old] = new }
    return rows
  }

  private func madeEntities(
    _ order: [Int],
    _ ofMention: [ID<Entity>]
  ) -> (Entities, Locations) {
    var table = Entities(ofMention: ofMention)
    var locations = Locations()
    for row in order {
      let entity = entities[row]
      table.append(name: entity.name, type: entity.type, aliases: entity.aliases)
      locations.append(
        country: entity.country,
        coordinates: entity.coordinates,
        kind: entity.kind,
        region: entity.region
      )
    }
    for (code, name) in document.locations.countryNames { locations.name(code, name) }
    return (table, locations)
  }

  private func madeActors(
    _ order: [Int],
    _ ofMention: [ID<NewsActor>?],
    _ newEntity: [Int: Int],
    _ corrected: inout Corrected
  ) -> NewsActors {
    var table = NewsActors(ofMention: ofMention)
    for row in order {
      let actor = actors[row]
      let id = ID<NewsActor>(row: table.count)
      corrected.actorNames[id] = actor.written
      corrected.actorRoles[id] = actor.writtenRoles
      if actor.isCorrected { corrected.actors.insert(id) }
      table.append(
        entity: ID(row: newEntity[actor.entity] ?? 0),
        name: actor.name,
        kind: actor.kind,
        roles: actor.roles,
        aliases: actor.aliases,
        country: actor.country,
        salience: actor.salience
      )
    }
    return table
  }

  private func madePlaces(
    _ order: [Int],
    _ ofMention: [ID<Place>?],
    _ newEntity: [Int: Int],
    _ corrected: inout Corrected
  ) -> Places {
    var table = Places(ofMention: ofMention)
    for row in order {
      let place = places[row]
      let id = ID<Place>(row: table.count)
      corrected.placeNames[id] = place.written
      if place.isCorrected { corrected.places.insert(id) }
      table.append(
        entity: ID(row: newEntity[place.entity] ?? 0),
        name: place.name,
        kind: place.kind,
        aliases: place.aliases,
        country: place.country,
        coordinates: place.coordinates,
        salience: place.salience
      )
    }
    return table
  }

  private func madeIssues(
    _ order: [Int],
    _ newIssue: [Int: Int],
    _ newActor: [Int: Int],
    _ corrected: inout Corrected
  ) -> (Issues, Positions) {
    var table = Issues()
    for row in order {
      let issue = issues[row]
      let id = ID<Issue>(row: table.count)
      corrected.issueLabels[id] = issue.written
      if issue.isCorrected { corrected.issues.insert(id) }
      table.append(
        label: issue.label,
        alsoCalled: issue.alsoCalled,
        salience: issue.salience,
        status: issue.status,
        evidence: issue.evidence.sorted(),
        why: issue.why
      )
    }
    var stands = Positions()
    let kept = positions.indices.filter { row in
      !positions[row].isGone && newIssue[positions[row].issue] != nil
        && newActor[positions[row].actor] != nil
    }
    let byIssue = kept.sorted { left, right in
      (newIssue[positions[left].issue] ?? 0, left) < (newIssue[positions[right].issue] ?? 0, right)
    }
    for row in byIssue {
      let position = positions[row]
      if position.isCorrected { corrected.positions.insert(ID(row: stands.count)) }
      stands.append(
        issue: ID(row: newIssue[position.issue] ?? 0),
        actor: ID(row: newActor[position.actor] ?? 0),
        stance: position.stance,
        status: position.status,
        evidence: position.evidence.sorted(),
        cue: position.cue,
        why: position.why
      )
    }
    return (table, stands)
  }

  private func madeQuotations(_ newActor: [Int: Int]) -> Quotations {
    let old = document.quotations
    var table = Quotations()
    for row in 0..<old.count {
      table.append(
        parts: Array(old.parts[row]),
        source: old.sources[row],
        cue: old.cues[row],
        kind: old.kinds[row],
        actor: speakers[row].flatMap { newActor[$0] }.map { ID(row: $0) },
        why: old.why[row]
      )
    }
    return table
  }
}
