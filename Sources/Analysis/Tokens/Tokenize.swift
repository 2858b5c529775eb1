public import Prose

/// Splits the blocks that begin within `window` into words and marks.
public func tokenize(_ text: SourceText, _ blocks: Blocks, in window: Range<UInt32>) -> Tokens {
  Tokens()
}
