package import Prose

/// Parses under way side by side: the best few of them go on.
/// - Note: Zhang and Clark (2008), "A Tale of Two Parsers".
package struct ParserBeam {
  /// One parse of them.
  package struct Item {
    package var state: ParserState
    package var score: Int32
    /// Its last step in `steps`; -1 at the start.
    package var step: Int
  }

  /// A step that some parse took.
  package struct Step {
    /// The step before; -1 for the first.
    package var previous: Int
    package var transition: Transition
  }

  package struct Candidate {
    var score: Int32
    var item: Int
    var action: Action
  }

  /// Sentences of more words than this are followed one way only: copies at each step would take quadratic time.
  package static let longest = 200

  package let width: Int
  private var inUse: Int
  /// How far behind the best a parse may fall.
  private let slack: Int32
  package private(set) var items: [Item] = []
  package private(set) var steps: [Step] = []
  private var candidates: [Candidate] = []
  /// Items out of use, whose memory the next ones take.
  private var spare: [Item] = []
  /// For each item how many candidates come from it.
  private var uses: [Int] = []

  package init(width: Int, slack: Int32) {
    self.width = width
    inUse = width
    self.slack = slack
  }

  package mutating func begin(_ words: some Sequence<ParserNode>) {
    while items.count > 1 { spare.append(items.removeLast()) }
    if items.isEmpty { items.append(Item(state: ParserState(), score: 0, step: -1)) }
    items[0].state.begin(words)
    inUse = items[0].state.count > Self.longest ? 1 : width
    items[0].score = 0
    items[0].step = -1
    steps.removeAll(keepingCapacity: true)
  }

  package var isDone: Bool { items[0].state.isDone }

  /// Takes every parse one step on and keeps the best.
  ///
  /// - Parameters:
  ///   - score: What each action earns in a state, the one of an item of this row.
  ///   - relation: The relation of the arc that an action makes in it; asked of actions that are taken only.
  @inline(__always)
  package mutating func advance(
    score: (ParserState, Int) -> SIMD4<Int32>,
    relation: (ParserState, Int, Action) -> Relation
  ) {
    candidates.removeAll(keepingCapacity: true)
    for row in items.indices {
      let base = items[row].score
      if let only = items[row].state.onlyTransition {
        offer(Candidate(score: base, item: row, action: only.action))
        continue
      }
      let scores = score(items[row].state, row)
      let isAttached = items[row].state.canReduce
      offer(Candidate(score: base &+ scores[Action.shift.rawValue], item: row, action: .shift))
      let other: Action = isAttached ? .reduce : .left
      offer(Candidate(score: base &+ scores[other.rawValue], item: row, action: other))
      offer(Candidate(score: base &+ scores[Action.right.rawValue], item: row, action: .right))
    }
    choose(relation)
  }

  /// Makes the candidates the items, as far as they are not too far behind.
  @inline(__always)
  private mutating func choose(_ relation: (ParserState, Int, Action) -> Relation) {
    let least = (candidates.first?.score ?? 0) &- slack
    while let last = candidates.last, last.score < least { candidates.removeLast() }
    uses.removeAll(keepingCapacity: true)
    for _ in items { uses.append(0) }
    for candidate in candidates { uses[candidate.item] += 1 }
    while spare.count < candidates.count {
      spare.append(Item(state: ParserState(), score: 0, step: -1))
    }
    for (row, candidate) in candidates.enumerated() {
      let item = candidate.item
      let transition = transition(candidate, relation)
      uses[item] -= 1
      steps.append(Step(previous: items[item].step, transition: transition))
      if uses[item] == 0 {
        swap(&spare[row].state, &items[item].state)
      } else {
        spare[row].state.copy(items[item].state)
      }
      spare[row].step = steps.count - 1
      spare[row].score = candidate.score
      spare[row].state.perform(transition)
    }
    swap(&items, &spare)
    while items.count > candidates.count { spare.append(items.removeLast()) }
  }

  @inline(__always)
  private func transition(
    _ candidate: Candidate,
    _ relation: (ParserState, Int, Action) -> Relation
  ) -> Transition {
    switch candidate.action {
    case .shift: return .shift
    case .reduce: return .reduce
    case .left, .right:
      let state = items[candidate.item].state
      let isRoots = candidate.action == .left && state.next == state.root
      return Transition(
        action: candidate.action,
        relation: isRoots ? .root : relation(state, candidate.item, candidate.action)
      )
    }
  }

  /// Keeps the candidate if it is among the best so far; of equal ones the earlier stands first.
  @inline(__always)
  private mutating func offer(_ candidate: Candidate) {
    if candidates.count == inUse {
      guard let last = candidates.last, candidate.score > last.score else { return }
      candidates.removeLast()
    }
    var place = candidates.count
    candidates.append(candidate)
    while place > 0, candidates[place - 1].score < candidate.score {
      candidates[place] = candidates[place - 1]
      place -= 1
    }
    candidates[place] = candidate
  }

  /// The transitions that led to `step`, in their order.
  package func path(to step: Int) -> [Transition] {
    var path: [Transition] = []
    var step = step
    while step >= 0 {
      path.append(steps[step].transition)
      step = steps[step].previous
    }
    return path.reversed()
  }
}

extension ParserState {
  /// The step to take where there is no choice, or only its relation is open and that is the root's.
  package var onlyTransition: Transition? {
    if stack.isEmpty { return .shift }
    if next == root { return canReduce ? .reduce : .left(.root) }
    return nil
  }
}
