import Prose

/// What was looked for last, and all that was found.
struct SearchState: Sendable {
  var query = ""
  var isBackward = false
  /// In text order.
  private(set) var matches: [Range<UInt32>] = []
  /// Whether the matches stand out; Esc ends that, the next `n` brings it back.
  var isShown = false

  /// So many that nobody steps through them; the count then says so.
  static let most = 1_000_000

  var isCut: Bool { matches.count >= Self.most }

  /// Looks for `query` in the whole text.
  mutating func find(_ query: String, in text: SourceText) {
    let before = self.query
    let old = matches
    self.query = query
    matches = []
    guard let pattern = LiteralPattern(query) else { return }
    if canNarrow(from: before, to: query), old.count < Self.most {
      // Each letter typed leaves fewer of the places; only these are looked at again.
      text.withBytes { bytes in
        matches = old.compactMap { match in
          pattern.match(bytes, at: Int(match.lowerBound)).map { match.lowerBound..<UInt32($0) }
        }
      }
    } else {
      matches = pattern.matches(in: text, limit: Self.most)
    }
  }

  /// The text is another one.
  mutating func forgetMatches() {
    matches = []
    isShown = false
  }

  /// Whether every match of `new` begins where one of `old` does.
  ///
  /// Not where `old` ends as it begins: of two matches that overlap only the first was kept.
  private func canNarrow(from old: String, to new: String) -> Bool {
    guard !old.isEmpty, !matches.isEmpty, new.hasPrefix(old), new.count > old.count,
      old.contains(where: \.isUppercase) == new.contains(where: \.isUppercase)
    else { return false }
    let letters = Array(old.lowercased())
    return !(1..<max(1, letters.count)).contains { shift in
      letters[shift...].elementsEqual(letters[..<(letters.count - shift)])
    }
  }

  /// "3/14", where `current` is the third; "14" where it is none of them.
  func count(at current: Range<UInt32>?) -> String {
    let total = isCut ? "\(matches.count)+" : "\(matches.count)"
    guard let current, let index = index(of: current) else { return total }
    return "\(index + 1)/\(total)"
  }

  func index(of match: Range<UInt32>) -> Int? {
    let index = matches.partitioningIndex { $0.lowerBound >= match.lowerBound }
    return index < matches.count && matches[index] == match ? index : nil
  }
}
