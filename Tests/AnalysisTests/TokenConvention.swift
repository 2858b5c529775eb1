import Prose
import Reference

@testable import Analysis

/// What lets tokens deliberately differ from the word boundaries of Unicode Annex #29.
enum TokenConvention {
  // Inside one token where words end.
  case abbreviation, prefix, address, ampersand, dollar, repeatedMark, decade, numberMark
  /// Scripts that Unicode leaves to dictionaries, or breaks between: letters that touch are one word.
  case script
  /// What goes with a symbol or is seen by nobody.
  case attached
  // Several tokens where one word goes on.
  case clitic, unit, wordMark, space

  /// Every place where a token's border is no boundary or a boundary lies inside a token.
  static func differences(
    of tokens: Tokens,
    from boundaries: Set<Int>,
    in bytes: [UInt8]
  ) -> [(offset: Int, convention: TokenConvention?)] {
    var found: [(offset: Int, convention: TokenConvention?)] = []
    for token in 0..<tokens.count {
      let range = Int(tokens.starts[token])..<Int(tokens.ends[token])
      for offset in range.dropFirst() where boundaries.contains(offset) {
        found.append((offset, joining(offset, range, tokens.kinds[token], bytes)))
      }
      for offset in [range.lowerBound, range.upperBound] where !boundaries.contains(offset) {
        found.append((offset, parting(offset, token, tokens, bytes)))
      }
    }
    return found
  }

  private static func joining(
    _ offset: Int,
    _ token: Range<Int>,
    _ kind: TokenKind,
    _ bytes: [UInt8]
  ) -> TokenConvention? {
    let (before, next) = (
      last(bytes[token.lowerBound..<offset]), first(bytes[offset..<token.upperBound])
    )
    if kind == .address { return .address }
    if kind == .punctuation, before == next || "?!".contains(before) && "?!".contains(next) {
      return .repeatedMark
    }
    if kind == .symbol {
      if before == next { return .repeatedMark }
      return next == "$" ? .dollar : .attached
    }
    if next == "." || before == "." { return kind == .number ? .numberMark : .abbreviation }
    if "-‐‑".contains(before) || "-‐‑".contains(next) { return .prefix }
    if before == "&" || next == "&" { return .ampersand }
    if kind == .number, "'’‘".contains(before) { return .decade }
    if kind == .number, "/:,".contains(before) || "/:,".contains(next) { return .numberMark }
    let isJoiner = [before, next].contains {
      traits($0).characterClass == .joiner || traits($0).characterClass == .mark
    }
    if isJoiner { return .attached }
    // Letters of any script go on behind an apostrophe.
    if "'’‘".contains(before) || "'’‘".contains(next) { return .script }
    let areLetters = [before, next].allSatisfy { traits($0).characterClass.continuesWord }
    return areLetters ? .script : nil
  }

  private static func parting(
    _ offset: Int,
    _ token: Int,
    _ tokens: Tokens,
    _ bytes: [UInt8]
  ) -> TokenConvention? {
    guard offset > 0, offset < bytes.count else { return nil }
    let (before, next) = (last(bytes[..<offset]), first(bytes[offset...]))
    if traits(before).characterClass.isBlank || traits(next).characterClass.isBlank {
      return .space
    }
    if [before, next].contains(where: { [.joiner, .mark].contains(traits($0).characterClass) }) {
      return .attached
    }
    let apostrophes = "'’‘‛ʼ"
    if apostrophes.contains(before) || apostrophes.contains(next) { return .clitic }
    let left = offset > Int(tokens.starts[token]) ? token : token - 1
    if left >= 0, left + 1 < tokens.count {
      if tokens.kinds[left] == .number, tokens.kinds[left + 1] == .word { return .unit }
      if tokens.kinds[left] == .word, tokens.kinds[left + 1] == .word { return .clitic }
    }
    let marks = [before, next].contains { character in
      [.midLetter, .midNumberLetter, .midNumber, .extendNumberLetter, .doubleQuote, .singleQuote]
        .contains(traits(character).wordBreak)
    }
    return marks ? .wordMark : nil
  }

  private static func first(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.first ?? " "
  }

  private static func last(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.last ?? " "
  }

  private static func traits(_ scalar: Unicode.Scalar) -> CharacterTraits {
    Characters.builtIn.traits(of: scalar.value)
  }
}

extension String {
  fileprivate func contains(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
}
