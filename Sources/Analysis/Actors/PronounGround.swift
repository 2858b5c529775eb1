internal import Prose
internal import Reference

/// What resolving a text's pronouns stands on: grammar where it is needed, and all that the text speaks of.
struct PronounGround {
  let grammar: Grammar
  let discourse: Discourse
  /// The third-person pronouns outside of names, in text order.
  let pronouns: [Int]
  private let lexed: Lexed
  private let quotationOf: [Int]

  /// How many sentences before a pronoun's own are read with their plain nouns.
  private static let reach = 2

  /// Nil for a text without pronouns.
  init?(_ reading: inout ActorReading) {
    let (lexed, builder) = (reading.lexed, reading.builder)
    var isNamed = [Bool](repeating: false, count: lexed.count)
    for mention in builder.mentions where mention.form == .name {
      for token in mention.tokens.rows { isNamed[token] = true }
    }
    let words = (0..<lexed.count).filter { token in
      lexed.isAny(token, .pronouns) && lexed.isThirdPerson(token) && !isNamed[token]
        && !lexed.has(token, .boilerplate)
    }
    guard !words.isEmpty else { return nil }
    var isNear = [Bool](repeating: false, count: lexed.sentences.count)
    for token in words {
      let sentence = lexed.sentence(of: token)
      for near in max(0, sentence - Self.reach)...sentence { isNear[near] = true }
    }
    for sentence in Self.sentencesToRead(words, lexed, builder.mentions) {
      reading.grammar.read(sentence)
    }
    let grammar = reading.grammar
    var gathering = DiscourseBuilder(lexed, grammar, builder)
    gathering.add(
      builder.mentions,
      chunks: reading.chunks,
      isNear: isNear
    )
    self.lexed = lexed
    self.grammar = grammar
    discourse = gathering.discourse
    pronouns = words
    var quotationOf = [Int](repeating: -1, count: lexed.count)
    for (row, span) in findQuotedSpans(in: lexed).enumerated() {
      for token in span.tokens.rows { quotationOf[token] = row }
    }
    self.quotationOf = quotationOf
  }

  /// The sentences whose trees can tell: a pronoun's own, and the one before where it offers several or its own offers nobody.
  private static func sentencesToRead(
    _ pronouns: [Int],
    _ lexed: Lexed,
    _ mentions: [LinkedMention]
  ) -> [Int] {
    var counts = [Int](repeating: 0, count: lexed.sentences.count)
    /// For each sentence where it first mentions someone.
    var first = [Int](repeating: Int.max, count: lexed.sentences.count)
    for mention in mentions where mention.type != .nationality {
      let token = mention.tokens.rows.lowerBound
      let sentence = lexed.sentence(of: token)
      counts[sentence] += 1
      first[sentence] = min(first[sentence], token)
    }
    var reads = [Bool](repeating: false, count: lexed.sentences.count)
    for token in pronouns {
      let sentence = lexed.sentence(of: token)
      reads[sentence] = true
      if sentence > 0, first[sentence] > token || counts[sentence - 1] > 1 {
        reads[sentence - 1] = true
      }
    }
    return reads.indices.filter { reads[$0] }
  }

  func resolver(model: AntecedentModel) -> PronounResolver {
    PronounResolver(lexed, grammar, discourse, quotationOf: quotationOf, model: model)
  }

  /// The plain noun phrases that describe someone named: appositions and what a subject is said to be.
  func descriptions() -> [LinkedMention] {
    discourse.phrases.compactMap { phrase in
      guard phrase.form == nil, let chain = discourse.referents[phrase.referent].chain else {
        return nil
      }
      let type: MentionType = discourse.referents[phrase.referent].kind.mentionType
      return LinkedMention(
        tokens: phrase.tokens,
        head: TokenRange(phrase.head..<phrase.head + 1),
        form: .nominal,
        type: type,
        chain: chain
      )
    }
  }
}

extension Referent.Kind {
  var mentionType: MentionType {
    switch self {
    case .person: .person
    case .organization: .organization
    case .place: .location
    case .group, .thing: .group
    }
  }
}
