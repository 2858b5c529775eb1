internal import Prose

/// Turns a window's rows into the whole text's.
struct TokenShift {
  let tokens: Int
  let sentences: Int

  func callAsFunction(_ range: TokenRange) -> TokenRange {
    TokenRange(range.rows.lowerBound + tokens..<range.rows.upperBound + tokens)
  }

  func callAsFunction(_ sentence: ID<Sentence>) -> ID<Sentence> {
    ID(row: sentence.index + sentences)
  }
}

/// A quotation of a window; its actor is the row among the joined ones, before they are ranked.
struct JoinedQuotation {
  fileprivate let parts: [TokenRange]
  fileprivate let source: TokenRange?
  fileprivate let cue: TokenRange?
  fileprivate let kind: QuotationKind
  fileprivate let actor: Int?
  fileprivate let why: String

  init(_ quotations: Quotations, _ row: Int, _ actorRows: [Int], _ shift: TokenShift) {
    parts = quotations.parts[row].map { shift($0) }
    source = quotations.sources[row].map { shift($0) }
    cue = quotations.cues[row].map { shift($0) }
    kind = quotations.kinds[row]
    actor = quotations.actors[row].map { actorRows[$0.index] }
    why = quotations.why[row]
  }
}

/// An issue of a window with its positions.
///
/// Issues of several windows stay apart: the same words can mean another matter in another article.
struct JoinedIssue {
  fileprivate struct Stand {
    let actor: Int
    let stance: Stance
    let status: Status
    let evidence: [ID<Sentence>]
    let cue: TokenRange
    let why: String
  }

  fileprivate let label: TokenRange
  fileprivate let alsoCalled: [TokenRange]
  fileprivate let salience: Float
  fileprivate let status: Status
  fileprivate let evidence: [ID<Sentence>]
  fileprivate let why: String
  fileprivate let stands: [Stand]

  init(_ window: Document, _ row: Int, _ actorRows: [Int], _ shift: TokenShift) {
    let (issues, positions) = (window.issues, window.positions)
    label = shift(issues.labels[row])
    alsoCalled = issues.alsoCalled[row].map { shift($0) }
    salience = issues.salience[row]
    status = issues.status[row]
    evidence = issues.evidence[row].map { shift($0) }
    why = issues.why[row]
    stands = positions.rows(of: ID(row: row)).map { position in
      Stand(
        actor: actorRows[positions.actors[position].index],
        stance: positions.stances[position],
        status: positions.status[position],
        evidence: positions.evidence[position].map { shift($0) },
        cue: shift(positions.cues[position]),
        why: positions.why[position]
      )
    }
  }
}

/// The table of all windows' quotations; `place` says where each joined actor stands among the ranked.
func table(of quotations: [JoinedQuotation], _ place: [Int]) -> Quotations {
  var table = Quotations()
  for quotation in quotations {
    table.append(
      parts: quotation.parts,
      source: quotation.source,
      cue: quotation.cue,
      kind: quotation.kind,
      actor: quotation.actor.map { ID(row: place[$0]) },
      why: quotation.why
    )
  }
  return table
}

/// The tables of all windows' issues, by salience, and of the positions on them.
func tables(of issues: [JoinedIssue], _ place: [Int]) -> (Issues, Positions) {
  var table = Issues()
  var positions = Positions()
  let order = issues.indices.sorted { left, right in
    issues[left].salience > issues[right].salience
      || issues[left].salience == issues[right].salience && left < right
  }
  for (row, issue) in order.lazy.map({ issues[$0] }).enumerated() {
    table.append(
      label: issue.label,
      alsoCalled: issue.alsoCalled,
      salience: issue.salience,
      status: issue.status,
      evidence: issue.evidence,
      why: issue.why
    )
    for stand in issue.stands {
      positions.append(
        issue: ID(row: row),
        actor: ID(row: place[stand.actor]),
        stance: stand.stance,
        status: stand.status,
        evidence: stand.evidence,
        cue: stand.cue,
        why: stand.why
      )
    }
  }
  return (table, positions)
}
