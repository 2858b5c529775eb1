internal import Analysis
internal import Prose

/// Tells which actions lose nothing of the true tree that can still be found.
/// - Note: Goldberg and Nivre (2012), "A Dynamic Oracle for Arc-Eager Dependency Parsing".
struct ParserOracle {
  /// Each word's true head, counted from 1; the root behind the sentence for its root.
  private var heads: [Int] = []
  private var relations: [Relation] = []
  private var dependents: [[Int]] = []

  init(_ words: ArraySlice<Treebank.Word>) {
    let root = words.count + 1
    heads = [0]
    relations = [.dep]
    for (offset, word) in words.enumerated() {
      let head = Int(word.head ?? UInt32(offset)) + 1
      heads.append(head == offset + 1 ? root : head)
      relations.append(word.relation ?? .dep)
    }
    dependents = [[Int]](repeating: [], count: root + 1)
    for word in 1..<heads.count { dependents[heads[word]].append(word) }
  }

  /// How many true arcs each action loses; nil for actions that cannot be taken.
  struct Costs {
    var shift: Int?
    var reduce: Int?
    var left: Int?
    var right: Int?

    var least: Int { [shift, reduce, left, right].compactMap { $0 }.min() ?? 0 }
  }

  func costs(in state: ParserState) -> Costs {
    var costs = Costs()
    let top = state.top
    let next = state.next
    // What shift and right lose: the next word's dependents on the stack.
    let lost = dependents[next].count { isFree($0, in: state) }
    let hasHeadBelow = next < state.root && isOnStack(heads[next], in: state)
    if state.canShift { costs.shift = lost + (hasHeadBelow ? 1 : 0) }
    guard top != 0 else { return costs }
    let ahead = dependents[top].count { $0 >= next }
    if state.canReduce { costs.reduce = ahead }
    if state.canLeft { costs.left = ahead + (heads[top] > next ? 1 : 0) }
    if state.canRight {
      let otherHead = heads[next] > next || heads[next] != top && hasHeadBelow
      costs.right = lost + (otherHead ? 1 : 0)
    }
    return costs
  }

  /// An action that costs least: of several one that attaches, and the shift last.
  func action(_ costs: Costs) -> Action {
    let least = costs.least
    if costs.reduce == least { return .reduce }
    if costs.left == least { return .left }
    return costs.right == least ? .right : .shift
  }

  /// The relation of the true arc that the action makes; nil where it makes none.
  func relation(_ action: Action, in state: ParserState) -> Relation? {
    switch action {
    case .left where heads[state.top] == state.next: relations[state.top]
    case .right where heads[state.next] == state.top: relations[state.next]
    default: nil
    }
  }

  /// Whether a word stands on the stack without a head.
  private func isFree(_ word: Int, in state: ParserState) -> Bool {
    word < state.next && state.nodes[word].head == 0 && isOnStack(word, in: state)
  }

  private func isOnStack(_ word: Int, in state: ParserState) -> Bool {
    word < state.next && state.stack.contains(Int32(word))
  }
}
