internal import Prose
internal import Reference

/// Questions and answers printed in turn: who is asked, and which paragraphs answer.
struct Interview {
  /// The chain of who is asked.
  let guest: Int
  /// The chain of the body for which the guest speaks, where a title names it.
  let body: Int?
  private let lexed: Lexed
  /// For each block whether it asks.
  private let asks: [Bool]
  /// The first block that asks.
  private let start: Int

  /// So many questions and so many words of the first person outside quotation marks make an interview.
  private static let (leastQuestions, leastWords) = (3, 5)

  /// Nil for a text that is no interview, or whose guest has no name before the first question.
  init?(_ lexed: Lexed, _ chains: [Chain], _ mentions: [LinkedMention], _ spanOf: [Int]) {
    var asks = [Bool](repeating: false, count: lexed.blocks.count)
    var words = 0
    for (row, sentence) in lexed.sentences.tokens.enumerated() {
      let block = Int(lexed.sentences.blocks[row])
      let last = sentence.rows.upperBound - 1
      let isPlain = spanOf[last] < 0 && !lexed.has(last, .boilerplate)
      asks[block] = isPlain && lexed.isToken(last, "?")
      for token in sentence.rows
      where spanOf[token] < 0 && lexed.isToken(token, in: ["i", "my", "me"]) {
        words += 1
      }
    }
    guard words >= Self.leastWords, asks.filter(\.self).count >= Self.leastQuestions,
      let start = asks.firstIndex(of: true)
    else { return nil }
    var counts: [Int: Int] = [:]
    for mention in mentions where mention.type == .person && !chains[mention.chain].isUnnamed {
      let sentence = lexed.sentence(of: mention.tokens.rows.lowerBound)
      guard Int(lexed.sentences.blocks[sentence]) < start else { break }
      counts[mention.chain, default: 0] += 1
    }
    guard let guest = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) })?.key else {
      return nil
    }
    self.lexed = lexed
    self.asks = asks
    self.start = start
    self.guest = guest
    body =
      mentions.first { mention in
        mention.type == .organization
          && chains[guest].roles.contains { $0.contains(mention.tokens) }
      }?.chain
  }

  /// Whether the token stands in a paragraph behind the first question that asks nothing.
  func isAnswer(_ token: Int) -> Bool {
    let block = Int(lexed.sentences.blocks[lexed.sentence(of: token)])
    return block >= start && !asks[block]
  }
}
