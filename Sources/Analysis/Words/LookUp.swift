internal import Prose
internal import Reference

/// Looks every token and every run of tokens up in the lexicon and notes the letters' shapes.
func lookUp(
  _ tokens: Tokens,
  _ sentences: Sentences,
  _ blocks: Blocks,
  in text: SourceText,
  lexicon: Lexicon
) -> Lexed {
  var classes: [WordClasses] = []
  var hashes: [UInt64] = []
  classes.reserveCapacity(tokens.count)
  hashes.reserveCapacity(tokens.count)
  var keys = Ragged<UInt8>(rows: tokens.count, elements: tokens.count * 5)
  var key: [UInt8] = []
  var known = KnownClasses()
  for token in 0..<tokens.count {
    let hash = writeKey(of: tokens.bytes(of: token), in: text, to: &key)
    let found =
      known[hash] ?? key.withUnsafeBufferPointer { known.keep(lexicon.classes(of: $0), of: hash) }
    classes.append(found)
    hashes.append(hash)
    key.withUnsafeBufferPointer { keys.append($0) }
  }
  return Lexed(
    text: text,
    blocks: blocks,
    tokens: tokens,
    sentences: sentences,
    keys: keys,
    hashes: hashes,
    classes: classes,
    shapes: shapes(of: tokens, sentences, blocks, in: text),
    phrases: findPhrases(keys, classes, sentences, lexicon: lexicon)
  )
}

/// The classes of words that the text had before, since most of its words are few: a small table, by the words' hashes.
private struct KnownClasses {
  private var hashes = [UInt64](repeating: 0, count: 1024)
  private var classes = [WordClasses](repeating: [], count: 1024)

  @inline(__always)
  subscript(hash: UInt64) -> WordClasses? {
    let row = Int(truncatingIfNeeded: hash & 1023)
    return hashes[row] == hash ? classes[row] : nil
  }

  @inline(__always)
  mutating func keep(_ found: WordClasses, of hash: UInt64) -> WordClasses {
    let row = Int(truncatingIfNeeded: hash & 1023)
    hashes[row] = hash
    classes[row] = found
    return found
  }
}

/// Writes a token's bytes in the form of the lexicon's keys, and gives their hash.
@discardableResult
func writeKey(
  of range: Range<UInt32>,
  in text: SourceText,
  to key: inout [UInt8]
) -> UInt64 {
  key.removeAll(keepingCapacity: true)
  return text.withBytes { bytes in
    var hash = wordHashStart
    for offset in Int(range.lowerBound)..<Int(range.upperBound) {
      let byte = bytes[offset]
      guard byte < 0x80 else {
        let slice = bytes[Int(range.lowerBound)..<Int(range.upperBound)]
        key.removeAll(keepingCapacity: true)
        key.append(contentsOf: folded(String(decoding: slice, as: UTF8.self)).utf8)
        return wordHash(key)
      }
      let lower = byte >= 65 && byte <= 90 ? byte | 0x20 : byte
      key.append(lower)
      hash = wordHash(hash, lower)
    }
    return hash
  }
}

/// The longest phrases from left to right; none crosses the end of its sentence.
private func findPhrases(
  _ keys: Ragged<UInt8>,
  _ classes: [WordClasses],
  _ sentences: Sentences,
  lexicon: Lexicon
) -> [Phrase] {
  var phrases: [Phrase] = []
  var key: [UInt8] = []
  for sentence in sentences.tokens {
    var token = sentence.rows.lowerBound
    while token < sentence.rows.upperBound {
      var best: Phrase?
      if classes[token].contains(.beginsPhrase) {
        key.removeAll(keepingCapacity: true)
        keys.withRow(token) { key.append(contentsOf: $0) }
        var end = token + 1
        while end < sentence.rows.upperBound {
          key.append(0x20)
          keys.withRow(end) { key.append(contentsOf: $0) }
          let found = key.withUnsafeBufferPointer { lexicon.classes(of: $0) }
          end += 1
          if !found.subtracting(.beginsPhrase).isEmpty {
            best = Phrase(
              tokens: TokenRange(token..<end),
              classes: found.subtracting(.beginsPhrase)
            )
          }
          if !found.contains(.beginsPhrase) { break }
        }
      }
      if let best {
        phrases.append(best)
        token = best.tokens.rows.upperBound
      } else {
        token += 1
      }
    }
  }
  return phrases
}

private func shapes(
  of tokens: Tokens,
  _ sentences: Sentences,
  _ blocks: Blocks,
  in text: SourceText
) -> [Shape] {
  var shapes = [Shape](repeating: [], count: tokens.count)
  for token in 0..<tokens.count {
    shapes[token] = letters(of: tokens.bytes(of: token), in: text)
    if token > 0, tokens.touchesNext(token - 1) { shapes[token].insert(.touchesPrevious) }
  }
  for (row, sentence) in sentences.tokens.enumerated() {
    var isStart = true
    let kind = blocks.kinds[Int(sentences.blocks[row])]
    for token in sentence.rows {
      if kind == .boilerplate { shapes[token].insert(.boilerplate) }
      if kind == .headline || kind == .heading { shapes[token].insert(.heading) }
      if tokens.kinds[token] == .punctuation || tokens.kinds[token] == .symbol {
        if opensQuotation(text[Int(tokens.starts[token])], text, tokens.bytes(of: token)) {
          isStart = true
        }
      } else {
        if isStart { shapes[token].insert(.startsSentence) }
        isStart = false
      }
    }
  }
  return shapes
}

/// Whether the mark is an opening or a straight double quotation mark.
private func opensQuotation(_ byte: UInt8, _ text: SourceText, _ range: Range<UInt32>) -> Bool {
  if byte == UInt8(ascii: "\"") { return true }
  guard byte == 0xE2 || byte == 0xC2 else { return false }
  return text.withBytes { bytes in
    let mark = decode(bytes, at: Int(range.lowerBound), end: Int(range.upperBound))
    return mark.count == range.count && [0x201C, 0x201E, 0xAB].contains(mark.value)
  }
}

private func letters(of range: Range<UInt32>, in text: SourceText) -> Shape {
  var count = LetterCount()
  let isASCII = text.withBytes { bytes in
    for byte in bytes[Int(range.lowerBound)..<Int(range.upperBound)] {
      guard byte < 0x80 else { return false }
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): count.addLetter(isCapital: true)
      case UInt8(ascii: "a")...UInt8(ascii: "z"): count.addLetter(isCapital: false)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): count.hasDigit = true
      default: break
      }
    }
    return true
  }
  if isASCII { return count.shape }
  count = LetterCount()
  for scalar in text.string(in: range).unicodeScalars {
    let properties = scalar.properties
    if properties.isUppercase || properties.generalCategory == .titlecaseLetter {
      count.addLetter(isCapital: true)
    } else if properties.isAlphabetic {
      count.addLetter(isCapital: false)
    } else if properties.numericType != nil {
      count.hasDigit = true
    }
  }
  return count.shape
}

private struct LetterCount {
  private var letters = 0
  private var capitals = 0
  private var beginsWithCapital = false
  var hasDigit = false

  @inline(__always)
  mutating func addLetter(isCapital: Bool) {
    if isCapital {
      if letters == 0 { beginsWithCapital = true }
      capitals += 1
    }
    letters += 1
  }

  var shape: Shape {
    var shape: Shape = []
    if beginsWithCapital { shape.insert(.capitalized) }
    if capitals >= 2, capitals == letters { shape.insert(.allCapitals) }
    if hasDigit { shape.insert(.hasDigit) }
    return shape
  }
}
