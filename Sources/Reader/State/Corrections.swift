public import Prose

/// An edit that the reader has made, as it goes to where edits are kept, and as it comes from there.
public struct MadeEdit: Equatable, Sendable {
  /// The reader's own number for it; nil where this session has not seen it.
  public var number: Int?
  /// What it is known by outside; nil while it has not been there.
  public var key: String?
  public var edit: Edit

  public init(number: Int? = nil, key: String? = nil, edit: Edit) {
    self.number = number
    self.key = key
    self.edit = edit
  }
}

extension ReaderState {
  /// Asks for the edits to be kept, where they have changed since they last were.
  mutating func askToKeepEdits() -> Effect? {
    guard let article, article.highlights.editsVersion != article.keptEditsVersion else {
      return nil
    }
    self.article?.keptEditsVersion = article.highlights.editsVersion
    return .keepEdits(row: article.row, article.highlights.edits)
  }
}

/// Takes in the edits that were made when the article was last open.
func recalledEdits(_ state: inout ReaderState, _ row: Int, _ edits: [MadeEdit]) {
  guard state.article?.row == row else { return }
  state.article?.highlights.take(edits)
}

/// Makes the findings anew where the edits are other ones than those they were made with.
func correctFindings(_ state: inout ReaderState) {
  guard let article = state.article, let machine = article.machine, let window = article.window,
    let old = article.findings, article.highlights.editsVersion != article.madeVersion
  else { return }
  let document = state.article?.correct(machine) ?? machine
  let isWhole = window == article.document.text.range
  if isWhole { state.article?.document = document }
  state.article?.findings = Findings(document, window: window, switches: state.switches)
  func moved(_ subject: Focus.Subject) -> Focus.Subject? {
    old.document.referent(subject).flatMap { document.subject(of: $0) }
  }
  state.article?.focus = article.focus.flatMap { moved($0.subject) }.map { Focus($0, in: document) }
  state.hints = nil
  // Cards are of rows of the old tables.
  state.sheets = state.sheets.compactMap { sheet in
    guard case .card(let subject) = sheet.kind else { return sheet }
    guard let new = moved(subject) else { return nil }
    var card = Sheet(.card(new))
    card.selected = sheet.selected
    card.top = sheet.top
    return card
  }
}

extension OpenArticle {
  /// The machine's document as the edits change it; notes which of them could not be made.
  mutating func correct(_ machine: Document) -> Document {
    self.machine = machine
    madeVersion = highlights.editsVersion
    let edits = highlights.edits
    let (document, lost) = machine.corrected(by: edits.map(\.edit))
    orphans = Set(lost.compactMap { edits[$0].number })
    return document
  }
}

extension Document {
  func referent(_ subject: Focus.Subject) -> Referent? {
    switch subject {
    case .actor(let id): id.index < actors.count ? referent(id) : nil
    case .place(let id): id.index < places.count ? referent(id) : nil
    case .issue(let id): id.index < issues.count ? referent(id) : nil
    }
  }

  /// Whom or what a referent means here: what is named in its place, else what goes by its name.
  func subject(of referent: Referent) -> Focus.Subject? {
    let there = text.range(of: referent.anchor).flatMap { tokens.tokens(in: $0) }
    switch referent.kind {
    case .actor, .place:
      if let there,
        let mention = mentions.rows(in: there).first(where: { mentions.tokens[$0] == there }),
        let subject = subject(of: ID(row: mention))
      {
        return subject
      }
      if let actor = allActors.first(where: { $0.name == referent.name }) {
        return .actor(actor.id)
      }
      return allPlaces.first { $0.name == referent.name }.map { .place($0.id) }
    case .issue:
      let issue = allIssues.first { issue in
        there.map { issues.labels[issue.id.index].overlaps($0) } ?? false
      }
      return (issue ?? allIssues.first { $0.label == referent.name }).map { .issue($0.id) }
    }
  }
}
