package import Prose

/// A word and what the parser has found of it so far.
package struct ParserNode: Sendable {
  /// The hash of the word; beyond the sentence zero like all else.
  package var word: UInt64 = 0
  /// The dependents' relations, a bit each.
  package var leftRelations: UInt64 = 0
  package var rightRelations: UInt64 = 0
  /// The head, 0 for none yet.
  package var head: Int32 = 0
  /// The outermost dependents on each side and the ones found before them; 0 for none.
  package var left: Int32 = 0
  package var left2: Int32 = 0
  package var right: Int32 = 0
  package var right2: Int32 = 0
  /// The tag, plus one.
  package var tag: UInt8 = 0
  /// What the lexicon says of the word.
  package var kind: WordKind = []
  /// The relation to the head, plus one; 0 for none yet.
  package var relation: UInt8 = 0
  package var leftCount: UInt8 = 0
  package var rightCount: UInt8 = 0

  package init() {}
}

/// What the parser does next.
package enum Action: Int, CaseIterable, Sendable {
  /// The next word goes on the stack without a head.
  case shift
  /// The stack's top, which has its head and all dependents, leaves it.
  case reduce
  /// The next word becomes the head of the stack's top.
  case left
  /// The stack's top becomes the head of the next word, which goes on the stack.
  case right
}

/// An action, and the relation of the arc that it makes.
package struct Transition: Equatable, Sendable {
  package var action: Action
  /// Says nothing where no arc is made.
  package var relation: Relation

  package init(action: Action, relation: Relation) {
    self.action = action
    self.relation = relation
  }

  package static let shift = Transition(action: .shift, relation: .dep)
  package static let reduce = Transition(action: .reduce, relation: .dep)
  package static func left(_ relation: Relation) -> Transition {
    Transition(action: .left, relation: relation)
  }
  package static func right(_ relation: Relation) -> Transition {
    Transition(action: .right, relation: relation)
  }
}

/// A parse under way: an arc-eager transition system whose root stands behind the sentence.
///
/// Words are counted from 1; 0 is none.
/// - Note: Nivre (2008), "Algorithms for Deterministic Incremental Dependency Parsing"; Ballesteros and Nivre (2013), "Going to
///   the Roots of Dependency Parsing", for the root's place.
package struct ParserState {
  package private(set) var nodes: [ParserNode] = []
  package private(set) var stack: [Int32] = []
  /// The next word.
  package private(set) var next = 1
  /// The number of words.
  package private(set) var count = 0

  package init() {}

  /// The root's place.
  package var root: Int { count + 1 }

  package var isDone: Bool { next == root && stack.isEmpty }

  package var top: Int { Int(stack.last ?? 0) }
  /// The stack's second word.
  package var second: Int { stack.count > 1 ? Int(stack[stack.count - 2]) : 0 }

  /// Begins a sentence in place of the one before.
  package mutating func begin(_ words: some Sequence<ParserNode>) {
    nodes.removeAll(keepingCapacity: true)
    stack.removeAll(keepingCapacity: true)
    nodes.append(ParserNode())
    nodes.append(contentsOf: words)
    count = nodes.count - 1
    next = 1
    var root = ParserNode()
    root.word = 1
    root.tag = 62
    nodes.append(root)
    // Windows look up to three words beyond.
    for _ in 0..<3 { nodes.append(ParserNode()) }
  }

  /// Becomes like `other` without taking new memory.
  package mutating func copy(_ other: ParserState) {
    nodes.removeAll(keepingCapacity: true)
    nodes.append(contentsOf: other.nodes)
    stack.removeAll(keepingCapacity: true)
    stack.append(contentsOf: other.stack)
    next = other.next
    count = other.count
  }

  package var canShift: Bool { next < root }
  package var canReduce: Bool { top != 0 && nodes[top].head != 0 }
  /// Nothing but its relation tells a word's last head, so that the root takes as many as are left.
  package var canLeft: Bool { top != 0 && nodes[top].head == 0 }
  package var canRight: Bool { top != 0 && next < root }

  package mutating func shift() {
    stack.append(Int32(next))
    next += 1
  }

  package mutating func reduce() {
    stack.removeLast()
  }

  package mutating func left(_ relation: Relation) {
    let word = Int(stack.removeLast())
    attach(word, to: next, relation)
    nodes[next].left2 = nodes[next].left
    nodes[next].left = Int32(word)
    nodes[next].leftCount = min(nodes[next].leftCount, 254) + 1
    nodes[next].leftRelations |= 1 << UInt64(relation.rawValue)
  }

  package mutating func right(_ relation: Relation) {
    let word = next
    let head = top
    attach(word, to: head, relation)
    nodes[head].right2 = nodes[head].right
    nodes[head].right = Int32(word)
    nodes[head].rightCount = min(nodes[head].rightCount, 254) + 1
    nodes[head].rightRelations |= 1 << UInt64(relation.rawValue)
    stack.append(Int32(word))
    next += 1
  }

  package mutating func perform(_ transition: Transition) {
    switch transition.action {
    case .shift: shift()
    case .reduce: reduce()
    case .left: left(transition.relation)
    case .right: right(transition.relation)
    }
  }

  private mutating func attach(_ word: Int, to head: Int, _ relation: Relation) {
    nodes[word].head = Int32(head)
    nodes[word].relation = relation.rawValue + 1
  }
}
