import Prose
import Screen

let correctionCommands = [
  correction("merge", "=m", "this one and another are the same; asks which") { state in
    correct(&state, Set(Referent.Kind.allCases)) { subject, _ in
      EditDraft(edit: Edit(.merge, subject), needs: [.object(subject.kind)])
    }
  },
  correction("split", "=s", "the words here mean another one than the actor they were taken for") {
    split(&$0)
  },
  correction("rename", "=r", "another name for an actor, a place or an issue") { state in
    correct(&state, Set(Referent.Kind.allCases)) { subject, _ in
      EditDraft(edit: Edit(.rename, subject), needs: [.text("name")], initial: subject.name)
    }
  },
  correction("kind", "=k", "another kind of actor or place") { state in
    correct(&state, [.actor, .place]) { subject, _ in
      EditDraft(
        edit: Edit(.kind, subject),
        needs: [subject.kind == .actor ? .actorKind : .placeKind]
      )
    }
  },
  correction("roles", "=o", "an actor's roles, with ; between them") { state in
    let roles = correctionSubject(state).flatMap { subject -> [String]? in
      guard case .actor(let id) = subject else { return nil }
      return state.article?.findings?.document.roles(of: id)
    }
    return correct(&state, [.actor]) { subject, _ in
      EditDraft(
        edit: Edit(.roles, subject),
        needs: [.text("roles")],
        initial: (roles ?? []).joined(separator: "; ")
      )
    }
  },
  correction("turn", "=t", "a place is an actor, or an actor a place; asks of what kind") { state in
    correct(&state, [.actor, .place]) { subject, _ in
      subject.kind == .actor
        ? EditDraft(edit: Edit(.toPlace, subject), needs: [.placeKind])
        : EditDraft(edit: Edit(.toActor, subject), needs: [.actorKind])
    }
  },
  correction("delete", "=x", "this is no actor, no place, no issue") { state in
    correct(&state, Set(Referent.Kind.allCases)) { subject, _ in
      EditDraft(edit: Edit(.delete, subject), needs: [])
    }
  },
  correction("add-mention", "=a", "the words selected or stood on mean somebody; asks whom") {
    state in
    correctPassage(&state) {
      EditDraft(edit: Edit(.addMention, passages: [$0]), needs: [.subject(nil)])
    }
  },
  correction("drop-mention", "=d", "the words stood on mean nobody") { state in
    correctPassage(&state) { EditDraft(edit: Edit(.dropMention, passages: [$0]), needs: []) }
  },
  correction("add-name", "=n", "an actor or a place that was not found; asks of what kind") {
    state in
    correctPassage(&state) { EditDraft(edit: Edit(.add, passages: [$0]), needs: [.anyKind]) }
  },
  correction("add-issue", "=i", "an issue that was not found: the words select its sentence") {
    state in
    correctPassage(&state) { passage in
      EditDraft(
        edit: Edit(.addIssue, passages: [passage]),
        needs: [.text("issue")],
        initial: String(onOneLine(passage.quote).prefix(120))
      )
    }
  },
  correction("stance", "=p", "where a party stands on an issue, as the sentence here shows") {
    state in
    correctPosition(&state, .position, needsPassage: false)
  },
  correction("drop-party", "=u", "a party has no part in an issue") { state in
    correctPosition(&state, .dropPosition, needsPassage: false)
  },
  correction("evidence", "=e", "the sentence here shows a party's stance too") { state in
    correctPosition(&state, .addEvidence, needsPassage: true)
  },
  correction("no-evidence", "=f", "the sentence here does not show it") { state in
    correctPosition(&state, .dropEvidence, needsPassage: true)
  },
  Command(
    name: "corrections",
    keys: ["=="],
    group: .correcting,
    help: "the list of your corrections; x takes one back",
    run: { state, _ in openSheet(&state, .corrections) }
  ),
]

private func correction(
  _ name: String,
  _ keys: String,
  _ help: String,
  run: @escaping @Sendable (inout ReaderState) -> [Effect]
) -> Command {
  Command(
    name: name,
    keys: [keys],
    contexts: [.reading, .selection],
    group: .correcting,
    help: help,
    run: { state, _ in state.view == .article ? run(&state) : [] }
  )
}

/// Every mention of the actor that reads as the one stood on does is split off.
private func split(_ state: inout ReaderState) -> [Effect] {
  guard let document = state.findingsOrMessage()?.document else { return [] }
  guard let current = state.article?.current, state.visible.overlaps(current),
    let mention = document.firstNamed(in: current),
    let actor = document.actors.ofMention[mention.index]
  else {
    state.message = Message(text: "Go to a mention that is of somebody else: ]p, or f.")
    return []
  }
  func words(_ id: ID<Mention>) -> String { document.string(document.mentions.tokens[id.index]) }
  let all = document.index.actorMentions[actor.index]
  let alike = all.filter { words($0) == words(mention) }
  let taken = alike.count < all.count ? alike : [mention]
  guard taken.count < all.count, let subject = document.referent(.actor(actor)) else {
    state.message = Message(text: "This is the only mention: there is nothing to split.")
    return []
  }
  // The one who stays is named by a mention that stays.
  let left = all.first { mention in !taken.contains(mention) }
  let anchor = left.map { document.text.anchor(document.range(of: $0)) } ?? subject.anchor
  let edit = Edit(
    .split,
    Referent(.actor, name: subject.name, anchor: anchor),
    passages: taken.map { document.text.anchor(document.range(of: $0)) }
  )
  return goOn(&state, with: EditDraft(edit: edit, needs: []))
}
