/// A few words that a rule asks for, in lower case; made for asking often.
///
/// Words are compared by a hash of 64 bits, which no two of a language's words share in practice.
struct WordSet: ExpressibleByArrayLiteral, Sendable {
  /// A power of two of buckets, each a hash or 0, probed linearly.
  private var buckets: [UInt64]
  private let mask: Int

  init(_ words: some Collection<String>) {
    var size = 4
    while size < words.count * 3 { size *= 2 }
    buckets = Array(repeating: 0, count: size)
    mask = size - 1
    for word in words {
      let hash = wordHash(word.utf8)
      var bucket = Int(truncatingIfNeeded: hash) & mask
      while buckets[bucket] != 0, buckets[bucket] != hash { bucket = (bucket + 1) & mask }
      buckets[bucket] = hash
    }
  }

  init(arrayLiteral words: String...) {
    self.init(words)
  }

  @inline(__always)
  func contains(_ hash: UInt64) -> Bool {
    var bucket = Int(truncatingIfNeeded: hash) & mask
    while buckets[bucket] != 0 {
      if buckets[bucket] == hash { return true }
      bucket = (bucket + 1) & mask
    }
    return false
  }

  /// The same for a word in lower case.
  func contains(_ word: String) -> Bool { contains(wordHash(word.utf8)) }
}

/// FNV-1a, 64 bits wide.
@inline(__always)
func wordHash(_ bytes: some Sequence<UInt8>) -> UInt64 {
  var hash = wordHashStart
  for byte in bytes { hash = wordHash(hash, byte) }
  return hash
}

/// The hash of no bytes.
let wordHashStart: UInt64 = 0xCBF2_9CE4_8422_2325

/// The hash of some bytes and one more.
@inline(__always)
func wordHash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
  (hash ^ UInt64(byte)) &* 0x100_0000_01B3
}
