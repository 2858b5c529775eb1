import Prose
import Reference

@testable import Analysis

/// Text that went through the ground layers.
struct Ground {
  let text: SourceText
  let blocks: Blocks
  let tokens: Tokens
  let sentences: Sentences

  init(_ bytes: [UInt8]) {
    text = SourceText(bytes)
    blocks = findBlocks(in: text, lexicon: .builtIn)
    tokens = tokenize(text, blocks, in: text.range, lexicon: .builtIn)
    sentences = segment(tokens, blocks, in: text, lexicon: .builtIn)
  }

  init(_ string: String) { self.init(Array(string.utf8)) }

  /// The article as one paragraph, whatever its lines look like.
  init(paragraph string: String) {
    text = SourceText(string)
    var blocks = Blocks()
    blocks.append(.paragraph, text.range)
    self.blocks = blocks
    tokens = tokenize(text, blocks, in: text.range, lexicon: .builtIn)
    sentences = segment(tokens, blocks, in: text, lexicon: .builtIn)
  }

  var words: [String] { (0..<tokens.count).map { text.string(in: tokens.bytes(of: $0)) } }
  var sentenceTexts: [String] { sentences.tokens.map { text.string(in: tokens.bytes(of: $0)) } }
  /// `kind: text` for every block.
  var outline: [String] {
    (0..<blocks.count).map { "\(blocks.kinds[$0]): \(text.string(in: blocks.range($0)))" }
  }

  var lexed: Lexed { lookUp(tokens, sentences, blocks, in: text, lexicon: .builtIn) }

  /// The clauses as they are where nobody asks for names.
  var clauses: Clauses {
    let lexed = lexed
    let tags = partsOfSpeech(in: lexed, Mentions(), tagger: .builtIn)
    return findClauses(in: lexed, Mentions(), tags)
  }
}
