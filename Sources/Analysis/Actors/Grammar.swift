internal import Prose
internal import Reference

/// What a phrase is in its clause.
enum GrammaticalRole: UInt8, Sendable {
  case subject
  case object
  case oblique
  case possessor
  /// Behind another noun: "the mayor of Lyon".
  case modifier
  case apposition
  /// What is said of the subject: "a doctor" in "she is a doctor".
  case predicate
  case other
}

/// The words' grammar: tags for all, trees for the sentences that were asked for.
///
/// Where a sentence has no tree, its words' places in it must do.
struct Grammar {
  let lexed: Lexed
  let tags: Tags
  private var parser: Parser
  /// For each token the token it depends on, its own for a root; -1 in sentences without a tree.
  private var heads: [Int32]
  private var relations: [Relation]
  private var isRead: [Bool]

  /// Longer ones are lists or no prose, and their trees are seldom right.
  private static let longest = 250
  /// Three parses side by side find nearly what eight do; one alone costs links.
  private static let width = 3

  init(_ lexed: Lexed, _ tags: Tags, references: References) {
    self.lexed = lexed
    self.tags = tags
    parser = Parser(references.parser, references.lexicon, width: Self.width)
    heads = Array(repeating: -1, count: lexed.count)
    relations = Array(repeating: .dep, count: lexed.count)
    isRead = Array(repeating: false, count: lexed.sentences.count)
  }

  /// Finds the tree of a sentence unless it is there already.
  mutating func read(_ sentence: Int) {
    guard !isRead[sentence] else { return }
    isRead[sentence] = true
    let range = lexed.sentences.tokens[sentence]
    guard range.count > 1, range.count <= Self.longest else { return }
    let tree = parser.parse(
      range,
      of: lexed.tokens,
      tags,
      in: lexed.text,
      classes: lexed.classes
    )
    let first = range.rows.lowerBound
    for word in 0..<tree.count {
      heads[first + word] = Int32(first) + Int32(tree.heads[word])
      relations[first + word] = tree.relations[word]
    }
  }

  func hasTree(_ token: Int) -> Bool { heads[token] >= 0 }

  /// The token on which `token` depends; nil for a root and where there is no tree.
  func head(of token: Int) -> Int? {
    heads[token] < 0 || Int(heads[token]) == token ? nil : Int(heads[token])
  }

  func relation(of token: Int) -> Relation { relations[token] }

  /// The word of `range` on which its others depend; the last word where there is no tree.
  func head(of range: TokenRange) -> Int {
    let rows = range.rows
    guard hasTree(rows.lowerBound) else { return rows.upperBound - 1 }
    return rows.first { token in head(of: token).map { !rows.contains($0) } ?? true }
      ?? rows.upperBound - 1
  }

  /// The first word joined by "and" with `token`'s, or itself.
  func firstConjunct(_ token: Int) -> Int {
    var word = token
    while relations[word] == .conj, let head = head(of: word) { word = head }
    return word
  }

  /// What `token` is in its clause; a word joined to another is what that is.
  func role(of token: Int) -> GrammaticalRole {
    guard hasTree(token) else { return shallowRole(of: token) }
    let word = tags[token].isVerb ? token : firstConjunct(token)
    switch relations[word] {
    case .nsubj, .nsubjPass, .nsubjOuter, .csubj, .csubjPass, .csubjOuter: return .subject
    case .obj, .iobj: return .object
    case .obl, .oblAgent, .oblUnmarked: return .oblique
    case .nmodPoss: return .possessor
    case .nmod, .nmodDesc, .nmodUnmarked: return .modifier
    case .appos: return .apposition
    case .root, .ccomp, .advcl, .aclRelcl, .acl, .xcomp, .parataxis, .advclRelcl: return .predicate
    default: return .other
    }
  }

  /// Before its sentence's first finite verb a subject, behind a preposition an oblique, else an object.
  private func shallowRole(of token: Int) -> GrammaticalRole {
    let sentence = lexed.sentences.tokens[lexed.sentence(of: token)]
    if token + 1 < lexed.count, tags[token + 1] == .possessive { return .possessor }
    if tags[token] == .possessivePronoun { return .possessor }
    var before = token - 1
    while sentence.contains(before), Self.opens(tags[before]) { before -= 1 }
    if sentence.contains(before), tags[before] == .preposition || tags[before] == .to {
      return .oblique
    }
    let hasVerb = (sentence.rows.lowerBound..<token).contains { Self.isFinite(tags[$0]) }
    return hasVerb ? .object : .subject
  }

  private static func opens(_ tag: PennTag) -> Bool {
    tag.isNoun || tag.isAdjective || tag == .determiner || tag == .cardinal || tag == .possessive
      || tag == .possessivePronoun || tag == .hyphen
  }

  static func isFinite(_ tag: PennTag) -> Bool {
    tag == .pastVerb || tag == .presentVerb || tag == .thirdPersonVerb || tag == .modal
  }

  // MARK: - Clauses

  /// The verb, or the predicate in its place, of the clause in which `token` stands; nil where there is no tree.
  func clause(of token: Int) -> Int? {
    guard hasTree(token) else { return nil }
    var word = token
    // A predicate noun is its clause's own word; what stands below it belongs to the clause too.
    while let head = head(of: word) {
      if Self.begins(relations[word]) || relations[word] == .conj && isPredicate(word) {
        return word
      }
      word = head
    }
    return word
  }

  /// The clause in which the one of `predicate` is embedded, over joined verbs and through what a verb only adds.
  func governor(ofClause predicate: Int) -> Int? {
    head(of: predicate).flatMap(clause(of:))
  }

  private static func begins(_ relation: Relation) -> Bool {
    switch relation {
    case .root, .ccomp, .advcl, .aclRelcl, .acl, .xcomp, .parataxis, .advclRelcl, .csubj,
      .csubjPass,
      .csubjOuter:
      true
    default: false
    }
  }

  /// Whether a verb, or a noun with its own subject or copula.
  func isPredicate(_ token: Int) -> Bool {
    if tags[token].isVerb { return true }
    let sentence = lexed.sentences.tokens[lexed.sentence(of: token)]
    return sentence.rows.contains { other in
      head(of: other) == token && (relations[other] == .cop || Self.isSubject(relations[other]))
    }
  }

  static func isSubject(_ relation: Relation) -> Bool {
    switch relation {
    case .nsubj, .nsubjPass, .nsubjOuter: true
    default: false
    }
  }

  /// The subject of `predicate`, of the verb it is joined to, or of the one that it only extends ("wants to go").
  func subject(of predicate: Int) -> Int? {
    var verb = predicate
    let sentence = lexed.sentences.tokens[lexed.sentence(of: predicate)].rows
    for _ in 0..<6 {
      if let own = sentence.first(where: { head(of: $0) == verb && Self.isSubject(relations[$0]) })
      {
        return referred(own, by: verb)
      }
      guard let head = head(of: verb) else { return nil }
      switch relations[verb] {
      case .xcomp:
        // "She told him to go": he goes.
        if let object = sentence.first(where: {
          self.head(of: $0) == head && (relations[$0] == .obj || relations[$0] == .iobj)
            && $0 < verb
        }), !lexed.isToken(head, in: ["promised", "promise", "promises"]) {
          return object
        }
        verb = head
      case .conj, .advcl: verb = head
      default: return nil
      }
    }
    return nil
  }

  /// For "who" and "which" what they stand for: the noun that their clause describes.
  private func referred(_ subject: Int, by predicate: Int) -> Int {
    guard tags[subject] == .whPronoun || tags[subject] == .whDeterminer,
      relations[predicate] == .aclRelcl, let noun = head(of: predicate)
    else { return subject }
    return noun
  }

  /// Whether `upper` is above `token` in the tree, with nothing between that is joined to it or only describes it: "Ana and her
  /// sister" are two.
  func holds(_ upper: Int, _ token: Int) -> Bool {
    var word = token
    while let head = head(of: word) {
      switch relations[word] {
      case .aclRelcl, .acl, .advclRelcl, .ccomp, .advcl, .parataxis, .conj: return false
      default: break
      }
      if head == upper { return true }
      word = head
    }
    return false
  }
}
