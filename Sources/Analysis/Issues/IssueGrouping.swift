internal import Prose
internal import Reference

/// Gathers stands and disputes about one matter, and keeps the matters that have two sides.
struct IssueGrouping {
  let stage: Stage
  var drafts: [IssueDraft] = []
  /// The drafts that have a head of their topics, by head.
  private var draftsOfHead: [String: Set<Int>] = [:]
  /// Disputes about "the issue", whose matter is settled last.
  private var pending: [Dispute] = []
  /// Stands on "the decision" with nothing before them that it could be.
  private(set) var unplaced: [Stand] = []
  /// Those who plan, want or carry out something.
  private let makers: [Stand]

  var topics: Topics { stage.topics }
  var lexed: Lexed { stage.lexed }

  /// From this likeness on two wordings are one matter.
  private static let sameMatter = 0.5

  private let matters: Matters

  init(_ stage: Stage, makers: [Stand], matters: Matters) {
    self.stage = stage
    self.matters = matters
    self.makers = makers.filter { $0.stance == .supports }
  }

  // MARK: - Gathering

  mutating func add(_ dispute: Dispute) {
    if dispute.topic.isAnaphor {
      pending.append(dispute)
      return
    }
    if let row = draft(for: dispute.topic, above: 0.6) {
      drafts[row].disputes.append(dispute)
      drafts[row].topics.append(dispute.topic)
      note(dispute.topic, row)
    } else {
      drafts.append(IssueDraft(topics: [dispute.topic], disputes: [dispute], rule: dispute.rule))
      note(dispute.topic, drafts.count - 1)
    }
  }

  mutating func add(_ stand: Stand) {
    if let row = contrasted(with: stand) {
      join(stand, row)
      drafts[row].rule = drafts[row].rule ?? .contrast
    } else if let row = draft(for: stand.topic, above: Self.sameMatter)
      ?? namesake(of: stand)
    {
      join(stand, row)
    } else if let topic = introduction(of: stand.topic) {
      var stand = stand
      stand.topic = topic
      add(stand)
    } else if let row = antecedent(of: stand, isSettled: true) {
      join(stand, row)
    } else if let matter = matters.antecedent(of: stand.topic) {
      var stand = stand
      stand.topic = matter.topic
      stand.owners += stage.owners(of: matter.phrase).filter { !stand.actors.contains($0) }
      add(stand)
    } else if let row = antecedent(of: stand) {
      join(stand, row)
    } else if let maker = maker(before: stand) {
      add(maker)
      join(stand, draft(for: maker.topic, above: Self.sameMatter) ?? drafts.count - 1)
    } else if !stand.topic.isAnaphor || stand.topic.stems.count >= 2 {
      drafts.append(IssueDraft(topics: [stand.topic], stands: [stand]))
      note(stand.topic, drafts.count - 1)
    } else {
      unplaced.append(stand)
    }
  }

  private mutating func note(_ topic: Topic, _ row: Int) {
    for head in topic.heads { draftsOfHead[head, default: []].insert(row) }
  }

  /// Sets those who plan, want or carry out a matter against those who are only against it.
  mutating func addMakers() {
    for row in drafts.indices where !drafts[row].isMerged && !drafts[row].isTwoSided {
      let minus = drafts[row].stands.filter {
        $0.stance.sign == .minus && !$0.topic.isAnaphor && $0.stance != .denies
      }
      guard !minus.isEmpty else { continue }
      // A poll is on what all speak of: there a common word is enough.
      let least = minus.contains { $0.rule == .poll } ? 0.5 : 0.6
      for maker in makers where !maker.topic.isAnaphor {
        guard Set(maker.actors).isDisjoint(with: drafts[row].stands.flatMap(\.actors)),
          minus.contains(where: { topics.likeness($0.topic, maker.topic) >= least })
        else { continue }
        join(maker, row)
      }
    }
  }

  /// Adds a stand that makes no issue of its own.
  mutating func join(_ stand: Stand, above likeness: Double) {
    guard let row = draft(for: stand.topic, above: likeness),
      !drafts[row].stands.contains(where: { other in
        !Set(other.actors).isDisjoint(with: stand.actors)
      })
    else { return }
    drafts[row].stands.append(stand)
  }

  private mutating func join(_ stand: Stand, _ row: Int) {
    drafts[row].stands.append(stand)
    guard !stand.topic.isAnaphor else { return }
    drafts[row].topics.append(stand.topic)
    note(stand.topic, row)
  }

  /// The draft most like `topic`; `least` is above what wordings without a common head can reach.
  private func draft(for topic: Topic, above least: Double) -> Int? {
    guard !topic.isAnaphor else { return nil }
    var best: (row: Int, likeness: Double)?
    let candidates = topic.heads.reduce(into: Set<Int>()) { $0.formUnion(draftsOfHead[$1] ?? []) }
    for row in candidates.sorted() where !drafts[row].isMerged {
      let draft = drafts[row]
      if draft.rule == .listedDispute, let own = draft.topics.first,
        !topic.stems.isSuperset(of: nouns(of: own))
      {
        continue
      }
      let likeness = draft.topics.map { topics.likeness($0, topic) }.max() ?? 0
      if likeness >= least, likeness > best?.likeness ?? 0 { best = (row, likeness) }
    }
    return best?.row
  }

  /// The stem of the noun that heads a listed matter: of "exam fees" the exam alone says too little, of "the fate of
  /// the lighthouse" the lighthouse says all.
  private func nouns(of topic: Topic) -> Set<String> {
    guard let first = topic.label.rows.first(where: { stage.clauses.phrase(at: $0)?.head == $0 })
    else { return [] }
    if lexed.isToken(first + 1, "of"), let inner = stage.clauses.phrase(at: first + 2),
      topic.label.contains(inner.head)
    {
      return [stage.stem(inner.head)]
    }
    return [stage.stem(first)]
  }

  private func drafts(before stand: Stand) -> [Int] {
    drafts.indices.filter { row in
      !drafts[row].isMerged && (drafts[row].sentences.first ?? .max) <= stand.sentence
    }
  }

  /// What "the scheme" takes up where a matter before has the same noun.
  private func namesake(of stand: Stand) -> Int? {
    guard stand.topic.isAnaphor else { return nil }
    return drafts(before: stand).last { row in
      drafts[row].topics.contains { !$0.stems.isDisjoint(with: stand.topic.stems) }
    }
  }

  /// The wording with which the text brought up what "the bill" points back to: "a bill to let shops open".
  private func introduction(of topic: Topic) -> Topic? {
    let head = topic.label.rows.upperBound - 1
    guard topic.isAnaphor, topic.stems.count == 1, lexed.isAny(head, .measureNouns) else {
      return nil
    }
    let phrases = stage.clauses.phrases(in: TokenRange(0..<topic.label.rows.lowerBound))
    for phrase in phrases.suffix(300).reversed()
    where stage.stem(phrase.head) == stage.stem(head) && !lexed.has(phrase.head, .boilerplate) {
      if let found = topics.topic(of: phrase), !found.isAnaphor, found.stems.count >= 2,
        found.stems.count <= 3 || !lexed.has(phrase.start, .heading)
      {
        return found
      }
    }
    return nil
  }

  private static let planning: WordSet = ["plan", "want", "propos", "intend", "seek", "announc"]

  /// Who wants or plans what "the project" or "it" points back to.
  private func maker(before stand: Stand) -> Stand? {
    guard stand.topic.isAnaphor, stand.stance.sign != .none else { return nil }
    let head = stand.topic.label.rows.upperBound - 1
    guard lexed.isToken(head, "it") || lexed.isAny(head, .measureNouns) else { return nil }
    return makers.last { maker in
      maker.sentence <= stand.sentence && maker.sentence >= stand.sentence - 3
        && maker.cue.first < stand.cue.first
        && Self.planning.contains(stage.stem(maker.cue.rows.lowerBound))
        && !maker.topic.isAnaphor && maker.topic.stems.count >= 2
        && Set(maker.actors).isDisjoint(with: stand.actors)
    }
  }

  /// What "the demand" or "the project" takes up: what was demanded, else the matter that most has been said about.
  ///
  /// With `isSettled` only a matter of which two things or more have been said, and no member of a list.
  private func antecedent(of stand: Stand, isSettled: Bool = false) -> Int? {
    guard stand.topic.isAnaphor else { return nil }
    let before = drafts(before: stand)
    if let row = pointed(stand, before) { return row }
    if stand.topic.stems.isEmpty,
      lexed.isToken(stand.topic.label.rows.lowerBound, in: ["something", "a", "an"])
    {
      return before.last { row in
        drafts[row].stands.contains { other in
          other.sentence == stand.sentence && Set(other.actors).isDisjoint(with: stand.actors)
        }
      }
    }
    // "the demand" is what someone else demanded last, "the offer" what was offered.
    let noun = lexed.lower(stand.topic.label.rows.upperBound - 1)
    if VoiceWords.criticism.contains(noun) { return nil }
    if let row = before.last(where: { row in
      drafts[row].stands.contains { other in
        other.sentence <= stand.sentence && Self.moves(noun).contains(other.stance)
          && Set(other.actors).isDisjoint(with: stand.actors)
      }
    }) {
      return row
    }
    // Whose plan it is says which: without a match it is a matter of its own.
    guard stand.topic.stems.count < 2 else { return nil }
    return before.filter { isMeasure(drafts[$0]) && (!isSettled || isSettledMatter(drafts[$0])) }
      .max { drafts[$0].stands.count < drafts[$1].stands.count }
  }

  /// The matter that "it", "that" or "one" takes up: what someone else took a stand on in this sentence or the last.
  private func pointed(_ stand: Stand, _ before: [Int]) -> Int? {
    let token = stand.topic.label.rows.lowerBound
    guard stand.topic.label.count == 1,
      lexed.isToken(
        token,
        in: [
          "it", "that", "this", "them", "one", "favor", "favour", "against", "think", "reconsider",
          "rethink", "convinced", "unconvinced", "persuaded", "unpersuaded", "skeptical",
          "sceptical",
        ]
      )
    else { return nil }
    let reach = lexed.isToken(token, in: ["it", "that", "this", "them", "one"]) ? 1 : 5
    return before.last { row in
      drafts[row].stands.contains { other in
        other.sentence <= stand.sentence && other.sentence + reach >= stand.sentence
          && other.stance.sign != .none && Set(other.actors).isDisjoint(with: stand.actors)
          && other.cue.first < stand.cue.first
      }
    }
  }

  private func isSettledMatter(_ draft: IssueDraft) -> Bool {
    draft.rule != .listedDispute && draft.stands.count + draft.disputes.count >= 2
  }

  /// The stances that a noun for a move sums up.
  private static func moves(_ noun: String) -> Set<Stance> {
    switch StanceWords.stance(ofNoun: noun) {
    case .demands: [.demands, .opposes]
    case .proposes: [.proposes, .demands, .supports]
    case nil where ["idea", "suggestion", "notion"].contains(noun): [.proposes, .demands]
    default: []
    }
  }

  /// Whether a draft is about what can be "the scheme".
  private func isMeasure(_ draft: IssueDraft) -> Bool {
    !draft.disputes.isEmpty
      || draft.topics.contains { topic in
        topic.label.rows.contains { lexed.isAny($0, .measureNouns) }
      }
  }

  /// "The issue is controversial" is said of the matter that most has been said about.
  mutating func settlePending() {
    for dispute in pending {
      let row = drafts.indices.filter { !drafts[$0].isMerged }
        .max { drafts[$0].stands.count < drafts[$1].stands.count }
      guard let row else { continue }
      drafts[row].disputes.append(dispute)
      drafts[row].rule = drafts[row].rule ?? dispute.rule
    }
    pending = []
  }

  // MARK: - Joining

  /// One sentence that sets two stands against each other speaks of one matter.
  private func contrasted(with stand: Stand) -> Int? {
    drafts.indices.first { row in
      !drafts[row].isMerged
        && drafts[row].stands.contains { other in
          other.sentence == stand.sentence && other.stance.sign != stand.stance.sign
            && Set(other.actors).isDisjoint(with: stand.actors)
            && isContrast(between: other.cue, stand.cue)
        }
    }
  }

  private func isContrast(between left: TokenRange, _ right: TokenRange) -> Bool {
    let first = min(left.rows.upperBound, right.rows.upperBound)
    let last = max(left.rows.lowerBound, right.rows.lowerBound)
    guard first < last else { return false }
    return (first..<last).contains { token in
      lexed.isToken(token, in: ["while", "but", "although", "though", "whereas", ";"])
    }
  }

  /// "The most contentious issue is territory." names what the contrast right behind it is about.
  mutating func nameContrasts() {
    for row in drafts.indices where !drafts[row].isMerged && drafts[row].stands.isEmpty {
      guard let dispute = drafts[row].disputes.first, dispute.rule == .contentious else { continue }
      let next = drafts.indices.first { other in
        other != row && !drafts[other].isMerged && drafts[other].isTwoSided
          && drafts[other].disputes.isEmpty
          && drafts[other].stands.contains {
            $0.sentence > dispute.sentence && $0.sentence <= dispute.sentence + 2
          }
      }
      if let next { merge(next, into: row) }
    }
  }

  /// What one side says against two things in a row is one matter in two wordings.
  mutating func joinRepetitions() {
    for row in drafts.indices where !drafts[row].isMerged {
      for other in drafts.indices where other > row && !drafts[other].isMerged {
        let repeats = drafts[row].stands.contains { one in
          drafts[other].stands.contains { two in
            one.actors == two.actors && one.stance == two.stance && one.stance.sign == .minus
              && abs(one.sentence - two.sentence) <= 2
              && one.topic.label.count <= 3 && two.topic.label.count <= 3
          }
        }
        if repeats { merge(other, into: row) }
      }
    }
  }

  private mutating func merge(_ row: Int, into other: Int) {
    drafts[other].merge(drafts[row])
    drafts[row].isMerged = true
  }

  /// The drafts of which only one side was found.
  func oneSided() -> [IssueDraft] {
    drafts.filter { draft in
      !draft.isMerged && !draft.stands.isEmpty && rule(of: draft) == nil
    }
  }
}
