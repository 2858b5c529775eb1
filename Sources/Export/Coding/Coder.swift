internal import Prose

/// Reads codings off one document.
struct Coder {
  let document: Document
  let offsets: UTF16Offsets

  func issue(_ issue: Issue) -> CodedIssue {
    let parties = issue.positions.map { position in
      "\(position.stance.sign.symbol)\(party(position.actor).name)"
    }
    return CodedIssue(
      label: cleanLine(issue.label),
      synonyms: issue.alsoCalled.map(cleanLine),
      parties: parties,
      firstSentence: issue.evidence.first.map { sentence($0).text } ?? "",
      why: issue.why,
      isCorrected: issue.isCorrected
    )
  }

  func position(_ position: Position, on issue: Issue) -> CodedPosition {
    let actor = position.actor
    let (person, organization): (ID<NewsActor>?, ID<NewsActor>?) =
      switch document.actors.kinds[actor.index] {
      case .person, .source: (actor, body(spokenForBy: actor))
      case .government, .organization, .group: (voice(of: position), actor)
      }
    return CodedPosition(
      party: party(position.actor),
      person: person.map { party($0).name },
      organization: organization.map { party($0).name },
      concept: cleanLine(issue.label),
      stance: position.stance,
      status: position.status,
      evidence: position.evidence.map(sentence),
      // Who stands there, or on what, may be a person's doing too.
      isCorrected: position.isCorrected || issue.isCorrected
        || document.corrected.actors.contains(position.actor)
    )
  }

  private func party(_ id: ID<NewsActor>) -> CodedParty {
    CodedParty(
      name: cleanLine(document.name(of: id)),
      kind: document.actors.kinds[id.index],
      country: document.actors.countries[id.index]?.letters
    )
  }

  private func sentence(_ id: ID<Sentence>) -> CodedSentence {
    let tokens = document.sentences.tokens[id.index]
    return CodedSentence(
      text: cleanLine(document.string(tokens)),
      range: offsets.range(document.tokens.bytes(of: tokens))
    )
  }

  /// The body that a person's role names: "Kremlin spokesman" speaks for Russia.
  private func body(spokenForBy actor: ID<NewsActor>) -> ID<NewsActor>? {
    for role in document.actors.roles[actor.index] {
      for row in document.mentions.rows(in: role) {
        guard let body = document.actors.ofMention[row], body != actor else { continue }
        switch document.actors.kinds[body.index] {
        case .government, .organization: return body
        case .person, .source, .group: continue
        }
      }
    }
    return nil
  }

  /// The person whose words in the evidence give a body's position: one whose role names the body.
  private func voice(of position: Position) -> ID<NewsActor>? {
    for sentence in position.evidence {
      let tokens = document.sentences.tokens[sentence.index]
      for row in 0..<document.quotations.count {
        guard document.quotations.content(row).overlaps(tokens),
          let speaker = document.quotations.actors[row],
          document.actors.kinds[speaker.index] == .person,
          body(spokenForBy: speaker) == position.actor
        else { continue }
        return speaker
      }
    }
    return nil
  }
}
