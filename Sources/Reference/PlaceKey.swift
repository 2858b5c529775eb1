/// The form in which the atlas lists a name and by which two spellings of a place are compared.
///
/// Lower case without accents, apostrophes and dots; hyphens, commas and whatever else parts two words are one space;
/// "Saint" and "Mount" are cut short as maps do. So "Saint-Denis", "St. Denis" and "ST DENIS" are one.
/// Letters that are not Latin stay, in lower case.
public func placeKey(_ name: String) -> String {
  var key: [UInt8] = []
  key.reserveCapacity(name.utf8.count)
  var isParted = false
  var wordStart = 0
  func endWord() {
    for (long, short) in shortened where key[wordStart...].elementsEqual(long) {
      key.replaceSubrange(wordStart..., with: short)
    }
  }
  for scalar in name.unicodeScalars {
    let letter = Letter(scalar)
    if letter == .silent { continue }
    guard letter != .parting else {
      isParted = true
      continue
    }
    if isParted, !key.isEmpty {
      endWord()
      key.append(0x20)
      wordStart = key.count
    }
    isParted = false
    switch letter {
    case .one(let byte): key.append(byte)
    case .two(let first, let second):
      key.append(first)
      key.append(second)
    case .foreign: key.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    case .silent, .parting: break
    }
  }
  endWord()
  return String(decoding: key, as: UTF8.self)
}

private let shortened: [(long: [UInt8], short: [UInt8])] = [
  (Array("saint".utf8), Array("st".utf8)), (Array("mount".utf8), Array("mt".utf8)),
]

/// What a letter adds to a key.
private enum Letter: Equatable {
  case one(UInt8)
  case two(UInt8, UInt8)
  case foreign
  case silent
  case parting

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: self = .one(UInt8(scalar.value))
    case 0x41...0x5A: self = .one(UInt8(scalar.value) + 0x20)
    // Apostrophes of all kinds, dots, and accents written as marks of their own.
    case 0x27, 0x2E, 0x60, 0xB4, 0x2B9...0x2BF, 0x2018...0x201B, 0x300...0x36F: self = .silent
    case ..<0xC0: self = .parting
    case 0xC0..<0x250: self.init(latinLetters.utf8Start[Int(scalar.value - 0xC0)], scalar)
    case 0x1E00..<0x1F00: self.init(latinAdditional.utf8Start[Int(scalar.value - 0x1E00)], scalar)
    default: self = scalar.properties.isAlphabetic ? .foreign : .parting
    }
  }

  /// What a table of bases says of a letter.
  private init(_ base: UInt8, _ scalar: Unicode.Scalar) {
    switch base {
    case UInt8(ascii: "?"): self = scalar.properties.isAlphabetic ? .foreign : .parting
    case UInt8(ascii: "1"): self = .two(UInt8(ascii: "s"), UInt8(ascii: "s"))
    case UInt8(ascii: "2"): self = .two(UInt8(ascii: "a"), UInt8(ascii: "e"))
    case UInt8(ascii: "3"): self = .two(UInt8(ascii: "o"), UInt8(ascii: "e"))
    case UInt8(ascii: "4"): self = .two(UInt8(ascii: "t"), UInt8(ascii: "h"))
    default: self = .one(base)
    }
  }
}

/// The letters from U+00C0 without their marks; a digit stands for two letters, `?` for what has no base.
private let latinLetters: StaticString = """
  aaaaaa2ceeeeiiiidnooooo?ouuuuy41aaaaaa2ceeeeiiiidnooooo?ouuuuy4y\
  aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkklllllll\
  lllnnnnnnnnnoooooo33rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
  bb????o???d????ee?fg??i?kk??????oo?????????????uu??yyzz?????????\
  ?????????????aaiioouuuuuuuuuueaaaa????ggkkoooo??j???gg??nnaa????\
  aaaaeeeeiiiioooorrrruuuusstt??hh??????aaeeooooooooyy????????????\
  ????????????????
  """

/// The same from U+1E00.
private let latinAdditional: StaticString = """
  aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
  mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
  wwwwwwwwwwxxxxyyzzzzzzhtwy?s??1?aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
  eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????
  """
