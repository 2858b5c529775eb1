internal import Prose
internal import Reference

/// How much a single mention says that its bearer is what the article is about.
struct Prominence {
  private let lexed: Lexed
  private let tags: Tags
  /// The first paragraph's row.
  private let lead: Int?

  init(_ lexed: Lexed, _ tags: Tags) {
    self.lexed = lexed
    self.tags = tags
    lead = lexed.blocks.kinds.firstIndex(of: .paragraph)
  }

  func weight(of row: Int, in mentions: Mentions) -> Float {
    let tokens = mentions.tokens[row]
    let block = Int(lexed.sentences.blocks[lexed.sentence(of: tokens.rows.lowerBound)])
    var weight: Float =
      switch mentions.forms[row] {
      case .name: 1
      case .nominal: 0.7
      case .pronoun: 0.4
      }
    if lexed.blocks.kinds[block] == .headline { weight *= 2.5 }
    if block == lead { weight *= 1.5 }
    return weight * factor(tokens)
  }

  /// A subject counts more than what stands elsewhere, and who speaks more than who only does something.
  private func factor(_ tokens: TokenRange) -> Float {
    let sentence = lexed.sentences.tokens[lexed.sentence(of: tokens.rows.lowerBound)]
    let before = tokens.rows.lowerBound - 1
    if sentence.contains(before) {
      // "…," said Ana Ruiz
      if lexed.isAny(before, .speechVerbs), tags[before].isVerb { return 1.5 }
      if tags[before] == .preposition || tags[before] == .to { return 1 }
    }
    var verb = tokens.rows.upperBound
    while sentence.contains(verb), verb < tokens.rows.upperBound + 4, helps(verb) { verb += 1 }
    if sentence.contains(verb), tags[verb].isVerb {
      return lexed.isAny(verb, .speechVerbs) ? 1.5 : 1.25
    }
    return verb > tokens.rows.upperBound ? 1.25 : 1
  }

  private func helps(_ token: Int) -> Bool {
    tags[token] == .adverb || tags[token] == .modal || lexed.isToken(token, in: Self.auxiliaries)
  }

  private static let auxiliaries: WordSet = [
    "is", "was", "are", "were", "has", "have", "had", "does", "do", "did", "'s", "'ve",
  ]
}
