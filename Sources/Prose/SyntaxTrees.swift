/// How a word depends on its head, in Universal Dependencies' English.
///
/// The order is that of the classes in the parser's weights; new cases go last.
public enum Relation: UInt8, CaseIterable, Sendable {
  case root
  case punct
  case `case`
  case det
  case nsubj
  case advmod
  case amod
  case obj
  case obl
  case conj
  case nmod
  case compound
  case cc
  case mark
  case aux
  case cop
  case advcl
  case nmodPoss
  case xcomp
  case flat
  case ccomp
  case aclRelcl
  case acl
  case appos
  case auxPass
  case nummod
  case parataxis
  case nsubjPass
  case nmodUnmarked
  case oblUnmarked
  case discourse
  case compoundPrt
  case expl
  case iobj
  case fixed
  case list
  case oblAgent
  case nmodDesc
  case csubj
  case dep
  case nsubjOuter
  case detPredet
  case advclRelcl
  case vocative
  case goeswith
  case reparandum
  case ccPreconj
  case orphan
  case csubjPass
  case dislocated
  case csubjOuter

  /// The relation as treebanks write it: `nsubj:pass`.
  public var label: String { Self.labels[Int(rawValue)] }

  /// The relation that treebanks write as `label`.
  public init?(label: String) {
    guard let row = Self.labels.firstIndex(of: label) else { return nil }
    self.init(rawValue: UInt8(row))
  }

  private static let labels = allCases.map { relation in
    "\(relation)".reduce(into: "") { label, letter in
      label += letter.isUppercase ? ":\(letter.lowercased())" : String(letter)
    }
  }
}

/// One sentence's dependency tree; words are counted from the sentence's first token.
///
/// Every word has one head, there are no cycles, and exactly one word is the root.
public struct DependencyTree: Equatable, Sendable {
  /// Each word's head; the root is its own.
  public private(set) var heads: [UInt32]
  public private(set) var relations: [Relation]
  public let root: Int

  /// A tree of these heads, the root's its own, and as many relations; nil unless they are one.
  public init?(heads: [UInt32], relations: [Relation]) {
    guard heads.count == relations.count else { return nil }
    let roots = heads.indices.filter { Int(heads[$0]) == $0 }
    guard roots.count == 1, let root = roots.first else { return nil }
    // 0 not seen, 1 on the way up, 2 known to reach the root.
    var marks = [UInt8](repeating: 0, count: heads.count)
    marks[root] = 2
    for word in heads.indices {
      var above = word
      while marks[above] == 0 {
        marks[above] = 1
        guard Int(heads[above]) < heads.count else { return nil }
        above = Int(heads[above])
      }
      guard marks[above] == 2 else { return nil }
      above = word
      while marks[above] == 1 {
        marks[above] = 2
        above = Int(heads[above])
      }
    }
    self.heads = heads
    self.relations = relations
    self.root = root
  }

  /// Takes heads that a parser made, which are a tree by the way it works.
  package init(checked heads: [UInt32], _ relations: [Relation], root: Int) {
    self.heads = heads
    self.relations = relations
    self.root = root
  }

  public var count: Int { heads.count }

  /// The head of `word`; nil for the root.
  public func head(of word: Int) -> Int? {
    word == root ? nil : Int(heads[word])
  }

  /// The words whose head is `word`, in text order.
  public func dependents(of word: Int) -> [Int] {
    heads.indices.filter { $0 != word && Int(heads[$0]) == word }
  }

  /// The first dependent of `word` with any of `relations`.
  public func dependent(of word: Int, _ relations: Set<Relation>) -> Int? {
    heads.indices.first {
      $0 != word && Int(heads[$0]) == word && relations.contains(self.relations[$0])
    }
  }

  /// The words from the first to the last that `word` governs, itself among them.
  ///
  /// Linear in the reach, times its depth.
  public func reach(of word: Int) -> Range<Int> {
    var first = word
    var last = word
    // A projective tree's subtrees are contiguous, so that growing to both sides meets all of one.
    while first > 0, governs(word, first - 1) { first -= 1 }
    while last + 1 < count, governs(word, last + 1) { last += 1 }
    return first..<last + 1
  }

  /// Whether `word` is above `other`, or the same.
  public func governs(_ word: Int, _ other: Int) -> Bool {
    var above = other
    while above != word {
      guard above != root else { return false }
      above = Int(heads[above])
    }
    return true
  }
}
