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
  classes.reserveCapacity(tokens.count)
  var keys = Ragged<UInt8>()
  for token in 0..<tokens.count {
    let key = key(of: tokens.bytes(of: token), in: text)
    classes.append(key.withUnsafeBufferPointer { lexicon.classes(of: $0) })
    keys.append(key)
  }
  let phrases = findPhrases(keys, classes, sentences, lexicon: lexicon)
  var starts: [Int: Int] = [:]
  for (row, phrase) in phrases.enumerated() { starts[Int(phrase.tokens.first)] = row }
  return Lexed(
    text: text,
    blocks: blocks,
    tokens: tokens,
    sentences: sentences,
    keys: keys,
    classes: classes,
    shapes: shapes(of: tokens, sentences, blocks, in: text),
    phrases: phrases,
    phraseStarts: starts
  )
}

/// A token's bytes in the form of the lexicon's keys.
private func key(of range: Range<UInt32>, in text: SourceText) -> [UInt8] {
  text.withBytes { bytes in
    let slice = bytes[Int(range.lowerBound)..<Int(range.upperBound)]
    if slice.allSatisfy({ $0 < 0x80 }) {
      return slice.map { $0 >= 65 && $0 <= 90 ? $0 | 0x20 : $0 }
    }
    return Array(folded(String(decoding: slice, as: UTF8.self)).utf8)
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
        key = Array(keys[token])
        var end = token + 1
        while end < sentence.rows.upperBound {
          key.append(0x20)
          key.append(contentsOf: keys[end])
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
    shapes[token] = letters(of: text.string(in: tokens.bytes(of: token)))
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
  return ["“", "„", "«"].contains(text.string(in: range))
}

private func letters(of string: String) -> Shape {
  var shape: Shape = []
  var letters = 0
  var capitals = 0
  for scalar in string.unicodeScalars {
    if scalar.properties.isUppercase || scalar.properties.generalCategory == .titlecaseLetter {
      if letters == 0 { shape.insert(.capitalized) }
      letters += 1
      capitals += 1
    } else if scalar.properties.isAlphabetic {
      letters += 1
    } else if scalar.properties.numericType != nil {
      shape.insert(.hasDigit)
    }
  }
  if capitals >= 2, capitals == letters { shape.insert(.allCapitals) }
  return shape
}
