internal import Prose

/// The panes beside an article: what each holds opens as a card.
struct HTMLPanes {
  let sheet: HTMLSheet
  private var document: Document { sheet.document }

  init(sheet: HTMLSheet) {
    self.sheet = sheet
  }

  var markup: String {
    pane("Issues", document.allIssues.map(issue))
      + pane("Actors", document.allActors.map(actor))
      + pane("Places", document.allPlaces.map(place))
      + pane("Timeline", times)
  }

  private func pane(_ title: String, _ cards: [String]) -> String {
    guard !cards.isEmpty else { return "" }
    return "<section>\n<h2>\(title)</h2>\n\(cards.joined())</section>\n"
  }

  private func actor(_ actor: NewsActor) -> String {
    var lines: [String] = []
    if !actor.aliases.isEmpty {
      lines.append("also \(actor.aliases.map(markupText).joined(separator: ", "))")
    }
    if actor.isCorrected { lines.append("by: person") }
    if let country = countryName(actor.country) { lines.append(markupText(country)) }
    let positions = (0..<document.positions.count)
      .filter { document.positions.actors[$0] == actor.id }
      .map { row in
        let label = document.label(of: document.positions.issues[row])
        return "<li>\(sign(row)) \(markupText(label)) \(evidence(row))</li>"
      }
    let quotations = document.allQuotations.filter { $0.actor == actor.id }
      .map { "<li>\(markupText(document.string(document.quotations.content($0.id.index))))</li>" }
    let roles = actor.roles.map(markupText).joined(separator: "; ")
    return card(
      "a",
      actor.id.index,
      name: actor.name,
      detail: roles,
      count: actor.mentions.count,
      body: lines.map { "<p>\($0)</p>" }.joined() + list(positions) + list(quotations)
    )
  }

  private func place(_ place: Place) -> String {
    let facts = [
      place.kind == .other ? nil : place.kind.rawValue, place.region,
      place.kind == .country ? nil : countryName(place.country),
    ].compactMap { $0.map(markupText) }
    let lines = [
      place.aliases.isEmpty ? nil : "also " + place.aliases.map(markupText).joined(separator: ", "),
      place.coordinates.map { "\($0.latitude)°, \($0.longitude)°" },
      place.isCorrected ? "by: person" : nil,
    ].compactMap(\.self)
    return card(
      "p",
      place.id.index,
      name: place.name,
      detail: facts.joined(separator: ", "),
      count: place.mentions.count,
      body: lines.map { "<p>\($0)</p>" }.joined()
    )
  }

  private func issue(_ issue: Issue) -> String {
    let positions = issue.positions.map { position in
      let name = document.name(of: position.actor)
      let status = position.status.names.map { " · \($0)" }.joined()
      return "<li>\(sign(position.id.index)) <b>\(markupText(name))</b> "
        + "\(position.stance.rawValue)\(status)\(position.isCorrected ? " · by: person" : "") \(evidence(position.id.index))</li>"
    }
    let also =
      issue.alsoCalled.isEmpty
      ? "" : "<p>also \(issue.alsoCalled.map(markupText).joined(separator: ", "))</p>"
    return """
      <details open id="\(sheet.anchor("i", issue.id.index))">\
      <summary><b>\(markupText(issue.label))</b></summary>\(also)\(list(positions))\
      <p class="machine">\(issue.isCorrected ? "by: person" : "found by \(markupText(issue.why))")</p></details>\n
      """
  }

  private var times: [String] {
    document.allTimes.filter { $0.days != nil }
      .sorted { ($0.days?.lowerBound ?? 0, $0.id) < ($1.days?.lowerBound ?? 0, $1.id) }
      .map { time in
        let row = document.sentences.sentence(at: Int(time.tokens.first))
        let tokens = row.map { document.sentences.tokens[$0] } ?? time.tokens
        let words = markupText(document.string(tokens))
        return "<details><summary><b>\(markupText(time.value ?? document.string(time.tokens)))</b>"
          + "</summary><p>\(words)</p></details>\n"
      }
  }

  private func card(
    _ letter: String,
    _ row: Int,
    name: String,
    detail: String,
    count: Int,
    body: String
  ) -> String {
    """
    <details id="\(sheet.anchor(letter, row))" data-mentions="\(count)"><summary>\
    <span class="count">\(count)</span><b>\(markupText(name))</b>\(detail.isEmpty ? "" : " · ")\(detail)</summary>\
    \(body)</details>\n
    """
  }

  private func list(_ items: [String]) -> String {
    items.isEmpty ? "" : "<ul>\(items.joined())</ul>"
  }

  func sign(_ position: Int) -> String {
    let sign = document.positions.stances[position].sign
    return #"<b class="\#(sign.cssClass)">\#(sign.symbol)</b>"#
  }

  private func evidence(_ position: Int) -> String {
    document.positions.evidence[position].enumerated().map { number, sentence in
      ##"<a href="#\##(sheet.anchor("s", sentence.index))">¶\##(number + 1)</a>"##
    }.joined(separator: " ")
  }

  private func countryName(_ country: CountryCode?) -> String? {
    country.map { document.name(of: $0) }
  }
}
