import Prose
import Screen

/// What stands beside everything that a person has corrected: color is never the only sign.
let correctionSign: Character = "✎"

/// An edit that is being put together, and what it still needs to be told.
struct EditDraft: Sendable {
  enum Need: Hashable, Sendable {
    case subject(Referent.Kind?)
    case object(Referent.Kind)
    case actorKind
    case placeKind
    case anyKind
    case stance
    /// A text, such as a name; what it is called at the prompt.
    case text(String)

    var isText: Bool { if case .text = self { true } else { false } }

    var sign: String {
      switch self {
      case .subject(.issue): "on which issue "
      case .subject: "of whom "
      case .object(.actor): "which actor "
      case .object(.place): "which place "
      case .object(.issue): "which issue "
      case .actorKind, .placeKind, .anyKind: "kind "
      case .stance: "stance "
      case .text(let name): "\(name): "
      }
    }
  }

  var edit: Edit
  var needs: [Need]
  /// What the prompt holds when it asks for a text.
  var initial = ""
}

/// Asks for what the draft still needs, or makes the edit.
func goOn(_ state: inout ReaderState, with draft: EditDraft) -> [Effect] {
  guard let need = draft.needs.first else {
    state.draft = nil
    state.selection = nil
    state.article?.highlights.make(draft.edit)
    state.message = Message(text: "Corrected; U takes it back.")
    return []
  }
  state.draft = draft
  state.prompt = Prompt(.edit(need))
  if need.isText { state.prompt?.replace(draft.initial) }
  return []
}

func fillDraft(
  _ state: inout ReaderState,
  referent: Referent? = nil,
  value: String? = nil
) -> [Effect] {
  guard var draft = state.draft, let need = draft.needs.first else { return [] }
  draft.needs.removeFirst()
  if let value { draft.edit.value = value }
  if let referent {
    if case .subject = need { draft.edit.subject = referent } else { draft.edit.object = referent }
  }
  return goOn(&state, with: draft)
}

/// Enter behind a text that an edit needs.
func acceptEditText(_ state: inout ReaderState) -> [Effect] {
  guard let prompt = state.prompt, let draft = state.draft else { return [] }
  state.prompt = nil
  var text = onOneLine(prompt.text)
  if draft.edit.action == .roles {
    text = text.split(separator: ";").map { onOneLine(String($0)) }.joined(separator: "\n")
  } else if text.isEmpty {
    state.draft = nil
    return []
  }
  return fillDraft(&state, value: text)
}

/// What can be chosen for what an edit needs.
func editEntries(_ state: ReaderState, _ need: EditDraft.Need, _ query: String) -> [PickerEntry] {
  switch need {
  case .text: return []
  case .actorKind: return values(ActorKind.allCases.map { ($0.rawValue, "actor") }, query)
  case .placeKind: return values(PlaceKind.allCases.map { ($0.rawValue, "place") }, query)
  case .anyKind:
    return values(
      ActorKind.allCases.map { ($0.rawValue, "actor") }
        + PlaceKind.allCases.map { ($0.rawValue, "place") },
      query
    )
  case .stance:
    return values(Stance.allCases.map { ($0.rawValue, String($0.sign.symbol)) }, query)
  case .subject(let kind): return referents(state, kind, query)
  case .object(let kind): return referents(state, kind, query)
  }
}

private func values(_ all: [(name: String, detail: String)], _ query: String) -> [PickerEntry] {
  let query = folded(query)
  return all.filter { query.isEmpty || folded($0.name).hasPrefix(query) }.map {
    PickerEntry(name: $0.name, face: .helpKey, detail: $0.detail, note: "", choice: .value($0.name))
  }
}

/// Those of a kind, without the one that the edit is about.
private func referents(
  _ state: ReaderState,
  _ kind: Referent.Kind?,
  _ query: String
) -> [PickerEntry] {
  guard let document = state.article?.findings?.document else { return [] }
  return whoEntries(state, query).compactMap { entry in
    guard case .subject(let subject) = entry.choice, let referent = document.referent(subject),
      kind == nil ? referent.kind != .issue : referent.kind == kind,
      referent != state.draft?.edit.subject
    else { return nil }
    return PickerEntry(
      name: entry.name,
      face: entry.face,
      detail: entry.detail,
      note: entry.note,
      choice: .referent(referent)
    )
  }
}

// MARK: What a correction is about

/// Who or what is meant: the card that lies open, the entry that is selected, the name that is stood on, or who is
/// followed.
func correctionSubject(_ state: ReaderState) -> Focus.Subject? {
  guard let article = state.article, let document = article.findings?.document else { return nil }
  if state.hasSheet, case .card(let subject)? = state.sheet?.kind { return subject }
  if let pane = state.panes.active, let findings = article.findings {
    let selected = state.panes[pane].selected
    return selected < findings.entries(pane).count ? subject(pane, selected) : nil
  }
  if let current = article.current, state.visible.overlaps(current),
    let mention = document.firstNamed(in: current)
  {
    return document.subject(of: mention)
  }
  return article.focus?.subject
}

/// The passage that is selected or stood on; on a sheet that of the selected line.
func correctionPassage(_ state: ReaderState) -> TextAnchor? {
  guard let article = state.article else { return nil }
  let text = article.document.text
  var range = state.selection?.range(in: text)
  if range == nil, state.hasSheet, let sheet = state.sheet,
    sheet.content.spots.indices.contains(sheet.selected),
    case .text(let bytes, _) = sheet.content.spots[sheet.selected].target
  {
    range = bytes
  }
  if range == nil, let current = article.current, state.visible.overlaps(current) {
    range = current
  }
  guard let range, !range.isEmpty else { return nil }
  return text.anchor(range)
}

/// Begins an edit of the one that is meant; `kinds` are those that it may be of.
func correct(
  _ state: inout ReaderState,
  _ kinds: Set<Referent.Kind>,
  _ make: (Referent, Document) -> EditDraft?
) -> [Effect] {
  guard let document = state.findingsOrMessage()?.document else { return [] }
  guard let subject = correctionSubject(state), let referent = document.referent(subject),
    kinds.contains(referent.kind), let draft = make(referent, document)
  else {
    let names = Referent.Kind.allCases.filter(kinds.contains).map(\.rawValue)
    state.message = Message(
      text:
        "Go to a name, or choose in a pane or card: this is of an \(names.joined(separator: ", ")).",
      isError: true
    )
    return []
  }
  return goOn(&state, with: draft)
}

/// Begins an edit of the words that are selected or stood on.
func correctPassage(
  _ state: inout ReaderState,
  _ make: (TextAnchor) -> EditDraft
) -> [Effect] {
  guard state.findingsOrMessage() != nil else { return [] }
  guard let passage = correctionPassage(state) else {
    state.message = Message(text: "Nothing is selected: v selects the words it is about.")
    return []
  }
  return goOn(&state, with: make(passage))
}

/// Begins an edit of who stands where: the issue whose card lies open or which is followed, and the party on the
/// selected line, are taken; for others it asks.
func correctPosition(
  _ state: inout ReaderState,
  _ action: Edit.Action,
  needsPassage: Bool
) -> [Effect] {
  guard let document = state.findingsOrMessage()?.document else { return [] }
  var edit = Edit(action)
  if let passage = correctionPassage(state) { edit.passages = [passage] }
  if needsPassage, edit.passages.isEmpty {
    state.message = Message(text: "Go to the sentence that shows it, or select it with v.")
    return []
  }
  if case .issue? = correctionSubject(state) {
    edit.subject = correctionSubject(state).flatMap { document.referent($0) }
  } else if let issue = state.article?.focus?.issue {
    edit.subject = document.referent(issue)
  }
  if state.hasSheet, let sheet = state.sheet {
    edit.object = party(of: sheet).flatMap { document.referent($0) }
  }
  var needs: [EditDraft.Need] = []
  if edit.subject == nil { needs.append(.subject(.issue)) }
  if edit.object == nil { needs.append(.object(.actor)) }
  if action == .position { needs.append(.stance) }
  return goOn(&state, with: EditDraft(edit: edit, needs: needs))
}

/// The party that the selected line of an issue's card is about: its own line stands above its evidence.
private func party(of sheet: Sheet) -> ID<NewsActor>? {
  guard case .card(.issue) = sheet.kind, sheet.content.spots.indices.contains(sheet.selected) else {
    return nil
  }
  for spot in sheet.content.spots[...sheet.selected].reversed() {
    if case .sheet(.card(.actor(let actor))) = spot.target { return actor }
  }
  return nil
}

/// `x` in the list of corrections.
func takeBackEdit(_ state: inout ReaderState) -> [Effect] {
  guard let sheet = state.sheet, sheet.content.spots.indices.contains(sheet.selected),
    case .edit(let number) = sheet.content.spots[sheet.selected].target
  else { return [] }
  state.article?.highlights.unmake(number)
  state.message = Message(text: "The correction is taken back; U makes it again.")
  closeEmptyList(&state)
  return []
}
