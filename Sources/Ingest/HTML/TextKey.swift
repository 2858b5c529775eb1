/// A text's words in threes, to look up whether another stands in it.
struct TextKey {
  private let grams: Set<UInt64>

  init(_ text: String) {
    var grams: Set<UInt64> = []
    Self.walk(Array(text.utf8)) { grams.insert($0) }
    self.grams = grams
  }

  /// Whether nearly all of it stands in the text.
  func contains(_ text: [UInt8]) -> Bool {
    var all = 0
    var found = 0
    Self.walk(text) {
      all += 1
      if grams.contains($0) { found += 1 }
    }
    return all > 0 && found * 10 >= all * 8
  }

  /// Calls `body` with a number for each three words in a row.
  private static func walk(_ text: [UInt8], _ body: (UInt64) -> Void) {
    var hashes: (UInt64, UInt64) = (0, 0)
    var hash: UInt64 = 0
    var count = 0
    func end() {
      guard hash != 0 else { return }
      count += 1
      if count >= 3 { body(hashes.0 &* 31 &+ hashes.1 &* 17 &+ hash) }
      hashes = (hashes.1, hash)
      hash = 0
    }
    for byte in text {
      let isAlphanumeric = byte >= 48 && byte <= 57 || byte | 32 >= 97 && byte | 32 <= 122
      // Curly quotes and dashes begin with E2 and part words; other letters beyond ASCII do not.
      if isAlphanumeric || byte >= 0xC3 && byte != 0xE2 || byte >= 0x80 && byte < 0xC0 && hash != 0
      {
        hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 &+ 1
      } else {
        end()
      }
    }
    end()
  }
}
