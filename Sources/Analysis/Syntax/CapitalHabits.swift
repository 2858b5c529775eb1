package import Prose

/// Which of a document's words it writes in lower case, and which with a capital inside sentences.
///
/// Tells names from other words where capitals do not: at the start of a sentence and in headlines.
package struct CapitalHabits {
  package private(set) var lower: WordFilter
  package private(set) var capitalized: WordFilter

  /// Those of no document.
  package init() {
    lower = WordFilter(capacity: 0)
    capitalized = lower
  }

  /// Those of the sentences `rows`.
  package init(
    _ rows: Range<Int>,
    of sentences: Sentences,
    _ tokens: Tokens,
    in bytes: UnsafeBufferPointer<UInt8>
  ) {
    let count = rows.reduce(0) { $0 + sentences.tokens[$1].count }
    lower = WordFilter(capacity: count)
    capitalized = WordFilter(capacity: count)
    for row in rows {
      var isInside = false
      for token in sentences.tokens[row].rows {
        let form = WordForm(bytes, Int(tokens.starts[token])..<Int(tokens.ends[token]))
        guard form.shape.contains(.hasLetter) else { continue }
        if !form.shape.contains(.capitalized) {
          lower.insert(form.word)
          isInside = true
        } else if isInside, !form.shape.contains(.allCapitals) {
          capitalized.insert(form.word)
        }
      }
    }
  }
}

/// A set of words that may take one in some hundreds for a member that is none.
/// - Note: Bloom, "Space/Time Trade-offs in Hash Coding with Allowable Errors" (1970), two hashes.
package struct WordFilter {
  private var bits: [UInt64]
  private let mask: UInt64

  /// Takes about a byte for each of `capacity` words.
  package init(capacity: Int) {
    var count = 1
    while count * 8 < capacity { count *= 2 }
    bits = [UInt64](repeating: 0, count: count)
    mask = UInt64(count) &* 64 &- 1
  }

  @inline(__always)
  package mutating func insert(_ word: UInt64) {
    set(word & mask)
    set((word >> 32) & mask)
  }

  @inline(__always)
  private mutating func set(_ bit: UInt64) { bits[Int(bit >> 6)] |= 1 << (bit & 63) }

  @inline(__always)
  package func contains(_ word: UInt64) -> Bool {
    let first = word & mask
    let second = (word >> 32) & mask
    return bits[Int(first >> 6)] >> (first & 63) & 1 == 1
      && bits[Int(second >> 6)] >> (second & 63) & 1 == 1
  }
}
