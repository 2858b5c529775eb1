internal import Reference

/// The word boundaries of Unicode Annex #29 alone: what tokens start from, and what they are held against.
///
/// Tokens follow these rules but for the conventions that `tokenize` lists. The walk is one pass and keeps nothing.
/// - Note: Unicode Annex #29, section 4.1, rules WB1 to WB999.
struct WordBreaks {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let characters = Characters.builtIn

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Calls `visit` with every boundary in bytes, the start and the end too; with none for no bytes.
  func visitAll(_ visit: (Int) -> Void) {
    guard !bytes.isEmpty else { return }
    visit(0)
    var offset = 0
    var before = Before()
    while offset < bytes.count {
      let character = decode(bytes, at: offset, end: bytes.count)
      let traits = characters.traits(of: character.value)
      let next = offset + character.count
      if offset > 0, before.breaks(before: traits, then: { following(next) }) { visit(offset) }
      before.add(traits)
      offset = next
    }
    visit(bytes.count)
  }

  /// The property of the first character from `offset` on that rule WB4 does not pass over.
  private func following(_ offset: Int) -> WordBreak {
    var offset = offset
    while offset < bytes.count {
      let character = decode(bytes, at: offset, end: bytes.count)
      let property = characters.traits(of: character.value).wordBreak
      guard property.isPassedOver else { return property }
      offset += character.count
    }
    return .other
  }

  /// What stands before a place.
  private struct Before {
    /// The character right before it.
    private var touching = WordBreak.other
    /// The last and the last but one that are not passed over.
    private var last = WordBreak.other
    private var secondLast = WordBreak.other
    /// Whether an odd number of regional indicators stands there.
    private var isInsideFlag = false

    mutating func add(_ traits: CharacterTraits) {
      let property = traits.wordBreak
      touching = property
      if property.isPassedOver, !last.isLineEnd { return }
      secondLast = last
      last = property
      isInsideFlag = property == .regionalIndicator && !isInsideFlag
    }

    /// Whether a word ends before `traits`; `following` gives what comes behind, if it is asked.
    func breaks(before traits: CharacterTraits, then following: () -> WordBreak) -> Bool {
      let next = traits.wordBreak
      if touching == .carriageReturn, next == .lineFeed { return false }
      if touching.isLineEnd || next.isLineEnd { return true }
      if touching == .joiner, traits.isPictographic { return false }
      if touching == .segmentSpace, next == .segmentSpace { return false }
      if next.isPassedOver { return false }
      switch (last, next) {
      case (_, .letter) where last.isLetter, (_, .hebrewLetter) where last.isLetter:
        return false
      case (_, .midLetter) where last.isLetter, (_, .midNumberLetter) where last.isLetter:
        return !following().isLetter
      case (.hebrewLetter, .singleQuote): return false
      case (.letter, .singleQuote): return !following().isLetter
      case (.midLetter, _) where next.isLetter, (.midNumberLetter, _) where next.isLetter,
        (.singleQuote, _) where next.isLetter:
        return !secondLast.isLetter
      case (.hebrewLetter, .doubleQuote): return following() != .hebrewLetter
      case (.doubleQuote, .hebrewLetter): return secondLast != .hebrewLetter
      case (.numeric, .numeric): return false
      case (_, .numeric) where last.isLetter: return false
      case (.numeric, _) where next.isLetter: return false
      case (.midNumber, .numeric), (.midNumberLetter, .numeric), (.singleQuote, .numeric):
        return secondLast != .numeric
      case (.numeric, .midNumber), (.numeric, .midNumberLetter), (.numeric, .singleQuote):
        return following() != .numeric
      case (.katakana, .katakana): return false
      case (_, .extendNumberLetter):
        return
          !(last.isLetter || last == .numeric || last == .katakana
          || last == .extendNumberLetter)
      case (.extendNumberLetter, _):
        return !(next.isLetter || next == .numeric || next == .katakana)
      case (.regionalIndicator, .regionalIndicator): return !isInsideFlag
      default: return true
      }
    }
  }
}

extension WordBreak {
  fileprivate var isLineEnd: Bool {
    self == .carriageReturn || self == .lineFeed || self == .newline
  }

  /// Rule WB4: taken with the character before it.
  fileprivate var isPassedOver: Bool { self == .extend || self == .format || self == .joiner }

  fileprivate var isLetter: Bool { self == .letter || self == .hebrewLetter }
}
