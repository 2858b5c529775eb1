internal import Prose

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
    /// The class of its transition.
    package var row: UInt8
  }

  package struct Candidate {
    var score: Int32
    var item: Int
    var row: Int
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

  /// Takes every parse one step on and keeps the best; `score` writes a state's scores.
  package mutating func advance<Score: FixedWidthInteger>(
    _ scores: UnsafeMutableBufferPointer<Score>,
    score: (ParserState) -> Void
  ) {
    candidates.removeAll(keepingCapacity: true)
    for row in items.indices {
      let base = items[row].score
      if let only = items[row].state.onlyTransition {
        offer(Candidate(score: base, item: row, row: only.row))
        continue
      }
      let canReduce = items[row].state.canReduce
      score(items[row].state)
      let relations = Relation.allCases.count
      offer(Candidate(score: base &+ Int32(scores[0]), item: row, row: 0))
      if canReduce {
        offer(Candidate(score: base &+ Int32(scores[1]), item: row, row: 1))
      } else {
        for target in 2..<2 + relations {
          offer(Candidate(score: base &+ Int32(scores[target]), item: row, row: target))
        }
      }
      for target in 2 + relations..<2 + 2 * relations {
        offer(Candidate(score: base &+ Int32(scores[target]), item: row, row: target))
      }
    }
    choose()
  }

  /// Makes the candidates the items, as far as they are not too far behind.
  private mutating func choose() {
    let least = (candidates.first?.score ?? 0) &- slack
    while let last = candidates.last, last.score < least { candidates.removeLast() }
    uses.removeAll(keepingCapacity: true)
    for _ in items { uses.append(0) }
    for candidate in candidates { uses[candidate.item] += 1 }
    while spare.count < candidates.count {
      spare.append(Item(state: ParserState(), score: 0, step: -1))
    }
    for (row, candidate) in candidates.enumerated() {
      uses[candidate.item] -= 1
      steps.append(Step(previous: items[candidate.item].step, row: UInt8(candidate.row)))
      if uses[candidate.item] == 0 {
        swap(&spare[row].state, &items[candidate.item].state)
      } else {
        spare[row].state.copy(items[candidate.item].state)
      }
      spare[row].step = steps.count - 1
      spare[row].score = candidate.score
      spare[row].state.perform(Transition(row: candidate.row))
    }
    swap(&items, &spare)
    while items.count > candidates.count { spare.append(items.removeLast()) }
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
  package func path(to step: Int) -> [Int] {
    var rows: [Int] = []
    var step = step
    while step >= 0 {
      rows.append(Int(steps[step].row))
      step = steps[step].previous
    }
    return rows.reversed()
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
