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
      strip: Strip(targets, in: body)
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
      strip: Strip(targets, in: body)
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
      strip: Strip(targets, in: body)
    )
    let positions = issue.positions
    for sign in [StanceSign.plus, .minus, .none] {
      var names: [String] = []
      for position in positions where position.stance.sign == sign {
        let name = document.string(document.actors.names[position.actor.index])
        if !names.contains(name) { names.append(name) }
      }
      if !names.isEmpty { entry.sides.append((sign, names)) }
    }
    return entry
  }
}
