internal import Prose
internal import Reference

/// Finds what a court hears: a charge, and a plea or defense against it.
struct ChargeFinder: Sendable {
  let stage: Stage

  private var clauses: Clauses { stage.clauses }
  private var lexed: Lexed { stage.lexed }

  func drafts() -> [IssueDraft] {
    guard let charge = charge(), let plea = plea() else { return [] }
    var draft = IssueDraft(topics: [charge.topic], rule: .claimDenied)
    let accusers = accusers()
    if !accusers.isEmpty {
      draft.stands.append(
        Stand(
          actors: accusers,
          stance: .asserts,
          topic: charge.topic,
          cue: charge.cue,
          sentence: charge.sentence,
          status: [],
          why: .charge
        )
      )
    }
    draft.stands.append(
      Stand(
        actors: plea.actors,
        stance: .denies,
        topic: charge.topic,
        cue: plea.cue,
        sentence: plea.sentence,
        status: [],
        why: .plea
      )
    )
    return [draft]
  }

  private static let openers: [(String, WordSet)] = [
    ("trial", ["for"]), ("charged", ["with"]), ("indicted", ["for", "on"]),
    ("prosecuted", ["for"]), ("guilty", ["to", "of"]), ("convicted", ["of"]), ("jailed", ["for"]),
    ("sentenced", ["for"]), ("charges", ["of"]), ("accused", ["of"]),
  ]

  /// The first charge: "on trial for fraud", "charged with theft".
  private func charge() -> (topic: Topic, cue: TokenRange, sentence: Int)? {
    for (row, sentence) in lexed.sentences.tokens.enumerated()
    where !lexed.has(sentence.rows.lowerBound, .boilerplate) {
      for token in sentence.rows {
        guard
          let opener = Self.openers.first(where: { lexed.isToken(token, $0.0) }),
          lexed.isToken(token + 1, in: opener.1), sentence.contains(token + 2),
          stage.quotationOf[token] == nil
        else { continue }
        let topic: Topic?
        if let phrase = clauses.phrase(at: token + 2), phrase.start == token + 2 {
          // "jailed for nine years": for how long, and not for what.
          guard clauses.tag(phrase.start) != .number else { continue }
          topic = stage.topics.topic(of: phrase)
        } else if let group = clauses.group(at: token + 2), group.start == token + 2 {
          topic = stage.topics.topic(of: group)
        } else {
          topic = nil
        }
        if let topic { return (topic, TokenRange(token..<token + 1), row) }
      }
    }
    return nil
  }

  /// "should be declared not guilty", "pleaded not guilty", "maintains her innocence".
  private func plea() -> (actors: [ID<NewsActor>], cue: TokenRange, sentence: Int)? {
    for (row, sentence) in lexed.sentences.tokens.enumerated()
    where !lexed.has(sentence.rows.lowerBound, .boilerplate) {
      for token in sentence.rows {
        let isPlea =
          lexed.isToken(token, "guilty") && lexed.isToken(token - 1, "not")
          || lexed.isToken(token, in: ["innocence", "innocent"])
        guard isPlea else { continue }
        let actors = speakers(at: token, sentence)
        if !actors.isEmpty { return (actors, TokenRange(token..<token + 1), row) }
      }
    }
    return nil
  }

  private func speakers(at token: Int, _ sentence: TokenRange) -> [ID<NewsActor>] {
    if let row = stage.quotationOf[token], let actor = stage.quotations.actors[row] {
      return [actor]
    }
    guard let group = clauses.groups(in: sentence).last(where: { $0.start < token }) else {
      return []
    }
    return stage.agents(of: group)
  }

  /// Those whose office it is to accuse.
  private func accusers() -> [ID<NewsActor>] {
    for row in 0..<stage.actors.count {
      let words = stage.actors.names[row].rows.map(lexed.lower)
      let roles = stage.actors.roles[row].flatMap { $0.rows.map(lexed.lower) }
      if (words + roles).contains(where: { $0.hasPrefix("prosecut") || $0 == "crown" }) {
        return [ID(row: row)]
      }
    }
    return []
  }
}
