internal import Prose
internal import Reference

/// Finds the descriptions that rest on resolved pronouns: "He was an engineer", and "his father" once the text has said who
/// that is.
struct RelativeFinder {
  private let lexed: Lexed
  private let grammar: Grammar
  private let discourse: Discourse
  /// For each head of a phrase what it refers to.
  private var referentOf: [Int: Int] = [:]

  private struct Relative: Hashable {
    let owner: Int
    let noun: UInt64
  }

  /// `discourse` holds the resolved pronouns too.
  init(_ lexed: Lexed, _ grammar: Grammar, _ discourse: Discourse) {
    self.lexed = lexed
    self.grammar = grammar
    self.discourse = discourse
    for phrase in discourse.phrases where phrase.form != nil {
      referentOf[phrase.head] = phrase.referent
    }
  }

  func find() -> [LinkedMention] {
    let plain = discourse.phrases.filter { $0.form == nil }
    var known: [Relative: Int] = [:]
    for phrase in plain {
      guard let chain = discourse.referents[phrase.referent].chain,
        let relative = relative(phrase)
      else { continue }
      known[relative] = chain
    }
    return plain.compactMap { phrase in
      guard discourse.referents[phrase.referent].chain == nil else { return nil }
      if let chain = subject(of: phrase) { return mention(phrase, chain, .person) }
      guard let relative = relative(phrase), let chain = known[relative] else { return nil }
      return mention(phrase, chain, .person)
    }
  }

  private func mention(
    _ phrase: ReferringPhrase,
    _ chain: Int,
    _ type: MentionType
  ) -> LinkedMention {
    LinkedMention(
      tokens: phrase.tokens,
      head: TokenRange(phrase.head..<phrase.head + 1),
      form: .nominal,
      type: type,
      chain: chain
    )
  }

  /// Whose relative the phrase means and which: "his father", "Ana's father".
  private func relative(_ phrase: ReferringPhrase) -> Relative? {
    guard lexed.genderOfNoun(phrase.head) != nil,
      let owner = dependent(of: phrase.head, [.nmodPoss]).flatMap({ referentOf[$0] })
    else { return nil }
    return Relative(owner: owner, noun: lexed.hashes[phrase.head])
  }

  /// The person's chain to which a pronoun refers that the phrase is said to be: "She was a nurse".
  private func subject(of phrase: ReferringPhrase) -> Int? {
    guard dependent(of: phrase.head, [.cop]) != nil,
      let subject = dependent(of: phrase.head, [.nsubj]), lexed.isAny(subject, .pronouns),
      let referent = referentOf[subject], discourse.referents[referent].kind == .person,
      dependent(of: phrase.head, [.det]) != nil,
      // "She was on a visit" and "she is no relation" do not say what she is.
      dependent(of: phrase.head, [.case]) == nil,
      !lexed.isToken(phrase.tokens.rows.lowerBound, "no"),
      !discourse.referents[phrase.referent].isPlural
    else { return nil }
    return discourse.referents[referent].chain
  }

  private func dependent(of head: Int, _ relations: Set<Relation>) -> Int? {
    guard grammar.hasTree(head) else { return nil }
    return lexed.sentences.tokens[lexed.sentence(of: head)].rows.first {
      grammar.head(of: $0) == head && relations.contains(grammar.relation(of: $0))
    }
  }
}
