internal import Reference

// Periods: whether one belongs to the word before it.
extension Tokenizer {
  /// Whether the period behind `word` is an abbreviation's or an initial's.
  ///
  /// It may end the sentence all the same; that is for `segment` to say. With `hasPeriod` the word has a
  /// period inside, as `U.S`.
  mutating func ownsPeriod(_ word: Range<Int>, hasPeriod: Bool) -> Bool {
    let after = word.upperBound + 1
    if after < limit, bytes[after] == 46 { return false }
    guard let lexicon, !hasPeriod else { return true }
    let touching = classAt(after)
    if touching == .letter, !isUpper(bytes, at: after, end: limit) { return false }
    let next = skipBlank(bytes, min(after, limit)..<limit)
    if isInitial(word) { return next < limit && isName(at: next, lexicon) }
    guard word.count <= 8 else { return false }
    if isConsonants(word) { return true }
    guard isAbbreviation(word, lexicon) else { return false }
    guard let packed = PackedWord(bytes, word), PackedWord.ambiguous.contains(packed) else {
      return true
    }
    guard next < limit else { return false }
    switch classAt(next) {
    case .digit: return true
    case .letter:
      if isLower(bytes, at: next, end: limit) { return true }
      // "Ruiz v. Larsen"
      if word.count == 1, bytes[word.lowerBound] == 118 { return true }
      guard isUpper(bytes, at: word.lowerBound, end: limit) else { return false }
      return followsComma(word.lowerBound) || isTitle(word, lexicon) || continuesFirm(next, lexicon)
    case .punctuation:
      return next == after && bytes[next] != 33 && bytes[next] != 63
        && [44, 58, 59].contains(bytes[next])
    default: return false
    }
  }

  /// Whether a word is one upper-case letter.
  private func isInitial(_ word: Range<Int>) -> Bool {
    guard word.count <= 2, isUpper(bytes, at: word.lowerBound, end: limit) else { return false }
    return decode(bytes, at: word.lowerBound, end: limit).count == word.count
  }

  /// Whether what begins at `offset` can go on a name after an initial.
  private mutating func isName(at offset: Int, _ lexicon: Lexicon) -> Bool {
    if classAt(offset) == .punctuation { return bytes[offset] == 44 || bytes[offset] == 38 }
    guard isUpper(bytes, at: offset, end: limit) else { return false }
    let end = runEnd(offset)
    return !classes(of: offset..<end, lexicon).contains(.functionWords) || end == offset + 1
  }

  /// Whether a capitalized word has no vowel: `Rs`, `Sgt`, `Mrs`.
  private func isConsonants(_ word: Range<Int>) -> Bool {
    guard (2...4).contains(word.count), isASCIIUpper(bytes[word.lowerBound]) else { return false }
    return bytes[word.lowerBound + 1..<word.upperBound].allSatisfy { byte in
      isASCIILower(byte) && ![97, 101, 105, 111, 117, 121].contains(byte)
    } && ![65, 69, 73, 79, 85, 89].contains(bytes[word.lowerBound])
  }

  /// Whether the word with its period is a title that stands before a name.
  private mutating func isTitle(_ word: Range<Int>, _ lexicon: Lexicon) -> Bool {
    fill(word)
    key.append(46)
    return key.withUnsafeBufferPointer { lexicon.classes(of: $0) }.contains(.honorifics)
  }

  /// Whether an ending of a firm's name stands at `offset`: "Co. Ltd."
  private mutating func continuesFirm(_ offset: Int, _ lexicon: Lexicon) -> Bool {
    let word = offset..<runEnd(offset)
    return word.count > 1 && word.count <= 8
      && !classes(of: word, lexicon).isDisjoint(with: .organizationEndings)
  }

  private func followsComma(_ offset: Int) -> Bool {
    var before = offset
    while before > 0, bytes[before - 1] == 32 { before -= 1 }
    return before > 0 && bytes[before - 1] == 44
  }

  private mutating func isAbbreviation(_ word: Range<Int>, _ lexicon: Lexicon) -> Bool {
    fill(word)
    key.append(46)
    return key.withUnsafeBufferPointer { lexicon.classes(of: $0).contains(.abbreviations) }
  }

  private mutating func classes(of word: Range<Int>, _ lexicon: Lexicon) -> WordClasses {
    fill(word)
    return key.withUnsafeBufferPointer { lexicon.classes(of: $0) }
  }

  /// Puts the word into `key`, ASCII letters in lower case.
  private mutating func fill(_ word: Range<Int>) {
    key.removeAll(keepingCapacity: true)
    for offset in word {
      let byte = bytes[offset]
      key.append(isASCIIUpper(byte) ? byte | 0x20 : byte)
    }
  }
}
