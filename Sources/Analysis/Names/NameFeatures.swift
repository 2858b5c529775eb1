internal import Prose
internal import Reference

/// What the name model sees of each token of a text: features as buckets of its weight table.
package struct NameFeatures: Sendable {
  /// The most features that a token has.
  package static let capacity = 112

  /// The classes that tell names; what one is for or against does not.
  private static let telling =
    ~(WordClasses.beginsPhrase.rawValue | WordClasses.measureNouns.rawValue
    | WordClasses.clearStances.rawValue)

  private let lexed: Lexed
  private let words: [UInt64]
  private let shapes: [UInt64]
  private let places: [UInt8]
  private let document: [UInt16]
  /// For each token, 1 in a sentence whose capitals do not tell names.
  private let isTitleCase: [Bool]
  /// For each token the listed phrase that it stands in: its classes and where in it.
  private let phrases: [UInt64]
  /// For each token what the transitions to it are kept under.
  package let edges: [UInt8]
  /// For each token whether it, or one of two before or behind it, has a capital letter: others are part of no name.
  let isNearCapital: [Bool]

  private struct Affixes {
    let prefix2: UInt64
    let prefix3: UInt64
    let prefix4: UInt64
    let suffix1: UInt64
    let suffix2: UInt64
    let suffix3: UInt64
    let suffix4: UInt64

    init(_ key: UnsafeBufferPointer<UInt8>) {
      prefix2 = wordHash(key.prefix(2))
      prefix3 = wordHash(key.prefix(3))
      prefix4 = wordHash(key.prefix(4))
      suffix1 = wordHash(key.suffix(1))
      suffix2 = wordHash(key.suffix(2))
      suffix3 = wordHash(key.suffix(3))
      suffix4 = wordHash(key.suffix(4))
    }
  }

  init(_ lexed: Lexed, knownPlaces: [KnownPlace], gazetteer: Gazetteer) {
    self.lexed = lexed
    words = lexed.hashes
    var isNearCapital = [Bool](repeating: false, count: lexed.count)
    shapes = (0..<lexed.count).map { token in
      let (hash, hasCapital) = shapeHash(of: token, in: lexed)
      if hasCapital {
        for near in max(0, token - 2)..<min(lexed.count, token + 3) { isNearCapital[near] = true }
      }
      return hash
    }
    self.isNearCapital = isNearCapital
    places = placeFlags(knownPlaces, lexed, gazetteer)
    document = documentFlags(words, places, lexed)
    var titleCase = [Bool](repeating: false, count: lexed.count)
    for sentence in lexed.sentences.tokens where capitalsSayLittle(sentence, in: lexed) {
      for token in sentence.rows { titleCase[token] = true }
    }
    isTitleCase = titleCase
    phrases = phrasePlaces(lexed, telling: Self.telling)
    edges = nameEdges(lexed, isTitleCase: titleCase)
  }

  /// Writes the features of `token` to `buckets`, which has room for `capacity`.
  ///
  /// `sentence` bounds what the token sees of its neighbors; `shift` is 64 less the logarithm of the
  /// number of buckets. Returns how many there are.
  package func write(
    _ token: Int,
    in sentence: Range<Int>,
    shift: UInt64,
    to buckets: UnsafeMutablePointer<UInt32>
  ) -> Int {
    var count = 0
    @inline(__always) func add(_ template: UInt64, _ value: UInt64) {
      let mixed = (value ^ (template &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
      let spread = (mixed ^ (mixed >> 32)) &* 0xD6E8_FEB8_6659_FD93
      buckets[count] = UInt32(truncatingIfNeeded: spread >> shift)
      count += 1
    }
    @inline(__always) func word(_ at: Int) -> UInt64 { sentence.contains(at) ? words[at] : 1 }
    @inline(__always) func shape(_ at: Int) -> UInt64 { sentence.contains(at) ? shapes[at] : 1 }
    @inline(__always) func classes(_ at: Int) -> UInt64 {
      sentence.contains(at) ? lexed.classes[at].rawValue & Self.telling : 1 << 62
    }
    @inline(__always) func suffix3(_ at: Int) -> UInt64 {
      lexed.keys.withRow(at) { wordHash($0.suffix(3)) }
    }
    @inline(__always) func place(_ at: Int) -> UInt64 {
      sentence.contains(at) ? UInt64(places[at]) : 0
    }
    let isTitleCase: UInt64 = isTitleCase[token] ? 1 : 0
    let own = shapes[token]

    add(1, isTitleCase)
    add(2, words[token])
    add(3, word(token - 1))
    add(4, word(token + 1))
    add(5, word(token - 2))
    add(6, word(token + 2))
    add(7, word(token - 1) &* 31 &+ words[token])
    add(8, words[token] &* 31 &+ word(token + 1))
    add(9, own &* 2 &+ isTitleCase)
    add(10, shape(token - 1))
    add(11, shape(token + 1))
    add(12, shape(token - 1) &* 31 &+ own)
    add(13, own &* 31 &+ shape(token + 1))
    add(14, (shape(token - 1) &* 31 &+ own) &* 31 &+ shape(token + 1))
    add(15, word(token - 1) &* 31 &+ own)
    add(16, word(token + 1) &* 31 &+ own)
    let affix = lexed.keys.withRow(token) { Affixes($0) }
    add(17, affix.prefix2)
    add(18, affix.prefix3)
    add(19, affix.prefix4)
    add(20, affix.suffix1 &* 31 &+ own)
    add(21, affix.suffix2)
    add(22, affix.suffix3)
    add(23, affix.suffix4)
    if sentence.contains(token - 1) { add(24, suffix3(token - 1)) }
    if sentence.contains(token + 1) { add(25, suffix3(token + 1)) }
    add(26, classes(token))
    add(27, classes(token - 1))
    add(28, classes(token + 1))
    add(29, classes(token) &* 31 &+ classes(token - 1) &* 17 &+ own)
    add(30, classes(token) &* 31 &+ classes(token + 1) &* 17 &+ own)
    add(31, place(token) &* 2 &+ isTitleCase)
    add(32, place(token - 1) << 8 | place(token))
    add(33, place(token) << 8 | place(token + 1))
    add(34, place(token) << 32 | own & 0xFFFF_FFFF)
    add(35, classes(token - 2) &* 31 &+ shape(token - 1))
    add(36, classes(token + 2) &* 31 &+ shape(token + 1))
    var bits = classes(token)
    while bits != 0 {
      add(
        40,
        UInt64(bits.trailingZeroBitCount) << 1
          | (lexed.shapes[token].contains(.capitalized) ? 1 : 0)
      )
      bits &= bits - 1
    }
    bits = classes(token - 1)
    while bits != 0, count < 80 {
      add(41, UInt64(bits.trailingZeroBitCount))
      bits &= bits - 1
    }
    bits = classes(token + 1)
    while bits != 0, count < 84 {
      add(42, UInt64(bits.trailingZeroBitCount))
      bits &= bits - 1
    }
    for (template, at) in [(45 as UInt64, token - 2), (46, token + 2)] where sentence.contains(at) {
      bits = classes(at)
      while bits != 0, count < 88 {
        add(template, UInt64(bits.trailingZeroBitCount))
        bits &= bits - 1
      }
    }
    if phrases[token] != 0 {
      add(50, phrases[token])
      let place = phrases[token] & 3
      bits = phrases[token] >> 2
      while bits != 0, count < 92 {
        add(
          51,
          UInt64(bits.trailingZeroBitCount) << 3 | place << 1
            | (lexed.shapes[token].contains(.capitalized) ? 1 : 0)
        )
        bits &= bits - 1
      }
    }
    if sentence.contains(token - 1), phrases[token - 1] != 0 { add(52, phrases[token - 1]) }
    if sentence.contains(token + 1), phrases[token + 1] != 0 { add(53, phrases[token + 1]) }
    if lexed.shapes[token].contains(.capitalized) {
      add(43, UInt64(document[token]))
      bits = UInt64(document[token])
      while bits != 0, count < Self.capacity {
        add(44, UInt64(bits.trailingZeroBitCount) << 1 | isTitleCase)
        bits &= bits - 1
      }
    }
    return count
  }
}

/// The letters' pattern with what the position says, and whether any of them is a capital.
///
/// Runs of more than two letters are cut to two: `Xxx`, `XX`, `d.d`.
private func shapeHash(of token: Int, in lexed: Lexed) -> (hash: UInt64, hasCapital: Bool) {
  let range = lexed.tokens.bytes(of: token)
  return lexed.text.withBytes { bytes in
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var last: UInt8 = 0
    var run = 0
    var hasCapital = lexed.shapes[token].contains(.capitalized)
    for offset in Int(range.lowerBound)..<Int(range.upperBound) {
      let byte = bytes[offset]
      let kind: UInt8 =
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): 1
        case UInt8(ascii: "a")...UInt8(ascii: "z"): 2
        case UInt8(ascii: "0")...UInt8(ascii: "9"): 3
        case 0x80...0xBF: 0
        case 0xC0...: 2
        default: byte
        }
      if kind == 0 { continue }
      if kind == 1 { hasCapital = true }
      run = kind == last ? run + 1 : 1
      last = kind
      if run <= 2 { hash = (hash ^ UInt64(kind)) &* 0x100_0000_01B3 }
    }
    let shape = lexed.shapes[token]
    let position =
      (shape.contains(.startsSentence) ? 1 : 0) + (shape.contains(.touchesPrevious) ? 2 : 0)
      + (shape.contains(.capitalized) ? 4 : 0)
    return ((hash ^ UInt64(position + 16)) &* 0x100_0000_01B3, hasCapital)
  }
}

/// The classes of the listed phrase around each token, shifted by two, and whether it begins (1), goes on (2) or
/// ends (3) there; 0 outside.
private func phrasePlaces(_ lexed: Lexed, telling: UInt64) -> [UInt64] {
  var places = [UInt64](repeating: 0, count: lexed.count)
  for phrase in lexed.phrases {
    let classes = (phrase.classes.rawValue & telling) << 2
    guard classes != 0 else { continue }
    let rows = phrase.tokens.rows
    for token in rows {
      let place: UInt64 =
        token == rows.lowerBound ? 1 : token == rows.upperBound - 1 ? 3 : 2
      places[token] = classes | place
    }
  }
  return places
}

/// What the gazetteer says of each token: whether a listed name begins or goes on there, and of what kind.
private func placeFlags(
  _ known: [KnownPlace],
  _ lexed: Lexed,
  _ gazetteer: Gazetteer
) -> [UInt8] {
  var flags = [UInt8](repeating: 0, count: lexed.count)
  for place in known {
    let best = place.candidates[0]
    let kind = gazetteer.kind(of: best.place).rawValue
    let isLarge =
      gazetteer.population(of: best.place) > 500_000
      || gazetteer.flags(of: best.place).contains(.capital)
    for token in place.name.rows {
      let position: UInt8 =
        place.name.count == 1
        ? 1
        : token == place.name.rows.lowerBound ? 2 : token == place.name.rows.upperBound - 1 ? 3 : 4
      flags[token] =
        position | kind << 3 | (best.naming == .demonym ? 1 << 6 : 0) | (isLarge ? 1 << 7 : 0)
    }
  }
  return flags
}

/// What the text shows of a word elsewhere: the second mention knows the first.
private struct WordFlags: OptionSet {
  let rawValue: UInt16

  static let lowerCase = WordFlags(rawValue: 1)
  static let capitalizedInside = WordFlags(rawValue: 2)
  static let behindTitle = WordFlags(rawValue: 4)
  static let behindGivenName = WordFlags(rawValue: 8)
  static let beforeSpeech = WordFlags(rawValue: 16)
  static let behindLocative = WordFlags(rawValue: 32)
  static let insidePlace = WordFlags(rawValue: 64)
  static let besideCapitalized = WordFlags(rawValue: 128)
  static let beforePossessive = WordFlags(rawValue: 256)
  static let behindArticle = WordFlags(rawValue: 512)
  static let besideOrganizationWord = WordFlags(rawValue: 1024)
  static let inBrackets = WordFlags(rawValue: 2048)
}

private func documentFlags(_ words: [UInt64], _ places: [UInt8], _ lexed: Lexed) -> [UInt16] {
  var seen = WordTable<WordFlags>(capacity: lexed.count, empty: [])
  for token in 0..<lexed.count where lexed.isWord(token) {
    let flags = flags(of: token, places, lexed)
    seen.update(words[token]) { $0.formUnion(flags) }
  }
  return (0..<lexed.count).map { seen[words[$0]]?.rawValue ?? 0 }
}

private func flags(of token: Int, _ places: [UInt8], _ lexed: Lexed) -> WordFlags {
  guard lexed.has(token, .capitalized) else { return .lowerCase }
  var flags: WordFlags = []
  if !lexed.has(token, .startsSentence), !lexed.has(token, .heading) {
    flags.insert(.capitalizedInside)
  }
  if lexed.isAny(token - 1, [.honorifics, .roleNouns]) { flags.insert(.behindTitle) }
  if lexed.isAny(token - 1, [.maleNames, .femaleNames]), lexed.has(token - 1, .capitalized) {
    flags.insert(.behindGivenName)
  }
  if lexed.isAny(token + 1, .speechVerbs) { flags.insert(.beforeSpeech) }
  if token > 0, lexed.isToken(token - 1, in: locativePrepositions) { flags.insert(.behindLocative) }
  if places[token] & 7 > 1 { flags.insert(.insidePlace) }
  if lexed.has(token + 1, .capitalized) || lexed.has(token - 1, .capitalized) {
    flags.insert(.besideCapitalized)
  }
  if lexed.isToken(token + 1, in: ["'s", "'"]) { flags.insert(.beforePossessive) }
  if lexed.isToken(token - 1, "the") { flags.insert(.behindArticle) }
  if lexed.isAny(token + 1, [.organizationWords, .organizationEndings]),
    lexed.has(token + 1, .capitalized)
  {
    flags.insert(.besideOrganizationWord)
  }
  if lexed.isToken(token - 1, "("), lexed.isToken(token + 1, ")") { flags.insert(.inBrackets) }
  return flags
}

private let locativePrepositions: WordSet = [
  "in", "at", "near", "outside", "inside", "across", "throughout", "around", "into", "toward",
  "towards", "via", "within",
]

/// Whether most words are capitalized, so that capitals do not tell names.
private func capitalsSayLittle(_ sentence: TokenRange, in lexed: Lexed) -> Bool {
  var words = 0
  var capitals = 0
  for token in sentence.rows where lexed.isWord(token) && !lexed.isAny(token, .functionWords) {
    words += 1
    if lexed.has(token, .capitalized) { capitals += 1 }
  }
  let enough = lexed.has(Int(sentence.first), .heading) ? 3 : 5
  return words >= enough && capitals * 10 >= words * 8
}
