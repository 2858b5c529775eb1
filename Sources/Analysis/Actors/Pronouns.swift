internal import Prose
internal import Reference

/// Refers "he" and "she" to people, by nearness, by place in the sentence and by gender.
struct PronounResolver {
  private static let male: WordSet = ["he", "him", "his", "himself"]
  private static let female: WordSet = ["she", "her", "hers", "herself"]
  /// How many sentences a pronoun reaches back.
  private static let reach = 3

  let lexed: Lexed

  /// The pronouns that refer to one of `people`, whose mentions are in text order.
  func resolve(_ people: [LinkedMention], chains: [Chain]) -> [LinkedMention] {
    var found: [LinkedMention] = []
    var antecedents: [LinkedMention] = []
    var next = 0
    for token in 0..<lexed.count where !lexed.has(token, .boilerplate) {
      while next < people.count, Int(people[next].tokens.first) <= token {
        antecedents.append(people[next])
        next += 1
      }
      guard let gender = gender(of: token), !isInsideName(token, antecedents) else { continue }
      guard let chain = antecedent(of: token, gender, antecedents, chains) else { continue }
      let mention = LinkedMention(
        tokens: TokenRange(token..<token + 1),
        head: TokenRange(token..<token + 1),
        form: .pronoun,
        type: .person,
        chain: chain
      )
      found.append(mention)
      antecedents.append(mention)
    }
    return found
  }

  private func gender(of token: Int) -> Gender? {
    guard lexed.isAny(token, .pronouns) else { return nil }
    if lexed.isToken(token, in: Self.male) { return .male }
    return lexed.isToken(token, in: Self.female) ? .female : nil
  }

  private func isInsideName(_ token: Int, _ mentions: [LinkedMention]) -> Bool {
    mentions.last?.tokens.contains(token) == true
  }

  /// The first fitting person of this sentence before the pronoun, else of the nearest one before it.
  private func antecedent(
    of token: Int,
    _ gender: Gender,
    _ mentions: [LinkedMention],
    _ chains: [Chain]
  ) -> Int? {
    var sentence = lexed.sentence(of: token)
    for _ in 0..<Self.reach {
      let range = lexed.sentences.tokens[sentence]
      let fitting = mentions.filter { mention in
        range.contains(Int(mention.tokens.first)) && mention.tokens.rows.upperBound <= token
          && (chains[mention.chain].gender ?? gender) == gender
      }
      if let certain = fitting.first(where: { chains[$0.chain].gender == gender }) {
        return certain.chain
      }
      if let first = fitting.first { return first.chain }
      guard sentence > 0 else { return nil }
      sentence -= 1
    }
    return nil
  }
}
