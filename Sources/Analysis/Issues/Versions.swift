internal import Prose
internal import Reference

/// Finds two versions of one matter told side by side: "A says X, but B says Y".
struct VersionFinder: Sendable {
  let stage: Stage

  private var clauses: Clauses { stage.clauses }
  private var lexed: Lexed { stage.lexed }

  func versions() -> [IssueDraft] {
    var drafts: [IssueDraft] = []
    let quotations = stage.quotations
    for row in 0..<quotations.count {
      guard let one = quotations.actors[row], let cue = quotations.cues[row] else { continue }
      for next in row + 1..<max(min(row + 3, quotations.count), row + 1) {
        guard let other = quotations.actors[next], other != one,
          let otherCue = quotations.cues[next],
          let draft = draft(row, one, cue, next, other, otherCue)
        else { continue }
        drafts.append(draft)
        break
      }
    }
    for (row, sentence) in lexed.sentences.tokens.enumerated()
    where !lexed.has(sentence.rows.lowerBound, .boilerplate) {
      if let draft = described(sentence, row) { drafts.append(draft) }
    }
    return drafts
  }

  // MARK: - Reports

  private func draft(
    _ row: Int,
    _ one: ID<NewsActor>,
    _ cue: TokenRange,
    _ next: Int,
    _ other: ID<NewsActor>,
    _ otherCue: TokenRange
  ) -> IssueDraft? {
    let left = lexed.sentence(of: cue.rows.lowerBound)
    let right = lexed.sentence(of: otherCue.rows.lowerBound)
    let content = stage.quotations.content(row)
    let reply = stage.quotations.content(next)
    let isOpposed: Bool
    if left == right {
      isOpposed = (cue.rows.upperBound..<otherCue.rows.lowerBound).contains {
        lexed.isToken($0, in: ["but", "while", "although", "whereas"])
          && stage.quotationOf[$0] == nil
      }
    } else {
      isOpposed =
        right == left + 1 && answers(right)
        && isWorried(cue)
    }
    guard isOpposed else { return nil }
    let shared = stage.topics.stems(in: content).intersection(stage.topics.stems(in: reply))
    guard left != right || !shared.isEmpty, let topic = topic(of: content, shared) else {
      return nil
    }
    return IssueDraft(
      topics: [topic],
      stands: [
        stand([one], .asserts, topic, cue, left), stand([other], .denies, topic, otherCue, right),
      ],
      rule: .contrast
    )
  }

  private func isWorried(_ cue: TokenRange) -> Bool {
    lexed.isToken(
      cue.rows.lowerBound,
      in: ["worried", "concerned", "afraid", "fear", "fears", "feared", "warn", "warned", "warns"]
    )
  }

  /// "But ministers insist".
  private func answers(_ row: Int) -> Bool {
    lexed.isToken(lexed.sentences.tokens[row].rows.lowerBound, in: ["but", "however"])
  }

  /// The phrase of the content that the other side takes up, else what its verb says.
  private func topic(of content: TokenRange, _ shared: Set<String>) -> Topic? {
    for phrase in clauses.phrases(in: content)
    where shared.contains(stage.stem(phrase.head)) && clauses.tag(phrase.head) == .noun {
      return stage.topics.topic(of: phrase)
    }
    return clauses.groups(in: content).first { $0.form == .finite }
      .flatMap { stage.topics.topic(of: $0) }
  }

  // MARK: - Descriptions

  /// "the center, which the town calls a school but critics say is a prison".
  private func described(_ sentence: TokenRange, _ row: Int) -> IssueDraft? {
    guard
      let relative = sentence.rows.first(where: {
        lexed.isToken($0, "which") && clauses.tag($0) == .relative
      })
    else { return nil }
    let rest = TokenRange(relative..<sentence.rows.upperBound)
    let telling = clauses.groups(in: rest).filter {
      lexed.isAny($0.main, [.speechVerbs, .assertVerbs]) && !$0.isPassive && $0.form == .finite
    }
    guard let first = telling.first, telling.count >= 2 else { return nil }
    let second = telling[telling.index(after: telling.startIndex)]
    guard
      (first.end..<max(second.start, first.end)).contains(where: {
        lexed.isToken($0, in: ["but", "while", "although"])
      })
    else { return nil }
    let one = stage.agents(of: first)
    let other = stage.agents(of: second)
    guard !one.isEmpty, !other.isEmpty, Set(one).isDisjoint(with: other),
      let matter = clauses.matter(before: relative, sentence),
      let topic = stage.topics.topic(of: matter)
    else { return nil }
    return IssueDraft(
      topics: [topic],
      stands: [
        stand(one, .denies, topic, cue(first), row),
        stand(other, .asserts, topic, cue(second), row),
      ],
      rule: .contrast
    )
  }

  private func cue(_ group: VerbGroup) -> TokenRange { TokenRange(group.main..<group.main + 1) }

  private func stand(
    _ actors: [ID<NewsActor>],
    _ stance: Stance,
    _ topic: Topic,
    _ cue: TokenRange,
    _ sentence: Int
  ) -> Stand {
    Stand(
      actors: actors,
      stance: stance,
      topic: topic,
      cue: cue,
      sentence: sentence,
      status: [],
      why: .version
    )
  }
}
