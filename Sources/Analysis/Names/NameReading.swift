package import Prose
internal import Reference

/// A text as the name model reads it: for the workshop, which trains the model on what the program will see.
package struct NameReading: Sendable {
  private let tokens: Tokens
  private let features: NameFeatures
  package let sentences: [Range<Int>]

  package init(_ text: SourceText, _ blocks: Blocks) {
    // Not all references: a model is trained where there is none that fits.
    let lexicon = Lexicon.builtIn
    let gazetteer = Gazetteer.builtIn
    tokens = tokenize(text, blocks, in: text.range, lexicon: lexicon)
    let sentences = segment(tokens, blocks, in: text, lexicon: lexicon)
    let lexed = lookUp(tokens, sentences, blocks, in: text, lexicon: lexicon)
    let known = findKnownPlaces(in: lexed, gazetteer: gazetteer)
    features = NameFeatures(lexed, knownPlaces: known, gazetteer: gazetteer)
    self.sentences = sentences.tokens.map(\.rows)
  }

  /// What the transitions to the sentence's tokens are kept under.
  package func edges(in sentence: Range<Int>) -> ArraySlice<UInt8> { features.edges[sentence] }

  package func features(_ token: Int, in sentence: Range<Int>, bits: Int) -> [UInt32] {
    [UInt32](unsafeUninitializedCapacity: NameFeatures.capacity) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      count = features.write(token, in: sentence, shift: UInt64(64 - bits), to: base)
    }
  }

  /// The label of every token, for names given in bytes; a name whose ends are no token's is left out.
  package func labels(_ names: [(range: Range<UInt32>, kind: NameLabel.Kind)]) -> [NameLabel] {
    var labels = [NameLabel](repeating: .outside, count: tokens.count)
    for (range, kind) in names {
      guard let covered = tokens.tokens(in: range) else { continue }
      for (offset, token) in covered.rows.enumerated() {
        labels[token] = NameLabel(kind, at: offset, of: covered.count)
      }
    }
    return labels
  }

  package func bytes(_ range: TokenRange) -> Range<UInt32> { tokens.bytes(of: range) }
}
