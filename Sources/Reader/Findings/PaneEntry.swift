import Prose
import Screen

/// An actor, a place or an issue as its pane shows it.
struct PaneEntry: Sendable {
  let name: String
  let face: Face
  /// How often it is mentioned; for an issue the number of sentences that show the dispute.
  let count: Int
  /// The role, the kind and country; empty where nothing is known.
  let detail: String
  /// Where in the article it is mentioned.
  let strip: Strip
  /// Whether a person has changed what was found of it.
  var isCorrected = false
  /// The parties of an issue, by side.
  var sides: [(sign: StanceSign, names: [String])] = []
}

func actorEntries(_ document: Document, _ body: Range<UInt32>) -> [PaneEntry] {
  document.allActors.map { actor in
    let targets = document.ranges(of: actor.mentions)
    return PaneEntry(
      name: actor.name,
      face: Face(actor.kind),
      count: targets.count,
      detail: actor.roles.prefix(2).joined(separator: ", "),
      strip: Strip(targets, in: body),
      isCorrected: actor.isCorrected
    )
  }
}

func placeEntries(_ document: Document, _ body: Range<UInt32>) -> [PaneEntry] {
  let countries = document.locations.countryNames
  return document.allPlaces.map { place in
    let targets = document.ranges(of: place.mentions)
    var detail = place.kind == .other ? "" : place.kind.rawValue
    if place.kind != .country, let code = place.country {
      let country = countries[code] ?? code.letters
      if country != place.name { detail += detail.isEmpty ? country : ", \(country)" }
    }
    return PaneEntry(
      name: place.name,
      face: .place,
      count: targets.count,
      detail: detail,
      strip: Strip(targets, in: body),
      isCorrected: place.isCorrected
    )
  }
}

func issueEntries(_ document: Document, _ body: Range<UInt32>) -> [PaneEntry] {
  document.allIssues.map { issue in
    let targets = issue.evidence.map { document.range(of: $0) }
    var entry = PaneEntry(
      name: issue.label,
      face: .issue,
      count: targets.count,
      detail: "",
      strip: Strip(targets, in: body),
      isCorrected: issue.isCorrected
    )
    let positions = issue.positions
    for sign in [StanceSign.plus, .minus, .none] {
      var names: [String] = []
      for position in positions where position.stance.sign == sign {
        let name = document.name(of: position.actor)
        let shown = position.isCorrected ? "\(name) \(correctionSign)" : name
        if !names.contains(shown) { names.append(shown) }
      }
      if !names.isEmpty { entry.sides.append((sign, names)) }
    }
    return entry
  }
}
