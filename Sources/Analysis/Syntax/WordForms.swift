package import Prose
package import Reference

/// What the tagger and the parser see of a word's letters.
package struct WordForm: Sendable {
  /// The hash of the word in lower case, curly apostrophes straightened; 0 beyond the sentence's ends.
  package var word: UInt64 = 0
  /// The word's first and last four bytes in lower case, the outermost in the lowest bits.
  package var head: UInt32 = 0
  package var tail: UInt32 = 0
  package var shape: WordShape = []
  /// The word's row in the tagger's word list; 0 for one that is not listed.
  package var listed: UInt16 = 0
  package var length: UInt16 = 0
  /// The kind of the word this one is derived from, and how; 0 for none known.
  package var stem: UInt32 = 0
  /// The hash before the last byte, the one before it, and before that one.
  fileprivate var states: SIMD3<UInt64> = [0, 0, 0]
}

/// How a word is written.
package struct WordShape: OptionSet, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// Begins with an upper-case letter.
  package static let capitalized = WordShape(rawValue: 1)
  /// Has no lower-case letter, and an upper-case one behind its first.
  package static let allCapitals = WordShape(rawValue: 2)
  /// Has an upper-case letter behind its first, and a lower-case one.
  package static let mixed = WordShape(rawValue: 4)
  package static let hasDigit = WordShape(rawValue: 8)
  package static let hasLetter = WordShape(rawValue: 16)
  /// Has a period or a hyphen beside letters or digits.
  package static let joined = WordShape(rawValue: 32)
  /// The first word of its sentence, or the first behind an opening mark, a colon or a dash.
  package static let first = WordShape(rawValue: 64)
  /// One letter, or none.
  package static let short = WordShape(rawValue: 128)
  /// No space stands before it, or behind it.
  package static let touchesPrevious = WordShape(rawValue: 256)
  package static let touchesNext = WordShape(rawValue: 512)
  /// Capitalized here, and in lower case elsewhere in the document.
  package static let seenLower = WordShape(rawValue: 1024)
  /// Capitalized here, and elsewhere in the document where no sentence begins.
  package static let seenCapitalized = WordShape(rawValue: 2048)

  /// A quotation mark behind one that opens; or letters with marks of addresses among them.
  package static let closing = WordShape(rawValue: 4096)
  package static let address = WordShape(rawValue: 8192)

  /// The letters alone.
  package var letters: UInt64 { UInt64(rawValue & 0xFF) }
}

/// How a sentence uses capitals.
package enum Capitals: UInt64, Sendable {
  case prose
  /// Most longer words are capitalized, as in headlines.
  case title
  /// Most words are in capitals.
  case shouted
}

/// The words of one sentence as the models see them, padded on both sides so that no window leaves it.
package struct SentenceForms {
  package static let padding = 3

  package private(set) var forms: [WordForm] = []
  package private(set) var count = 0
  package private(set) var capitals = Capitals.prose

  package init() {}

  /// Takes in the sentence's words in place of those before.
  package mutating func read(
    _ range: TokenRange,
    of tokens: Tokens,
    in bytes: UnsafeBufferPointer<UInt8>,
    list: WordBuckets,
    habits: CapitalHabits
  ) {
    forms.removeAll(keepingCapacity: true)
    for _ in 0..<Self.padding { forms.append(WordForm()) }
    var isFirst = true
    var words = 0
    var capitalized = 0
    var shouted = 0
    var open: UInt8 = 0
    for token in range.rows {
      let place = Int(tokens.starts[token])..<Int(tokens.ends[token])
      var form = WordForm(bytes, place)
      form.listed = UInt16(list.value(of: form.word))
      if form.shape.contains(.hasLetter) || form.shape.contains(.hasDigit) {
        if isFirst { form.shape.insert(.first) }
        isFirst = false
        // Short words stay small in headlines.
        if place.count > 3, form.shape.contains(.hasLetter) {
          words += 1
          if form.shape.contains(.capitalized) { capitalized += 1 }
          if form.shape.contains(.allCapitals) { shouted += 1 }
        }
      } else if bytes[place.lowerBound] != 0x2C {
        isFirst = true
      }
      if form.shape.contains(.capitalized) {
        if habits.lower.contains(form.word) { form.shape.insert(.seenLower) }
        if habits.capitalized.contains(form.word) { form.shape.insert(.seenCapitalized) }
      }
      if token > 0, tokens.touchesNext(token - 1) { form.shape.insert(.touchesPrevious) }
      if tokens.touchesNext(token) { form.shape.insert(.touchesNext) }
      // Quotation marks that look alike on both sides.
      if place.count == 1, bytes[place.lowerBound] == 0x27 || bytes[place.lowerBound] == 0x22 {
        let bit: UInt8 = bytes[place.lowerBound] == 0x27 ? 1 : 2
        if open & bit != 0 { form.shape.insert(.closing) }
        if open & bit != 0 || form.shape.contains(.touchesNext) { open ^= bit }
      }
      forms.append(form)
    }
    for _ in 0..<Self.padding { forms.append(WordForm()) }
    count = range.count
    for place in Self.padding..<Self.padding + count {
      forms[place].stem = stemKind(forms[place], list)
    }
    capitals = .prose
    if words >= 3 {
      if 4 * shouted >= 3 * words {
        capitals = .shouted
      } else if 4 * capitalized >= 3 * words {
        capitals = .title
      }
    }
  }
}

extension SentenceForms {
  /// Makes a word look as if training had never seen it.
  package mutating func forget(_ word: Int, as other: UInt64) {
    forms[word + Self.padding].word = other
    forms[word + Self.padding].listed = 0
  }
}

/// The kind of the word that `form` seems to be made from by an English ending.
///
/// - Returns: The kind of the first listed candidate and which ending it was; 0 for none.
@inline(__always)
private func stemKind(_ form: WordForm, _ list: WordBuckets) -> UInt32 {
  guard form.length > 4 else { return 0 }
  let last = form.tail & 0xFF
  func look(_ dropped: Int, _ ending: UInt32) -> UInt32 {
    let kind = list.value(of: finish(form.states[dropped - 1]))
    return kind == 0 ? 0 : kind << 4 | ending
  }
  switch last {
  case 0x73:  // s
    let plain = look(1, 1)
    if plain != 0 || form.tail & 0xFF00 != 0x6500 { return plain }
    return look(2, 2)
  case 0x64 where form.tail & 0xFF00 == 0x6500:  // ed
    let plain = look(2, 3)
    return plain != 0 ? plain : look(1, 4)
  case 0x67 where form.tail & 0xFFFF00 == 0x696E00:  // ing
    let plain = look(3, 5)
    if plain != 0 { return plain }
    let kind = list.value(of: finish((form.states[2] ^ 0x65) &* 0x100_0000_01B3))
    return kind == 0 ? 0 : kind << 4 | 6
  case 0x79 where form.tail & 0xFF00 == 0x6C00:  // ly
    return look(2, 7)
  case 0x72 where form.tail & 0xFF00 == 0x6500:  // er
    let plain = look(2, 8)
    return plain != 0 ? plain : look(1, 9)
  default: return 0
  }
}

/// Mixes the bits of a word's hash.
@inline(__always)
private func finish(_ state: UInt64) -> UInt64 {
  let mixed = (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9
  return mixed ^ (mixed >> 32)
}

extension WordForm {
  /// The word in `place`.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Range<Int>) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var letters = 0
    var upper = 0
    var lower = 0
    var firstIsUpper = false
    var offset = place.lowerBound
    let end = place.upperBound
    while offset < end {
      var byte = bytes[offset]
      offset += 1
      if isASCIILower(byte) {
        lower += 1
        letters += 1
      } else if isASCIIUpper(byte) {
        byte |= 0x20
        if letters == 0 { firstIsUpper = true }
        upper += 1
        letters += 1
      } else if isASCIIDigit(byte) {
        shape.insert(.hasDigit)
      } else if byte == 0x2F || byte == 0x3A || byte == 0x40 || byte == 0x23 || byte == 0x5F {
        if end - place.lowerBound > 3 { shape.insert(.address) }
      } else if byte == 0x2D || byte == 0x2E {
        if end - place.lowerBound > 1 { shape.insert(.joined) }
      } else if byte >= 0xC3, byte < 0xE0, offset < end {
        // A letter of two bytes: its second byte lies in lower case where Latin has pairs.
        let scalar = UInt32(byte & 0x1F) << 6 | UInt32(bytes[offset] & 0x3F)
        let properties = Unicode.Scalar(scalar)?.properties
        if properties?.isUppercase == true {
          if letters == 0 { firstIsUpper = true }
          upper += 1
          if byte == 0xC3 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
            byte = bytes[offset] | 0x20
            push(0xC3, at: offset - 1 - place.lowerBound)
            offset += 1
          }
        } else {
          lower += 1
        }
        letters += 1
      } else if byte == 0xE2, offset + 1 < end, bytes[offset] == 0x80,
        bytes[offset + 1] == 0x99 || bytes[offset + 1] == 0x98
      {
        byte = 0x27
        offset += 2
      } else if byte >= 0xE0 {
        // Other scripts, dashes and quotation marks: marks stand alone.
        if end - place.lowerBound > 4 { letters += 1 }
      }
      states = [hash, states[0], states[1]]
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      push(byte, at: offset - 1 - place.lowerBound)
    }
    if letters > 0 { shape.insert(.hasLetter) }
    if letters <= 1 { shape.insert(.short) }
    if firstIsUpper { shape.insert(.capitalized) }
    if upper > (firstIsUpper ? 1 : 0) { shape.insert(lower == 0 ? .allCapitals : .mixed) }
    word = finish(hash)
    length = UInt16(clamping: end - place.lowerBound)
  }

  /// Takes in the word's next byte.
  @inline(__always)
  private mutating func push(_ byte: UInt8, at place: Int) {
    tail = tail << 8 | UInt32(byte)
    if place < 4 { head |= UInt32(byte) << UInt32(8 * place) }
  }
}
