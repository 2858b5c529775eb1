internal import Prose
internal import Reference

/// A plan, decision or the like as the text brings it up, which "the plan" can point back to.
struct Matter: Sendable {
  let topic: Topic
  let phrase: NounPhrase
  let sentence: Int
}

/// The plans, decisions and deals that the text speaks of.
struct Matters: Sendable {
  private let stage: Stage
  private let matters: [Matter]
  /// The sentences up to the end of the lead.
  private let lead: Int

  private var lexed: Lexed { stage.lexed }

  init(_ stage: Stage) {
    self.stage = stage
    let lexed = stage.lexed
    var matters: [Matter] = []
    for (row, sentence) in lexed.sentences.tokens.enumerated()
    where !lexed.has(sentence.rows.lowerBound, .boilerplate) {
      for phrase in stage.clauses.phrases(in: sentence)
      where
        (lexed.isAny(phrase.head, .measureNouns)
        || phrase.tokens.rows.contains(where: stage.topics.isPlanned))
        && stage.clauses.tag(phrase.head) == .noun
      {
        guard let topic = stage.topics.topic(of: phrase), !topic.isAnaphor else { continue }
        let isBare =
          lexed.isToken(phrase.head, in: StanceWords.generalMatters) && topic.stems.count < 2
        if !isBare { matters.append(Matter(topic: topic, phrase: phrase, sentence: row)) }
      }
    }
    self.matters = matters
    var sawParagraph = false
    lead =
      lexed.sentences.tokens.indices.first { row in
        let kind = lexed.blocks.kinds[Int(lexed.sentences.blocks[row])]
        if kind == .paragraph {
          if sawParagraph, lexed.sentences.blocks[row] != lexed.sentences.blocks[row - 1] {
            return true
          }
          sawParagraph = true
        }
        return false
      } ?? lexed.sentences.count
  }

  /// What "the plan" or "the scheme" at `topic` points back to: of what was brought up before, that which the text
  /// speaks of most.
  func antecedent(of topic: Topic) -> Matter? {
    let head = topic.label.rows.upperBound - 1
    let isPronoun =
      topic.label.count == 1 && lexed.isToken(head, in: ["it", "them", "this", "that"])
    guard topic.isAnaphor, isPronoun || lexed.isToken(head, in: StanceWords.generalMatters) else {
      return nil
    }
    let own = lexed.sentence(of: head)
    var best: (matter: Matter, weight: Double)?
    let narrowing = topic.stems.subtracting([stage.stem(head)])
    for matter in matters where matter.phrase.end <= topic.label.rows.lowerBound {
      guard !isPronoun || matter.sentence + 1 >= own else { continue }
      guard narrowing.isEmpty || !narrowing.isDisjoint(with: matter.topic.stems) else { continue }
      let isSameNoun = stage.stem(matter.phrase.head) == stage.stem(head)
      var weight = Double(stage.topics.count(withAnyOf: matter.topic.heads, upTo: 6))
      if matter.sentence < lead { weight += 3 }
      if matter.sentence + 2 >= own { weight += 2 }
      if isSameNoun { weight += 3 }
      if weight > best?.weight ?? 0 { best = (matter, weight) }
    }
    return best?.matter
  }
}
