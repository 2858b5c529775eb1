internal import Prose

/// Who stands where: actors by issues, each sign a way to the sentence that shows it.
struct HTMLMatrix {
  let sheet: HTMLSheet

  init(sheet: HTMLSheet) {
    self.sheet = sheet
  }

  var markup: String {
    let document = sheet.document
    guard document.positions.count > 0 else { return "" }
    let actors = Set(document.positions.actors).sorted()
    let heads = document.allIssues.map { issue in
      ##"<th scope="col"><a href="#\##(sheet.anchor("i", issue.id.index))">\##(markupText(issue.label))</a></th>"##
    }
    let rows = actors.map { actor in
      let name = markupText(document.name(of: actor))
      let cells = (0..<document.issues.count).map { issue in
        "<td>\(cell(actor, ID(row: issue)))</td>"
      }
      return
        ##"<tr><th scope="row"><a href="#\##(sheet.anchor("a", actor.index))">\##(name)</a></th>"##
        + cells.joined() + "</tr>\n"
    }
    return """
      <section class="matrix">
      <h2>Positions</h2>
      <table><thead><tr><td></td>\(heads.joined())</tr></thead>
      <tbody>
      \(rows.joined())</tbody></table>
      </section>\n
      """
  }

  private func cell(_ actor: ID<NewsActor>, _ issue: ID<Issue>) -> String {
    let document = sheet.document
    return document.positions.rows(of: issue).filter { document.positions.actors[$0] == actor }
      .map { row in
        let sign = document.positions.stances[row].sign
        guard let sentence = document.positions.evidence[row].first else {
          return String(sign.symbol)
        }
        return ##"<a class="\##(sign.cssClass)" href="#\##(sheet.anchor("s", sentence.index))" "##
          + #"title="\#(document.positions.stances[row].rawValue)">\#(sign.symbol)</a>"#
      }.joined(separator: " ")
  }
}
