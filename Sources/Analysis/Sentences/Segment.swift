public import Prose
public import Reference

/// Splits `tokens` into sentences.
public func segment(
  _ tokens: Tokens,
  _ blocks: Blocks,
  in text: SourceText,
  lexicon: Lexicon
) -> Sentences {
  Sentences()
}
