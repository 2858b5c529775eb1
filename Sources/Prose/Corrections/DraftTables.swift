/// A document's tables, loosened so that rows can come, go and change; rows that are gone stay until all is made.
struct DraftTables {
  struct MentionRow {
    var tokens: TokenRange
    var head: TokenRange
    var form: MentionForm
    var type: MentionType
    var entity: Int
    var actor: Int?
    var place: Int?
    var isCorrected = false
  }

  struct EntityRow {
    var name: TokenRange
    var type: EntityType
    var aliases: [TokenRange]
    var country: CountryCode?
    var coordinates: Coordinates?
    var kind: PlaceKind?
    var region: String?
  }

  struct ActorRow {
    var entity: Int
    var name: TokenRange
    /// What a person calls it, where that is not in the text's words.
    var written: String?
    var kind: ActorKind
    var roles: [TokenRange]
    var writtenRoles: [String]?
    var aliases: [TokenRange]
    var country: CountryCode?
    var salience: Float
    var isCorrected = false
    var isGone = false
  }

  struct PlaceRow {
    var entity: Int
    var name: TokenRange
    var written: String?
    var kind: PlaceKind
    var aliases: [TokenRange]
    var country: CountryCode?
    var coordinates: Coordinates?
    var salience: Float
    var isCorrected = false
    var isGone = false
  }

  struct IssueRow {
    var label: TokenRange
    var written: String?
    var alsoCalled: [TokenRange]
    var salience: Float
    var status: Status
    var evidence: [ID<Sentence>]
    var why: String
    var isCorrected = false
    var isGone = false
  }

  struct PositionRow {
    var issue: Int
    var actor: Int
    var stance: Stance
    var status: Status
    var evidence: [ID<Sentence>]
    var cue: TokenRange
    var why: String
    var isCorrected = false
    var isGone = false
  }

  let document: Document
  var mentions: [MentionRow] = []
  var entities: [EntityRow] = []
  var actors: [ActorRow] = []
  var places: [PlaceRow] = []
  var issues: [IssueRow] = []
  var positions: [PositionRow] = []
  /// Who says each of the document's quotations.
  var speakers: [Int?] = []

  init(_ document: Document) {
    self.document = document
    let corrected = document.corrected
    mentions = document.allMentions.map { mention in
      MentionRow(
        tokens: mention.tokens,
        head: document.mentions.heads[mention.id.index],
        form: mention.form,
        type: mention.type,
        entity: mention.entity.index,
        actor: mention.actor?.index,
        place: mention.place?.index,
        isCorrected: mention.isCorrected
      )
    }
    let locations = document.locations
    entities = (0..<document.entities.count).map { row in
      EntityRow(
        name: document.entities.names[row],
        type: document.entities.types[row],
        aliases: Array(document.entities.aliases[row]),
        country: locations.countries[row],
        coordinates: locations.coordinates[row],
        kind: locations.kinds[row],
        region: locations.regions[row]
      )
    }
    actors = document.allActors.map { actor in
      ActorRow(
        entity: actor.entity.index,
        name: document.actors.names[actor.id.index],
        written: corrected.actorNames[actor.id],
        kind: actor.kind,
        roles: Array(document.actors.roles[actor.id.index]),
        writtenRoles: corrected.actorRoles[actor.id],
        aliases: Array(document.actors.aliases[actor.id.index]),
        country: actor.country,
        salience: actor.salience,
        isCorrected: actor.isCorrected
      )
    }
    places = document.allPlaces.map { place in
      PlaceRow(
        entity: place.entity.index,
        name: document.places.names[place.id.index],
        written: corrected.placeNames[place.id],
        kind: place.kind,
        aliases: Array(document.places.aliases[place.id.index]),
        country: place.country,
        coordinates: place.coordinates,
        salience: place.salience,
        isCorrected: place.isCorrected
      )
    }
    takeIssues()
    speakers = document.quotations.actors.map { $0?.index }
  }

  private mutating func takeIssues() {
    issues = document.allIssues.map { issue in
      IssueRow(
        label: document.issues.labels[issue.id.index],
        written: document.corrected.issueLabels[issue.id],
        alsoCalled: Array(document.issues.alsoCalled[issue.id.index]),
        salience: issue.salience,
        status: issue.status,
        evidence: Array(issue.evidence),
        why: issue.why,
        isCorrected: issue.isCorrected
      )
    }
    positions = document.allIssues.flatMap(\.positions).map { position in
      PositionRow(
        issue: position.issue.index,
        actor: position.actor.index,
        stance: position.stance,
        status: position.status,
        evidence: Array(position.evidence),
        cue: position.cue,
        why: position.why,
        isCorrected: position.isCorrected
      )
    }
  }

  // MARK: What rows are called

  func string(_ range: TokenRange) -> String { document.string(range) }

  func name(ofActor row: Int) -> String { actors[row].written ?? string(actors[row].name) }
  func name(ofPlace row: Int) -> String { places[row].written ?? string(places[row].name) }
  func label(ofIssue row: Int) -> String { issues[row].written ?? string(issues[row].label) }
}
